//! The best *whole* set of meetings if slots did not matter: from the half-integral optimum of the relaxation to the exact
//! optimum of the degree-constrained subgraph problem.
//!
//! Pairs whose reduced profit is further from 0 than the gap to the best known schedule are in every better schedule or
//! in none (reduced-cost fixing: Dantzig, Fulkerson, Johnson, Solution of a large-scale traveling-salesman problem,
//! Operations Research 2, 1954). The few others become a matching problem (Tutte, A short proof of the factor theorem for
//! finite graphs, Canad. J. Math. 6, 1954): a vertex for each meeting that a person may still have, and two for each pair,
//!
//! ```text
//! a1 --+                +-- b1
//! a2 --+-- pair_a -- pair_b --+-- b2        pair_a with pair_b: they do not meet
//! a3 --+                +-- b3        both with a meeting of their person: they do
//! ```
//!
//! with so high a reward for each matched vertex of a pair that none stays free. The prices of the relaxation are
//! nearly the duals of that matching, so that only odd cycles are left to be searched.

use crate::alarm::Alarm;
use crate::algorithms::blossom::maximum_matching;
use crate::bounds::prices::{FINE, Prices};
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::tuning::integral::MOST_UNDECIDED;

#[cfg(test)]
mod tests;

/// A whole set.
pub(crate) struct IntegralSet {
    /// The pairs, in order.
    pub pairs: Vec<u32>,
    /// No schedule that is better than the one that was known has more of the objective than this.
    pub bound: i64,
}

/// The best whole set for an objective, which prices bound to within `gap` of a known schedule; none where too much is undecided, or
/// where it was stopped.
pub(crate) fn integral_set(
    problem: &Problem,
    objective: &Objective,
    prices: &Prices,
    gap: i64,
    alarm: &Alarm,
) -> Option<IntegralSet> {
    let profits: Vec<i64> =
        problem.pairs.iter().map(|p| prices.profit(problem, p, objective.value(p))).collect();
    let undecided: Vec<u32> =
        (0u32..).zip(&profits).filter(|(_, profit)| profit.abs() <= gap * FINE).map(|(k, _)| k).collect();
    if undecided.len() > MOST_UNDECIDED {
        return None;
    }
    let surely: Vec<u32> =
        (0u32..).zip(&profits).filter(|(_, profit)| **profit > gap * FINE).map(|(k, _)| k).collect();
    let mut taken = vec![0u32; problem.people()];
    for p in surely.iter().map(|&k| &problem.pairs[k as usize]) {
        taken[p.a as usize] += 1;
        taken[p.b as usize] += 1;
    }
    if taken.iter().zip(&problem.cap).any(|(taken, cap)| taken > cap) {
        // More than somebody may have, each of them in every better schedule: there is none.
        return Some(IntegralSet { pairs: Vec::new(), bound: i64::MIN });
    }
    let mut pairs = surely;
    pairs.extend(Graph::new(problem, objective, prices, &undecided, &taken).met(&undecided, alarm)?);
    pairs.sort_unstable();
    let bound = bound(problem, objective, prices, &pairs);
    Some(IntegralSet { pairs, bound })
}

/// What a set is worth, with what its tables cost less than all there are.
fn bound(problem: &Problem, objective: &Objective, prices: &Prices, pairs: &[u32]) -> i64 {
    let mut degree = vec![0; problem.people()];
    let mut value = 0;
    for p in pairs.iter().map(|&k| &problem.pairs[k as usize]) {
        value += objective.value(p);
        for i in [p.a as usize, p.b as usize] {
            degree[i] += 1;
            value += objective.gain(problem, i, degree[i]);
        }
    }
    let unsold = problem.total_tables() as i64 - pairs.len() as i64;
    value + (prices.all_tables * unsold).div_euclid(FINE)
}

/// The matching problem of the undecided pairs. Weights count twice what meetings are worth, so that half of a pair is
/// whole.
struct Graph {
    vertices: usize,
    edges: Vec<(u32, u32, i64)>,
    /// Duals that the prices suggest, twice as large as on the scale of the weights.
    guess: Vec<i64>,
}

impl Graph {
    fn new(
        problem: &Problem,
        objective: &Objective,
        prices: &Prices,
        undecided: &[u32],
        taken: &[u32],
    ) -> Graph {
        let mut graph = Graph { vertices: 2 * undecided.len(), edges: Vec::new(), guess: Vec::new() };
        let ends = undecided.iter().enumerate().flat_map(|(at, &k)| {
            let p = &problem.pairs[k as usize];
            [(p.a as usize, 2 * at), (p.b as usize, 2 * at + 1)]
        });
        let mut of_person = vec![Vec::new(); problem.people()];
        ends.for_each(|(person, end)| of_person[person].push(end));
        let twice = |price: i64| 2 * price / FINE;
        let value = |k: u32| {
            let value = objective.value(&problem.pairs[k as usize]);
            value - prices.all_tables / FINE
        };
        let highest = undecided.iter().map(|&k| value(k).abs()).max().unwrap_or(0);
        let reward = 4 * (highest + 2 * objective.goal.abs()) + 4;
        graph.guess.resize(graph.vertices, 0);
        for (at, &k) in undecided.iter().enumerate() {
            graph.edges.push((2 * at as u32, 2 * at as u32 + 1, 2 * reward));
            let p = &problem.pairs[k as usize];
            let (a, b) = (twice(prices.person[p.a as usize]), twice(prices.person[p.b as usize]));
            let loss = (a + b - 2 * value(k)).max(0);
            // Halves of an odd loss may differ by one: the matching mends that.
            graph.guess[2 * at] = 2 * (reward + value(k) - a) + loss;
            graph.guess[2 * at + 1] = 2 * (reward + value(k) - b) + loss;
        }
        for (i, ends) in of_person.iter().enumerate() {
            for place in taken[i] + 1..=problem.cap[i].min(taken[i] + ends.len() as u32) {
                let gain = 2 * objective.gain(problem, i, place);
                let vertex = graph.vertices as u32;
                graph.vertices += 1;
                graph.guess.push(2 * (twice(prices.person[i]) + gain).max(0));
                for &end in ends {
                    graph.edges.push((end as u32, vertex, reward + value(undecided[end / 2]) + gain));
                }
            }
        }
        graph
    }

    /// The pairs that meet in the best matching; none if it was stopped before that was found.
    fn met(&self, undecided: &[u32], alarm: &Alarm) -> Option<Vec<u32>> {
        let stop = &mut |looked| alarm.rings(looked);
        let mates = maximum_matching(self.vertices, &self.edges, &self.guess, stop).mates;
        if alarm.rang() {
            return None;
        }
        let met = (undecided.iter().enumerate())
            .filter(|(at, _)| mates[2 * at] != Some(2 * at + 1))
            .map(|(_, &k)| k)
            .collect();
        Some(met)
    }
}
