//! What participants write to each other, and from whom they want no messages.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::{direct_messages, muted_people};
use super::{Db, StoreError};
use crate::domain::direct_message::{DirectMessage, MessageKind};
use crate::domain::ids::{EventId, MessageId, ParticipantId};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = direct_messages)]
struct Row {
    id: String,
    event_id: String,
    from_id: String,
    to_id: String,
    kind: String,
    text: String,
    is_delivered: bool,
    sent_at: NaiveDateTime,
}

impl Row {
    fn into_message(self) -> Result<DirectMessage, StoreError> {
        Ok(DirectMessage {
            id: MessageId(self.id),
            event: EventId(self.event_id),
            from: ParticipantId(self.from_id),
            to: ParticipantId(self.to_id),
            kind: known("message", &self.kind, MessageKind::parse(&self.kind))?,
            text: self.text,
            is_delivered: self.is_delivered,
            sent_at: utc(self.sent_at),
        })
    }
}

/// Stores a new message.
pub fn insert(db: &mut Db, message: &DirectMessage) -> Result<(), StoreError> {
    let row = Row {
        id: message.id.0.clone(),
        event_id: message.event.0.clone(),
        from_id: message.from.0.clone(),
        to_id: message.to.0.clone(),
        kind: message.kind.code().to_string(),
        text: message.text.clone(),
        is_delivered: message.is_delivered,
        sent_at: message.sent_at.naive_utc(),
    };
    diesel::insert_into(direct_messages::table).values(row).execute(db)?;
    Ok(())
}

/// What somebody has written and what has reached them, oldest first.
pub fn list_of(db: &mut Db, who: &ParticipantId) -> Result<Vec<DirectMessage>, StoreError> {
    let theirs = direct_messages::from_id.eq(who.as_str());
    let reached = direct_messages::to_id.eq(who.as_str()).and(direct_messages::is_delivered.eq(true));
    let rows = Row::query()
        .filter(theirs.or(reached))
        .order((direct_messages::sent_at, direct_messages::id))
        .load(db)?;
    rows.into_iter().map(Row::into_message).collect()
}

/// The same between somebody and one other.
pub fn between(
    db: &mut Db,
    who: &ParticipantId,
    other: &ParticipantId,
) -> Result<Vec<DirectMessage>, StoreError> {
    let (me, them) = (who.as_str(), other.as_str());
    let theirs = direct_messages::from_id.eq(me).and(direct_messages::to_id.eq(them));
    let reached = direct_messages::from_id
        .eq(them)
        .and(direct_messages::to_id.eq(me))
        .and(direct_messages::is_delivered.eq(true));
    let rows = Row::query()
        .filter(theirs.or(reached))
        .order((direct_messages::sent_at, direct_messages::id))
        .load(db)?;
    rows.into_iter().map(Row::into_message).collect()
}

/// How many messages somebody has typed since a time, to whomever.
pub fn count_texts_since(
    db: &mut Db,
    who: &ParticipantId,
    since: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let typed = direct_messages::table
        .filter(direct_messages::from_id.eq(who.as_str()))
        .filter(direct_messages::kind.eq(MessageKind::Text.code()))
        .filter(direct_messages::sent_at.gt(since.naive_utc()));
    let count: i64 = typed.count().get_result(db)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Notes that somebody wants no messages from another, or wants them again.
pub fn set_muted(
    db: &mut Db,
    event: &EventId,
    (by, muted): (&ParticipantId, &ParticipantId),
    at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    diesel::delete(muted_people::table.find((by.as_str(), muted.as_str()))).execute(db)?;
    if let Some(at) = at {
        let row = (
            muted_people::by_id.eq(by.as_str()),
            muted_people::muted_id.eq(muted.as_str()),
            muted_people::event_id.eq(event.as_str()),
            muted_people::muted_at.eq(at.naive_utc()),
        );
        diesel::insert_into(muted_people::table).values(row).execute(db)?;
    }
    Ok(())
}

/// Whether somebody wants no messages from another.
pub fn is_muted(db: &mut Db, by: &ParticipantId, muted: &ParticipantId) -> Result<bool, StoreError> {
    let found: i64 = muted_people::table.find((by.as_str(), muted.as_str())).count().get_result(db)?;
    Ok(found > 0)
}

/// From whom somebody wants no messages, and since when.
pub fn muted_by(db: &mut Db, by: &ParticipantId) -> Result<Vec<(ParticipantId, DateTime<Utc>)>, StoreError> {
    let rows: Vec<(String, NaiveDateTime)> = muted_people::table
        .filter(muted_people::by_id.eq(by.as_str()))
        .order((muted_people::muted_at, muted_people::muted_id))
        .select((muted_people::muted_id, muted_people::muted_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, at)| (ParticipantId(id), utc(at))).collect())
}

/// Gives what one wrote and got, and whom they muted or who muted them, to the other, who is the same person. What the two wrote
/// each other goes.
pub fn give(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    let (old, new) = (from.as_str(), to.as_str());
    let both = direct_messages::from_id.eq_any([old, new]).and(direct_messages::to_id.eq_any([old, new]));
    diesel::delete(direct_messages::table.filter(both)).execute(db)?;
    diesel::update(direct_messages::table.filter(direct_messages::from_id.eq(old)))
        .set(direct_messages::from_id.eq(new))
        .execute(db)?;
    diesel::update(direct_messages::table.filter(direct_messages::to_id.eq(old)))
        .set(direct_messages::to_id.eq(new))
        .execute(db)?;
    type Muted = (String, String, String, NaiveDateTime);
    let theirs = muted_people::by_id.eq(old).or(muted_people::muted_id.eq(old));
    let rows: Vec<Muted> = muted_people::table.filter(theirs).load(db)?;
    for (by, muted, event, at) in rows {
        let renamed = |id: String| ParticipantId(if id == old { new.to_string() } else { id });
        let (by, muted) = (renamed(by), renamed(muted));
        if by != muted && !is_muted(db, &by, &muted)? {
            set_muted(db, &EventId(event), (&by, &muted), Some(utc(at)))?;
        }
    }
    Ok(())
}

/// Forgets everything that these people wrote and got, and whom they muted.
pub(super) fn forget_people(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    let theirs = direct_messages::from_id.eq_any(ids).or(direct_messages::to_id.eq_any(ids));
    diesel::delete(direct_messages::table.filter(theirs)).execute(db)?;
    let muted = muted_people::by_id.eq_any(ids).or(muted_people::muted_id.eq_any(ids));
    diesel::delete(muted_people::table.filter(muted)).execute(db)?;
    Ok(())
}

/// The same of what an event's people wrote, and whom they muted, since a time.
pub(super) fn forget_since(db: &mut Db, event: &str, since: NaiveDateTime) -> Result<(), StoreError> {
    let written = direct_messages::event_id.eq(event).and(direct_messages::sent_at.ge(since));
    diesel::delete(direct_messages::table.filter(written)).execute(db)?;
    let muted = muted_people::event_id.eq(event).and(muted_people::muted_at.ge(since));
    diesel::delete(muted_people::table.filter(muted)).execute(db)?;
    Ok(())
}
