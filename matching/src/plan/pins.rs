//! Gives pinned meetings their slots before anything else: a short search, and where that does not tell the SAT solver. Either
//! all of them fit, or a smallest set of pins that cannot all be kept is named, or it is open whether they can.

use crate::alarm::Alarm;
use crate::algorithms::irreducible::irreducible;
use crate::model::problem::{NONE, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::slots_of;
use crate::model::solution::Conflict;
use crate::plan::colouring::colour;
use crate::plan::feasible::{Answer, Demand, decide};
use crate::tuning::pins::{CONFLICTS, MOST_SEARCHED, SHRINKING, STEPS};

/// Places all pinned meetings, as far as a way is found.
///
/// # Errors
/// The pins that are proved not to be possible together. Without any of them the others are, unless the proof of that
/// was too hard.
pub(crate) fn place(schedule: &mut Schedule, alarm: &Alarm) -> Result<(), Conflict> {
    let problem = schedule.problem;
    let pins: Vec<(usize, u32)> = (problem.input().pins.iter().enumerate())
        .map(|(k, pin)| (k, problem.index_of(pin.a, pin.b).unwrap_or(NONE)))
        .collect();
    // A pair that was dropped (no common slot, no cap) can never be kept.
    if let Some(&(k, _)) = pins.iter().find(|p| p.1 == NONE) {
        return Err(Conflict::Pins { pins: vec![k] });
    }
    let all: Vec<u32> = pins.iter().map(|p| p.1).collect();
    match fit(problem, &all, CONFLICTS, alarm) {
        Answer::Kept(placed) => {
            placed.into_iter().for_each(|(k, slot)| schedule.place(k, slot));
            Ok(())
        }
        Answer::Impossible(core) => {
            let core = pins.into_iter().filter(|p| core.contains(&p.1)).collect();
            let impossible = |some: &[(usize, u32)]| {
                if alarm.rang() {
                    return false;
                }
                let pairs: Vec<u32> = some.iter().map(|p| p.1).collect();
                matches!(fit(problem, &pairs, SHRINKING, alarm), Answer::Impossible(_))
            };
            let needed = irreducible(core, u64::MAX, &impossible);
            Err(Conflict::Pins { pins: needed.into_iter().map(|p| p.0).collect() })
        }
        Answer::Open => {
            colour(schedule, &all, alarm);
            Ok(())
        }
    }
}

/// Whether the pairs fit together: by a short search, then by the solver.
fn fit(problem: &Problem, pairs: &[u32], conflicts: i32, alarm: &Alarm) -> Answer {
    let mut trial = Schedule::empty(problem);
    if searched(&mut trial, pairs, alarm) {
        return Answer::Kept(trial.placed().collect());
    }
    decide(problem, &Demand { must: pairs, may: &[], asked: &[], some: false }, conflicts, alarm)
}

/// Places the pairs; false if the search found no way. What has one slot only needs no search.
fn searched(schedule: &mut Schedule, pairs: &[u32], alarm: &Alarm) -> bool {
    let problem = schedule.problem;
    let single = |k: &u32| problem.pairs[*k as usize].common.count_ones() == 1;
    for &k in pairs.iter().filter(|k| single(k)) {
        let p = schedule.pair(k);
        let free = schedule.free(p);
        if free == 0 || !schedule.below_caps(p) {
            return false;
        }
        schedule.place(k, free.trailing_zeros() as usize);
    }
    let mut left: Vec<u32> = pairs.iter().filter(|k| !single(k)).copied().collect();
    if left.len() > MOST_SEARCHED {
        colour(schedule, &left, alarm);
        return left.iter().all(|&k| schedule.is_met(k));
    }
    let mut steps = STEPS;
    search(schedule, &mut left, &mut steps)
}

/// The pair with fewest free slots first; back up where one has none.
fn search(schedule: &mut Schedule, left: &mut Vec<u32>, steps: &mut u32) -> bool {
    let options = |k: u32| {
        let p = schedule.pair(k);
        if schedule.below_caps(p) { schedule.free(p) } else { 0 }
    };
    let Some(at) = (0..left.len()).min_by_key(|&i| options(left[i]).count_ones()) else {
        return true;
    };
    let free = options(left[at]);
    let pair = left.swap_remove(at);
    for slot in slots_of(free) {
        if *steps == 0 {
            break;
        }
        *steps -= 1;
        schedule.place(pair, slot);
        if search(schedule, left, steps) {
            return true;
        }
        schedule.remove(pair);
    }
    left.push(pair);
    false
}
