//! Fills an announced schedule up: the valuable pairs first by patient search, then all by simulated annealing over chains,
//! where a moved meeting has a price that rises while the moves are nearly used up, so that they go where they bring most.

use super::chains::Chains;
use crate::alarm::Alarm;
use crate::algorithms::chance::Chance;
use crate::model::problem::GOAL;
use crate::model::schedule::Schedule;
use crate::model::slots::slots_of;
use crate::plan::greedy::{by_gain, slot_for};
use crate::tuning::repair::{
    FIRST_PRICE, MOVES_TRIED, PARTS, PATIENCE, WITH_MOVES, WITHDRAWAL, WITHOUT_MOVES,
};

/// Raises the value by what fits beside the announced meetings, of which up to `budget` may be away from announced, with
/// about so much work. `accept` says of a better schedule whether it may take the place of the best so far.
pub(super) fn fill<'p>(
    chains: &mut Chains<'p>,
    (budget, work): (u64, u64),
    accept: &dyn Fn(&Schedule) -> bool,
    alarm: &Alarm,
) {
    let targets = targets(chains, budget);
    if targets.is_empty() {
        return;
    }
    let end = chains.work + work;
    if budget > 0 {
        insert_valuable(chains, &targets, budget, work / 3, alarm);
    }
    let mut best = Best::of(chains);
    let mut price = if budget > 0 { FIRST_PRICE } else { 1 };
    let chance = Chance::new();
    let cooling = if budget > 0 { WITH_MOVES } else { WITHOUT_MOVES };
    let start = chains.work;
    for part in 0..PARTS {
        let until = start + (end - start.min(end)) * (part + 1) / PARTS;
        let temperature = cooling.temperature(part, PARTS);
        while chains.work < until && !alarm.rang() {
            let before = chains.work;
            chains.work += 1;
            step(chains, &targets, budget, (temperature, price), &chance);
            alarm.rings(STEPS_OF_LOOK * (chains.work - before));
        }
        best.note(chains, accept);
        let scarce = chains.moved.saturating_mul(10) >= budget.saturating_mul(9);
        price = if scarce { price + price / 4 + 1 } else { (price - price / 5 - 1).max(1) };
    }
    best.restore(chains);
}

/// Elementary steps of a slot looked at, about.
const STEPS_OF_LOOK: u64 = 20;

/// The pairs that may be added, each with a slot.
fn targets(chains: &Chains, budget: u64) -> Vec<(u32, u8)> {
    let schedule = &chains.schedule;
    let mut out = Vec::new();
    for (k, p) in (0u32..).zip(&schedule.problem.pairs) {
        let room = |i: u32| chains.has_room_of_old(i);
        if chains.is_announced(k) || !room(p.a) || !room(p.b) {
            continue;
        }
        let idle = chains.idle_of_old(p.a) & chains.idle_of_old(p.b);
        let worth = if budget > 0 { p.common } else { p.common & idle };
        out.extend(slots_of(worth & chains.open).map(|s| (k, s as u8)));
    }
    out
}

/// Inserts what is worth much, with few moves first.
fn insert_valuable(chains: &mut Chains, targets: &[(u32, u8)], budget: u64, work: u64, alarm: &Alarm) {
    let valuable = |k: u32| chains.schedule.gain(chains.schedule.pair(k)) >= GOAL;
    let mut order: Vec<(i64, u32, u8)> = (targets.iter())
        .filter(|&&(k, _)| !chains.schedule.is_met(k) && valuable(k))
        .map(|&(k, s)| (-chains.schedule.gain(chains.schedule.pair(k)), k, s))
        .collect();
    order.sort_unstable();
    let end = chains.work + work;
    for moves in MOVES_TRIED {
        let share = work / MOVES_TRIED.len() as u64 / order.len().max(1) as u64;
        for &(_, k, s) in &order {
            if chains.work >= end || chains.schedule.is_met(k) || alarm.rang() {
                continue;
            }
            let (before, looked) = (chains.schedule.value, chains.work);
            let limit = budget.min(chains.moved + moves);
            if chains.insert(k, s as usize, limit, share.max(PATIENCE)) && chains.schedule.value <= before {
                chains.undo();
            }
            alarm.rings(STEPS_OF_LOOK * (chains.work - looked));
        }
    }
}

/// Tries one random change and keeps it if the temperature says so.
fn step(
    chains: &mut Chains,
    targets: &[(u32, u8)],
    budget: u64,
    (temperature, price): (i64, i64),
    chance: &Chance,
) {
    let (pair, slot) = targets[chains.random.below(targets.len())];
    let (value, moved) = (chains.schedule.value, chains.moved);
    let done = if chains.schedule.is_met(pair) {
        chains.random.below(WITHDRAWAL) == 0 && chains.withdraw(pair)
    } else {
        // One move mostly, two half as often, and so on.
        let most = 1 + u64::from(chains.random.next().trailing_zeros());
        chains.insert(pair, slot as usize, budget.min(moved + most), PATIENCE)
    };
    if done {
        let change = chains.schedule.value - value - price * (chains.moved as i64 - moved as i64);
        if !chance.accepts(change, temperature, &mut chains.random) {
            chains.undo();
        }
    }
}

/// The best schedule of a search, of equals the one with fewest moves.
struct Best<'p> {
    schedule: Schedule<'p>,
    new: Vec<u32>,
    moved: u64,
}

impl<'p> Best<'p> {
    fn of(chains: &Chains<'p>) -> Best<'p> {
        Best { schedule: chains.schedule.clone(), new: chains.new.clone(), moved: chains.moved }
    }

    fn note(&mut self, chains: &Chains<'p>, accept: &dyn Fn(&Schedule) -> bool) {
        let better = (chains.schedule.value, std::cmp::Reverse(chains.moved))
            > (self.schedule.value, std::cmp::Reverse(self.moved));
        if better && accept(&chains.schedule) {
            *self = Best::of(chains);
        }
    }

    fn restore(self, chains: &mut Chains<'p>) {
        (chains.schedule, chains.new, chains.moved) = (self.schedule, self.new, self.moved);
    }
}

/// Adds what fits in the open slots as it is, the most valuable first.
pub(super) fn fill_greedily(chains: &mut Chains) {
    for k in by_gain(&chains.schedule, chains.open) {
        if let Some(slot) = slot_for(&chains.schedule, k, chains.open) {
            chains.add(k, slot);
        }
    }
}
