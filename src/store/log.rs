//! The log of who changed what: rows are only ever added, but for those about visitors whom nobody knows, which go after some
//! days.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::rows::{insert_all, utc};
use super::schema::log;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};

/// To what of an event something happened.
pub fn subjects(db: &mut Db, event: &EventId, action: &str) -> Result<Vec<String>, StoreError> {
    let noted = log::table.filter(log::event_id.eq(event.as_str())).filter(log::action.eq(action));
    Ok(noted.select(log::subject_id).load(db)?)
}

/// One entry of the log.
#[derive(Debug, Clone)]
pub struct LogEntry {
    pub at: DateTime<Utc>,
    /// `participant`, `organiser:<account id>` or `system`.
    pub actor: String,
    /// What happened, such as `registration.confirmed`.
    pub action: String,
    /// Id of what it happened to.
    pub subject: String,
    pub detail: String,
}

#[derive(HasQuery)]
#[diesel(table_name = log)]
struct LogRow {
    at: NaiveDateTime,
    actor: String,
    action: String,
    subject_id: String,
    detail: String,
}

impl LogRow {
    fn into_entry(self) -> LogEntry {
        LogEntry {
            at: utc(self.at),
            actor: self.actor,
            action: self.action,
            subject: self.subject_id,
            detail: self.detail,
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = log, treat_none_as_default_value = false)]
struct NewEntry<'a> {
    id: &'a str,
    event_id: Option<&'a str>,
    at: NaiveDateTime,
    actor: &'a str,
    action: &'a str,
    subject_id: &'a str,
    detail: &'a str,
}

/// Adds an entry.
pub fn insert(db: &mut Db, id: &str, event: Option<&EventId>, entry: &LogEntry) -> Result<(), StoreError> {
    insert_many(db, event, &[(id, entry)])
}

/// Adds entries with their ids.
pub fn insert_many<'e>(
    db: &mut Db,
    event: Option<&'e EventId>,
    entries: &[(&'e str, &'e LogEntry)],
) -> Result<(), StoreError> {
    let row = |(id, entry): &(&'e str, &'e LogEntry)| NewEntry {
        id,
        event_id: event.map(EventId::as_str),
        at: entry.at.naive_utc(),
        actor: &entry.actor,
        action: &entry.action,
        subject_id: &entry.subject,
        detail: &entry.detail,
    };
    let rows: Vec<NewEntry<'_>> = entries.iter().map(row).collect();
    insert_all!(db, log::table, rows);
    Ok(())
}

/// How many entries outside any event have this action and subject since a time: what the limits on log-ins count.
pub fn count_since(
    db: &mut Db,
    action: &str,
    subject: &str,
    since: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let found = log::table
        .filter(log::event_id.is_null())
        .filter(log::at.ge(since.naive_utc()))
        .filter(log::action.eq(action))
        .filter(log::subject_id.eq(subject));
    Ok(found.count().get_result(db)?)
}

/// Whether an entry outside any event has this action and subject.
pub fn has(db: &mut Db, action: &str, subject: &str) -> Result<bool, StoreError> {
    let found = log::table
        .filter(log::event_id.is_null())
        .filter(log::action.eq(action))
        .filter(log::subject_id.eq(subject));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Deletes the entries outside any event with this action from before a time, and the oldest beyond so many.
pub fn delete_outside_events(
    db: &mut Db,
    action: &str,
    before: DateTime<Utc>,
    most: i64,
) -> Result<usize, StoreError> {
    let of_kind = || log::event_id.is_null().and(log::action.eq(action.to_string()));
    let newest = log::table.filter(of_kind()).order((log::at.desc(), log::id.desc()));
    let first_beyond: Option<NaiveDateTime> = newest.offset(most).select(log::at).first(db).optional()?;
    let before = before.naive_utc();
    let until = first_beyond.map_or(before, |at| at.max(before));
    Ok(diesel::delete(log::table.filter(of_kind()).filter(log::at.le(until))).execute(db)?)
}

/// The same, with the time of the last.
pub fn tally(
    db: &mut Db,
    action: &str,
    subject: &str,
    since: DateTime<Utc>,
) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let found = log::table
        .filter(log::event_id.is_null())
        .filter(log::at.ge(since.naive_utc()))
        .filter(log::action.eq(action))
        .filter(log::subject_id.eq(subject))
        .select((count_star(), max(log::at)));
    let (count, last): (i64, Option<NaiveDateTime>) = found.first(db)?;
    Ok((count, last.map(utc)))
}

