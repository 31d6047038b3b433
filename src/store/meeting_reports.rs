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

#[derive(HasQuery, Insertable)]
#[diesel(table_name = meeting_reports)]
struct ReportRow {
    meeting_id: String,
    by_id: String,
    event_id: String,
    kind: String,
    reason: String,
    note: String,
    told: bool,
    created_at: NaiveDateTime,
}

impl ReportRow {
    fn into_report(self) -> Result<MeetingReport, StoreError> {
        let said = match self.kind.as_str() {
            CANCELLED => {
                let reason = known("cancel reason", &self.reason, CancelReason::parse(&self.reason))?;
                Some(Said::Cancelled { reason, note: self.note, told: self.told })
            }
            ABSENT => Some(Said::Absent),
            _ => None,
        };
        Ok(MeetingReport {
            meeting: MeetingId(self.meeting_id),
            event: EventId(self.event_id),
            by: ParticipantId(self.by_id),
            said: known("meeting report", &self.kind, said)?,
            created_at: utc(self.created_at),
        })
    }
}

/// Stores a report; the same said twice is stored once.
pub fn put(db: &mut Db, report: &MeetingReport) -> Result<(), StoreError> {
    let (kind, reason, note, told) = match &report.said {
        Said::Cancelled { reason, note, told } => (CANCELLED, reason.code(), note.as_str(), *told),
        Said::Absent => (ABSENT, "", "", false),
    };
    let key = (report.meeting.as_str(), report.by.as_str(), kind);
    diesel::delete(meeting_reports::table.find(key)).execute(db)?;
    let row = ReportRow {
        meeting_id: report.meeting.0.clone(),
        by_id: report.by.0.clone(),
        event_id: report.event.0.clone(),
        kind: kind.to_string(),
        reason: reason.to_string(),
        note: note.to_string(),
        told,
        created_at: report.created_at.naive_utc(),
    };
    diesel::insert_into(meeting_reports::table).values(row).execute(db)?;
    Ok(())
}

/// Every report of an event, oldest first.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<MeetingReport>, StoreError> {
    let rows = ReportRow::query()
        .filter(meeting_reports::event_id.eq(event.as_str()))
        .order((meeting_reports::created_at, meeting_reports::meeting_id))
        .load(db)?;
    rows.into_iter().map(ReportRow::into_report).collect()
}

/// To how many meetings of an event somebody did not come, as far as it was said.
pub fn count_missed(db: &mut Db, event: &EventId) -> Result<usize, StoreError> {
    let missed: i64 = meeting_reports::table
        .filter(meeting_reports::event_id.eq(event.as_str()))
        .filter(meeting_reports::kind.eq(ABSENT))
        .select(diesel::dsl::count(meeting_reports::meeting_id).aggregate_distinct())
        .first(db)?;
    Ok(usize::try_from(missed).unwrap_or_default())
}
