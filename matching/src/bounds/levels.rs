//! What no schedule can exceed, level by level, as far as a run proves it with prices.
//!
//! Each level has a bound of its own from a relaxation in which nothing else counts. The bound on all of them together is
//! the least of several, each true by itself: at the prices that the start was found with, at those of the plain sum of the
//! levels where not all goals can be filled, and at prices of slots where people are there at different times.

use crate::bounds::columns;
use crate::bounds::prices::Prices;
use crate::bounds::relaxation::relax;
use crate::bounds::subgradient::Tightening;
use crate::model::input::Request;
use crate::model::levels::Levels;
use crate::model::objective::Aim;
use crate::model::problem::{GOAL, MUTUAL, PINNED, Problem};
use crate::model::schedule::Schedule;
use crate::options::Step;
use crate::run::Run;

/// Values of a mutual wish and of a filled goal while prices are sought: high enough to be served first in the
/// relaxation, low enough not to drown the weights.
const SOFT_MUTUAL: i64 = 3_000;
const SOFT_GOAL: i64 = 1_500;
/// A second value of a mutual wish, nearer to what the last one costs in weight: where the prices of slots leave half a wish
/// more than the bound on the wishes, that half counts only so much.
const CHEAP_MUTUAL: i64 = 700;

/// Value of a mutual wish where nothing else counts, so that prices have small steps.
const WISH: i64 = 1_000;

/// What the first levels are worth beside the soft aim, on a scale that leaves prices small steps.
const HARD_SCALE: i64 = 10;

/// Prices that include those of slots, and what they are prices of.
pub(crate) struct SlotPrices {
    pub prices: Prices,
    pub aim: Aim,
}

/// The bound on the mutual wishes from the relaxation without slots.
pub(crate) fn most_wishes(problem: &Problem) -> u64 {
    let wishes = Aim { mutual: 1, ..Aim::NOTHING };
    relax(problem, &wishes).prices.bound(problem, &wishes).max(0) as u64
}

/// The bound on score + 20,000 a wish + 3,000 a goal that prices prove.
pub(crate) fn total_bound(problem: &Problem, prices: &Prices) -> i64 {
    prices.bound(problem, &Aim::of_levels(problem)) - problem.quota_charge() - pin_bonus(problem)
}

pub(crate) fn soft_aim(problem: &Problem) -> Aim {
    Aim { mutual: SOFT_MUTUAL, goal: SOFT_GOAL, ..Aim::of_levels(problem) }
}

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
    let goals = Aim { goal: 1, ..Aim::NOTHING };
    run.ledger.bound_goals(bound_of(problem, &goals));
    let prices = relax(problem, &Aim::of_levels(problem)).prices;
    run.ledger.bound_total(total_bound(problem, &prices));
}

/// The bound on the goals that schedules with as many mutual wishes can fill.
pub(crate) fn bound_goals_beside_wishes(problem: &Problem, levels: &Levels, run: &mut Run) {
    if levels.goals >= run.ledger.bounds.goals {
        return;
    }
    // A wish that outweighs every goal its two people could give up for it, on the way through all the others.
    let wish = 8 * WISH;
    let aim = Aim { mutual: wish, goal: 1, ..Aim::NOTHING };
    let beside = bound_of(problem, &aim).saturating_sub(wish as u64 * levels.mutual);
    run.ledger.bound_goals(beside.max(levels.goals));
}

fn bound_of(problem: &Problem, aim: &Aim) -> u64 {
    relax(problem, aim).prices.bound(problem, aim).max(0) as u64
}

/// Better prices and bounds where availability differs, by a search for prices of slots. The best
/// prices, for the search to use.
pub(crate) fn price_slots(schedule: &Schedule, run: &mut Run) -> SlotPrices {
    let problem = schedule.problem;
    let soft = soft_aim(problem);
    let best = priced(problem, soft, 4, schedule, run);
    let wishes = wishes_bound(schedule, run);
    run.ledger.bound_mutual(wishes);
    let open = Levels::of(schedule).goals < run.ledger.bounds.goals;
    let total = beside(&best, problem, run, open.then_some(schedule));
    // Only for the bound: at these prices the last wishes would not be worth a try.
    let cheap = priced(problem, Aim { mutual: CHEAP_MUTUAL, ..soft }, 16, schedule, run);
    let cheaper = beside(&cheap, problem, run, None);
    run.ledger.bound_total(total.min(cheaper));
    if problem.rule.is_some() {
        let SlotPrices { prices, aim } = if cheaper < total { &cheap } else { &best };
        let (market, prices) = list_by_price(problem, prices.clone(), aim, 32, schedule, run);
        let listed = beside(&SlotPrices { prices, aim: *aim }, &market, run, None);
        run.ledger.bound_total(listed);
    }
    best
}

