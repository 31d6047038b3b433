//! The use cases, one a function: who may, by which rule, in one `Store::write`. No HTTP, no SQL.

pub mod access;
pub mod accessibility;
pub mod accounts;
pub mod admissions;
pub mod agenda;
pub mod bounces;
pub mod dashboard;
pub mod demo;
pub mod directory;
pub mod drafts;
pub mod events;
mod fault;
pub mod imports;
pub mod links;
pub mod logins;
pub mod mailroom;
pub mod meeting_reports;
pub mod meetings;
pub mod organisers;
pub mod outbox;
pub mod participants;
pub mod passwords;
pub mod pictures;
pub mod post;
pub mod printouts;
pub mod programme;
pub mod proposals;
pub mod registrations;
pub mod reminders;
pub mod rounds;
pub mod schedule;
pub mod subscriptions;
pub mod wishes;

pub use fault::Fault;
