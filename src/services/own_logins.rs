//! The browsers in which an organiser is logged in, as they see and end them themselves.

use super::Fault;
use super::log::note_account;
use super::logins::has_ended;
use super::tx::write;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::token::{Token, TokenHash};
use crate::store::logins;

pub use crate::store::logins::Login;

/// The log-ins that have not ended, the one that was seen last first.
pub fn list(app: &App, account: &Account) -> Result<Vec<Login>, Fault> {
    let now = app.clock.now();
    let found = app.store.read(|db| logins::list(db, &account.id))?;
    Ok(found.into_iter().filter(|login| !has_ended(login, now)).collect())
}

/// Ends one; one that has ended already stays so.
pub fn end(app: &App, account: &Account, hash: &TokenHash) -> Result<(), Fault> {
    Ok(write(app, |tx| {
        if logins::delete_of(tx.db, &account.id, hash)? {
            note_account(tx, &account.id, "login.ended")?;
        }
        Ok::<_, crate::store::StoreError>(())
    })?)
}

/// Ends all but this one.
pub fn end_others(app: &App, account: &Account, own: &Token) -> Result<(), Fault> {
    Ok(write(app, |tx| {
        logins::delete_others(tx.db, &account.id, Some(&own.hash()))?;
        note_account(tx, &account.id, "login.others_ended")
    })?)
}
