//! The browsers in which organisers are logged in, those half way there, and those that are known from before.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{execute, utc};
use super::schema::{half_logins, known_browsers, logins};
use super::{Db, StoreError};
use crate::domain::ids::AccountId;
use crate::domain::token::TokenHash;

/// A browser in which somebody is logged in.
#[derive(Debug, Clone)]
pub struct Login {
    pub hash: TokenHash,
    pub account: AccountId,
    /// What the browser says it is.
    pub browser: String,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    /// When they last showed who they are; none for log-ins of before that was kept.
    pub proved_at: Option<DateTime<Utc>>,
}

#[derive(HasQuery)]
#[diesel(table_name = logins)]
struct LoginRow {
    token_hash: String,
    account_id: String,
    browser: String,
    created_at: NaiveDateTime,
    last_seen_at: NaiveDateTime,
    proved_at: Option<NaiveDateTime>,
}

impl LoginRow {
    fn into_login(self) -> Login {
        Login {
            hash: TokenHash(self.token_hash),
            account: AccountId(self.account_id),
            browser: self.browser,
            created_at: utc(self.created_at),
            last_seen_at: utc(self.last_seen_at),
            proved_at: self.proved_at.map(utc),
        }
    }
}

/// Stores a new log-in; whoever logs in has shown who they are.
pub fn insert(
    db: &mut Db,
    hash: &TokenHash,
    account: &AccountId,
    browser: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(logins::table)
        .values((
            logins::token_hash.eq(&hash.0),
            logins::account_id.eq(account.as_str()),
            logins::browser.eq(browser),
            logins::created_at.eq(now.naive_utc()),
            logins::last_seen_at.eq(now.naive_utc()),
            logins::proved_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The log-in with this token.
pub fn find(db: &mut Db, hash: &TokenHash) -> Result<Option<Login>, StoreError> {
    Ok(LoginRow::query().find(&hash.0).first(db).optional()?.map(LoginRow::into_login))
}

/// The log-ins of an account, the one that was seen last first.
pub fn list(db: &mut Db, account: &AccountId) -> Result<Vec<Login>, StoreError> {
    let rows = LoginRow::query()
        .filter(logins::account_id.eq(account.as_str()))
        .order((logins::last_seen_at.desc(), logins::token_hash))
        .load(db)?;
    Ok(rows.into_iter().map(LoginRow::into_login).collect())
}

/// Notes that a log-in is in use.
pub fn touch(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(logins::table.find(&hash.0)).set(logins::last_seen_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}

/// Notes that whoever is logged in has shown again who they are.
pub fn prove(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(logins::table.find(&hash.0)).set(logins::proved_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}

/// Ends a log-in.
pub fn delete(db: &mut Db, hash: &TokenHash) -> Result<(), StoreError> {
    diesel::delete(logins::table.find(&hash.0)).execute(db)?;
    Ok(())
}

/// Ends a log-in of this account; gives whether there was one.
pub fn delete_of(db: &mut Db, account: &AccountId, hash: &TokenHash) -> Result<bool, StoreError> {
    let own = logins::table.find(&hash.0).filter(logins::account_id.eq(account.as_str()));
    Ok(diesel::delete(own).execute(db)? == 1)
}

/// Ends every log-in of an account but one, whole or half.
pub fn delete_others(db: &mut Db, account: &AccountId, kept: Option<&TokenHash>) -> Result<(), StoreError> {
    let kept = kept.map_or("", |hash| hash.0.as_str());
    let others =
        logins::table.filter(logins::account_id.eq(account.as_str())).filter(logins::token_hash.ne(kept));
    diesel::delete(others).execute(db)?;
    diesel::delete(half_logins::table.filter(half_logins::account_id.eq(account.as_str()))).execute(db)?;
    Ok(())
}

/// Ends the log-ins that were not used since `idle` or are older than `oldest`.
pub fn delete_old(db: &mut Db, idle: DateTime<Utc>, oldest: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = logins::last_seen_at.lt(idle.naive_utc()).or(logins::created_at.lt(oldest.naive_utc()));
    Ok(diesel::delete(logins::table.filter(old)).execute(db)?)
}

/// A log-in of which the second factor is still asked for.
#[derive(Debug, Clone)]
pub struct HalfLogin {
    pub account: AccountId,
    pub started_at: DateTime<Utc>,
    /// How many wrong codes it has seen.
    pub failures: i32,
}

/// Stores a log-in that is half done.
pub fn insert_half(
    db: &mut Db,
    hash: &TokenHash,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(half_logins::table)
        .values((
            half_logins::token_hash.eq(&hash.0),
            half_logins::account_id.eq(account.as_str()),
            half_logins::started_at.eq(now.naive_utc()),
            half_logins::failures.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// The half-done log-in with this token.
pub fn find_half(db: &mut Db, hash: &TokenHash) -> Result<Option<HalfLogin>, StoreError> {
    let row: Option<(String, NaiveDateTime, i32)> = half_logins::table
        .find(&hash.0)
        .select((half_logins::account_id, half_logins::started_at, half_logins::failures))
        .first(db)
        .optional()?;
    Ok(row.map(|(account, started_at, failures)| HalfLogin {
        account: AccountId(account),
        started_at: utc(started_at),
        failures,
    }))
}

/// Counts a wrong code of a half-done log-in.
pub fn count_half_failure(db: &mut Db, hash: &TokenHash) -> Result<(), StoreError> {
    diesel::update(half_logins::table.find(&hash.0))
        .set(half_logins::failures.eq(half_logins::failures + 1))
        .execute(db)?;
    Ok(())
}

/// Ends a half-done log-in; gives whether there was one.
pub fn delete_half(db: &mut Db, hash: &TokenHash) -> Result<bool, StoreError> {
    Ok(diesel::delete(half_logins::table.find(&hash.0)).execute(db)? == 1)
}

/// Ends the half-done log-ins that were begun before.
pub fn delete_old_halves(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = half_logins::table.filter(half_logins::started_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}

/// The accounts that were logged in with a browser of this token.
pub fn known_accounts(db: &mut Db, hash: &TokenHash) -> Result<Vec<AccountId>, StoreError> {
    let ids: Vec<String> = known_browsers::table
        .filter(known_browsers::token_hash.eq(&hash.0))
        .select(known_browsers::account_id)
        .load(db)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// Remembers that an account is logged in with a browser.
pub fn know_browser(
    db: &mut Db,
    hash: &TokenHash,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let seen = known_browsers::seen_at.eq(now.naive_utc());
    let there = diesel::update(known_browsers::table.find((&hash.0, account.as_str()))).set(seen);
    if there.execute(db)? == 1 {
        return Ok(());
    }
    let row = (known_browsers::token_hash.eq(&hash.0), known_browsers::account_id.eq(account.as_str()), seen);
    let insert = diesel::insert_into(known_browsers::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}

/// Forgets every browser of an account.
pub fn forget_browsers(db: &mut Db, account: &AccountId) -> Result<(), StoreError> {
    let known = known_browsers::table.filter(known_browsers::account_id.eq(account.as_str()));
    diesel::delete(known).execute(db)?;
    Ok(())
}

/// Forgets the browsers that were not seen since.
pub fn delete_old_browsers(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = known_browsers::table.filter(known_browsers::seen_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}
