//! Rendezvous: registration, matchmaking and meeting schedules for conferences.
//!
//! ARCHITECTURE.md is the map of these rooms and of which may use which.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod documents;
pub mod domain;
pub mod mail;
pub mod pulse;
pub mod random;
pub mod services;
pub mod startup;
pub mod store;
pub mod web;
pub mod words;
pub mod worker;
pub mod zones;
