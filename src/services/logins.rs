//! Logging organisers in and out, and who is logged in with a browser. Whom wrong passwords slow down: `guesses.rs`.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::guesses::{self, Guesses};
use super::log::note_account;
use super::notices::{self, Notice};
use super::second_factor::{self, OFFER_HOURS, Taken};
use super::tx::{Tx, write, write_at};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::AccountId;
use crate::domain::network::Network;
use crate::domain::text::{self, Email};
use crate::domain::token::{Token, TokenHash};
use crate::store::{
    Db, StoreError, account_invitations, accounts, deactivated_accounts, log, logins, second_factors,
};

pub use super::guesses::LogInError;

/// A browser that asks for nothing so long is logged out.
const IDLE_HOURS: i64 = 8;
/// However busy a browser is, it is logged out after so long.
const LONGEST_DAYS: i64 = 7;
/// Being seen again so soon is not written down.
const SEEN_MINUTES: i64 = 5;
/// A log-in whose second factor is not shown ends after so long ...
const HALF_MINUTES: i64 = 10;
/// ... or after so many wrong codes.
const HALF_FAILURES: i32 = 5;
/// A browser is known so long after it was last logged in.
const KNOWN_DAYS: i64 = 180;
/// What the log calls a log-in.
const LOGGED_IN: &str = "login.succeeded";
/// So long after somebody has shown who they are they may do what asks for it.
const LATELY_MINUTES: i64 = 15;

/// The log-in form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct LogInInput {
    pub email: String,
    pub password: String,
    /// The code of the app, where it is asked for at once; else empty.
    pub code: String,
}

/// Where somebody logs in from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub network: Network,
    /// What the browser says it is.
    pub browser: String,
    /// What the browser kept from the last log-in, if anything.
    pub known: Option<Token>,
}

/// A browser that is logged in now: both secrets belong into its cookies.
#[derive(Debug, Clone)]
pub struct Entry {
    pub login: Token,
    /// By which the browser is known the next time.
    pub browser: Token,
}

/// How far a log-in came.
#[derive(Debug, Clone)]
pub enum LogIn {
    Done(Entry),
    /// The password is right; the secret belongs into a cookie until the code comes.
    CodeNeeded(Token),
}

/// Checks address and password and logs the browser in, half where the account has a second factor. The tokens are new each
/// time.
pub fn log_in(app: &App, input: &LogInInput, origin: &Origin) -> Result<LogIn, LogInError> {
    let now = app.clock.now();
    let tried = app.store.read(|db| Tried::look(db, input, origin, now))?;
    let with_code = !input.code.trim().is_empty();
    if let Some(seconds) = tried.slowed
        && !with_code
    {
        return Err(LogInError::SlowedDown { seconds });
    }
    let right = app.passwords.verify(&input.password, tried.hash.as_deref());
    let done = match &tried.account {
        Some(account) if right && tried.has_factor && !with_code => begin(app, account, &tried, now),
        Some(_) if right && (tried.has_factor || tried.slowed.is_none()) => {
            enter(app, &tried, input, origin, now)
        }
        _ => Err(LogInError::Wrong),
    };
    match (done, tried.slowed) {
        (Err(LogInError::Wrong), None) if right => Err(LogInError::Wrong),
        (Err(LogInError::Wrong), None) => tried.note_failure(app, now).and(Err(LogInError::Wrong)),
        // Whoever is slowed down learns nothing from a wrong code or password, not even which it was.
        (Err(error), Some(seconds)) if !matches!(error, LogInError::Fault(_)) => {
            tried.note_failure(app, now).and(Err(LogInError::SlowedDown { seconds }))
        }
        (done, _) => done,
    }
}

/// What is known of a log-in before its password is looked at.
struct Tried {
    account: Option<Account>,
    hash: Option<String>,
    has_factor: bool,
    guesses: Guesses,
    /// How many seconds strangers make it wait.
    slowed: Option<i64>,
}

impl Tried {
    fn look(
        db: &mut Db,
        input: &LogInInput,
        origin: &Origin,
        now: DateTime<Utc>,
    ) -> Result<Tried, LogInError> {
        let email = Email::parse(&input.email).ok();
        let found = email.as_ref().map(|email| accounts::find_by_email(db, email)).transpose()?.flatten();
        let (account, hash) = found.map_or((None, None), |(account, hash)| (Some(account), hash));
        let id = account.as_ref().map(|account| &account.id);
        let has_factor = id.map(|id| second_factors::exists(db, id)).transpose()?.unwrap_or_default();
        let own = account.as_ref().map(|account| known(db, origin, account)).transpose()?.flatten();
        let is_known = own.is_some();
        let guesses = own.unwrap_or_else(|| Guesses::in_network(&input.email, id, &origin.network));
        guesses.check(db, now)?;
        let slowed = if is_known { None } else { guesses.slowed_down(db, now)? };
        Ok(Tried { account, hash, has_factor, guesses, slowed })
    }

