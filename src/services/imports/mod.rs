//! Import of participants from a CSV file: first a plan that changes nothing, then all of it or nothing in one transaction.
//! Whoever is imported has a place at once, or waits where the seats are taken; nobody is mailed unless asked for.

mod apply;
pub mod describe;
mod entries;
mod merge;
mod plan;
mod questions;
mod topics;
pub mod uploads;

pub use apply::{Extent, ImportError, ImportOutcome, apply, check};
pub use entries::RowFault;
pub use plan::{Counts, ImportMail, ImportOptions, ImportPlan, PlannedRow, RowOutcome};
pub use topics::UnknownTopics;
