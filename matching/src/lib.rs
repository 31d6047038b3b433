//! Chooses who meets whom, when and at which table.

pub mod fixed;
