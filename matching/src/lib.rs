//! Chooses who meets whom, when and at which table, and proves how good the choice is.
//!
//! A value goes in ([`Input`], checked by [`Problem::new`]), a value comes out ([`Solution`]): no clock, no files, no
//! threads, integers only. The same problem and options give the same bytes on every machine.
//!
//! The rooms, in the order in which they are best read:
//!
//! - `model`: the problem, a schedule, what counts, the checker. It knows no algorithm.
//! - `solve`: the steps of a run in order; `options`, `run` and `alarm`: its budget, who looks on, and how often they are
//!   asked; `tuning`: its constants.
//! - `algorithms`: flow, matching, annealing, chance; they know nothing of meetings.
//! - `bounds`: prices and what they prove: relaxation, column generation, subgradient search, integral optimum.
//! - `exact`: the levels in their order by linear programs with a price for each condition; small problems whole.
//! - `plan`: from chosen pairs to slots and tables; pins, the quotas and their contradictions.
//! - `search`: exchanges and single slots; fairness and gaps.
//! - [`fixed`]: meetings that must all be held, of which only slots and tables are chosen.
//! - `reasons` and `judge`: what is true of any plan, solved, repaired or made by hand.
//! - `obstacles`: why not everybody can meet enough people of each other group.
//! - `remedies`: what would let more people reach their minimum: tables, slots, no quotas.
//! - `repair`: an announced schedule after a change.
//! - [`samples`]: made-up events. [`scoring`]: what a pair is worth; it stands by itself.
//!
//! docs/matching.md explains the method; each room says at its head which invariants bind it.

mod model;

mod alarm;
mod options;
mod run;
mod solve;
mod tuning;

mod algorithms;
mod bounds;
mod exact;
mod plan;
mod search;

pub mod fixed;
mod judge;
mod obstacles;
mod reasons;
mod remedies;
mod repair;

pub mod samples;
pub mod scoring;

pub use algorithms::sat::HAS_SAT;
pub use judge::{Judgement, judge};
pub use model::check::{Breach, check, covered};
pub use model::coverage::Coverage;
pub use model::frozen::Frozen;
pub use model::input::{
    Booth, Input, Interpreter, Interpreting, MOST_INTERPRETERS, MOST_PEOPLE, MOST_WEIGHT, PairInput,
    PersonInput, Pin, Request, SlotInput,
};
pub use model::invalid::Invalid;
pub use model::problem::Problem;
pub use model::quotas::{Crossing, Crossings, MOST_QUOTAS, Quota};
pub use model::rule::{Floor, PairRule};
pub use model::slots::MOST_SLOTS;
pub use model::solution::{
    Bounds, Conflict, Figures, Finished, Hindrance, Meeting, Obstacle, Open, Reason, Shortfall, Solution,
};
pub use options::{Continue, Enough, Observer, Options, Progress, Step, Unobserved};
pub use plan::greedy::greedy;
pub use reasons::{why_short, why_short_beside};
pub use remedies::{Remedy, RemedyChange, remedies};
pub use repair::{Change, Repaired, Tier, changes, repair, rescue};
pub use search::fairness::{Served, served, served_beside};
pub use search::one_slot::slot_by_slot;
pub use solve::solve;
