//! The agenda of an event: sessions, and meeting blocks with their slots.
//!
//! Invariant: a slot in which a meeting was planned is never removed; one that is not on the agenda any more is retired.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{attended_blocks, meeting_blocks, meetings, session_types, sessions, slots};
use super::{Db, StoreError};
use crate::domain::agenda_change::SlotChange;
use crate::domain::event::{MeetingBlock, Session, Slot};
use crate::domain::ids::{BlockId, EventId, SessionId, SlotId, TypeId};
use crate::domain::web_address::WebAddress;

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = sessions, treat_none_as_null = true)]
struct SessionRow {
    id: String,
    event_id: String,
    title: String,
    place: String,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
    description: String,
    speakers: String,
    language: String,
    link: String,
    places: Option<i32>,
    by_invitation: bool,
}

impl SessionRow {
    fn from_session(event: &EventId, session: &Session) -> Result<SessionRow, StoreError> {
        Ok(SessionRow {
            id: session.id.0.clone(),
            event_id: event.0.clone(),
            title: to_json("session title", &session.title)?,
            place: session.place.clone(),
            starts_at: session.starts_at.naive_utc(),
            ends_at: session.ends_at.naive_utc(),
            description: to_json("description of a session", &session.description)?,
            speakers: session.speakers.clone(),
            language: session.language.clone().unwrap_or_default(),
            link: session.link.as_ref().map(|link| link.as_str().to_string()).unwrap_or_default(),
            places: session.places.map(stored),
            by_invitation: session.by_invitation,
        })
    }

    fn into_session(self, types: Vec<TypeId>) -> Result<Session, StoreError> {
        let link = match self.link.as_str() {
            "" => None,
            text => Some(known("link of a session", text, WebAddress::parse(text).ok())?),
        };
        Ok(Session {
            id: SessionId(self.id),
            title: from_json("session title", &self.title)?,
            description: from_json("description of a session", &self.description)?,
            speakers: self.speakers,
            language: Some(self.language).filter(|code| !code.is_empty()),
            place: self.place,
            link,
            starts_at: utc(self.starts_at),
            ends_at: utc(self.ends_at),
            places: self.places.map(count),
            by_invitation: self.by_invitation,
            types,
        })
    }
}

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = meeting_blocks)]
struct BlockRow {
    id: String,
    event_id: String,
    label: String,
    starts_at: NaiveDateTime,
    slot_minutes: i32,
    pause_minutes: i32,
    slot_count: i32,
}

impl BlockRow {
    fn from_block(event: &EventId, block: &MeetingBlock) -> Result<BlockRow, StoreError> {
        Ok(BlockRow {
            id: block.id.0.clone(),
            event_id: event.0.clone(),
            label: to_json("block label", &block.label)?,
            starts_at: block.starts_at.naive_utc(),
            slot_minutes: stored(block.slot_minutes),
            pause_minutes: stored(block.pause_minutes),
            slot_count: stored(block.slot_count),
        })
    }

    fn into_block(self) -> Result<MeetingBlock, StoreError> {
        Ok(MeetingBlock {
            id: BlockId(self.id),
            label: from_json("block label", &self.label)?,
            starts_at: utc(self.starts_at),
            slot_minutes: count(self.slot_minutes),
            pause_minutes: count(self.pause_minutes),
            slot_count: count(self.slot_count),
        })
    }
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = slots)]
struct SlotRow {
    id: String,
    event_id: String,
    block_id: String,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
}

impl SlotRow {
    fn into_slot(self) -> Slot {
        Slot {
            id: SlotId(self.id),
            block: BlockId(self.block_id),
            starts_at: utc(self.starts_at),
            ends_at: utc(self.ends_at),
        }
    }
}

/// The sessions of an event by start.
pub fn list_sessions(db: &mut Db, event: &EventId) -> Result<Vec<Session>, StoreError> {
    let rows = SessionRow::query()
        .filter(sessions::event_id.eq(event.as_str()))
        .order((sessions::starts_at, sessions::ends_at, sessions::id))
        .load(db)?;
    let mut types: HashMap<String, Vec<TypeId>> = HashMap::new();
    let pairs: Vec<(String, String)> = session_types::table
        .inner_join(sessions::table)
        .filter(sessions::event_id.eq(event.as_str()))
        .order((session_types::session_id, session_types::type_id))
        .select((session_types::session_id, session_types::type_id))
        .load(db)?;
    for (session, kind) in pairs {
        types.entry(session).or_default().push(TypeId(kind));
    }
    let with_types = |row: SessionRow| {
        let own = types.remove(&row.id).unwrap_or_default();
        row.into_session(own)
    };
    rows.into_iter().map(with_types).collect()
}

/// The meeting blocks of an event by start.
pub fn list_blocks(db: &mut Db, event: &EventId) -> Result<Vec<MeetingBlock>, StoreError> {
    let rows = BlockRow::query()
        .filter(meeting_blocks::event_id.eq(event.as_str()))
        .filter(meeting_blocks::retired.eq(false))
        .order((meeting_blocks::starts_at, meeting_blocks::id))
        .load(db)?;
    rows.into_iter().map(BlockRow::into_block).collect()
}

/// The slots of an event by start, without those that are not on the agenda any more.
pub fn list_slots(db: &mut Db, event: &EventId) -> Result<Vec<Slot>, StoreError> {
    let rows = SlotRow::query()
        .filter(slots::event_id.eq(event.as_str()))
        .filter(slots::retired.eq(false))
        .order((slots::starts_at, slots::id))
        .load(db)?;
    Ok(rows.into_iter().map(SlotRow::into_slot).collect())
}

