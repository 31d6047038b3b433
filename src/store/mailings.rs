//! Mailings, and who gets them.
//!
//! Invariant: somebody gets a mailing once. Their row is taken from *due* in the transaction that puts their mail into the outbox,
//! with the mailing's own row locked.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::error::known;
use super::people_filter::filtered;
use super::rows::{self, from_json, insert_all, stored, to_json, utc};
use super::schema::{mailing_recipients, mailings, participants, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId, MailingId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::mailing::{Mailing, MailingState, Outcome};
use crate::domain::nudge::Nudge;
use crate::domain::people_filter::Filter;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = mailings, treat_none_as_default_value = false)]
struct Row {
    id: String,
    event_id: String,
    state: String,
    people: String,
    subject: String,
    text: String,
    created_at: NaiveDateTime,
    changed_at: NaiveDateTime,
    send_at: Option<NaiveDateTime>,
    started_at: Option<NaiveDateTime>,
    ended_at: Option<NaiveDateTime>,
    nudge: Option<String>,
    nudge_days: Option<i32>,
}

impl Row {
    fn of(mailing: &Mailing) -> Result<Row, StoreError> {
        Ok(Row {
            id: mailing.id.0.clone(),
            event_id: mailing.event.0.clone(),
            state: mailing.state.code().to_string(),
            people: people(mailing)?,
            subject: to_json("subject of a mailing", &mailing.subject)?,
            text: to_json("text of a mailing", &mailing.text)?,
            created_at: mailing.created_at.naive_utc(),
            changed_at: mailing.changed_at.naive_utc(),
            send_at: mailing.send_at.map(|at| at.naive_utc()),
            started_at: mailing.started_at.map(|at| at.naive_utc()),
            ended_at: mailing.ended_at.map(|at| at.naive_utc()),
            nudge: mailing.nudge.map(|(nudge, _)| nudge.code().to_string()),
            nudge_days: mailing.nudge.map(|(_, days)| stored(days)),
        })
    }

    fn into_mailing(self) -> Result<Mailing, StoreError> {
        let pairs: Vec<(String, String)> = from_json("people of a mailing", &self.people)?;
        let nudge = |code: &String| known("nudge", code, Nudge::parse(code));
        Ok(Mailing {
            id: MailingId(self.id),
            event: EventId(self.event_id),
            nudge: self.nudge.as_ref().map(nudge).transpose()?.zip(self.nudge_days.map(rows::count)),
            state: known("mailing state", &self.state, MailingState::parse(&self.state))?,
            people: Filter::of_pairs(&pairs),
            subject: from_json("subject of a mailing", &self.subject)?,
            text: from_json("text of a mailing", &self.text)?,
            created_at: utc(self.created_at),
            changed_at: utc(self.changed_at),
            send_at: self.send_at.map(utc),
            started_at: self.started_at.map(utc),
            ended_at: self.ended_at.map(utc),
        })
    }
}

fn people(mailing: &Mailing) -> Result<String, StoreError> {
    to_json("people of a mailing", &mailing.people.pairs())
}

/// Stores a new mailing.
pub fn insert(db: &mut Db, mailing: &Mailing) -> Result<(), StoreError> {
    diesel::insert_into(mailings::table).values(Row::of(mailing)?).execute(db)?;
    Ok(())
}

/// A mailing of an event.
pub fn get(db: &mut Db, event: &EventId, id: &MailingId) -> Result<Mailing, StoreError> {
    let row: Row = Row::query().filter(mailings::event_id.eq(event.as_str())).find(id.as_str()).first(db)?;
    row.into_mailing()
}

/// The mailings of a nudge that were made, the first one first.
pub fn list_nudges(db: &mut Db, event: &EventId, nudge: Nudge) -> Result<Vec<Mailing>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(mailings::event_id.eq(event.as_str()))
        .filter(mailings::nudge.assume_not_null().eq(nudge.code()))
        .order((mailings::created_at, mailings::id))
        .load(db)?;
    rows.into_iter().map(Row::into_mailing).collect()
}

/// A page of an event's mailings, newest first.
pub fn list(db: &mut Db, event: &EventId, limit: i64, offset: i64) -> Result<Vec<Mailing>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(mailings::event_id.eq(event.as_str()))
        .order((mailings::created_at.desc(), mailings::id.desc()))
        .limit(limit)
        .offset(offset)
        .load(db)?;
    rows.into_iter().map(Row::into_mailing).collect()
}

/// How many mailings an event has.
pub fn count(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    Ok(mailings::table.filter(mailings::event_id.eq(event.as_str())).count().get_result(db)?)
}

