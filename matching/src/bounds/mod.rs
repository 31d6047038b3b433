//! What no schedule can exceed, and the prices that prove it.
//!
//! Invariants of this room: a bound trusts nobody. [`prices`] evaluates it from the problem and the prices alone, so that
//! wherever prices come from, what they prove is true; it is one of all pairs, listed or given by a rule; and more work never
//! gives a weaker one.

pub(crate) mod columns;
pub(crate) mod integral;
pub(crate) mod levels;
pub(crate) mod minimum;
pub(crate) mod prices;
pub(crate) mod quota_price;
pub(crate) mod relaxation;
pub(crate) mod subgradient;
