mod page_frame;
mod pictures;
mod words;
//! Every test of the program in one binary.

mod calendar;
mod calendar_lint;
mod mail;
mod mail_samples;
mod databases;
mod demo;
mod imports;
