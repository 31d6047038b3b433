//! Invitations to a session: the team invites people, they are mailed, and take a place or say no. Whoever is invited may choose the
//! session, whomever else it is for; nobody else learns who is.

use std::collections::{HashMap, HashSet};

use super::Fault;
use super::access::{ChangeAccess, EventAccess, OwnAccess};
use super::links::{self, Page};
use super::log::note;
use super::post::post;
use super::session_places;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::codes::codes;
use crate::domain::event::{Event, Session};
use crate::domain::ids::{ParticipantId, SessionId};
use crate::domain::lang::Lang;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::mail::messages;
use crate::store::session_places::Choice;
use crate::store::{
    Db, StoreError, agenda, attendance, events, participants, registrations, session_invitations as stored,
    session_places as places,
};

pub use crate::store::session_invitations::SessionInvitation;

/// People who are invited in one transaction: each of them is mailed, and others write in between.
const PART: usize = 50;
/// Most people whom a search offers.
const MOST_FOUND: usize = 20;

codes! {
    /// What has become of an invitation; its word is `session-invited-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Answer {
        /// They take part.
        Comes = "comes",
        /// They wait for a place.
        Waits = "waits",
        Declined = "declined",
        /// They have not answered.
        Silent = "silent",
    }
}

/// Somebody who is invited.
#[derive(Debug, Clone)]
pub struct Guest {
    pub participant: Participant,
    pub answer: Answer,
}

/// Who is invited to a session, and whom words find beside.
#[derive(Debug, Clone)]
pub struct Guests {
    pub session: Session,
    /// By name.
    pub invited: Vec<Guest>,
    /// Some of the registered people whom the words find and who are not invited.
    pub found: Vec<Participant>,
}

/// The invitations to a session.
pub fn guests(
    app: &App,
    access: &EventAccess,
    id: &SessionId,
    (words, lang): (&str, Lang),
) -> Result<Guests, Fault> {
    let event = &access.event().id;
    app.store.read(|db| {
        let session = session_of(db, access.event(), id)?;
        let rows = stored::list(db, id)?;
        let choices: HashMap<ParticipantId, Choice> =
            places::list_choices(db, id)?.into_iter().map(|one| (one.participant.clone(), one)).collect();
        let ids: Vec<&ParticipantId> = rows.iter().map(|row| &row.participant).collect();
        let mut people: HashMap<ParticipantId, Participant> =
            participants::list_by_ids(db, &ids)?.into_iter().map(|one| (one.id.clone(), one)).collect();
        let guest = |row: &SessionInvitation| {
            let answer = answer_of(&session, row, choices.get(&row.participant));
            Some(Guest { participant: people.remove(&row.participant)?, answer })
        };
        let mut invited: Vec<Guest> = rows.iter().filter_map(guest).collect();
        let alphabet = Alphabet::of(lang);
        let place = |one: &Participant| {
            let person = &one.profile.person;
            (alphabet.by_name(&person.name, &person.organisation), one.id.clone())
        };
        invited.sort_by_cached_key(|one| place(&one.participant));
        let mut found = if words.is_empty() { Vec::new() } else { registered(db, access.event(), words)? };
        found.retain(|one| one.event == *event && !ids.contains(&&one.id));
        found.sort_by_cached_key(place);
        found.truncate(MOST_FOUND);
        Ok(Guests { session, invited, found })
    })
}

fn answer_of(session: &Session, row: &SessionInvitation, choice: Option<&Choice>) -> Answer {
    match choice.filter(|choice| choice.registered) {
        Some(choice) if session.places.is_some() && !matches!(choice.stands, Some((true, _))) => {
            Answer::Waits
        }
        Some(_) => Answer::Comes,
        None if row.declined_at.is_some() => Answer::Declined,
        None => Answer::Silent,
    }
}

fn registered(db: &mut Db, event: &Event, words: &str) -> Result<Vec<Participant>, StoreError> {
    let named: Vec<ParticipantId> =
        registrations::named(db, &event.id, words)?.into_iter().map(|one| one.id).collect();
    let states = registrations::states_of(db, &named.iter().collect::<Vec<_>>())?;
    let comes = |id: &&ParticipantId| states.get(*id) == Some(&RegistrationState::Registered);
    participants::list_by_ids(db, &named.iter().filter(comes).collect::<Vec<_>>())
}

