//! What breaks around the program breaks here on purpose: it is killed, its database is killed and taken over by another or
//! stands still, its disk is full or fails, its mail server dies; and it runs for long.
//!
//! Each test runs the real program on real databases, keeps a ledger of what people were told, and lets a checker that shares
//! no code with the program compare it with the rows of the database and the mails that arrived. `FAULTS=long` (by
//! `./test --long`) tries kills more often, with other seeds each time; what held is written down for `docs/promises.md`.
//! `cargo test --test faults -- --nocapture --test-threads=1` tells each story with its times.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod checker;
mod depth;
mod disk;
mod failover;
mod freeze;
mod kills;
mod ledger;
mod mail_server;
mod mailings;
mod order_of_calls;
mod people;
mod postgres;
mod program;
mod publications;
mod round;
mod sequences;
mod server;
mod site;
mod soak;
mod story;
#[allow(dead_code, reason = "each test binary uses a part of it")]
#[path = "../it/support/mod.rs"]
mod support;
mod takeover;
