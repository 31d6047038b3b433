//! The outbox: mails to be sent, and what became of them.

mod batches;
mod claims;
mod failed;
mod held;
mod listing;
mod mailing;
mod new;
mod returned;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub(in crate::store) use batches::BATCHED;
pub use batches::{
    add_to_batch, drop_batch, list_unsettled_batches, open_batch, release_batch, settle_all_batches,
    settle_some, take_out_of_batch,
};
pub use claims::{Claim, Claimant, ClaimedMail, DomainPace, Order, claim_next, count_due};
pub use claims::{free_all_claims, free_claim, heal_due, list_claims, renew_claims};
pub use failed::{FailedMail, list_failed, put_back};
pub use held::{Teams, hold_released};
pub use listing::{
    OutboxFilter, count_by_state, count_found, count_states, get, ids_of_event, is_waiting, list,
    list_waiting_of_event, times_to,
};
pub use mailing::{count_blocked, count_unsent, count_waiting, go_on, hold_mails, withdraw_mails};
pub use new::{NewMail, insert_all};
pub use returned::{
    ReturnedMail, count_held_back, fail_waiting_to, find_by_bounce, find_by_message_id, history_of, let_go,
    mailed_at, mark_bounced, returned_from, writes_to,
};

use super::schema::outbox;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::{MailKind, MailState, TOO_LATE};
use crate::domain::text::Email;

/// Gives up mails that waited longer than they were of use; how many there were.
pub fn fail_useless(db: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let useless = outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null())
        .filter(outbox::useful_until.assume_not_null().lt(now.naive_utc()))
        .filter(outbox::useful_until.is_not_null());
    let failed = (outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(TOO_LATE));
    Ok(diesel::update(useless).set(failed).execute(db)?)
}

/// Marks a mail as sent and forgets its body, which holds a secret link, and its sender, which holds a token.
pub fn mark_sent(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    // Whoever has the claim now: it was sent.
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::sent_at.is_null()))
        .set((
            outbox::state.eq(MailState::Sent.code()),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::mime.eq(""),
            outbox::sender.eq(""),
            outbox::problem.eq(""),
            claims::nobodys(),
            outbox::sent_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes a failed try of a mail that this server has claimed; `next` is when to try again, or none to give up.
pub fn mark_failed(
    db: &mut Db,
    (id, holder): (&MailId, &str),
    problem: &str,
    now: DateTime<Utc>,
    next: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let row = outbox::table.find(id.as_str()).filter(outbox::claimed_by.eq(holder));
    let tried = (
        outbox::attempts.eq(outbox::attempts + 1),
        outbox::tried_at.eq(now.naive_utc()),
        outbox::problem.eq(problem),
        claims::nobodys(),
    );
    match next {
        Some(next) => diesel::update(row).set((tried, outbox::due_at.eq(next.naive_utc()))).execute(db)?,
        None => diesel::update(row).set((tried, outbox::state.eq(MailState::Failed.code()))).execute(db)?,
    };
    Ok(())
}

/// Gives up a mail whose row cannot be read.
fn mark_failed_row(db: &mut Db, id: &MailId, problem: &str) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(problem), claims::nobodys()))
        .execute(db)?;
    Ok(())
}

/// Lets a mail that this server has claimed wait on, behind those that are due already. That is no try: the fault is not this
/// mail's.
pub fn postpone(
    db: &mut Db,
    (id, holder): (&MailId, &str),
    problem: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::claimed_by.eq(holder)))
        .set((
            outbox::problem.eq(problem),
            outbox::tried_at.eq(now.naive_utc()),
            outbox::due_at.eq(now.naive_utc()),
            claims::nobodys(),
        ))
        .execute(db)?;
    Ok(())
}

/// Gives back a mail that this server has claimed and has not begun to send.
pub fn give_back(db: &mut Db, (id, holder): (&MailId, &str)) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::claimed_by.eq(holder)))
        .set(claims::nobodys())
        .execute(db)?;
    Ok(())
}

/// Removes mails that still wait, and whose place others take: nobody has begun to send them.
pub fn withdraw(db: &mut Db, mails: &[MailId]) -> Result<(), StoreError> {
    for some in mails.chunks(500) {
        let ids: Vec<&str> = some.iter().map(MailId::as_str).collect();
        let waiting = outbox::table
            .filter(outbox::id.eq_any(ids))
            .filter(outbox::state.eq_any([MailState::Waiting.code(), BATCHED]))
            .filter(outbox::claimed_until.is_null());
        diesel::delete(waiting).execute(db)?;
    }
    Ok(())
}

/// Removes mails that still wait and bring interpreters of an event their plan: others take their place.
pub fn withdraw_interpreter_plans(db: &mut Db, event: &EventId, to: &[Email]) -> Result<(), StoreError> {
    for email in to {
        let waiting = outbox::table
            .filter(outbox::event_id.eq(event.as_str()))
            .filter(outbox::kind.eq(MailKind::InterpreterPlan.code()))
            .filter(outbox::recipient.eq(email.as_str()))
            .filter(outbox::state.eq(MailState::Waiting.code()))
            .filter(outbox::claimed_until.is_null());
        diesel::delete(waiting).execute(db)?;
    }
    Ok(())
}

/// Lets a mail wait again after the fault is mended.
pub fn retry(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let waiting = outbox::table
        .find(id.as_str())
        .filter(outbox::state.ne(MailState::Sent.code()))
        .filter(outbox::claimed_until.is_null());
    diesel::update(waiting)
        .set((
            outbox::state.eq(MailState::Waiting.code()),
            outbox::due_at.eq(now.naive_utc()),
            outbox::attempts.eq(0),
        ))
        .execute(db)?;
    Ok(())
}
