//! The run as a whole: the steps in order, the best schedule kept, figures, bounds and reasons put together.

use crate::baseline::{greedy_schedule, try_place};
use crate::bound::Aim;
use crate::colouring::colour;
use crate::improve::{good_for_exchange, improve, warm_up};
use crate::levels::Levels;
use crate::options::{Observer, Options, Step};
use crate::problem::Problem;
use crate::prove::{
    bound_goals_beside_wishes, bound_open_goals, list_by_price, most_wishes, pin_bonus, plain_aim, soft_aim,
    total_bound,
};
use crate::relaxation::{Relaxed, relax};
use crate::rounding::round;
use crate::run::Run;
use crate::schedule::Schedule;
use crate::solution::{Conflict, Figures, Finished, Solution};
use crate::whole::best_whole;
use crate::{demands, fairness, finish, gaps, minimum, pins, quota, reasons, tables, unlisted};

/// Solves a problem within the options' budget. The result is valid whenever the run ends, stopped or not, except
/// that demands which cannot all be met are named in [`Solution::conflict`].
pub fn solve(problem: &Problem, options: &Options, observer: &mut dyn Observer) -> Solution {
    match problem.thinned() {
        Some(thin) => solve_listed(&thin, options, observer),
        None => solve_listed(problem, options, observer),
    }
}

/// Solves a problem by choosing among the pairs it lists, and those listed on the way.
fn solve_listed(problem: &Problem, options: &Options, observer: &mut dyn Observer) -> Solution {
    let open = demands::without_hopeless_share(problem);
    let (problem, hopeless) = open.as_ref().map_or((problem, None), |(open, why)| (open, Some(why.clone())));
    let mut run = Run::new(problem, options, observer);
    run.report(Step::Flow, &Schedule::empty(problem));
    run.bounds.mutual = most_wishes(problem);
    let (priced, relaxed) = quota::price(problem);
    run.bounds.total = total_bound(&priced, &relaxed.prices);
    let mut schedule = Schedule::empty(&priced);
    run.report(Step::Flow, &schedule);
    let mut conflict = demands::conflict(&mut schedule).or(hopeless);
    start(&mut schedule, &relaxed);
    if conflict.is_none() && !schedule.quota_holds(u64::MAX) {
        conflict = demands::keep_quota(&mut schedule);
        fill_up(&mut schedule);
    }
    bound_open_goals(&priced, &schedule, &mut run);
    run.report(Step::Colouring, &schedule);
    if priced.rule.is_none() {
        // The nearer a schedule is to its bound, the fewer pairs are undecided: hence once more after each search.
        whole(&mut schedule, &relaxed, &mut run);
        if !run.is_proven(&schedule) {
            warm_up(&mut schedule, &relaxed.prices, &mut run);
            whole(&mut schedule, &relaxed, &mut run);
        }
        if !run.is_proven(&schedule) {
            let before = schedule.value;
            improve(&mut schedule, &relaxed.prices, options, &mut run);
            fill_up(&mut schedule);
            if schedule.value > before {
                whole(&mut schedule, &relaxed, &mut run);
            }
        }
        return finished(run, &schedule, conflict);
    }
    let grown = if run.is_proven(&schedule) { priced.clone() } else { grown(&schedule, &relaxed, &mut run) };
    let mut schedule = schedule.carried_to(&grown);
    if !run.is_proven(&schedule) {
        // Nothing listed since pays at the prices of the relaxation: they are its prices still.
        warm_up(&mut schedule, &relaxed.prices, &mut run);
        improve(&mut schedule, &relaxed.prices, options, &mut run);
    }
    let complete = unlisted::completed(&schedule);
    let mut schedule = schedule.carried_to(&complete);
    fill_up(&mut schedule);
    finished(run, &schedule, conflict)
}

/// Value by which an unlisted pair may miss its price and still be listed for the search; the second where slots have
/// prices of their own.
const NEAR: i64 = 20;
const NEAR_BY_SLOT: i64 = 60;
/// Part of the work for each search of prices while pairs are listed by them.
const GROWING_SHARE: u64 = 16;

/// The problem of a schedule with those pairs listed that a search can use: near their price, which is one of slots
/// too where availability differs.
fn grown(schedule: &Schedule, relaxed: &Relaxed, run: &mut Run) -> Problem {
    let problem = schedule.problem;
    if !run.is_scattered(schedule) {
        return unlisted::with_near(problem, &relaxed.prices, &Aim::of(problem), NEAR);
    }
    let soft = soft_aim(problem);
    let start = relax(problem, &soft).prices;
    let (market, prices) = list_by_price(problem, start, &soft, GROWING_SHARE, schedule, run);
    unlisted::with_near(&market, &prices, &soft, NEAR_BY_SLOT)
}

