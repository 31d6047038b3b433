//! The outbox: mails to be sent, claimed by compare-and-set so that two servers never send one at the same time.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::Backend;
use super::error::known;
use super::rows::{count, lower, utc};
use super::schema::outbox;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::{MailKind, MailState, OutboxEntry, OutgoingMail};
use crate::domain::text::Email;

/// Puts a mail into the outbox, to be sent from `due_at` on.
pub fn insert(
    db: &mut Db,
    mail: &OutgoingMail,
    id: &MailId,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(outbox::table)
        .values((
            (
                outbox::id.eq(id.as_str()),
                outbox::event_id.eq(mail.event.as_ref().map(EventId::as_str)),
                outbox::participant_id.eq(mail.participant.as_ref().map(ParticipantId::as_str)),
                outbox::kind.eq(mail.kind.code()),
                outbox::sender.eq(mail.sender.as_str()),
                outbox::recipient.eq(mail.recipient.as_str()),
                outbox::subject.eq(&mail.subject),
            ),
            (
                outbox::message_id.eq(&mail.message_id),
                outbox::mime.eq(&mail.mime),
                outbox::state.eq(MailState::Waiting.code()),
                outbox::attempts.eq(0),
                outbox::due_at.eq(due_at.naive_utc()),
                outbox::problem.eq(""),
                outbox::created_at.eq(now.naive_utc()),
            ),
        ))
        .execute(db)?;
    Ok(())
}

type MailRow = (String, Option<String>, Option<String>, String, String, String, String, String, String, i32);

/// Claims mails that are due, oldest first, until a time at which another may claim them if this one died.
/// Gives each with the number of tries so far.
pub fn claim_due(
    db: &mut Db,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(MailId, OutgoingMail, u32)>, StoreError> {
    let unclaimed =
        || outbox::claimed_until.is_null().or(outbox::claimed_until.assume_not_null().lt(now.naive_utc()));
    let rows: Vec<MailRow> = outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::due_at.le(now.naive_utc()))
        .filter(unclaimed())
        .order((outbox::due_at, outbox::id))
        .limit(limit)
        .select((
            outbox::id,
            outbox::event_id,
            outbox::participant_id,
            outbox::kind,
            outbox::sender,
            outbox::recipient,
            outbox::subject,
            outbox::message_id,
            outbox::mime,
            outbox::attempts,
        ))
        .load(db)?;
    let mut claimed = Vec::new();
    for row in rows {
        let n = diesel::update(outbox::table.find(&row.0))
            .filter(outbox::state.eq(MailState::Waiting.code()))
            .filter(unclaimed())
            .set(outbox::claimed_until.eq(until.naive_utc()))
            .execute(db)?;
        if n == 1 {
            let id = MailId(row.0.clone());
            match mail(row) {
                Ok(found) => claimed.push(found),
                // A row that cannot be read must not hold up those behind it.
                Err(error) => mark_failed(db, &id, &error.to_string(), None)?,
            }
        }
    }
    Ok(claimed)
}

fn mail(row: MailRow) -> Result<(MailId, OutgoingMail, u32), StoreError> {
    let (id, event, participant, kind, sender, recipient, subject, message_id, mime, attempts) = row;
    let mail = OutgoingMail {
        event: event.map(EventId),
        participant: participant.map(ParticipantId),
        kind: known("mail kind", &kind, MailKind::parse(&kind))?,
        sender: known("sender", &sender, Email::parse(&sender).ok())?,
        recipient: known("recipient", &recipient, Email::parse(&recipient).ok())?,
        subject,
        message_id,
        mime,
    };
    Ok((MailId(id), mail, count(attempts)))
}

