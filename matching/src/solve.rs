//! The run as a whole. Its steps, in the order of docs/matching.md:
//!
//! 1. *Relaxation*: whom each would meet if slots did not matter; prices, the first bounds.
//! 2. *First schedule*: pins, rounding, colouring, the quotas; or the demands that contradict each other.
//! 3. *Integral optimum and search*, until the bound is met or the work is spent. Where a rule gives the pairs, those near
//!    their price are listed before, and those that still fit after it.
//! 4. *Second stage*: a fairer order, few gaps, tables; then reasons, and the people who lack partners.
//!
//! The bound only ever falls and the incumbent never gets worse, so that a run may end at any moment.

use crate::alarm::Alarm;
use crate::bounds::integral::integral_set;
use crate::bounds::levels::{
    SlotPrices, bound_goals_beside_wishes, bound_open_goals, list_by_price, most_wishes, pin_bonus, softened,
    total_bound,
};
use crate::bounds::relaxation::{Relaxed, relax};
use crate::bounds::{columns, minimum, quota_price};
use crate::exact::climbing::{bound_score_beside, climb, climb_listed, is_small, keep_better, with_slots};
use crate::model::levels::Levels;
use crate::model::listing::with_all_that_fit;
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::solution::{Conflict, Figures, Finished, Obstacle, Solution};
use crate::model::standing::Standing;
use crate::obstacles;
use crate::options::{Observer, Options, Step};
use crate::plan::colouring::colour;
use crate::plan::greedy::{enforce_shares, fill_up, greedy_schedule};
use crate::plan::rounding::round;
use crate::plan::{demands, finish, tables};
use crate::reasons;
use crate::run::Run;
use crate::search::improve::{good_for_exchange, improve, is_scattered, warm_up};
use crate::search::{fairness, gaps};
use crate::tuning::exact::MOST_WITHOUT_QUOTA;
use crate::tuning::integral::NEAR_INTEGRAL;
use crate::tuning::shares::{
    FAIRNESS_SHARE, GAPS_SHARE, GROWING_SHARE, NEARLY_PAYING, NEARLY_PAYING_BY_SLOT,
};

/// Solves a problem within the options' budget. The result is valid whenever the run ends, stopped or not, except
/// that demands which cannot all be met are named in [`Solution::conflict`].
pub fn solve(problem: &Problem, options: &Options, observer: &mut dyn Observer) -> Solution {
    let alarm = Alarm::new(observer);
    match columns::thinned(problem, &alarm) {
        Some(thin) => solve_listed(&thin, options, &alarm),
        None => solve_listed(problem, options, &alarm),
    }
}

/// Solves a problem by choosing among the pairs it lists, and those listed on the way: the steps in order.
fn solve_listed(problem: &Problem, options: &Options, alarm: &Alarm) -> Solution {
    // Shares that only a plan without meetings keeps are named and left out.
    let without_shares = demands::without_hopeless_shares(problem, alarm);
    let (problem, hopeless) =
        without_shares.as_ref().map_or((problem, None), |(p, why)| (p, Some(why.clone())));
    let mut run = Run::new(problem, options, alarm);
    // 1. Relaxation: first bounds and prices, at the prices that meet the quotas.
    let (problem, relaxed) = relaxation(problem, &mut run);
    // 2. First schedule: pins, rounding, colouring, quotas.
    let (mut schedule, conflict) = first_schedule(&problem, &relaxed, &mut run);
    let may_climb = conflict.is_none();
    let conflict = conflict.or(hopeless);
    if problem.rule.is_none() {
        // 3. The levels exactly; integral optimum and search, until the bound is met or the work is spent.
        if may_climb && is_for_the_ladder(&schedule, &run) {
            climb(&mut schedule, &mut run);
        }
        let slot_prices = close_gap(&mut schedule, &relaxed, &mut run);
        // 4. Fairness, gaps, tables, reasons.
        return finished(run, &schedule, slot_prices, conflict);
    }
    // 3. By rule: list the pairs that the search can use, search, list what still fits.
    let grown = grown(&schedule, &relaxed, &mut run);
    let mut schedule = schedule.carried_to(&grown);
    if may_climb && grown.has_quota() {
        climb_listed(&mut schedule, &mut run);
    }
    let before = schedule.clone();
    let slot_prices = search(&mut schedule, &relaxed, &mut run);
    keep_better(&mut schedule, before);
    let complete = with_all_that_fit(&schedule);
    let mut schedule = schedule.carried_to(&complete);
    fill_up(&mut schedule);
    // 4. The same end.
    finished(run, &schedule, slot_prices, conflict)
}

