//! The run as a whole: the steps in order, the best schedule kept, figures, bounds and reasons put together.

use crate::baseline::{greedy_schedule, try_place};
use crate::bound::{Aim, FINE, Prices};
use crate::colouring::colour;
use crate::exchange::Exchange;
use crate::input::Request;
use crate::levels::Levels;
use crate::options::{Continue, Observer, Options, Progress, Step};
use crate::problem::{GOAL, MOST_WEIGHT, MUTUAL, Mask, Pair, Problem, slots_of};
use crate::random::Random;
use crate::relaxation::{Relaxed, relax};
use crate::reoptimise::{MOST_EXACT, reoptimise};
use crate::rounding::round;
use crate::schedule::Schedule;
use crate::solution::{Bounds, Conflict, Figures, Finished, Solution};
use crate::tighten::Tightening;
use crate::{demands, fairness, finish, gaps, minimum, quota, reasons, tables, unlisted};

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
    run.report(Step::Colouring, &schedule);
    if priced.rule.is_none() {
        if !run.is_proven(&schedule) {
            improve(&mut schedule, &relaxed.prices, options, &mut run);
            fill_up(&mut schedule);
        }
        return run.finish(&schedule, conflict);
    }
    let grown = if run.is_proven(&schedule) { priced.clone() } else { grown(&schedule, &relaxed, &mut run) };
    let mut schedule = schedule.carried_to(&grown);
    if !run.is_proven(&schedule) {
        // Nothing listed since pays at the prices of the relaxation: they are its prices still.
        improve(&mut schedule, &relaxed.prices, options, &mut run);
    }
    let complete = unlisted::completed(&schedule);
    let mut schedule = schedule.carried_to(&complete);
    fill_up(&mut schedule);
    run.finish(&schedule, conflict)
}

/// Value by which an unlisted pair may miss its price and still be listed for the search; the second where slots have
/// prices of their own.
const NEAR: i64 = 20;
const NEAR_BY_SLOT: i64 = 60;
/// Times pairs are listed by slot prices.
const LISTINGS: u64 = 4;