fn session_of(db: &mut Db, event: &Event, id: &SessionId) -> Result<Session, StoreError> {
    let found = agenda::list_sessions(db, &event.id)?.into_iter().find(|one| one.id == *id);
    found.ok_or(StoreError::NotFound)
}

/// Who is invited to a session of the event.
pub(super) fn invited_to(
    db: &mut Db,
    event: &Event,
    id: &SessionId,
) -> Result<HashSet<ParticipantId>, StoreError> {
    session_of(db, event, id)?;
    Ok(stored::list(db, id)?.into_iter().map(|one| one.participant).collect())
}

/// Invites registered people to a session, and mails them; whoever is invited already is left as they are. Gives how many were.
pub fn invite(
    app: &App,
    access: &ChangeAccess,
    id: &SessionId,
    people: &[ParticipantId],
) -> Result<usize, Fault> {
    let mut n = 0;
    for part in people.chunks(PART) {
        n += write(app, |tx| invite_part(tx, access, id, part))?;
    }
    Ok(n)
}

fn invite_part(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    id: &SessionId,
    people: &[ParticipantId],
) -> Result<usize, Fault> {
    let event = events::lock(tx.db, &access.event().id)?;
    let session = session_of(tx.db, &event, id)?;
    let known = invited_to(tx.db, &event, id)?;
    let ids: Vec<&ParticipantId> = people.iter().filter(|who| !known.contains(who)).collect();
    let states = registrations::states_of(tx.db, &ids)?;
    let mut new = participants::list_by_ids(tx.db, &ids)?;
    new.retain(|one| one.event == event.id && states.get(&one.id) == Some(&RegistrationState::Registered));
    let ids: Vec<ParticipantId> = new.iter().map(|one| one.id.clone()).collect();
    stored::insert(tx.db, id, &ids, tx.now)?;
    for one in &new {
        access.note(tx, "session.invited", one.id.as_str(), "")?;
        tell(tx, &event, &session, one)?;
    }
    Ok(new.len())
}

/// Mails somebody that they are invited, unless the session is over.
fn tell(tx: &mut Tx<'_>, event: &Event, session: &Session, who: &Participant) -> Result<(), Fault> {
    if who.profile.person.email.is_none() || session.ends_at <= tx.now {
        return Ok(());
    }
    let link = links::opening(links::new_personal_link(tx, event, &who.id)?, Page::Schedule);
    post(tx, |context| messages::session_invited(context, event, who, &link, session))?;
    Ok(())
}

/// Takes an invitation back. Where only those come who are invited, the person takes no part any more.
pub fn withdraw(app: &App, access: &ChangeAccess, id: &SessionId, who: &ParticipantId) -> Result<(), Fault> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let session = session_of(tx.db, &event, id)?;
        if !stored::delete(tx.db, id, who)? {
            return Ok(());
        }
        access.note(tx, "session.uninvited", who.as_str(), "")?;
        let kind = participants::get(tx.db, who)?.profile.person.participant_type;
        if !session.is_for(kind.as_ref()) {
            attendance::leave_session(tx.db, id, who, tx.now)?;
        }
        session_places::settle(tx, &event.id)
    })
}

/// Says no to an invitation; whoever had said yes leaves the session.
pub fn decline(app: &App, access: &OwnAccess, id: &SessionId) -> Result<(), Fault> {
    write(app, |tx| {
        let event = participants::get(tx.db, access.id())?.event;
        let event = events::lock(tx.db, &event)?;
        session_of(tx.db, &event, id)?;
        if !stored::answer(tx.db, id, access.id(), Some(tx.now))? {
            return Err(StoreError::NotFound.into());
        }
        attendance::leave_session(tx.db, id, access.id(), tx.now)?;
        note(tx, &event.id, access.id(), access.actor(), "session.declined")?;
        session_places::settle(tx, &event.id)
    })
}
