//! Who may do what at an event: the one place that decides it, and the proof that it was decided.

use crate::domain::account::{Account, Role};
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::store::{Db, StoreError, events};

/// Proof that an account may act at an event with at least the role that was asked for.
#[derive(Debug, Clone)]
pub struct EventAccess {
    account: Account,
    event: Event,
    role: Role,
}

impl EventAccess {
    /// Who acts.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The event as it was when access was granted.
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// What the account is at the event.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Whether the account may do what this role may.
    pub fn may(&self, role: Role) -> bool {
        self.role >= role
    }

    /// The account as the log names it.
    pub fn actor(&self) -> String {
        actor(&self.account)
    }
}

/// An account as the log names it.
pub fn actor(account: &Account) -> String {
    format!("organiser:{}", account.id)
}

/// Why somebody may not do something.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// There is no such thing, or the account has no part in it: it shall not learn which.
    #[error("not found")]
    NotFound,
    /// The account knows the event, but its role is too small.
    #[error("needs the role {}", needs.code())]
    RoleTooSmall { needs: Role },
    /// Only for administrators of the installation.
    #[error("needs an administrator")]
    NotAdmin,
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Denied {
        match error {
            StoreError::NotFound => Denied::NotFound,
            other => Denied::Store(other),
        }
    }
}

/// Grants access to the event with this id.
pub fn require(db: &mut Db, account: &Account, event: &EventId, needs: Role) -> Result<EventAccess, Denied> {
    let event = events::get(db, event)?;
    grant(db, account, event, needs)
}

/// Grants access to the event with this name in addresses.
pub fn require_by_slug(
    db: &mut Db,
    account: &Account,
    slug: &str,
    needs: Role,
) -> Result<EventAccess, Denied> {
    let event = events::get_by_slug(db, slug)?;
    grant(db, account, event, needs)
}

/// Grants what the whole installation is about: making events and accounts.
pub fn require_admin(account: &Account) -> Result<(), Denied> {
    if account.is_admin { Ok(()) } else { Err(Denied::NotAdmin) }
}

fn grant(db: &mut Db, account: &Account, event: Event, needs: Role) -> Result<EventAccess, Denied> {
    let role = if account.is_admin {
        Role::Owner
    } else {
        events::role_of(db, &event.id, &account.id)?.ok_or(Denied::NotFound)?
    };
    if role < needs {
        return Err(Denied::RoleTooSmall { needs });
    }
    Ok(EventAccess { account: account.clone(), event, role })
}