/// The problem of a schedule with those pairs listed that a search can use: near their price, which is one of slots
/// too where availability differs.
fn grown(schedule: &Schedule, relaxed: &Relaxed, run: &mut Run) -> Problem {
    let problem = schedule.problem;
    if !run.is_scattered(schedule) {
        return unlisted::with_near(problem, &relaxed.prices, &Aim::of(problem), NEAR);
    }
    let soft = soft_aim(problem);
    let mut prices = relax(problem, &soft).prices;
    let mut market = problem.clone();
    for _ in 0..LISTINGS {
        let mut dual = Tightening::new(&market, soft, &prices);
        run.search(&mut dual, 4 * LISTINGS, schedule);
        prices = dual.best;
        match unlisted::with_paying(&market, &prices, &soft) {
            Some(more) => market = more,
            None => break,
        }
    }
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

/// A schedule whose gap is above this many hundred-thousandths of its score suffers from people being available at
/// different times: slots need prices of their own.
const SCATTERED: i64 = 400;

fn improve(schedule: &mut Schedule, relaxed: &Prices, options: &Options, run: &mut Run) {
    let problem = schedule.problem;
    if !run.is_scattered(schedule) {
        improve_a_little(schedule, relaxed, options, run);
        return;
    }
    let (prices, aim) = tighten(schedule, run);
    let good = good_slots(problem, &prices, &aim, REACH);
    let exact = problem.people() <= MOST_EXACT;
    let budget = run.work + (run.total - run.work) / if exact { 3 } else { 1 };
    anneal(schedule, Exchange::new(options.seed, schedule, good.clone()), (200 * 16, 16), budget, run);
    if exact {
        descend(schedule, Exchange::new(options.seed.wrapping_add(1), schedule, good), options.seed, run);
        run.slot_prices = Some((prices, aim));
    }
}

/// How far below its price a pair is still tried in a slot, where slots have prices of their own.
const REACH: i64 = 50;

/// Part of the work that is spent again on a fairer order where not all goals can be filled.
const FAIRNESS_SHARE: u64 = 4;
/// Part of the work that is spent again on exchanging meetings for fewer gaps.
const GAPS_SHARE: u64 = 4;

/// A schedule near its bound needs few changes: little warmth where there are many people, a little more where there
/// is time for it.
fn improve_a_little(schedule: &mut Schedule, relaxed: &Prices, options: &Options, run: &mut Run) {
    let problem = schedule.problem;
    let good = good_slots(problem, relaxed, &Aim::of(problem), 20);
    let roomy = run.total > 4_000 * schedule.meetings && problem.people() <= MOST_EXACT;
    let hot = if roomy { 8 * 16 } else { 8 };
    let left = run.total - run.work;
    let share = if roomy { left / 2 } else { left.min(MOVES_PER_MEETING * schedule.meetings) };
    let half = run.work + share;
    anneal(schedule, Exchange::new(options.seed, schedule, good.clone()), (hot, 4), half, run);
    if roomy {
        descend(schedule, Exchange::new(options.seed.wrapping_add(1), schedule, good), options.seed, run);
    }
}

/// Exchanges tried for each meeting of a large schedule that is near its bound.
const MOVES_PER_MEETING: u64 = 100;

/// For each pair the slots in which it is worth its price but for `reach` units of value.
fn good_slots(problem: &Problem, prices: &Prices, aim: &Aim, reach: i64) -> Vec<Mask> {
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

/// Parts of an annealing between two looks at the best; more where they would be longer than a caller likes to wait.
const PARTS: u64 = 60;
const LONGEST_PART: u64 = 500_000;

/// Anneals from the first to the second temperature until so much work of the run is spent; keeps the best.
fn anneal(
    schedule: &mut Schedule,
    mut exchange: Exchange,
    (hot, cold): (i64, i64),
    until: u64,
    run: &mut Run,
) {
    let budget = until.saturating_sub(run.work);
    let parts = PARTS.max(budget / LONGEST_PART);
    let moves = budget / parts;
    let parts_told = (LONGEST_PART / moves.max(1)).clamp(1, 6);
    let mut best = schedule.clone();
    for part in 0..parts {
        if moves == 0 || run.stopped {
            break;
        }
        exchange.anneal(schedule, moves, between(hot, cold, part, parts));
        run.work += moves;
        if schedule.value > best.value {
            best = schedule.clone();
            if run.is_proven(&best) {
                break;
            }
        }
        if (part + 1) % parts_told == 0 {
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

/// Values of a mutual wish and of a filled goal while prices are sought: high enough to be served first in the
/// relaxation, low enough not to drown the weights.
const SOFT_MUTUAL: i64 = 3_000;
const SOFT_GOAL: i64 = 1_500;
/// Rounds of the price search between two reports, and most of them.
const ROUNDS: u64 = 100;
const MOST_ROUNDS: u64 = 3_000;

fn soft_aim(problem: &Problem) -> Aim {
    Aim { mutual: SOFT_MUTUAL, goal: SOFT_GOAL, leximin: false, ..Aim::of(problem) }
}

/// Better prices and bounds where availability differs.
fn tighten(schedule: &Schedule, run: &mut Run) -> (Prices, Aim) {
    let problem = schedule.problem;
    let soft = soft_aim(problem);
    let mut all = Tightening::new(problem, soft, &relax(problem, &soft).prices);
    run.search(&mut all, 4, schedule);
    run.bounds.mutual = run.bounds.mutual.min(wishes_bound(schedule, run));
    let softened = all.best.bound(problem, &soft) - problem.quota_charge();
    let hardened =
        (MUTUAL - SOFT_MUTUAL) * run.bounds.mutual as i64 + (GOAL - SOFT_GOAL) * run.bounds.goals as i64;
    run.bounds.total = run.bounds.total.min(softened + hardened - pin_bonus(problem));
    (all.best, soft)
}

/// The bound on the wishes alone. Pairs that nobody wished for are worth nothing to it and stay out of the search: at
/// prices of at least 0 they take nothing, so that what is proved without them holds for all.
fn wishes_bound(schedule: &Schedule, run: &mut Run) -> u64 {
    let problem = schedule.problem;
    let wishes = Aim { mutual: WISH, ..Aim::NOTHING };
    let wished = problem.with_pairs(|p| p.request == Request::Mutual);
    let mut search = Tightening::new(&wished, wishes, &relax(&wished, &wishes).prices);
    run.search(&mut search, 8, schedule);
    search.best.person.iter_mut().for_each(|price| *price = (*price).max(0));
    (search.best.bound(problem, &wishes) / WISH).max(0) as u64
}

/// Value of a mutual wish where nothing else counts, so that prices have small steps.
const WISH: i64 = 1_000;

/// Solves slot after slot anew, shaken by a little noise and a few exchanges, until the work is spent.
fn descend(schedule: &mut Schedule, mut exchange: Exchange, seed: u64, run: &mut Run) {
    let mut random = Random::new(seed ^ 0x5107);
    let mut best = schedule.clone();
    let start = run.work;
    let span = run.total.saturating_sub(start).max(1);
    while run.work < run.total && !run.stopped && !run.is_proven(&best) {
        let left = run.total - run.work;
        let noise = (NOISE as u128 * u128::from(left) / u128::from(span)) as i64;
        exchange.count_below(schedule);
        exchange.anneal(schedule, SHAKES, 16);
        run.work += SHAKES;
        for slot in 0..schedule.problem.slots {
            run.work += reoptimise(schedule, slot, noise, &mut random);
        }
        if schedule.value > best.value {
            best = schedule.clone();
        }
        run.report(Step::Reoptimise, &best);
    }
    *schedule = best;
}

/// Highest noise on weights, and exchanges before each round over the slots.
const NOISE: i64 = 100;
const SHAKES: u64 = 20_000;

/// The bound on score + 20,000 a wish + 3,000 a goal that prices prove.
fn total_bound(problem: &Problem, prices: &Prices) -> i64 {
    let plain = Aim { leximin: false, ..Aim::of(problem) };
    prices.bound(problem, &plain) - problem.quota_charge() - pin_bonus(problem)
}

fn pin_bonus(problem: &Problem) -> i64 {
    crate::problem::PINNED * problem.pairs.iter().filter(|p| p.pinned).count() as i64
}

/// What a run knows of itself.
struct Run<'o> {
    observer: &'o mut dyn Observer,
    bounds: Bounds,
    work: u64,
    total: u64,
    seed: u64,
    stopped: bool,
    /// Prices of slots, where people are there at different times and single slots can be solved exactly.
    slot_prices: Option<(Prices, Aim)>,
}

impl<'o> Run<'o> {
    /// Starts with the bounds of the first two levels, each on its own.
    fn new(problem: &Problem, options: &Options, observer: &'o mut dyn Observer) -> Run<'o> {
        let goals = problem.goal.iter().map(|&g| u64::from(g)).sum();
        let meetings = problem.cap.iter().map(|&cap| u64::from(cap)).sum::<u64>() / 2;
        let levels = MUTUAL * meetings as i64 + GOAL * goals as i64;
        let total = levels + i64::from(MOST_WEIGHT) * meetings as i64;
        let bounds = Bounds { mutual: meetings, goals, score: 0, total };
        let (total, seed) = (options.work, options.seed);
        let mut run = Run { observer, bounds, work: 0, total, seed, stopped: false, slot_prices: None };
        run.report(Step::Flow, &Schedule::empty(problem));
        let wishes = Aim { mutual: 1, ..Aim::NOTHING };
        run.bounds.mutual = relax(problem, &wishes).prices.bound(problem, &wishes).max(0) as u64;
        run
    }

    fn report(&mut self, step: Step, schedule: &Schedule) {
        let Levels { mutual, goals, score } = Levels::of(schedule);
        let (work, work_total) = (self.work, self.total);
        let progress =
            Progress { step, work, work_total, mutual, goals_filled: goals, score, bounds: self.bounds };
        self.stopped |= self.observer.progress(&progress) == Continue::Stop;
    }

    /// Searches for prices with a `share`-th of the whole work.
    fn search(&mut self, dual: &mut Tightening, share: u64, schedule: &Schedule) {
        let most = (self.total / share / dual.cost()).min(MOST_ROUNDS);
        let mut done = 0;
        while done < most && !self.stopped {
            let rounds = ROUNDS.min(most - done);
            let more = dual.run(rounds as u32);
            done += rounds;
            self.work += dual.cost() * rounds;
            self.report(Step::Bound, schedule);
            if !more {
                return;
            }
        }
    }

    /// Score of a schedule, and how much its total is below the bound.
    fn missing(&self, schedule: &Schedule) -> (i64, i64) {
        let levels = Levels::of(schedule);
        let plain = Aim { mutual: MUTUAL, goal: GOAL, ..Aim::NOTHING };
        (levels.score as i64, self.bounds.total - levels.value(&plain))
    }

    /// Whether people are available at such different times that slots need prices of their own.
    fn is_scattered(&self, schedule: &Schedule) -> bool {
        let (score, missing) = self.missing(schedule);
        missing * 100_000 > score * SCATTERED
    }

    /// Whether nothing on any level can be gained but by giving up more of another.
    fn is_proven(&self, schedule: &Schedule) -> bool {
        schedule.quota_holds(u64::MAX) && self.missing(schedule).1 <= 0
    }

    /// Few gaps; what fits in then is added.
    fn second_stage<'p>(&mut self, schedule: &Schedule<'p>) -> Schedule<'p> {
        if self.stopped {
            return schedule.clone();
        }
        let (seed, work) = (self.seed, self.total);
        let prices = self.slot_prices.take();
        let mut stop = || {
            self.report(Step::Finish, schedule);
            self.stopped
        };
        let mut moved = finish::fewer_gaps(schedule, seed, work, &mut stop);
        if let Some((prices, aim)) = prices {
            let good = good_slots(schedule.problem, &prices, &aim, REACH);
            moved = gaps::exchange_for_gaps(&moved, good, seed, work / GAPS_SHARE, &mut stop);
            moved = finish::fewer_gaps(&moved, seed.wrapping_add(1), work, &mut stop);
        }
        fill_up(&mut moved);
        moved
    }

    fn finish(mut self, schedule: &Schedule, conflict: Option<Conflict>) -> Solution {
        let problem = schedule.problem;
        let moves = if self.stopped { 0 } else { self.total / FAIRNESS_SHARE };
        let seed = self.seed;
        let schedule = &fairness::level_out(schedule, seed, moves, &mut || {
            self.report(Step::Exchange, schedule);
            self.stopped
        });
        let before = Figures::of(problem, &tables::assign(schedule));
        let schedule = &self.second_stage(schedule);
        let meetings = finish::with_tables(schedule);
        let figures = Figures::of(problem, &meetings);
        let mut minimum = None;
        if figures.goals_filled < figures.goals_total {
            let (bound, why) = minimum::examine(problem);
            self.bounds.goals = self.bounds.goals.min(bound);
            minimum = why;
        }
        let higher = MUTUAL * figures.mutual as i64 + GOAL * figures.goals_filled as i64;
        self.bounds.score = (self.bounds.total - higher).max(0) as u64;
        let conflict = conflict.or_else(|| demands::missed(schedule));
        // A total at its bound does not say that no level could be served better at the cost of others.
        let levels = figures.mutual >= self.bounds.mutual && figures.goals_filled >= self.bounds.goals;
        let finished = match (levels && self.is_proven(schedule) && conflict.is_none(), self.stopped) {
            (true, _) => Finished::Proven,
            (false, true) => Finished::Stopped,
            (false, false) => Finished::WorkSpent,
        };
        self.report(Step::Finish, schedule);
        let shortfalls = reasons::shortfalls(schedule);
        Solution { meetings, figures, before, bounds: self.bounds, shortfalls, conflict, minimum, finished }
    }
}
