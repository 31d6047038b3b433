//! An organiser's account and what it may do at an event.

use chrono::{DateTime, Utc};

use super::codes::codes;
use super::ids::AccountId;
use super::lang::Lang;

/// An organiser's account.
#[derive(Debug, Clone)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    /// May do everything at every event, and make events and accounts.
    pub is_admin: bool,
    pub lang: Lang,
    pub created_at: DateTime<Utc>,
}

codes! {
    /// What an account is at one event; each role may do what the later ones may.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Role {
        /// Sees everything, changes nothing.
        Viewer = "viewer",
        /// Runs the event.
        Organiser = "organiser",
        /// Runs the event and says who else does.
        Owner = "owner",
    }
}

/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 12;
/// Most characters of a password: enough for any passphrase, little enough that hashing stays quick.
pub const PASSWORD_MAX: usize = 200;
