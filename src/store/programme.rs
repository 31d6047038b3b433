//! The lists of an event: participant types and their matrix, topics, sessions, meeting blocks with their slots.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{meeting_blocks, participant_types, sessions, slots, topics, type_rules};
use super::{Db, StoreError, questions};
use crate::domain::event::{
    MeetingBlock, ParticipantType, Programme, Session, Slot, Topic, TypePair, TypeRule,
};
use crate::domain::ids::{BlockId, EventId, SessionId, SlotId, TopicId, TypeId};

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = sessions)]
struct SessionRow {
    id: String,
    event_id: String,
    title: String,
    place: String,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
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
        })
    }

    fn into_session(self) -> Result<Session, StoreError> {
        Ok(Session {
            id: SessionId(self.id),
            title: from_json("session title", &self.title)?,
            place: self.place,
            starts_at: utc(self.starts_at),
            ends_at: utc(self.ends_at),
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

/// Everything that forms, pages and rounds need.
pub fn get(db: &mut Db, event: &EventId) -> Result<Programme, StoreError> {
    Ok(Programme {
        types: list_types(db, event)?,
        type_rules: list_type_rules(db, event)?,
        topics: list_topics(db, event)?,
        questions: questions::list(db, event)?,
        sessions: list_sessions(db, event)?,
        blocks: list_blocks(db, event)?,
        slots: list_slots(db, event)?,
    })
}

fn list_types(db: &mut Db, event: &EventId) -> Result<Vec<ParticipantType>, StoreError> {
    let rows: Vec<(String, String)> = participant_types::table
        .filter(participant_types::event_id.eq(event.as_str()))
        .order((participant_types::position, participant_types::id))
        .select((participant_types::id, participant_types::label))
        .load(db)?;
    rows.into_iter()
        .map(|(id, label)| Ok(ParticipantType { id: TypeId(id), label: from_json("type label", &label)? }))
        .collect()
}

fn list_type_rules(db: &mut Db, event: &EventId) -> Result<Vec<TypePair>, StoreError> {
    let rows: Vec<(String, String, String)> = type_rules::table
        .filter(type_rules::event_id.eq(event.as_str()))
        .order((type_rules::type_a, type_rules::type_b))
        .select((type_rules::type_a, type_rules::type_b, type_rules::rule))
        .load(db)?;
    rows.into_iter()
        .map(|(a, b, rule)| {
            Ok(TypePair {
                a: TypeId(a),
                b: TypeId(b),
                rule: known("type rule", &rule, TypeRule::parse(&rule))?,
            })
        })
        .collect()
}

fn list_topics(db: &mut Db, event: &EventId) -> Result<Vec<Topic>, StoreError> {
    let rows: Vec<(String, Option<String>, String)> = topics::table
        .filter(topics::event_id.eq(event.as_str()))
        .order((topics::position, topics::id))
        .select((topics::id, topics::parent_id, topics::label))
        .load(db)?;
    let all = rows
        .into_iter()
        .map(|(id, parent, label)| {
            Ok(Topic {
                id: TopicId(id),
                parent: parent.map(TopicId),
                label: from_json("topic label", &label)?,
            })
        })
        .collect::<Result<Vec<Topic>, StoreError>>()?;
    Ok(in_tree_order(all))
}

/// Main topics in order, each followed by its own; the lists are short, the positions decide inside each level.
fn in_tree_order(all: Vec<Topic>) -> Vec<Topic> {
    let mut children = std::collections::HashMap::<TopicId, Vec<Topic>>::new();
    let mut roots = Vec::new();
    for topic in all {
        match topic.parent.clone() {
            Some(parent) => children.entry(parent).or_default().push(topic),
            None => roots.push(topic),
        }
    }
    let mut ordered = Vec::new();
    for root in roots {
        let own = children.remove(&root.id).unwrap_or_default();
        ordered.push(root);
        ordered.extend(own);
    }
    ordered
}

fn list_sessions(db: &mut Db, event: &EventId) -> Result<Vec<Session>, StoreError> {
    let rows = SessionRow::query()
        .filter(sessions::event_id.eq(event.as_str()))
        .order((sessions::starts_at, sessions::ends_at, sessions::id))
        .load(db)?;
    rows.into_iter().map(SessionRow::into_session).collect()
}

fn list_blocks(db: &mut Db, event: &EventId) -> Result<Vec<MeetingBlock>, StoreError> {
    let rows = BlockRow::query()
        .filter(meeting_blocks::event_id.eq(event.as_str()))
        .order((meeting_blocks::starts_at, meeting_blocks::id))
        .load(db)?;
    rows.into_iter().map(BlockRow::into_block).collect()
}

/// The slots of an event by start.
pub fn list_slots(db: &mut Db, event: &EventId) -> Result<Vec<Slot>, StoreError> {
    let rows = SlotRow::query()
        .filter(slots::event_id.eq(event.as_str()))
        .order((slots::starts_at, slots::id))
        .load(db)?;
    Ok(rows.into_iter().map(SlotRow::into_slot).collect())
}

/// Adds a participant type at a place in the list.
pub fn insert_type(
    db: &mut Db,
    event: &EventId,
    kind: &ParticipantType,
    position: u32,
) -> Result<(), StoreError> {
    diesel::insert_into(participant_types::table)
        .values((
            participant_types::id.eq(kind.id.as_str()),
            participant_types::event_id.eq(event.as_str()),
            participant_types::position.eq(stored(position)),
            participant_types::label.eq(to_json("type label", &kind.label)?),
        ))
        .execute(db)?;
    Ok(())
}

/// Where the next participant type of an event stands.
pub fn next_type_position(db: &mut Db, event: &EventId) -> Result<u32, StoreError> {
    let last: Option<i32> = participant_types::table
        .filter(participant_types::event_id.eq(event.as_str()))
        .select(diesel::dsl::max(participant_types::position))
        .first(db)?;
    Ok(after(last))
}

fn after(last: Option<i32>) -> u32 {
    last.map_or(0, |last| count(last) + 1)
}

/// Changes the label of a participant type.
pub fn update_type(db: &mut Db, event: &EventId, kind: &ParticipantType) -> Result<(), StoreError> {
    diesel::update(
        participant_types::table
            .find(kind.id.as_str())
            .filter(participant_types::event_id.eq(event.as_str())),
    )
    .set(participant_types::label.eq(to_json("type label", &kind.label)?))
    .execute(db)?;
    Ok(())
}

/// Removes a participant type; its participants keep everything else.
pub fn delete_type(db: &mut Db, event: &EventId, id: &TypeId) -> Result<(), StoreError> {
    diesel::delete(
        participant_types::table.find(id.as_str()).filter(participant_types::event_id.eq(event.as_str())),
    )
    .execute(db)?;
    Ok(())
}

/// Replaces the matrix of participant types.
pub fn replace_type_rules(db: &mut Db, event: &EventId, rules: &[TypePair]) -> Result<(), StoreError> {
    diesel::delete(type_rules::table.filter(type_rules::event_id.eq(event.as_str()))).execute(db)?;
    for pair in rules.iter().filter(|pair| pair.rule != TypeRule::May) {
        diesel::insert_into(type_rules::table)
            .values((
                type_rules::event_id.eq(event.as_str()),
                type_rules::type_a.eq(pair.a.as_str()),
                type_rules::type_b.eq(pair.b.as_str()),
                type_rules::rule.eq(pair.rule.code()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Adds a topic at a place in the list.
pub fn insert_topic(db: &mut Db, event: &EventId, topic: &Topic, position: u32) -> Result<(), StoreError> {
    diesel::insert_into(topics::table)
        .values((
            topics::id.eq(topic.id.as_str()),
            topics::event_id.eq(event.as_str()),
            topics::parent_id.eq(topic.parent.as_ref().map(TopicId::as_str)),
            topics::position.eq(stored(position)),
            topics::label.eq(to_json("topic label", &topic.label)?),
        ))
        .execute(db)?;
    Ok(())
}

/// Where the next topic of an event stands.
pub fn next_topic_position(db: &mut Db, event: &EventId) -> Result<u32, StoreError> {
    let last: Option<i32> = topics::table
        .filter(topics::event_id.eq(event.as_str()))
        .select(diesel::dsl::max(topics::position))
        .first(db)?;
    Ok(after(last))
}

/// Changes the label and the parent of a topic.
pub fn update_topic(db: &mut Db, event: &EventId, topic: &Topic) -> Result<(), StoreError> {
    diesel::update(topics::table.find(topic.id.as_str()).filter(topics::event_id.eq(event.as_str())))
        .set((
            topics::parent_id.eq(topic.parent.as_ref().map(TopicId::as_str)),
            topics::label.eq(to_json("topic label", &topic.label)?),
        ))
        .execute(db)?;
    Ok(())
}

/// Removes a topic with its own topics and everyone's interest in them.
pub fn delete_topic(db: &mut Db, event: &EventId, id: &TopicId) -> Result<(), StoreError> {
    diesel::delete(topics::table.find(id.as_str()).filter(topics::event_id.eq(event.as_str())))
        .execute(db)?;
    Ok(())
}

/// Adds a session.
pub fn insert_session(db: &mut Db, event: &EventId, session: &Session) -> Result<(), StoreError> {
    let row = SessionRow::from_session(event, session)?;
    diesel::insert_into(sessions::table).values(row).execute(db)?;
    Ok(())
}

/// Changes a session.
pub fn update_session(db: &mut Db, event: &EventId, session: &Session) -> Result<(), StoreError> {
    let row = SessionRow::from_session(event, session)?;
    diesel::update(sessions::table.find(session.id.as_str()).filter(sessions::event_id.eq(event.as_str())))
        .set(row)
        .execute(db)?;
    Ok(())
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
    insert_slots(db, event, block, slot_ids)
}

/// Changes a block whose slots nobody meets in; its slots are made anew.
pub fn update_block(
    db: &mut Db,
    event: &EventId,
    block: &MeetingBlock,
    slot_ids: &[SlotId],
) -> Result<(), StoreError> {
    diesel::update(
        meeting_blocks::table.find(block.id.as_str()).filter(meeting_blocks::event_id.eq(event.as_str())),
    )
    .set(BlockRow::from_block(event, block)?)
    .execute(db)?;
    diesel::delete(slots::table.filter(slots::block_id.eq(block.id.as_str()))).execute(db)?;
    insert_slots(db, event, block, slot_ids)
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

fn insert_slots(
    db: &mut Db,
    event: &EventId,
    block: &MeetingBlock,
    ids: &[SlotId],
) -> Result<(), StoreError> {
    for (id, (starts_at, ends_at)) in ids.iter().zip(block.slot_times()) {
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

/// Removes a block with its slots.
pub fn delete_block(db: &mut Db, event: &EventId, id: &BlockId) -> Result<(), StoreError> {
    diesel::delete(
        meeting_blocks::table.find(id.as_str()).filter(meeting_blocks::event_id.eq(event.as_str())),
    )
    .execute(db)?;
    Ok(())
}
