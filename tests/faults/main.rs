//! What breaks around the program: its database is killed and taken over by another, its disk is full or fails. Each test
//! runs the real program on real databases, keeps a ledger of what was acknowledged to people, and lets a checker that
//! shares no code with the program compare it with the database and the mails.
//!
//! `cargo test --test faults -- --nocapture --test-threads=1` tells each story with its times.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod checker;
mod disk;
mod failover;
mod load;
mod postgres;
mod server;
mod story;
mod support;
