//! Addresses that mail comes back from: nothing is sent to them until somebody corrects or lifts that.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{lower, utc};
use super::schema::{accounts, blocked_addresses, participants};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
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

/// A participant of an event whose address is blocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedParticipant {
    pub participant: ParticipantId,
    pub name: String,
    pub email: Email,
    pub block: Block,
}

/// The participants of an event whose address is blocked, the latest block first.
pub fn list_of_event(db: &mut Db, event: &EventId) -> Result<Vec<BlockedParticipant>, StoreError> {
    let rows: Vec<(String, String, Option<String>, String, NaiveDateTime)> = participants::table
        .inner_join(
            blocked_addresses::table.on(participants::email_key.eq(blocked_addresses::email_key.nullable())),
        )
        .filter(participants::event_id.eq(event.as_str()))
        .order((blocked_addresses::at.desc(), participants::name, participants::id))
        .select((
            participants::id,
            participants::name,
            participants::email,
            blocked_addresses::reason,
            blocked_addresses::at,
        ))
        .load(db)?;
    rows.into_iter()
        .map(|(id, name, email, reason, at)| {
            let text = email.unwrap_or_default();
            Ok(BlockedParticipant {
                participant: ParticipantId(id),
                name,
                email: known("email", &text, Email::parse(&text).ok())?,
                block: Block { reason, at: utc(at) },
            })
        })
        .collect()
}

/// The addresses of a domain, in lower case, that have been blocked since a time.
pub fn list_at(db: &mut Db, domain: &str, since: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let keys: Vec<String> = blocked_addresses::table
        .filter(blocked_addresses::at.gt(since.naive_utc()))
        .select(blocked_addresses::email_key)
        .load(db)?;
    let domain = domain.to_lowercase();
    let of_domain = |key: &String| key.rsplit_once('@').is_some_and(|(_, own)| own == domain);
    Ok(keys.into_iter().filter(of_domain).collect())
}

/// Lifts the blocks of addresses that are in lower case; gives how many there were.
pub fn delete_keys(db: &mut Db, email_keys: &[String]) -> Result<usize, StoreError> {
    let mut lifted = 0;
    for keys in email_keys.chunks(500) {
        let blocks = blocked_addresses::table.filter(blocked_addresses::email_key.eq_any(keys));
        lifted += diesel::delete(blocks).execute(db)?;
    }
    Ok(lifted)
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
