//! The levels in their order, exactly: linear programs with a price for each condition, and a short search where they leave
//! something open.
//!
//! A quota, and each level that was decided before, is a *condition* on the set of meetings: a row of a linear program. Each row
//! has a price; at given prices what is left is a flow, and the prices are found by cutting planes. With every level but the last
//! as a row at the most it can be, a whole set that keeps all rows proves all levels together.
//!
//! Invariants of this room: a bound is evaluated from the arcs of the network and any prices, so that wherever prices come from,
//! what they prove is true; a set is taken only if it keeps every row, counted in whole numbers; work is counted, never timed.

pub(crate) mod branching;
pub(crate) mod climbing;
pub(crate) mod conditions;
pub(crate) mod cover;
pub(crate) mod graph;
pub(crate) mod ladder;
pub(crate) mod program;
pub(crate) mod seating;
pub(crate) mod settling;
