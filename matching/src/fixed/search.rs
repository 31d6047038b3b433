//! The whole run: first slots, fewer gaps, proof.

use super::anneal::anneal;
use super::board::{Board, NONE};
use super::bound::plain_conflict;
use super::place::{eject, place_open};
use super::problem::{
    FixedConflict, FixedOptions, FixedOutcome, FixedProblem, FixedProgress, ProblemError, Status,
};
use super::proof::{self, gaps_of};
use crate::algorithms::random::Random;
use crate::tuning::fixed::{COOLING, PLACING_SHARE};

/// Gives every meeting a slot so that people have few gaps. The answer keeps every rule, or its status says
/// what is missing. `stop` is called between units of work with the progress of the run; when it says `true`
/// the best so far is returned.
///
/// # Errors
/// A problem that contradicts itself ([`FixedProblem::check`]). A demand that cannot be met is not an error
/// but [`Status::Infeasible`].
pub fn fewest_gaps(
    problem: &FixedProblem,
    options: &FixedOptions,
    stop: &mut dyn FnMut(&FixedProgress) -> bool,
) -> Result<FixedOutcome, ProblemError> {
    problem.check()?;
    let mut run = FixedRun {
        problem,
        random: Random::new(options.seed),
        board: Board::new(problem),
        work: 0,
        stopped: false,
    };
    if let Some(conflict) = run.place(options.work / PLACING_SHARE, stop) {
        return Ok(run.outcome(0, Some(conflict)));
    }
    run.improve(options.work, stop);
    let (lower_bound, conflict) = run.prove(options.proof_work, stop);
    Ok(run.outcome(lower_bound, conflict))
}

/// A run and where it stands.
struct FixedRun<'a> {
    problem: &'a FixedProblem,
    random: Random,
    board: Board<'a>,
    work: u64,
    stopped: bool,
}

impl FixedRun<'_> {
    /// Places all meetings, or as many as it can; says why not all can be placed if that is plain.
    fn place(&mut self, work: u64, stop: &mut dyn FnMut(&FixedProgress) -> bool) -> Option<FixedConflict> {
        self.work += place_open(&mut self.board);
        if self.board.unplaced.is_empty() {
            return None;
        }
        if let Some(conflict) = plain_conflict(self.problem) {
            return Some(conflict);
        }
        let before = self.work;
        let mut stopped = false;
        self.work += eject(&mut self.board, &mut self.random, work, &mut |board, used| {
            stopped = stop(&progress(board, 0, before + used));
            stopped
        });
        self.stopped = stopped;
        None
    }

    /// Anneals with what is left of the work, until nobody has a gap.
    fn improve(&mut self, work: u64, stop: &mut dyn FnMut(&FixedProgress) -> bool) {
        if self.stopped {
            return;
        }
        let before = self.work;
        let mut stopped = false;
        let left = work.saturating_sub(before);
        self.work += anneal(&mut self.board, &mut self.random, COOLING, left, &mut |board, used| {
            stopped = stop(&progress(board, 0, before + used));
            stopped
        });
        self.stopped = stopped;
    }

    /// The bound that could be proved, and why there is no schedule if that was. A better schedule that the
    /// proof came upon is taken over.
    fn prove(
        &mut self,
        work: u64,
        stop: &mut dyn FnMut(&FixedProgress) -> bool,
    ) -> (u64, Option<FixedConflict>) {
        let known = self.is_whole().then(|| self.board.gaps());
        if self.stopped || work == 0 || known == Some(0) || !proof::within_reach(self.problem) {
            return (0, None);
        }
        let (before, shown) = (self.work, progress(&self.board, 0, 0));
        let proof = proof::prove(self.problem, known, work, &mut |lower_bound, used| {
            stop(&FixedProgress { lower_bound, work: before + used, ..shown })
        });
        self.work += proof.work;
        if let Some(schedule) = proof.schedule {
            self.board.restore(&schedule);
        }
        (proof.lower_bound, proof.conflict)
    }

    /// Whether every meeting has a slot and people's gaps differ by no more than is fair.
    fn is_whole(&self) -> bool {
        if !self.board.unplaced.is_empty() {
            return false;
        }
        let Some(fairness) = self.problem.fairness else {
            return true;
        };
        let gaps = gaps_of(self.problem, &self.board.slot);
        let most = gaps.iter().max().copied().unwrap_or(0);
        most - gaps.iter().min().copied().unwrap_or(0) <= fairness
    }

    fn outcome(&self, lower_bound: u64, conflict: Option<FixedConflict>) -> FixedOutcome {
        let gaps = self.board.gaps();
        let status = match conflict {
            Some(conflict) => Status::Infeasible(conflict),
            None if !self.is_whole() => Status::Unknown,
            None if gaps <= lower_bound => Status::Optimal,
            None => Status::Feasible,
        };
        FixedOutcome {
            slots: self.board.slot.iter().map(|&slot| (slot != NONE).then_some(slot)).collect(),
            gaps,
            lower_bound,
            status,
            work: self.work,
        }
    }
}

fn progress(board: &Board, lower_bound: u64, work: u64) -> FixedProgress {
    FixedProgress { gaps: board.gaps(), lower_bound, unplaced: board.unplaced.len(), work }
}
