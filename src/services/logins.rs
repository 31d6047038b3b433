//! Logging organisers in and out, and who is logged in with a browser.
//!
//! Wrong passwords are counted for a network, for an account in a network, and for an account from anywhere. The last slows
//! down more and more but never ends a log-in for good, since strangers cause it: a browser in which the account was logged
//! in before is not slowed down, nor is whoever sends the right code with the password, and a link by mail makes this
//! browser a known one.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::fault::from_store_error;
use super::log::note_account;
use super::networks::{self, Marked, WeekKey};
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
/// Wrong passwords are counted over so many minutes ...
const WINDOW_MINUTES: i64 = 15;
/// ... for one account and one network, ...
const MOST_FOR_ACCOUNT: i64 = 10;
/// ... and for one network whatever the account.
const MOST_FOR_NETWORK: i64 = 50;
/// For one account from anywhere they are counted over a day: after so many each further one makes the next wait twice as
/// long, and the owner is told.
const FREE_FOR_ACCOUNT: i64 = 10;
/// The longest that the next one waits.
const LONGEST_WAIT_SECONDS: i64 = 900;

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

/// Why nobody is logged in.
#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// Address or password is wrong; which one is not told. Or the code.
    #[error("wrong address, password or code")]
    Wrong,
    /// Too many wrong ones lately from this network.
    #[error("too many wrong passwords: wait {minutes} minutes")]
    Wait { minutes: i64 },
    /// Too many wrong ones lately for this account, from wherever.
    #[error("too many wrong passwords for this account: wait {seconds} seconds")]
    SlowedDown { seconds: i64 },
    /// Everything is right, but an administrator has deactivated the account.
    #[error("the account is deactivated")]
    Deactivated,
    /// The log-in that the code belongs to has ended.
    #[error("log in anew")]
    Ended,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(LogInError);

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
    let limits = Limits::of(&input.email, origin);
    let email = Email::parse(&input.email).ok();
    let (found, has_factor, slowed) = app.store.read(|db| {
        limits.check(db, now)?;
        let found = email.as_ref().map(|email| accounts::find_by_email(db, email)).transpose()?.flatten();
        let id = found.as_ref().map(|(account, _)| &account.id);
        let has_factor = id.map(|id| second_factors::exists(db, id)).transpose()?.unwrap_or_default();
        let slowed = if is_known(db, origin, id)? { None } else { limits.slowed_down(db, now)? };
        Ok::<_, LogInError>((found, has_factor, slowed))
    })?;
    let slow = |seconds: i64| LogInError::SlowedDown { seconds };
    if let Some(seconds) = slowed
        && input.code.trim().is_empty()
    {
        return Err(slow(seconds));
    }
    let hash = found.as_ref().and_then(|(_, hash)| hash.as_deref());
    let right = app.passwords.verify(&input.password, hash);
    // Whoever is slowed down learns nothing from a wrong code or password, not even which it was.
    let wrong = || slowed.map_or(LogInError::Wrong, slow);
    match found {
        Some((account, _)) if right && is_deactivated(app, &account)? => Err(LogInError::Deactivated),
        Some((account, _)) if right && has_factor && input.code.trim().is_empty() => {
            let token = app.random.token();
            write_at(app, now, |tx| logins::insert_half(tx.db, &token.hash(), &account.id, now))?;
            Ok(LogIn::CodeNeeded(token))
        }
        Some((account, _)) if right && (has_factor || slowed.is_none()) => {
            let code = has_factor.then_some(input.code.as_str());
            enter(app, &account, origin, code, now)?.map(LogIn::Done).ok_or_else(wrong)
        }
        found => {
            let account = found.map(|(account, _)| account);
            write_at(app, now, |tx| limits.note_failure(tx, account.as_ref()))?;
            Err(wrong())
        }
    }
}

