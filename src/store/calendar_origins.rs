//! By what calendars know what each event sends them.

use diesel::prelude::*;

use super::error::known;
use super::rows::{count, stored};
use super::schema::{calendar_origins, events, meetings, outbox};
use super::{Db, StoreError};
use crate::domain::calendar_answer::Declines;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::ids::EventId;
use crate::domain::mail::MailKind;
use crate::domain::text::Email;

/// The kinds of mail that tell calendars of meetings.
const TELLING: [MailKind; 4] =
    [MailKind::Schedule, MailKind::ScheduleChanged, MailKind::Invitation, MailKind::MeetingCancelled];

/// The origin of an event's calendars.
pub fn find(db: &mut Db, event: &EventId) -> Result<Option<CalendarOrigin>, StoreError> {
    let row: Option<(String, String, i32)> = calendar_origins::table
        .find(event.as_str())
        .select((calendar_origins::uid_host, calendar_origins::organiser, calendar_origins::revision))
        .first(db)
        .optional()?;
    let origin = |(host, organiser, revision): (String, String, i32)| {
        let organiser = known("calendar organiser", &organiser, Email::parse(&organiser).ok())?;
        Ok(CalendarOrigin { host, organiser, revision: count(revision) })
    };
    row.map(origin).transpose()
}

/// Stores it, unless there is one.
pub fn insert(db: &mut Db, event: &EventId, origin: &CalendarOrigin) -> Result<(), StoreError> {
    if find(db, event)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(calendar_origins::table)
        .values((
            calendar_origins::event_id.eq(event.as_str()),
            calendar_origins::uid_host.eq(&origin.host),
            calendar_origins::organiser.eq(origin.organiser.as_str()),
            calendar_origins::revision.eq(stored(origin.revision)),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that the event or a session is at another time or place, so that calendars take the new entry for the newer one.
pub fn raise(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::update(calendar_origins::table.find(event.as_str()))
        .set(calendar_origins::revision.eq(calendar_origins::revision + 1))
        .execute(db)?;
    Ok(())
}

/// What an event does when somebody declines a meeting in their calendar.
pub fn declines(db: &mut Db, event: &EventId) -> Result<Declines, StoreError> {
    let code: Option<String> = calendar_origins::table
        .find(event.as_str())
        .select(calendar_origins::declines)
        .first(db)
        .optional()?;
    code.map_or(Ok(Declines::default()), |code| known("declines", &code, Declines::parse(&code)))
}

/// Changes that.
pub fn set_declines(db: &mut Db, event: &EventId, declines: Declines) -> Result<(), StoreError> {
    diesel::update(calendar_origins::table.find(event.as_str()))
        .set(calendar_origins::declines.eq(declines.code()))
        .execute(db)?;
    Ok(())
}

/// Events that have none.
pub fn list_without(db: &mut Db) -> Result<Vec<EventId>, StoreError> {
    let ids: Vec<String> = events::table
        .filter(events::id.ne_all(calendar_origins::table.select(calendar_origins::event_id)))
        .select(events::id)
        .load(db)?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// The Message-ID of the first mail that told a calendar of a meeting of an event: it ends as the UIDs of that time did.
pub fn first_message_id(db: &mut Db, event: &EventId) -> Result<Option<String>, StoreError> {
    let kinds = TELLING.map(|kind| kind.code());
    Ok(outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::kind.eq_any(kinds))
        .order((outbox::created_at, outbox::id))
        .select(outbox::message_id)
        .first(db)
        .optional()?)
}

/// Whether an event has ever had a meeting, which calendars may know.
pub fn has_meetings(db: &mut Db, event: &EventId) -> Result<bool, StoreError> {
    let one = meetings::table.filter(meetings::event_id.eq(event.as_str())).select(meetings::id);
    Ok(one.first::<String>(db).optional()?.is_some())
}
