//! How an import can be meant, and how it can end.

use super::plan::ImportPlan;
use super::planned::Counts;
use crate::domain::problems::Message;
use crate::services::Fault;
use crate::services::fault::from_store_error;

/// Which rows are imported if some are faulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All rows or none.
    AllRows,
    /// Those without a fault.
    GoodRows,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOutcome {
    pub counts: Counts,
    /// New participants with a seat, and those who wait for one.
    pub registered: usize,
    pub waiting: usize,
    /// Those who are asked whether they come.
    pub invited: usize,
    /// Known participants whose data changed.
    pub changed: usize,
    /// Topics added to the event.
    pub topics: usize,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read as a list of participants.
    #[error("the file cannot be read: {}", .0.key)]
    File(Message),
    /// Some rows are faulty and all or nothing was asked for; the plan names them.
    #[error("{} rows are faulty", .0.counts().faulty)]
    Faulty(Box<ImportPlan>),
    /// Nobody can be invited to answer until that day.
    #[error("the day is no day to answer until: {}", .0.key)]
    LastDay(Message),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(ImportError);
