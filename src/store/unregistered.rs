//! Participants who are stored before their registration, some hundred at a time, so that nobody waits while a long list is
//! imported.
//!
//! Invariant: without a registration nobody is at an event. Every list of people is one of registrations, and the address of
//! who has none is marked, so that no search for an address finds them.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::schema::{participants, registrations};
use super::{Db, StoreError};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Source;

/// What marks the addresses of one import: as long as every other one.
#[derive(Debug, Clone)]
pub struct Mark(pub String);

impl Mark {
    /// A marked address.
    pub(super) fn on(&self, email_key: &str) -> String {
        format!("{} {email_key}", self.0)
    }
}

/// Takes the mark from the addresses of these participants, who are registered in the same transaction. Gives how many of them
/// there are.
pub fn unmark(db: &mut Db, ids: &[&ParticipantId], mark: &Mark) -> Result<usize, StoreError> {
    let mut found = 0;
    // The first character after mark and space; SQL counts from 1.
    let own = format!("substr(email_key, {})", mark.0.chars().count() + 2);
    for some in ids.chunks(5_000) {
        let some: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        found += diesel::update(participants::table.filter(participants::id.eq_any(some)))
            .set(participants::email_key.eq(sql::<Nullable<Text>>(&own)))
            .execute(db)?;
    }
    Ok(found)
}

/// Removes those of these participants who have no registration.
pub fn remove_unregistered(db: &mut Db, ids: &[&ParticipantId]) -> Result<usize, StoreError> {
    let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    let registered = registrations::table
        .filter(registrations::participant_id.eq_any(ids.clone()))
        .select(registrations::participant_id);
    let left =
        participants::table.filter(participants::id.eq_any(ids)).filter(participants::id.ne_all(registered));
    Ok(diesel::delete(left).execute(db)?)
}

/// Imported participants who have no registration although they were stored before a time.
pub fn list_unregistered(
    db: &mut Db,
    before: DateTime<Utc>,
    most: i64,
) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = participants::table
        .left_join(registrations::table)
        .filter(participants::source.eq(Source::Import.code()))
        .filter(registrations::participant_id.is_null())
        .filter(participants::created_at.lt(before.naive_utc()))
        .select(participants::id)
        .limit(most)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}
