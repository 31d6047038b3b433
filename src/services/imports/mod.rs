//! Import of participants from a file: first a plan that changes nothing, then all of it or nothing: what is new is stored
//! ahead and appears with one short transaction.
//! Whoever is imported has a place at once, or waits where the seats are taken; nobody is mailed unless asked for.

mod ahead;
mod apply;
mod cells;
mod choices;
mod columns;
pub mod describe;
mod entries;
mod known;
mod merge;
mod options;
mod outcome;
mod plan;
mod planned;
mod prepared;
mod questions;
mod settling;
mod states;
mod told;
mod topics;
pub mod uploads;

pub use ahead::remove_left;
pub use apply::{apply, check};
pub use choices::{Choices, Fate, IGNORE, own_state_key};
pub use columns::{FileColumn, Use, Why, open_questions, question_code};
pub use entries::RowFault;
pub use known::{Said, Speaker};
pub use options::{Coming, ImportMail, ImportOptions, UnknownTopics};
pub use outcome::{Extent, ImportError, ImportOutcome};
pub use plan::ImportPlan;
pub use planned::{Counts, PlannedRow, RowOutcome};
pub use settling::{AnswerChange, PersonChange};
pub use states::FileState;
pub use told::told;
pub use topics::FileTopic;
