//! The use cases, one a function: who may, by which rule, in one `Store::write`. No HTTP, no SQL.

pub mod access;
pub mod accessibility;
pub mod accounts;
pub mod admissions;
pub mod agenda;
pub mod colleagues;
mod consents;
pub mod dashboard;
pub mod demo;
pub mod directory;
pub mod drafts;
pub mod erasure;
pub mod events;
mod fault;
pub mod feeds;
pub mod imports;
pub mod links;
pub mod logins;
pub mod mailroom;
pub mod meeting_reports;
pub mod meetings;
pub mod my_data;
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
pub mod rounds;
pub mod schedule;
pub mod wishes;

pub use fault::Fault;
