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
    /// What an account is at one event. The roles are no ladder: see [`Role::covers`].
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Role {
        /// Checks people in on the day and helps who waits in vain; sees what that takes, and nothing else.
        Helper = "helper",
        /// Sees everything, changes nothing.
        Viewer = "viewer",
        /// Runs the event.
        Organiser = "organiser",
        /// Runs the event and says who else does.
        Owner = "owner",
    }
}

impl Role {
    /// Whether whoever has this role may do everything that the other one is for. Helpers do what viewers may not, and see
    /// less: neither covers the other.
    pub fn covers(self, other: Role) -> bool {
        match self {
            Role::Owner => true,
            Role::Organiser => other != Role::Owner,
            Role::Viewer | Role::Helper => other == self,
        }
    }
}

/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 12;
/// Most characters of a password: enough for any passphrase, little enough that hashing stays quick.
pub const PASSWORD_MAX: usize = 200;
