//! The bounds that a run has proved so far, and how far a schedule is from them.

use crate::model::input::MOST_WEIGHT;
use crate::model::levels::Levels;
use crate::model::problem::{GOAL, MUTUAL, Problem};
use crate::model::schedule::Schedule;
use crate::model::solution::Bounds;

/// Bounds of all schedules of a problem; they only ever fall.
pub(crate) struct Ledger {
    pub bounds: Bounds,
    /// Whether a bound on the total was proved that is more than plain.
    has_total: bool,
}

impl Ledger {
    /// What is plain of any schedule: everybody at their cap, each meeting a wish of the highest weight.
    pub(crate) fn new(problem: &Problem) -> Ledger {
        let goals = problem.goal.iter().map(|&g| u64::from(g)).sum();
        let meetings = problem.cap.iter().map(|&cap| u64::from(cap)).sum::<u64>() / 2;
        let score = i64::from(MOST_WEIGHT) * meetings as i64;
        let total = MUTUAL * meetings as i64 + GOAL * goals as i64 + score;
        Ledger { bounds: Bounds { mutual: meetings, goals, score: 0, total }, has_total: false }
    }

    /// The most score there can be with as many wishes and filled goals; 0 while nothing is proved.
    pub(crate) fn score_bound(&self, levels: &Levels) -> u64 {
        if !self.has_total {
            return 0;
        }
        (self.bounds.total - levels.above_score()).max(0) as u64
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

    /// Whether a schedule meets fewer wishes or fills fewer goals than the bounds allow.
    pub(crate) fn misses_levels(&self, schedule: &Schedule) -> bool {
        let levels = Levels::of(schedule);
        levels.mutual < self.bounds.mutual || levels.goals < self.bounds.goals
    }

    /// Whether nothing on any level can be gained but by giving up more of another.
    pub(crate) fn is_optimal(&self, schedule: &Schedule) -> bool {
        schedule.quota_holds(u64::MAX) && self.gap(schedule) <= 0
    }
}
