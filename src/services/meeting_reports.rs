//! What a participant does about one of their meetings: cancel it with a reason, or say that the partner did not come.

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{Actor, OwnAccess};
use super::fault::from_store_error;
use super::log::{note, note_detail};
use super::meetings::{PlanChange, change_plan};
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::meeting_report::{CancelReason, MeetingReport, Said, absent_from};
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::store::{self, Db, StoreError, events};

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

from_store_error!(ReportError);

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
pub fn cancel(app: &App, own: &OwnAccess, id: &MeetingId, input: &CancelInput) -> Result<(), ReportError> {
    let who = own.id();
    let (reason, note) = input.parse().map_err(ReportError::Invalid)?;
    write(app, |tx| {
        let (event, meeting) = open(tx.db, who, id)?;
        if tx.now >= meeting.starts_at {
            return Err(ReportError::Begun);
        }
        let said = Said::Cancelled { reason, note: note.clone(), told: input.told };
        report(tx.db, who, &meeting, said, tx.now)?;
        let action = format!("meeting.cancelled_{}", reason.code());
        note_detail(tx, &event.id, who, own.actor(), &action, &note)?;
        let change = PlanChange { cancelled: vec![meeting], ..PlanChange::default() };
        change_plan(tx, &event, change)?;
        Ok(())
    })
}

/// Calls a meeting off that one of the two has declined in their calendar. The event's row is locked.
pub(super) fn call_off(
    tx: &mut Tx<'_>,
    event: &Event,
    meeting: &Meeting,
    who: &ParticipantId,
) -> Result<(), Fault> {
    note_called_off(tx, meeting, who, CancelReason::Calendar)?;
    let change = PlanChange { cancelled: vec![meeting.clone()], ..PlanChange::default() };
    change_plan(tx, event, change)?;
    Ok(())
}

/// Notes that somebody calls a meeting off with a change of their own; the partner is not told why. The event's row is locked.
pub(super) fn note_called_off(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    who: &ParticipantId,
    reason: CancelReason,
) -> Result<(), StoreError> {
    let said = Said::Cancelled { reason, note: String::new(), told: false };
    report(tx.db, who, meeting, said, tx.now)?;
    note(tx, &meeting.event, who, &Actor::Participant, &format!("meeting.cancelled_{}", reason.code()))
}

/// Says that the partner of a meeting did not come. Who waits alone is free for somebody else in the slot.
pub fn report_absent(app: &App, own: &OwnAccess, id: &MeetingId) -> Result<(), ReportError> {
    let who = own.id();
    write(app, |tx| {
        let (event, meeting) = open(tx.db, who, id)?;
        if tx.now < absent_from(meeting.starts_at) {
            return Err(ReportError::TooEarly);
        }
        let earlier = store::meeting_reports::list(tx.db, &event.id)?;
        let said = |by: &ParticipantId| {
            earlier.iter().any(|known| known.meeting == *id && known.by == *by && known.said == Said::Absent)
        };
        if said(who) {
            return Ok(());
        }
        report(tx.db, who, &meeting, Said::Absent, tx.now)?;
        note(tx, &event.id, who, own.actor(), "meeting.waited_alone")?;
        note(tx, &event.id, meeting.partner_of(who), own.actor(), "meeting.did_not_come")?;
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
