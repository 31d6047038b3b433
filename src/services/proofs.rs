//! Showing again who one is, before what an open browser alone must not do.

use super::logins::{self, Limits, LogInError, Origin};
use super::tx::write;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::token::Token;
use crate::store::{accounts, logins as stored};

/// What was typed: one of the two.
#[derive(Debug, Clone, Default)]
pub struct ProofInput {
    pub password: String,
    pub code: String,
}

/// Takes the password or a code of the second factor, and notes with the log-in that it was shown.
pub fn prove(
    app: &App,
    account: &Account,
    login: &Token,
    input: &ProofInput,
    origin: &Origin,
) -> Result<(), LogInError> {
    let hash = login.hash();
    if input.code.trim().is_empty() {
        if !check_password(app, account, &input.password, origin)? {
            return Err(LogInError::Wrong);
        }
        return Ok(write(app, |tx| stored::prove(tx.db, &hash, tx.now))?);
    }
    let taken = write(app, |tx| {
        let taken = logins::take_code(tx, account, &input.code)?;
        if taken {
            stored::prove(tx.db, &hash, tx.now)?;
        }
        Ok::<_, LogInError>(taken)
    })?;
    if taken { Ok(()) } else { Err(LogInError::Wrong) }
}

/// Whether this is the account's password. Wrong ones count as they do at the log-in.
pub(super) fn check_password(
    app: &App,
    account: &Account,
    password: &str,
    origin: &Origin,
) -> Result<bool, LogInError> {
    let limits = Limits::of(&account.email, origin);
    let known = app.store.read(|db| {
        limits.check(db, app.clock.now())?;
        Ok::<_, LogInError>(accounts::password_hash(db, &account.id)?)
    })?;
    let right = app.passwords.verify(password, known.as_deref());
    if !right {
        write(app, |tx| limits.note_failure(tx, Some(account)))?;
    }
    Ok(right)
}