/// Prices for an aim, from a start of their own, so that what was done before cannot make them worse.
fn priced(problem: &Problem, aim: Aim, share: u64, schedule: &Schedule, run: &mut Run) -> SlotPrices {
    let mut dual = Tightening::new(problem, aim, &relax(problem, &aim).prices);
    ascend(run, &mut dual, share, schedule);
    SlotPrices { prices: dual.best, aim }
}

/// Times pairs are listed by prices of slots.
const LISTINGS: u32 = 4;

/// Lists the pairs of a rule that pay at prices of slots, and seeks better prices with them, in turn. Each search may take
/// a `share`-th of the work of the run.
pub(crate) fn list_by_price(
    problem: &Problem,
    mut prices: Prices,
    aim: &Aim,
    share: u64,
    schedule: &Schedule,
    run: &mut Run,
) -> (Problem, Prices) {
    let mut market = problem.clone();
    for _ in 0..LISTINGS {
        let mut dual = Tightening::new(&market, *aim, &prices);
        ascend(run, &mut dual, share, schedule);
        prices = dual.best;
        match columns::with_paying(&market, &prices, aim) {
            Some(more) => market = more,
            None => break,
        }
    }
    (market, prices)
}

/// The bound on the total that prices for a soft aim prove: what wishes and goals count beyond it is added at the bounds
/// of their own levels; where goals stay open, at one of both together.
fn beside(slot_prices: &SlotPrices, problem: &Problem, run: &mut Run, open: Option<&Schedule>) -> i64 {
    let SlotPrices { prices, aim } = slot_prices;
    let softened = prices.bound(problem, aim) - problem.quota_charge();
    let (wish, goal) = (MUTUAL - aim.mutual, GOAL - aim.goal);
    let mut hardened = wish * run.ledger.bounds.mutual as i64 + goal * run.ledger.bounds.goals as i64;
    if let Some(schedule) = open {
        let hard = Aim { mutual: wish / HARD_SCALE, goal: goal / HARD_SCALE, ..Aim::NOTHING };
        let mut dual = Tightening::new(problem, hard, &relax(problem, &hard).prices);
        ascend(run, &mut dual, 16, schedule);
        hardened = hardened.min(HARD_SCALE * (dual.best.bound(problem, &hard) + 1));
    }
    softened + hardened - pin_bonus(problem)
}

/// The bound on the wishes alone. Pairs that nobody wished for are worth nothing to it and stay out of the search: at
/// prices of at least 0 they take nothing, so that what is proved without them holds for all.
fn wishes_bound(schedule: &Schedule, run: &mut Run) -> u64 {
    let problem = schedule.problem;
    let wishes = Aim { mutual: WISH, ..Aim::NOTHING };
    let wished = problem.with_pairs(|p| p.request == Request::Mutual);
    let mut search = Tightening::new(&wished, wishes, &relax(&wished, &wishes).prices);
    ascend(run, &mut search, 8, schedule);
    search.best.person.iter_mut().for_each(|price| *price = (*price).max(0));
    (search.best.bound(problem, &wishes) / WISH).max(0) as u64
}

/// Rounds of the price search between two reports, and most of them.
const ROUNDS: u64 = 100;
const MOST_ROUNDS: u64 = 3_000;

/// Searches for prices with a `share`-th of the whole work.
fn ascend(run: &mut Run, dual: &mut Tightening, share: u64, schedule: &Schedule) {
    let most = (run.budget / share / dual.cost()).min(MOST_ROUNDS);
    let mut done = 0;
    while done < most && !run.stopped {
        let rounds = ROUNDS.min(most - done);
        let more = dual.run(rounds as u32);
        done += rounds;
        run.work += dual.cost() * rounds;
        run.report(Step::Bound, schedule);
        if !more {
            return;
        }
    }
}