/// Whether the sum of the levels may not serve them in order: quotas, a coverage, or more wishes and goals than can be kept.
fn is_for_the_ladder(schedule: &Schedule, run: &Run) -> bool {
    let problem = schedule.problem;
    let all: u64 = problem.goal.iter().map(|&goal| u64::from(goal)).sum();
    let levels = Levels::of(schedule);
    let is_open = levels.goals < all || levels.mutual < run.ledger.bounds.mutual;
    let is_asked = problem.has_quota() || problem.units.is_some();
    // Where interpreters may be too few, only its rows know of them.
    let is_open = is_open || !problem.speech.is_common();
    is_asked || is_small(problem) || (is_open && problem.people() <= MOST_WITHOUT_QUOTA)
}

/// The problem at the prices that meet its quotas, and its relaxation, with the bounds that it proves.
fn relaxation(problem: &Problem, run: &mut Run) -> (Problem, Relaxed) {
    run.report(Step::Flow, &Schedule::empty(problem));
    run.ledger.bound_mutual(most_wishes(problem, run.alarm));
    let (priced, relaxed) = quota_price::price(problem, run.alarm);
    run.ledger.bound_total(total_bound(&priced, &relaxed.prices));
    run.report(Step::Flow, &Schedule::empty(&priced));
    (priced, relaxed)
}

/// A schedule with the pins and the quotas, as far as they can be kept: the rounded relaxation with slots.
fn first_schedule<'p>(
    problem: &'p Problem,
    relaxed: &Relaxed,
    run: &mut Run,
) -> (Schedule<'p>, Option<Conflict>) {
    let mut schedule = Schedule::empty(problem);
    let mut conflict = demands::conflict(&mut schedule, run.alarm);
    round_and_colour(&mut schedule, relaxed, run.alarm);
    if conflict.is_none() && !schedule.quotas_hold() {
        conflict = demands::keep_quotas(&mut schedule, run.alarm);
        fill_up(&mut schedule);
    }
    bound_open_goals(problem, &schedule, run);
    run.report(Step::Colouring, &schedule);
    (schedule, conflict)
}

/// Raises the schedule and lowers the bound, if that can matter. The search knows one sum of the levels: what it finds counts if
/// it is better in their order.
fn close_gap(schedule: &mut Schedule, relaxed: &Relaxed, run: &mut Run) -> Option<SlotPrices> {
    if run.is_enough(schedule) {
        return None;
    }
    let before = schedule.clone();
    let slot_prices = searched(schedule, relaxed, run);
    keep_better(schedule, before);
    slot_prices
}

/// The nearer schedule and bound are, the fewer pairs are undecided: hence the integral optimum once more after each search.
fn searched(schedule: &mut Schedule, relaxed: &Relaxed, run: &mut Run) -> Option<SlotPrices> {
    integral_optimum(schedule, relaxed, run);
    if run.is_enough(schedule) {
        return None;
    }
    warm_up(schedule, &relaxed.prices, run);
    integral_optimum(schedule, relaxed, run);
    if run.is_enough(schedule) {
        return None;
    }
    let before = schedule.value;
    let slot_prices = improve(schedule, &relaxed.prices, run);
    fill_up(schedule);
    if schedule.value > before {
        integral_optimum(schedule, relaxed, run);
    }
    slot_prices
}

/// The search alone. Nothing listed since the relaxation pays at its prices: they are the prices of the longer list still.
fn search(schedule: &mut Schedule, relaxed: &Relaxed, run: &mut Run) -> Option<SlotPrices> {
    if run.is_enough(schedule) {
        return None;
    }
    warm_up(schedule, &relaxed.prices, run);
    improve(schedule, &relaxed.prices, run)
}

/// The problem of a schedule with those pairs listed that a search can use: near their price, which is one of slots
/// too where availability differs.
fn grown(schedule: &Schedule, relaxed: &Relaxed, run: &mut Run) -> Problem {
    let problem = schedule.problem;
    if run.is_enough(schedule) || run.stopped() {
        return problem.clone();
    }
    if !is_scattered(schedule, run) {
        return columns::with_nearly_paying(problem, &relaxed.prices, &Objective::of(problem), NEARLY_PAYING);
    }
    let (soft, _) = softened(problem, run.alarm);
    let start = relax(problem, &soft, run.alarm).prices;
    let (listed, prices) = list_by_price(problem, start, &soft, GROWING_SHARE, schedule, run);
    if run.stopped() {
        return listed;
    }
    columns::with_nearly_paying(&listed, &prices, &soft, NEARLY_PAYING_BY_SLOT)
}

/// A first schedule: the rounded relaxation with slots, or the greedy one should that be better.
fn round_and_colour(schedule: &mut Schedule, relaxed: &Relaxed, alarm: &Alarm) {
    colour(schedule, &round(schedule.problem, relaxed), alarm);
    enforce_shares(schedule);
    fill_up(schedule);
    if schedule.problem.input().pins.is_empty() {
        let greedy = greedy_schedule(schedule.problem);
        if greedy.value > schedule.value {
            *schedule = greedy;
        }
    }
}

