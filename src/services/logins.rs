//! Logging organisers in and out, and who is logged in with a browser.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::fault::from_store_error;
use super::log::note_account;
use super::networks::{self, Marked, WeekKey};
use super::tx::{Tx, write_at};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::network::Network;
use crate::domain::text::{self, Email};
use crate::domain::token::Token;
use crate::store::{Db, StoreError, accounts};

/// A browser that asks for nothing so long is logged out.
const IDLE_HOURS: i64 = 8;
/// However busy a browser is, it is logged out after so long.
const LONGEST_DAYS: i64 = 7;
/// Being seen again so soon is not written down.
const SEEN_MINUTES: i64 = 5;
/// Wrong passwords are counted over so many minutes ...
const WINDOW_MINUTES: i64 = 15;
/// ... for one account and one network, ...
const MOST_FOR_ACCOUNT: i64 = 10;
/// ... and for one network whatever the account.
const MOST_FOR_NETWORK: i64 = 50;

/// The log-in form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct LogInInput {
    pub email: String,
    pub password: String,
}

/// Where somebody logs in from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub network: Network,
    /// What the browser says it is.
    pub browser: String,
}

/// Why nobody is logged in.
#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// Address or password is wrong; which one is not told.
    #[error("wrong address or password")]
    Wrong,
    /// Too many wrong passwords lately.
    #[error("too many wrong passwords: wait {minutes} minutes")]
    Wait { minutes: i64 },
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(LogInError);

/// Checks address and password and logs the browser in. The token belongs into its cookie and is new each time.
pub fn log_in(app: &App, input: &LogInInput, origin: &Origin) -> Result<(Account, Token), LogInError> {
    let now = app.clock.now();
    let limits = Limits::of(input, origin);
    let email = Email::parse(&input.email).ok();
    let found = app.store.read(|db| {
        limits.check(db, now)?;
        let found = email.as_ref().map(|email| accounts::find_by_email(db, email)).transpose()?;
        Ok::<_, LogInError>(found.flatten())
    })?;
    let hash = found.as_ref().and_then(|(_, hash)| hash.as_deref());
    let right = app.passwords.verify(&input.password, hash);
    match found {
        Some((account, _)) if right => {
            let token = app.random.token();
            write_at(app, now, |tx| {
                let browser: String = text::line(&origin.browser).chars().take(200).collect();
                accounts::insert_login(tx.db, &token.hash(), &account.id, &browser, now)?;
                note_account(tx, &account.id, "login.succeeded")
            })?;
            Ok((account, token))
        }
        _ => {
            write_at(app, now, |tx| limits.note_failure(tx))?;
            Err(LogInError::Wrong)
        }
    }
}

/// Who is logged in with this token; nothing if nobody is, or not any more.
pub fn account_of(app: &App, token: &Token) -> Result<Option<Account>, StoreError> {
    let now = app.clock.now();
    let hash = token.hash();
    let found = app.store.read(|db| {
        let Some(login) = accounts::find_login(db, &hash)? else { return Ok(None) };
        let idle = now - login.last_seen_at > Duration::hours(IDLE_HOURS);
        let old = now - login.created_at > Duration::days(LONGEST_DAYS);
        if idle || old {
            return Ok::<_, StoreError>(None);
        }
        Ok(Some((accounts::get(db, &login.account)?, login.last_seen_at)))
    })?;
    let Some((account, last_seen_at)) = found else { return Ok(None) };
    if now - last_seen_at > Duration::minutes(SEEN_MINUTES) {
        // A page is not kept waiting for it, and not refused because of it.
        match app.store.write_if_free(|db| accounts::touch_login(db, &hash, now)) {
            Ok(_) | Err(StoreError::Unavailable(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(account))
}

/// Logs a browser out.
pub fn log_out(app: &App, token: &Token) -> Result<(), StoreError> {
    app.store.write(|db| accounts::delete_login(db, &token.hash()))
}

/// Removes log-ins that have ended by themselves; gives how many.
pub fn forget_ended(app: &App) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let (idle, oldest) = (now - Duration::hours(IDLE_HOURS), now - Duration::days(LONGEST_DAYS));
    app.store.write(|db| accounts::delete_old_logins(db, idle, oldest))
}

/// What wrong passwords are counted by. The log keeps marks of it: it is no list of who tried which address.
struct Limits {
    account: String,
    network: String,
}

impl Limits {
    fn of(input: &LogInInput, origin: &Origin) -> Limits {
        let network = origin.network.to_string();
        Limits { account: format!("{network}\n{}", text::line(&input.email).to_lowercase()), network }
    }

    fn marks(&self, key: &WeekKey) -> [(String, i64); 2] {
        [
            (key.mark(&["account", &self.account]), MOST_FOR_ACCOUNT),
            (key.mark(&["network", &self.network]), MOST_FOR_NETWORK),
        ]
    }

    fn check(&self, db: &mut Db, now: DateTime<Utc>) -> Result<(), LogInError> {
        let Some(key) = WeekKey::known(db, now)? else { return Ok(()) };
        let since = now - Duration::minutes(WINDOW_MINUTES);
        for (mark, most) in self.marks(&key) {
            if networks::count(db, Marked::FailedLogIn, &mark, since)? >= most {
                return Err(LogInError::Wait { minutes: WINDOW_MINUTES });
            }
        }
        Ok(())
    }

    fn note_failure(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let key = WeekKey::made(tx)?;
        self.marks(&key).iter().try_for_each(|(mark, _)| networks::note(tx, Marked::FailedLogIn, mark))
    }
}
