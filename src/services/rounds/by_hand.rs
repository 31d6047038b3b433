//! What an organiser changes in a draft by hand: a meeting moves, goes, is added, or takes another one's place.

use std::collections::HashSet;

use super::changing::{ChangeProblem, Draft, DraftError, Pair, Record, change};
use super::facts::{Facts, relation};
use super::interpreting::helper;
use super::places::Places;
use super::settings::RoundSettings;
use super::{problem, ruling, scorer};
use crate::app::App;
use crate::domain::ids::{ParticipantId, SlotId, ordered};
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::Participant;
use crate::domain::round::{PairRuleKind, RoundMeeting, RoundStep, StepKind};
use crate::domain::wish::WishKind;
use crate::services::access::ChangeAccess;

/// A time and a table of a draft.
pub type Spot<'a> = (&'a SlotId, Option<u32>);

fn is_of(meeting: &RoundMeeting, pair: Pair<'_>) -> bool {
    let (a, b) = ordered(pair.0, pair.1);
    meeting.a == *a && meeting.b == *b
}

/// The meeting, if it is where whoever changes it saw it.
fn still_at<'a>(
    meeting: Option<&'a RoundMeeting>,
    seen: Option<Spot<'_>>,
) -> Result<&'a RoundMeeting, ChangeProblem> {
    let meeting = meeting.ok_or(ChangeProblem::NoMeeting)?;
    match seen {
        Some(spot) if spot != (&meeting.slot, meeting.table) => Err(ChangeProblem::Moved),
        _ => Ok(meeting),
    }
}

/// Moves a meeting of a draft from where it was seen to another slot and table; without one to its own table, or the first
/// that is free.
pub fn move_meeting(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: Pair<'_>,
    seen: Option<Spot<'_>>,
    to: Spot<'_>,
) -> Result<(), DraftError> {
    change(app, access, number, "round.moved_meeting", |draft, meetings| {
        let facts = &draft.facts;
        let is_it = |meeting: &RoundMeeting| is_of(meeting, pair);
        let own = still_at(meetings.iter().find(|meeting| is_it(meeting)), seen)?;
        let (own, by) = (own.table, own.interpreter.clone());
        let others: Vec<&RoundMeeting> = meetings.iter().filter(|meeting| !is_it(meeting)).collect();
        let table = to.1.or_else(|| table_for(facts, &others, pair, to.0, own));
        check_place(facts, &others, [pair.0, pair.1], to.0, table)?;
        let interpreter = helper(facts, &others, pair, to.0, by.as_ref())?;
        for meeting in meetings.iter_mut().filter(|meeting| is_it(meeting)) {
            meeting.slot = to.0.clone();
            meeting.table = table;
            meeting.interpreter.clone_from(&interpreter);
        }
        Ok(Record::New(StepKind::Move))
    })
}

/// Takes a meeting out of a draft, from where it was seen.
pub fn remove_meeting(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: Pair<'_>,
    seen: Option<Spot<'_>>,
) -> Result<(), DraftError> {
    change(app, access, number, "round.removed_meeting", |_, meetings| {
        let is_it = |meeting: &RoundMeeting| is_of(meeting, pair);
        still_at(meetings.iter().find(|meeting| is_it(meeting)), seen)?;
        meetings.retain(|meeting| !is_it(meeting));
        Ok(Record::New(StepKind::Remove))
    })
}

/// Two meetings of a draft take each other's time and table, each from where it was seen.
pub fn swap_meetings(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    (first, first_seen): (Pair<'_>, Option<Spot<'_>>),
    (second, second_seen): (Pair<'_>, Option<Spot<'_>>),
) -> Result<(), DraftError> {
    change(app, access, number, "round.swapped_meetings", |draft, meetings| {
        let find = |pair, seen| still_at(meetings.iter().find(|meeting| is_of(meeting, pair)), seen).cloned();
        let (one, other) = (find(first, first_seen)?, find(second, second_seen)?);
        // Who stays at a booth, or leaves somebody who does, does not take the other's table.
        let rest: Vec<&RoundMeeting> =
            meetings.iter().filter(|known| **known != one && **known != other).collect();
        let there = |goes: &RoundMeeting, to: &RoundMeeting| {
            let table = table_for(&draft.facts, &rest, (&goes.a, &goes.b), &to.slot, to.table);
            RoundMeeting { slot: to.slot.clone(), table, ..goes.clone() }
        };
        let (one_there, other_there) = (there(&one, &other), there(&other, &one));
        exchange(draft, meetings, &[one, other], &[one_there, other_there])?;
        Ok(Record::New(StepKind::Swap))
    })
}

