//! The bounds that a run has proved so far, and how far a schedule is from them.

use crate::model::input::MOST_WEIGHT;
use crate::model::levels::Levels;
use crate::model::problem::{GOAL, MUTUAL, Problem};
use crate::model::schedule::Schedule;
use crate::model::solution::Bounds;
use crate::model::standing::Standing;
use crate::options::Enough;

/// Bounds of all schedules of a problem; they only ever fall.
pub(crate) struct Ledger {
    pub bounds: Bounds,
    /// Whether a bound on the total was proved that is more than plain.
    has_total: bool,
    /// The most on each level of plans that reach what stands here on those before it.
    in_order: Option<Standing>,
    /// The most score of plans that reach what stands here on the other levels.
    beside: Option<Standing>,
}

impl Ledger {
    /// What is plain of any schedule: everybody at their cap, each meeting a wish of the highest weight.
    pub(crate) fn new(problem: &Problem) -> Ledger {
        let goals = problem.goal.iter().map(|&g| u64::from(g)).sum();
        let meetings = problem.cap.iter().map(|&cap| u64::from(cap)).sum::<u64>() / 2;
        let score = i64::from(MOST_WEIGHT) * meetings as i64;
        let total = MUTUAL * meetings as i64 + GOAL * goals as i64 + score;
        let bounds = Bounds { units: problem.units_asked(), mutual: meetings, goals, score: 0, total };
        Ledger { bounds, has_total: false, in_order: None, beside: None }
    }

    /// The most score there can be with as much on each other level; 0 while nothing is proved.
    pub(crate) fn score_bound(&self, standing: &Standing) -> u64 {
        let above = MUTUAL * standing.mutual as i64 + GOAL * standing.goals as i64;
        let of_total = self.has_total.then_some((self.bounds.total - above).max(0) as u64);
        let reached = [&self.in_order, &self.beside].into_iter().flatten();
        let beside = reached.filter(|known| standing.reaches(known)).map(|known| known.score);
        beside.chain(of_total).min().unwrap_or(0)
    }

    /// Takes over bounds of the levels in order: each is of plans that reach those before it.
    pub(crate) fn bound_in_order(&mut self, most: Standing) {
        self.bounds.units = self.bounds.units.min(most.units);
        if self.bounds.units == 0 {
            self.bound_mutual(most.mutual);
        }
        self.in_order = Some(most);
    }

    /// Takes over what is known of the wishes beside so many filled units, and of the goals beside both.
    pub(crate) fn bound_beside(&mut self, reached: &Standing) {
        let Some(most) = self.in_order.clone().filter(|most| reached.units >= most.units) else { return };
        self.bound_mutual(most.mutual);
        if reached.mutual >= most.mutual {
            self.bound_goals(most.goals);
        }
    }

    /// Takes over a bound on the score of plans that reach as much on the other levels.
    pub(crate) fn bound_score_beside(&mut self, most: Standing) {
        self.beside = Some(most);
    }

    /// Whether a schedule has all wishes and goals, shared out as fairly as can be, and lacks no more points than are said to be
    /// enough.
    pub(crate) fn is_within(&self, schedule: &Schedule, enough: Enough) -> bool {
        let standing = Standing::of(schedule);
        let left = enough.of(standing.score);
        let in_order = |most: &Standing| standing.reaches(most) && standing.score + left >= most.score;
        let all: u64 = schedule.problem.goal.iter().map(|&goal| u64::from(goal)).sum();
        let above = standing.units >= self.bounds.units && standing.mutual >= self.bounds.mutual;
        let served = above && standing.goals == all;
        let in_sum = served && self.has_total && self.gap(schedule) <= left as i64;
        schedule.quotas_hold() && (in_sum || self.in_order.as_ref().is_some_and(in_order))
    }

    /// Whether a schedule is proved to be the best on all levels in their order.
    pub(crate) fn is_best(&self, schedule: &Schedule) -> bool {
        self.is_within(schedule, Enough::NOTHING)
    }

    /// Takes over a bound on the mutual wishes.
    pub(crate) fn bound_mutual(&mut self, mutual: u64) {
        self.bounds.mutual = self.bounds.mutual.min(mutual);
    }

    /// Takes over a bound on the filled goals.
    pub(crate) fn bound_goals(&mut self, goals: u64) {
        self.bounds.goals = self.bounds.goals.min(goals);
    }

    /// Takes over a bound on the total.
    pub(crate) fn bound_total(&mut self, total: i64) {
        self.has_total = true;
        self.bounds.total = self.bounds.total.min(total);
    }

    /// Takes over a bound that is proved of all schedules with a greater total than this one.
    pub(crate) fn bound_better_than(&mut self, schedule: &Schedule, total: i64) {
        self.bound_total(total.max(Levels::of(schedule).total()));
    }

    /// How much the total of a schedule is below its bound.
    pub(crate) fn gap(&self, schedule: &Schedule) -> i64 {
        self.bounds.total - Levels::of(schedule).total()
    }

    /// Whether a schedule fills fewer units or goals or meets fewer wishes than the bounds allow.
    pub(crate) fn misses_levels(&self, schedule: &Schedule) -> bool {
        let levels = Levels::of(schedule);
        let above = levels.mutual < self.bounds.mutual || schedule.units() < self.bounds.units;
        above || levels.goals < self.bounds.goals
    }
}
