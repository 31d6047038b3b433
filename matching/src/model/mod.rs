//! The matching problem and its answer: what is asked, what a schedule is, what counts, what may not be broken.
//!
//! Invariants of this room: it knows no algorithm, and nothing in it searches. A [`Problem`] is free of contradictions that
//! can be seen without solving it; a [`schedule::Schedule`] keeps every hard constraint at every moment; the checker shares
//! no code with the solver, so that a fault there cannot hide here.

pub(crate) mod calendar;
pub(crate) mod check;
pub(crate) mod coverage;
pub(crate) mod frozen;
pub(crate) mod input;
pub(crate) mod interpreting;
pub(crate) mod invalid;
pub(crate) mod ledger;
pub(crate) mod levels;
pub(crate) mod listing;
pub(crate) mod objective;
pub(crate) mod places;
pub(crate) mod problem;
pub(crate) mod quotas;
pub(crate) mod rule;
pub(crate) mod schedule;
pub(crate) mod slots;
pub(crate) mod solution;
pub(crate) mod standing;
