//! Accounts that nobody can log in with for now.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{execute, utc};
use super::schema::deactivated_accounts;
use super::{Db, StoreError};
use crate::domain::ids::AccountId;

/// Whether an account is deactivated.
pub fn contains(db: &mut Db, account: &AccountId) -> Result<bool, StoreError> {
    let found = deactivated_accounts::table.find(account.as_str());
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Every one, with since when.
pub fn list(db: &mut Db) -> Result<Vec<(AccountId, DateTime<Utc>)>, StoreError> {
    let rows: Vec<(String, NaiveDateTime)> = deactivated_accounts::table
        .select((deactivated_accounts::account_id, deactivated_accounts::since))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, since)| (AccountId(id), utc(since))).collect())
}

/// Deactivates an account, unless it is.
pub fn insert(db: &mut Db, account: &AccountId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        deactivated_accounts::account_id.eq(account.as_str()),
        deactivated_accounts::since.eq(now.naive_utc()),
    );
    let insert = diesel::insert_into(deactivated_accounts::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}

/// Gives an account back; gives whether it was deactivated.
pub fn delete(db: &mut Db, account: &AccountId) -> Result<bool, StoreError> {
    Ok(diesel::delete(deactivated_accounts::table.find(account.as_str())).execute(db)? == 1)
}
