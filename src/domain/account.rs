//! An organiser's account and what it may do at an event.

use chrono::{DateTime, Utc};

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

/// What an account is at one event; each role may do what the later ones may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Sees everything, changes nothing.
    Viewer,
    /// Runs the event.
    Organiser,
    /// Runs the event and says who else does.
    Owner,
}

impl Role {
    /// Every role, least first.
    pub const ALL: [Role; 3] = [Role::Viewer, Role::Organiser, Role::Owner];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Role::Viewer => "viewer",
            Role::Organiser => "organiser",
            Role::Owner => "owner",
        }
    }

    /// Reads what [`Role::code`] wrote.
    pub fn parse(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 12;
/// Most characters of a password: enough for any passphrase, little enough that hashing stays quick.
pub const PASSWORD_MAX: usize = 200;