/// Adds a meeting of two people to a draft; without a table at the first that is free.
pub fn add_meeting(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: Pair<'_>,
    to: Spot<'_>,
) -> Result<(), DraftError> {
    change(app, access, number, "round.added_meeting", |draft, meetings| {
        let (a, b) = ordered(pair.0, pair.1);
        check_pair(&draft.facts, &draft.settings, meetings, (a, b))?;
        let others: Vec<&RoundMeeting> = meetings.iter().collect();
        let table = to.1.or_else(|| table_for(&draft.facts, &others, (a, b), to.0, None));
        check_place(&draft.facts, &others, [a, b], to.0, table)?;
        let interpreter = helper(&draft.facts, &others, (a, b), to.0, None)?;
        let (weight, terms) = why(&draft.facts, &draft.settings, (a, b));
        let (a, b, slot) = (a.clone(), b.clone(), to.0.clone());
        meetings.push(RoundMeeting { a, b, slot, table, interpreter, weight, terms });
        Ok(Record::New(StepKind::Add))
    })
}

/// Weight and reasons of two people who are registered.
pub(super) fn why(facts: &Facts, settings: &RoundSettings, pair: Pair<'_>) -> (u32, Vec<ReasonTerm>) {
    let places = Places::of(facts);
    let scorer = scorer::scorer(facts, settings, places.people());
    let (a, b) = places.pair(pair.0, pair.1).unwrap_or_default();
    problem::reasons(facts, &scorer, a, b)
}

/// Whether two people may have one more meeting, with each other.
pub(super) fn check_pair(
    facts: &Facts,
    settings: &RoundSettings,
    meetings: &[RoundMeeting],
    pair: Pair<'_>,
) -> Result<(), ChangeProblem> {
    if meetings.iter().any(|meeting| is_of(meeting, pair)) {
        return Err(ChangeProblem::AlreadyMeet);
    }
    let places = Places::of(facts);
    for id in [pair.0, pair.1] {
        if places.person(id).is_none() {
            return Err(ChangeProblem::Away(id.clone()));
        }
    }
    let both = places.pair(pair.0, pair.1).filter(|(a, b)| a != b).ok_or(ChangeProblem::NotAllowed)?;
    let blocks: HashSet<(usize, usize)> = relation(facts, places.people(), WishKind::Block);
    let ruled = |kind| problem::pairs_ruled(facts, &places, kind).contains(&both);
    let excluded =
        blocks.contains(&both) || blocks.contains(&(both.1, both.0)) || ruled(PairRuleKind::Forbid);
    let scorer = scorer::scorer(facts, settings, places.people());
    let fits = || scorer.explain(both.0 as u32, both.1 as u32).is_ok();
    if excluded || !(ruled(PairRuleKind::Pin) || fits()) {
        return Err(ChangeProblem::NotAllowed);
    }
    let people = problem::people(facts, settings);
    for id in [pair.0, pair.1] {
        let has = meetings.iter().filter(|meeting| meeting.has(id)).count();
        let cap = places.person(id).and_then(|place| people.get(place)).map_or(0, |person| person.cap);
        if has >= cap as usize {
            return Err(ChangeProblem::AtLimit(id.clone(), cap));
        }
    }
    Ok(())
}

/// Takes back the latest change of a draft that is not undone, if it is the one that was seen.
pub fn undo(app: &App, access: &ChangeAccess, number: u32, seen: u32) -> Result<(), DraftError> {
    turn(app, access, number, seen, true)
}

/// Makes the change of a draft again that was undone last, if it is the one that was seen.
pub fn redo(app: &App, access: &ChangeAccess, number: u32, seen: u32) -> Result<(), DraftError> {
    turn(app, access, number, seen, false)
}

fn turn(app: &App, access: &ChangeAccess, number: u32, seen: u32, undo: bool) -> Result<(), DraftError> {
    if let Some(pair) = ruling::pair_ruled(app, access, number, seen)? {
        return ruling::turn(app, access, number, (seen, &pair), undo);
    }
    let action = if undo { "round.undone" } else { "round.made_again" };
    change(app, access, number, action, |draft, meetings| {
        let due = RoundStep::due(draft.steps.iter(), undo);
        let step = due.filter(|step| step.number == seen).ok_or(ChangeProblem::Stale)?;
        let (from, to) = if undo { (&step.after, &step.before) } else { (&step.before, &step.after) };
        exchange(draft, meetings, from, to)?;
        Ok(if undo { Record::Undone(seen) } else { Record::MadeAgain(seen) })
    })
}

