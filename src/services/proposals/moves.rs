//! Moving a meeting: who meets somebody proposes another slot, and the meeting stays as it is until the other one agrees.

use chrono::{DateTime, Utc};

use super::board::{Board, Seat};
use crate::domain::event::Slot;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::domain::proposal;
use crate::services::meetings::PlanChange;

/// The meeting of two people, if it can take place in a slot instead.
pub(super) fn movable<'a>(
    board: &'a Board,
    id: &MeetingId,
    seats: [Seat; 2],
    slot: &Slot,
    now: DateTime<Utc>,
) -> Option<&'a Meeting> {
    let [one, other] = seats;
    let meeting = board.meeting_between(one, other).filter(|meeting| meeting.id == *id)?;
    board.can_move(meeting, seats, slot, now).then_some(meeting)
}

/// The change of the plan by which it does.
pub(super) fn moved(
    board: &Board,
    id: &MeetingId,
    seats: [Seat; 2],
    slot: &Slot,
    now: DateTime<Utc>,
) -> Option<PlanChange> {
    let before = movable(board, id, seats, slot, now)?;
    let after = Meeting {
        slot: slot.id.clone(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        table: board.table(slot, seats).number(),
        interpreter: board.interpreter(slot, seats).ok().flatten(),
        sequence: before.sequence + 1,
        updated_at: now,
        ..before.clone()
    };
    Some(PlanChange { moved: vec![(before.clone(), after)], ..PlanChange::default() })
}

/// Until when a proposal can be answered: of a meeting that would move, no longer than until it begins where it is.
pub(super) fn answer_by(
    board: &Board,
    moved: Option<&MeetingId>,
    author: Seat,
    slot: &Slot,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let by = proposal::answer_by(slot, now);
    let meeting = board.meetings_of(author).find(|meeting| Some(&meeting.id) == moved);
    meeting.map_or(by, |meeting| by.min(meeting.starts_at))
}
