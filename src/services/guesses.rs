//! Wrong passwords and codes: what they are counted by, and whom they slow down.
//!
//! They are counted for a network, for an account in a network, and for an account from anywhere. The last slows down more and
//! more but never ends a log-in for good, since strangers cause it. Whoever is logged in, or sits at a browser in which the
//! account was logged in before, is counted by that alone: others in their network do not keep them out.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::fault::from_store_error;
use super::log::{note_account, note_visitor};
use super::networks::{self, Marked, WeekKey};
use super::notices::{self, Notice};
use super::tx::Tx;
use crate::domain::account::Account;
use crate::domain::ids::AccountId;
use crate::domain::network::Network;
use crate::domain::text::{self, Email};
use crate::domain::token::TokenHash;
use crate::store::{Db, StoreError, log};

/// Wrong ones are counted over so many minutes ...
const WINDOW_MINUTES: i64 = 15;
/// ... for one account and one network or browser, ...
const MOST_FOR_ACCOUNT: i64 = 10;
/// ... and for one network whatever the account.
const MOST_FOR_NETWORK: i64 = 50;
/// For one account from anywhere they are counted over a day: after so many each further one makes the next wait twice as
/// long, and the owner is told.
const FREE_FOR_ACCOUNT: i64 = 10;
/// The longest that the next one waits.
const LONGEST_WAIT_SECONDS: i64 = 900;

/// Wrong passwords of an account from anywhere, as the log calls them. The account's id names nobody outside, so that no key
/// of a week is needed: these last the whole day, also over a Monday, and nothing that strangers do pushes them out.
const PASSWORD_FAILED: &str = "password.failed";
/// Wrong codes of an account from anywhere.
const CODE_FAILED: &str = "code.failed";
/// What ends the count of an account's wrong passwords: whoever chose a new one is not slowed down by guesses at the old.
const PASSWORD_CHANGES: [&str; 2] = ["password.set", "password.changed"];

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

/// What is guessed, and from where.
pub(super) struct Guesses {
    account: Option<AccountId>,
    /// As it is compared, or as it was typed.
    email: String,
    place: Place,
}

/// Where it is guessed.
enum Place {
    Network(String),
    /// A browser or a log-in of the account's own, by the hash of its token.
    Own(String),
}

impl Guesses {
    /// Guesses of somebody in a network whom nobody knows, with an address that is perhaps an account's.
    pub(super) fn in_network(email: &str, account: Option<&AccountId>, network: &Network) -> Guesses {
        let typed = || text::line(email).to_lowercase();
        let email = Email::parse(email).map_or_else(|_| typed(), |email| email.key());
        Guesses { account: account.cloned(), email, place: Place::Network(network.to_string()) }
    }

    /// Guesses in a browser or a log-in that is the account's.
    pub(super) fn of_own(account: &Account, token: &TokenHash) -> Guesses {
        Guesses {
            account: Some(account.id.clone()),
            email: account.email.clone(),
            place: Place::Own(token.0.clone()),
        }
    }

    /// Refuses where there were too many from here lately.
    pub(super) fn check(&self, db: &mut Db, now: DateTime<Utc>) -> Result<(), LogInError> {
        let Some(key) = WeekKey::known(db, now)? else { return Ok(()) };
        let window = now - Duration::minutes(WINDOW_MINUTES);
        let since = self.since(db, window)?;
        let mut limits = vec![(self.mark_of_account(&key), MOST_FOR_ACCOUNT, since)];
        if let Place::Network(network) = &self.place {
            limits.push((key.mark(&["network", network]), MOST_FOR_NETWORK, window));
        }
        for (mark, most, since) in limits {
            if networks::count(db, Marked::FailedLogIn, &mark, since)? >= most {
                return Err(LogInError::Wait { minutes: WINDOW_MINUTES });
            }
        }
        Ok(())
    }

    fn mark_of_account(&self, key: &WeekKey) -> String {
        match &self.place {
            Place::Network(network) => key.mark(&["account", &self.email, network]),
            Place::Own(token) => key.mark(&["own", &self.email, token]),
        }
    }

    /// From when on wrong passwords count: a new password ends those at the old one.
    fn since(&self, db: &mut Db, since: DateTime<Utc>) -> Result<DateTime<Utc>, StoreError> {
        let Some(account) = &self.account else { return Ok(since) };
        let mut from = since;
        for action in PASSWORD_CHANGES {
            let (_, last) = log::tally(db, action, account.as_str(), since)?;
            from = last.map_or(from, |last| from.max(last + Duration::milliseconds(1)));
        }
        Ok(from)
    }

