//! One participant's schedule beyond the meetings themselves: what stage the event is at, where they are free and with
//! whom, what is proposed, what was cancelled, and who did not come.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};

use super::directory::Seen;
use super::my_event::MyEvent;
use super::proposals::{Board, Seat, Table, open_of};
use super::rounds::{self, Fit, Kept, Ranking};
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
use crate::store::{self, Db, StoreError, participants};

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
pub struct FreeTime {
    pub slot: SlotId,
    /// How many people could meet them then.
    pub count: usize,
    /// Whether nobody can, though people are free: no table is left for them.
    pub is_full: bool,
}

/// The same with some of the people.
#[derive(Debug, Clone)]
pub struct FreeSlot {
    pub slot: Slot,
    /// How many people could meet them then.
    pub count: usize,
    /// As in [`FreeTime`].
    pub is_full: bool,
    /// Which page of these it is, from 1: the last one if there are not as many as was asked for.
    pub page: usize,
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
    pub free: Vec<FreeTime>,
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

/// What a participant's schedule shows.
pub fn view(app: &App, mine: &MyEvent) -> Result<ScheduleView, Fault> {
    let now = app.clock.now();
    let me = &mine.participant.id;
    let (stage, known, pending) = app.store.read(|db| {
        let known = directory::known_by_name(db, me)?;
        Ok::<_, Fault>((stage(db, mine, now)?, known, open_of(db, me, now)?))
    })?;
    let open = matches!(stage, Stage::Unpublished | Stage::Published);
    let kept = rounds::kept(app, &mine.event.id)?;
    let (board, seat) = (kept.board(), kept.board().seat(me));
    let own = || seat.into_iter().flat_map(|seat| board.meetings_of(seat));
    let seen = Seen::by(&kept, me, &known).filter(|_| open);
    let asked = asked(board, me, &pending);
    let (to_me, by_me) = seen.as_ref().map(|seen| told(board, seen, me, pending)).unwrap_or_default();
    let waited = kept.reports.iter().filter(|report| report.by == *me && report.said == Said::Absent);
    Ok(ScheduleView {
        stage,
        now,
        free: if seen.is_some() { free_times(&kept, (me, &asked), now) } else { Vec::new() },
        has_enough: seat.is_some_and(|seat| !board.wants_more(seat)),
        to_me,
        by_me,
        looked_at: kept.facts().looked_at(own(), now),
        waited: waited.map(|report| report.meeting.clone()).collect(),
        called_off: app.store.read(|db| called_off(db, me, &kept.reports))?,
    })
}

pub(super) fn stage(db: &mut Db, mine: &MyEvent, now: DateTime<Utc>) -> Result<Stage, StoreError> {
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

fn free_times(
    kept: &Kept,
    (me, asked): (&ParticipantId, &HashSet<Seat>),
    now: DateTime<Utc>,
) -> Vec<FreeTime> {
    let board = kept.board();
    let Some(own) = board.seat(me) else { return Vec::new() };
    let ahead =
        kept.facts().programme.slots.iter().filter(|slot| now < slot.ends_at && board.is_free(own, slot));
    let ahead: Vec<&Slot> = ahead.collect();
    if ahead.is_empty() {
        return Vec::new();
    }
    let Some(company) = Company::of(kept, me, asked) else { return Vec::new() };
    let time = |slot: &Slot| {
        let (found, is_full) = company.found(slot);
        FreeTime { slot: slot.id.clone(), count: found.len(), is_full }
    };
    ahead.into_iter().map(time).collect()
}

/// Those whom a participant may meet, and with whom they can be brought together, whenever that is.
struct Company<'a> {
    board: &'a Board,
    ranking: Ranking<'a>,
    own: Seat,
    /// For each place in the list of people how many fit better; none where the two cannot be brought together.
    ranks: Vec<Option<usize>>,
}

impl<'a> Company<'a> {
    fn of(kept: &'a Kept, me: &ParticipantId, asked: &HashSet<Seat>) -> Option<Company<'a>> {
        let (board, ranking) = (kept.board(), kept.ranking(me)?);
        let own = board.seat(me)?;
        let barred = board.barred(own);
        let mut ranks = vec![None; kept.facts().people.len()];
        for (rank, seat) in ranking.best_first().into_iter().enumerate() {
            ranks[seat] = (!barred.contains(&seat) && !asked.contains(&seat)).then_some(rank);
        }
        Some(Company { board, ranking, own, ranks })
    }

    /// Whom the participant could meet in a slot in which they are free, with their ranks; and whether people are free then, but
    /// no table.
    fn found(&self, slot: &Slot) -> (Vec<(usize, Seat)>, bool) {
        if !self.board.wants_more(self.own) {
            return (Vec::new(), false);
        }
        let can = |seat: &Seat| Some((self.ranks[*seat]?, *seat));
        let free: Vec<(usize, Seat)> = self.board.askable(&slot.id).iter().filter_map(can).collect();
        let is_anybody = !free.is_empty();
        let has_table = |seat: Seat| self.board.table(slot, [self.own, seat]) != Table::NoneFree;
        let seated: Vec<(usize, Seat)> = free.into_iter().filter(|(_, seat)| has_table(*seat)).collect();
        let is_full = is_anybody && seated.is_empty();
        (seated, is_full)
    }

    /// A slot in which the participant is free, with a page, from 1 and of so many, of whom they could meet then.
    fn free_slot(&self, seen: &Seen<'_>, slot: &Slot, (page, size): (usize, usize)) -> FreeSlot {
        let (mut found, is_full) = self.found(slot);
        let count = found.len();
        let page = page.clamp(1, count.div_ceil(size).max(1));
        // The best of many are found without bringing all of them into order.
        if page * size < count {
            found.select_nth_unstable(page * size);
            found.truncate(page * size);
        }
        found.sort_unstable();
        let candidate = |(_, seat): &(usize, Seat)| {
            Some(Candidate { participant: seen.person(*seat).clone(), fit: self.ranking.fit(*seat)? })
        };
        let people = found.iter().skip((page - 1) * size).filter_map(candidate).collect();
        FreeSlot { slot: slot.clone(), count, is_full, page, people }
    }
}

/// One slot with a page, from 1 and of so many, of everyone who could meet a participant then; nothing if they are not free
/// in it.
pub fn slot(app: &App, mine: &MyEvent, id: &SlotId, page: (usize, usize)) -> Result<Option<FreeSlot>, Fault> {
    let now = app.clock.now();
    let me = &mine.participant.id;
    let (stage, known, open) = app.store.read(|db| {
        let known = directory::known_by_name(db, me)?;
        Ok::<_, Fault>((stage(db, mine, now)?, known, open_of(db, me, now)?))
    })?;
    if !matches!(stage, Stage::Unpublished | Stage::Published) {
        return Ok(None);
    }
    let kept = rounds::kept(app, &mine.event.id)?;
    let board = kept.board();
    let (Some(own), Some(slot)) = (board.seat(me), board.slot(id)) else { return Ok(None) };
    if now >= slot.ends_at || !board.is_free(own, slot) {
        return Ok(None);
    }
    let company = Company::of(&kept, me, &asked(board, me, &open)).zip(Seen::by(&kept, me, &known));
    Ok(company.map(|(company, seen)| company.free_slot(&seen, slot, page)))
}

/// The slots in which a participant and another could meet, in order of time.
pub fn common_slots(app: &App, mine: &MyEvent, other: &ParticipantId) -> Result<Vec<Slot>, Fault> {
    if !takes_proposals(app, mine)? {
        return Ok(Vec::new());
    }
    let kept = rounds::kept(app, &mine.event.id)?;
    let reach = Reach::of(app, &kept, mine)?;
    let now = app.clock.now();
    Ok(reach.iter().flat_map(|reach| reach.slots(other, now)).cloned().collect())
}

/// The slots in which a meeting could take place instead, in order of time.
pub fn other_slots(app: &App, mine: &MyEvent, meeting: &Meeting) -> Result<Vec<Slot>, Fault> {
    let kept = rounds::kept(app, &mine.event.id)?;
    let (board, now) = (kept.board(), app.clock.now());
    let (Some(one), Some(other)) = (board.seat(&meeting.a), board.seat(&meeting.b)) else {
        return Ok(Vec::new());
    };
    let slots = kept.facts().programme.slots.iter();
    Ok(slots.filter(|slot| board.can_move(meeting, [one, other], slot, now)).cloned().collect())
}

/// Whether the meetings are out.
pub fn is_published(app: &App, mine: &MyEvent) -> Result<bool, Fault> {
    let stage = app.store.read(|db| stage(db, mine, app.clock.now()))?;
    Ok(stage == Stage::Published)
}

/// Whether proposals are made at this stage of an event.
fn takes_proposals(app: &App, mine: &MyEvent) -> Result<bool, Fault> {
    let stage = app.store.read(|db| stage(db, mine, app.clock.now()))?;
    Ok(matches!(stage, Stage::Unpublished | Stage::Published))
}

/// With whom a participant could meet when.
struct Reach<'a> {
    kept: &'a Kept,
    own: Seat,
    asked: HashSet<Seat>,
}

impl<'a> Reach<'a> {
    fn of(app: &App, kept: &'a Kept, mine: &MyEvent) -> Result<Option<Reach<'a>>, Fault> {
        let (me, now) = (&mine.participant.id, app.clock.now());
        let open = app.store.read(|db| open_of(db, me, now))?;
        let own = kept.board().seat(me);
        Ok(own.map(|own| Reach { kept, own, asked: asked(kept.board(), me, &open) }))
    }

    /// The slots in which the two could meet; none while a proposal of one of them waits for its answer.
    fn slots(&self, other: &ParticipantId, now: DateTime<Utc>) -> impl Iterator<Item = &'a Slot> {
        let (board, own) = (self.kept.board(), self.own);
        let askable = |seat: &Seat| board.can_be_asked(*seat) && !self.asked.contains(seat);
        let other = board.seat(other).filter(askable);
        let slots = self.kept.facts().programme.slots.iter();
        slots.filter(move |slot| other.is_some_and(|other| board.can_meet(own, other, slot, now)))
    }
}

/// Those between whom and a participant a proposal waits for its answer: neither asks again.
fn asked(board: &Board, me: &ParticipantId, open: &[Proposal]) -> HashSet<Seat> {
    open.iter().filter_map(|proposal| board.seat(proposal.partner_of(me))).collect()
}

/// Those of some people with whom a participant could meet in a slot to come.
pub fn reachable(
    app: &App,
    mine: &MyEvent,
    others: &[ParticipantId],
) -> Result<BTreeSet<ParticipantId>, Fault> {
    let mut found = BTreeSet::new();
    if others.is_empty() || !takes_proposals(app, mine)? {
        return Ok(found);
    }
    let (kept, now) = (rounds::kept(app, &mine.event.id)?, app.clock.now());
    let reach = Reach::of(app, &kept, mine)?;
    let can =
        |other: &&ParticipantId| reach.as_ref().is_some_and(|reach| reach.slots(other, now).next().is_some());
    found.extend(others.iter().filter(can).cloned());
    Ok(found)
}

/// Proposals that can still be accepted: those to the participant, and those by them.
fn told(
    board: &Board,
    seen: &Seen<'_>,
    me: &ParticipantId,
    pending: Vec<Proposal>,
) -> (Vec<Pending>, Vec<Pending>) {
    let told = |proposal: Proposal| {
        let other = board.seat(proposal.partner_of(me))?;
        let slot = board.slot(&proposal.slot)?.clone();
        Some(Pending { other: seen.person(other).clone(), slot, proposal })
    };
    let mut found: Vec<Pending> = pending.into_iter().filter_map(told).collect();
    found.sort_by_key(|pending| (pending.proposal.expires_at, pending.slot.starts_at));
    found.into_iter().partition(|pending| pending.proposal.to == *me)
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
    app.store.read(|db| Ok(open_of(db, who, now)?.iter().filter(|proposal| proposal.to == *who).count()))
}
