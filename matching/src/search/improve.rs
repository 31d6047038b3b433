//! Better pairs and slots, step by step, until the work is spent: annealing by exchanges, then slots solved anew in turn.

use crate::algorithms::random::Random;
use crate::bounds::levels::{SlotPrices, price_slots};
use crate::bounds::prices::{FINE, Prices};
use crate::model::levels::Levels;
use crate::model::objective::Aim;
use crate::model::problem::{Pair, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::options::Step;
use crate::run::Run;
use crate::search::exchange::Exchange;
use crate::search::one_slot::{Loan, MOST_EXACT, Market, Shake, reoptimise};

/// How far below its price a pair is still tried in a slot: by exchanges, and in matchings of whole slots.
const REACH: i64 = 50;
const MARKET_REACH: i64 = 150;
const NEAR_REACH: i64 = 20;
/// Part of the work left that is spent on exchanges before slots are solved anew.
const EXCHANGES: u64 = 10;
/// Times that is done while wishes or goals are missing, which single slots rarely bring.
const MOST_TRIES: u64 = 5;
/// Exchanges tried for each meeting of the first schedule.
const FIRST_MOVES_PER_MEETING: u64 = 100;

/// A better schedule, in place. `relaxed` are the prices of the relaxation without slots.
pub(crate) fn improve(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) -> Option<SlotPrices> {
    let problem = schedule.problem;
    if !is_scattered(schedule, run) {
        improve_a_little(schedule, relaxed, run);
        return None;
    }
    let slot_prices = price_slots(schedule, run);
    let SlotPrices { prices, aim } = &slot_prices;
    let exchange = |seed: u64, schedule: &Schedule| {
        Exchange::new(seed, schedule, good_for_exchange(problem, &slot_prices))
    };
    let exact = problem.people() <= MOST_EXACT;
    let share = run.left() / if exact { EXCHANGES } else { 1 };
    let mut tries = 0;
    while tries == 0 || (exact && tries < MOST_TRIES && run.ledger.misses_levels(schedule)) {
        let exchange = exchange(run.seed.wrapping_add(tries << 8), schedule);
        anneal(schedule, exchange, (200 * 16, 16), run.work + share, run);
        tries += 1;
    }
    if exact {
        let market = Market::of(problem, &good_slots(problem, prices, aim, MARKET_REACH));
        let exchange = exchange(run.seed.wrapping_add(1), schedule);
        descend(schedule, exchange, market, Some(prices), run);
    }
    exact.then_some(slot_prices)
}

/// A schedule whose gap is above this many hundred-thousandths of its score suffers from people being available at
/// different times: slots need prices of their own.
const SCATTERED: i64 = 400;

/// Whether people are available at such different times that slots need prices of their own.
pub(crate) fn is_scattered(schedule: &Schedule, run: &Run) -> bool {
    let (score, gap) = (Levels::of(schedule).score, run.ledger.gap(schedule));
    i128::from(gap) * 100_000 > i128::from(score) * i128::from(SCATTERED)
}

/// The first few exchanges: a start that misses a goal or two looks as if slots needed prices. As many whatever the work of
/// the run, so that more of it never leads another way.
pub(crate) fn warm_up(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) {
    let problem = schedule.problem;
    let good = good_slots(problem, relaxed, &Aim::of(problem), NEAR_REACH);
    let until = run.work + FIRST_MOVES_PER_MEETING * schedule.meetings;
    anneal(schedule, Exchange::new(run.seed, schedule, good), (8, 4), until, run);
}

/// A schedule near its bound needs few changes: a little more warmth, where there is time for it, and slots solved anew.
fn improve_a_little(schedule: &mut Schedule, relaxed: &Prices, run: &mut Run) {
    let problem = schedule.problem;
    if run.budget <= 4_000 * schedule.meetings || problem.people() > MOST_EXACT {
        return;
    }
    let good = good_slots(problem, relaxed, &Aim::of(problem), NEAR_REACH);
    let half = run.work + run.left() / 2;
    anneal(schedule, Exchange::new(run.seed, schedule, good.clone()), (8 * 16, 4), half, run);
    let exchange = Exchange::new(run.seed.wrapping_add(1), schedule, good);
    descend(schedule, exchange, Market::of_all(problem), None, run);
}

/// For each pair the slots in which it is worth its price but for `reach` units of value.
pub(crate) fn good_slots(problem: &Problem, prices: &Prices, aim: &Aim, reach: i64) -> Vec<Mask> {
    let good = |p: &Pair| {
        // What a demand may need is worth trying at any price.
        if p.pinned || (p.crossing && problem.quota.is_some()) {
            return p.common;
        }
        let fixed = FINE * aim.value(p) - prices.person[p.a as usize] - prices.person[p.b as usize];
        let worth = |s: &usize| fixed - prices.all_tables - prices.slot_price(problem, p, *s) > -reach * FINE;
        slots_of(p.common).filter(worth).fold(0, |mask, s| mask | 1 << s)
    };
    problem.pairs.iter().map(good).collect()
}

/// The slots of each pair that are worth an exchange.
pub(crate) fn good_for_exchange(problem: &Problem, SlotPrices { prices, aim }: &SlotPrices) -> Vec<Mask> {
    good_slots(problem, prices, aim, REACH)
}

/// Least number of parts of an annealing between two looks at the best, and most moves of a part.
const PARTS: u64 = 60;
const MOST_MOVES: u64 = 500_000;
/// Reports come after so many moves at least.
const REPORT_AFTER: u64 = 400_000;

/// Anneals from the first to the second temperature until that much work of the run is spent; keeps the best.
fn anneal(
    schedule: &mut Schedule,
    mut exchange: Exchange,
    (hot, cold): (i64, i64),
    until: u64,
    run: &mut Run,
) {
    let work = until.saturating_sub(run.work);
    let parts = PARTS.max(work / MOST_MOVES);
    let moves = work / parts;
    let mut best = schedule.clone();
    let mut unreported = 0;
    for part in 0..parts {
        if moves == 0 || run.stopped {
            break;
        }
        exchange.anneal(schedule, moves, between(hot, cold, part, parts));
        run.work += moves;
        unreported += moves;
        if schedule.value > best.value {
            best = schedule.clone();
            if run.ledger.is_optimal(&best) {
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

/// A temperature on the way from hot to cold, falling by equal shares (in steps of a sixteenth of a halving).
fn between(hot: i64, cold: i64, part: u64, parts: u64) -> i64 {
    let mut halvings = 0;
    while hot >> (halvings + 1) >= cold {
        halvings += 1;
    }
    let sixteenths = part * halvings * 16 / parts.max(1);
    // 2^(-k/16) in 1/65536, by repeated multiplication with 2^(-1/16).
    let fine = (0..sixteenths % 16).fold(65_536i64, |x, _| x * 62_757 / 65_536);
    ((hot >> (sixteenths / 16)) * fine / 65_536).max(cold)
}

/// Highest noise on weights without prices of slots, and from first to last with them.
const NOISE: i64 = 100;
const NOISE_WITH_PRICES: (i64, i64) = (40, 10);
/// What a slot is lent for, in thousandths of its price.
const LENT: i64 = 800;
/// Exchanges before each round over the slots, and their temperature in 1/16.
const SHAKES: u64 = 20_000;
const SHAKE_TEMPERATURE: i64 = 16;
/// Rounds after which noise is left off for two, to see what the schedule is worth.
const QUENCH: u64 = 6;

/// Solves slot after slot anew, shaken by a little noise and a few exchanges, until the work is spent.
fn descend(
    schedule: &mut Schedule,
    mut exchange: Exchange,
    mut market: Market,
    prices: Option<&Prices>,
    run: &mut Run,
) {
    let mut random = Random::new(run.seed ^ 0x5107);
    let mut best = schedule.clone();
    let span = i128::from(run.left().max(1));
    let (first, last) = if prices.is_some() { NOISE_WITH_PRICES } else { (NOISE, 0) };
    let loan = prices.map(|prices| Loan::new(schedule.problem, prices, LENT));
    let mut round = 0;
    while run.work < run.budget && !run.stopped && !run.ledger.is_optimal(&best) {
        let noise = last + (i128::from(first - last) * i128::from(run.left()) / span) as i64;
        exchange.count_below(schedule);
        exchange.anneal(schedule, SHAKES, SHAKE_TEMPERATURE);
        run.work += SHAKES;
        round += 1;
        solve_each(schedule, &mut market, &Shake { noise, loan: loan.as_ref() }, &mut random, run);
        if round % QUENCH == 0 {
            for _ in 0..2 {
                solve_each(schedule, &mut market, &Shake::NONE, &mut random, run);
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
    market: &mut Market,
    shake: &Shake,
    random: &mut Random,
    run: &mut Run,
) {
    for slot in 0..schedule.problem.slots {
        run.work += reoptimise(schedule, slot, market, shake, random);
    }
}
