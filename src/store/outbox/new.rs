//! Mails into the outbox, many with few statements: a round mails thousands, while others wait for the event.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::ids::{BatchId, MailId};
use crate::domain::mail::{MailState, OutgoingMail};
use crate::store::acts;
use crate::store::rows::insert_all;
use crate::store::schema::outbox;
use crate::store::{Db, StoreError};

/// A mail to be put into the outbox.
#[derive(Debug, Clone, Copy)]
pub struct NewMail<'a> {
    pub id: &'a MailId,
    pub mail: &'a OutgoingMail,
    /// Why it cannot go; none: it is to be sent.
    pub problem: Option<&'static str>,
    /// When it is to go; none: at once.
    pub due_at: Option<DateTime<Utc>>,
}

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: &'a str,
    event_id: Option<&'a str>,
    participant_id: Option<&'a str>,
    kind: &'a str,
    sender: &'a str,
    /// As mail servers take it, so that every spelling is found.
    recipient: String,
    subject: &'a str,
    message_id: &'a str,
    mime: &'a str,
    state: &'a str,
    batch_id: Option<&'a str>,
    attempts: i32,
    due_at: NaiveDateTime,
    problem: &'a str,
    created_at: NaiveDateTime,
    bounce_hash: Option<&'a str>,
    recipient_domain: String,
    useful_until: Option<NaiveDateTime>,
    priority: i32,
    act_id: Option<String>,
}

/// Puts mails into the outbox, to be sent at once, or at their time, unless something is in the way.
pub fn insert_all(db: &mut Db, mails: &[NewMail<'_>], now: DateTime<Utc>) -> Result<(), StoreError> {
    insert_in_state(db, mails, now, None)
}

/// The same for rows of a batch, which have a state of their own.
pub(super) fn insert_in_state(
    db: &mut Db,
    mails: &[NewMail<'_>],
    now: DateTime<Utc>,
    batch: Option<(&'static str, &BatchId)>,
) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = mails.iter().map(|new| row(new, now, batch)).collect();
    insert_all!(db, outbox::table, rows);
    Ok(())
}

fn row<'a>(new: &NewMail<'a>, now: DateTime<Utc>, batch: Option<(&'static str, &'a BatchId)>) -> NewRow<'a> {
    let NewMail { id, mail, problem, due_at } = *new;
    let (act, waits) = acts::of_mail().unzip();
    let state = if problem.is_some() { MailState::Failed } else { MailState::Waiting };
    NewRow {
        id: id.as_str(),
        event_id: mail.event.as_ref().map(|id| id.as_str()),
        participant_id: mail.participant.as_ref().map(|id| id.as_str()),
        kind: mail.kind.code(),
        sender: mail.sender.as_str(),
        recipient: mail.recipient.wire(),
        subject: &mail.subject,
        message_id: &mail.message_id,
        mime: &mail.mime,
        state: batch.map_or(state.code(), |(state, _)| state),
        batch_id: batch.map(|(_, id)| id.as_str()),
        attempts: 0,
        due_at: due_at.max(mail.not_before).max(waits).unwrap_or(now).naive_utc(),
        problem: problem.unwrap_or_default(),
        created_at: now.naive_utc(),
        bounce_hash: mail.bounce.as_ref().map(|hash| hash.0.as_str()),
        recipient_domain: mail.recipient.wire_domain(),
        useful_until: mail.useful_until.map(|until| until.naive_utc()),
        priority: mail.priority as i32,
        act_id: act.map(|act| act.0),
    }
}
