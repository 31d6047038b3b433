//! The two methods common in matchmaking software, for comparison: greedy by weight, and one slot after the other.

use crate::input::Request;
use crate::problem::{Pair, Problem, slots_of};
use crate::random::Random;
use crate::reasons::quota_allows;
use crate::reoptimise::{MOST_EXACT, Market, Shake, reoptimise};
use crate::schedule::Schedule;
use crate::solution::Meeting;
use crate::tables;

/// Greedy: the most valuable pair first, mutual wishes before all, first those that help somebody to their goal.
/// Unlimited tables: the earliest slot; else the slot with most tables left.
#[must_use]
pub fn greedy(problem: &Problem) -> Vec<Meeting> {
    tables::assign(&greedy_schedule(problem))
}

/// Slot by slot: in each slot, one after the other, the best matching of the pairs that are still allowed, by what they
/// add now. Above some thousands of people the most valuable first instead of the best matching.
#[must_use]
pub fn slot_by_slot(problem: &Problem) -> Vec<Meeting> {
    let mut schedule = Schedule::empty(problem);
    let mut unused = Random::new(0);
    let mut market = Market::of_all(problem);
    for slot in 0..problem.slots {
        if problem.people() <= MOST_EXACT && problem.quota.is_none() {
            reoptimise(&mut schedule, slot, &mut market, &Shake::NONE, &mut unused);
        } else {
            greedy_slot(&mut schedule, slot);
        }
    }
    tables::assign(&schedule)
}

/// Fills one slot, the most valuable pair first.
fn greedy_slot(schedule: &mut Schedule, slot: usize) {
    let free = |schedule: &Schedule, p: &Pair| schedule.below_caps(p) && schedule.free(p) >> slot & 1 == 1;
    let mut order: Vec<(i64, u32)> = (0u32..)
        .zip(&schedule.problem.pairs)
        .filter(|(k, p)| !schedule.is_met(*k) && free(schedule, p))
        .map(|(k, p)| (-schedule.gain(p), k))
        .collect();
    order.sort_unstable();
    for (_, k) in order {
        let pair = schedule.pair(k);
        if free(schedule, pair) && quota_allows(schedule, pair.crossing) {
            schedule.place(k, slot);
        }
    }
}

pub(crate) fn greedy_schedule(problem: &Problem) -> Schedule<'_> {
    let mut schedule = Schedule::empty(problem);
    let mut order: Vec<u32> = (0..problem.pairs.len() as u32).collect();
    order.sort_by_key(|&k| {
        (-problem.pairs[k as usize].value, problem.pairs[k as usize].common.count_ones() == 1, k)
    });
    for only_goals in [true, false] {
        for &k in &order {
            let pair = &problem.pairs[k as usize];
            let helps =
                [pair.a, pair.b].iter().any(|&i| schedule.degree[i as usize] < problem.goal[i as usize]);
            let wanted = !only_goals || helps || pair.request == Request::Mutual || pair.pinned;
            if wanted && !schedule.is_met(k) {
                try_place(&mut schedule, k);
            }
        }
    }
    schedule
}

/// Places a pair in the emptiest free slot, if caps and quota allow it.
pub(crate) fn try_place(schedule: &mut Schedule, pair: u32) -> bool {
    let p = schedule.pair(pair);
    if !schedule.below_caps(p) || !quota_allows(schedule, p.crossing) {
        return false;
    }
    let free = schedule.free(p);
    let slot = if p.pooled { schedule.emptiest(free) } else { slots_of(free).next() };
    slot.inspect(|&s| schedule.place(pair, s)).is_some()
}
