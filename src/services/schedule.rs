//! One participant's schedule beyond the meetings themselves: what stage the event is at, where they are free and with
//! whom, what is proposed, what was cancelled, and who did not come.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::my_event::MyEvent;
use super::proposals::{Board, can_be_asked, plan};
use super::rounds::{self, Facts, Fit};
use super::{Fault, directory};
use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{MeetingId, ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{CancelReason, MeetingReport, Said};
use crate::domain::participant::Participant;
use crate::domain::proposal::Proposal;
use crate::domain::round::Round;
use crate::domain::visibility::Sight;
use crate::store::{self, Db, StoreError, participants, proposals};

/// How far an event is for one of its participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// They are out.
    Ended,
    /// They wait for a seat or for approval.
    NoSeat,
    /// The last day is over.
    Over,
    /// No match round is published yet.
    Unpublished,
    /// The meetings are out.
    Published,
}

/// A slot in which somebody could meet others.
#[derive(Debug, Clone)]
pub struct FreeSlot {
    pub slot: Slot,
    /// How many people could meet them then.
    pub count: usize,
    /// Some of these, best fit first.
    pub people: Vec<Candidate>,
}

/// Somebody who is free at the same time.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub participant: Participant,
    pub fit: Fit,
}

/// A proposal that waits for its answer.
#[derive(Debug, Clone)]
pub struct Pending {
    pub proposal: Proposal,
    pub other: Participant,
    pub slot: Slot,
}

/// A meeting that a partner called off.
#[derive(Debug, Clone)]
pub struct CalledOff {
    pub meeting: Meeting,
    pub partner: Participant,
    /// Why, if they say so.
    pub reason: Option<(CancelReason, String)>,
}

/// Everything that a schedule shows beside meetings and sessions.
#[derive(Debug, Clone)]
pub struct ScheduleView {
    pub stage: Stage,
    pub now: DateTime<Utc>,
    /// Free slots that are not over, in order of time.
    pub free: Vec<FreeSlot>,
    /// Whether they have as many meetings as they want at most.
    pub has_enough: bool,
    /// Asked of them, and by them; what runs out first comes first.
    pub to_me: Vec<Pending>,
    pub by_me: Vec<Pending>,
    pub called_off: Vec<CalledOff>,
    /// Meetings that cannot take place as they are planned; their organiser sees to it.
    pub looked_at: BTreeSet<MeetingId>,
    /// Meetings of which they said that the partner did not come.
    pub waited: BTreeSet<MeetingId>,
}

/// How many people a free slot of the schedule names.
const NAMED: usize = 3;

/// What a participant's schedule shows.
pub fn view(app: &App, mine: &MyEvent) -> Result<ScheduleView, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let me = &mine.participant.id;
        let stage = stage(db, mine, now)?;
        let open = matches!(stage, Stage::Unpublished | Stage::Published);
        let (facts, reports) = plan(db, mine.event.clone(), now)?;
        let facts = facts.seen_by(me, &directory::known_by_name(db, me)?);
        let looked_at = facts.looked_at_of(me);
        let board = Board::new(&facts, &reports);
        let has_enough = !board.wants_more(&mine.participant);
        let free = if open { free_slots(db, &facts, &board, me, now)? } else { Vec::new() };
        let (to_me, by_me) = if open { pending(db, &board, me, now)? } else { Default::default() };
        let waited = reports.iter().filter(|report| report.by == *me && report.said == Said::Absent);
        Ok(ScheduleView {
            stage,
            now,
            free,
            has_enough,
            to_me,
            by_me,
            looked_at,
            waited: waited.map(|report| report.meeting.clone()).collect(),
            called_off: called_off(db, me, &reports)?,
        })
    })
}

fn stage(db: &mut Db, mine: &MyEvent, now: DateTime<Utc>) -> Result<Stage, StoreError> {
    let state = mine.registration.state;
    if !state.is_live() {
        return Ok(Stage::Ended);
    }
    if !state.holds_seat() {
        return Ok(Stage::NoSeat);
    }
    if is_over(&mine.event, now) {
        return Ok(Stage::Over);
    }
    let rounds = store::rounds::list(db, &mine.event.id)?;
    let published = rounds.iter().any(Round::stands);
    Ok(if published { Stage::Published } else { Stage::Unpublished })
}

/// Whether an event's last day is over where it takes place.
pub fn is_over(event: &Event, now: DateTime<Utc>) -> bool {
    now.with_timezone(&event.time_zone).date_naive() > event.ends_on
}

