//! Documents that people take away.

pub mod calendar;
pub mod instance;
pub mod pictures;
