//! Every test of the program in one binary: the real app on real databases.

mod support;

mod calendar;
mod calendar_lint;
mod databases;
mod demo;
mod imports;
mod mail;
mod mail_delivery;
mod mail_samples;
mod mail_smtp;
mod mailed_links;
mod my_event;
mod naughty_strings;
mod page_frame;
mod pictures;
mod races;
mod registering;
mod rounds;
mod tidy;
mod web_languages;
mod web_safety;
mod words;
