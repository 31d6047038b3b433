//! The lists of an event: participant types and their matrix, topics; with its agenda and its questions they are its programme.

use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json};
use super::schema::{participant_types, topics, type_rules};
use super::{Db, StoreError, agenda, events, floor, interpreters, questions};
use crate::domain::event::{ParticipantType, Programme, Topic, TypePair, TypeRule};
use crate::domain::ids::{EventId, TopicId, TypeId};

/// Everything that forms, pages and rounds need.
pub fn get(db: &mut Db, event: &EventId) -> Result<Programme, StoreError> {
    Ok(Programme {
        types: list_types(db, event)?,
        type_rules: list_type_rules(db, event)?,
        topics: list_topics(db, event)?,
        questions: questions::list(db, event)?,
        sessions: agenda::list_sessions(db, event)?,
        blocks: agenda::list_blocks(db, event)?,
        slots: agenda::list_slots(db, event)?,
        floor: floor::get(db, event)?,
        interpreting: interpreters::get(db, event)?,
        is_online: events::is_online(db, event)?,
    })
}

/// The participant types of an event.
pub fn list_types(db: &mut Db, event: &EventId) -> Result<Vec<ParticipantType>, StoreError> {
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
