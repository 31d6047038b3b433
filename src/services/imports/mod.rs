//! Import of participants from a CSV file: first a plan that changes nothing, then all of it or nothing: what is new is stored
//! ahead and appears with one short transaction.
//! Whoever is imported has a place at once, or waits where the seats are taken; nobody is mailed unless asked for.

mod ahead;
mod apply;
mod cells;
pub mod describe;
mod entries;
mod merge;
mod outcome;
mod plan;
mod prepared;
mod questions;
mod topics;
pub mod uploads;

pub use ahead::remove_left;
pub use apply::{apply, check};
pub use entries::RowFault;
pub use outcome::{Extent, ImportError, ImportOutcome};
pub use plan::{Counts, ImportMail, ImportOptions, ImportPlan, PlannedRow, RowOutcome};
pub use topics::UnknownTopics;
