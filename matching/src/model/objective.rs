//! What is to be as large as possible: a weighted sum of the levels.

use crate::model::input::Request;
use crate::model::problem::{GOAL, MUTUAL, PINNED, Pair, Problem};
use crate::model::quotas::{MOST_QUOTAS, QuotaPrices, earned};

/// What is to be as large as possible: a weighted sum of the levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Objective {
    pub mutual: i64,
    pub goal: i64,
    /// The number of first meetings of each goal that count.
    pub first: u32,
    /// Prefer the first meetings of a goal to the later ones.
    pub leximin: bool,
    pub weight: i64,
    pub pin: i64,
    /// Reward of a crossing meeting and charge of one that is not, for each quota.
    pub crossing: [i64; MOST_QUOTAS],
    pub other: [i64; MOST_QUOTAS],
    /// What a filled unit of a coverage counts, for conditions alone ([`crate::exact`]).
    pub unit: i64,
}

impl Objective {
    /// Nothing counts.
    pub(crate) const NOTHING: Objective = Objective {
        mutual: 0,
        goal: 0,
        first: u32::MAX,
        leximin: false,
        weight: 0,
        pin: 0,
        crossing: [0; MOST_QUOTAS],
        other: [0; MOST_QUOTAS],
        unit: 0,
    };

    /// The engine's own value of a problem: see [`Pair::value`] and [`Problem::gain`].
    pub(crate) fn of(problem: &Problem) -> Objective {
        let QuotaPrices { crossing, other, .. } = problem.quota_prices;
        let levels = Objective { mutual: MUTUAL, goal: GOAL, leximin: true, weight: 1, ..Objective::NOTHING };
        Objective { pin: PINNED, crossing, other, ..levels }
    }

    /// The sum of the levels, without the order among the meetings of a goal.
    pub(crate) fn of_levels(problem: &Problem) -> Objective {
        Objective { leximin: false, ..Objective::of(problem) }
    }

    /// The same without pins and quotas.
    pub(crate) fn of_sum() -> Objective {
        Objective { mutual: MUTUAL, goal: GOAL, weight: 1, ..Objective::NOTHING }
    }

    /// What a pair counts for.
    pub(crate) fn value(&self, pair: &Pair) -> i64 {
        let mutual = if pair.request == Request::Mutual { self.mutual } else { 0 };
        let pin = if pair.pinned { self.pin } else { 0 };
        let quota = earned(&self.crossing, &self.other, pair.crossing);
        self.weight * i64::from(pair.weight) + mutual + pin + quota
    }

    /// What the `k`-th meeting (from 1) of a person counts for.
    pub(crate) fn gain(&self, problem: &Problem, person: usize, k: u32) -> i64 {
        if self.leximin {
            problem.gain(person, k)
        } else if k >= 1 && k <= problem.goal[person].min(self.first) {
            self.goal
        } else {
            0
        }
    }
}
