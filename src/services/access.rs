//! Who may do what at an event: the one place that decides it, and the proof that it was decided.

use chrono::{DateTime, Utc};

use super::Fault;
use super::log::Actor;
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, EventId};
use crate::store::log::LogEntry;
use crate::store::{Db, StoreError, accounts, events, log};

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
    pub fn actor(&self) -> Actor {
        Actor::Organiser(self.account.id.clone())
    }

    /// Adds a row to the event's log: what the account did, and to what.
    pub(super) fn note(
        &self,
        app: &App,
        db: &mut Db,
        now: DateTime<Utc>,
        action: &str,
        subject: &str,
        detail: &str,
    ) -> Result<(), StoreError> {
        let id: String = app.random.id(now);
        let entry = LogEntry {
            at: now,
            actor: self.actor().code(),
            action: action.to_string(),
            subject: subject.to_string(),
            detail: detail.to_string(),
        };
        log::insert(db, &id, Some(&self.event.id), &entry)
    }
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
    Fault(#[from] Fault),
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Denied {
        match error {
            StoreError::NotFound => Denied::NotFound,
            other => Denied::Fault(other.into()),
        }
    }
}

/// Grants access to the event with this name in addresses, for a page.
pub fn enter(app: &App, account: &Account, slug: &str, needs: Role) -> Result<EventAccess, Denied> {
    app.store.read(|db| require_by_slug(db, account, slug, needs))
}

/// Grants access for a command that acts for an account.
pub fn enter_as(app: &App, account: &AccountId, slug: &str, needs: Role) -> Result<EventAccess, Denied> {
    app.store.read(|db| {
        let account = accounts::get(db, account)?;
        require_by_slug(db, &account, slug, needs)
    })
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