/// The entry of an event that says who did this to a subject last; none if nobody did.
pub fn last(
    db: &mut Db,
    event: &EventId,
    action: &str,
    subject: &str,
) -> Result<Option<LogEntry>, StoreError> {
    let found = LogRow::query()
        .filter(log::event_id.eq(event.as_str()))
        .filter(log::action.eq(action))
        .filter(log::subject_id.eq(subject))
        .order((log::at.desc(), log::id.desc()));
    Ok(found.first(db).optional()?.map(LogRow::into_entry))
}

/// The entries of an event that say which answers of participants changed, oldest first.
pub fn list_changes(db: &mut Db, event: &EventId) -> Result<Vec<LogEntry>, StoreError> {
    let found = LogRow::query()
        .filter(log::event_id.eq(event.as_str()))
        .filter(log::action.like("participant.%"))
        .filter(log::detail.like("[%"))
        .order((log::at, log::id));
    Ok(found.load(db)?.into_iter().map(LogRow::into_entry).collect())
}

/// When each of these participants last changed answers of theirs.
pub fn last_own_changes(
    db: &mut Db,
    event: &EventId,
    ids: &[&str],
) -> Result<HashMap<ParticipantId, DateTime<Utc>>, StoreError> {
    let actions =
        ["participant.changed_person", "participant.changed_interests", "participant.changed_attendance"];
    let rows: Vec<(String, Option<NaiveDateTime>)> = log::table
        .filter(log::event_id.eq(event.as_str()))
        .filter(log::actor.eq("participant"))
        .filter(log::action.eq_any(actions))
        .filter(log::subject_id.eq_any(ids))
        .group_by(log::subject_id)
        .select((log::subject_id, max(log::at)))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, at)| Some((ParticipantId(id), utc(at?)))).collect())
}

/// The entries of an event, newest first; of one subject if given.
pub fn list(
    db: &mut Db,
    event: &EventId,
    subject: Option<&str>,
    limit: i64,
) -> Result<Vec<LogEntry>, StoreError> {
    let mut query = LogRow::query()
        .filter(log::event_id.eq(event.as_str()))
        .order((log::at.desc(), log::id.desc()))
        .limit(limit)
        .into_boxed::<super::connection::Backend>();
    if let Some(subject) = subject {
        query = query.filter(log::subject_id.eq(subject.to_string()));
    }
    Ok(query.load(db)?.into_iter().map(LogRow::into_entry).collect())
}

/// How many entries an event has.
pub fn count(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    Ok(log::table.filter(log::event_id.eq(event.as_str())).count().get_result(db)?)
}

/// Some entries of an event, newest first.
pub fn list_part(db: &mut Db, event: &EventId, skip: i64, limit: i64) -> Result<Vec<LogEntry>, StoreError> {
    let found = LogRow::query()
        .filter(log::event_id.eq(event.as_str()))
        .order((log::at.desc(), log::id.desc()))
        .offset(skip)
        .limit(limit);
    Ok(found.load(db)?.into_iter().map(LogRow::into_entry).collect())
}

/// Deletes what is told of somebody who is deleted wholly.
pub fn delete_of(db: &mut Db, subject: &str) -> Result<(), StoreError> {
    diesel::delete(log::table.filter(log::subject_id.eq(subject))).execute(db)?;
    Ok(())
}
