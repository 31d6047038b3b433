//! Gives pinned meetings their slots before anything else, by a complete search: either all of them fit, or a smallest
//! set of pins that cannot all be kept is named.

use crate::colouring::colour;
use crate::problem::{NONE, Problem, slots_of};
use crate::schedule::Schedule;

/// Steps of one search; pins are few and mostly have one slot, so that this is never reached in practice.
const STEPS: u32 = 200_000;
/// More pins without a slot than this are placed by colouring alone.
const MOST_SEARCHED: usize = 300;

/// Places all pinned meetings.
///
/// # Errors
/// Indices of pins that cannot all be kept; each of them is needed for that.
pub(crate) fn place(schedule: &mut Schedule) -> Result<(), Vec<usize>> {
    let problem = schedule.problem;
    let pins: Vec<(usize, u32)> = (problem.input().pins.iter().enumerate())
        .map(|(k, pin)| (k, pair_of(problem, pin.a.min(pin.b), pin.a.max(pin.b))))
        .collect();
    // A pair that was dropped (no common slot, no cap) can never be kept.
    if let Some(&(k, _)) = pins.iter().find(|p| p.1 == NONE) {
        return Err(vec![k]);
    }
    let mut all: Vec<u32> = pins.iter().map(|p| p.1).collect();
    let mut trial = Schedule::empty(problem);
    if fits(&mut trial, &mut all) {
        trial.placed().for_each(|(k, slot)| schedule.place(k, slot));
        return Ok(());
    }
    Err(smallest(problem, pins).into_iter().map(|p| p.0).collect())
}

/// Takes pins out, in ever smaller groups, as long as the rest still does not fit.
fn smallest(problem: &Problem, mut needed: Vec<(usize, u32)>) -> Vec<(usize, u32)> {
    let mut group = needed.len().div_ceil(2);
    loop {
        let mut at = 0;
        while at < needed.len() {
            let end = (at + group).min(needed.len());
            let mut without: Vec<u32> = needed[..at].iter().chain(&needed[end..]).map(|p| p.1).collect();
            if fits(&mut Schedule::empty(problem), &mut without) {
                at = end;
            } else {
                needed.drain(at..end);
            }
        }
        if group == 1 {
            return needed;
        }
        group = group.div_ceil(2);
    }
}

fn pair_of(problem: &Problem, a: usize, b: usize) -> u32 {
    let key = (a as u32, b as u32);
    problem.pairs.binary_search_by_key(&key, |p| (p.a, p.b)).map_or(NONE, |k| k as u32)
}

/// Places the pairs; false if the search found no way. What has one slot only needs no search.
fn fits(schedule: &mut Schedule, pairs: &mut Vec<u32>) -> bool {
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
    pairs.retain(|k| !single(k));
    if pairs.len() > MOST_SEARCHED {
        colour(schedule, pairs);
        return pairs.iter().all(|&k| schedule.is_met(k));
    }
    let mut steps = STEPS;
    search(schedule, pairs, &mut steps)
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
