//! Gives each meeting of a schedule a table: booths and pinned tables first, then the table one of the two sat at
//! before, so that few people walk.

use crate::model::places::Place;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::Meeting;
use std::collections::{BTreeMap, BTreeSet};

/// The meetings of a schedule with tables, sorted. Slots are taken in order of time; within a slot the meetings whose
/// people come from a free table choose first.
pub(crate) fn assign(schedule: &Schedule) -> Vec<Meeting> {
    assign_keeping(schedule, &Earlier::default())
}

/// The tables of an earlier schedule, by people and slot.
#[derive(Default)]
pub(crate) struct Earlier {
    /// Kept where they still exist and are free.
    pub tables: BTreeMap<(usize, usize, usize), u32>,
    /// Kept in any case, and nobody else is put there.
    pub frozen: BTreeMap<(usize, usize, usize), Option<u32>>,
}

impl Earlier {
    /// The tables of old meetings, of which some are frozen.
    pub(crate) fn of(old: &[Meeting], frozen: &[Meeting]) -> Earlier {
        let key = |m: &Meeting| (m.key().0, m.key().1, m.slot);
        Earlier {
            tables: old.iter().filter_map(|m| m.table.map(|t| (key(m), t))).collect(),
            frozen: frozen.iter().map(|m| (key(m), m.table)).collect(),
        }
    }
}

/// The same, but meetings keep the tables they had.
pub(crate) fn assign_keeping(schedule: &Schedule, earlier: &Earlier) -> Vec<Meeting> {
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
        let key = |k: u32| (problem.pairs[k as usize].a as usize, problem.pairs[k as usize].b as usize, slot);
        let same = |k: u32| earlier.tables.get(&key(k)).copied();
        let is_frozen = |k: &u32| earlier.frozen.contains_key(&key(*k));
        let (frozen, pairs): (Vec<u32>, Vec<u32>) = pairs.iter().partition(|k| is_frozen(k));
        let frozen: Vec<(u32, Option<u32>)> = frozen.iter().map(|&k| (k, earlier.frozen[&key(k)])).collect();
        let reserved = frozen.iter().filter_map(|x| x.1).collect();
        let tables = slot_tables(problem, slot, &pairs, reserved, same, before);
        for (pair, table) in frozen.into_iter().chain(pairs.into_iter().zip(tables)) {
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

/// Tables for the pairs of one slot beside the reserved ones: `same` is a pair's table in an earlier schedule, `before` a person's last table.
fn slot_tables(
    problem: &Problem,
    slot: usize,
    pairs: &[u32],
    reserved: BTreeSet<u32>,
    same: impl Fn(u32) -> Option<u32>,
    before: impl Fn(u32) -> Option<u32>,
) -> Vec<Option<u32>> {
    let input = &problem.input().slots[slot];
    // The reserved tables of each, if it has some.
    let place = |k: u32| problem.place(&problem.pairs[k as usize], slot);
    let own: Vec<Option<Vec<u32>>> = pairs.iter().map(|&k| own_tables(problem, place(k), slot)).collect();
    let of_booths: BTreeSet<u32> = problem.places.booths().flat_map(|it| it.tables.iter().copied()).collect();
    let mut given: Vec<Option<u32>> = vec![None; pairs.len()];
    let mut taken: BTreeSet<u32> = reserved;
    // Who can be at one table alone comes first.
    for (own, table) in own.iter().zip(&mut given) {
        if let Some([only]) = own.as_deref() {
            taken.insert(*only);
            *table = Some(*only);
        }
    }
    let fits = |own: &Option<Vec<u32>>, t: u32| match own {
        Some(tables) => tables.contains(&t),
        None => input.has(t) && !of_booths.contains(&t),
    };
    for ((&k, own), table) in pairs.iter().zip(&own).zip(&mut given) {
        let wanted = same(k).filter(|t| table.is_none() && fits(own, *t) && !taken.contains(t));
        if let Some(t) = wanted {
            taken.insert(t);
            *table = Some(t);
        }
    }
    // Who both come from the same table go first, then who can keep one person's table.
    for both in [true, false] {
        for ((&k, own), table) in pairs.iter().zip(&own).zip(&mut given) {
            let p = &problem.pairs[k as usize];
            let (x, y) = (before(p.a), before(p.b));
            if table.is_some() || (both && x != y) {
                continue;
            }
            let wanted = [x, y].into_iter().flatten().find(|&t| fits(own, t) && !taken.contains(&t));
            if let Some(t) = wanted {
                taken.insert(t);
                *table = Some(t);
            }
        }
    }
    let mut free = (0..input.tables.unwrap_or(0)).filter(|t| input.has(*t) && !of_booths.contains(t));
    for (own, table) in own.iter().zip(&mut given).filter(|(_, table)| table.is_none()) {
        *table = match own {
            Some(tables) => tables.iter().copied().find(|t| !taken.contains(t)),
            None => free.find(|t| !taken.contains(t)),
        };
        taken.extend(*table);
    }
    given
}

/// The reserved tables at one of which a meeting is held in a slot; none where any free one will do.
fn own_tables(problem: &Problem, place: Place, slot: usize) -> Option<Vec<u32>> {
    let of = |at: usize| &problem.places.reserved[at].tables;
    let least = place.tables().map(of).min_by_key(|tables| tables.len())?;
    let input = &problem.input().slots[slot];
    Some(least.iter().copied().filter(|t| input.tables.is_none() || input.has(*t)).collect())
}
