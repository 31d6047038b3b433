//! Whether a set has slots: each meeting has its time, and within a time its slots are alike, so that a small search tells.
//!
//! It is a list colouring of few edges. The pair with the fewest free slots comes first, and of the slots of a time that nobody
//! uses yet only the first is tried.

use crate::exact::branching::Verdict;
use crate::exact::graph::Graph;
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::tuning::exact::SEATING_STEPS;

/// Gives the edges of a set slots in an empty schedule of the graph's problem. Where they have none, the edges that are to blame.
pub(crate) fn seat<'p>(graph: &Graph<'p>, edges: &[u32]) -> (Verdict, Schedule<'p>) {
    let mut schedule = Schedule::empty(graph.problem);
    for (time, it) in (0u32..).zip(&graph.times) {
        let mine: Vec<u32> =
            edges.iter().copied().filter(|&edge| graph.edges[edge as usize].time == time).collect();
        match seat_at(graph, &mut schedule, &mine, it.slots) {
            Some(true) => {}
            Some(false) => return (Verdict::Refuted(core(graph, mine, it.slots)), schedule),
            None => return (Verdict::Open, schedule),
        }
    }
    (Verdict::Taken, schedule)
}

/// Whether the meetings of a time find slots there; none if that was too hard to tell.
fn seat_at(graph: &Graph, schedule: &mut Schedule, edges: &[u32], slots: Mask) -> Option<bool> {
    let mut left: Vec<u32> = edges.iter().map(|&edge| graph.edges[edge as usize].pair).collect();
    let mut steps = SEATING_STEPS;
    search(schedule, &mut left, slots, 0, &mut steps)
}

fn search(
    schedule: &mut Schedule,
    left: &mut Vec<u32>,
    slots: Mask,
    used: Mask,
    steps: &mut u32,
) -> Option<bool> {
    let fresh = slots & !used;
    // All unused slots are alike.
    let tried = used | (fresh & fresh.wrapping_neg());
    let options = |k: u32| {
        let pair = schedule.pair(k);
        if schedule.below_caps(pair) { schedule.free(pair) & slots } else { 0 }
    };
    let Some(at) = (0..left.len()).min_by_key(|&at| (options(left[at]).count_ones(), left[at])) else {
        return Some(true);
    };
    let free = options(left[at]) & tried;
    let pair = left.swap_remove(at);
    for slot in slots_of(free) {
        *steps = steps.checked_sub(1)?;
        schedule.place(pair, slot);
        match search(schedule, left, slots, used | 1 << slot, steps) {
            Some(false) => {}
            known => return known,
        }
        schedule.remove(pair);
    }
    left.push(pair);
    Some(false)
}

/// Some of the edges of a time that have no slots either, and do without any one of them.
fn core(graph: &Graph, mut edges: Vec<u32>, slots: Mask) -> Vec<u32> {
    let mut at = 0;
    while at < edges.len() {
        let without = [&edges[..at], &edges[at + 1..]].concat();
        if seat_at(graph, &mut Schedule::empty(graph.problem), &without, slots) == Some(false) {
            edges = without;
        } else {
            at += 1;
        }
    }
    edges
}
