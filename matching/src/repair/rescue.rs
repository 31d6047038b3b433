//! On the day: some did not come to a slot, and those they leave there alone are brought together with whoever is free.
//!
//! Only pairs in which somebody waits are looked at: an absence frees one table and leaves one person, so that a table given to
//! two who do not wait is a table that somebody waits for. Of these pairs the most of those who wait are served, and only among
//! such choices weights count.

use super::{Repaired, keep, outcome};
use crate::algorithms::blossom::maximum_matching;
use crate::model::frozen::{Frozen, FrozenSet};
use crate::model::listing::with_met;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::Meeting;
use crate::plan::greedy::{by_gain, slot_for};
use crate::plan::tables::{self, Earlier};
use std::collections::BTreeSet;

/// Fills one slot, when people wait there in vain: whoever lost a meeting in it is matched with somebody who is free and not
/// `absent`. Nobody else gets anything, nobody is moved, and meetings of absent people in the slot are given up.
///
/// As many of those who wait are served as can be, whatever the weights; where a quota forbids some of the pairs, as many as
/// one matching after the other reaches.
#[must_use]
pub fn rescue(problem: &Problem, old: &[Meeting], slot: usize, absent: &[usize]) -> Repaired {
    let problem = &*with_met(problem, old);
    let is_absent = |m: &&Meeting| m.slot == slot && (absent.contains(&m.a) || absent.contains(&m.b));
    let there: Vec<Meeting> = old.iter().filter(|m| !is_absent(m)).copied().collect();
    let (mut schedule, mut lost) = keep(problem, &there, &FrozenSet::new(problem, &Frozen::default()));
    lost.extend(old.iter().filter(is_absent));
    lost.sort_unstable();
    let in_slot = lost.iter().filter(|m| m.slot == slot);
    let alone = in_slot.flat_map(|m| [m.a, m.b]).filter(|i| !absent.contains(i));
    let mut waiting: BTreeSet<u32> = alone.map(|i| i as u32).collect();
    while match_waiting(&mut schedule, slot, &waiting, absent) > 0 {
        waiting.retain(|&i| schedule.busy[i as usize] >> slot & 1 == 0);
    }
    let meetings = tables::assign_keeping(&schedule, &Earlier::of(old, &[]));
    outcome(problem, old, meetings, lost)
}

/// Places the best matching of those who wait; says how many pairs were placed. A quota may leave some of it out, and then
/// the next call sees what is left.
fn match_waiting(schedule: &mut Schedule, slot: usize, waiting: &BTreeSet<u32>, absent: &[usize]) -> usize {
    let served = |k: u32| {
        let p = schedule.pair(k);
        [p.a, p.b].iter().filter(|i| waiting.contains(i)).count() as i64
    };
    let is_there = |k: u32| {
        let p = schedule.pair(k);
        schedule.quotas_allow(p.crossing) && ![p.a, p.b].iter().any(|i| absent.contains(&(*i as usize)))
    };
    let fits = by_gain(schedule, 1 << slot).into_iter().filter(|&k| served(k) > 0 && is_there(k));
    let options = enough(schedule, waiting, fits);
    let gain = |k: u32| schedule.gain(schedule.pair(k));
    let lowest = options.iter().map(|&k| gain(k)).min().unwrap_or_default().min(0);
    let highest = options.iter().map(|&k| gain(k)).max().unwrap_or_default().max(0);
    // One more person served outweighs whatever all weights can bring.
    let person = (highest - lowest + 1) * (waiting.len() as i64 + 1);
    let edges: Vec<(u32, u32, i64)> = (options.iter())
        .map(|&k| (schedule.pair(k).a, schedule.pair(k).b, served(k) * person + gain(k) - lowest))
        .collect();
    let mates = maximum_matching(schedule.problem.people(), &edges, &[], &mut |_| false).mates;
    let is_chosen = |k: &u32| mates[schedule.pair(*k).a as usize] == Some(schedule.pair(*k).b as usize);
    let mut chosen: Vec<u32> = options.into_iter().filter(is_chosen).collect();
    let quotas: Vec<usize> = schedule.problem.asked_quotas().map(|(at, _)| at).collect();
    let crosses = |k: u32| quotas.iter().filter(|at| schedule.pair(k).crossing.counts_for(**at)).count();
    // Where tables lack too, one table serves two who both wait; crossing pairs make room for others in a quota.
    chosen.sort_by_cached_key(|&k| (-served(k), std::cmp::Reverse(crosses(k)), -gain(k), k));
    let before = schedule.meetings;
    for k in chosen {
        if let Some(slot) = slot_for(schedule, k, 1 << slot) {
            schedule.place(k, slot);
        }
    }
    (schedule.meetings - before) as usize
}

/// Of pairs in descending order of what they add, those that a best matching can need: all between two who wait, and of each
/// who waits as many others as people wait, for so many minus one at most are taken by the rest.
fn enough(schedule: &Schedule, waiting: &BTreeSet<u32>, pairs: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut taken = vec![0; schedule.problem.people()];
    let needed = |&k: &u32| {
        let p = schedule.pair(k);
        match (waiting.contains(&p.a), waiting.contains(&p.b)) {
            (true, true) => true,
            (a_waits, _) => {
                let person = if a_waits { p.a } else { p.b } as usize;
                taken[person] += 1;
                taken[person] <= waiting.len()
            }
        }
    };
    pairs.filter(needed).collect()
}
