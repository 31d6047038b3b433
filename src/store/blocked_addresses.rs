//! Addresses that mail comes back from: nothing is sent to them until somebody corrects or lifts that.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{lower, utc};
use super::schema::{accounts, blocked_addresses, participants};
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::text::Email;

/// Why an address is blocked, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the mail server said.
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// Blocks an address in every spelling; the first reason stays.
pub fn insert(db: &mut Db, email: &Email, reason: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    if find(db, email)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(blocked_addresses::table)
        .values((
            blocked_addresses::email_key.eq(email.key()),
            blocked_addresses::reason.eq(reason),
            blocked_addresses::at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Why an address is blocked, if it is.
pub fn find(db: &mut Db, email: &Email) -> Result<Option<Block>, StoreError> {
    let row: Option<(String, NaiveDateTime)> = blocked_addresses::table
        .find(email.key())
        .select((blocked_addresses::reason, blocked_addresses::at))
        .first(db)
        .optional()?;
    Ok(row.map(|(reason, at)| Block { reason, at: utc(at) }))
}

/// Which of these addresses are blocked, each as [`Email::key`] gives it.
pub fn among(db: &mut Db, keys: &[String]) -> Result<HashSet<String>, StoreError> {
    let mut blocked = HashSet::new();
    for some in keys.chunks(5_000) {
        let found: Vec<String> = blocked_addresses::table
            .filter(blocked_addresses::email_key.eq_any(some))
            .select(blocked_addresses::email_key)
            .load(db)?;
        blocked.extend(found);
    }
    Ok(blocked)
}

/// Lifts the block of an address; gives whether there was one.
pub fn delete(db: &mut Db, email: &Email) -> Result<bool, StoreError> {
    Ok(diesel::delete(blocked_addresses::table.find(email.key())).execute(db)? == 1)
}

/// How many participants of an event have a blocked address.
pub fn count_of_event(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    let blocked = blocked_addresses::table.select(blocked_addresses::email_key.nullable());
    Ok(participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::email_key.eq_any(blocked))
        .count()
        .get_result(db)?)
}

/// Forgets blocked addresses that nobody has any more.
pub fn delete_unused(db: &mut Db) -> Result<usize, StoreError> {
    let of_participants = participants::table
        .filter(participants::email_key.is_not_null())
        .select(participants::email_key.assume_not_null());
    let of_accounts = accounts::table.select(lower(accounts::email));
    let unused = blocked_addresses::table
        .filter(blocked_addresses::email_key.ne_all(of_participants))
        .filter(blocked_addresses::email_key.ne_all(of_accounts));
    Ok(diesel::delete(unused).execute(db)?)
}
