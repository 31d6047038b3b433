//! Mails that were given up, and their way back.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::MailState;
use crate::store::connection::Backend;
use crate::store::rows::lower;
use crate::store::schema::{blocked_addresses, outbox};
use crate::store::{Db, StoreError};

/// A mail that was given up.
#[derive(Debug, Clone, Queryable)]
pub struct FailedMail {
    pub id: String,
    /// Why.
    pub problem: String,
}

/// Mails of an event, or of all, that were given up and whose text is still there; none to an address that is blocked.
pub fn list_failed(db: &mut Db, event: Option<&EventId>) -> Result<Vec<FailedMail>, StoreError> {
    let blocked = blocked_addresses::table.select(blocked_addresses::email_key);
    let mut failed = outbox::table
        .filter(outbox::state.eq(MailState::Failed.code()))
        .filter(outbox::mime.ne(""))
        .filter(lower(outbox::recipient).ne_all(blocked))
        .select((outbox::id, outbox::problem))
        .into_boxed::<Backend>();
    if let Some(event) = event {
        failed = failed.filter(outbox::event_id.eq(event.as_str()));
    }
    Ok(failed.load(db)?)
}

/// Lets mails that were given up wait again; gives how many there were. Some hundred at a time, since both databases have a limit
/// on what one statement names.
pub fn put_back(db: &mut Db, mails: &[MailId], now: DateTime<Utc>) -> Result<usize, StoreError> {
    let mut back = 0;
    for some in mails.chunks(500) {
        let ids: Vec<&str> = some.iter().map(MailId::as_str).collect();
        let failed = outbox::table
            .filter(outbox::id.eq_any(ids))
            .filter(outbox::state.eq(MailState::Failed.code()))
            .filter(outbox::mime.ne(""));
        let waiting = (
            outbox::state.eq(MailState::Waiting.code()),
            outbox::due_at.eq(now.naive_utc()),
            outbox::attempts.eq(0),
        );
        back += diesel::update(failed).set(waiting).execute(db)?;
    }
    Ok(back)
}
