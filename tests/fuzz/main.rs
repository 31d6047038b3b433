//! Every parser of bytes from outside, fed with damaged ones: none fails, none takes more than it should, and what one
//! writes it reads again.
//!
//! `driver.rs` damages the seeds; each room below names a parser, its seeds and what must hold of any input. A run takes a
//! second a parser, or as many as `FUZZ_SECONDS` says. It begins at the number `FUZZ_FROM`, 0 without it, so that an input
//! that failed comes again as the first one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod documents;
mod driver;
mod mails;
mod web;