/// The mailings of an event whose filter searches for words.
pub fn list_searching(db: &mut Db, event: &EventId) -> Result<Vec<Mailing>, StoreError> {
    let rows: Vec<Row> = Row::query().filter(mailings::event_id.eq(event.as_str())).load(db)?;
    let mut found = rows.into_iter().map(Row::into_mailing).collect::<Result<Vec<_>, _>>()?;
    found.retain(|mailing| !mailing.people.search.is_empty());
    Ok(found)
}

/// Forgets the words for which a mailing's filter searches. One that was to go is a draft again: it would go to others.
pub fn forget_search(db: &mut Db, mailing: &Mailing) -> Result<(), StoreError> {
    let mut without = mailing.clone();
    without.people.search.clear();
    let row = mailings::table.find(mailing.id.as_str());
    diesel::update(row).set(mailings::people.eq(people(&without)?)).execute(db)?;
    let draft = Mailing { state: MailingState::Draft, send_at: None, ..without };
    turn(db, MailingState::Scheduled, &draft).map(drop)
}

/// The mailings that something is to be done for now.
pub fn list_due(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<Mailing>, StoreError> {
    let scheduled = mailings::state
        .eq(MailingState::Scheduled.code())
        .and(mailings::send_at.assume_not_null().le(now.naive_utc()));
    let sending = mailings::state.eq(MailingState::Sending.code());
    let ending = mailings::state
        .eq_any([MailingState::Paused.code(), MailingState::Stopped.code()])
        .and(mailings::ended_at.is_null());
    let rows: Vec<Row> = Row::query()
        .filter(scheduled.or(sending).or(ending))
        .order((mailings::send_at, mailings::id))
        .load(db)?;
    rows.into_iter().map(Row::into_mailing).collect()
}

/// Stores the words and the people of a draft; gives whether it is still one.
pub fn update_draft(db: &mut Db, mailing: &Mailing) -> Result<bool, StoreError> {
    let draft =
        mailings::table.find(mailing.id.as_str()).filter(mailings::state.eq(MailingState::Draft.code()));
    let row = Row::of(mailing)?;
    let words = (
        mailings::people.eq(row.people),
        mailings::subject.eq(row.subject),
        mailings::text.eq(row.text),
        mailings::changed_at.eq(row.changed_at),
    );
    Ok(diesel::update(draft).set(words).execute(db)? == 1)
}

/// Deletes a draft; gives whether there was one.
pub fn delete_draft(db: &mut Db, id: &MailingId) -> Result<bool, StoreError> {
    let draft = mailings::table.find(id.as_str()).filter(mailings::state.eq(MailingState::Draft.code()));
    Ok(diesel::delete(draft).execute(db)? == 1)
}

/// Gives a mailing the state and the times that are said, if it has still the state that it had; its row is locked then.
pub fn turn(db: &mut Db, before: MailingState, after: &Mailing) -> Result<bool, StoreError> {
    let known = mailings::table.find(after.id.as_str()).filter(mailings::state.eq(before.code()));
    let row = Row::of(after)?;
    let set = (
        mailings::state.eq(row.state),
        mailings::send_at.eq(row.send_at),
        mailings::started_at.eq(row.started_at),
        mailings::ended_at.eq(row.ended_at),
    );
    Ok(diesel::update(known).set(set).execute(db)? == 1)
}

/// Forgets whom every mailing of an event was for.
pub fn forget_people_of(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    let of_event = mailings::table.filter(mailings::event_id.eq(event.as_str()));
    diesel::update(of_event).set(mailings::people.eq("[]")).execute(db)?;
    Ok(())
}

/// Lets nothing go by itself in a database that comes from a backup: what was to go is a draft, what was going is paused.
pub fn settle_restored(db: &mut Db) -> Result<(), StoreError> {
    let scheduled = mailings::table.filter(mailings::state.eq(MailingState::Scheduled.code()));
    diesel::update(scheduled)
        .set((mailings::state.eq(MailingState::Draft.code()), mailings::send_at.eq(None::<NaiveDateTime>)))
        .execute(db)?;
    let sending = mailings::table.filter(mailings::state.eq(MailingState::Sending.code()));
    diesel::update(sending).set(mailings::state.eq(MailingState::Paused.code())).execute(db)?;
    Ok(())
}

/// Somebody whom a filter means, as far as it says whether a mailing goes to them.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub id: ParticipantId,
    pub lang: Lang,
    /// Code of the state of their registration.
    pub state: String,
    /// None where they have no address, or everything about them was deleted.
    pub email_key: Option<String>,
}

