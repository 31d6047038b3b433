//! Solves one slot anew, exactly, with all others fixed: a maximum-weight matching among the people who are free then.
//! Slots are taken in turn, which makes a descent that single exchanges do not find.
//!
//! Invariant: the value never falls unless noise was asked for.

use crate::blossom::{Matched, maximum_matching};
use crate::problem::{NONE, Problem};
use crate::random::Random;
use crate::schedule::Schedule;

/// Most people for whom single slots are solved exactly.
pub(crate) const MOST_EXACT: usize = 3_000;

/// What each person's time in each slot was worth when the slot was solved last: where the next matching starts.
pub(crate) struct Worth(Vec<Vec<i64>>);

impl Worth {
    pub(crate) fn unknown(problem: &Problem) -> Worth {
        Worth(vec![Vec::new(); problem.slots])
    }
}

/// Takes out the meetings of a slot and puts in the best matching, each weight raised by up to `noise` at random.
/// Leaves the slot as it was if that is better and there is no noise, or if the quota needs it. Says how much work it was.
pub(crate) fn reoptimise(
    schedule: &mut Schedule,
    slot: usize,
    noise: i64,
    worth: &mut Worth,
    random: &mut Random,
) -> u64 {
    let problem = schedule.problem;
    let before = schedule.value;
    let crossing = schedule.crossing;
    let old: Vec<u32> = (0..problem.people())
        .map(|i| schedule.met_at(i as u32, slot))
        .enumerate()
        .filter(|(i, k)| *k != NONE && problem.pairs[*k as usize].a as usize == *i)
        .map(|(_, k)| k)
        .collect();
    old.iter().for_each(|&k| {
        schedule.remove(k);
    });
    let mut index = vec![NONE; problem.people()];
    let mut people = 0;
    let mut edges = Vec::new();
    let mut pairs = Vec::new();
    for (k, p) in (0u32..).zip(&problem.pairs) {
        if p.common >> slot & 1 == 0
            || schedule.is_met(k)
            || !schedule.below_caps(p)
            || schedule.free(p) >> slot & 1 == 0
        {
            continue;
        }
        for i in [p.a, p.b] {
            if index[i as usize] == NONE {
                index[i as usize] = people;
                people += 1;
            }
        }
        let extra = if noise > 0 { random.below(noise as usize) as i64 } else { 0 };
        edges.push((
            index[p.a as usize],
            index[p.b as usize],
            schedule.gain(p) - schedule.more_gap_cost(p, slot) + extra,
        ));
        pairs.push(k);
    }
    let known = &mut worth.0[slot];
    let guess = if known.is_empty() {
        known.resize(index.len(), 0);
        Vec::new()
    } else {
        let mut guess = vec![0; people as usize];
        index.iter().zip(known.iter()).filter(|(at, _)| **at != NONE).for_each(|(at, dual)| guess[*at as usize] = *dual);
        guess
    };
    let Matched { mates, duals } = maximum_matching(people as usize, &edges, &guess);
    for (at, dual) in index.iter().zip(known) {
        *dual = if *at == NONE { 0 } else { duals[*at as usize] };
    }
    // Where there are fewer tables than matched pairs, the most valuable get them.
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_unstable_by_key(|&at| (-edges[at].2, at));
    for (e, &k) in order.iter().map(|&at| (&edges[at], &pairs[at])) {
        if mates[e.0 as usize] == Some(e.1 as usize) && schedule.free(schedule.pair(k)) >> slot & 1 == 1 {
            schedule.place(k, slot);
        }
    }
    if !schedule.quota_holds(crossing) || (schedule.value < before && noise == 0) {
        for (e, &k) in edges.iter().zip(&pairs) {
            if mates[e.0 as usize] == Some(e.1 as usize) && schedule.is_met(k) {
                schedule.remove(k);
            }
        }
        old.iter().for_each(|&k| schedule.place(k, slot));
    }
    (5 * edges.len() + problem.pairs.len() / 4 + 1_000) as u64
}
