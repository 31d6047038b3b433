//! What administrators and whoever runs the server do with accounts: see them all, make others administrators, deactivate
//! them and give them back, delete them, reset a lost second factor.
//!
//! Invariant: one administrator who can log in is always left, and every event keeps an owner.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{AccountsAccess, Actor, AdminAccess};
use super::account_invitations::{self, AccountInvitation};
use super::fault::from_store_error;
use super::log::{note_of_account, note_of_invitation};
use super::organisers;
use super::second_factor;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, InvitationId};
use crate::domain::lang::Lang;
use crate::domain::problems::{Message, Problems};
use crate::domain::text::{self, Email};
use crate::store::account_invitations as stored_invitations;
use crate::store::{Db, StoreError, accounts, deactivated_accounts, events, logins, second_factors};

/// An account as administrators see it.
#[derive(Debug, Clone)]
pub struct AccountView {
    pub account: Account,
    pub deactivated_at: Option<DateTime<Utc>>,
    pub has_factor: bool,
    /// When one of its browsers was seen last; none if none is logged in.
    pub seen_at: Option<DateTime<Utc>>,
    /// Its events and what it is there.
    pub roles: Vec<(Event, Role)>,
}

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ManageError {
    /// Nobody could administer the installation any more.
    #[error("this is the last administrator who can log in: make somebody else one first")]
    LastAdmin,
    /// Administrators do not delete or deactivate themselves: somebody must be there who can undo it.
    #[error("nobody deactivates or deletes their own account: another administrator does")]
    Own,
    /// The first account is an administrator's, by a link that the server prints.
    #[error(
        "there is no account yet: make the first one with the set-up link that `rendezvous serve` prints when it starts"
    )]
    NoAccount,
    #[error("invalid: {0}")]
    Invalid(Problems),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(ManageError);

/// Every account, by name.
pub fn list(app: &App, _: &AccountsAccess) -> Result<Vec<AccountView>, Fault> {
    Ok(app.store.read(|db| {
        let found = accounts::list(db)?;
        views(db, found)
    })?)
}

/// One account.
pub fn view(app: &App, _: &AccountsAccess, id: &AccountId) -> Result<AccountView, Fault> {
    let found = app.store.read(|db| {
        let one = accounts::get(db, id)?;
        views(db, vec![one])
    })?;
    found.into_iter().next().ok_or_else(|| StoreError::NotFound.into())
}

/// The account with this address.
pub fn find(app: &App, _: &AccountsAccess, email: &str) -> Result<Option<Account>, Fault> {
    let Ok(email) = Email::parse(email) else { return Ok(None) };
    Ok(app.store.read(|db| accounts::find_by_email(db, &email))?.map(|(account, _)| account))
}

fn views(db: &mut Db, found: Vec<Account>) -> Result<Vec<AccountView>, StoreError> {
    let deactivated: HashMap<AccountId, DateTime<Utc>> =
        deactivated_accounts::list(db)?.into_iter().collect();
    let factors: HashSet<String> = second_factors::holders(db)?.into_iter().collect();
    let mut views = Vec::new();
    for account in found {
        let seen_at = logins::list(db, &account.id)?.first().map(|login| login.last_seen_at);
        let mut roles = Vec::new();
        for event in events::list_for(db, &account.id)? {
            if let Some(role) = events::role_of(db, &event.id, &account.id)? {
                roles.push((event, role));
            }
        }
        views.push(AccountView {
            deactivated_at: deactivated.get(&account.id).copied(),
            has_factor: factors.contains(account.id.as_str()),
            seen_at,
            roles,
            account,
        });
    }
    Ok(views)
}

/// Makes somebody an administrator, or takes it back; never from the last.
pub fn set_admin(
    app: &App,
    access: &AccountsAccess,
    id: &AccountId,
    is_admin: bool,
) -> Result<(), ManageError> {
    write(app, |tx| {
        accounts::get(tx.db, id)?;
        if !is_admin {
            keep_an_admin(tx.db, id)?;
        }
        accounts::set_admin(tx.db, id, is_admin)?;
        let action = if is_admin { "account.made_admin" } else { "account.unmade_admin" };
        Ok(note_of_account(tx, access.actor(), id, action)?)
    })
}

/// Refuses where nobody else is an administrator who can log in. Their rows are locked until the transaction ends.
fn keep_an_admin(db: &mut Db, but: &AccountId) -> Result<(), ManageError> {
    for admin in accounts::lock_admins(db)? {
        if admin != *but && !deactivated_accounts::contains(db, &admin)? {
            return Ok(());
        }
    }
    Err(ManageError::LastAdmin)
}

fn not_own(access: &AccountsAccess, id: &AccountId) -> Result<(), ManageError> {
    if *access.actor() == Actor::Organiser(id.clone()) { Err(ManageError::Own) } else { Ok(()) }
}

