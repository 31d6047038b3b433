//! Gives each meeting of a schedule a table: booths and pinned tables first, then the table one of the two sat at
//! before, so that few people walk.

use crate::problem::{NONE, Problem};
use crate::schedule::Schedule;
use crate::solution::Meeting;
use std::collections::{BTreeMap, BTreeSet};

/// The meetings of a schedule with tables, sorted. Slots are taken in order of time; within a slot the meetings whose
/// people come from a free table choose first.
pub(crate) fn assign(schedule: &Schedule) -> Vec<Meeting> {
    assign_keeping(schedule, &BTreeMap::new())
}

/// The same, but meetings keep the tables `kept` has for their people and slot, where these still exist and are free.
pub(crate) fn assign_keeping(
    schedule: &Schedule,
    kept: &BTreeMap<(usize, usize, usize), u32>,
) -> Vec<Meeting> {
    let problem = schedule.problem;
    let mut by_slot = vec![Vec::new(); problem.slots];
    for (pair, slot) in schedule.placed() {
        by_slot[slot].push(pair);
    }
    let mut last: Vec<Option<(u32, u32)>> = vec![None; problem.people()];
    let mut out = Vec::with_capacity(schedule.meetings as usize);
    for (slot, pairs) in by_slot.iter().enumerate() {
        let part = problem.input().slots[slot].part;
        let before = |i: u32| last[i as usize].filter(|l| l.0 == part).map(|l| l.1);
        let same = |k: u32| {
            let p = &problem.pairs[k as usize];
            kept.get(&(p.a as usize, p.b as usize, slot)).copied()
        };
        let tables = slot_tables(problem, slot, pairs, same, before);
        for (&pair, table) in pairs.iter().zip(tables) {
            let p = &problem.pairs[pair as usize];
            for i in [p.a, p.b] {
                last[i as usize] = table.map(|t| (part, t));
            }
            out.push(Meeting { a: p.a as usize, b: p.b as usize, slot, table });
        }
    }
    out.sort_unstable();
    out
}

/// Tables for the pairs of one slot: `same` is a pair's table in an earlier schedule, `before` a person's last table.
fn slot_tables(
    problem: &Problem,
    slot: usize,
    pairs: &[u32],
    same: impl Fn(u32) -> Option<u32>,
    before: impl Fn(u32) -> Option<u32>,
) -> Vec<Option<u32>> {
    let mut given: Vec<Option<u32>> = (pairs.iter())
        .map(|&k| problem.pairs[k as usize].place)
        .map(|place| (place != NONE).then(|| problem.places[place as usize].table))
        .collect();
    let Some(tables) = problem.input().slots[slot].tables else {
        return given;
    };
    let booths = problem.places.iter().filter(|p| p.booth && p.table < tables);
    let mut taken: BTreeSet<u32> = booths.map(|p| p.table).chain(given.iter().flatten().copied()).collect();
    for (&k, table) in pairs.iter().zip(&mut given) {
        let free = |t: &u32| *t < tables && !taken.contains(t);
        if let Some(t) = same(k).filter(free).filter(|_| table.is_none()) {
            taken.insert(t);
            *table = Some(t);
        }
    }
    // Who both come from the same table go first, then who can keep one person's table.
    for both in [true, false] {
        for (&k, table) in pairs.iter().zip(&mut given) {
            let p = &problem.pairs[k as usize];
            let (x, y) = (before(p.a), before(p.b));
            let wanted = [x, y].into_iter().flatten().find(|&t| t < tables && !taken.contains(&t));
            if let Some(t) = wanted.filter(|_| table.is_none() && (!both || x == y)) {
                taken.insert(t);
                *table = Some(t);
            }
        }
    }
    let mut free = (0..tables).filter(|t| !taken.contains(t));
    for table in given.iter_mut().filter(|t| t.is_none()) {
        *table = free.next();
    }
    given
}
