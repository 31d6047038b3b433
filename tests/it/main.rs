//! Every test of the program in one binary: the real app on real databases.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod support;

mod accessibility;
mod back_office_access;
mod bench;
mod bounces;
mod calendar;
mod calendar_feed;
mod calendar_lint;
mod changes;
mod colleagues;
mod consents;
mod databases;
mod demo;
mod erasure;
mod event_pictures;
mod event_setup;
mod import_pages;
mod imports;
mod instances;
mod mail;
mod mail_calendars;
mod mail_delivery;
mod mail_samples;
mod mail_signatures;
mod mail_smtp;
mod mailed_links;
mod meeting_days;
mod my_event;
mod names;
mod naughty_strings;
mod page_frame;
mod participants;
mod people;
mod personal_data;
mod pictures;
mod prints;
mod proposals;
mod races;
mod registration_forms;
mod registrations;
mod reminders;
mod repairs;
mod round_page;
mod round_pins;
mod round_publishing;
mod rounds;
mod signing_in;
mod starting;
mod tidy;
mod visibility;
mod web_languages;
mod web_safety;
mod words;
