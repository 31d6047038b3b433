//! What participants say of their meetings.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::meeting_reports;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MeetingId, ParticipantId};
use crate::domain::meeting_report::{CancelReason, MeetingReport, Said};

const CANCELLED: &str = "cancelled";
const ABSENT: &str = "absent";

type Row = (String, String, String, String, String, String, bool, NaiveDateTime);

fn report(row: Row) -> Result<MeetingReport, StoreError> {
    let (meeting, by, event, kind, reason, note, told, created_at) = row;
    let said = match kind.as_str() {
        CANCELLED => {
            let reason = known("cancel reason", &reason, CancelReason::parse(&reason))?;
            Some(Said::Cancelled { reason, note, told })
        }
        ABSENT => Some(Said::Absent),
        _ => None,
    };
    Ok(MeetingReport {
        meeting: MeetingId(meeting),
        event: EventId(event),
        by: ParticipantId(by),
        said: known("meeting report", &kind, said)?,
        created_at: utc(created_at),
    })
}

/// Stores a report; the same said twice is stored once.
pub fn put(db: &mut Db, report: &MeetingReport) -> Result<(), StoreError> {
    let (kind, reason, note, told) = match &report.said {
        Said::Cancelled { reason, note, told } => (CANCELLED, reason.code(), note.as_str(), *told),
        Said::Absent => (ABSENT, "", "", false),
    };
    let key = (report.meeting.as_str(), report.by.as_str(), kind);
    diesel::delete(meeting_reports::table.find(key)).execute(db)?;
    diesel::insert_into(meeting_reports::table)
        .values((
            meeting_reports::meeting_id.eq(report.meeting.as_str()),
            meeting_reports::by_id.eq(report.by.as_str()),
            meeting_reports::event_id.eq(report.event.as_str()),
            meeting_reports::kind.eq(kind),
            meeting_reports::reason.eq(reason),
            meeting_reports::note.eq(note),
            meeting_reports::told.eq(told),
            meeting_reports::created_at.eq(report.created_at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Every report of an event, oldest first.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<MeetingReport>, StoreError> {
    let rows: Vec<Row> = meeting_reports::table
        .filter(meeting_reports::event_id.eq(event.as_str()))
        .order((meeting_reports::created_at, meeting_reports::meeting_id))
        .load(db)?;
    rows.into_iter().map(report).collect()
}
