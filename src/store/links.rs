//! Secret links of participants, by the hash of their token.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{insert_all, utc};
use super::schema::links;
use super::{Db, StoreError};
use crate::domain::ids::ParticipantId;
use crate::domain::token::TokenHash;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Confirm the registration, once.
    Confirm,
    /// Open *My event*.
    Personal,
}

impl LinkPurpose {
    pub(super) fn code(self) -> &'static str {
        match self {
            LinkPurpose::Confirm => "confirm",
            LinkPurpose::Personal => "personal",
        }
    }
}

/// A stored link.
#[derive(Debug, Clone)]
pub struct Link {
    pub participant: ParticipantId,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    /// When a newer link took its place.
    pub replaced_at: Option<DateTime<Utc>>,
    /// Whether a mail carries it.
    pub mailed: bool,
    /// Whether anybody could ask for that mail.
    pub asked: bool,
}

/// A link to be stored.
#[derive(Debug, Clone)]
pub struct NewLink {
    pub hash: TokenHash,
    pub participant: ParticipantId,
    pub purpose: LinkPurpose,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// Whether a mail carries it.
    pub mailed: bool,
    /// Whether anybody could ask for that mail.
    pub asked: bool,
}

#[derive(Insertable)]
#[diesel(table_name = links, treat_none_as_default_value = false)]
struct NewRow<'a> {
    token_hash: &'a str,
    participant_id: &'a str,
    purpose: &'a str,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    mailed: bool,
    asked: bool,
}

#[derive(HasQuery)]
#[diesel(table_name = links)]
struct LinkRow {
    participant_id: String,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
    replaced_at: Option<NaiveDateTime>,
    mailed: bool,
    asked: bool,
}

/// Stores new links.
pub fn insert_all(db: &mut Db, new: &[NewLink]) -> Result<(), StoreError> {
    let rows: Vec<NewRow<'_>> = new
        .iter()
        .map(|link| NewRow {
            token_hash: &link.hash.0,
            participant_id: link.participant.as_str(),
            purpose: link.purpose.code(),
            created_at: link.created_at.naive_utc(),
            expires_at: link.expires_at.naive_utc(),
            mailed: link.mailed,
            asked: link.asked,
        })
        .collect();
    insert_all!(db, links::table, rows);
    Ok(())
}

/// The link with this token, if there is one for this purpose.
pub fn find(db: &mut Db, hash: &TokenHash, purpose: LinkPurpose) -> Result<Option<Link>, StoreError> {
    let found =
        LinkRow::query().find(&hash.0).filter(links::purpose.eq(purpose.code())).first(db).optional()?;
    Ok(found.map(|row: LinkRow| Link {
        participant: ParticipantId(row.participant_id),
        created_at: utc(row.created_at),
        expires_at: utc(row.expires_at),
        used_at: row.used_at.map(utc),
        replaced_at: row.replaced_at.map(utc),
        mailed: row.mailed,
        asked: row.asked,
    }))
}

/// Marks a link as used; gives whether this call was the first.
pub fn use_once(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open =
        links::table.find(&hash.0).filter(links::used_at.is_null()).filter(links::replaced_at.is_null());
    let n = diesel::update(open).set(links::used_at.eq(now.naive_utc())).execute(db)?;
    Ok(n == 1)
}

/// Removes the links of a purpose that a participant was shown and no mail carries, and did not use, with what hangs on them.
pub fn delete_unmailed(
    db: &mut Db,
    participant: &ParticipantId,
    purpose: LinkPurpose,
) -> Result<(), StoreError> {
    let shown = links::table
        .filter(links::participant_id.eq(participant.as_str()))
        .filter(links::purpose.eq(purpose.code()))
        .filter(diesel::dsl::not(links::mailed))
        .filter(links::used_at.is_null());
    diesel::delete(shown).execute(db)?;
    Ok(())
}

/// Marks every link of a purpose of a participant as used.
pub fn use_all(
    db: &mut Db,
    participant: &ParticipantId,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let open = links::table
        .filter(links::participant_id.eq(participant.as_str()))
        .filter(links::purpose.eq(purpose.code()))
        .filter(links::used_at.is_null());
    diesel::update(open).set(links::used_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}

/// Marks a participant's open links of a purpose as replaced.
pub fn replace_all(
    db: &mut Db,
    participant: &ParticipantId,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(
        links::table
            .filter(links::participant_id.eq(participant.as_str()))
            .filter(links::purpose.eq(purpose.code()))
            .filter(links::used_at.is_null())
            .filter(links::replaced_at.is_null()),
    )
    .set(links::replaced_at.eq(now.naive_utc()))
    .execute(db)?;
    Ok(())
}

/// How many links of this purpose were mailed to the participant of a link after it. Those that anybody could ask for count only
/// after one of their own kind: strangers make no other link old.
pub fn count_newer(db: &mut Db, link: &Link, purpose: LinkPurpose) -> Result<i64, StoreError> {
    Ok(links::table
        .filter(links::participant_id.eq(link.participant.as_str()))
        .filter(links::purpose.eq(purpose.code()))
        .filter(links::mailed)
        .filter(links::asked.eq(false).or(links::asked.eq(link.asked)))
        .filter(links::created_at.gt(link.created_at.naive_utc()))
        .count()
        .get_result(db)?)
}

/// Marks one link as replaced, so that it opens nothing any more.
pub fn end(db: &mut Db, hash: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(links::table.find(&hash.0)).set(links::replaced_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}
