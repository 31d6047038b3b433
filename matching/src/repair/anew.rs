//! Solves anew around what is frozen: the standing meetings are pins, their slots are closed to everybody else.

use super::frozen::Fixed;
use crate::input::{Input, Pin};
use crate::options::{Observer, Options};
use crate::problem::Problem;
use crate::schedule::Schedule;
use crate::solution::Meeting;
use crate::solve::solve;
use crate::tables::{self, Earlier};
use std::collections::BTreeSet;

/// The best schedule in which every standing meeting is where it was; none if no such schedule was found. `room` is the
/// problem with room for them.
pub(super) fn solve_around(
    problem: &Problem,
    room: &Problem,
    standing: &[Meeting],
    fixed: &Fixed,
    earlier: &Earlier,
    options: &Options,
    observer: &mut dyn Observer,
) -> Option<Vec<Meeting>> {
    let frame = around(problem, standing, fixed);
    let (possible, none) = (possible_pins(problem, standing), Vec::new());
    // Pins that do not go with what stands are given up together: which of them could stay is the organiser's to say.
    for pins in [possible, none] {
        let mut input = frame.clone();
        input.pins.extend(pins);
        let found = problem.with_input(input).ok().map(|around| solve(&around, options, observer).meetings);
        if let Some(meetings) = found.and_then(|meetings| as_it_stands(room, meetings, standing, earlier)) {
            return Some(meetings);
        }
        if problem.input().pins.is_empty() {
            break;
        }
    }
    None
}

/// The event without what nobody may use any more, the standing meetings pinned. A slot that is closed needs no tables; in
/// an open one a standing meeting whose table is gone needs one more.
fn around(problem: &Problem, standing: &[Meeting], fixed: &Fixed) -> Input {
    let mut input = problem.input().clone();
    input.pins.clear();
    for person in &mut input.people {
        person.available.iter_mut().enumerate().for_each(|(s, a)| *a &= fixed.slots >> s & 1 == 0);
    }
    let closed = |s: usize| fixed.slots >> s & 1 == 1;
    input.slots.iter_mut().enumerate().filter(|(s, _)| closed(*s)).for_each(|(_, slot)| slot.tables = None);
    let mut has = vec![0; input.people.len()];
    for m in standing {
        let booths = [m.a, m.b].map(|i| input.people[i].booth);
        let foreign = |t: u32| input.people.iter().any(|p| p.booth == Some(t));
        let table = m.table.filter(|&t| {
            let exists = input.slots[m.slot].tables.is_some_and(|count| t < count);
            exists && booths == [None, None] && !foreign(t)
        });
        if let Some(count) =
            input.slots[m.slot].tables.as_mut().filter(|_| table.is_none() && booths == [None, None])
        {
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

/// The pins that no standing meeting contradicts by itself.
fn possible_pins(problem: &Problem, standing: &[Meeting]) -> Vec<Pin> {
    let pairs: BTreeSet<(usize, usize)> = standing.iter().map(|m| (m.a, m.b)).collect();
    let times: BTreeSet<(usize, usize)> =
        standing.iter().flat_map(|m| [(m.a, m.slot), (m.b, m.slot)]).collect();
    let tables: BTreeSet<(u32, usize)> = standing.iter().filter_map(|m| Some((m.table?, m.slot))).collect();
    let fits = |pin: &&Pin| {
        let taken = pin.slot.is_some_and(|s| {
            times.contains(&(pin.a, s))
                || times.contains(&(pin.b, s))
                || pin.table.is_some_and(|t| tables.contains(&(t, s)))
        });
        !pairs.contains(&(pin.a.min(pin.b), pin.a.max(pin.b))) && !taken
    };
    problem.input().pins.iter().filter(fits).cloned().collect()
}

/// The meetings with the standing ones at their tables, without those that have no place beside them; none if one of the
/// standing ones is not where it was.
fn as_it_stands(
    room: &Problem,
    meetings: Vec<Meeting>,
    standing: &[Meeting],
    earlier: &Earlier,
) -> Option<Vec<Meeting>> {
    if standing.iter().all(|m| meetings.binary_search(m).is_ok()) {
        return Some(meetings);
    }
    let mut order = meetings;
    order.sort_unstable_by_key(|m| (!earlier.standing.contains_key(&(m.a, m.b, m.slot)), *m));
    let listed = room.listing(&order);
    let mut schedule = Schedule::empty(&listed);
    for m in &order {
        let key = (m.a as u32, m.b as u32);
        let pair = listed.pairs.binary_search_by_key(&key, |p| (p.a, p.b)).ok()? as u32;
        if schedule.below_caps(schedule.pair(pair)) && schedule.free(schedule.pair(pair)) >> m.slot & 1 == 1 {
            schedule.place(pair, m.slot);
        }
    }
    let out = tables::assign_keeping(&schedule, earlier);
    standing.iter().all(|m| out.binary_search(m).is_ok()).then_some(out)
}
