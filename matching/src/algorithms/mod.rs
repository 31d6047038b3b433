//! Algorithms of graphs and of chance that know nothing of meetings.
//!
//! Invariants of this room: integers only, no order that depends on hashing or threads, so that the same input gives the same
//! answer on every machine; it uses no other room.

pub(crate) mod blossom;
pub(crate) mod chance;
pub(crate) mod cooling;
pub(crate) mod flow;
pub(crate) mod irreducible;
pub(crate) mod kempe;
pub(crate) mod planes;
pub(crate) mod random;
pub(crate) mod sat;
