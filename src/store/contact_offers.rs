//! Who gives whom their contact details.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::contact_offers;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};

/// From one to another.
pub type Offer = (ParticipantId, ParticipantId);

/// Stores that somebody gives theirs to another; once is enough.
pub fn put(
    db: &mut Db,
    event: &EventId,
    (from, to): (&ParticipantId, &ParticipantId),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    delete(db, from, to)?;
    diesel::insert_into(contact_offers::table)
        .values((
            contact_offers::event_id.eq(event.as_str()),
            contact_offers::from_id.eq(from.as_str()),
            contact_offers::to_id.eq(to.as_str()),
            contact_offers::given_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes it back.
pub fn delete(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(contact_offers::table.find((from.as_str(), to.as_str()))).execute(db)?;
    Ok(())
}

/// Those of and to somebody.
pub fn list_of(db: &mut Db, who: &ParticipantId) -> Result<Vec<Offer>, StoreError> {
    let own = contact_offers::from_id.eq(who.as_str()).or(contact_offers::to_id.eq(who.as_str()));
    let rows: Vec<(String, String)> = contact_offers::table
        .filter(own)
        .select((contact_offers::from_id, contact_offers::to_id))
        .order((contact_offers::given_at, contact_offers::from_id, contact_offers::to_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(from, to)| (ParticipantId(from), ParticipantId(to))).collect())
}

/// Gives those of and to one person to another, where the other has none.
pub fn give(
    db: &mut Db,
    event: &EventId,
    from: &ParticipantId,
    to: &ParticipantId,
) -> Result<(), StoreError> {
    let rows: Vec<(String, String, chrono::NaiveDateTime)> = contact_offers::table
        .filter(contact_offers::from_id.eq(from.as_str()).or(contact_offers::to_id.eq(from.as_str())))
        .select((contact_offers::from_id, contact_offers::to_id, contact_offers::given_at))
        .load(db)?;
    let other = |id: String| ParticipantId(if id == from.0 { to.0.clone() } else { id });
    for (giver, receiver, at) in rows {
        let (giver, receiver) = (other(giver), other(receiver));
        if giver != receiver {
            put(db, event, (&giver, &receiver), at.and_utc())?;
        }
    }
    Ok(())
}
