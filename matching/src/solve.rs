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
    let total = |s: &Schedule| {
        let l = levels(s);
        20_000 * l.0 as i64 + 3000 * l.1 as i64 + l.2 as i64
    };
    let mut prices = relaxed.prices.clone();
    if std::env::var("TIGHT").is_ok() {
        let aim = Aim { leximin: false, ..Aim::VALUE };
        let aim = Aim {
            mutual: std::env::var("M").map_or(20000, |v| v.parse().unwrap()),
            goal: std::env::var("F").map_or(3000, |v| v.parse().unwrap()),
            ..aim
        };
        let relaxed = relax(problem, &aim);
        let mut t = crate::tighten::Tightening::new(problem, aim, &relaxed.prices);
        let target: i64 = std::env::var("TARGET").map_or(0, |v| v.parse().unwrap());
        let l = levels(&schedule);
        for k in 0..40 {
            t.run(
                100,
                if target > 0 {
                    893 * aim.mutual + 1800 * aim.goal + target
                } else {
                    aim.mutual * l.0 as i64 + aim.goal * l.1 as i64 + l.2 as i64
                },
            );
            if k % 13 == 12 {
                eprintln!(
                    "tight {k} {} score bound {}",
                    t.value(),
                    t.value() - 893 * aim.mutual - 1800 * aim.goal
                );
            }
        }
        prices = t.best.clone();
        run.bounds.total = t.best.bound(problem, &Aim { leximin: false, ..Aim::VALUE });
        // mutual alone
        let aim = Aim { mutual: 1000, goal: 0, weight: 0, ..aim };
        let relaxed = relax(problem, &aim);
        let mut t = crate::tighten::Tightening::new(problem, aim, &relaxed.prices);
        if std::env::var("SCALED").is_ok() {
            let mut q = prices.clone();
            let m: i64 = std::env::var("M").map_or(20000, |v| v.parse().unwrap());
            q.person.iter_mut().for_each(|x| *x = *x * 1000 / m);
            q.time.iter_mut().for_each(|x| *x = *x * 1000 / m);
            t = crate::tighten::Tightening::new(problem, aim, &q);
        }
        let goal: i64 = std::env::var("MT").map_or(893000, |v| v.parse().unwrap());
        for k in 0..100 {
            t.run(100, goal);
            if k % 20 == 19 {
                eprintln!("mutual {k} {}", t.value());
            }
        }
    }
    let mut soft = problem.clone();
    let envi = |n: &str, d: i64| std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    for p in soft.pairs.iter_mut() {
        if p.request == Request::Mutual {
            p.value += envi("SM", 20000) - 20000;
        }
    }
    soft.goal_worth = envi("SF", 3000);
    let mut schedule2 = Schedule::empty(&soft);
    for (k, s) in schedule.placed() {
        schedule2.place(k, s);
    }
    let mut schedule = schedule2;
    if std::env::var("NOEX").is_err() && run.bounds.total > total(&schedule) {
        exchange(&mut schedule, &prices, options, &mut run);
    }
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
        let progress = Progress {
            step,
            work: self.work,
            work_total: self.total,
            mutual,
            goals_filled,
            score,
            bounds: self.bounds,
        };
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
    let good: Vec<crate::problem::Mask> = (0..problem.pairs.len())
        .map(|k| {
            let p = &problem.pairs[k];
            let fixed = FINE * p.value
                - prices.person[p.a as usize]
                - prices.person[p.b as usize]
                - prices.all_tables;
            crate::problem::slots_of(p.common)
                .filter(|&s| fixed - prices.slot_price(problem, p, s) > -reach * FINE)
                .fold(0, |m, s| m | 1 << s)
        })
        .collect();
    eprintln!("{} promising of {}", good.iter().map(|m| m.count_ones()).sum::<u32>(), problem.pairs.len());
    let mut exchange = Exchange::new(options.seed, schedule, good);
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
    let mut random = crate::random::Random::new(7);
    let t0 = std::time::Instant::now();
    for round in 0..env("ROUNDS", 0) {
        for slot in 0..problem.slots {
            crate::reoptimise::reoptimise(schedule, slot, 0, &mut random);
        }
        eprintln!("reopt {round} {:?} {:?}", t0.elapsed(), levels(schedule));
    }
}

/// Adds every pair that still fits, the most valuable first.
fn fill_up(schedule: &mut Schedule) {
    let mut order: Vec<u32> =
        (0..schedule.problem.pairs.len() as u32).filter(|&k| !schedule.is_met(k)).collect();
    order.sort_unstable_by_key(|&k| (-schedule.pair(k).value, k));
    for k in order {
        try_place(schedule, k);
    }
}

fn finish(schedule: &Schedule, mut bounds: Bounds, finished: Finished) -> Solution {
    let meetings = tables::assign(schedule);
    let figures = Figures::of(schedule.problem, &meetings);
    bounds.score =
        (bounds.total - 20_000 * figures.mutual as i64 - 3_000 * figures.goals_filled as i64).max(0) as u64;
    Solution {
        figures,
        bounds,
        shortfalls: reasons::shortfalls(schedule),
        conflict: None,
        finished,
        meetings,
    }
}

/// Bounds of the first two levels, each on its own.
fn level_bounds(problem: &Problem) -> Bounds {
    let none = Aim { mutual: 0, goal: 0, leximin: false, weight: 0, pin: 0, crossing: 0, other: 0 };
    let mutual = Aim { mutual: 1000, ..none };
    let goals = Aim { goal: 1000, ..none };
    let bound = |aim: &Aim| (relax(problem, aim).prices.bound(problem, aim) / 1000) as u64;
    Bounds { mutual: bound(&mutual), goals: bound(&goals), ..Bounds::default() }
}
