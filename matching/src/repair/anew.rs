//! Solves anew around what is frozen: the frozen meetings are pins, their slots are closed to everybody else.

use crate::model::frozen::{FrozenSet, without_interpreter};
use crate::model::input::{Input, Pin};
use crate::model::listing::with_met;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::Meeting;
use crate::options::{Observer, Options};
use crate::plan::tables::{self, Earlier};
use crate::solve::solve;
use std::collections::BTreeSet;

/// The best schedule in which every frozen meeting is where it was; none if no such schedule was found. `room` is the
/// problem with room for them.
pub(super) fn solve_around(
    problem: &Problem,
    room: &Problem,
    (frozen, set): (&[Meeting], &FrozenSet),
    earlier: &Earlier,
    options: &Options,
    observer: &mut dyn Observer,
) -> Option<Vec<Meeting>> {
    let frame = around(problem, frozen, set);
    let (possible, none) = (possible_pins(problem, frozen), Vec::new());
    // Pins that do not go with what is frozen are given up together: which of them could stay is the organiser's to say.
    for pins in [possible, none] {
        let mut input = frame.clone();
        input.pins.extend(pins);
        let found = problem.with_input(input).ok().map(|around| solve(&around, options, observer).meetings);
        if let Some(meetings) =
            found.and_then(|meetings| with_frozen_in_place(room, meetings, frozen, earlier))
        {
            return Some(meetings);
        }
        if problem.input().pins.is_empty() {
            break;
        }
    }
    None
}

/// The event without what nobody may use any more, the frozen meetings pinned. A slot that is closed needs no tables; in
/// an open one a frozen meeting whose table is gone needs one more.
fn around(problem: &Problem, frozen: &[Meeting], set: &FrozenSet) -> Input {
    let mut input = problem.input().clone();
    input.pins.clear();
    for person in &mut input.people {
        person.available.iter_mut().enumerate().for_each(|(s, a)| *a &= set.slots >> s & 1 == 0);
    }
    let closed = |s: usize| set.slots >> s & 1 == 1;
    input.slots.iter_mut().enumerate().filter(|(s, _)| closed(*s)).for_each(|(_, slot)| slot.tables = None);
    if let Some(said) = input.interpreting.as_mut() {
        said.exempt.extend(without_interpreter(problem, frozen));
    }
    let mut has = vec![0; input.people.len()];
    for m in frozen {
        let hosted = problem.places.by_stays((m.a as u32, m.b as u32)).free >> m.slot & 1 == 0;
        let table = m.table.filter(|&t| input.slots[m.slot].has(t) && !hosted && !problem.places.is_booth(t));
        if let Some(count) = input.slots[m.slot].tables.as_mut().filter(|_| table.is_none() && !hosted) {
            *count = count.saturating_add(1);
        }
        input.pins.push(Pin { a: m.a, b: m.b, slot: Some(m.slot), table });
        for i in [m.a, m.b] {
            has[i] += 1;
            input.people[i].available[m.slot] = true;
            input.people[i].cap = input.people[i].cap.max(has[i]);
        }
    }
    input
}

/// The pins that no frozen meeting contradicts by itself.
fn possible_pins(problem: &Problem, frozen: &[Meeting]) -> Vec<Pin> {
    let pairs: BTreeSet<(usize, usize)> = frozen.iter().map(|m| (m.a, m.b)).collect();
    let times: BTreeSet<(usize, usize)> =
        frozen.iter().flat_map(|m| [(m.a, m.slot), (m.b, m.slot)]).collect();
    let tables: BTreeSet<(u32, usize)> = frozen.iter().filter_map(|m| Some((m.table?, m.slot))).collect();
    let fits = |pin: &&Pin| {
        let taken = pin.slot.is_some_and(|s| {
            times.contains(&(pin.a, s))
                || times.contains(&(pin.b, s))
                || pin.table.is_some_and(|t| tables.contains(&(t, s)))
        });
        !pairs.contains(&pin.key()) && !taken
    };
    problem.input().pins.iter().filter(fits).cloned().collect()
}

/// The meetings with the frozen ones at their tables, without those that have no place beside them; none if one of the
/// frozen ones is not where it was.
fn with_frozen_in_place(
    room: &Problem,
    meetings: Vec<Meeting>,
    frozen: &[Meeting],
    earlier: &Earlier,
) -> Option<Vec<Meeting>> {
    if frozen.iter().all(|m| meetings.binary_search(m).is_ok()) {
        return Some(meetings);
    }
    let mut order = meetings;
    order.sort_unstable_by_key(|m| (!earlier.frozen.contains_key(&(m.a, m.b, m.slot)), *m));
    let listed = with_met(room, &order);
    let mut schedule = Schedule::empty(&listed);
    for m in &order {
        let pair = listed.index_of(m.a, m.b)?;
        if schedule.below_caps(schedule.pair(pair)) && schedule.free(schedule.pair(pair)) >> m.slot & 1 == 1 {
            schedule.place(pair, m.slot);
        }
    }
    let out = tables::assign_keeping(&schedule, earlier);
    frozen.iter().all(|m| out.binary_search(m).is_ok()).then_some(out)
}
