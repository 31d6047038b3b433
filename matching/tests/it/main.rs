//! The tests of the matching package, in one binary: everything through its public face. Steps that have none are tested
//! beside them.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod against_oracle;
mod bad_input;
mod comfort;
mod coverage;
mod determinism;
mod exact_levels;
mod fairness;
mod figures;
mod fixed;
mod fixed_files;
mod fixed_small;
mod interpreters;
mod minimums;
mod mixed;
mod mixed_problems;
mod mixed_repairs;
mod oracle;
mod own_hours;
mod pairs_by_rule;
mod pins_and_quota;
mod random_cases;
mod random_problems;
mod reasons;
mod remedies;
mod repairs;
mod rescues;
mod scoring;
mod scoring_events;
mod scoring_points;
mod scoring_texts;
mod stopping;
#[cfg(not(feature = "sat"))]
mod without_sat;
