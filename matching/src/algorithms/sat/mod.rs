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

/// Whether this build has the SAT solver. Without it less is proved: what is said is as true, but there is no bound on the gaps
/// of fixed meetings, and what only trying all cases would refute, of fixed meetings or of pins and quotas, is not refuted.
pub const HAS_SAT: bool = cfg!(feature = "sat");
