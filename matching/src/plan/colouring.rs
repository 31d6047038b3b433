//! Gives chosen pairs their slots: list edge colouring, scarce pairs first. A pair without a common free slot gets one
//! by turning a two-slot chain around (Kempe 1879; for edge colouring Koenig 1916, Vizing 1964).
//!
//! Complexity: for each pair without a free slot at most as many chains as there are pairs of slots, each of at most twice the
//! number of people.
//!
//! Invariant: the schedule is valid at every moment; a chain is turned only if everyone in it is available in both
//! slots and no slot gets more meetings than it has tables.

use crate::alarm::Alarm;
use crate::algorithms::kempe::Chain;
use crate::model::problem::NONE;
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};

/// Places the pairs as far as possible; those that find no slot are left out. Cut short, no more room
/// is made.
pub(crate) fn colour(schedule: &mut Schedule, chosen: &[u32], alarm: &Alarm) {
    let mut order: Vec<u32> = chosen.iter().copied().filter(|&k| !schedule.is_met(k)).collect();
    let problem = schedule.problem;
    let key = |k: &u32| {
        let p = &problem.pairs[*k as usize];
        (!p.pinned, p.common.count_ones(), -p.value, *k)
    };
    order.sort_unstable_by_key(key);
    let mut chain = Chain::new(problem.pairs.len());
    for k in order {
        let pair = schedule.pair(k);
        if !schedule.below_caps(pair) {
            continue;
        }
        let free = schedule.free(pair);
        match schedule.emptiest(free) {
            Some(slot) => schedule.place(k, slot),
            None if alarm.rings(STEPS_OF_ROOM * problem.slots as u64) => {}
            None => {
                make_room(schedule, k, &mut chain);
            }
        }
    }
}

/// Elementary steps of making room for a pair, for each slot, about.
const STEPS_OF_ROOM: u64 = 20_000;

/// Frees a slot for a pair by one chain and places it there, if that is possible.
pub(crate) fn make_room(schedule: &mut Schedule, pair: u32, chain: &mut Chain) -> bool {
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

/// Collects the chain of meetings in slots `s` and `t` that starts with the person's meeting in `s`; the person must be free in
/// `t`. False if it cannot be turned around.
pub(crate) fn find_chain(schedule: &Schedule, person: u32, s: usize, t: usize, chain: &mut Chain) -> bool {
    let first = schedule.met_at(person, s);
    if first == NONE {
        return false;
    }
    let problem = schedule.problem;
    let (mut more_in_s, mut more_in_t) = (0, 0);
    let found = chain.collect(first, usize::MAX, |k, others| {
        let p = schedule.pair(k);
        let leaves = schedule.slot[k as usize] as usize == s;
        let there = if leaves { t } else { s };
        let sign = if leaves { 1 } else { -1 };
        more_in_t += sign * i64::from(problem.takes_table(p, t));
        more_in_s -= sign * i64::from(problem.takes_table(p, s));
        others
            .extend([p.a, p.b].map(|i| schedule.met_at(i, there)).into_iter().filter(|&other| other != NONE));
        p.common >> there & 1 == 1 && !schedule.booth_taken(p, there)
    });
    let fits = |slot: usize, more: i64| {
        i64::from(schedule.load[slot]) + more <= i64::from(problem.free_tables[slot])
    };
    found && fits(t, more_in_t) && fits(s, more_in_s) && schedule.hears_exchange(&chain.items, s, t)
}

fn chain_touches(schedule: &Schedule, chain: &Chain, person: u32) -> bool {
    chain.items.iter().any(|&k| schedule.pair(k).a == person || schedule.pair(k).b == person)
}

/// Swaps the two slots along a chain from [`find_chain`].
pub(crate) fn turn(schedule: &mut Schedule, chain: &Chain, s: usize, t: usize) {
    for &k in &chain.items {
        schedule.lift(k);
    }
    for &k in &chain.items {
        let target = if schedule.slot[k as usize] as usize == s { t } else { s };
        schedule.drop_at(k, target);
    }
}
