//! What breaks around the program breaks here on purpose: the real program, real databases, a real mail server that lies and dies.
//!
//! Every run keeps a ledger of what people were told, and an independent checker compares it with the rows of the database and
//! with the mails that arrived. The short run is part of `./test`; `FAULTS=long` (by `./test --long`) tries each fault more
//! often, with other seeds each time, and writes down what held for `docs/promises.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
#[path = "../it/support/mod.rs"]
mod support;

mod depth;
mod kills;
mod order_of_calls;
mod sequences;
