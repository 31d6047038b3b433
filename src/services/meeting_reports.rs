//! What a participant does about one of their meetings: cancel it with a reason, or say that the partner did not come.

use chrono::{DateTime, Utc};

use super::Fault;
use super::meetings::{PlanChange, change_plan};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::meeting_report::{CancelReason, CancelWord, MeetingReport, Said, absent_from};
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::services::log::Actor;
use crate::store::log::LogEntry;
use crate::store::{self, Db, StoreError, events, log};

/// Why a report was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("the report has problems: {0}")]
    Invalid(Problems),
    /// The meeting has begun: nobody can cancel it any more.
    #[error("the meeting has begun")]
    Begun,
    /// The meeting is not on any more.
    #[error("the meeting is cancelled")]
    Cancelled,
    /// Only some minutes after the start can somebody be missed.
    #[error("it is too early to miss anybody")]
    TooEarly,
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ReportError {
    fn from(error: StoreError) -> ReportError {
        ReportError::Fault(error.into())
    }
}

/// A cancellation as it was typed.
#[derive(Debug, Clone, Default)]
pub struct CancelInput {
    pub reason: String,
    pub note: String,
    /// Whether the partner reads reason and note.
    pub told: bool,
}

impl CancelInput {
    fn parse(&self) -> Result<(CancelReason, String), Problems> {
        let mut problems = Problems::new();
        let reason = CancelReason::parse(&self.reason).ok_or_else(|| Message::new("problem-choose-one"));
        let reason = problems.take("reason", reason);
        let note = problems.take("note", text::long(&self.note, text::NOTE_MAX));
        reason.zip(note).ok_or(problems)
    }
}

/// Cancels one meeting of a participant: the slot is free again for both, and both get mails and calendar entries that
/// say so.
pub fn cancel(
    app: &App,
    who: &ParticipantId,
    id: &MeetingId,
    input: &CancelInput,
) -> Result<(), ReportError> {
    let (reason, note) = input.parse().map_err(ReportError::Invalid)?;
    let now = app.clock.now();
    app.store.write(|db| {
        let (event, meeting) = open(db, who, id)?;
        if now >= meeting.starts_at {
            return Err(ReportError::Begun);
        }
        let said = Said::Cancelled { reason, note: note.clone(), told: input.told };
        report(db, who, &meeting, said, now)?;
        let action = format!("meeting.cancelled_{}", reason.code());
        log_about(app, db, &event, who, &action, &note, now)?;
        let word = input.told.then(|| CancelWord { by: who.clone(), reason, note });
        let change = PlanChange { cancelled: vec![meeting], word, ..PlanChange::default() };
        change_plan(app, db, &event, change, &[], now)?;
        Ok(())
    })
}

/// Says that the partner of a meeting did not come. Who waits alone is free for somebody else in the slot.
pub fn report_absent(app: &App, who: &ParticipantId, id: &MeetingId) -> Result<(), ReportError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let (event, meeting) = open(db, who, id)?;
        if now < absent_from(meeting.starts_at) {
            return Err(ReportError::TooEarly);
        }
        let earlier = store::meeting_reports::list(db, &event.id)?;
        let said = |by: &ParticipantId| {
            earlier.iter().any(|known| known.meeting == *id && known.by == *by && known.said == Said::Absent)
        };
        if said(who) {
            return Ok(());
        }
        report(db, who, &meeting, Said::Absent, now)?;
        log_about(app, db, &event, who, "meeting.waited_alone", "", now)?;
        log_about(app, db, &event, meeting.partner_of(who), "meeting.did_not_come", "", now)?;
        Ok(())
    })
}

/// A planned meeting of a participant, under the event's lock.
fn open(db: &mut Db, who: &ParticipantId, id: &MeetingId) -> Result<(Event, Meeting), ReportError> {
    let found = store::meetings::get(db, id)?;
    let event = events::lock(db, &found.event)?;
    let meeting = store::meetings::get(db, id)?;
    if meeting.a != *who && meeting.b != *who {
        return Err(StoreError::NotFound.into());
    }
    match meeting.state {
        MeetingState::Planned => Ok((event, meeting)),
        MeetingState::Cancelled => Err(ReportError::Cancelled),
    }
}

fn report(
    db: &mut Db,
    by: &ParticipantId,
    meeting: &Meeting,
    said: Said,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let report = MeetingReport {
        meeting: meeting.id.clone(),
        event: meeting.event.clone(),
        by: by.clone(),
        said,
        created_at: now,
    };
    store::meeting_reports::put(db, &report)
}

fn log_about(
    app: &App,
    db: &mut Db,
    event: &Event,
    subject: &ParticipantId,
    action: &str,
    detail: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let entry = LogEntry {
        at: now,
        actor: Actor::Participant.code(),
        action: action.to_string(),
        subject: subject.0.clone(),
        detail: detail.to_string(),
    };
    log::insert(db, &id, Some(&event.id), &entry)
}
