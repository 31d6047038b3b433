//! Every test of the program in one binary.
//! One test binary: the real app on real databases.

mod calendar;
mod calendar_lint;
mod databases;
mod demo;
mod imports;
mod mail;
mod mail_delivery;
mod mail_samples;
mod mail_smtp;
mod races;
mod rounds;
mod tidy;
mod mail_samples;
mod mail_samples;
mod page_frame;
mod pictures;
mod words;
