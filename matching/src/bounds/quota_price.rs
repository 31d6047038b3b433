//! What crossing meetings earn and others pay, so that a search with one sum for all levels meets the quotas: the prices
//! of the quotas' rows beside that sum (Lagrange multipliers), by cutting planes. Whether the quotas can be met at all is for
//! [`crate::plan::demands`] to say.

use crate::alarm::Alarm;
use crate::bounds::relaxation::{Relaxed, relax};
use crate::exact::conditions::Condition;
use crate::exact::graph::Graph;
use crate::exact::program::{GRAIN, Program, Question};
use crate::exact::settling::{Pool, settle};
use crate::model::objective::Objective;
use crate::model::problem::{MUTUAL, Problem, UNIT};
use crate::model::quotas::{MOST_QUOTAS, Quota, QuotaPrices};
use crate::tuning::levels::DEAR;

/// The problem at the prices of its quotas, and the relaxation at them.
pub(crate) fn price(problem: &Problem, alarm: &Alarm) -> (Problem, Relaxed) {
    let free = problem.with_quota_prices(QuotaPrices::default());
    let prices = beside(&free, &Objective::of(&free), alarm).unwrap_or_default();
    let priced = free.with_quota_prices(prices);
    let relaxed = Relaxed::known(&priced).unwrap_or_else(|| relax(&priced, &Objective::of(&priced), alarm));
    (priced, relaxed)
}

/// The prices of the quotas beside an objective, whose own are left aside; none without a quota, or if it was stopped.
pub(crate) fn beside(problem: &Problem, objective: &Objective, alarm: &Alarm) -> Option<QuotaPrices> {
    let quotas: Vec<(usize, Quota)> = problem.asked_quotas().collect();
    if quotas.is_empty() {
        return None;
    }
    let graph = Graph::of_sets(problem);
    let mut program = Program::new(&graph);
    let all = program.add_objective(&Condition::meetings());
    let (crossing, other) = ([0; MOST_QUOTAS], [0; MOST_QUOTAS]);
    // What a coverage asks for crosses borders by itself.
    let unit = UNIT / MUTUAL * objective.mutual;
    let sum = program.add_objective(&Objective { pin: 0, crossing, other, unit, ..*objective });
    let of_all = |most: i64| quotas.iter().flat_map(move |&quota| Condition::of_quota(quota, most));
    let rows = program.add_all(&of_all(0).collect::<Vec<_>>());
    program.decide(&[]);
    let mut ask = |level: usize, least: Vec<(usize, i64)>| {
        let question = Question { level, unit: GRAIN, least };
        let start = vec![0; question.least.len()];
        settle(&mut program, &question, &mut Pool::default(), (&start, i64::MIN), &mut |_, _| {}, alarm)
    };
    // Where a rule gives the pairs there may be more meetings than of those that are listed.
    let most = if problem.rule.is_some() { most_by_caps(problem) } else { ask(all, Vec::new())?.bound };
    let least: Vec<(usize, i64)> =
        rows.iter().zip(of_all(most)).map(|(row, condition)| (row.0, condition.least)).collect();
    let prices = ask(sum, least.clone())?.prices;
    let mut rows = prices.into_iter().zip(least.into_iter().map(|row| row.1));
    let mut out = QuotaPrices::default();
    for &quota in &quotas {
        take_over(&mut out, quota, &mut rows);
    }
    Some(out)
}

/// Prices of what does not cross where a wish is worth so much, for shares that cost wishes by the problem's own prices: nobody else's
/// price. None where no share does, or if it was stopped.
pub(crate) fn of_wishes(problem: &Problem, wish: i64, alarm: &Alarm) -> Option<QuotaPrices> {
    let dear =
        |(at, quota): &(usize, Quota)| quota.is_share() && problem.quota_prices.other[*at] * DEAR > MUTUAL;
    let shares: Vec<(usize, Quota)> = problem.asked_quotas().filter(dear).collect();
    if shares.is_empty() {
        return None;
    }
    let most = if problem.rule.is_some() { most_by_caps(problem) } else { bound_meetings(problem, alarm)? };
    let mut out = QuotaPrices::default();
    for (at, quota) in shares {
        let price = (wish * problem.quota_prices.other[at] / MUTUAL).min(wish);
        let most_others = Condition::of_quota((at, quota), most).first().map_or(0, |row| -row.least);
        out.other[at] = price;
        out.charge -= price * most_others;
    }
    Some(out)
}

/// The most meetings that any set has which keeps the quotas and the pins, slots left aside; below 0 where none keeps them. None if it
/// was stopped.
pub(crate) fn bound_meetings(problem: &Problem, alarm: &Alarm) -> Option<i64> {
    let graph = Graph::of_sets(problem);
    let mut program = Program::new(&graph);
    let level = program.add_objective(&Condition::meetings());
    let most = most_by_caps(problem);
    let rows = problem.asked_quotas().flat_map(|quota| Condition::of_quota(quota, most));
    let least = program.add_all(&rows.collect::<Vec<_>>());
    program.decide(&[]);
    let question = Question { level, unit: GRAIN, least };
    let start = vec![0; question.least.len()];
    let settled = settle(&mut program, &question, &mut Pool::default(), (&start, -1), &mut |_, _| {}, alarm)?;
    Some(settled.bound)
}

/// The most meetings that people's limits and the tables leave room for.
fn most_by_caps(problem: &Problem) -> i64 {
    let by_caps = problem.cap.iter().map(|&cap| i64::from(cap)).sum::<i64>() / 2;
    by_caps.min(problem.total_tables() as i64)
}

/// Takes over the prices of a quota's rows, which come with what they ask for.
fn take_over(
    out: &mut QuotaPrices,
    (at, quota): (usize, Quota),
    rows: &mut impl Iterator<Item = (i64, i64)>,
) {
    let points = |sum: i64| (sum + GRAIN / 2).div_euclid(GRAIN);
    let mut next = || rows.next().unwrap_or_default();
    match quota {
        Quota::Count(count) => {
            out.crossing[at] = points(next().0);
            out.charge += out.crossing[at] * i64::from(count);
        }
        Quota::Percent(percent) => {
            let (p, rest) = Quota::percents(percent);
            let (others, share) = (next(), next());
            let (crossing, other) = (points(rest * share.0), points(others.0 + p * share.0));
            (out.crossing[at], out.other[at]) = (crossing, other);
            out.charge += of_share(p, (crossing, other), -others.1);
        }
    }
}

/// The least that a plan with its share and at most so many others earns at prices: each other comes with its share of crossing
/// ones.
fn of_share(percent: i64, (crossing, other): (i64, i64), most_others: i64) -> i64 {
    let rest = 100 - percent;
    if rest == 0 {
        return 0;
    }
    (most_others * (crossing * percent - other * rest)).div_euclid(rest).min(0)
}
