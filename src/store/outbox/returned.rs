//! Mails that came back, and those that still wait for an address that takes none.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::MailState;
use crate::domain::text::Email;
use crate::domain::token::TokenHash;
use crate::store::error::known;
use crate::store::rows::lower;
use crate::store::schema::outbox;
use crate::store::{Db, StoreError};

/// A mail that came back.
#[derive(Debug, Clone)]
pub struct ReturnedMail {
    pub id: MailId,
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub recipient: Email,
}

#[derive(HasQuery)]
#[diesel(table_name = outbox)]
struct ReturnedRow {
    id: String,
    event_id: Option<String>,
    participant_id: Option<String>,
    recipient: String,
}

impl ReturnedRow {
    fn into_mail(self) -> Result<ReturnedMail, StoreError> {
        Ok(ReturnedMail {
            id: MailId(self.id),
            event: self.event_id.map(EventId),
            participant: self.participant_id.map(ParticipantId),
            recipient: known("recipient", &self.recipient, Email::parse(&self.recipient).ok())?,
        })
    }
}

/// The mail whose envelope sender had this token.
pub fn find_by_bounce(db: &mut Db, hash: &TokenHash) -> Result<Option<ReturnedMail>, StoreError> {
    let row = ReturnedRow::query().filter(outbox::bounce_hash.eq(&hash.0)).first(db).optional()?;
    row.map(ReturnedRow::into_mail).transpose()
}

/// The mail with this Message-ID.
pub fn find_by_message_id(db: &mut Db, message_id: &str) -> Result<Option<ReturnedMail>, StoreError> {
    let row = ReturnedRow::query().filter(outbox::message_id.eq(message_id)).first(db).optional()?;
    row.map(ReturnedRow::into_mail).transpose()
}

/// Notes that a sent mail came back, and why; gives whether that is news.
pub fn mark_bounced(db: &mut Db, id: &MailId, problem: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let sent = outbox::table
        .find(id.as_str())
        .filter(outbox::state.eq(MailState::Sent.code()))
        .filter(outbox::bounced_at.is_null());
    let news = (outbox::bounced_at.eq(now.naive_utc()), outbox::problem.eq(problem));
    Ok(diesel::update(sent).set(news).execute(db)? == 1)
}

/// Gives up the mails that still wait for an address, in any spelling.
pub fn fail_waiting_to(db: &mut Db, email_key: &str, problem: &str) -> Result<usize, StoreError> {
    let waiting = outbox::table
        .filter(lower(outbox::recipient).eq(email_key))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null());
    let failed = (outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(problem));
    Ok(diesel::update(waiting).set(failed).execute(db)?)
}
