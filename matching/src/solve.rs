//! The run as a whole: the steps in order, the best schedule kept, figures, bounds and reasons put together.

use crate::baseline::{self, try_place};
use crate::bound::{Aim, FINE, Prices};
use crate::colouring;
use crate::exchange::Exchange;
use crate::input::Request;
use crate::options::{Continue, Observer, Options, Progress, Step};
use crate::problem::Problem;
use crate::relaxation::relax;
use crate::rounding::round;
use crate::schedule::Schedule;
use crate::solution::{Bounds, Figures, Finished, Solution};
use crate::{reasons, tables};

/// Solves a problem within the options' budget. The result is valid whenever the run ends, stopped or not.
pub fn solve(problem: &Problem, options: &Options, observer: &mut dyn Observer) -> Solution {
    let relaxed = relax(problem, &Aim::VALUE);
    let mut bounds = level_bounds(problem);
    bounds.total = relaxed.prices.bound(problem, &Aim { leximin: false, ..Aim::VALUE });
    let mut schedule = Schedule::empty(problem);
    let chosen = round(problem, &relaxed);
    colouring::colour(&mut schedule, &chosen);
    eprintln!("{} pivots, {} chosen, {} placed", relaxed.pivots, chosen.len(), schedule.meetings);
    fill_up(&mut schedule);
    let mut run = Run { observer, bounds, work: 0, total: options.work, stopped: false };
    run.report(Step::Colouring, &schedule);
    exchange(&mut schedule, &relaxed.prices, options, &mut run);
    fill_up(&mut schedule);
    let finished = if run.stopped { Finished::Stopped } else { Finished::WorkSpent };
    finish(&schedule, run.bounds, finished)
}

struct Run<'o> {
    observer: &'o mut dyn Observer,
    bounds: Bounds,
    work: u64,
    total: u64,
    stopped: bool,
}

impl Run<'_> {
    fn report(&mut self, step: Step, schedule: &Schedule) {
        let (mutual, goals_filled, score) = levels(schedule);
        let progress =
            Progress { step, work: self.work, work_total: self.total, mutual, goals_filled, score, bounds: self.bounds };
        self.stopped |= self.observer.progress(&progress) == Continue::Stop;
    }
}

/// Mutual wishes, filled goals and score of a schedule.
fn levels(schedule: &Schedule) -> (u64, u64, u64) {
    let mut out = (0, 0, 0);
    for (k, _) in schedule.placed() {
        let p = schedule.pair(k);
        out.0 += u64::from(p.request == Request::Mutual);
        out.2 += u64::from(p.weight);
    }
    out.1 = schedule.degree.iter().zip(&schedule.problem.goal).map(|(d, g)| u64::from(*d.min(g))).sum();
    out
}

fn exchange(schedule: &mut Schedule, prices: &Prices, options: &Options, run: &mut Run) {
    let problem = schedule.problem;
    let reach = std::env::var("REACH").ok().and_then(|v| v.parse().ok()).unwrap_or(200i64);
    let promising: Vec<u32> = (0..problem.pairs.len() as u32)
        .filter(|&k| {
            let p = &problem.pairs[k as usize];
            prices.profit(problem, p, p.value) > -reach * FINE
        })
        .collect();
    eprintln!("{} promising of {}", promising.len(), problem.pairs.len());
    let mut exchange = Exchange::new(options.seed, schedule, promising);
    let rounds = 60;
    let env = |n: &str, d: i64| std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    let (hot, cold) = (env("HOT", 640), env("COLD", 16));
    let mut best = schedule.clone();
    for round in 0..rounds {
        let f = round as f64 / (rounds - 1) as f64;
        let temperature = (hot as f64 * (cold as f64 / hot as f64).powf(f)) as i64;
        exchange.anneal(schedule, options.work / rounds, temperature);
        run.work += options.work / rounds;
        if schedule.value > best.value {
            best = schedule.clone();
        }
        if round % 10 == 9 {
            run.report(Step::Exchange, schedule);
        }
    }
    *schedule = best;
}

/// Adds every pair that still fits, the most valuable first.
fn fill_up(schedule: &mut Schedule) {
    let mut order: Vec<u32> = (0..schedule.problem.pairs.len() as u32).filter(|&k| !schedule.is_met(k)).collect();
    order.sort_unstable_by_key(|&k| (-schedule.pair(k).value, k));
    for k in order {
        try_place(schedule, k);
    }
}

fn finish(schedule: &Schedule, mut bounds: Bounds, finished: Finished) -> Solution {
    let meetings = tables::assign(schedule);
    let figures = Figures::of(schedule.problem, &meetings);
    bounds.score = (bounds.total - 20_000 * figures.mutual as i64 - 3_000 * figures.goals_filled as i64).max(0) as u64;
    Solution { figures, bounds, shortfalls: reasons::shortfalls(schedule), conflict: None, finished, meetings }
}

/// Bounds of the first two levels, each on its own.
fn level_bounds(problem: &Problem) -> Bounds {
    let none = Aim { mutual: 0, goal: 0, leximin: false, weight: 0, pin: 0, crossing: 0, other: 0 };
    let mutual = Aim { mutual: 1000, ..none };
    let goals = Aim { goal: 1000, ..none };
    let bound = |aim: &Aim| (relax(problem, aim).prices.bound(problem, aim) / 1000) as u64;
    Bounds { mutual: bound(&mutual), goals: bound(&goals), ..Bounds::default() }
}