/// Adds a session.
pub fn insert_session(db: &mut Db, event: &EventId, session: &Session) -> Result<(), StoreError> {
    let row = SessionRow::from_session(event, session)?;
    diesel::insert_into(sessions::table).values(row).execute(db)?;
    insert_types(db, session)
}

fn insert_types(db: &mut Db, session: &Session) -> Result<(), StoreError> {
    for kind in &session.types {
        let pair =
            (session_types::session_id.eq(session.id.as_str()), session_types::type_id.eq(kind.as_str()));
        diesel::insert_into(session_types::table).values(pair).execute(db)?;
    }
    Ok(())
}

/// Changes a session.
pub fn update_session(db: &mut Db, event: &EventId, session: &Session) -> Result<(), StoreError> {
    let row = SessionRow::from_session(event, session)?;
    diesel::update(sessions::table.find(session.id.as_str()).filter(sessions::event_id.eq(event.as_str())))
        .set(row)
        .execute(db)?;
    diesel::delete(session_types::table.filter(session_types::session_id.eq(session.id.as_str())))
        .execute(db)?;
    insert_types(db, session)
}

/// Removes a session.
pub fn delete_session(db: &mut Db, event: &EventId, id: &SessionId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(id.as_str()).filter(sessions::event_id.eq(event.as_str())))
        .execute(db)?;
    Ok(())
}

/// Adds a meeting block; `slot_ids` has one id for each slot.
pub fn insert_block(
    db: &mut Db,
    event: &EventId,
    block: &MeetingBlock,
    slot_ids: &[SlotId],
) -> Result<(), StoreError> {
    let row = BlockRow::from_block(event, block)?;
    diesel::insert_into(meeting_blocks::table).values(row).execute(db)?;
    insert_slots(db, event, block, slot_ids.iter().zip(block.slot_times()))
}

/// Changes a block and its slots; `new_ids` has one id for each new slot. A slot that goes stays for the sake of the meetings that
/// were planned in it.
pub fn update_block(
    db: &mut Db,
    event: &EventId,
    block: &MeetingBlock,
    change: &SlotChange,
    new_ids: &[SlotId],
) -> Result<(), StoreError> {
    diesel::update(
        meeting_blocks::table.find(block.id.as_str()).filter(meeting_blocks::event_id.eq(event.as_str())),
    )
    .set(BlockRow::from_block(event, block)?)
    .execute(db)?;
    // No two slots of an agenda begin at once: all leave it before they come back at their new times.
    retire_slots(db, &block.id)?;
    for slot in &change.kept {
        diesel::update(slots::table.find(slot.id.as_str()))
            .set((
                slots::starts_at.eq(slot.starts_at.naive_utc()),
                slots::ends_at.eq(slot.ends_at.naive_utc()),
                slots::retired.eq(false),
            ))
            .execute(db)?;
    }
    insert_slots(db, event, block, new_ids.iter().zip(change.new.iter().copied()))?;
    delete_unused_slots(db, &block.id)
}

fn retire_slots(db: &mut Db, block: &BlockId) -> Result<(), StoreError> {
    let of_block = slots::table.filter(slots::block_id.eq(block.as_str()));
    diesel::update(of_block).set(slots::retired.eq(true)).execute(db)?;
    Ok(())
}

/// Removes the retired slots of a block in which no meeting was planned.
fn delete_unused_slots(db: &mut Db, block: &BlockId) -> Result<(), StoreError> {
    let used = meetings::table.select(meetings::slot_id).distinct();
    let retired = slots::table
        .filter(slots::block_id.eq(block.as_str()))
        .filter(slots::retired.eq(true))
        .filter(slots::id.ne_all(used));
    diesel::delete(retired).execute(db)?;
    Ok(())
}

/// Changes the label of a block; its slots stay.
pub fn update_block_label(db: &mut Db, event: &EventId, block: &MeetingBlock) -> Result<(), StoreError> {
    diesel::update(
        meeting_blocks::table.find(block.id.as_str()).filter(meeting_blocks::event_id.eq(event.as_str())),
    )
    .set(meeting_blocks::label.eq(to_json("block label", &block.label)?))
    .execute(db)?;
    Ok(())
}

fn insert_slots<'a>(
    db: &mut Db,
    event: &EventId,
    block: &MeetingBlock,
    new: impl Iterator<Item = (&'a SlotId, (DateTime<Utc>, DateTime<Utc>))>,
) -> Result<(), StoreError> {
    for (id, (starts_at, ends_at)) in new {
        let row = SlotRow {
            id: id.0.clone(),
            event_id: event.0.clone(),
            block_id: block.id.0.clone(),
            starts_at: starts_at.naive_utc(),
            ends_at: ends_at.naive_utc(),
        };
        diesel::insert_into(slots::table).values(row).execute(db)?;
    }
    Ok(())
}

/// Removes a block with its slots. Where meetings were planned in them, they stay for the sake of these, off the agenda.
pub fn delete_block(db: &mut Db, event: &EventId, id: &BlockId) -> Result<(), StoreError> {
    retire_slots(db, id)?;
    delete_unused_slots(db, id)?;
    let used: i64 = slots::table.filter(slots::block_id.eq(id.as_str())).count().get_result(db)?;
    let block = meeting_blocks::table.find(id.as_str()).filter(meeting_blocks::event_id.eq(event.as_str()));
    if used == 0 {
        diesel::delete(block).execute(db)?;
        return Ok(());
    }
    let attended = attended_blocks::table.filter(attended_blocks::block_id.eq(id.as_str()));
    diesel::delete(attended).execute(db)?;
    diesel::update(block).set(meeting_blocks::retired.eq(true)).execute(db)?;
    Ok(())
}
