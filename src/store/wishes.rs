//! Wishes and blocks between participants, and the wishes that were declined.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::{declined_wishes, wishes};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::wish::{Wish, WishKind};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = wishes)]
struct WishRow {
    event_id: String,
    from_id: String,
    to_id: String,
    kind: String,
    message: String,
    created_at: NaiveDateTime,
    shown: bool,
}

impl WishRow {
    fn into_wish(self) -> Result<Wish, StoreError> {
        Ok(Wish {
            from: ParticipantId(self.from_id),
            to: ParticipantId(self.to_id),
            kind: known("wish", &self.kind, WishKind::parse(&self.kind))?,
            message: self.message,
            shown: self.shown,
            created_at: utc(self.created_at),
        })
    }
}

/// Stores a wish or a block instead of what its author said of the other before.
pub fn put(db: &mut Db, event: &EventId, wish: &Wish) -> Result<(), StoreError> {
    delete(db, &wish.from, &wish.to)?;
    let row = WishRow {
        event_id: event.0.clone(),
        from_id: wish.from.0.clone(),
        to_id: wish.to.0.clone(),
        kind: wish.kind.code().to_string(),
        message: wish.message.clone(),
        created_at: wish.created_at.naive_utc(),
        shown: wish.shown,
    };
    diesel::insert_into(wishes::table).values(row).execute(db)?;
    Ok(())
}

/// Takes back a wish or a block.
pub fn delete(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(wishes::table.find((from.as_str(), to.as_str()))).execute(db)?;
    Ok(())
}

/// What one participant says of others, newest first.
pub fn list_from(db: &mut Db, from: &ParticipantId) -> Result<Vec<Wish>, StoreError> {
    let rows = WishRow::query()
        .filter(wishes::from_id.eq(from.as_str()))
        .order(wishes::created_at.desc())
        .load(db)?;
    rows.into_iter().map(WishRow::into_wish).collect()
}

/// What others say of one participant, newest first.
pub fn list_to(db: &mut Db, to: &ParticipantId) -> Result<Vec<Wish>, StoreError> {
    let rows =
        WishRow::query().filter(wishes::to_id.eq(to.as_str())).order(wishes::created_at.desc()).load(db)?;
    rows.into_iter().map(WishRow::into_wish).collect()
}

/// Every wish and block of an event.
pub fn list_all(db: &mut Db, event: &EventId) -> Result<Vec<Wish>, StoreError> {
    let rows = WishRow::query()
        .filter(wishes::event_id.eq(event.as_str()))
        .order((wishes::from_id, wishes::to_id))
        .load(db)?;
    rows.into_iter().map(WishRow::into_wish).collect()
}

/// Remembers that `to` declined what `from` wishes.
pub fn decline(
    db: &mut Db,
    from: &ParticipantId,
    to: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    forget_declined(db, from, to)?;
    diesel::insert_into(declined_wishes::table)
        .values((
            declined_wishes::from_id.eq(from.as_str()),
            declined_wishes::to_id.eq(to.as_str()),
            declined_wishes::declined_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets that `to` declined what `from` wishes.
pub fn forget_declined(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(declined_wishes::table.find((from.as_str(), to.as_str()))).execute(db)?;
    Ok(())
}

/// Those whose wishes one participant declined.
pub fn list_declined_by(db: &mut Db, to: &ParticipantId) -> Result<BTreeSet<ParticipantId>, StoreError> {
    let ids: Vec<String> = declined_wishes::table
        .filter(declined_wishes::to_id.eq(to.as_str()))
        .select(declined_wishes::from_id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}

/// The declined wishes of an event as author and reader.
pub fn list_declined(
    db: &mut Db,
    event: &EventId,
) -> Result<BTreeSet<(ParticipantId, ParticipantId)>, StoreError> {
    let pairs: Vec<(String, String)> =
        declined_wishes::table
            .inner_join(wishes::table.on(
                wishes::from_id.eq(declined_wishes::from_id).and(wishes::to_id.eq(declined_wishes::to_id)),
            ))
            .filter(wishes::event_id.eq(event.as_str()))
            .select((declined_wishes::from_id, declined_wishes::to_id))
            .load(db)?;
    Ok(pairs.into_iter().map(|(from, to)| (ParticipantId(from), ParticipantId(to))).collect())
}
