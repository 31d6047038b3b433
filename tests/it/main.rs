//! One test binary: the real app on real databases.

mod calendar;
mod calendar_lint;
mod mail;
mod mail_delivery;
mod mail_samples;
mod mail_smtp;
