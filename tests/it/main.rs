//! Every test of the program in one binary.

mod calendar;
mod calendar_lint;
mod databases;
mod demo;
mod imports;
mod mail;
mod mail_samples;
mod mailed_links;
mod my_event;
mod naughty_strings;
mod page_frame;
mod pictures;
mod registering;
mod support;
mod web_languages;
mod web_safety;
mod words;
