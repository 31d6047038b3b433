//! The tests of the matching package, in one binary: everything through its public face. Steps that have none are tested
//! beside them.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod against_brute_force;
mod bad_input;
mod brute_force;
mod determinism;
mod fixed;
mod fixed_files;
mod fixed_small;
mod minimums;
mod mixed;
mod mixed_problems;
mod mixed_repairs;
mod pairs_by_rule;
mod pins_and_quota;
mod random_cases;
mod random_problems;
mod reasons;
mod repairs;
mod scoring;
mod scoring_texts;
#[cfg(not(feature = "sat"))]
mod without_sat;