    fn note_failure(&self, app: &App, now: DateTime<Utc>) -> Result<(), LogInError> {
        write_at(app, now, |tx| self.guesses.note_password(tx, self.account.as_ref()))
    }

    /// Refuses where the account was deactivated, or its password changed, while this one was looked at.
    fn still_stands(&self, db: &mut Db, account: &Account) -> Result<(), LogInError> {
        if deactivated_accounts::contains(db, &account.id)? {
            return Err(LogInError::Deactivated);
        }
        if accounts::password_hash(db, &account.id)? == self.hash { Ok(()) } else { Err(LogInError::Ended) }
    }
}

/// Begins a log-in whose code is still asked for.
fn begin(app: &App, account: &Account, tried: &Tried, now: DateTime<Utc>) -> Result<LogIn, LogInError> {
    let token = app.random.token();
    write_at(app, now, |tx| {
        tried.still_stands(tx.db, account)?;
        Ok::<_, LogInError>(logins::insert_half(tx.db, &token.hash(), &account.id, now)?)
    })?;
    Ok(LogIn::CodeNeeded(token))
}

/// Logs a browser in whose password was right, with the code where the account needs one. What was true before the password was
/// looked at is asked again: the factor may have been set up meanwhile.
fn enter(
    app: &App,
    tried: &Tried,
    input: &LogInInput,
    origin: &Origin,
    now: DateTime<Utc>,
) -> Result<LogIn, LogInError> {
    let account = tried.account.as_ref().ok_or(LogInError::Wrong)?;
    let entry = write_at(app, now, |tx| {
        tried.still_stands(tx.db, account)?;
        let has_factor = second_factors::exists(tx.db, &account.id)?;
        if has_factor != tried.has_factor {
            return Err(LogInError::Ended);
        }
        if has_factor && !take_code(tx, account, &input.code, &tried.guesses)? {
            return Ok(None);
        }
        Ok(Some(log_browser_in(tx, account, origin)?))
    })?;
    entry.map(LogIn::Done).ok_or(LogInError::Wrong)
}

/// Ends a log-in that is half done with the code that was asked for.
pub fn complete(app: &App, half: &Token, code: &str, origin: &Origin) -> Result<Entry, LogInError> {
    let hash = half.hash();
    let entry = write(app, |tx| {
        let account = half_account(tx.db, &hash, tx.now)?.ok_or(LogInError::Ended)?;
        let guesses = known(tx.db, origin, &account)?;
        let stranger = || Guesses::in_network(&account.email, Some(&account.id), &origin.network);
        if !take_code(tx, &account, code, &guesses.unwrap_or_else(stranger))? {
            logins::count_half_failure(tx.db, &hash)?;
            return Ok::<_, LogInError>(None);
        }
        logins::delete_half(tx.db, &hash)?;
        Ok(Some(log_browser_in(tx, &account, origin)?))
    })?;
    entry.ok_or(LogInError::Wrong)
}

/// Whether a log-in is half done with this token.
pub fn is_half_done(app: &App, half: &Token) -> Result<bool, StoreError> {
    let (now, hash) = (app.clock.now(), half.hash());
    Ok(app.store.read(|db| half_account(db, &hash, now))?.is_some())
}