/// Ends a log-in that is half done with the code that was asked for.
pub fn complete(app: &App, half: &Token, code: &str, origin: &Origin) -> Result<Entry, LogInError> {
    let now = app.clock.now();
    let hash = half.hash();
    let account = app.store.read(|db| half_account(db, &hash, now))?.ok_or(LogInError::Ended)?;
    match enter(app, &account, origin, Some(code), now)? {
        Some(entry) => {
            app.store.write(|db| logins::delete_half(db, &hash))?;
            Ok(entry)
        }
        None => {
            app.store.write(|db| logins::count_half_failure(db, &hash))?;
            Err(LogInError::Wrong)
        }
    }
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

fn is_deactivated(app: &App, account: &Account) -> Result<bool, StoreError> {
    app.store.read(|db| deactivated_accounts::contains(db, &account.id))
}

/// Logs a browser in whose password was right, with the code where the account needs one; none if that is wrong.
fn enter(
    app: &App,
    account: &Account,
    origin: &Origin,
    code: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Option<Entry>, LogInError> {
    write_at(app, now, |tx| {
        let Some(code) = code else { return Ok(Some(log_browser_in(tx, account, origin)?)) };
        match take_code(tx, account, code)? {
            true => Ok(Some(log_browser_in(tx, account, origin)?)),
            false => Ok(None),
        }
    })
}

/// Takes a code of the account's second factor. Wrong ones are counted from wherever, and only of whoever knows the password.
pub(super) fn take_code(tx: &mut Tx<'_>, account: &Account, code: &str) -> Result<bool, LogInError> {
    let subject = WeekKey::made(tx)?.mark(&["code", account.id.as_str()]);
    if let Some(seconds) = slowed_down(tx.db, &subject, tx.now)? {
        return Err(LogInError::SlowedDown { seconds });
    }
    match second_factor::take(tx.db, &account.id, code, tx.now)? {
        Some(Taken::App) => Ok(true),
        Some(Taken::Recovery { left }) => {
            note_account(tx, &account.id, "factor.recovery_used")?;
            notices::tell(tx, account, &Notice::RecoveryUsed { left })?;
            Ok(true)
        }
        None => {
            networks::note(tx, Marked::FailedLogIn, &subject)?;
            warn_if_many(tx, account, &subject)?;
            Ok(false)
        }
    }
}

/// Logs a browser in. Whoever has never been here with it tells the owner by that, unless it is the first of all.
pub(super) fn log_browser_in(tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<Entry, Fault> {
    let (login, now) = (tx.app.random.token(), tx.now);
    let browser: String = text::line(&origin.browser).chars().take(200).collect();
    let is_new = !is_known(tx.db, origin, Some(&account.id))?;
    if is_new && logins::has_known_browser(tx.db, &account.id)? {
        notices::tell(tx, account, &Notice::NewBrowser { browser: browser.clone() })?;
    }
    let known = know_browser(tx, account, origin)?;
    logins::insert(tx.db, &login.hash(), &account.id, &browser, now)?;
    note_account(tx, &account.id, "login.succeeded")?;
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
        Ok(logins::delete_old(tx.db, idle, oldest)? + halves + browsers + offers + invitations)
    })
}

/// What wrong passwords are counted by. The log keeps marks of it: it is no list of who tried which address.
pub(super) struct Limits {
    /// As it is compared, or as it was typed.
    email: String,
    network: String,
}

impl Limits {
    pub(super) fn of(email: &str, origin: &Origin) -> Limits {
        let typed = || text::line(email).to_lowercase();
        let email = Email::parse(email).map_or_else(|_| typed(), |email| email.key());
        Limits { email, network: origin.network.to_string() }
    }

    /// The marks of the account in this network, of the network, and of the account from anywhere.
    fn marks(&self, key: &WeekKey) -> [String; 3] {
        [
            key.mark(&["account", &self.email, &self.network]),
            key.mark(&["network", &self.network]),
            key.mark(&["anywhere", &self.email]),
        ]
    }

    pub(super) fn check(&self, db: &mut Db, now: DateTime<Utc>) -> Result<(), LogInError> {
        let Some(key) = WeekKey::known(db, now)? else { return Ok(()) };
        let since = now - Duration::minutes(WINDOW_MINUTES);
        let [account, network, _] = self.marks(&key);
        for (mark, most) in [(account, MOST_FOR_ACCOUNT), (network, MOST_FOR_NETWORK)] {
            if networks::count(db, Marked::FailedLogIn, &mark, since)? >= most {
                return Err(LogInError::Wait { minutes: WINDOW_MINUTES });
            }
        }
        Ok(())
    }

    fn slowed_down(&self, db: &mut Db, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        let Some(key) = WeekKey::known(db, now)? else { return Ok(None) };
        let [_, _, anywhere] = self.marks(&key);
        slowed_down(db, &anywhere, now)
    }

    pub(super) fn note_failure(&self, tx: &mut Tx<'_>, account: Option<&Account>) -> Result<(), LogInError> {
        let key = WeekKey::made(tx)?;
        let marks = self.marks(&key);
        marks.iter().try_for_each(|mark| networks::note(tx, Marked::FailedLogIn, mark))?;
        let [_, _, anywhere] = marks;
        account.map_or(Ok(()), |account| Ok(warn_if_many(tx, account, &anywhere)?))
    }
}

/// How many seconds the next try must wait: twice as long after each wrong one, up to a quarter of an hour.
fn slowed_down(db: &mut Db, subject: &str, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    let (failures, last) = log::tally(db, Marked::FailedLogIn.code(), subject, now - Duration::days(1))?;
    if failures < FREE_FOR_ACCOUNT {
        return Ok(None);
    }
    let doublings = u32::try_from(failures - FREE_FOR_ACCOUNT).unwrap_or(u32::MAX).min(20);
    let wait = 2_i64.saturating_pow(doublings).min(LONGEST_WAIT_SECONDS);
    let left = last.map_or(0, |last| wait - (now - last).num_seconds());
    Ok((left > 0).then_some(left))
}

/// Tells the owner of an account of many wrong passwords or codes, once a day.
fn warn_if_many(tx: &mut Tx<'_>, account: &Account, subject: &str) -> Result<(), Fault> {
    let since = tx.now - Duration::days(1);
    let failures = networks::count(tx.db, Marked::FailedLogIn, subject, since)?;
    let told = log::count_since(tx.db, "login.warned", account.id.as_str(), since)?;
    if failures >= FREE_FOR_ACCOUNT && told == 0 {
        note_account(tx, &account.id, "login.warned")?;
        notices::tell(tx, account, &Notice::ManyFailures)?;
    }
    Ok(())
}
