//! The SAT solver, CaDiCaL (Biere et al., CaDiCaL 2.0, CAV 2024): the only door to it. It is C++, and a build without the
//! feature `sat` does without it. Every question to it then stays open, which is always a true answer.

#[cfg(not(feature = "sat"))]
mod absent;
#[cfg(feature = "sat")]
mod present;

#[cfg(not(feature = "sat"))]
pub(crate) use absent::Solver;
#[cfg(feature = "sat")]
pub(crate) use present::Solver;

/// Whether this build has the SAT solver. Without it fewer things are proved: schedules and bounds are as right, but
/// [`crate::fixed::fewest_gaps`] has no bound on gaps, and pins and quotas that only trying all cases would refute are not
/// refuted.
pub const HAS_SAT: bool = cfg!(feature = "sat");
