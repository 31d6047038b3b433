//! How many people an event's lists are used by: what is asked before a type or a topic goes.

use diesel::prelude::*;

use super::schema::{interests, participants, topics};
use super::{Db, StoreError};
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::participant::Participant;

/// How many participants have this type.
pub fn count_with_type(db: &mut Db, id: &TypeId) -> Result<i64, StoreError> {
    Ok(participants::table.filter(participants::type_id.eq(id.as_str())).count().get_result(db)?)
}

/// How many offers and seeks name this topic or one below it.
pub fn count_interests(db: &mut Db, id: &TopicId) -> Result<i64, StoreError> {
    let below = topics::table.filter(topics::parent_id.eq(id.as_str())).select(topics::id);
    let found = interests::topic_id.eq(id.as_str()).or(interests::topic_id.eq_any(below));
    Ok(interests::table.filter(found).count().get_result(db)?)
}

/// Those who offer or seek a topic.
pub fn list_with_topic(db: &mut Db, id: &TopicId) -> Result<Vec<Participant>, StoreError> {
    let named =
        interests::table.filter(interests::topic_id.eq(id.as_str())).select(interests::participant_id);
    let ids: Vec<ParticipantId> =
        named.distinct().load::<String>(db)?.into_iter().map(ParticipantId).collect();
    super::participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())
}