/// Deactivates an account: its log-ins end at once, and nobody logs in with it. What it is at events stays.
pub fn deactivate(app: &App, access: &AccountsAccess, id: &AccountId) -> Result<(), ManageError> {
    not_own(access, id)?;
    write(app, |tx| {
        accounts::get(tx.db, id)?;
        keep_an_admin(tx.db, id)?;
        deactivated_accounts::insert(tx.db, id, tx.now)?;
        logins::delete_others(tx.db, id, None)?;
        Ok(note_of_account(tx, access.actor(), id, "account.deactivated")?)
    })
}

/// Gives an account back.
pub fn reactivate(app: &App, access: &AccountsAccess, id: &AccountId) -> Result<(), ManageError> {
    write(app, |tx| {
        if deactivated_accounts::delete(tx.db, id)? {
            note_of_account(tx, access.actor(), id, "account.reactivated")?;
        }
        Ok(())
    })
}

/// Forgets a second factor that its owner has lost; they are told by mail, and log in with the password alone.
pub fn reset_factor(app: &App, access: &AccountsAccess, id: &AccountId) -> Result<(), ManageError> {
    write(app, |tx| {
        let account = accounts::get(tx.db, id)?;
        note_of_account(tx, access.actor(), id, "factor.reset")?;
        Ok(second_factor::forget(tx, &account, "factor.forgotten")?)
    })
}

/// The events that would have no owner without this account: whoever deletes it becomes theirs.
pub fn events_left(app: &App, _: &AccountsAccess, id: &AccountId) -> Result<Vec<Event>, Fault> {
    Ok(app.store.read(|db| orphaned(db, id))?)
}

fn orphaned(db: &mut Db, id: &AccountId) -> Result<Vec<Event>, StoreError> {
    let mut left = Vec::new();
    for event in events::list_for(db, id)? {
        let roles = events::list_roles(db, &event.id)?;
        let is_owner = roles.iter().any(|(own, role)| own == id && *role == Role::Owner);
        if is_owner && organisers::other_owners(db, &event.id, id)? == 0 {
            left.push(event);
        }
    }
    Ok(left)
}

/// Deletes an account. The log keeps what it did without its name; events that nobody else owns go to the administrator.
pub fn delete(app: &App, admin: &AdminAccess, id: &AccountId) -> Result<(), ManageError> {
    let access = admin.accounts();
    not_own(&access, id)?;
    write(app, |tx| {
        accounts::get(tx.db, id)?;
        keep_an_admin(tx.db, id)?;
        for event in orphaned(tx.db, id)? {
            events::lock(tx.db, &event.id)?;
            events::set_role(tx.db, &event.id, &admin.account().id, Role::Owner)?;
            hand_over(tx, admin, &event)?;
        }
        accounts::delete(tx.db, id)?;
        Ok(note_of_account(tx, access.actor(), id, "account.deleted")?)
    })
}

fn hand_over(tx: &mut Tx<'_>, admin: &AdminAccess, event: &Event) -> Result<(), StoreError> {
    admin.at(event.clone()).note(tx, "organiser.role", admin.account().id.as_str(), Role::Owner.code())
}

/// Invites somebody to have an account.
pub fn invite(
    app: &App,
    access: &AccountsAccess,
    (name, email): (&str, &str),
    lang: Lang,
) -> Result<(), ManageError> {
    let email =
        Email::parse(email).map_err(|message| ManageError::Invalid(Problems::one("email", message)))?;
    let name = text::required(name, text::NAME_MAX, "problem-name-missing")
        .map_err(|message| ManageError::Invalid(Problems::one("name", message)))?;
    write(app, |tx| {
        if accounts::count(tx.db)? == 0 {
            return Err(ManageError::NoAccount);
        }
        if accounts::find_by_email(tx.db, &email)?.is_some() {
            let message = Message::new("problem-account-exists");
            return Err(ManageError::Invalid(Problems::one("email", message)));
        }
        let by = match access.actor() {
            Actor::Organiser(id) => Some(id.clone()),
            _ => None,
        };
        let id = account_invitations::send(tx, (&name, &email), None, by, lang)?;
        Ok(note_of_invitation(tx, access.actor(), &id, "account.invited")?)
    })
}

/// The invitations to have an account that nobody has answered.
pub fn invited(app: &App, _: &AccountsAccess) -> Result<Vec<AccountInvitation>, Fault> {
    let now = app.clock.now();
    Ok(app.store.read(|db| stored_invitations::list_of_accounts(db, now))?)
}

/// Takes such an invitation back; one that was answered meanwhile stays answered.
pub fn withdraw(app: &App, access: &AccountsAccess, id: &InvitationId) -> Result<(), Fault> {
    Ok(write(app, |tx| {
        if stored_invitations::delete_of_accounts(tx.db, id)? {
            note_of_invitation(tx, access.actor(), id, "account.uninvited")?;
        }
        Ok::<_, StoreError>(())
    })?)
}