fn half_account(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<Option<Account>, StoreError> {
    let Some(half) = logins::find_half(db, hash)? else { return Ok(None) };
    if half.failures >= HALF_FAILURES || now - half.started_at > Duration::minutes(HALF_MINUTES) {
        return Ok(None);
    }
    if deactivated_accounts::contains(db, &half.account)? {
        return Ok(None);
    }
    accounts::get(db, &half.account).map(Some)
}

/// Takes a code of the account's second factor. Wrong ones are counted from wherever, and only of whoever knows the password.
pub(super) fn take_code(
    tx: &mut Tx<'_>,
    account: &Account,
    code: &str,
    guesses: &Guesses,
) -> Result<bool, LogInError> {
    guesses.check_code(tx, account)?;
    match second_factor::take(tx.db, &account.id, code, tx.now)? {
        Some(Taken::App) => Ok(true),
        Some(Taken::Recovery { left }) => {
            note_account(tx, &account.id, "factor.recovery_used")?;
            notices::tell(tx, account, &Notice::RecoveryUsed { left })?;
            Ok(true)
        }
        None => {
            guesses.note_code(tx, account)?;
            Ok(false)
        }
    }
}

/// Logs a browser in. Whoever has never been here with it tells the owner by that, unless it is the first of all.
pub(super) fn log_browser_in(tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<Entry, Fault> {
    let (login, now) = (tx.app.random.token(), tx.now);
    let browser: String = text::line(&origin.browser).chars().take(200).collect();
    let is_new = !is_known(tx.db, origin, Some(&account.id))?;
    if is_new && log::has(tx.db, LOGGED_IN, account.id.as_str())? {
        notices::tell(tx, account, &Notice::NewBrowser { browser: browser.clone() })?;
    }
    let known = know_browser(tx, account, origin)?;
    logins::insert(tx.db, &login.hash(), &account.id, &browser, now)?;
    note_account(tx, &account.id, LOGGED_IN)?;
    Ok(Entry { login, browser: known })
}

/// Makes a browser one that the account is known with. What it kept is believed only if it is ours: nobody can plant a name.
pub(super) fn know_browser(tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<Token, StoreError> {
    let ours = match &origin.known {
        Some(token) if !logins::known_accounts(tx.db, &token.hash())?.is_empty() => Some(token.clone()),
        _ => None,
    };
    let token = ours.unwrap_or_else(|| tx.app.random.token());
    logins::know_browser(tx.db, &token.hash(), &account.id, tx.now)?;
    Ok(token)
}

/// Whether somebody was logged in with the browser that keeps this token.
pub fn is_known_browser(app: &App, browser: &Token) -> Result<bool, StoreError> {
    app.store.read(|db| Ok(!logins::known_accounts(db, &browser.hash())?.is_empty()))
}

/// What is guessed at an account in a browser that it is known with; none in any other.
pub(super) fn known(db: &mut Db, origin: &Origin, account: &Account) -> Result<Option<Guesses>, StoreError> {
    let is_known = is_known(db, origin, Some(&account.id))?;
    let token = origin.known.as_ref().filter(|_| is_known);
    Ok(token.map(|token| Guesses::of_own(account, &token.hash())))
}

fn is_known(db: &mut Db, origin: &Origin, account: Option<&AccountId>) -> Result<bool, StoreError> {
    let Some((account, token)) = account.zip(origin.known.as_ref()) else { return Ok(false) };
    Ok(logins::known_accounts(db, &token.hash())?.contains(account))
}

/// Somebody who is logged in.
#[derive(Debug, Clone)]
pub struct LoggedIn {
    pub account: Account,
    /// When they last showed who they are.
    pub proved_at: Option<DateTime<Utc>>,
    pub has_factor: bool,
}

impl LoggedIn {
    /// Whether they have shown lately who they are.
    pub fn proved_lately(&self, now: DateTime<Utc>) -> bool {
        self.proved_at.is_some_and(|at| now - at <= Duration::minutes(LATELY_MINUTES))
    }
}

/// Who is logged in with this token; nothing if nobody is, or not any more.
pub fn account_of(app: &App, token: &Token) -> Result<Option<LoggedIn>, StoreError> {
    let now = app.clock.now();
    let hash = token.hash();
    let found = app.store.read(|db| {
        let Some(login) = logins::find(db, &hash)? else { return Ok(None) };
        if has_ended(&login, now) {
            return Ok::<_, StoreError>(None);
        }
        if deactivated_accounts::contains(db, &login.account)? {
            return Ok(None);
        }
        let account = accounts::get(db, &login.account)?;
        let has_factor = second_factors::exists(db, &account.id)?;
        Ok(Some((LoggedIn { account, proved_at: login.proved_at, has_factor }, login.last_seen_at)))
    })?;
    let Some((logged_in, last_seen_at)) = found else { return Ok(None) };
    if now - last_seen_at > Duration::minutes(SEEN_MINUTES) {
        // A page is not kept waiting for it, and not refused because of it.
        match app.store.write_if_free(|db| logins::touch(db, &hash, now)) {
            Ok(_) | Err(StoreError::Unavailable(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(logged_in))
}

/// Whether a log-in has ended by itself.
pub(super) fn has_ended(login: &logins::Login, now: DateTime<Utc>) -> bool {
    let idle = now - login.last_seen_at > Duration::hours(IDLE_HOURS);
    idle || now - login.created_at > Duration::days(LONGEST_DAYS)
}

/// Logs a browser out.
pub fn log_out(app: &App, token: &Token) -> Result<(), StoreError> {
    app.store.write(|db| logins::delete(db, &token.hash()))
}

/// Removes log-ins that have ended by themselves, and what was only begun; gives how many.
pub fn forget_ended(app: &App) -> Result<usize, StoreError> {
    write(app, |tx| {
        let now = tx.now;
        let (idle, oldest) = (now - Duration::hours(IDLE_HOURS), now - Duration::days(LONGEST_DAYS));
        let halves = logins::delete_old_halves(tx.db, now - Duration::minutes(HALF_MINUTES))?;
        let browsers = logins::delete_old_browsers(tx.db, now - Duration::days(KNOWN_DAYS))?;
        let offers = second_factors::delete_old_offers(tx.db, now - Duration::hours(OFFER_HOURS))?;
        let invitations = account_invitations::delete_old(tx.db, now)?;
        guesses::forget_old(tx)?;
        Ok(logins::delete_old(tx.db, idle, oldest)? + halves + browsers + offers + invitations)
    })
}
