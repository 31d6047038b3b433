//! Backups: everything that the database holds in one file, and back again into an empty place.

pub mod mails;
pub mod make;
pub mod restore;
pub mod scheduled;
mod settings;
