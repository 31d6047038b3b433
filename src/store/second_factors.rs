//! Second factors of accounts, their recovery codes, and the events that ask for one.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{execute, utc};
use super::schema::{recovery_codes, second_factor_events, second_factor_offers, second_factors};
use super::{Db, StoreError};
use crate::domain::ids::{AccountId, EventId};
use crate::domain::token::TokenHash;

/// An account's second factor.
#[derive(Debug, Clone)]
pub struct Factor {
    /// In base32.
    pub secret: String,
    pub since: DateTime<Utc>,
    /// The newest step of which a code was taken.
    pub last_step: i64,
}

/// An account's second factor, if it has one.
pub fn find(db: &mut Db, account: &AccountId) -> Result<Option<Factor>, StoreError> {
    let row: Option<(String, NaiveDateTime, i64)> = second_factors::table
        .find(account.as_str())
        .select((second_factors::secret, second_factors::since, second_factors::last_step))
        .first(db)
        .optional()?;
    Ok(row.map(|(secret, since, last_step)| Factor { secret, since: utc(since), last_step }))
}

/// Whether an account has a second factor.
pub fn exists(db: &mut Db, account: &AccountId) -> Result<bool, StoreError> {
    let found = second_factors::table.find(account.as_str());
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// The accounts that have one.
pub fn holders(db: &mut Db) -> Result<Vec<String>, StoreError> {
    Ok(second_factors::table.select(second_factors::account_id).load(db)?)
}

/// Stores an account's second factor instead of the one before.
pub fn put(db: &mut Db, account: &AccountId, factor: &Factor) -> Result<(), StoreError> {
    let values = (
        second_factors::secret.eq(&factor.secret),
        second_factors::since.eq(factor.since.naive_utc()),
        second_factors::last_step.eq(factor.last_step),
    );
    if diesel::update(second_factors::table.find(account.as_str())).set(values).execute(db)? == 1 {
        return Ok(());
    }
    let row = (second_factors::account_id.eq(account.as_str()), values.0, values.1, values.2);
    let insert = diesel::insert_into(second_factors::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}

/// Takes the code of a step: gives whether no code of it or of a later one was taken before.
pub fn take_step(db: &mut Db, account: &AccountId, step: i64) -> Result<bool, StoreError> {
    let older = second_factors::table.find(account.as_str()).filter(second_factors::last_step.lt(step));
    Ok(diesel::update(older).set(second_factors::last_step.eq(step)).execute(db)? == 1)
}

/// Forgets an account's second factor with all that hangs on it; gives whether there was one.
pub fn delete(db: &mut Db, account: &AccountId) -> Result<bool, StoreError> {
    let id = account.as_str();
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(id))).execute(db)?;
    diesel::delete(second_factor_offers::table.find(id)).execute(db)?;
    Ok(diesel::delete(second_factors::table.find(id)).execute(db)? == 1)
}

/// Stores a secret that is still to be confirmed instead of the one before.
pub fn offer(db: &mut Db, account: &AccountId, secret: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let values = (second_factor_offers::secret.eq(secret), second_factor_offers::made_at.eq(now.naive_utc()));
    if diesel::update(second_factor_offers::table.find(account.as_str())).set(values).execute(db)? == 1 {
        return Ok(());
    }
    let row = (second_factor_offers::account_id.eq(account.as_str()), values.0, values.1);
    let insert = diesel::insert_into(second_factor_offers::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}

/// The secret that is to be confirmed, unless it was made before `since`.
pub fn find_offer(
    db: &mut Db,
    account: &AccountId,
    since: DateTime<Utc>,
) -> Result<Option<String>, StoreError> {
    Ok(second_factor_offers::table
        .find(account.as_str())
        .filter(second_factor_offers::made_at.ge(since.naive_utc()))
        .select(second_factor_offers::secret)
        .first(db)
        .optional()?)
}

/// Forgets the secret that is to be confirmed.
pub fn withdraw_offer(db: &mut Db, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(second_factor_offers::table.find(account.as_str())).execute(db)?;
    Ok(())
}

/// Forgets the secrets that nobody has confirmed since.
pub fn delete_old_offers(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = second_factor_offers::table.filter(second_factor_offers::made_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}

/// Stores recovery codes instead of those before.
pub fn put_recovery_codes(db: &mut Db, account: &AccountId, codes: &[TokenHash]) -> Result<(), StoreError> {
    let before = recovery_codes::table.filter(recovery_codes::account_id.eq(account.as_str()));
    diesel::delete(before).execute(db)?;
    for code in codes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::account_id.eq(account.as_str()), recovery_codes::code_hash.eq(&code.0)))
            .execute(db)?;
    }
    Ok(())
}

/// Uses a recovery code up; gives whether there was one that nobody had used.
pub fn use_recovery_code(
    db: &mut Db,
    account: &AccountId,
    code: &TokenHash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let unused =
        recovery_codes::table.find((account.as_str(), &code.0)).filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(now.naive_utc())).execute(db)? == 1)
}

/// How many recovery codes are left.
pub fn count_recovery_codes(db: &mut Db, account: &AccountId) -> Result<i64, StoreError> {
    let left = recovery_codes::table
        .filter(recovery_codes::account_id.eq(account.as_str()))
        .filter(recovery_codes::used_at.is_null());
    Ok(left.count().get_result(db)?)
}

/// Whether an event's team needs a second factor.
pub fn is_required_at(db: &mut Db, event: &EventId) -> Result<bool, StoreError> {
    let found = second_factor_events::table.find(event.as_str());
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Says whether an event's team needs one.
pub fn require_at(db: &mut Db, event: &EventId, required: bool) -> Result<(), StoreError> {
    if !required {
        diesel::delete(second_factor_events::table.find(event.as_str())).execute(db)?;
        return Ok(());
    }
    let row = second_factor_events::event_id.eq(event.as_str());
    let insert = diesel::insert_into(second_factor_events::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}
