//! Tags of participants.

use std::collections::HashMap;

use diesel::prelude::*;

use super::rows::insert_all;
use super::schema::{participant_tags, participants};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};

#[derive(Insertable)]
#[diesel(table_name = participant_tags)]
struct Row<'a> {
    participant_id: &'a str,
    tag: &'a str,
}

/// The tags that somebody at an event has, in the order of their letters.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<String>, StoreError> {
    Ok(participant_tags::table
        .inner_join(participants::table)
        .filter(participants::event_id.eq(event.as_str()))
        .select(participant_tags::tag)
        .distinct()
        .order(participant_tags::tag)
        .load(db)?)
}

/// Somebody's tags.
pub fn list_of(db: &mut Db, who: &ParticipantId) -> Result<Vec<String>, StoreError> {
    Ok(of(db, &[who])?.remove(who).unwrap_or_default())
}

/// The tags of each of these people who has one.
pub fn of(db: &mut Db, ids: &[&ParticipantId]) -> Result<HashMap<ParticipantId, Vec<String>>, StoreError> {
    let mut found: HashMap<ParticipantId, Vec<String>> = HashMap::new();
    for some in ids.chunks(5_000) {
        let some: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        let rows: Vec<(String, String)> = participant_tags::table
            .filter(participant_tags::participant_id.eq_any(some))
            .order((participant_tags::participant_id, participant_tags::tag))
            .load(db)?;
        for (id, tag) in rows {
            found.entry(ParticipantId(id)).or_default().push(tag);
        }
    }
    Ok(found)
}

/// Gives people a tag; gives those who did not have it.
pub fn give(db: &mut Db, ids: &[&ParticipantId], tag: &str) -> Result<Vec<ParticipantId>, StoreError> {
    let known = of(db, ids)?;
    let has = |id: &ParticipantId| known.get(id).is_some_and(|tags| tags.iter().any(|one| one == tag));
    let new: Vec<ParticipantId> = ids.iter().filter(|id| !has(id)).map(|id| (*id).clone()).collect();
    let rows: Vec<Row<'_>> = new.iter().map(|id| Row { participant_id: id.as_str(), tag }).collect();
    insert_all!(db, participant_tags::table, rows);
    Ok(new)
}

/// Takes a tag from somebody; gives whether they had it.
pub fn take(db: &mut Db, who: &ParticipantId, tag: &str) -> Result<bool, StoreError> {
    Ok(diesel::delete(participant_tags::table.find((who.as_str(), tag))).execute(db)? == 1)
}
