//! What organisers were told of deletions to come, and that they postponed one. One announcement of each kind is open at a
//! time; a withdrawn one stays for the record.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{answers, deletion_announcements, deletion_postponements, events, participants};
use super::{Db, StoreError};
use crate::domain::deletion::{Announcement, Postponement};
use crate::domain::ids::{AnnouncementId, EventId, QuestionId};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = deletion_announcements)]
struct AnnouncementRow {
    id: String,
    event_id: String,
    question_id: Option<String>,
    announced_at: NaiveDateTime,
    due_on: NaiveDate,
    withdrawn_at: Option<NaiveDateTime>,
}

impl AnnouncementRow {
    fn into_announcement(self) -> Announcement {
        Announcement {
            id: AnnouncementId(self.id),
            event: EventId(self.event_id),
            question: self.question_id.map(QuestionId),
            announced_at: utc(self.announced_at),
            due_on: self.due_on,
            withdrawn_at: self.withdrawn_at.map(utc),
        }
    }
}

/// Stores one; a second open one of the same kind is a conflict.
pub fn insert(db: &mut Db, announcement: &Announcement) -> Result<(), StoreError> {
    let row = AnnouncementRow {
        id: announcement.id.0.clone(),
        event_id: announcement.event.0.clone(),
        question_id: announcement.question.as_ref().map(|id| id.0.clone()),
        announced_at: announcement.announced_at.naive_utc(),
        due_on: announcement.due_on,
        withdrawn_at: announcement.withdrawn_at.map(|at| at.naive_utc()),
    };
    diesel::insert_into(deletion_announcements::table).values(row).execute(db)?;
    Ok(())
}

/// The open ones of an event, the one of everything first.
pub fn list_open(db: &mut Db, event: &EventId) -> Result<Vec<Announcement>, StoreError> {
    let rows = AnnouncementRow::query()
        .filter(deletion_announcements::event_id.eq(event.as_str()))
        .filter(deletion_announcements::withdrawn_at.is_null())
        .order((deletion_announcements::due_on, deletion_announcements::id))
        .load(db)?;
    let mut open: Vec<Announcement> = rows.into_iter().map(AnnouncementRow::into_announcement).collect();
    open.sort_by_key(|one| one.question.is_some());
    Ok(open)
}

/// The events with an open one whose people still have names.
pub fn list_events(db: &mut Db) -> Result<Vec<EventId>, StoreError> {
    let unshredded = events::table.filter(events::shredded_at.is_null()).select(events::id);
    let ids: Vec<String> = deletion_announcements::table
        .filter(deletion_announcements::withdrawn_at.is_null())
        .filter(deletion_announcements::event_id.eq_any(unshredded))
        .order(deletion_announcements::event_id)
        .select(deletion_announcements::event_id)
        .load(db)?;
    let mut ids: Vec<EventId> = ids.into_iter().map(EventId).collect();
    ids.dedup();
    Ok(ids)
}

/// The open one of everything, or of the answers to a question.
pub fn find_open(
    db: &mut Db,
    event: &EventId,
    question: Option<&QuestionId>,
) -> Result<Option<Announcement>, StoreError> {
    Ok(list_open(db, event)?.into_iter().find(|one| one.question.as_ref() == question))
}

/// The latest of everything that was withdrawn.
pub fn find_withdrawn(db: &mut Db, event: &EventId) -> Result<Option<Announcement>, StoreError> {
    let row = AnnouncementRow::query()
        .filter(deletion_announcements::event_id.eq(event.as_str()))
        .filter(deletion_announcements::question_id.is_null())
        .filter(deletion_announcements::withdrawn_at.is_not_null())
        .order(deletion_announcements::withdrawn_at.desc())
        .first(db)
        .optional()?;
    Ok(row.map(AnnouncementRow::into_announcement))
}

/// Withdraws one.
pub fn withdraw(db: &mut Db, id: &AnnouncementId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(deletion_announcements::table.find(id.as_str()))
        .set(deletion_announcements::withdrawn_at.eq(now.naive_utc()))
        .execute(db)?;
    Ok(())
}

/// Forgets the open ones of an event.
pub fn delete_open(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    let open = deletion_announcements::table
        .filter(deletion_announcements::event_id.eq(event.as_str()))
        .filter(deletion_announcements::withdrawn_at.is_null());
    diesel::delete(open).execute(db)?;
    Ok(())
}

/// How many people of an event still have a name.
pub fn count_people(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    let named = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::name.ne("").or(participants::email.is_not_null()));
    Ok(named.count().get_result(db)?)
}

/// How many answers to a question are kept.
pub fn count_answers(db: &mut Db, question: &QuestionId) -> Result<i64, StoreError> {
    Ok(answers::table.filter(answers::question_id.eq(question.as_str())).count().get_result(db)?)
}

/// That the deletion of an event's persons was postponed.
pub fn find_postponed(db: &mut Db, event: &EventId) -> Result<Option<Postponement>, StoreError> {
    let row: Option<(NaiveDate, String)> = deletion_postponements::table
        .find(event.as_str())
        .select((deletion_postponements::postponed_to, deletion_postponements::why))
        .first(db)
        .optional()?;
    Ok(row.map(|(to, why)| Postponement { to, why }))
}

/// Postpones it; a second time is a conflict.
pub fn postpone(db: &mut Db, event: &EventId, postponed: &Postponement) -> Result<(), StoreError> {
    diesel::insert_into(deletion_postponements::table)
        .values((
            deletion_postponements::event_id.eq(event.as_str()),
            deletion_postponements::postponed_to.eq(postponed.to),
            deletion_postponements::why.eq(postponed.why.as_str()),
        ))
        .execute(db)?;
    Ok(())
}
