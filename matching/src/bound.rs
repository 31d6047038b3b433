//! What no schedule can exceed. Lagrangian duality (Held, Karp: The traveling-salesman problem and minimum spanning
//! trees II, Math. Programming 1, 1971): for *any* prices on persons, persons in slots and tables, the sum of what each
//! pair and each person would take at these prices, plus what the prices sell, is at least the value of every schedule.
//!
//! [`Prices::bound`] evaluates that sum from the problem alone, in integers, over all its pairs, listed or given by a
//! rule. Wherever the prices come from, the bound is valid; good prices only make it tight.

use crate::input::Request;
use crate::problem::{GOAL, MUTUAL, Mask, PINNED, Pair, Problem, slots_of};

/// Prices are in fractions of a unit of value, so that halves of the relaxation are exact and small steps possible.
pub(crate) const FINE: i64 = 4096;

/// What is to be as large as possible: a weighted sum of the levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Aim {
    pub mutual: i64,
    pub goal: i64,
    /// Only so many first meetings of each goal count.
    pub first: u32,
    /// Prefer the first meetings of a goal to the later ones.
    pub leximin: bool,
    pub weight: i64,
    pub pin: i64,
    /// Reward of a crossing meeting and charge of one that is not, for a quota.
    pub crossing: i64,
    pub other: i64,
}

impl Aim {
    /// Nothing counts.
    pub(crate) const NOTHING: Aim =
        Aim { mutual: 0, goal: 0, first: u32::MAX, leximin: false, weight: 0, pin: 0, crossing: 0, other: 0 };

    /// The engine's own value of a problem: see [`Pair::value`] and [`Problem::gain`].
    pub(crate) fn of(problem: &Problem) -> Aim {
        let (crossing, other) = problem.quota_rewards();
        let levels = Aim { mutual: MUTUAL, goal: GOAL, leximin: true, weight: 1, ..Aim::NOTHING };
        Aim { pin: PINNED, crossing, other, ..levels }
    }

    pub(crate) fn value(&self, pair: &Pair) -> i64 {
        let mutual = if pair.request == Request::Mutual { self.mutual } else { 0 };
        let pin = if pair.pinned { self.pin } else { 0 };
        let quota = if pair.crossing { self.crossing } else { -self.other };
        self.weight * i64::from(pair.weight) + mutual + pin + quota
    }

    pub(crate) fn gain(&self, problem: &Problem, person: usize, k: u32) -> i64 {
        if self.leximin {
            problem.gain(person, k)
        } else if k >= 1 && k <= problem.goal[person].min(self.first) {
            self.goal
        } else {
            0
        }
    }
}

/// Prices in units of 1 / [`FINE`].
#[derive(Debug, Clone)]
pub(crate) struct Prices {
    /// A meeting of a person; negative where the goal subsidises it.
    pub person: Vec<i64>,
    /// A person's time in a slot, `person * slots + slot`, at least 0; empty where all are 0.
    pub time: Vec<i64>,
    /// A table in a slot, at least 0.
    pub table: Vec<i64>,
    /// A table whenever, at least 0.
    pub all_tables: i64,
}

impl Prices {
    pub(crate) fn zero(problem: &Problem) -> Prices {
        Prices {
            person: vec![0; problem.people()],
            time: Vec::new(),
            table: vec![0; problem.slots],
            all_tables: 0,
        }
    }

    /// What a pair is worth above its price in its best slot, in units of 1 / [`FINE`]; negative if too dear.
    pub(crate) fn profit(&self, problem: &Problem, pair: &Pair, value: i64) -> i64 {
        let fixed =
            FINE * value - self.person[pair.a as usize] - self.person[pair.b as usize] - self.all_tables;
        fixed - self.cheapest(problem, pair).0
    }

    /// The cheapest slot of a pair, and its price.
    pub(crate) fn cheapest(&self, problem: &Problem, pair: &Pair) -> (i64, usize) {
        slots_of(pair.common).map(|s| (self.slot_price(problem, pair, s), s)).min().unwrap_or((0, 0))
    }

    pub(crate) fn slot_price(&self, problem: &Problem, pair: &Pair, slot: usize) -> i64 {
        let table = if pair.pooled { self.table[slot] } else { 0 };
        if self.time.is_empty() {
            return table;
        }
        let time = |i: u32| self.time[i as usize * problem.slots + slot];
        time(pair.a) + time(pair.b) + table
    }

    /// The bound for an aim, rounded down: no schedule has more.
    pub(crate) fn bound(&self, problem: &Problem, aim: &Aim) -> i64 {
        let pairs: i64 = problem.pairs.iter().map(|p| self.profit(problem, p, aim.value(p)).max(0)).sum();
        let unlisted = crate::unlisted::excess(problem, self, aim);
        (pairs + unlisted + self.sold(problem, aim)).div_euclid(FINE)
    }

    /// What persons take at their prices and what all capacities cost.
    pub(crate) fn sold(&self, problem: &Problem, aim: &Aim) -> i64 {
        let persons: i64 = (0..problem.people()).map(|i| self.person_takes(problem, aim, i)).sum();
        let times: i64 = if self.time.is_empty() {
            0
        } else {
            let mine = |(i, open): (usize, &Mask)| {
                slots_of(*open).map(|s| self.time[i * problem.slots + s]).sum::<i64>()
            };
            problem.open.iter().enumerate().map(mine).sum()
        };
        let tables: i64 = (self.table.iter().zip(&problem.pool))
            .filter(|(price, _)| **price > 0)
            .map(|(price, &tables)| price * i64::from(tables))
            .sum();
        persons + times + tables + self.all_tables * crate::relaxation::total_tables(problem) as i64
    }

    fn person_takes(&self, problem: &Problem, aim: &Aim, i: usize) -> i64 {
        let price = self.person[i];
        (1..=problem.cap[i]).map(|k| (FINE * aim.gain(problem, i, k) + price).max(0)).sum()
    }
}
