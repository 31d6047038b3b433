//! The types that cannot be wrong, the states and the rules as functions; nothing here reads a clock or a database.

pub mod accessibility;
pub mod account;
pub mod agenda_input;
pub mod bounce;
pub mod colour;
pub mod country;
pub mod event;
pub mod event_input;
pub mod ids;
pub mod lang;
pub mod mail;
pub mod meeting;
pub mod meeting_report;
pub mod organisation;
pub mod participant;
pub mod picture;
pub mod problems;
pub mod proposal;
pub mod registration;
pub mod reminder;
pub mod round;
pub mod text;
pub mod token;
pub mod topic_list;
pub mod wish;
