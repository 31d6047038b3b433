//! What an event's team notes about a participant, and the tags by which it finds them. Nobody else sees either, but the person
//! themselves, with everything that is kept about them.

use super::Fault;
use super::access::{Actor, ChangeAccess, EventAccess};
use super::events::EditError;
use super::tx::write;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::{AccountId, NoteId, ParticipantId};
use crate::domain::problems::{Message, Problems};
use crate::domain::{tag, text};
use crate::store::{StoreError, accounts, events, notes, participants, tags};

pub use crate::store::notes::Note;

/// Most notes about one participant.
const MOST_NOTES: i64 = 50;

/// What the team says of a participant.
#[derive(Debug, Clone, Default)]
pub struct Remarks {
    /// Newest first.
    pub notes: Vec<Note>,
    /// Who wrote them, as far as their accounts are there.
    pub authors: Vec<Account>,
    pub tags: Vec<String>,
    /// Every tag of the event.
    pub known_tags: Vec<String>,
}

/// What the team says of a participant.
pub fn remarks(app: &App, access: &EventAccess, id: &ParticipantId) -> Result<Remarks, Fault> {
    app.store.read(|db| {
        if participants::get(db, id)?.event != access.event().id {
            return Err(StoreError::NotFound.into());
        }
        let notes = notes::list(db, id)?;
        let by: Vec<&str> = notes.iter().map(|note| note.by.as_str()).collect();
        Ok(Remarks {
            authors: accounts::list_by_ids(db, &by)?,
            notes,
            tags: tags::list_of(db, id)?,
            known_tags: tags::list(db, &access.event().id)?,
        })
    })
}

/// Every tag of an event.
pub fn known_tags(app: &App, access: &EventAccess) -> Result<Vec<String>, Fault> {
    app.store.read(|db| Ok(tags::list(db, &access.event().id)?))
}

/// Notes something about a participant.
pub fn add_note(app: &App, access: &ChangeAccess, id: &ParticipantId, typed: &str) -> Result<(), EditError> {
    let said = text::long(typed, text::NOTE_MAX).map_err(|message| Problems::one("note", message))?;
    if said.is_empty() {
        return Err(Problems::one("note", Message::new("problem-note-missing")).into());
    }
    write(app, |tx| {
        events::lock(tx.db, &access.event().id)?;
        let theirs = access.to_participant(tx.db, id)?;
        check_person(tx.db, theirs.id())?;
        if notes::count(tx.db, id)? >= MOST_NOTES {
            let message = Message::new("problem-notes-many").with("max", MOST_NOTES.to_string());
            return Err(Problems::one("note", message).into());
        }
        let note = Note {
            id: tx.app.random.id(tx.now),
            participant: id.clone(),
            by: AccountId(Actor::account_of(&access.actor().code()).unwrap_or_default().to_string()),
            text: said.clone(),
            written_at: tx.now,
        };
        notes::insert(tx.db, &note)?;
        Ok(access.note(tx, "participant.noted", id.as_str(), "")?)
    })
}

/// Of whom everything was deleted nothing is kept from now on.
fn check_person(db: &mut crate::store::Db, id: &ParticipantId) -> Result<(), StoreError> {
    match participants::get(db, id)?.profile.person.is_erased() {
        true => Err(StoreError::NotFound),
        false => Ok(()),
    }
}

/// Deletes a note about a participant; one that is gone stays so.
pub fn delete_note(app: &App, access: &ChangeAccess, id: &ParticipantId, note: &NoteId) -> Result<(), Fault> {
    write(app, |tx| {
        let theirs = access.to_participant(tx.db, id)?;
        if notes::delete(tx.db, theirs.id(), note)? {
            access.note(tx, "participant.unnoted", id.as_str(), "")?;
        }
        Ok(())
    })
}

/// Gives a participant a tag. One that the event writes otherwise is the one that it has.
pub fn give_tag(app: &App, access: &ChangeAccess, id: &ParticipantId, typed: &str) -> Result<(), EditError> {
    write(app, |tx| {
        events::lock(tx.db, &access.event().id)?;
        let theirs = access.to_participant(tx.db, id)?;
        check_person(tx.db, theirs.id())?;
        let known = tags::list(tx.db, &access.event().id)?;
        let tag = new_tag(&known, typed).map_err(|message| Problems::one("tag", message))?;
        if !tags::give(tx.db, &[theirs.id()], &tag)?.is_empty() {
            access.note(tx, "participant.tagged", id.as_str(), &tag)?;
        }
        Ok(())
    })
}

/// A tag that is to be given: as the event writes it, if it has it; one more, if there is room.
pub(super) fn new_tag(known: &[String], typed: &str) -> Result<String, Message> {
    let typed = tag::parse(typed)?;
    let tag = tag::as_known(&typed, known).to_string();
    match known.contains(&tag) || known.len() < tag::MOST {
        true => Ok(tag),
        false => Err(Message::new("problem-tags-many").with("max", tag::MOST.to_string())),
    }
}

/// Takes a tag from a participant.
pub fn take_tag(app: &App, access: &ChangeAccess, id: &ParticipantId, tag: &str) -> Result<(), Fault> {
    write(app, |tx| {
        let theirs = access.to_participant(tx.db, id)?;
        if tags::take(tx.db, theirs.id(), tag)? {
            access.note(tx, "participant.untagged", id.as_str(), tag)?;
        }
        Ok(())
    })
}