/// The bound of the integral optimum without slots, and its pairs with slots where that is a better schedule.
fn integral_optimum(schedule: &mut Schedule, relaxed: &Relaxed, run: &mut Run) {
    let problem = schedule.problem;
    let (score, gap) = (Levels::of(schedule).score as i64, run.ledger.gap(schedule));
    if problem.has_quota() || problem.units.is_some() {
        return;
    }
    if run.stopped() || gap <= 0 || gap * 1_000 > score * NEAR_INTEGRAL {
        return;
    }
    // Pairs are decided at these prices, and so by their own bound: the best one known may be of others.
    let slack = total_bound(problem, &relaxed.prices) - Levels::of(schedule).total();
    let Some(best) = integral_set(problem, &Objective::of_levels(problem), &relaxed.prices, slack, run.alarm)
    else {
        return;
    };
    run.ledger.bound_better_than(schedule, best.bound.saturating_sub(pin_bonus(problem)));
    if let Some(other) = with_slots(schedule, &best.pairs, run)
        && other.value > schedule.value
    {
        *schedule = other;
    }
}

/// Few gaps; what fits in then is added.
fn second_stage<'p>(schedule: &Schedule<'p>, slot_prices: Option<SlotPrices>, run: &mut Run) -> Schedule<'p> {
    if run.stopped() {
        return schedule.clone();
    }
    let (seed, work, alarm) = (run.seed, run.budget, run.alarm);
    let near = run.near.clone();
    let mut stop = || run.is_stopped_at(Step::Finish, schedule);
    let mut moved = finish::fewer_gaps(schedule, seed, work, &mut stop);
    if let Some(slot_prices) = slot_prices {
        let good = good_for_exchange(schedule.problem, &slot_prices, &near);
        moved = gaps::exchange_for_gaps(&moved, good, seed, work / GAPS_SHARE, &mut stop, alarm);
        moved = finish::fewer_gaps(&moved, seed.wrapping_add(1), work, &mut stop);
    }
    fill_up(&mut moved);
    moved
}

/// Why units of a coverage are left open, where some are.
fn obstacles(problem: &Problem, figures: &Figures, run: &Run) -> Vec<Obstacle> {
    if figures.units == figures.units_asked {
        return Vec::new();
    }
    obstacles::named(problem, run.alarm)
}

/// The second stage, tables, and the figures, bounds and reasons of the result.
fn finished(
    mut run: Run,
    schedule: &Schedule,
    slot_prices: Option<SlotPrices>,
    conflict: Option<Conflict>,
) -> Solution {
    let problem = schedule.problem;
    let moves = if run.stopped() { 0 } else { run.budget / FAIRNESS_SHARE };
    let (seed, alarm) = (run.seed, run.alarm);
    let is_best = run.ledger.is_best(schedule);
    let mut stop = || run.is_stopped_at(Step::Exchange, schedule);
    let moves = if is_best { 0 } else { moves };
    let schedule = &fairness::level_out(schedule, seed, moves, &mut stop, alarm);
    let before = Figures::of(problem, &tables::assign(schedule));
    let schedule = &second_stage(schedule, slot_prices, &mut run);
    let meetings = finish::with_tables(schedule);
    let figures = Figures::of(problem, &meetings);
    let mut minimum = None;
    if figures.goals_filled < figures.goals_total {
        let (bound, why) = minimum::examine(problem, run.alarm);
        run.ledger.bound_goals(bound);
        minimum = why;
    }
    bound_goals_beside_wishes(problem, &Levels::of(schedule), &mut run);
    run.ledger.bound_beside(&Standing::of(schedule));
    let is_for_rows = problem.rule.is_none() && conflict.is_none() && is_for_the_ladder(schedule, &run);
    if is_for_rows && !run.ledger.is_best(schedule) {
        bound_score_beside(schedule, &mut run);
    }
    run.report(Step::Finish, schedule);
    let conflict = conflict.or_else(|| demands::missed(schedule));
    // A total at its bound does not say that no level could be served better at the cost of others.
    let is_whole = conflict.is_none();
    let finished = match (run.ledger.is_best(schedule), run.is_enough(schedule), run.stopped()) {
        (true, _, _) if is_whole => Finished::Proven,
        (_, _, true) => Finished::Stopped,
        (_, true, _) if is_whole => Finished::Enough,
        _ => Finished::WorkSpent,
    };
    let shortfalls = reasons::shortfalls(schedule);
    let (bounds, obstacles) =
        (run.ledger.bounds, if conflict.is_none() { obstacles(problem, &figures, &run) } else { Vec::new() });
    Solution { meetings, figures, before, bounds, shortfalls, conflict, minimum, obstacles, finished }
}
