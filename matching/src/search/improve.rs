//! Better pairs and slots, step by step, until the work is spent: annealing by exchanges, then slots solved anew in turn.

use crate::algorithms::cooling::Cooling;
use crate::algorithms::random::Random;
use crate::bounds::levels::{SlotPrices, price_slots};
use crate::bounds::prices::{FINE, Prices};
use crate::model::levels::Levels;
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::options::Step;
use crate::run::Run;
use crate::search::exchange::Exchange;
use crate::search::one_slot::{Candidates, Loan, Perturbation, solve_slot};
use crate::tuning::improve::{
    EXCHANGE_TEMPERATURE, EXCHANGES, EXCHANGES_BETWEEN, FIRST_MOVES_PER_MEETING, HOT_TO_COLD, LENT,
    MOST_EXACT, MOST_MOVES, MOST_TRIES, NEAR_REACH, NOISE, NOISE_WITH_PRICES, PARTS, POLISH, POLISHED_FROM,
    QUENCH, REACH, REPORT_AFTER, SCATTERED, SLOT_REACH, WARM_UP,
};
use crate::tuning::streams::SLOTS;

/// A better schedule, in place. `relaxed` are the prices of the relaxation without slots.
pub(crate) fn improve(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) -> Option<SlotPrices> {
    let problem = schedule.problem;
    if !is_scattered(schedule, run) {
        polish(schedule, relaxed, run);
        return None;
    }
    let slot_prices = price_slots(schedule, run);
    let SlotPrices { prices, objective, .. } = &slot_prices;
    let near = run.near.clone();
    let good = good_for_exchange(problem, &slot_prices, &near);
    let exchange = |seed: u64, schedule: &Schedule| Exchange::new(seed, schedule, good.clone());
    let exact = problem.people() <= MOST_EXACT;
    let share = run.left() / if exact { EXCHANGES } else { 1 };
    let mut tries = 0;
    while tries == 0 || (exact && tries < MOST_TRIES && run.ledger.misses_levels(schedule)) {
        let exchange = exchange(run.seed.wrapping_add(tries << 8), schedule);
        anneal(schedule, exchange, HOT_TO_COLD, run.work + share, run);
        tries += 1;
    }
    if exact {
        let candidates =
            Candidates::of(problem, &good_slots(problem, (prices, objective), SLOT_REACH, &near));
        let exchange = exchange(run.seed.wrapping_add(1), schedule);
        descend(schedule, exchange, candidates, Some(prices), run);
    }
    exact.then_some(slot_prices)
}

/// Whether people are available at such different times that slots need prices of their own.
pub(crate) fn is_scattered(schedule: &Schedule, run: &Run) -> bool {
    let (score, gap) = (Levels::of(schedule).score, run.ledger.gap(schedule));
    i128::from(gap) * 100_000 > i128::from(score) * i128::from(SCATTERED)
}

/// The first few exchanges: a start that misses a goal or two looks as if slots needed prices. As many whatever the work of
/// the run, so that more of it never leads another way.
pub(crate) fn warm_up(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) {
    let problem = schedule.problem;
    let good = good_slots(problem, (relaxed, &Objective::of(problem)), NEAR_REACH, &run.near);
    let until = run.work + FIRST_MOVES_PER_MEETING * schedule.meetings;
    anneal(schedule, Exchange::new(run.seed, schedule, good), WARM_UP, until, run);
}

/// A schedule near its bound needs few changes: a little more warmth, where there is time for it, and slots solved anew.
fn polish(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) {
    let problem = schedule.problem;
    if run.budget <= POLISHED_FROM * schedule.meetings || problem.people() > MOST_EXACT {
        return;
    }
    let good = good_slots(problem, (relaxed, &Objective::of(problem)), NEAR_REACH, &run.near);
    let half = run.work + run.left() / 2;
    anneal(schedule, Exchange::new(run.seed, schedule, good.clone()), POLISH, half, run);
    let exchange = Exchange::new(run.seed.wrapping_add(1), schedule, good);
    descend(schedule, exchange, Candidates::of_all(problem), None, run);
}

