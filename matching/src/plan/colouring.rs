//! Gives chosen pairs their slots: list edge colouring, scarce pairs first. A pair without a common free slot gets one
//! by turning a two-slot chain around (Kempe 1879; for edge colouring Koenig 1916, Vizing 1964).
//!
//! Invariant: the schedule is valid at every moment; a chain is turned only if everyone in it is available in both
//! slots and no slot gets more meetings than it has tables.

use crate::model::problem::NONE;
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};

/// Places the pairs as far as possible; those that find no slot are left out.
pub(crate) fn colour(schedule: &mut Schedule, chosen: &[u32]) {
    let mut order: Vec<u32> = chosen.iter().copied().filter(|&k| !schedule.is_met(k)).collect();
    let problem = schedule.problem;
    let key = |k: &u32| {
        let p = &problem.pairs[*k as usize];
        (!p.pinned, p.common.count_ones(), -p.value, *k)
    };
    order.sort_unstable_by_key(key);
    let mut chain = Vec::new();
    for k in order {
        let pair = schedule.pair(k);
        if !schedule.below_caps(pair) {
            continue;
        }
        let free = schedule.free(pair);
        match schedule.emptiest(free) {
            Some(slot) => schedule.place(k, slot),
            None => {
                make_room(schedule, k, &mut chain);
            }
        }
    }
}

/// Frees a slot for a pair by one chain and places it there, if that is possible.
pub(crate) fn make_room(schedule: &mut Schedule, pair: u32, chain: &mut Vec<u32>) -> bool {
    let p = schedule.pair(pair);
    let usable: Mask = p.common & !schedule.crowded(p);
    for (me, other) in [(p.a, p.b), (p.b, p.a)] {
        let mine = usable & !schedule.busy[me as usize];
        let theirs = schedule.problem.open[other as usize] & !schedule.busy[other as usize];
        for s in slots_of(mine) {
            for t in slots_of(theirs) {
                if find_chain(schedule, other, s, t, chain) && !chain_touches(schedule, chain, me) {
                    turn(schedule, chain, s, t);
                    if schedule.free(p) >> s & 1 == 1 {
                        schedule.place(pair, s);
                        return true;
                    }
                    turn(schedule, chain, s, t);
                }
            }
        }
    }
    false
}

/// The chain of meetings in slots `s` and `t` that starts with the person's meeting in `s`; the person must be free in
/// `t`. False if it cannot be turned around.
pub(crate) fn find_chain(schedule: &Schedule, person: u32, s: usize, t: usize, chain: &mut Vec<u32>) -> bool {
    chain.clear();
    let (mut at, mut here, mut there) = (person, s, t);
    let mut moved = [0i64; 2];
    loop {
        let k = schedule.met_at(at, here);
        if k == NONE {
            break;
        }
        let p = schedule.pair(k);
        let booth_taken = p.place != NONE && schedule.place_busy[p.place as usize] >> there & 1 == 1;
        if p.common >> there & 1 == 0 || booth_taken {
            return false;
        }
        moved[usize::from(here == t)] += i64::from(p.pooled);
        chain.push(k);
        at = if p.a == at { p.b } else { p.a };
        std::mem::swap(&mut here, &mut there);
        if at == person {
            break;
        }
    }
    let extra = moved[0] - moved[1];
    let fits = |slot: usize, extra: i64| {
        i64::from(schedule.load[slot]) + extra <= i64::from(schedule.problem.pool[slot])
    };
    !chain.is_empty() && fits(t, extra) && fits(s, -extra)
}

fn chain_touches(schedule: &Schedule, chain: &[u32], person: u32) -> bool {
    chain.iter().any(|&k| schedule.pair(k).a == person || schedule.pair(k).b == person)
}

/// Swaps the two slots along a chain from [`find_chain`].
pub(crate) fn turn(schedule: &mut Schedule, chain: &[u32], s: usize, t: usize) {
    for &k in chain {
        schedule.lift(k);
    }
    for &k in chain {
        let target = if schedule.slot[k as usize] as usize == s { t } else { s };
        schedule.drop_at(k, target);
    }
}
