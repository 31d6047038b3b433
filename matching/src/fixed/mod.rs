//! Fixed meetings: all of them must be held; only their slots (and tables) are chosen, for few gaps.
//!
//! This is what an organiser gets who wants only accepted wishes scheduled, and the second stage of every
//! match round.

mod anneal;
mod board;
mod bound;
mod dzn;
mod place;
mod problem;
mod proof;
mod search;
mod tables;

pub use dzn::{DznError, PAPER_FAIRNESS, read_dzn, write_dzn};
pub use problem::{
    BreakRule, FixedConflict, FixedMeeting, FixedOptions, FixedOutcome, FixedProblem, FixedProgress,
    FixedSlot, MAX_COUNT, MOST_SLOTS, ProblemError, SlotSet, Status,
};
pub use search::fewest_gaps;
pub use tables::{TableError, TableOutcome, assign_tables};
