//! Who may meet whom when, as a graph. Slots that are alike for every pair and have as many tables are one *time*: within
//! it nothing tells them apart, so that a search need not try them one after the other.

use crate::model::problem::{NONE, Pair, Problem};
use crate::model::slots::{Mask, slots_of};

/// A group of slots that are alike.
#[derive(Debug, Clone)]
pub(crate) struct Time {
    pub slots: Mask,
    /// Free tables in all its slots; none where they are enough for everybody.
    pub tables: Option<i64>,
}

/// A pair at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub pair: u32,
    pub time: u32,
}

/// The pairs of a problem and the times they can meet at.
pub(crate) struct Graph<'p> {
    pub problem: &'p Problem,
    pub times: Vec<Time>,
    /// In the order of the pairs.
    pub edges: Vec<Edge>,
    /// `edges[from[k]..from[k + 1]]` are those of pair `k`.
    from: Vec<u32>,
}

impl<'p> Graph<'p> {
    /// All slots as one time, as if everybody were there always.
    pub(crate) fn of_sets(problem: &'p Problem) -> Graph<'p> {
        let all = (0..problem.slots).fold(0, |mask, s| mask | 1 << s);
        // Booths are tables too: what is left beside them is fewer than the network knows of.
        let beside_booths = problem.places.booths().next().is_some();
        let free: i64 = slots_of(all).map(|s| i64::from(problem.free_tables[s])).sum();
        let enough = problem.people() as i64 / 2 * i64::from(all.count_ones());
        let tables = (beside_booths && free < enough).then_some(free);
        Graph::with_times(problem, vec![Time { slots: all, tables }])
    }

    /// Slots apart as far as anything tells them apart.
    pub(crate) fn of_times(problem: &'p Problem) -> Graph<'p> {
        let mut times: Vec<Mask> = Vec::new();
        let alike = |s: usize, t: usize| {
            let both = |mask: Mask| mask >> s & 1 == mask >> t & 1;
            problem.free_tables[s] == problem.free_tables[t]
                && problem.pairs.iter().all(|p| both(p.common))
                && problem.places.are_alike(s, t)
                && problem.speech.are_alike(s, t)
        };
        for s in 0..problem.slots {
            match times.iter_mut().find(|time| alike(s, time.trailing_zeros() as usize)) {
                Some(time) => *time |= 1 << s,
                None => times.push(1 << s),
            }
        }
        let time = |slots: Mask| {
            let there = problem.open.iter().filter(|open| **open & slots != 0).count() as i64;
            let tables: i64 = slots_of(slots).map(|s| i64::from(problem.free_tables[s])).sum();
            let enough = tables >= there / 2 * i64::from(slots.count_ones());
            Time { slots, tables: (!enough).then_some(tables) }
        };
        Graph::with_times(problem, times.into_iter().map(time).collect())
    }

    fn with_times(problem: &'p Problem, times: Vec<Time>) -> Graph<'p> {
        let mut edges = Vec::new();
        let mut from = vec![0];
        for (pair, p) in (0u32..).zip(&problem.pairs) {
            let here = |(time, it): (u32, &Time)| (it.slots & p.common != 0).then_some(Edge { pair, time });
            edges.extend((0u32..).zip(&times).filter_map(here));
            from.push(edges.len() as u32);
        }
        Graph { problem, times, edges, from }
    }

    /// Whether more than one time is told apart.
    pub(crate) fn has_times(&self) -> bool {
        self.times.len() > 1
    }

    /// The edges of a pair.
    pub(crate) fn of_pair(&self, pair: u32) -> std::ops::Range<usize> {
        self.from[pair as usize] as usize..self.from[pair as usize + 1] as usize
    }

    /// The most meetings of a person at a time.
    pub(crate) fn room(&self, person: usize, time: usize) -> u32 {
        (self.problem.open[person] & self.times[time].slots).count_ones()
    }

    /// Whether a meeting takes one of the free tables of its time, whichever its slot.
    pub(crate) fn takes_table(&self, edge: &Edge) -> bool {
        let pair = &self.problem.pairs[edge.pair as usize];
        let mut slots = slots_of(pair.common & self.times[edge.time as usize].slots);
        pair.venue == NONE || slots.all(|slot| self.problem.takes_table(pair, slot))
    }

    /// The reserved tables at which a meeting of a time is held, whichever its slot.
    pub(crate) fn reserved(&self, pair: &Pair, time: u32) -> Option<usize> {
        let mut slots = slots_of(pair.common & self.times[time as usize].slots);
        let at = |slot: usize| self.problem.place(pair, slot).reserved[0];
        let first = if pair.venue == NONE { NONE } else { slots.next().map_or(NONE, at) };
        (first != NONE && slots.all(|slot| at(slot) == first)).then_some(first as usize)
    }
}