/// Whom a filter means, of these people alone if some are given, in the order in which they came.
pub fn candidates(
    db: &mut Db,
    event: &EventId,
    filter: &Filter,
    among: Option<&[ParticipantId]>,
) -> Result<Vec<Candidate>, StoreError> {
    let mut query = filtered(event, filter);
    if let Some(people) = among {
        let ids: Vec<String> = people.iter().map(|id| id.0.clone()).collect();
        query = query.filter(registrations::participant_id.eq_any(ids));
    }
    let rows: Vec<(String, String, String, Option<String>)> = query
        .order((registrations::created_at, registrations::participant_id))
        .select((participants::id, participants::lang, registrations::state, participants::email_key))
        .load(db)?;
    let candidate = |(id, lang, state, email_key): (String, String, String, Option<String>)| {
        let lang = known("language", &lang, Lang::parse(&lang))?;
        Ok(Candidate { id: ParticipantId(id), lang, state, email_key })
    };
    rows.into_iter().map(candidate).collect()
}

#[derive(Insertable)]
#[diesel(table_name = mailing_recipients)]
struct RecipientRow<'a> {
    mailing_id: &'a str,
    participant_id: &'a str,
    outcome: &'a str,
}

/// Stores who is to get a mailing.
pub fn insert_recipients(db: &mut Db, id: &MailingId, people: &[ParticipantId]) -> Result<(), StoreError> {
    let row = |who| RecipientRow {
        mailing_id: id.as_str(),
        participant_id: ParticipantId::as_str(who),
        outcome: Outcome::Due.code(),
    };
    let rows: Vec<RecipientRow<'_>> = people.iter().map(row).collect();
    insert_all!(db, mailing_recipients::table, rows);
    Ok(())
}

/// Some of those whose mails are still to be made.
pub fn list_due_recipients(db: &mut Db, id: &MailingId, most: i64) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = mailing_recipients::table
        .filter(mailing_recipients::mailing_id.eq(id.as_str()))
        .filter(mailing_recipients::outcome.eq(Outcome::Due.code()))
        .order(mailing_recipients::participant_id)
        .limit(most)
        .select(mailing_recipients::participant_id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}

/// Says what becomes of somebody whose mail was still to be made, and which mail it is; gives whether it was.
pub fn settle_recipient(
    db: &mut Db,
    id: &MailingId,
    who: &ParticipantId,
    (outcome, mail): (Outcome, Option<&MailId>),
) -> Result<bool, StoreError> {
    let due = mailing_recipients::table
        .find((id.as_str(), who.as_str()))
        .filter(mailing_recipients::outcome.eq(Outcome::Due.code()));
    let set = (
        mailing_recipients::outcome.eq(outcome.code()),
        mailing_recipients::mail_id.eq(mail.map(MailId::as_str)),
    );
    Ok(diesel::update(due).set(set).execute(db)? == 1)
}

/// Says of everybody whose mail is still to be made, and of those whose mails were removed, that it never goes.
pub fn stop_recipients(db: &mut Db, id: &MailingId, removed: &[String]) -> Result<(), StoreError> {
    let of_mailing = || mailing_recipients::table.filter(mailing_recipients::mailing_id.eq(id.as_str()));
    let stopped = || {
        (
            mailing_recipients::outcome.eq(Outcome::Stopped.code()),
            mailing_recipients::mail_id.eq(None::<String>),
        )
    };
    diesel::update(of_mailing().filter(mailing_recipients::outcome.eq(Outcome::Due.code())))
        .set(stopped())
        .execute(db)?;
    for some in removed.chunks(5_000) {
        let theirs = mailing_recipients::mail_id.is_not_null();
        let theirs = theirs.and(mailing_recipients::mail_id.assume_not_null().eq_any(some));
        diesel::update(of_mailing().filter(theirs)).set(stopped()).execute(db)?;
    }
    Ok(())
}

/// How many recipients of these mailings have each outcome.
pub fn count_outcomes(db: &mut Db, ids: &[&MailingId]) -> Result<Vec<(MailingId, Outcome, i64)>, StoreError> {
    let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    let counts: Vec<(String, String, i64)> = mailing_recipients::table
        .filter(mailing_recipients::mailing_id.eq_any(ids))
        .group_by((mailing_recipients::mailing_id, mailing_recipients::outcome))
        .select((mailing_recipients::mailing_id, mailing_recipients::outcome, count_star()))
        .load(db)?;
    let read = |(id, code, n): (String, String, i64)| {
        Ok((MailingId(id), known("outcome", &code, Outcome::parse(&code))?, n))
    };
    counts.into_iter().map(read).collect()
}
