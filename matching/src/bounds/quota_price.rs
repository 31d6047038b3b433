//! What a crossing meeting earns and another one pays, so that a search with one sum for all levels meets the quota: the prices
//! of the quota's rows beside that sum (Lagrange multipliers), by cutting planes. Whether the quota can be met at all is for
//! [`crate::plan::demands`] to say.

use crate::alarm::Alarm;
use crate::bounds::relaxation::{Relaxed, relax};
use crate::exact::conditions::Condition;
use crate::exact::graph::Graph;
use crate::exact::program::{GRAIN, Program, Question};
use crate::exact::settling::{Pool, settle};
use crate::model::input::Quota;
use crate::model::objective::Objective;
use crate::model::problem::{Problem, QuotaPrices};

/// The problem at the prices of its quota, and the relaxation at them.
pub(crate) fn price(problem: &Problem, alarm: &Alarm) -> (Problem, Relaxed) {
    let free = problem.with_quota_prices(QuotaPrices::default());
    let prices = beside(&free, &Objective::of(&free), alarm).unwrap_or_default();
    let priced = free.with_quota_prices(prices);
    let relaxed = Relaxed::known(&priced).unwrap_or_else(|| relax(&priced, &Objective::of(&priced), alarm));
    (priced, relaxed)
}

/// The prices of the quota beside an objective, whose own are left aside; none without a quota, or if it was stopped.
pub(crate) fn beside(problem: &Problem, objective: &Objective, alarm: &Alarm) -> Option<QuotaPrices> {
    let quota = problem.quota?;
    let graph = Graph::of_sets(problem);
    let mut program = Program::new(&graph);
    let all = program.add_objective(&Objective { crossing: 1, other: -1, ..Objective::NOTHING });
    let sum = program.add_objective(&Objective { pin: 0, crossing: 0, other: 0, ..*objective });
    let rows = program.add_all(&Condition::of_quota(quota, 0));
    program.decide(&[]);
    let mut ask = |level: usize, least: Vec<(usize, i64)>| {
        let question = Question { level, unit: GRAIN, least };
        let start = vec![0; question.least.len()];
        settle(&mut program, &question, &mut Pool::default(), (&start, i64::MIN), &mut |_, _| {}, alarm)
    };
    let most = ask(all, Vec::new())?.bound;
    let conditions = Condition::of_quota(quota, most);
    let least = rows.iter().zip(&conditions).map(|(row, condition)| (row.0, condition.least)).collect();
    let prices = ask(sum, least)?.prices;
    let points = |sum: i64| (sum + GRAIN / 2).div_euclid(GRAIN);
    Some(match quota {
        Quota::Count(count) => {
            let crossing = points(prices[0]);
            QuotaPrices { crossing, other: 0, charge: crossing * i64::from(count) }
        }
        Quota::Percent(percent) => {
            let p = i64::from(percent.min(100));
            let (crossing, other) = (points((100 - p) * prices[1]), points(prices[0] + p * prices[1]));
            QuotaPrices { crossing, other, charge: of_share(p, (crossing, other), -conditions[0].least) }
        }
    })
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
