//! Where a meeting of a draft can go when it is moved by hand: the times at which both are there and free and a table, and an
//! interpreter if they need one, is, each
//! with what it costs the two in gaps between their meetings; and with which other meetings it can change places. Points do not
//! change by moving.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::draft::{DraftMeeting, RoundView};
use super::interpreting::taken as taken_interpreters;
use crate::app::App;
use crate::domain::event::Slot;
use crate::domain::ids::{InterpreterId, ParticipantId, SlotId};
use crate::domain::interpreter::Wanted;
use crate::domain::misfit::Sits;
use crate::domain::participant::Participant;
use crate::domain::round::RoundMeeting;

/// A time at which a meeting can be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreePlace {
    pub slot: SlotId,
    /// The tables that are free then, in order; empty where meetings need none.
    pub tables: Vec<u32>,
    /// Gaps between meetings that the two have more than now, together; negative: fewer.
    pub more_gaps: i64,
}

/// A meeting of a draft with which another one can change places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// Its place among the meetings of the draft.
    pub with: usize,
    /// Gaps between meetings that all concerned have more than now, together; negative: fewer.
    pub more_gaps: i64,
}

/// Most meetings that are offered for a swap.
pub const MOST_SWAPS: usize = 60;

/// The places for a meeting of a draft, in order of time; its own slot is among them while its two people are there.
pub fn free_places(app: &App, view: &RoundView, draft: &DraftMeeting) -> Vec<FreePlace> {
    let others: Vec<&RoundMeeting> =
        view.meetings.iter().map(|other| &other.meeting).filter(|other| **other != draft.meeting).collect();
    found(app.clock.now(), view, &others, (&draft.a, &draft.b), Some(&draft.meeting.slot))
}

/// The places for a meeting of two people who have none with each other in a draft, in order of time.
pub(super) fn places_for_two(
    now: DateTime<Utc>,
    view: &RoundView,
    pair: (&Participant, &Participant),
) -> Vec<FreePlace> {
    let others: Vec<&RoundMeeting> = view.meetings.iter().map(|other| &other.meeting).collect();
    found(now, view, &others, pair, None)
}

/// The meetings with which one of a draft can change time and table so that everybody is there and free, in order of time.
pub fn swaps(app: &App, view: &RoundView, draft: &DraftMeeting) -> Vec<Swap> {
    let now = app.clock.now();
    let slots: HashMap<&SlotId, &Slot> = view.programme.slots.iter().map(|slot| (&slot.id, slot)).collect();
    let busy: HashSet<(&ParticipantId, &SlotId)> = view
        .meetings
        .iter()
        .flat_map(|one| [(&one.meeting.a, &one.meeting.slot), (&one.meeting.b, &one.meeting.slot)])
        .collect();
    let to_come = |slot: &SlotId| slots.get(slot).copied().filter(|slot| slot.starts_at > now);
    let Some(own) = to_come(&draft.meeting.slot) else { return Vec::new() };
    // Whoever is in both meetings is busy at the other time only by the meeting that goes away from there.
    let goes = |from: &DraftMeeting, to: &DraftMeeting, slot: &Slot| {
        [&from.a, &from.b].into_iter().all(|person| {
            let is_free = to.meeting.has(&person.id) || !busy.contains(&(&person.id, &slot.id));
            is_free && person.profile.availability(&view.event, &view.programme).is_free_in(slot)
        }) && can_sit(view, from, to)
            && is_heard(view, (&from.a, &from.b), &slot.id, Some(&to.meeting))
    };
    let fitting = view.meetings.iter().enumerate().filter(|(_, other)| {
        other.meeting.slot != own.id
            && to_come(&other.meeting.slot).is_some_and(|there| goes(draft, other, there))
            && goes(other, draft, own)
    });
    let mut of_person: HashMap<&ParticipantId, Vec<&RoundMeeting>> = HashMap::new();
    for one in view.meetings.iter().map(|one| &one.meeting) {
        of_person.entry(&one.a).or_default().push(one);
        of_person.entry(&one.b).or_default().push(one);
    }
    let swap = |(with, other)| Swap { with, more_gaps: swap_gaps(view, &of_person, draft, other) };
    fitting.take(MOST_SWAPS).map(swap).collect()
}

/// Whether a meeting can be held at the table of another one, or at one of its own people, in the other's slot.
fn can_sit(view: &RoundView, goes: &DraftMeeting, to: &DraftMeeting) -> bool {
    let Some(last) = view.event.tables().filter(|_| !view.programme.floor.is_plain()) else { return true };
    let slot = &to.meeting.slot;
    let tables = view.programme.floor.tables_for([goes.a.guest(), goes.b.guest()], slot, last);
    let taken = |table: &u32| {
        let others =
            view.meetings.iter().filter(|one| one.meeting != to.meeting && one.meeting.slot == *slot);
        others.map(|one| one.meeting.table).any(|other| other == Some(*table))
    };
    tables.iter().any(|table| !taken(table))
}

