//! The second factor of organisers' log-ins: an app's codes, recovery codes for whoever has lost it, and who needs one.
//!
//! A secret counts once a code of it was typed; until then the one before counts. A code is taken once.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::access::{EventAccess, OwnerAccess};
use super::fault::from_store_error;
use super::log::note_account;
use super::notices::{self, Notice};
use super::one_time_codes as codes;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::AccountId;
use crate::domain::problems::{Message, Problems};
use crate::domain::token::Token;
use crate::store::second_factors::{self, Factor};
use crate::store::{Db, StoreError, logins};

/// How long a secret waits for the code that confirms it.
pub(super) const OFFER_HOURS: i64 = 1;

/// How an account stands with a second factor.
#[derive(Debug, Clone)]
pub struct FactorView {
    /// Since when it has one.
    pub since: Option<DateTime<Utc>>,
    /// How many recovery codes are left.
    pub codes_left: i64,
}

/// A secret that is to be confirmed.
#[derive(Debug, Clone)]
pub struct Offer {
    /// In base32, for whoever types it.
    pub secret: String,
    /// What the picture holds.
    pub link: String,
}

/// Why a second factor was not changed.
#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    #[error("invalid: {0}")]
    Invalid(Problems),
    /// The secret waited too long, or there is none.
    #[error("no secret waits to be confirmed")]
    NoOffer,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(FactorError);

/// How an account stands.
pub fn view(app: &App, account: &Account) -> Result<FactorView, Fault> {
    app.store.read(|db| {
        let factor = second_factors::find(db, &account.id)?;
        let codes_left = second_factors::count_recovery_codes(db, &account.id)?;
        Ok(FactorView { since: factor.map(|factor| factor.since), codes_left })
    })
}

/// Makes a secret to be confirmed.
pub fn offer(app: &App, account: &Account) -> Result<(), Fault> {
    let secret = codes::new_secret(&app.random);
    Ok(write(app, |tx| second_factors::offer(tx.db, &account.id, &secret, tx.now))?)
}

/// The secret that is to be confirmed, if there is one.
pub fn offered(app: &App, account: &Account) -> Result<Option<Offer>, Fault> {
    let since = app.clock.now() - Duration::hours(OFFER_HOURS);
    let found = app.store.read(|db| second_factors::find_offer(db, &account.id, since))?;
    let host = app.config.base_url.host();
    Ok(found.map(|secret| Offer { link: codes::app_link(&secret, &account.email, host), secret }))
}

/// Confirms the secret by a code of it: it is the account's second factor from now on, with new recovery codes, which nobody
/// is shown again. Every other browser logs in anew, since it showed a password alone, or a code of the app before.
pub fn confirm(app: &App, account: &Account, typed: &str, own: &Token) -> Result<Vec<String>, FactorError> {
    let new = codes::new_recovery_codes(&app.random);
    write(app, |tx| {
        let since = tx.now - Duration::hours(OFFER_HOURS);
        let secret = second_factors::find_offer(tx.db, &account.id, since)?.ok_or(FactorError::NoOffer)?;
        let Some(step) = codes::step_of(&secret, &codes::plain(typed), 0, tx.now) else {
            return Err(FactorError::Invalid(Problems::one("code", Message::new("problem-code-first"))));
        };
        second_factors::withdraw_offer(tx.db, &account.id)?;
        second_factors::put(tx.db, &account.id, &Factor { secret, since: tx.now, last_step: step })?;
        put_codes(tx, account, &new)?;
        logins::delete_others(tx.db, &account.id, Some(&own.hash()))?;
        note_account(tx, &account.id, "factor.on")?;
        notices::tell(tx, account, &Notice::FactorOn)?;
        Ok(new.clone())
    })
}

/// Makes new recovery codes; those before are worth nothing. Nothing without a second factor.
pub fn renew_codes(app: &App, account: &Account) -> Result<Vec<String>, FactorError> {
    let new = codes::new_recovery_codes(&app.random);
    write(app, |tx| {
        if !second_factors::exists(tx.db, &account.id)? {
            return Err(FactorError::NoOffer);
        }
        put_codes(tx, account, &new)?;
        note_account(tx, &account.id, "factor.codes")?;
        notices::tell(tx, account, &Notice::CodesRenewed)?;
        Ok(new.clone())
    })
}

fn put_codes(tx: &mut Tx<'_>, account: &Account, new: &[String]) -> Result<(), StoreError> {
    let hashes: Vec<_> = new.iter().map(|code| codes::recovery_hash(code)).collect();
    second_factors::put_recovery_codes(tx.db, &account.id, &hashes)
}

/// Turns the second factor off.
pub fn turn_off(app: &App, account: &Account) -> Result<(), Fault> {
    write(app, |tx| forget(tx, account, "factor.off"))
}

/// Forgets an account's second factor, and tells its owner.
pub(super) fn forget(tx: &mut Tx<'_>, account: &Account, action: &str) -> Result<(), Fault> {
    if second_factors::delete(tx.db, &account.id)? {
        note_account(tx, &account.id, action)?;
        notices::tell(tx, account, &Notice::FactorOff)?;
    }
    Ok(())
}

/// A code that was taken.
pub(super) enum Taken {
    /// One of the app.
    App,
    /// A recovery code; so many are left.
    Recovery { left: i64 },
}

/// Takes a typed code: it is worth nothing afterwards. Nothing if it is none of this account's.
pub(super) fn take(
    db: &mut Db,
    account: &AccountId,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Option<Taken>, StoreError> {
    let Some(factor) = second_factors::find(db, account)? else { return Ok(None) };
    if let Some(step) = codes::step_of(&factor.secret, &codes::plain(typed), factor.last_step, now)
        && second_factors::take_step(db, account, step)?
    {
        return Ok(Some(Taken::App));
    }
    if !second_factors::use_recovery_code(db, account, &codes::recovery_hash(typed), now)? {
        return Ok(None);
    }
    Ok(Some(Taken::Recovery { left: second_factors::count_recovery_codes(db, account)? }))
}

/// Whether the event's team needs a second factor.
pub fn is_required_at(app: &App, access: &EventAccess) -> Result<bool, Fault> {
    Ok(app.store.read(|db| second_factors::is_required_at(db, &access.event().id))?)
}

/// Says whether the event's team needs one.
pub fn require_at(app: &App, access: &OwnerAccess, required: bool) -> Result<(), Fault> {
    Ok(write(app, |tx| {
        second_factors::require_at(tx.db, &access.event().id, required)?;
        let detail = if required { "on" } else { "off" };
        access.note(tx, "event.second_factor", access.event().id.as_str(), detail)
    })?)
}
