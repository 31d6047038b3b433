//! Better pairs and slots from a first schedule on.
//!
//! Invariants of this room: the incumbent is valid and never gets worse; work is counted, never measured by a clock, so that
//! the same problem, seed and work give the same schedule.

pub(crate) mod exchange;
pub(crate) mod fairness;
pub(crate) mod gaps;
pub(crate) mod improve;
pub(crate) mod one_slot;
pub(crate) mod partner;
