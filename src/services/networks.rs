//! Marks of addresses in the network: what limits count by is stored under a key that is new each week and thrown away with it.
//! While a week lasts the same network has the same mark; afterwards nobody can say whose a mark was, not even by trying all
//! addresses there are.
//!
//! Invariant: no address of a network is stored, nor a hash of one without this key; and no mark stays longer than
//! [`KEPT_DAYS`].

use chrono::{DateTime, Duration, Utc};
use ring::hmac;

use super::Fault;
use super::log::note_visitor;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::codes::codes;
use crate::store::{Db, StoreError, log, network_keys};

/// How long marks are kept at most.
pub const KEPT_DAYS: i64 = 7;

/// Marks of a kind that are kept at most, whoever leaves them from wherever.
const MOST_KEPT: i64 = 20_000;

codes! {
    /// What marks are noted for, as the log calls it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Marked {
        FailedLogIn = "login.failed",
        BarrierReport = "barrier.reported",
    }
}

/// The key of a week.
pub struct WeekKey(hmac::Key);

impl WeekKey {
    /// The key of this week, to look for marks; none if nothing was marked this week.
    pub(super) fn known(db: &mut Db, now: DateTime<Utc>) -> Result<Option<WeekKey>, StoreError> {
        let secret = network_keys::find(db, week(now))?;
        Ok(secret.map(|secret| WeekKey(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()))))
    }

    /// The key of this week, to store marks: made if there is none yet.
    pub(super) fn made(tx: &mut Tx<'_>) -> Result<WeekKey, StoreError> {
        if let Some(key) = WeekKey::known(tx.db, tx.now)? {
            return Ok(key);
        }
        network_keys::insert(tx.db, week(tx.now), tx.app.random.token().secret())?;
        // Another server may have been quicker.
        WeekKey::known(tx.db, tx.now)?.ok_or(StoreError::NotFound)
    }

    /// The mark of what the parts name together, such as a use and a [`Network`](crate::domain::network::Network). A use of its
    /// own has marks of its own.
    pub fn mark(&self, parts: &[&str]) -> String {
        let tag = hmac::sign(&self.0, parts.join("\n").as_bytes());
        tag.as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Weeks begin on Mondays.
fn week(now: DateTime<Utc>) -> i64 {
    // The first day that is counted was a Thursday.
    (now.timestamp().div_euclid(86_400) + 3).div_euclid(7)
}

/// Notes in the log that somebody whom nobody knows did something; `mark` is that of this week's key.
pub(super) fn note(tx: &mut Tx<'_>, action: Marked, mark: &str) -> Result<(), StoreError> {
    note_visitor(tx, action.code(), mark)
}

/// How often a mark was noted since a time.
pub(super) fn count(
    db: &mut Db,
    action: Marked,
    mark: &str,
    since: DateTime<Utc>,
) -> Result<i64, StoreError> {
    log::count_since(db, action.code(), mark, since)
}

/// Throws away the keys whose week is over, marks that are too old, and the oldest marks where there are very many. Gives how
/// many keys there were.
pub fn forget_old(app: &App) -> Result<usize, Fault> {
    write(app, |tx| {
        let before = tx.now - Duration::days(KEPT_DAYS);
        for action in Marked::ALL {
            log::delete_outside_events(tx.db, action.code(), before, MOST_KEPT)?;
        }
        Ok(network_keys::delete_before(tx.db, week(tx.now))?)
    })
}
