//! What no schedule can exceed. Lagrangian duality (Held, Karp: The traveling-salesman problem and minimum spanning
//! trees II, Math. Programming 1, 1971): for *any* prices on persons, persons in slots and tables, the sum of what each
//! pair and each person would take at these prices, plus what the prices sell, is at least the value of every schedule.
//!
//! [`Prices::bound`] evaluates that sum from the problem alone, in integers, over all its pairs, listed or given by a
//! rule. Wherever the prices come from, the bound is valid; good prices only make it tight.

use crate::model::input::PairInput;
use crate::model::input::Request;
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem};
use crate::model::rule::{Floor, NEVER};
use crate::model::slots::{Mask, slots_of};
use std::collections::BTreeSet;

/// Prices are in fractions of a unit of value, so that halves of the relaxation are exact and small steps possible.
pub(crate) const FINE: i64 = 4096;

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
        let table = if problem.takes_table(pair, slot) { self.table[slot] } else { 0 };
        if self.time.is_empty() {
            return table;
        }
        let time = |i: u32| self.time[i as usize * problem.slots + slot];
        time(pair.a) + time(pair.b) + table
    }

    /// The bound for an objective, rounded down: no schedule has more.
    pub(crate) fn bound(&self, problem: &Problem, objective: &Objective) -> i64 {
        let pairs: i64 =
            problem.pairs.iter().map(|p| self.profit(problem, p, objective.value(p)).max(0)).sum();
        let unlisted = excess(problem, self, objective);
        (pairs + unlisted + self.sold(problem, objective)).div_euclid(FINE)
    }

    /// What persons take at their prices and what all capacities cost.
    pub(crate) fn sold(&self, problem: &Problem, objective: &Objective) -> i64 {
        let persons: i64 = (0..problem.people()).map(|i| self.person_takes(problem, objective, i)).sum();
        let times: i64 = if self.time.is_empty() {
            0
        } else {
            let mine = |(i, open): (usize, &Mask)| {
                slots_of(*open).map(|s| self.time[i * problem.slots + s]).sum::<i64>()
            };
            problem.open.iter().enumerate().map(mine).sum()
        };
        let tables: i64 = (self.table.iter().zip(&problem.free_tables))
            .filter(|(price, _)| **price > 0)
            .map(|(price, &tables)| price * i64::from(tables))
            .sum();
        persons + times + tables + self.all_tables * problem.total_tables() as i64
    }

    fn person_takes(&self, problem: &Problem, objective: &Objective, i: usize) -> i64 {
        let price = self.person[i];
        (1..=problem.cap[i]).map(|k| (FINE * objective.gain(problem, i, k) + price).max(0)).sum()
    }
}

/// How much all unlisted pairs are worth above their prices, in units of 1 / [`FINE`].
fn excess(problem: &Problem, prices: &Prices, objective: &Objective) -> i64 {
    let mut sum = 0;
    for_each_unlisted(problem, prices, objective, 0, &mut |_, profit| sum += profit);
    sum
}

/// The unlisted and unknown pairs worth more than `above` beyond their price (in units of 1 / [`FINE`]), no more than
/// `most` for each first person: the best ones.
pub(crate) fn paying(
    problem: &Problem,
    prices: &Prices,
    objective: &Objective,
    above: i64,
    most: usize,
    known: &BTreeSet<(usize, usize)>,
) -> Vec<PairInput> {
    let mut out: Vec<PairInput> = Vec::new();
    let mut mine: Vec<(i64, PairInput)> = Vec::new();
    let mut flush = |mine: &mut Vec<(i64, PairInput)>| {
        mine.sort_unstable_by_key(|(profit, p)| (std::cmp::Reverse(*profit), p.b));
        mine.truncate(most);
        out.extend(mine.drain(..).map(|(_, p)| p));
    };
    for_each_unlisted(problem, prices, objective, above, &mut |pair, profit| {
        if mine.last().is_some_and(|(_, last)| last.a != pair.a) {
            flush(&mut mine);
        }
        if !known.contains(&(pair.a, pair.b)) {
            mine.push((profit, pair));
        }
    });
    flush(&mut mine);
    out
}

/// Visits every unlisted pair that is worth more than `above` beyond its price, with what it is worth beyond it, person
/// after person.
fn for_each_unlisted(
    problem: &Problem,
    prices: &Prices,
    objective: &Objective,
    above: i64,
    visit: &mut dyn FnMut(PairInput, i64),
) {
    let Some(rule) = &problem.rule else {
        return;
    };
    let floors = WeightFloors::new(problem, prices, objective);
    for a in (0..problem.people()).filter(|&a| problem.can_meet(a)) {
        let Some(base) = floors.base(a, above) else {
            continue;
        };
        let floor = Floor { first: a + 1, base, of: &floors.floor };
        rule.partners_above(a, floor, &mut |pair_input| {
            let pair_input = PairInput {
                a: pair_input.a.min(pair_input.b),
                b: pair_input.a.max(pair_input.b),
                ..pair_input
            };
            if pair_input.request == Request::Mutual || pair_input.b <= a {
                return;
            }
            if let Some(pair) = problem.pair_of(&pair_input) {
                let profit = prices.profit(problem, &pair, objective.value(&pair));
                if profit > above && problem.index_of(pair_input.a, pair_input.b).is_none() {
                    visit(pair_input, profit);
                }
            }
        });
    }
}

/// What a pair weighs at least if it is worth its price, from the prices of its two people alone.
struct WeightFloors {
    /// Lowest price of a meeting with each person, in units of 1 / [`FINE`].
    dear: Vec<i64>,
    /// The same in weight, rounded down.
    floor: Vec<i64>,
    cheapest: i64,
    /// What every pair has or pays beside its weight and people.
    shift: i64,
    weight: i64,
}

impl WeightFloors {
    fn new(problem: &Problem, prices: &Prices, objective: &Objective) -> WeightFloors {
        let time = |i: usize, open: Mask| {
            let slot_price = |s: usize| prices.time.get(i * problem.slots + s).copied().unwrap_or(0);
            slots_of(open).map(slot_price).min().unwrap_or(0)
        };
        let dear: Vec<i64> =
            problem.open.iter().enumerate().map(|(i, &open)| prices.person[i] + time(i, open)).collect();
        let floor = dear.iter().enumerate().map(|(i, &price)| {
            let weight = if objective.weight > 0 { price.div_euclid(FINE * objective.weight) } else { 0 };
            if problem.can_meet(i) { weight } else { NEVER }
        });
        let of_quotas = objective.crossing.iter().zip(&objective.other);
        let dearest: i64 = of_quotas.map(|(crossing, other)| *crossing.max(&-other)).sum();
        WeightFloors {
            floor: floor.collect(),
            cheapest: dear.iter().copied().min().unwrap_or(0),
            shift: FINE * dearest - prices.all_tables,
            weight: objective.weight,
            dear,
        }
    }

    /// The base of a floor for the partners of a person; none if nobody can pass it.
    fn base(&self, person: usize, above: i64) -> Option<i64> {
        let left = above + self.dear[person] - self.shift;
        if self.weight > 0 {
            return Some(left.div_euclid(FINE * self.weight) - 1);
        }
        (left + self.cheapest < 0).then_some(-1)
    }
}
