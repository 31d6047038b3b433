//! Every test of the program in one binary.

mod databases;
mod demo;
mod imports;
