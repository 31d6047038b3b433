//! What a run knows of itself: its budget, its bounds, who looks on.

use crate::bound::{Aim, Prices};
use crate::levels::Levels;
use crate::options::{Continue, Observer, Options, Progress, Step};
use crate::problem::{GOAL, MOST_WEIGHT, MUTUAL, Problem};
use crate::schedule::Schedule;
use crate::solution::Bounds;
use crate::tighten::Tightening;

/// A schedule whose gap is above this many hundred-thousandths of its score suffers from people being available at
/// different times: slots need prices of their own.
const SCATTERED: i64 = 400;

/// Rounds of the price search between two reports, and most of them.
const ROUNDS: u64 = 100;
const MOST_ROUNDS: u64 = 3_000;

pub(crate) struct Run<'o> {
    observer: &'o mut dyn Observer,
    pub bounds: Bounds,
    pub work: u64,
    pub total: u64,
    pub seed: u64,
    pub stopped: bool,
    /// The bound on the total before anything was proved.
    coarse: i64,
    /// Prices of slots, where people are there at different times and single slots can be solved exactly.
    pub slot_prices: Option<(Prices, Aim)>,
}

impl<'o> Run<'o> {
    /// Starts with what is plain of any schedule: everybody at their cap, each meeting a wish of the highest weight.
    pub(crate) fn new(problem: &Problem, options: &Options, observer: &'o mut dyn Observer) -> Run<'o> {
        let goals = problem.goal.iter().map(|&g| u64::from(g)).sum();
        let meetings = problem.cap.iter().map(|&cap| u64::from(cap)).sum::<u64>() / 2;
        let levels = MUTUAL * meetings as i64 + GOAL * goals as i64;
        let coarse = levels + i64::from(MOST_WEIGHT) * meetings as i64;
        let bounds = Bounds { mutual: meetings, goals, score: 0, total: coarse };
        let Options { seed, work: total } = *options;
        Run { observer, bounds, work: 0, total, seed, stopped: false, coarse, slot_prices: None }
    }

    /// Work that is left.
    pub(crate) fn left(&self) -> u64 {
        self.total.saturating_sub(self.work)
    }

    pub(crate) fn report(&mut self, step: Step, schedule: &Schedule) {
        let levels = Levels::of(schedule);
        self.bounds.score = self.score_bound(&levels);
        let Levels { mutual, goals, score } = levels;
        let (work, work_total) = (self.work, self.total);
        let progress =
            Progress { step, work, work_total, mutual, goals_filled: goals, score, bounds: self.bounds };
        self.stopped |= self.observer.progress(&progress) == Continue::Stop;
    }

    /// The most score there can be with as many wishes and filled goals; 0 while nothing is proved.
    pub(crate) fn score_bound(&self, levels: &Levels) -> u64 {
        if self.bounds.total == self.coarse {
            return 0;
        }
        let higher = MUTUAL * levels.mutual as i64 + GOAL * levels.goals as i64;
        (self.bounds.total - higher).max(0) as u64
    }

    /// Searches for prices with a `share`-th of the whole work.
    pub(crate) fn search(&mut self, dual: &mut Tightening, share: u64, schedule: &Schedule) {
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

    /// Takes over a bound that is proved of all schedules with a greater total than this one.
    pub(crate) fn bound_better_ones(&mut self, schedule: &Schedule, total: i64) {
        let own = self.bounds.total - self.missing(schedule).1;
        self.bounds.total = self.bounds.total.min(total.max(own));
    }

    /// Score of a schedule, and how much its total is below the bound.
    pub(crate) fn missing(&self, schedule: &Schedule) -> (i64, i64) {
        let levels = Levels::of(schedule);
        let plain = Aim { mutual: MUTUAL, goal: GOAL, ..Aim::NOTHING };
        (levels.score as i64, self.bounds.total - levels.value(&plain))
    }

    /// Whether a schedule meets fewer wishes or fills fewer goals than the bounds allow.
    pub(crate) fn misses_levels(&self, schedule: &Schedule) -> bool {
        let levels = Levels::of(schedule);
        levels.mutual < self.bounds.mutual || levels.goals < self.bounds.goals
    }

    /// Whether people are available at such different times that slots need prices of their own.
    pub(crate) fn is_scattered(&self, schedule: &Schedule) -> bool {
        let (score, missing) = self.missing(schedule);
        i128::from(missing) * 100_000 > i128::from(score) * i128::from(SCATTERED)
    }

    /// Whether nothing on any level can be gained but by giving up more of another.
    pub(crate) fn is_proven(&self, schedule: &Schedule) -> bool {
        schedule.quota_holds(u64::MAX) && self.missing(schedule).1 <= 0
    }
}
