//! The mails of a mailing in the outbox: held while it is paused, let go again, and removed when it is stopped. What somebody has
//! begun to send is left to them.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::batches::{BATCHED, release};
use crate::domain::ids::MailingId;
use crate::domain::mail::{ADDRESS_BLOCKED, MailState};
use crate::store::schema::{mailing_recipients, outbox};
use crate::store::{Db, StoreError};

/// The ids of a mailing's mails.
#[diesel::dsl::auto_type]
pub(super) fn mails_of<'a>(mailing: &'a str) -> _ {
    mailing_recipients::table
        .filter(mailing_recipients::mailing_id.eq(mailing))
        .filter(mailing_recipients::mail_id.is_not_null())
        .select(mailing_recipients::mail_id.assume_not_null())
}

/// How many of its mails have not gone and may still go, held ones too.
pub fn count_unsent(db: &mut Db, mailing: &MailingId) -> Result<i64, StoreError> {
    Ok(outbox::table
        .filter(outbox::id.eq_any(mails_of(mailing.as_str())))
        .filter(outbox::state.eq_any([MailState::Waiting.code(), BATCHED]))
        .select(count_star())
        .first(db)?)
}

/// How many of its mails go by themselves.
pub fn count_waiting(db: &mut Db, mailing: &MailingId) -> Result<i64, StoreError> {
    Ok(outbox::table
        .filter(outbox::id.eq_any(mails_of(mailing.as_str())))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .select(count_star())
        .first(db)?)
}

/// How many of them wait for a block of their address to be lifted.
pub fn count_blocked(db: &mut Db, mailing: &MailingId) -> Result<i64, StoreError> {
    Ok(i64::try_from(blocked(db, mailing)?.len()).unwrap_or(i64::MAX))
}

/// The ids of those that nobody has begun to send, in a state.
fn untouched(db: &mut Db, mailing: &MailingId, states: &[&str]) -> Result<Vec<String>, StoreError> {
    Ok(outbox::table
        .filter(outbox::id.eq_any(mails_of(mailing.as_str())))
        .filter(outbox::state.eq_any(states))
        .filter(outbox::claimed_until.is_null())
        .select(outbox::id)
        .load(db)?)
}

/// Holds its mails where they are.
pub fn hold_mails(db: &mut Db, mailing: &MailingId) -> Result<(), StoreError> {
    for some in untouched(db, mailing, &[MailState::Waiting.code()])?.chunks(5_000) {
        let free = outbox::table
            .filter(outbox::id.eq_any(some))
            .filter(outbox::state.eq(MailState::Waiting.code()))
            .filter(outbox::claimed_until.is_null());
        diesel::update(free).set(outbox::state.eq(BATCHED)).execute(db)?;
    }
    Ok(())
}

/// Lets the held ones go.
pub fn go_on(db: &mut Db, mailing: &MailingId) -> Result<(), StoreError> {
    for some in untouched(db, mailing, &[BATCHED])?.chunks(5_000) {
        release(db, some)?;
    }
    Ok(())
}

/// Removes its mails, those that wait for a block of their address to be lifted too; gives the ids of those that never go.
pub fn withdraw_mails(db: &mut Db, mailing: &MailingId) -> Result<Vec<String>, StoreError> {
    let mut ids = untouched(db, mailing, &[MailState::Waiting.code(), BATCHED])?;
    ids.extend(blocked(db, mailing)?);
    let mut gone = Vec::new();
    for some in ids.chunks(5_000) {
        let blocked = outbox::state.eq(MailState::Failed.code()).and(outbox::problem.eq(ADDRESS_BLOCKED));
        let unsent = outbox::state.eq_any([MailState::Waiting.code(), BATCHED]).or(blocked);
        let free = outbox::table
            .filter(outbox::id.eq_any(some))
            .filter(outbox::claimed_until.is_null())
            .filter(unsent);
        diesel::delete(free).execute(db)?;
        let left: Vec<String> = outbox::table.filter(outbox::id.eq_any(some)).select(outbox::id).load(db)?;
        gone.extend(some.iter().filter(|id| !left.contains(id)).cloned());
    }
    Ok(gone)
}

/// The ids of those that wait for a block of their address to be lifted.
fn blocked(db: &mut Db, mailing: &MailingId) -> Result<Vec<String>, StoreError> {
    Ok(outbox::table
        .filter(outbox::id.eq_any(mails_of(mailing.as_str())))
        .filter(outbox::state.eq(MailState::Failed.code()))
        .filter(outbox::problem.eq(ADDRESS_BLOCKED))
        .select(outbox::id)
        .load(db)?)
}
