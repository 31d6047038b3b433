//! What organisers note about participants.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::participant_notes;
use super::{Db, StoreError};
use crate::domain::ids::{AccountId, NoteId, ParticipantId};

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub participant: ParticipantId,
    /// Who wrote it; the account may be deleted since.
    pub by: AccountId,
    pub text: String,
    pub written_at: DateTime<Utc>,
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = participant_notes)]
struct Row {
    id: String,
    participant_id: String,
    account_id: String,
    text: String,
    written_at: NaiveDateTime,
}

/// The notes about somebody, newest first.
pub fn list(db: &mut Db, who: &ParticipantId) -> Result<Vec<Note>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(participant_notes::participant_id.eq(who.as_str()))
        .order((participant_notes::written_at.desc(), participant_notes::id.desc()))
        .load(db)?;
    let note = |row: Row| Note {
        id: NoteId(row.id),
        participant: ParticipantId(row.participant_id),
        by: AccountId(row.account_id),
        text: row.text,
        written_at: utc(row.written_at),
    };
    Ok(rows.into_iter().map(note).collect())
}

/// How many notes there are about somebody.
pub fn count(db: &mut Db, who: &ParticipantId) -> Result<i64, StoreError> {
    let theirs = participant_notes::table.filter(participant_notes::participant_id.eq(who.as_str()));
    Ok(theirs.count().get_result(db)?)
}

/// Stores a new note.
pub fn insert(db: &mut Db, note: &Note) -> Result<(), StoreError> {
    let row = Row {
        id: note.id.0.clone(),
        participant_id: note.participant.0.clone(),
        account_id: note.by.0.clone(),
        text: note.text.clone(),
        written_at: note.written_at.naive_utc(),
    };
    diesel::insert_into(participant_notes::table).values(row).execute(db)?;
    Ok(())
}

/// Deletes a note about somebody; gives whether there was one.
pub fn delete(db: &mut Db, who: &ParticipantId, id: &NoteId) -> Result<bool, StoreError> {
    let note =
        participant_notes::table.find(id.as_str()).filter(participant_notes::participant_id.eq(who.as_str()));
    Ok(diesel::delete(note).execute(db)? == 1)
}
