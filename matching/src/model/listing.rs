//! Which pairs of a rule are listed: a solver looks at these alone.

use crate::model::input::{Input, PairInput};
use crate::model::problem::Problem;
use crate::model::rule::{Floor, NEVER, PairRule, best_partners};
use crate::model::schedule::Schedule;
use crate::model::slots::Mask;
use crate::model::solution::Meeting;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The wished, the pinned and the best pairs of each person; all that someone can have where those are few.
pub(crate) fn first_pairs(
    empty: &Problem,
    frame: &Input,
    rule: &dyn PairRule,
    best: usize,
) -> Vec<PairInput> {
    let n = empty.people();
    let mut listed = BTreeMap::new();
    let pinned = frame.pins.iter().map(|p| (p.a, p.b));
    for (a, b) in rule.wished().into_iter().chain(pinned) {
        if a != b && a < n && b < n {
            listed.extend(rule.pair(a, b).map(|pair| ((a.min(b), a.max(b)), pair)));
        }
    }
    let floor: Vec<i64> = (0..n).map(|i| if empty.can_meet(i) { 0 } else { NEVER }).collect();
    for i in (0..n).filter(|&i| empty.can_meet(i)) {
        let wanted = best.max(frame.people[i].minimum as usize);
        for pair in best_partners(rule, i, wanted, &floor, &|pair| empty.pair_of(pair).is_some()) {
            listed.insert(pair.key(), pair);
        }
    }
    listed.into_values().collect()
}

/// The same problem with more of its pairs listed.
pub(crate) fn with_listed(problem: &Problem, more: Vec<PairInput>) -> Problem {
    if more.is_empty() {
        return problem.clone();
    }
    let mut input = problem.input().clone();
    input.pairs.extend(more);
    let mut out = Problem::assembled(input);
    out.rule.clone_from(&problem.rule);
    out.with_quota_prices(problem.quota_prices)
}

/// The same problem with the pairs of some meetings listed.
pub(crate) fn with_met<'p>(problem: &'p Problem, meetings: &[Meeting]) -> Cow<'p, Problem> {
    if problem.rule.is_none() {
        return Cow::Borrowed(problem);
    }
    let met: BTreeSet<(usize, usize)> = meetings.iter().map(|m| m.key()).collect();
    let known: BTreeSet<(usize, usize)> = problem.input().pairs.iter().map(|p| p.key()).collect();
    Cow::Owned(with_listed(
        problem,
        met.difference(&known).filter_map(|&(a, b)| problem.pair_between(a, b)).collect(),
    ))
}

/// The problem of a schedule with all pairs listed that its end may need: those that still fit in, and all of people below
/// their wished minimum, so that reasons are true of every pair.
pub(crate) fn with_all_that_fit(schedule: &Schedule) -> Problem {
    let problem = schedule.problem;
    let Some(rule) = &problem.rule else {
        return problem.clone();
    };
    let short = |i: usize| schedule.degree[i] < problem.input().people[i].minimum;
    let free = |i: usize| {
        let any = if problem.places.reserved.is_empty() { !schedule.full } else { Mask::MAX };
        schedule.degree[i] < problem.cap[i] && problem.open[i] & !schedule.busy[i] & any != 0
    };
    let n = problem.people();
    let anyone = vec![0; n];
    let with_room: Vec<i64> = (0..n).map(|i| if free(i) { 0 } else { NEVER }).collect();
    let mut known: BTreeSet<(usize, usize)> = problem.input().pairs.iter().map(|p| p.key()).collect();
    let mut more = Vec::new();
    for i in 0..n {
        let of = match (short(i), free(i)) {
            (true, _) => &anyone,
            (false, true) => &with_room,
            (false, false) => continue,
        };
        rule.partners_above(i, Floor { first: 0, base: -1, of }, &mut |pair| {
            let fits = short(i)
                || problem
                    .pair_of(&pair)
                    .is_some_and(|p| free(pair.a) && free(pair.b) && schedule.free(&p) != 0);
            if fits && known.insert(pair.key()) {
                more.push(pair);
            }
        });
    }
    with_listed(problem, more)
}
