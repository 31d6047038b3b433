//! The best free partner of a person: what somebody who lost a meeting takes instead.

use crate::model::problem::Pair;
use crate::model::schedule::Schedule;
use crate::model::slots::Mask;

/// The partner of a person who is worth most and above 0, among those with a slot: the pair, and the slots in which both are
/// free. Partners come by falling value; `is_enough` is asked with the best worth so far whether to end before one. `slots`
/// gives the slots of a pair that count, `worth` what it is worth with that partner.
pub(crate) fn best_free_partner(
    schedule: &Schedule,
    person: u32,
    is_enough: impl Fn(&Pair, Option<i64>) -> bool,
    mut slots: impl FnMut(u32) -> Mask,
    worth: impl Fn(&Pair, usize) -> i64,
) -> Option<(u32, Mask)> {
    let problem = schedule.problem;
    let mut best: Option<(i64, u32, Mask)> = None;
    for &(other, k) in problem.partners(person as usize) {
        let (p, partner) = (&problem.pairs[k as usize], other as usize);
        if is_enough(p, best.map(|b| b.0)) {
            break;
        }
        let slots = slots(k) & p.common;
        if slots == 0 || schedule.degree[partner] >= problem.cap[partner] || schedule.is_met(k) {
            continue;
        }
        let free = schedule.free(p) & slots;
        if free == 0 || !schedule.quotas_allow(p.crossing) {
            continue;
        }
        let worth = worth(p, partner);
        if worth > best.map_or(0, |b| b.0) {
            best = Some((worth, k, free));
        }
    }
    best.map(|(_, k, free)| (k, free))
}