/// A first schedule: the rounded relaxation with slots, or the greedy one should that be better.
fn start(schedule: &mut Schedule, relaxed: &Relaxed) {
    colour(schedule, &round(schedule.problem, relaxed));
    quota::enforce(schedule);
    fill_up(schedule);
    if schedule.problem.input().pins.is_empty() {
        let greedy = greedy_schedule(schedule.problem);
        if greedy.value > schedule.value {
            *schedule = greedy;
        }
    }
}

/// A schedule whose gap is above so many thousandths of its score is too far from its bound to say which pairs are whole.
const NEAR_WHOLE: i64 = 20;

/// The bound of the exact optimum without slots, and its pairs with slots where that is a better schedule.
fn whole(schedule: &mut Schedule, relaxed: &Relaxed, run: &mut Run) {
    let problem = schedule.problem;
    let (score, gap) = run.missing(schedule);
    if gap <= 0 || gap * 1_000 > score * NEAR_WHOLE || problem.quota.is_some() {
        return;
    }
    let Some(best) = best_whole(problem, &plain_aim(problem), &relaxed.prices, gap) else {
        return;
    };
    run.bound_better_ones(schedule, best.bound.saturating_sub(pin_bonus(problem)));
    let mut other = Schedule::empty(problem);
    if pins::place(&mut other).is_ok() {
        let seed = run.seed;
        colour(&mut other, &best.pairs);
        let mut stop = || {
            run.report(Step::Colouring, schedule);
            run.stopped
        };
        if (other.meetings as usize) < best.pairs.len()
            && let Some(all) = finish::with_all(&other, &best.pairs, seed, &mut stop)
        {
            other = all;
        }
        fill_up(&mut other);
        if other.value > schedule.value {
            *schedule = other;
        }
    }
}

/// Adds every pair that still fits, the most valuable first; again while a crossing meeting makes room for others.
fn fill_up(schedule: &mut Schedule) {
    let mut order: Vec<u32> =
        (0..schedule.problem.pairs.len() as u32).filter(|&k| !schedule.is_met(k)).collect();
    order.sort_unstable_by_key(|&k| (-schedule.pair(k).value, k));
    loop {
        let before = order.len();
        order.retain(|&k| !try_place(schedule, k));
        if order.len() == before || schedule.problem.quota.is_none() {
            return;
        }
    }
}

/// Part of the work that is spent again on a fairer order where not all goals can be filled.
const FAIRNESS_SHARE: u64 = 4;
/// Part of the work that is spent again on exchanging meetings for fewer gaps.
const GAPS_SHARE: u64 = 4;

/// Few gaps; what fits in then is added.
fn second_stage<'p>(schedule: &Schedule<'p>, run: &mut Run) -> Schedule<'p> {
    if run.stopped {
        return schedule.clone();
    }
    let (seed, work) = (run.seed, run.total);
    let prices = run.slot_prices.take();
    let mut stop = || {
        run.report(Step::Finish, schedule);
        run.stopped
    };
    let mut moved = finish::fewer_gaps(schedule, seed, work, &mut stop);
    if let Some((prices, aim)) = prices {
        let good = good_for_exchange(schedule.problem, &prices, &aim);
        moved = gaps::exchange_for_gaps(&moved, good, seed, work / GAPS_SHARE, &mut stop);
        moved = finish::fewer_gaps(&moved, seed.wrapping_add(1), work, &mut stop);
    }
    fill_up(&mut moved);
    moved
}

/// The second stage, tables, and everything that is said of the result.
fn finished(mut run: Run, schedule: &Schedule, conflict: Option<Conflict>) -> Solution {
    let problem = schedule.problem;
    let moves = if run.stopped { 0 } else { run.total / FAIRNESS_SHARE };
    let seed = run.seed;
    let schedule = &fairness::level_out(schedule, seed, moves, &mut || {
        run.report(Step::Exchange, schedule);
        run.stopped
    });
    let before = Figures::of(problem, &tables::assign(schedule));
    let schedule = &second_stage(schedule, &mut run);
    let meetings = finish::with_tables(schedule);
    let figures = Figures::of(problem, &meetings);
    let mut minimum = None;
    if figures.goals_filled < figures.goals_total {
        let (bound, why) = minimum::examine(problem);
        run.bounds.goals = run.bounds.goals.min(bound);
        minimum = why;
    }
    bound_goals_beside_wishes(problem, &Levels::of(schedule), &mut run);
    run.report(Step::Finish, schedule);
    let conflict = conflict.or_else(|| demands::missed(schedule));
    // A total at its bound does not say that no level could be served better at the cost of others.
    let proven = run.is_proven(schedule) && !run.misses_levels(schedule) && conflict.is_none();
    let finished = match (proven, run.stopped) {
        (true, _) => Finished::Proven,
        (false, true) => Finished::Stopped,
        (false, false) => Finished::WorkSpent,
    };
    let shortfalls = reasons::shortfalls(schedule);
    Solution { meetings, figures, before, bounds: run.bounds, shortfalls, conflict, minimum, finished }
}
