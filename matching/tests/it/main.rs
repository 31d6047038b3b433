//! The tests of the matching package, in one binary.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod scoring;
mod scoring_texts;
