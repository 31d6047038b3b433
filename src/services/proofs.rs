//! Showing again who one is, before what an open browser alone must not do. Whoever has a second factor shows that: the
//! password alone must not be enough to turn it off.

use super::guesses::Guesses;
use super::logins::{self, LogInError, Origin};
use super::tx::write;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::token::Token;
use crate::store::{accounts, logins as stored, second_factors};

/// What was typed: one of the two.
#[derive(Debug, Clone, Default)]
pub struct ProofInput {
    pub password: String,
    pub code: String,
}

/// Takes the password, or of an account with a second factor a code of it, and notes with the log-in that it was shown.
pub fn prove(
    app: &App,
    account: &Account,
    login: &Token,
    input: &ProofInput,
    origin: &Origin,
) -> Result<(), LogInError> {
    let hash = login.hash();
    if !app.store.read(|db| second_factors::exists(db, &account.id))? {
        if !check_password(app, account, &input.password, (login, origin))? {
            return Err(LogInError::Wrong);
        }
        return write(app, |tx| match second_factors::exists(tx.db, &account.id)? {
            // It was set up meanwhile.
            true => Err(LogInError::Wrong),
            false => Ok(stored::prove(tx.db, &hash, tx.now)?),
        });
    }
    let guesses = Guesses::of_own(account, &hash);
    let taken = write(app, |tx| {
        let taken = logins::take_code(tx, account, &input.code, &guesses)?;
        if taken {
            stored::prove(tx.db, &hash, tx.now)?;
        }
        Ok::<_, LogInError>(taken)
    })?;
    if taken { Ok(()) } else { Err(LogInError::Wrong) }
}

/// Whether this is the account's password. Wrong ones are counted by the log-in in which they are typed, so that nobody else in
/// the network is in the way; and by the account, of which a stolen log-in in an unknown browser feels what strangers do.
pub(super) fn check_password(
    app: &App,
    account: &Account,
    password: &str,
    (login, origin): (&Token, &Origin),
) -> Result<bool, LogInError> {
    let guesses = Guesses::of_own(account, &login.hash());
    let hash = app.store.read(|db| {
        let now = app.clock.now();
        guesses.check(db, now)?;
        if logins::known(db, origin, account)?.is_none()
            && let Some(seconds) = guesses.slowed_down(db, now)?
        {
            return Err(LogInError::SlowedDown { seconds });
        }
        Ok::<_, LogInError>(accounts::password_hash(db, &account.id)?)
    })?;
    let right = app.passwords.verify(password, hash.as_deref());
    if !right {
        write(app, |tx| guesses.note_password(tx, Some(account)))?;
    }
    Ok(right)
}
