//! What strangers do on purpose, from one address and from fifty: each attack may cost little disk and memory, and whoever else
//! comes meanwhile is served.
//!
//! Each test runs the real program at its default limits. `FAULTS=long` (by `./test --long`) lets each attack go on for ten
//! minutes; what was held is written down for `docs/promises.md`.
//! `cargo test --test abuse -- --nocapture --test-threads=1` tells each attack with its figures.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod attacks;
mod place;
#[allow(dead_code, reason = "each test binary uses a part of it")]
#[path = "../it/support/mod.rs"]
mod support;
mod watch;
