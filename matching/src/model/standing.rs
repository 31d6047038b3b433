//! What a schedule reaches on every level in the order of docs/matching.md, fairness included: of two schedules the one with the
//! greater standing is better.

use crate::model::levels::Levels;
use crate::model::problem::Problem;
use crate::model::schedule::Schedule;

/// A standing; the order of the fields is that of the levels.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing {
    /// Filled units of a coverage.
    pub units: u64,
    pub mutual: u64,
    pub goals: u64,
    /// Everybody's first `k` meetings up to their goals, for each `k` from 1 to one less than the highest goal. Where all goals
    /// are filled they say nothing.
    pub first: Vec<u64>,
    pub score: u64,
}

impl Standing {
    pub(crate) fn of(schedule: &Schedule) -> Standing {
        let Levels { mutual, goals, score } = Levels::of(schedule);
        let first = first_meetings(schedule.problem, &schedule.degree);
        Standing { units: schedule.units(), mutual, goals, first, score }
    }

    /// Whether on each level before the score this one has at least as much.
    pub(crate) fn reaches(&self, other: &Standing) -> bool {
        let firsts = self.first.iter().zip(&other.first).all(|(mine, theirs)| mine >= theirs);
        let above = self.units >= other.units && self.mutual >= other.mutual;
        above && self.goals >= other.goals && firsts
    }
}

/// The sums of everybody's first meetings, from one to one less than the highest goal.
fn first_meetings(problem: &Problem, degree: &[u32]) -> Vec<u64> {
    let highest = problem.goal.iter().copied().max().unwrap_or(0);
    let sum = |k: u32| degree.iter().zip(&problem.goal).map(|(d, g)| u64::from(*d.min(g).min(&k))).sum();
    (1..highest).map(sum).collect()
}
