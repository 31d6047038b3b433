//! Chooses who meets whom, when and at which table, and proves how good the choice is.
//!
//! A value goes in ([`Input`], checked by [`Problem::new`]), a value comes out ([`Solution`]): no clock, no files, no
//! threads, integers only. The same problem and options give the same bytes on every machine.
//!
//! The run is a chain of steps, one file each: `flow` (whom each would meet if slots did not matter; the first bound),
//! `rounding`, `colouring` (slots), `bound` (a tighter bound where availability differs), `exchange` and `reoptimise`
//! (better pairs and slots), `unlisted` (pairs given by a rule), `finish` (few gaps and table changes, by the methods of [`fixed`]), `reasons`.

mod model;

mod options;
mod run;
mod solve;

mod algorithms;
mod bounds;
mod plan;
mod search;

pub mod fixed;
mod reasons;
mod repair;

pub mod samples;
pub mod scoring;

pub use algorithms::sat::HAS_SAT;
pub use model::check::{Breach, check};
pub use model::frozen::Frozen;
pub use model::input::{
    Input, MOST_PEOPLE, MOST_WEIGHT, PairInput, PersonInput, Pin, Quota, Request, SlotInput,
};
pub use model::invalid::Invalid;
pub use model::problem::Problem;
pub use model::rule::{Floor, PairRule};
pub use model::slots::MOST_SLOTS;
pub use model::solution::{
    Bounds, Conflict, Figures, Finished, Hindrance, Meeting, Reason, Shortfall, Solution,
};
pub use options::{Continue, Observer, Options, Progress, Step, Unobserved};
pub use plan::greedy::greedy;
pub use reasons::{why_short, why_short_beside};
pub use repair::{Change, Repaired, Tier, changes, repair, rescue};
pub use search::fairness::{Served, served};
pub use search::one_slot::slot_by_slot;
pub use solve::solve;
