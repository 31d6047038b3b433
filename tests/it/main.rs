//! Every test of the program in one binary.

mod calendar;
mod calendar_lint;
mod databases;
mod demo;
mod imports;
mod mail;
mod mail_samples;
mod page_frame;
mod pictures;
mod words;
