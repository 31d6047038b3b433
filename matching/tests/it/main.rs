//! Tests of the matching package: everything through its public face.

mod against_brute_force;
mod bad_input;
mod brute_force;
mod determinism;
mod pins_and_quota;
mod random_problems;
mod reasons;
mod repairs;