/// For each pair the slots in which it is worth its price but for `reach` units of value; all where it is `near` by what is known of
/// all levels.
fn good_slots(
    problem: &Problem,
    (prices, objective): (&Prices, &Objective),
    reach: i64,
    near: &[bool],
) -> Vec<Mask> {
    let good = |(k, p): (usize, &Pair)| {
        // A pin is worth trying at any price.
        if p.pinned || near.get(k) == Some(&true) {
            return p.common;
        }
        let fixed = FINE * objective.value(p) - prices.person[p.a as usize] - prices.person[p.b as usize];
        let worth = |s: &usize| fixed - prices.all_tables - prices.slot_price(problem, p, *s) > -reach * FINE;
        slots_of(p.common).filter(worth).fold(0, |mask, s| mask | 1 << s)
    };
    problem.pairs.iter().enumerate().map(good).collect()
}

/// The slots of each pair that are worth an exchange.
pub(crate) fn good_for_exchange(
    problem: &Problem,
    SlotPrices { prices, objective, .. }: &SlotPrices,
    near: &[bool],
) -> Vec<Mask> {
    good_slots(problem, (prices, objective), REACH, near)
}

/// Anneals until that much work of the run is spent; keeps the best.
fn anneal(schedule: &mut Schedule, mut exchange: Exchange, cooling: Cooling, until: u64, run: &mut Run) {
    let work = until.saturating_sub(run.work);
    let parts = PARTS.max(work / MOST_MOVES);
    let moves = work / parts;
    let mut best = schedule.clone();
    let mut unreported = 0;
    for part in 0..parts {
        if moves == 0 || run.stopped() {
            break;
        }
        exchange.anneal(schedule, moves, cooling.temperature(part, parts), run.alarm);
        run.work += moves;
        unreported += moves;
        if schedule.value > best.value {
            best = schedule.clone();
            if run.is_enough(&best) {
                break;
            }
        }
        if unreported >= REPORT_AFTER {
            unreported = 0;
            run.report(Step::Exchange, &best);
        }
    }
    *schedule = best;
}

/// Solves slot after slot anew, perturbed by a little noise and a few exchanges, until the work is spent.
fn descend(
    schedule: &mut Schedule,
    mut exchange: Exchange,
    mut candidates: Candidates,
    prices: Option<&Prices>,
    run: &mut Run,
) {
    let mut random = Random::new(run.seed ^ SLOTS);
    let mut best = schedule.clone();
    let span = i128::from(run.left().max(1));
    let (first, last) = if prices.is_some() { NOISE_WITH_PRICES } else { (NOISE, 0) };
    let loan = prices.map(|prices| Loan::new(schedule.problem, prices, LENT));
    let mut round = 0;
    while run.work < run.budget && !run.stopped() && !run.is_enough(&best) {
        let noise = last + (i128::from(first - last) * i128::from(run.left()) / span) as i64;
        exchange.count_below(schedule);
        exchange.anneal(schedule, EXCHANGES_BETWEEN, EXCHANGE_TEMPERATURE, run.alarm);
        run.work += EXCHANGES_BETWEEN;
        round += 1;
        solve_each(schedule, &mut candidates, &Perturbation { noise, loan: loan.as_ref() }, &mut random, run);
        if round % QUENCH == 0 {
            for _ in 0..2 {
                solve_each(schedule, &mut candidates, &Perturbation::NONE, &mut random, run);
            }
        }
        if schedule.value > best.value {
            best = schedule.clone();
        }
        run.report(Step::Reoptimise, &best);
    }
    *schedule = best;
}

fn solve_each(
    schedule: &mut Schedule,
    candidates: &mut Candidates,
    perturbation: &Perturbation,
    random: &mut Random,
    run: &mut Run,
) {
    for slot in 0..schedule.problem.slots {
        if run.stopped() {
            return;
        }
        run.work += solve_slot(schedule, slot, candidates, perturbation, (&mut *random, run.alarm));
    }
}
