//! Wishes and blocks between participants.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::wishes;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::wish::{Wish, WishKind};

type Row = (String, String, String, String, String, NaiveDateTime);

fn wish((_, from, to, kind, message, created_at): Row) -> Result<Wish, StoreError> {
    Ok(Wish {
        from: ParticipantId(from),
        to: ParticipantId(to),
        kind: known("wish", &kind, WishKind::parse(&kind))?,
        message,
        created_at: utc(created_at),
    })
}

/// Stores a wish or a block instead of what its author said of the other before.
pub fn put(db: &mut Db, event: &EventId, wish: &Wish) -> Result<(), StoreError> {
    delete(db, &wish.from, &wish.to)?;
    diesel::insert_into(wishes::table)
        .values((
            wishes::event_id.eq(event.as_str()),
            wishes::from_id.eq(wish.from.as_str()),
            wishes::to_id.eq(wish.to.as_str()),
            wishes::kind.eq(wish.kind.code()),
            wishes::message.eq(&wish.message),
            wishes::created_at.eq(wish.created_at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes back a wish or a block.
pub fn delete(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(wishes::table.find((from.as_str(), to.as_str()))).execute(db)?;
    Ok(())
}

/// What one participant says of others, newest first.
pub fn list_from(db: &mut Db, from: &ParticipantId) -> Result<Vec<Wish>, StoreError> {
    let rows: Vec<Row> =
        wishes::table.filter(wishes::from_id.eq(from.as_str())).order(wishes::created_at.desc()).load(db)?;
    rows.into_iter().map(wish).collect()
}

/// What others say of one participant, newest first.
pub fn list_to(db: &mut Db, to: &ParticipantId) -> Result<Vec<Wish>, StoreError> {
    let rows: Vec<Row> =
        wishes::table.filter(wishes::to_id.eq(to.as_str())).order(wishes::created_at.desc()).load(db)?;
    rows.into_iter().map(wish).collect()
}

/// Every wish and block of an event.
pub fn list_all(db: &mut Db, event: &EventId) -> Result<Vec<Wish>, StoreError> {
    let rows: Vec<Row> = wishes::table
        .filter(wishes::event_id.eq(event.as_str()))
        .order((wishes::from_id, wishes::to_id))
        .load(db)?;
    rows.into_iter().map(wish).collect()
}
