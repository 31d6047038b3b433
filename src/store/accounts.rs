//! Organisers' accounts, and their one-time links.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::{account_links, accounts};
use super::{Db, StoreError};
use crate::domain::account::Account;
use crate::domain::ids::AccountId;
use crate::domain::lang::Lang;
use crate::domain::text::Email;
use crate::domain::token::TokenHash;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = accounts)]
struct AccountRow {
    id: String,
    email: String,
    name: String,
    password_hash: Option<String>,
    is_admin: bool,
    lang: String,
    created_at: NaiveDateTime,
}

impl AccountRow {
    fn into_account(self) -> Result<Account, StoreError> {
        Ok(Account {
            id: AccountId(self.id),
            email: self.email,
            name: self.name,
            is_admin: self.is_admin,
            lang: known("language", &self.lang, Lang::parse(&self.lang))?,
            created_at: utc(self.created_at),
        })
    }
}

/// Stores a new account; without a password nobody can log in with it.
pub fn insert(db: &mut Db, account: &Account, password_hash: Option<&str>) -> Result<(), StoreError> {
    let row = AccountRow {
        id: account.id.0.clone(),
        email: account.email.to_lowercase(),
        name: account.name.clone(),
        password_hash: password_hash.map(str::to_string),
        is_admin: account.is_admin,
        lang: account.lang.code().to_string(),
        created_at: account.created_at.naive_utc(),
    };
    diesel::insert_into(accounts::table).values(row).execute(db)?;
    Ok(())
}

/// One account.
pub fn get(db: &mut Db, id: &AccountId) -> Result<Account, StoreError> {
    AccountRow::query().find(id.as_str()).first(db)?.into_account()
}

/// The account with this address and its password hash.
pub fn find_by_email(db: &mut Db, email: &Email) -> Result<Option<(Account, Option<String>)>, StoreError> {
    let row = AccountRow::query().filter(accounts::email.eq(email.key())).first(db).optional()?;
    row.map(|row: AccountRow| {
        let hash = row.password_hash.clone();
        Ok((row.into_account()?, hash))
    })
    .transpose()
}

/// An account's password hash, if it has a password.
pub fn password_hash(db: &mut Db, id: &AccountId) -> Result<Option<String>, StoreError> {
    Ok(accounts::table.find(id.as_str()).select(accounts::password_hash).first(db)?)
}

/// Every account by name; at most 500.
pub fn list(db: &mut Db) -> Result<Vec<Account>, StoreError> {
    let rows = AccountRow::query().order((accounts::name, accounts::id)).limit(500).load(db)?;
    rows.into_iter().map(AccountRow::into_account).collect()
}

/// These accounts, as far as they are there.
pub fn list_by_ids(db: &mut Db, ids: &[&str]) -> Result<Vec<Account>, StoreError> {
    let rows = AccountRow::query().filter(accounts::id.eq_any(ids)).load(db)?;
    rows.into_iter().map(AccountRow::into_account).collect()
}

/// The administrators, whose rows are locked until the transaction ends.
pub fn lock_admins(db: &mut Db) -> Result<Vec<AccountId>, StoreError> {
    let admins = accounts::table.filter(accounts::is_admin.eq(true));
    diesel::update(admins).set(accounts::is_admin.eq(true)).execute(db)?;
    let ids: Vec<String> = admins.select(accounts::id).load(db)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// Says whether an account is an administrator's.
pub fn set_admin(db: &mut Db, id: &AccountId, is_admin: bool) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.as_str())).set(accounts::is_admin.eq(is_admin)).execute(db)?;
    Ok(())
}

/// Deletes an account with all that hangs on it.
pub fn delete(db: &mut Db, id: &AccountId) -> Result<(), StoreError> {
    diesel::delete(accounts::table.find(id.as_str())).execute(db)?;
    Ok(())
}

/// How many accounts there are.
pub fn count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(accounts::table.count().get_result(db)?)
}

/// Sets a password.
pub fn set_password(db: &mut Db, id: &AccountId, hash: &str) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id.as_str())).set(accounts::password_hash.eq(hash)).execute(db)?;
    Ok(())
}

/// What an organiser's one-time link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountLinkPurpose {
    /// Make the first account of the installation.
    Setup,
    /// Set a new password.
    Password,
}

impl AccountLinkPurpose {
    fn code(self) -> &'static str {
        match self {
            AccountLinkPurpose::Setup => "setup",
            AccountLinkPurpose::Password => "password",
        }
    }
}

/// An organiser's one-time link.
#[derive(Debug, Clone)]
pub struct AccountLink {
    pub account: Option<AccountId>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// Stores a one-time link; an unused one of the same purpose and account goes.
pub fn insert_link(
    db: &mut Db,
    hash: &TokenHash,
    account: Option<&AccountId>,
    purpose: AccountLinkPurpose,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let unused = account_links::table
        .filter(account_links::purpose.eq(purpose.code()))
        .filter(account_links::used_at.is_null());
    match account {
        Some(account) => {
            diesel::delete(unused.filter(account_links::account_id.eq(account.as_str()))).execute(db)?
        }
        None => diesel::delete(unused.filter(account_links::account_id.is_null())).execute(db)?,
    };
    diesel::insert_into(account_links::table)
        .values((
            account_links::token_hash.eq(&hash.0),
            account_links::account_id.eq(account.map(AccountId::as_str)),
            account_links::purpose.eq(purpose.code()),
            account_links::created_at.eq(now.naive_utc()),
            account_links::expires_at.eq(expires_at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The one-time link with this token.
pub fn find_link(
    db: &mut Db,
    hash: &TokenHash,
    purpose: AccountLinkPurpose,
) -> Result<Option<AccountLink>, StoreError> {
    let row: Option<(Option<String>, NaiveDateTime, Option<NaiveDateTime>)> = account_links::table
        .find(&hash.0)
        .filter(account_links::purpose.eq(purpose.code()))
        .select((account_links::account_id, account_links::expires_at, account_links::used_at))
        .first(db)
        .optional()?;
    Ok(row.map(|(account, expires_at, used_at)| AccountLink {
        account: account.map(AccountId),
        expires_at: utc(expires_at),
        used_at: used_at.map(utc),
    }))
}

/// Marks a one-time link as used; gives whether this call was the first.
pub fn use_link(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let n = diesel::update(account_links::table.find(&hash.0).filter(account_links::used_at.is_null()))
        .set(account_links::used_at.eq(now.naive_utc()))
        .execute(db)?;
    Ok(n == 1)
}
