//! A run: its budget of work, and who looks on.

use crate::alarm::Alarm;
use crate::model::ledger::Ledger;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;
use crate::model::standing::Standing;
use crate::options::{Enough, Options, Progress, Step};

/// The budget of a run, its observer, and the bounds it has proved so far.
pub(crate) struct Run<'a, 'o> {
    /// Asks the observer.
    pub alarm: &'a Alarm<'o>,
    pub seed: u64,
    /// Work units spent, of `budget`.
    pub work: u64,
    pub budget: u64,
    pub ledger: Ledger,
    /// The pairs that are worth an exchange whatever prices of one sum say: where a coverage is asked for, those near their price
    /// beside all levels. Empty where nothing is known.
    pub near: Vec<bool>,
    enough: Enough,
}

impl<'a, 'o> Run<'a, 'o> {
    /// A run that has done nothing yet.
    pub(crate) fn new(problem: &Problem, options: &Options, alarm: &'a Alarm<'o>) -> Run<'a, 'o> {
        let Options { seed, work: budget, enough } = *options;
        Run { alarm, seed, work: 0, budget, ledger: Ledger::new(problem), near: Vec::new(), enough }
    }

    /// Whether the observer wants the run to end.
    pub(crate) fn stopped(&self) -> bool {
        self.alarm.rang()
    }

    /// Whether what a schedule leaves open cannot matter.
    pub(crate) fn is_enough(&self, schedule: &Schedule) -> bool {
        self.ledger.is_within(schedule, self.enough)
    }

    /// Work that is left.
    pub(crate) fn left(&self) -> u64 {
        self.budget.saturating_sub(self.work)
    }

    /// Shows the observer how far the run is; `schedule` is the incumbent.
    pub(crate) fn report(&mut self, step: Step, schedule: &Schedule) {
        let standing = Standing::of(schedule);
        self.ledger.bounds.score = self.ledger.score_bound(&standing);
        let Standing { mutual, goals, score, .. } = standing;
        let progress = Progress {
            step,
            work: self.work,
            work_total: self.budget,
            mutual,
            goals_filled: goals,
            score,
            bounds: self.ledger.bounds,
        };
        self.alarm.show(progress);
    }

    /// [`Run::report`] as a question: whether the run is to end.
    pub(crate) fn is_stopped_at(&mut self, step: Step, schedule: &Schedule) -> bool {
        self.report(step, schedule);
        self.stopped()
    }
}
