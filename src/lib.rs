//! Rendezvous: registration, matchmaking and meeting schedules for conferences.
//!
//! ARCHITECTURE.md is the map of these rooms and of which may use which.

pub mod clock;
pub mod config;
pub mod domain;
pub mod random;
pub mod store;
pub mod words;