fn swap_gaps(
    view: &RoundView,
    of_person: &HashMap<&ParticipantId, Vec<&RoundMeeting>>,
    one: &DraftMeeting,
    other: &DraftMeeting,
) -> i64 {
    let people: BTreeSet<&ParticipantId> = [&one.a.id, &one.b.id, &other.a.id, &other.b.id].into();
    // Two of them may meet each other besides.
    let theirs: BTreeMap<(&ParticipantId, &ParticipantId), &RoundMeeting> = people
        .iter()
        .filter_map(|who| of_person.get(who))
        .flatten()
        .map(|one| ((&one.a, &one.b), *one))
        .collect();
    let others: Vec<&RoundMeeting> =
        theirs.into_values().filter(|known| **known != one.meeting && **known != other.meeting).collect();
    let gaps = Gaps::of(view, &others);
    let sum = |one_at: &SlotId, other_at: &SlotId| -> i64 {
        let of = |who: &&ParticipantId| {
            let first = one.meeting.has(who).then_some(one_at);
            let second = other.meeting.has(who).then_some(other_at);
            gaps.of_person(who, first.into_iter().chain(second))
        };
        people.iter().map(of).sum()
    };
    let (here, there) = (&one.meeting.slot, &other.meeting.slot);
    sum(there, here) - sum(here, there)
}

fn found(
    now: DateTime<Utc>,
    view: &RoundView,
    others: &[&RoundMeeting],
    (a, b): (&Participant, &Participant),
    own: Option<&SlotId>,
) -> Vec<FreePlace> {
    let fits = |person: &Participant, slot: &Slot| {
        let busy = others.iter().any(|other| other.slot == slot.id && other.has(&person.id));
        !busy && person.profile.availability(&view.event, &view.programme).is_free_in(slot)
    };
    let gaps = Gaps::of(view, others);
    let with = |slot: Option<&SlotId>| gaps.of_person(&a.id, slot) + gaps.of_person(&b.id, slot);
    let before = with(own);
    let to_come = view.programme.slots.iter().filter(|slot| slot.starts_at > now);
    let mut taken: HashMap<&SlotId, HashSet<u32>> = HashMap::new();
    for other in others {
        taken.entry(&other.slot).or_default().extend(other.table);
    }
    let heard = |slot: &Slot| {
        let here = taken_interpreters(others.iter().copied(), &slot.id);
        helps(view, (a, b), &slot.id, &here)
    };
    let free = to_come.filter(|slot| fits(a, slot) && fits(b, slot) && heard(slot)).filter_map(|slot| {
        let tables = tables(view, (a, b), &slot.id, taken.get(&slot.id))?;
        Some(FreePlace { slot: slot.id.clone(), tables, more_gaps: with(Some(&slot.id)) - before })
    });
    free.collect()
}

/// Whether somebody is there to interpret for two people in a slot, if they need it, once a meeting has left it.
fn is_heard(
    view: &RoundView,
    two: (&Participant, &Participant),
    slot: &SlotId,
    leaving: Option<&RoundMeeting>,
) -> bool {
    let others = view.meetings.iter().map(|one| &one.meeting).filter(|one| Some(*one) != leaving);
    helps(view, two, slot, &taken_interpreters(others, slot))
}

fn helps(
    view: &RoundView,
    (a, b): (&Participant, &Participant),
    slot: &SlotId,
    taken: &BTreeSet<&InterpreterId>,
) -> bool {
    let two = [a.languages(), b.languages()];
    view.programme.interpreting.helper(Wanted { two, now: None }, slot, taken).is_ok()
}

/// The free tables of two people in a slot in which some are taken; none where all are, or there is none for them.
fn tables(
    view: &RoundView,
    (a, b): (&Participant, &Participant),
    slot: &SlotId,
    taken: Option<&HashSet<u32>>,
) -> Option<Vec<u32>> {
    let Some(last) = view.event.tables() else { return Some(Vec::new()) };
    let mut tables = view.programme.floor.tables_for([a.guest(), b.guest()], slot, last);
    tables.retain(|table| taken.is_none_or(|taken| !taken.contains(table)));
    (!tables.is_empty()).then_some(tables)
}

/// Counts the gaps between meetings.
struct Gaps<'a> {
    /// The place of each slot in the order of time, and its block.
    slots: HashMap<&'a SlotId, (usize, &'a str)>,
    others: &'a [&'a RoundMeeting],
}

impl<'a> Gaps<'a> {
    fn of(view: &'a RoundView, others: &'a [&'a RoundMeeting]) -> Gaps<'a> {
        let placed = view.programme.slots.iter().enumerate();
        let slots = placed.map(|(place, slot)| (&slot.id, (place, slot.block.as_str()))).collect();
        Gaps { slots, others }
    }

    /// The gaps of somebody who is in these slots besides: stretches of empty slots between two meetings in one block.
    fn of_person<'s>(&self, who: &ParticipantId, besides: impl IntoIterator<Item = &'s SlotId>) -> i64 {
        let own = self.others.iter().filter(|other| other.has(who)).map(|other| &other.slot);
        let placed = |slot: &SlotId| self.slots.get(slot).copied();
        let mut places: Vec<(usize, &str)> =
            own.filter_map(placed).chain(besides.into_iter().filter_map(placed)).collect();
        places.sort_unstable();
        let gap = |two: &&[(usize, &str)]| two[0].1 == two[1].1 && two[1].0 > two[0].0 + 1;
        places.windows(2).filter(gap).count() as i64
    }
}
