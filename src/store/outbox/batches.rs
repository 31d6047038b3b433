//! Batches: mails that are put into the outbox before the fact that they report is stored, some hundred at a time, so that
//! nobody waits for thousands of them; and that go together with the fact, or not at all.
//!
//! Invariant: a mail of a batch waits only after its batch was released, which happens in the transaction of the fact; a batch is
//! either released or dropped, once and for good.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::held;
use super::new::{NewMail, insert_in_state};
use crate::domain::ids::BatchId;
use crate::domain::mail::{ADDRESS_BLOCKED, MailState};
use crate::store::rows::lower;
use crate::store::schema::{blocked_addresses, mail_batches, outbox};
use crate::store::{Db, StoreError};

/// The state of a row of the outbox that is no mail yet. It is as long as that of a mail that waits: SQLite then changes the
/// row in its place, and leaves the mail in it alone.
pub(in crate::store) const BATCHED: &str = "batched";

pub(super) use state::RELEASED;

/// What a batch is.
mod state {
    /// Its fact may still come.
    pub(super) const OPEN: &str = "open";
    /// Its fact is stored.
    pub(in crate::store::outbox) const RELEASED: &str = "released";
    /// Its fact never comes.
    pub(super) const DROPPED: &str = "dropped";
}

/// Begins a batch.
pub fn open_batch(db: &mut Db, id: &BatchId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        mail_batches::id.eq(id.as_str()),
        mail_batches::state.eq(state::OPEN),
        mail_batches::created_at.eq(now.naive_utc()),
    );
    diesel::insert_into(mail_batches::table).values(row).execute(db)?;
    Ok(())
}

/// Puts mails into a batch; gives whether it is still open. Whoever drops it waits until they are in.
pub fn add_to_batch(
    db: &mut Db,
    id: &BatchId,
    mails: &[NewMail<'_>],
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if !turn(db, id, state::OPEN)? {
        return Ok(false);
    }
    insert_in_state(db, mails, now, Some((BATCHED, id)))?;
    Ok(true)
}

/// Lets the mails of a batch go, in the transaction of the fact that they report; gives whether the batch was open until now.
/// They go once [`settle_some`] has seen to them, whoever does that.
pub fn release_batch(db: &mut Db, id: &BatchId) -> Result<bool, StoreError> {
    turn(db, id, state::RELEASED)
}

/// Drops a batch that is open. Its mails go once [`settle_some`] has seen to them.
pub fn drop_batch(db: &mut Db, id: &BatchId) -> Result<bool, StoreError> {
    turn(db, id, state::DROPPED)
}

/// Gives an open batch a state.
fn turn(db: &mut Db, id: &BatchId, to: &str) -> Result<bool, StoreError> {
    let open = mail_batches::table.find(id.as_str()).filter(mail_batches::state.eq(state::OPEN));
    Ok(diesel::update(open).set(mail_batches::state.eq(to)).execute(db)? == 1)
}

/// Takes mails out of a batch that is open.
pub fn take_out_of_batch(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    for some in ids.chunks(500) {
        let batched = outbox::table.filter(outbox::id.eq_any(some)).filter(outbox::state.eq(BATCHED));
        diesel::delete(batched).execute(db)?;
    }
    Ok(())
}

/// Batches that are released or dropped, and have not been seen to, and those that are still open although they were begun at
/// another time than the last while.
pub fn list_unsettled_batches(
    db: &mut Db,
    while_from: DateTime<Utc>,
    while_until: DateTime<Utc>,
) -> Result<Vec<BatchId>, StoreError> {
    let of_another_time = mail_batches::created_at
        .lt(while_from.naive_utc())
        .or(mail_batches::created_at.gt(while_until.naive_utc()));
    let ids: Vec<String> = mail_batches::table
        .filter(mail_batches::state.ne(state::OPEN).or(of_another_time))
        .order(mail_batches::created_at)
        .select(mail_batches::id)
        .load(db)?;
    Ok(ids.into_iter().map(BatchId).collect())
}

/// Sees to some mails of a batch: of one that is released they wait from now on, those to a blocked address as given up; of one
/// that is dropped they are removed. Gives whether there may be more. A batch without any is forgotten.
pub fn settle_some(db: &mut Db, id: &BatchId, most: i64) -> Result<bool, StoreError> {
    let found = mail_batches::table.find(id.as_str()).select(mail_batches::state);
    let Some(found) = found.first::<String>(db).optional()? else { return Ok(false) };
    if found == state::OPEN {
        return Ok(false);
    }
    let ids: Vec<String> = outbox::table
        .filter(outbox::state.eq(BATCHED))
        .filter(outbox::batch_id.eq(id.as_str()))
        .order((outbox::priority, outbox::due_at, outbox::id))
        .limit(most)
        .select(outbox::id)
        .load(db)?;
    if ids.is_empty() {
        diesel::delete(mail_batches::table.find(id.as_str())).execute(db)?;
        return Ok(false);
    }
    let some = || outbox::table.filter(outbox::id.eq_any(&ids)).filter(outbox::state.eq(BATCHED));
    if found == state::DROPPED {
        diesel::delete(some()).execute(db)?;
        return Ok(true);
    }
    release(db, &ids)?;
    Ok(true)
}

/// Lets rows that are no mails yet wait as mails, those to a blocked address or to nobody of an event that is not public as given up.
pub(super) fn release(db: &mut Db, ids: &[String]) -> Result<(), StoreError> {
    let some = || outbox::table.filter(outbox::id.eq_any(ids)).filter(outbox::state.eq(BATCHED));
    held::hold(db, ids)?;
    let blocked = blocked_addresses::table.select(blocked_addresses::email_key);
    let given_up = (outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(ADDRESS_BLOCKED));
    diesel::update(some().filter(lower(outbox::recipient).eq_any(blocked))).set(given_up).execute(db)?;
    diesel::update(some()).set(outbox::state.eq(MailState::Waiting.code())).execute(db)?;
    Ok(())
}

/// Sees at once to all batches of a database in which nobody else works: what was open is dropped, and what was held of a mailing
/// waits.
pub fn settle_all_batches(db: &mut Db) -> Result<(), StoreError> {
    let held = outbox::table.filter(outbox::state.eq(BATCHED)).filter(outbox::batch_id.is_null());
    diesel::update(held).set(outbox::state.eq(MailState::Waiting.code())).execute(db)?;
    let open = mail_batches::table.filter(mail_batches::state.eq(state::OPEN));
    diesel::update(open).set(mail_batches::state.eq(state::DROPPED)).execute(db)?;
    let ids: Vec<String> = mail_batches::table.select(mail_batches::id).load(db)?;
    for id in ids.into_iter().map(BatchId) {
        while settle_some(db, &id, 500)? {}
    }
    Ok(())
}
