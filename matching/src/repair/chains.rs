//! Room for new meetings by moving announced ones: two-slot chains, the shortest first.

use super::Fixed;
use crate::colouring::{find_chain, turn};
use crate::problem::slots_of;
use crate::reasons::quota_allows;
use crate::schedule::Schedule;

/// Gives pairs that find no common free slot one by turning a two-slot chain of announced meetings, short chains first,
/// and says how many meetings have moved then.
pub(super) fn make_room_by_chains(
    schedule: &mut Schedule,
    kept: &Schedule,
    fixed: &Fixed,
    budget: u64,
) -> u64 {
    let mut order: Vec<(i64, u32)> = (0..schedule.problem.pairs.len() as u32)
        .filter(|&k| !schedule.is_met(k) && schedule.below_caps(schedule.pair(k)))
        .map(|k| (-schedule.gain(schedule.pair(k)), k))
        .collect();
    order.sort_unstable();
    let mut moved = 0;
    for longest in [1, 2, 4, 8] {
        for &(_, k) in &order {
            let p = schedule.pair(k);
            if moved >= budget {
                return moved;
            }
            if schedule.is_met(k) || !schedule.below_caps(p) || !quota_allows(schedule, p.crossing) {
                continue;
            }
            let room = longest.min(budget - moved) as usize;
            if let Some((chain, s, t)) = shortest_chain(schedule, k, fixed, room) {
                let away = |schedule: &Schedule| {
                    chain
                        .iter()
                        .filter(|&&c| kept.is_met(c) && kept.slot[c as usize] != schedule.slot[c as usize])
                        .count()
                };
                let before = away(schedule);
                turn(schedule, &chain, s, t);
                moved = moved + away(schedule) as u64 - before as u64;
                if schedule.free(p) >> s & 1 == 1 {
                    schedule.place(k, s);
                }
            }
        }
    }
    moved
}

/// The shortest chain whose turning frees slot `s` for both people of a pair: (chain, `s`, the other slot).
fn shortest_chain(
    schedule: &Schedule,
    pair: u32,
    fixed: &Fixed,
    longest: usize,
) -> Option<(Vec<u32>, usize, usize)> {
    let p = schedule.pair(pair);
    let open = !fixed.slots;
    let usable = p.common & open & !schedule.crowded(p);
    let mut best: Option<(Vec<u32>, usize, usize)> = None;
    let mut chain = Vec::new();
    for (me, other) in [(p.a, p.b), (p.b, p.a)] {
        let mine = usable & !schedule.busy[me as usize] & schedule.busy[other as usize];
        let theirs = schedule.problem.open[other as usize] & !schedule.busy[other as usize] & open;
        for s in slots_of(mine) {
            for t in slots_of(theirs) {
                let shorter =
                    |chain: &Vec<u32>| chain.len() <= best.as_ref().map_or(longest, |b| b.0.len() - 1);
                let may_move = |&k: &u32| {
                    let c = schedule.pair(k);
                    let untouched = (c.a, c.b) != (me, other) && c.a != me && c.b != me;
                    untouched && !c.pinned && !fixed.pairs.contains(&(c.a as usize, c.b as usize))
                };
                if find_chain(schedule, other, s, t, &mut chain)
                    && shorter(&chain)
                    && chain.iter().all(may_move)
                {
                    best = Some((chain.clone(), s, t));
                }
            }
        }
    }
    best
}
