//! Addresses that participants are to have once they are confirmed, by the hash of the link's token.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::address_changes;
use super::{Db, StoreError};
use crate::domain::ids::ParticipantId;
use crate::domain::text::Email;
use crate::domain::token::TokenHash;

/// An address that somebody is to have.
#[derive(Debug, Clone)]
pub struct AddressChange {
    pub participant: ParticipantId,
    pub email: Email,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = address_changes, treat_none_as_default_value = false)]
struct Row {
    token_hash: String,
    participant_id: String,
    email: String,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
}

impl Row {
    fn into_change(self) -> Result<AddressChange, StoreError> {
        Ok(AddressChange {
            email: known("e-mail address", &self.email, Email::parse(&self.email).ok())?,
            participant: ParticipantId(self.participant_id),
            created_at: utc(self.created_at),
            expires_at: utc(self.expires_at),
            used_at: self.used_at.map(utc),
        })
    }
}

/// Stores one that was asked for.
pub fn insert(db: &mut Db, hash: &TokenHash, change: &AddressChange) -> Result<(), StoreError> {
    let row = Row {
        token_hash: hash.0.clone(),
        participant_id: change.participant.0.clone(),
        email: change.email.as_str().to_string(),
        created_at: change.created_at.naive_utc(),
        expires_at: change.expires_at.naive_utc(),
        used_at: change.used_at.map(|at| at.naive_utc()),
    };
    diesel::insert_into(address_changes::table).values(row).execute(db)?;
    Ok(())
}

/// The one of a link.
pub fn find(db: &mut Db, hash: &TokenHash) -> Result<Option<AddressChange>, StoreError> {
    let row: Option<Row> = address_changes::table.find(&hash.0).first(db).optional()?;
    row.map(Row::into_change).transpose()
}

/// What a participant asked for, the latest first.
pub fn list_of(db: &mut Db, who: &ParticipantId) -> Result<Vec<AddressChange>, StoreError> {
    let rows: Vec<Row> = address_changes::table
        .filter(address_changes::participant_id.eq(who.as_str()))
        .order((address_changes::created_at.desc(), address_changes::token_hash))
        .load(db)?;
    rows.into_iter().map(Row::into_change).collect()
}

/// Ends the open links of a participant: a newer one takes their place.
pub fn end_open(db: &mut Db, who: &ParticipantId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let open = address_changes::table
        .filter(address_changes::participant_id.eq(who.as_str()))
        .filter(address_changes::used_at.is_null())
        .filter(address_changes::expires_at.gt(now.naive_utc()));
    diesel::update(open).set(address_changes::expires_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}

/// Marks a link as used; gives whether this call was the first.
pub fn use_once(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open = address_changes::table.find(&hash.0).filter(address_changes::used_at.is_null());
    Ok(diesel::update(open).set(address_changes::used_at.eq(now.naive_utc())).execute(db)? == 1)
}

/// Forgets what was asked for before a time.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = address_changes::table.filter(address_changes::created_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}
