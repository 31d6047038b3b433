//! Chooses who meets whom, when and at which table, and proves how good the choice is.
//!
//! A value goes in ([`Input`], checked by [`Problem::new`]), a value comes out ([`Solution`]): no clock, no files, no
//! threads, integers only. The same problem and options give the same bytes on every machine.
//!
//! The run is a chain of steps, one file each: `flow` (whom each would meet if slots did not matter; the first bound),
//! `rounding`, `colouring` (slots), `bound` (a tighter bound where availability differs), `exchange` and `reoptimise`
//! (better pairs and slots), `unlisted` (pairs given by a rule), `finish` (few gaps and table changes, by the methods of [`fixed`]), `reasons`.

mod baseline;
mod blossom;
mod bound;
mod chance;
mod check;
mod colouring;
mod demands;
mod exchange;
mod fairness;
mod feasible;
mod finish;
pub mod fixed;
mod flow;
mod gaps;
mod improve;
mod input;
mod invalid;
mod levels;
mod minimum;
mod options;
mod pins;
mod problem;
mod prove;
mod quota;
mod random;
mod reasons;
mod relaxation;
mod reoptimise;
mod repair;
mod rounding;
mod rule;
mod run;
pub mod samples;
mod sat;
mod schedule;
pub mod scoring;
mod solution;
mod solve;
mod tables;
mod tighten;
mod unlisted;
mod whole;

pub use baseline::{greedy, slot_by_slot};
pub use check::{Breach, check};
pub use fairness::{Served, served};
pub use input::{Input, PairInput, PersonInput, Pin, Quota, Request, SlotInput};
pub use invalid::Invalid;
pub use options::{Continue, Observer, Options, Progress, Step, Unobserved};
pub use problem::{MOST_PEOPLE, MOST_SLOTS, MOST_WEIGHT, Problem};
pub use reasons::{why_short, why_short_beside};
pub use repair::{Change, Frozen, Repaired, Tier, changes, repair, rescue};
pub use rule::{Floor, PairRule};
pub use sat::HAS_SAT;
pub use solution::{Bounds, Conflict, Figures, Finished, Hindrance, Meeting, Reason, Shortfall, Solution};
pub use solve::solve;
