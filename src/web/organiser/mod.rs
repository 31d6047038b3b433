//! The back office: pages for organisers. Each handler decodes, calls one use case and renders.

pub mod accessibility;
pub mod account;
pub mod agenda;
pub mod blocked_address;
pub mod blocks;
pub mod consents;
pub mod dashboard;
pub mod events;
pub mod export;
mod frame;
pub mod history;
pub mod imports;
pub mod login;
pub mod outbox;
pub mod participant;
pub mod participant_types;
pub mod participants;
pub mod password;
pub mod pictures;
pub mod prints;
pub mod profile;
pub mod registrations;
pub mod rounds;
pub mod settings;
pub mod setup;
pub mod team;
pub mod topics;