fn free_slots(
    db: &mut Db,
    facts: &Facts,
    board: &Board<'_>,
    me: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<Vec<FreeSlot>, Fault> {
    let Some(own) = board.person(me) else { return Ok(Vec::new()) };
    let ahead = facts.programme.slots.iter().filter(|slot| now < slot.ends_at && board.is_free(own, slot));
    let ahead: Vec<&Slot> = ahead.collect();
    if ahead.is_empty() {
        return Ok(Vec::new());
    }
    let ranked = rounds::rank(db, facts, me)?;
    Ok(ahead.into_iter().map(|slot| free_slot(facts, board, own, slot, &ranked, NAMED)).collect())
}

fn free_slot<'a>(
    facts: &'a Facts,
    board: &Board<'_>,
    own: &Participant,
    slot: &Slot,
    ranked: &'a [(usize, Fit)],
    named: usize,
) -> FreeSlot {
    let can = |(place, fit): &'a (usize, Fit)| {
        let other = facts.people.get(*place)?;
        (can_be_asked(other) && board.can_meet(own, other, slot, facts.now)).then_some((other, fit))
    };
    let found: Vec<(&Participant, &Fit)> = ranked.iter().filter_map(can).collect();
    let candidate = |(participant, fit): &(&Participant, &Fit)| Candidate {
        participant: (*participant).clone(),
        fit: (*fit).clone(),
    };
    let people = found.iter().take(named).map(candidate).collect();
    FreeSlot { slot: slot.clone(), count: found.len(), people }
}

/// One slot with everyone who could meet a participant then; nothing if they are not free in it.
pub fn slot(app: &App, mine: &MyEvent, id: &SlotId) -> Result<Option<FreeSlot>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let me = &mine.participant.id;
        if !matches!(stage(db, mine, now)?, Stage::Unpublished | Stage::Published) {
            return Ok(None);
        }
        let (facts, reports) = plan(db, mine.event.clone(), now)?;
        let facts = facts.seen_by(me, &directory::known_by_name(db, me)?);
        let board = Board::new(&facts, &reports);
        let (Some(own), Some(slot)) = (board.person(me), board.slot(id)) else { return Ok(None) };
        if now >= slot.ends_at || !board.is_free(own, slot) {
            return Ok(None);
        }
        let ranked = rounds::rank(db, &facts, me)?;
        Ok(Some(free_slot(&facts, &board, own, slot, &ranked, usize::MAX)))
    })
}

/// The slots in which a participant and another could meet, in order of time.
pub fn common_slots(app: &App, mine: &MyEvent, other: &ParticipantId) -> Result<Vec<Slot>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        if !matches!(stage(db, mine, now)?, Stage::Unpublished | Stage::Published) {
            return Ok(Vec::new());
        }
        let (facts, reports) = plan(db, mine.event.clone(), now)?;
        let board = Board::new(&facts, &reports);
        let (Some(own), Some(other)) = (board.person(&mine.participant.id), board.person(other)) else {
            return Ok(Vec::new());
        };
        let common = |slot: &&Slot| can_be_asked(other) && board.can_meet(own, other, slot, now);
        Ok(facts.programme.slots.iter().filter(common).cloned().collect())
    })
}

/// Proposals that can still be accepted: those to the participant, and those by them.
fn pending(
    db: &mut Db,
    board: &Board<'_>,
    me: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(Vec<Pending>, Vec<Pending>), StoreError> {
    let mut found = Vec::new();
    for proposal in proposals::list_of(db, me)?.into_iter().filter(|proposal| proposal.is_open(now)) {
        let others = (board.person(proposal.partner_of(me)), board.slot(&proposal.slot));
        if let (Some(other), Some(slot)) = others {
            found.push(Pending { other: other.clone(), slot: slot.clone(), proposal });
        }
    }
    found.sort_by_key(|pending| (pending.proposal.expires_at, pending.slot.starts_at));
    Ok(found.into_iter().partition(|pending| pending.proposal.to == *me))
}

/// Meetings that a partner called off, with the reason if it is told.
fn called_off(
    db: &mut Db,
    me: &ParticipantId,
    reports: &[MeetingReport],
) -> Result<Vec<CalledOff>, StoreError> {
    let mut found = Vec::new();
    for meeting in store::meetings::list_for_feed(db, me, DateTime::UNIX_EPOCH)? {
        let partner = meeting.partner_of(me).clone();
        let said = reports.iter().find(|report| report.meeting == meeting.id && report.by == partner);
        let Some(Said::Cancelled { reason, note, told }) = said.map(|report| &report.said) else { continue };
        let reason = told.then(|| (*reason, note.clone()));
        let partner = participants::get(db, &partner)?;
        let questions = store::questions::list(db, &partner.event)?;
        let partner = partner.seen_with(Sight::Named, &questions);
        found.push(CalledOff { partner, meeting, reason });
    }
    Ok(found)
}

/// How many proposals wait for a participant's answer.
pub fn waiting_for(app: &App, who: &ParticipantId) -> Result<usize, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let all = proposals::list_of(db, who)?;
        Ok(all.iter().filter(|proposal| proposal.to == *who && proposal.is_open(now)).count())
    })
}
