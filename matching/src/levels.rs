//! The levels of a schedule in the order they are served, as plain counts.

use crate::bound::Aim;
use crate::input::Request;
use crate::schedule::Schedule;

/// What a schedule reaches on the first three levels.
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

    pub(crate) fn value(&self, aim: &Aim) -> i64 {
        aim.mutual * self.mutual as i64 + aim.goal * self.goals as i64 + self.score as i64
    }

    /// Whether no level is lower than there.
    pub(crate) fn keeps(&self, other: &Levels) -> bool {
        self.mutual >= other.mutual && self.goals >= other.goals && self.score >= other.score
    }
}
