//! The levels of a schedule in the order they are served, as plain counts.

use crate::model::input::Request;
use crate::model::problem::{GOAL, MUTUAL};
use crate::model::schedule::Schedule;

/// What a schedule reaches of wishes, goals and points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Levels {
    pub mutual: u64,
    pub goals: u64,
    pub score: u64,
}

impl Levels {
    pub(crate) fn of(schedule: &Schedule) -> Levels {
        let mut out = Levels { mutual: 0, goals: 0, score: 0 };
        for (k, _) in schedule.placed() {
            let p = schedule.pair(k);
            out.mutual += u64::from(p.request == Request::Mutual);
            out.score += u64::from(p.weight);
        }
        let filled = schedule.degree.iter().zip(&schedule.problem.goal).map(|(d, g)| u64::from(*d.min(g)));
        out.goals = filled.sum();
        out
    }

    /// The sum of the levels above the score, as they count in the total.
    pub(crate) fn above_score(&self) -> i64 {
        MUTUAL * self.mutual as i64 + GOAL * self.goals as i64
    }

    /// The levels as one number.
    pub(crate) fn total(&self) -> i64 {
        self.above_score() + self.score as i64
    }

    /// Whether no level is lower than there.
    pub(crate) fn keeps(&self, other: &Levels) -> bool {
        self.mutual >= other.mutual && self.goals >= other.goals && self.score >= other.score
    }
}
