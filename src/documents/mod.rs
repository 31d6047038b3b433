//! Documents that people take away.

pub mod calendar;
pub mod pictures;
