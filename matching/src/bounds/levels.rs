//! What no schedule can exceed, level by level, as far as a run proves it with prices.
//!
//! Each level has a bound of its own from a relaxation in which nothing else counts. The bound on all of them together is
//! the least of several, each true by itself: at the prices that the start was found with, at those of the plain sum of the
//! levels where not all goals can be filled, and at prices of slots where people are there at different times.

use crate::alarm::Alarm;
use crate::bounds::columns;
use crate::bounds::prices::Prices;
use crate::bounds::quota_price;
use crate::bounds::relaxation::relax;
use crate::bounds::subgradient::DualSearch;
use crate::model::input::Request;
use crate::model::levels::Levels;
use crate::model::objective::Objective;
use crate::model::problem::{GOAL, MUTUAL, PINNED, Problem};
use crate::model::quotas::QuotaPrices;
use crate::model::schedule::Schedule;
use crate::options::Step;
use crate::run::Run;
use crate::tuning::levels::{
    CHEAP_MUTUAL, HARD_SCALE, LISTINGS, MOST_ROUNDS, ROUNDS, SOFT_GOAL, SOFT_MUTUAL, WISH,
};
use crate::tuning::shares::{CHEAP_SHARE, HARD_SHARE, LISTING_SHARE, SOFT_SHARE, WISHES_SHARE};

/// Prices that include those of slots, and what they are prices of.
pub(crate) struct SlotPrices {
    pub prices: Prices,
    pub objective: Objective,
    /// What every plan that keeps the quotas earns by the objective's prices of it.
    charge: i64,
}

/// The bound on the mutual wishes from the relaxation without slots.
pub(crate) fn most_wishes(problem: &Problem, alarm: &Alarm) -> u64 {
    let wishes = Objective { mutual: 1, ..Objective::NOTHING };
    relax(problem, &wishes, alarm).prices.bound(problem, &wishes).max(0) as u64
}

/// The bound on score + 20,000 a wish + 3,000 a goal that prices prove.
pub(crate) fn total_bound(problem: &Problem, prices: &Prices) -> i64 {
    prices.bound(problem, &Objective::of_levels(problem)) - problem.quota_prices.charge - pin_bonus(problem)
}

/// The sum of the levels with wishes and goals that do not drown the weights, at the prices of the quotas beside that sum; and
/// what every plan that keeps the quotas earns at these at least.
pub(crate) fn softened(problem: &Problem, alarm: &Alarm) -> (Objective, i64) {
    let soft = Objective { mutual: SOFT_MUTUAL, goal: SOFT_GOAL, ..Objective::of_levels(problem) };
    match quota_price::beside(problem, &soft, alarm) {
        Some(QuotaPrices { crossing, other, charge }) => (Objective { crossing, other, ..soft }, charge),
        None => (soft, problem.quota_prices.charge),
    }
}

/// What kept pins add to the value of a schedule.
pub(crate) fn pin_bonus(problem: &Problem) -> i64 {
    PINNED * problem.pairs.iter().filter(|p| p.pinned).count() as i64
}

/// Tighter bounds where a schedule leaves goals open: the order among the meetings of a goal, which the first prices
/// serve, is worth nothing to the sum of the levels.
pub(crate) fn bound_open_goals(problem: &Problem, schedule: &Schedule, run: &mut Run) {
    let levels = Levels::of(schedule);
    if levels.goals >= run.ledger.bounds.goals {
        return;
    }
    let goals = Objective { goal: 1, ..Objective::NOTHING };
    run.ledger.bound_goals(bound_of(problem, &goals, run.alarm));
    let prices = relax(problem, &Objective::of_levels(problem), run.alarm).prices;
    run.ledger.bound_total(total_bound(problem, &prices));
}

/// The bound on the goals that schedules with as many mutual wishes can fill.
pub(crate) fn bound_goals_beside_wishes(problem: &Problem, levels: &Levels, run: &mut Run) {
    if levels.goals >= run.ledger.bounds.goals {
        return;
    }
    // A wish that outweighs every goal its two people could give up for it, on the way through all the others.
    let wish = 8 * WISH;
    let objective = Objective { mutual: wish, goal: 1, ..Objective::NOTHING };
    let beside = bound_of(problem, &objective, run.alarm).saturating_sub(wish as u64 * levels.mutual);
    run.ledger.bound_goals(beside.max(levels.goals));
}

fn bound_of(problem: &Problem, objective: &Objective, alarm: &Alarm) -> u64 {
    relax(problem, objective, alarm).prices.bound(problem, objective).max(0) as u64
}

