//! Documents that people take away, and lists that they bring.

pub mod calendar;
pub mod participants_csv;
