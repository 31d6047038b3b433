//! Reading the outbox: its pages, its counts, and what the limits on mails go by.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::batches::BATCHED;
use super::mailing::mails_of;
use crate::domain::ids::{EventId, MailId, MailingId, ParticipantId};
use crate::domain::mail::{EVENT_NOT_PUBLIC, MailKind, MailState, OutboxEntry};
use crate::domain::text::{Email, readable_address};
use crate::store::connection::Backend;
use crate::store::error::known;
use crate::store::rows::{count, lower, utc};
use crate::store::schema::outbox;
use crate::store::{Db, StoreError};

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct EntryRow {
    id: String,
    kind: String,
    recipient: String,
    subject: String,
    state: String,
    attempts: i32,
    due_at: NaiveDateTime,
    problem: String,
    created_at: NaiveDateTime,
    sent_at: Option<NaiveDateTime>,
    bounced_at: Option<NaiveDateTime>,
}

impl EntryRow {
    fn into_entry(self) -> Result<OutboxEntry, StoreError> {
        let state = known("mail state", &self.state, MailState::parse(&self.state))?;
        Ok(OutboxEntry {
            id: MailId(self.id),
            kind: known("mail kind", &self.kind, MailKind::parse(&self.kind))?,
            recipient: readable_address(&self.recipient),
            subject: self.subject,
            state: match state {
                _ if self.bounced_at.is_some() => MailState::Bounced,
                MailState::Failed if self.problem == EVENT_NOT_PUBLIC => MailState::Held,
                state => state,
            },
            attempts: count(self.attempts),
            due_at: utc(self.due_at),
            problem: self.problem,
            created_at: utc(self.created_at),
            sent_at: self.sent_at.map(utc),
        })
    }
}

/// What to look for in the outbox.
#[derive(Debug, Clone, Default)]
pub struct OutboxFilter {
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub mailing: Option<MailingId>,
    pub state: Option<MailState>,
}

type BoxedOutbox<'a> = outbox::BoxedQuery<'a, Backend>;

fn filtered(filter: &OutboxFilter) -> BoxedOutbox<'_> {
    let mut query = outbox::table.filter(outbox::state.ne(BATCHED)).into_boxed::<Backend>();
    if let Some(event) = &filter.event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    if let Some(participant) = &filter.participant {
        query = query.filter(outbox::participant_id.eq(participant.as_str()));
    }
    if let Some(mailing) = &filter.mailing {
        query = query.filter(outbox::id.eq_any(mails_of(mailing.as_str())));
    }
    match filter.state {
        None => {}
        Some(MailState::Bounced) => query = query.filter(outbox::bounced_at.is_not_null()),
        Some(MailState::Held) => {
            query = query.filter(outbox::state.eq(MailState::Failed.code()));
            query = query.filter(outbox::problem.eq(EVENT_NOT_PUBLIC));
        }
        Some(MailState::Failed) => {
            query =
                query.filter(outbox::state.eq(MailState::Failed.code())).filter(outbox::bounced_at.is_null());
            query = query.filter(outbox::problem.ne(EVENT_NOT_PUBLIC));
        }
        Some(state) => {
            query = query.filter(outbox::state.eq(state.code())).filter(outbox::bounced_at.is_null());
        }
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
        .select(EntryRow::as_select())
        .load(db)?;
    rows.into_iter().map(EntryRow::into_entry).collect()
}

/// How many mails the filter finds.
pub fn count_found(db: &mut Db, filter: &OutboxFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).select(count_star()).first(db)?)
}

/// How many mails of an event, or of all, are in each state, by the state's code.
pub fn count_by_state(db: &mut Db, event: Option<&EventId>) -> Result<Vec<(String, i64)>, StoreError> {
    count_states(db, &OutboxFilter { event: event.cloned(), ..OutboxFilter::default() })
}

/// The same of the mails that a filter finds, whatever state it asks for.
pub fn count_states(db: &mut Db, of: &OutboxFilter) -> Result<Vec<(String, i64)>, StoreError> {
    let mut query = outbox::table
        .filter(outbox::state.ne(BATCHED))
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .into_boxed::<Backend>();
    if let Some(event) = &of.event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    if let Some(mailing) = &of.mailing {
        query = query.filter(outbox::id.eq_any(mails_of(mailing.as_str())));
    }
    let mut counts: Vec<(String, i64)> = query.load(db)?;
    // What came back is stored as sent, and what is held as failed.
    for (told, stored) in [(MailState::Bounced, MailState::Sent), (MailState::Held, MailState::Failed)] {
        let filter = OutboxFilter { state: Some(told), ..of.clone() };
        let found = count_found(db, &filter)?;
        for (state, n) in &mut counts {
            if state == stored.code() {
                *n -= found;
            }
        }
        counts.push((told.code().to_string(), found));
    }
    Ok(counts)
}

/// One mail with its event; the body is empty once it is sent.
pub fn get(db: &mut Db, id: &MailId) -> Result<(OutboxEntry, Option<EventId>, String), StoreError> {
    let (row, event, mime): (EntryRow, Option<String>, String) = outbox::table
        .find(id.as_str())
        .select((EntryRow::as_select(), outbox::event_id, outbox::mime))
        .first(db)?;
    Ok((row.into_entry()?, event.map(EventId), mime))
}

/// The mails of an event that still go, with their texts.
pub fn list_waiting_of_event(db: &mut Db, event: &EventId) -> Result<Vec<(String, String)>, StoreError> {
    Ok(outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::state.eq_any([MailState::Waiting.code(), BATCHED]))
        .select((outbox::id, outbox::mime))
        .load(db)?)
}

/// The ids of all mails of an event.
pub fn ids_of_event(db: &mut Db, event: &EventId) -> Result<Vec<String>, StoreError> {
    Ok(outbox::table.filter(outbox::event_id.eq(event.as_str())).select(outbox::id).load(db)?)
}

/// Whether a mail is still to be sent, or may be.
pub fn is_waiting(db: &mut Db, id: &MailId) -> Result<bool, StoreError> {
    let state: String = outbox::table.find(id.as_str()).select(outbox::state).first(db)?;
    Ok(state == MailState::Waiting.code() || state == BATCHED)
}

/// When mails of these kinds went to an address in any spelling within an age, oldest first: what the limits count. Times that lie
/// ahead were written before the clock was set back and count no more: whoever asks anew would wait for them in vain.
pub fn times_to(
    db: &mut Db,
    recipient: &Email,
    kinds: &[MailKind],
    now: DateTime<Utc>,
    age: Duration,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let times: Vec<NaiveDateTime> = outbox::table
        .filter(lower(outbox::recipient).eq(recipient.key()))
        .filter(outbox::kind.eq_any(kinds))
        .filter(outbox::created_at.ge((now - age).naive_utc()))
        .filter(outbox::created_at.le(now.naive_utc()))
        .order(outbox::created_at)
        .select(outbox::created_at)
        .load(db)?;
    Ok(times.into_iter().map(utc).collect())
}