/// Marks a mail as sent and forgets its body, which holds a secret link.
pub fn mark_sent(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((
            outbox::state.eq(MailState::Sent.code()),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::mime.eq(""),
            outbox::problem.eq(""),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
            outbox::sent_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes a failed try; `next` is when to try again, or none to give up.
pub fn mark_failed(
    db: &mut Db,
    id: &MailId,
    problem: &str,
    next: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let row = outbox::table.find(id.as_str());
    let tried = (
        outbox::attempts.eq(outbox::attempts + 1),
        outbox::problem.eq(problem),
        outbox::claimed_until.eq(None::<NaiveDateTime>),
    );
    match next {
        Some(next) => diesel::update(row).set((tried, outbox::due_at.eq(next.naive_utc()))).execute(db)?,
        None => diesel::update(row).set((tried, outbox::state.eq(MailState::Failed.code()))).execute(db)?,
    };
    Ok(())
}

/// Notes why no mail goes at the moment. That is no try: the fault is not this mail's.
pub fn postpone(db: &mut Db, id: &MailId, problem: &str, next: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((
            outbox::problem.eq(problem),
            outbox::due_at.eq(next.naive_utc()),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(db)?;
    Ok(())
}

/// Lets a mail wait again after the fault is mended.
pub fn retry(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::state.ne(MailState::Sent.code())))
        .set((
            outbox::state.eq(MailState::Waiting.code()),
            outbox::due_at.eq(now.naive_utc()),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(db)?;
    Ok(())
}

type EntryRow = (
    String,
    String,
    String,
    String,
    String,
    i32,
    NaiveDateTime,
    String,
    NaiveDateTime,
    Option<NaiveDateTime>,
);

fn entry(row: EntryRow) -> Result<OutboxEntry, StoreError> {
    let (id, kind, recipient, subject, state, attempts, due_at, problem, created_at, sent_at) = row;
    Ok(OutboxEntry {
        id: MailId(id),
        kind: known("mail kind", &kind, MailKind::parse(&kind))?,
        recipient,
        subject,
        state: known("mail state", &state, MailState::parse(&state))?,
        attempts: count(attempts),
        due_at: utc(due_at),
        problem,
        created_at: utc(created_at),
        sent_at: sent_at.map(utc),
    })
}

/// What to look for in the outbox.
#[derive(Debug, Clone, Default)]
pub struct OutboxFilter {
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub state: Option<MailState>,
}

type BoxedOutbox<'a> = outbox::BoxedQuery<'a, Backend>;

fn filtered(filter: &OutboxFilter) -> BoxedOutbox<'_> {
    let mut query = outbox::table.into_boxed::<Backend>();
    if let Some(event) = &filter.event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    if let Some(participant) = &filter.participant {
        query = query.filter(outbox::participant_id.eq(participant.as_str()));
    }
    if let Some(state) = filter.state {
        query = query.filter(outbox::state.eq(state.code()));
    }
    query
}

/// A page of mails, newest first.
pub fn list(
    db: &mut Db,
    filter: &OutboxFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<OutboxEntry>, StoreError> {
    let rows: Vec<EntryRow> = filtered(filter)
        .order((outbox::created_at.desc(), outbox::id.desc()))
        .limit(limit)
        .offset(offset)
        .select((
            outbox::id,
            outbox::kind,
            outbox::recipient,
            outbox::subject,
            outbox::state,
            outbox::attempts,
            outbox::due_at,
            outbox::problem,
            outbox::created_at,
            outbox::sent_at,
        ))
        .load(db)?;
    rows.into_iter().map(entry).collect()
}

/// How many mails the filter finds.
pub fn count_found(db: &mut Db, filter: &OutboxFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).select(count_star()).first(db)?)
}

/// How many mails of an event, or of all, are in each state, by the state's code.
pub fn count_by_state(db: &mut Db, event: Option<&EventId>) -> Result<Vec<(String, i64)>, StoreError> {
    let mut query =
        outbox::table.group_by(outbox::state).select((outbox::state, count_star())).into_boxed::<Backend>();
    if let Some(event) = event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    Ok(query.load(db)?)
}

/// One mail with its event; the body is empty once it is sent.
pub fn get(db: &mut Db, id: &MailId) -> Result<(OutboxEntry, Option<EventId>, String), StoreError> {
    let (event, mime): (Option<String>, String) =
        outbox::table.find(id.as_str()).select((outbox::event_id, outbox::mime)).first(db)?;
    let row: EntryRow = outbox::table
        .find(id.as_str())
        .select((
            outbox::id,
            outbox::kind,
            outbox::recipient,
            outbox::subject,
            outbox::state,
            outbox::attempts,
            outbox::due_at,
            outbox::problem,
            outbox::created_at,
            outbox::sent_at,
        ))
        .first(db)?;
    Ok((entry(row)?, event.map(EventId), mime))
}

/// Whether a mail is still to be sent.
pub fn is_waiting(db: &mut Db, id: &MailId) -> Result<bool, StoreError> {
    let state: String = outbox::table.find(id.as_str()).select(outbox::state).first(db)?;
    Ok(state == MailState::Waiting.code())
}

/// When mails of these kinds went to an address in any spelling since a time, oldest first: what the limits count.
pub fn times_to(
    db: &mut Db,
    recipient: &Email,
    kinds: &[MailKind],
    since: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let times: Vec<NaiveDateTime> = outbox::table
        .filter(lower(outbox::recipient).eq(recipient.key()))
        .filter(outbox::kind.eq_any(kinds))
        .filter(outbox::created_at.ge(since.naive_utc()))
        .order(outbox::created_at)
        .select(outbox::created_at)
        .load(db)?;
    Ok(times.into_iter().map(utc).collect())
}