    /// How many seconds the next password for this account must wait, from wherever. An address without an account is slowed
    /// down like one: the answer does not tell the two apart.
    pub(super) fn slowed_down(&self, db: &mut Db, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        let day = now - Duration::days(1);
        match &self.account {
            Some(account) => {
                let since = self.since(db, day)?;
                slowed_down(db, (PASSWORD_FAILED, account.as_str()), since, now)
            }
            None => {
                let Some(key) = WeekKey::known(db, now)? else { return Ok(None) };
                slowed_down(db, (Marked::FailedLogIn.code(), &self.mark_of_nobody(&key)), day, now)
            }
        }
    }

    fn mark_of_nobody(&self, key: &WeekKey) -> String {
        key.mark(&["nobody", &self.email])
    }

    /// Counts a wrong password, and tells the owner when there are many.
    pub(super) fn note_password(&self, tx: &mut Tx<'_>, account: Option<&Account>) -> Result<(), LogInError> {
        let key = self.note_here(tx)?;
        if let Place::Network(network) = &self.place {
            networks::note(tx, Marked::FailedLogIn, &key.mark(&["network", network]))?;
        }
        match account {
            Some(account) => {
                note_visitor(tx, PASSWORD_FAILED, account.id.as_str())?;
                let since = self.since(tx.db, tx.now - Duration::days(1))?;
                Ok(warn_if_many(tx, account, PASSWORD_FAILED, since)?)
            }
            None => Ok(networks::note(tx, Marked::FailedLogIn, &self.mark_of_nobody(&key))?),
        }
    }

    fn note_here(&self, tx: &mut Tx<'_>) -> Result<WeekKey, StoreError> {
        let key = WeekKey::made(tx)?;
        networks::note(tx, Marked::FailedLogIn, &self.mark_of_account(&key))?;
        Ok(key)
    }

    /// Refuses a code where the account has seen too many wrong ones. What is the account's own is counted by itself.
    pub(super) fn check_code(&self, tx: &mut Tx<'_>, account: &Account) -> Result<(), LogInError> {
        if matches!(self.place, Place::Own(_)) {
            return self.check(tx.db, tx.now);
        }
        let day = tx.now - Duration::days(1);
        match slowed_down(tx.db, (CODE_FAILED, account.id.as_str()), day, tx.now)? {
            Some(seconds) => Err(LogInError::SlowedDown { seconds }),
            None => Ok(()),
        }
    }

    /// Counts a wrong code, and tells the owner when there are many.
    pub(super) fn note_code(&self, tx: &mut Tx<'_>, account: &Account) -> Result<(), LogInError> {
        if matches!(self.place, Place::Own(_)) {
            self.note_here(tx)?;
        }
        note_visitor(tx, CODE_FAILED, account.id.as_str())?;
        Ok(warn_if_many(tx, account, CODE_FAILED, tx.now - Duration::days(1))?)
    }
}

/// How many seconds the next try must wait: twice as long after each wrong one, up to a quarter of an hour.
fn slowed_down(
    db: &mut Db,
    (action, subject): (&str, &str),
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<i64>, StoreError> {
    let (failures, last) = log::tally(db, action, subject, since)?;
    if failures < FREE_FOR_ACCOUNT {
        return Ok(None);
    }
    let doublings = u32::try_from(failures - FREE_FOR_ACCOUNT).unwrap_or(u32::MAX).min(20);
    let wait = 2_i64.saturating_pow(doublings).min(LONGEST_WAIT_SECONDS);
    let left = last.map_or(0, |last| wait - (now - last).num_seconds());
    Ok((left > 0).then_some(left))
}

/// Tells the owner of an account of many wrong passwords or codes, once a day.
fn warn_if_many(tx: &mut Tx<'_>, account: &Account, action: &str, since: DateTime<Utc>) -> Result<(), Fault> {
    let failures = log::count_since(tx.db, action, account.id.as_str(), since)?;
    let day = tx.now - Duration::days(1);
    let told = log::count_since(tx.db, "login.warned", account.id.as_str(), day)?;
    if failures >= FREE_FOR_ACCOUNT && told == 0 {
        note_account(tx, &account.id, "login.warned")?;
        notices::tell(tx, account, &Notice::ManyFailures)?;
    }
    Ok(())
}

/// Forgets wrong passwords and codes of accounts that count no more.
pub(super) fn forget_old(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    let before = tx.now - Duration::days(1);
    let mut gone = 0;
    for action in [PASSWORD_FAILED, CODE_FAILED] {
        gone += log::delete_outside_events(tx.db, action, before, i64::MAX)?;
    }
    Ok(gone)
}
