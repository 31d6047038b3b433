//! The keys of addresses, brought to the form in which mail servers take them, for rows that were stored by an earlier rule.
//!
//! Two people of one event whose addresses turn out to be one are kept: the key of the one who came later is marked, so that no
//! search for the address finds them, until an organiser makes one of both.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::schema::{accounts, blocked_addresses, outbox, participants, registration_forms, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::text::Email;

/// Begins the key of somebody whose address another one of the event has; the earlier one's id, their own, and the key follow.
const DOUBLE: &str = "double ";

/// Whether a column holds a letter beyond ASCII, in the words of both databases.
fn beyond_ascii(column: &str) -> diesel::expression::SqlLiteral<Bool> {
    sql::<Bool>(&format!("octet_length({column}) <> length({column})"))
}

/// Brings the keys up to date. What is done already is not found again.
pub fn fill(db: &mut Db) -> Result<(), StoreError> {
    fill_participants(db)?;
    let forms: Vec<(String, String)> = registration_forms::table
        .filter(beyond_ascii("email_key"))
        .select((registration_forms::token_hash, registration_forms::email_key))
        .load(db)?;
    for (form, key) in forms {
        diesel::update(registration_forms::table.find(form))
            .set(registration_forms::email_key.eq(wire(&key)))
            .execute(db)?;
    }
    let blocked: Vec<(String, String, NaiveDateTime)> =
        blocked_addresses::table.filter(beyond_ascii("email_key")).load(db)?;
    for (key, reason, at) in blocked {
        diesel::delete(blocked_addresses::table.find(&key)).execute(db)?;
        let known: i64 = blocked_addresses::table.find(wire(&key)).count().get_result(db)?;
        if known == 0 {
            diesel::insert_into(blocked_addresses::table)
                .values((
                    blocked_addresses::email_key.eq(wire(&key)),
                    blocked_addresses::reason.eq(reason),
                    blocked_addresses::at.eq(at),
                ))
                .execute(db)?;
        }
    }
    fill_accounts(db)?;
    fill_outbox(db)
}

/// The key of a stored address, or what is stored if it is none.
fn wire(stored: &str) -> String {
    Email::parse(stored).map_or_else(|_| stored.to_string(), |email| email.key())
}

fn fill_participants(db: &mut Db) -> Result<(), StoreError> {
    let rows: Vec<(String, String, String)> = participants::table
        .filter(participants::email_key.is_not_null())
        .filter(beyond_ascii("email_key"))
        .order((participants::created_at, participants::id))
        .select((participants::id, participants::event_id, participants::email_key.assume_not_null()))
        .load(db)?;
    for (id, event, stored) in rows {
        let (mark, address) = match stored.rsplit_once(' ') {
            Some((mark, address)) => (format!("{mark} "), address),
            None => (String::new(), stored.as_str()),
        };
        let key = format!("{mark}{}", wire(address));
        if key == stored {
            continue;
        }
        let taken: Option<String> = participants::table
            .filter(participants::event_id.eq(&event))
            .filter(participants::email_key.eq(&key))
            .select(participants::id)
            .first(db)
            .optional()?;
        // Several may have the address of one: each mark is its own.
        let key = taken.map_or(key.clone(), |first| format!("{DOUBLE}{first} {id} {key}"));
        diesel::update(participants::table.find(id)).set(participants::email_key.eq(key)).execute(db)?;
    }
    Ok(())
}

fn fill_accounts(db: &mut Db) -> Result<(), StoreError> {
    let rows: Vec<(String, String)> =
        accounts::table.filter(beyond_ascii("email")).select((accounts::id, accounts::email)).load(db)?;
    for (id, address) in rows {
        let key = wire(&address);
        let taken: i64 = accounts::table.filter(accounts::email.eq(&key)).count().get_result(db)?;
        if taken == 0 {
            diesel::update(accounts::table.find(id)).set(accounts::email.eq(key)).execute(db)?;
        } else {
            tracing::warn!(account = %id, "two accounts have one mailbox in two spellings: this one cannot be logged in to by its own");
        }
    }
    Ok(())
}

fn fill_outbox(db: &mut Db) -> Result<(), StoreError> {
    let rows: Vec<(String, String)> =
        outbox::table.filter(beyond_ascii("recipient")).select((outbox::id, outbox::recipient)).load(db)?;
    for (id, address) in rows {
        let Ok(email) = Email::parse(&address) else { continue };
        diesel::update(outbox::table.find(id))
            .set((outbox::recipient.eq(email.wire()), outbox::recipient_domain.eq(email.wire_domain())))
            .execute(db)?;
    }
    Ok(())
}

/// Address and key of participants, by id.
pub(super) type Stored = HashMap<String, (Option<String>, Option<String>)>;

/// The addresses of participants with their keys, marked or not.
pub(super) fn stored(db: &mut Db, ids: &[&str]) -> Result<Stored, StoreError> {
    let rows: Vec<(String, Option<String>, Option<String>)> = participants::table
        .filter(participants::id.eq_any(ids))
        .select((participants::id, participants::email, participants::email_key))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, email, key)| (id, (email, key))).collect())
}

/// Gives those their plain key back whose address nobody else of the event has any more: the other one was merged, deleted, or has
/// another address now.
pub fn settle(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    for (id, key) in marked(db, event)? {
        let Some((_, plain)) = key.rsplit_once(' ') else { continue };
        let taken: i64 = participants::table
            .filter(participants::event_id.eq(event.as_str()))
            .filter(participants::email_key.eq(plain))
            .count()
            .get_result(db)?;
        if taken == 0 {
            diesel::update(participants::table.find(&id))
                .set(participants::email_key.eq(plain))
                .execute(db)?;
        }
    }
    Ok(())
}

fn marked(db: &mut Db, event: &EventId) -> Result<Vec<(String, String)>, StoreError> {
    Ok(participants::table
        .inner_join(registrations::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::email_key.like(format!("{DOUBLE}%")))
        .order((participants::created_at, participants::id))
        .select((participants::id, participants::email_key.assume_not_null()))
        .load(db)?)
}

/// People of an event with the address of somebody who came before them: who it is, and who came before.
pub fn list_doubles(db: &mut Db, event: &EventId) -> Result<Vec<(ParticipantId, ParticipantId)>, StoreError> {
    let first = |key: &str| Some(key.strip_prefix(DOUBLE)?.split_once(' ')?.0.to_string());
    Ok(marked(db, event)?
        .into_iter()
        .filter_map(|(id, key)| Some((ParticipantId(id), ParticipantId(first(&key)?))))
        .collect())
}
