//! The floor on crossing meetings: a price for it, found by bisection on the relaxation (a Lagrange multiplier). Whether it
//! can be met at all is for [`crate::plan::demands`] to say.

use crate::alarm::Alarm;
use crate::bounds::relaxation::{Relaxed, relax};
use crate::model::input::Quota;
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::tuning::quota_price::DEAREST;

/// The problem with the lowest price at which the relaxation meets its quota, and the relaxation at that price.
pub(crate) fn price(problem: &Problem, alarm: &Alarm) -> (Problem, Relaxed) {
    let at = |price: i64| {
        let priced = problem.with_quota_price(price);
        let relaxed =
            Relaxed::known(&priced).unwrap_or_else(|| relax(&priced, &Objective::of(&priced), alarm));
        (priced, relaxed)
    };
    let first = at(0);
    if is_met(&first.0, &first.1) {
        return first;
    }
    let (mut below, mut enough) = (0, 1);
    let mut best = at(enough);
    while !is_met(&best.0, &best.1) && enough < DEAREST && !alarm.rang() {
        (below, enough) = (enough, enough * 2);
        best = at(enough);
    }
    while enough - below > 1 + enough / 16 && !alarm.rang() {
        let middle = (below + enough) / 2;
        let trial = at(middle);
        if is_met(&trial.0, &trial.1) {
            (enough, best) = (middle, trial);
        } else {
            below = middle;
        }
    }
    best
}

fn is_met(problem: &Problem, relaxed: &Relaxed) -> bool {
    let (mut meetings, mut crossing) = (0u64, 0u64);
    for (p, &twice) in problem.pairs.iter().zip(&relaxed.twice) {
        meetings += u64::from(twice);
        crossing += if p.crossing { u64::from(twice) } else { 0 };
    }
    match problem.quota {
        None => true,
        Some(Quota::Percent(percent)) => crossing * 100 >= meetings * u64::from(percent),
        Some(Quota::Count(count)) => crossing >= 2 * u64::from(count),
    }
}
