//! From chosen pairs to a plan: slots, pins, tables.
//!
//! Invariants of this room: a schedule is valid at every moment; what is called impossible is proved to be, and every demand
//! named with it is needed for that.

pub(crate) mod colouring;
pub(crate) mod demands;
pub(crate) mod feasible;
pub(crate) mod finish;
pub(crate) mod greedy;
pub(crate) mod pins;
pub(crate) mod rounding;
pub(crate) mod tables;