/// Lower bounds where availability differs, by a search for prices of slots; the best prices are returned for the search of
/// schedules.
pub(crate) fn price_slots(schedule: &Schedule, run: &mut Run) -> SlotPrices {
    let problem = schedule.problem;
    let soft = softened(problem, run.alarm);
    let best = priced(problem, soft, SOFT_SHARE, schedule, run);
    let wishes = wishes_bound(schedule, run);
    run.ledger.bound_mutual(wishes);
    let open = Levels::of(schedule).goals < run.ledger.bounds.goals;
    let total = total_bound_of(&best, problem, run, open.then_some(schedule));
    // Only for the bound: at these prices the last wishes would not be worth a try.
    let cheap = (Objective { mutual: CHEAP_MUTUAL, ..soft.0 }, soft.1);
    let cheap = priced(problem, cheap, CHEAP_SHARE, schedule, run);
    let cheaper = total_bound_of(&cheap, problem, run, None);
    run.ledger.bound_total(total.min(cheaper));
    if problem.rule.is_some() {
        let SlotPrices { prices, objective, charge } = if cheaper < total { &cheap } else { &best };
        let (listed, prices) =
            list_by_price(problem, prices.clone(), objective, LISTING_SHARE, schedule, run);
        let prices = SlotPrices { prices, objective: *objective, charge: *charge };
        let listed = total_bound_of(&prices, &listed, run, None);
        run.ledger.bound_total(listed);
    }
    best
}

/// Prices for an objective, from a start of their own, so that what was done before cannot make them worse.
fn priced(
    problem: &Problem,
    (objective, charge): (Objective, i64),
    share: u64,
    schedule: &Schedule,
    run: &mut Run,
) -> SlotPrices {
    let mut dual = DualSearch::new(problem, objective, &relax(problem, &objective, run.alarm).prices);
    ascend(run, &mut dual, share, schedule);
    SlotPrices { prices: dual.best, objective, charge }
}

/// Lists the pairs of a rule that pay at prices of slots, and seeks better prices with them, in turn. Each search may take
/// a `share`-th of the work of the run.
pub(crate) fn list_by_price(
    problem: &Problem,
    mut prices: Prices,
    objective: &Objective,
    share: u64,
    schedule: &Schedule,
    run: &mut Run,
) -> (Problem, Prices) {
    let mut listed = problem.clone();
    for _ in 0..LISTINGS {
        let mut dual = DualSearch::new(&listed, *objective, &prices);
        ascend(run, &mut dual, share, schedule);
        prices = dual.best;
        if run.stopped() {
            break;
        }
        match columns::with_paying(&listed, &prices, objective) {
            Some(more) => listed = more,
            None => break,
        }
    }
    (listed, prices)
}

/// The bound on the total that prices for a soft objective prove: what wishes and goals count beyond it is added at the bounds
/// of their own levels; where goals stay open, at one of both together.
fn total_bound_of(
    slot_prices: &SlotPrices,
    problem: &Problem,
    run: &mut Run,
    open: Option<&Schedule>,
) -> i64 {
    let SlotPrices { prices, objective, charge } = slot_prices;
    let softened = prices.bound(problem, objective) - charge;
    let (wish, goal) = (MUTUAL - objective.mutual, GOAL - objective.goal);
    let mut hardened = wish * run.ledger.bounds.mutual as i64 + goal * run.ledger.bounds.goals as i64;
    if let Some(schedule) = open {
        let hard = Objective { mutual: wish / HARD_SCALE, goal: goal / HARD_SCALE, ..Objective::NOTHING };
        let mut dual = DualSearch::new(problem, hard, &relax(problem, &hard, run.alarm).prices);
        ascend(run, &mut dual, HARD_SHARE, schedule);
        hardened = hardened.min(HARD_SCALE * (dual.best.bound(problem, &hard) + 1));
    }
    softened + hardened - pin_bonus(problem)
}

/// The bound on the wishes alone, and on those of plans that keep the quotas where these cost wishes.
fn wishes_bound(schedule: &Schedule, run: &mut Run) -> u64 {
    let alone = wishes_beside(QuotaPrices::default(), schedule, run);
    let prices = quota_price::of_wishes(schedule.problem, WISH, run.alarm);
    prices.map_or(alone, |prices| alone.min(wishes_beside(prices, schedule, run)))
}

/// The bound on the wishes at some prices of the quotas. Pairs that nobody wished for are worth nothing to it and stay out of the
/// search: at prices of at least 0 they take nothing, so that what is proved without them holds for all.
fn wishes_beside(quotas: QuotaPrices, schedule: &Schedule, run: &mut Run) -> u64 {
    let problem = schedule.problem;
    let QuotaPrices { crossing, other, charge } = quotas;
    let wishes = Objective { mutual: WISH, crossing, other, ..Objective::NOTHING };
    let wished = problem.with_pairs(|p| p.request == Request::Mutual);
    let mut search = DualSearch::new(&wished, wishes, &relax(&wished, &wishes, run.alarm).prices);
    ascend(run, &mut search, WISHES_SHARE, schedule);
    search.best.person.iter_mut().for_each(|price| *price = (*price).max(0));
    ((search.best.bound(problem, &wishes) - charge) / WISH).max(0) as u64
}

/// Searches for prices with a `share`-th of the whole work.
fn ascend(run: &mut Run, dual: &mut DualSearch, share: u64, schedule: &Schedule) {
    let most = (run.budget / share / dual.cost()).min(MOST_ROUNDS);
    let mut done = 0;
    while done < most && !run.stopped() {
        let rounds = ROUNDS.min(most - done);
        let more = dual.run(rounds as u32, run.alarm);
        done += rounds;
        run.work += dual.cost() * rounds;
        run.report(Step::Bound, schedule);
        if !more {
            return;
        }
    }
}