/// Puts meetings in the place of others, which must be as they are given here. Two people who had none with each other before
/// must be allowed to have one.
fn exchange(
    draft: &Draft,
    meetings: &mut Vec<RoundMeeting>,
    from: &[RoundMeeting],
    to: &[RoundMeeting],
) -> Result<(), ChangeProblem> {
    let is_there = |meeting: &RoundMeeting| meetings.iter().any(|known| known.is_same(meeting));
    if !from.iter().all(is_there) {
        return Err(ChangeProblem::Overtaken);
    }
    meetings.retain(|meeting| !from.iter().any(|gone| gone.is_same(meeting)));
    for meeting in to {
        let pair = (&meeting.a, &meeting.b);
        if meetings.iter().any(|known| is_of(known, pair)) {
            return Err(ChangeProblem::Overtaken);
        }
        if !from.iter().any(|known| is_of(known, pair)) {
            check_pair(&draft.facts, &draft.settings, meetings, pair)?;
        }
        let others: Vec<&RoundMeeting> = meetings.iter().collect();
        check_place(&draft.facts, &others, [pair.0, pair.1], &meeting.slot, meeting.table)?;
        let by = meeting.interpreter.as_ref();
        let interpreter = helper(&draft.facts, &others, pair, &meeting.slot, by)?;
        meetings.push(RoundMeeting { interpreter, ..meeting.clone() });
    }
    Ok(())
}

/// The table that a meeting had, if its people may sit there in a slot and it is free, else the first of which that is so; the
/// last they may sit at where none is.
fn table_for(
    facts: &Facts,
    others: &[&RoundMeeting],
    pair: Pair<'_>,
    slot: &SlotId,
    own: Option<u32>,
) -> Option<u32> {
    let tables = tables_for(facts, pair, slot)?;
    let free = |table: &u32| !others.iter().any(|other| other.slot == *slot && other.table == Some(*table));
    let own = own.filter(|own| tables.contains(own));
    own.into_iter().chain(tables.iter().copied()).find(free).or(tables.last().copied())
}

/// The tables at which two people may sit in a slot; none where meetings need none.
fn tables_for(facts: &Facts, pair: Pair<'_>, slot: &SlotId) -> Option<Vec<u32>> {
    let last = facts.event.tables()?;
    let person = |id: &ParticipantId| facts.people.iter().find(|person| person.id == *id);
    let (Some(a), Some(b)) = (person(pair.0), person(pair.1)) else { return Some(Vec::new()) };
    Some(facts.programme.floor.tables_for([a.guest(), b.guest()], slot, last))
}

fn check_place(
    facts: &Facts,
    others: &[&RoundMeeting],
    pair: [&ParticipantId; 2],
    slot: &SlotId,
    table: Option<u32>,
) -> Result<(), ChangeProblem> {
    let slot = facts.programme.slots.iter().find(|known| known.id == *slot).ok_or(ChangeProblem::NoSlot)?;
    if slot.starts_at <= facts.now {
        return Err(ChangeProblem::NoSlot);
    }
    for id in pair {
        let person = facts.people.iter().find(|person| person.id == *id);
        let free = |person: &Participant| {
            person.profile.availability(&facts.event, &facts.programme).is_free_in(slot)
        };
        if !person.is_some_and(free) {
            return Err(ChangeProblem::Away(id.clone()));
        }
        if others.iter().any(|other| other.slot == slot.id && other.has(id)) {
            return Err(ChangeProblem::Busy(id.clone()));
        }
    }
    let Some(last) = facts.event.tables() else {
        return if table.is_none() { Ok(()) } else { Err(ChangeProblem::NoTable) };
    };
    let tables = tables_for(facts, (pair[0], pair[1]), &slot.id).unwrap_or_default();
    match table {
        _ if tables.is_empty() => Err(ChangeProblem::TwoBooths),
        Some(table) if (1..=last).contains(&table) => {
            if !tables.contains(&table) {
                return Err(ChangeProblem::OtherTables(tables));
            }
            let taken = others.iter().any(|other| other.slot == slot.id && other.table == Some(table));
            if taken { Err(ChangeProblem::TableTaken) } else { Ok(()) }
        }
        _ => Err(ChangeProblem::NoTable),
    }
}
