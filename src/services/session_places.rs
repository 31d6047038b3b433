//! Places in sessions that have a limited number of them: whoever asks first has one, the others wait, and whoever moves up is
//! mailed.
//!
//! Only registered people have places. [`settle`] stands behind whatever changes who asks or how many places there are; it
//! may be called at any time, and changes nothing where everything is right. The worker calls it too, for what happened beside it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{Actor, ChangeAccess, EventAccess};
use super::links::{self, Page};
use super::log::note;
use super::post::post;
use super::tx::{Tx, write, write_at};
use crate::app::App;
use crate::domain::event::{Programme, Session};
use crate::domain::ids::{EventId, ParticipantId, SessionId};
use crate::domain::participant::Participant;
use crate::mail::messages;
use crate::store::session_places::{self, Choice};
use crate::store::{Db, StoreError, agenda, attendance, events, meetings, participants};

/// Most people who move up in one transaction: each of them is mailed, and everybody else waits meanwhile.
const MOVE_UP_AT_ONCE: usize = 20;

/// How full a session with limited places is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub places: u32,
    /// How many of them are taken.
    pub taken: u32,
    /// How many registered people wait for one.
    pub waiting: u32,
}

impl Room {
    /// Whether whoever asks now waits.
    pub fn is_full(self) -> bool {
        self.taken >= self.places || self.waiting > 0
    }
}

/// How full the sessions of an event are that have limited places.
pub type Rooms = HashMap<SessionId, Room>;

/// The same as it is now.
pub fn rooms(app: &App, event: &EventId, programme: &Programme) -> Result<Rooms, Fault> {
    Ok(app.store.read(|db| rooms_in(db, event, programme))?)
}

/// The same inside a read.
pub(super) fn rooms_in(db: &mut Db, event: &EventId, programme: &Programme) -> Result<Rooms, StoreError> {
    let limited = |session: &Session| Some((session.id.clone(), session.places?));
    let places: HashMap<SessionId, u32> = programme.sessions.iter().filter_map(limited).collect();
    if places.is_empty() {
        return Ok(Rooms::new());
    }
    let counts = session_places::count_by_session(db, event)?;
    let of = |id: &SessionId, has_place: bool| {
        let n = counts.get(&(id.clone(), has_place)).copied().unwrap_or_default();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    let room = |(id, places): (SessionId, u32)| {
        let room = Room { places, taken: of(&id, true), waiting: of(&id, false) };
        (id, room)
    };
    Ok(places.into_iter().map(room).collect())
}

/// Gives places to those who asked first, and takes them from those who come no more. Call it in the transaction that changes one
/// of these.
pub(super) fn settle(tx: &mut Tx<'_>, event: &EventId) -> Result<(), Fault> {
    for (session, places) in session_places::list_limited(tx.db, event)? {
        session_places::forget_others(tx.db, &session)?;
        let choices = session_places::list_choices(tx.db, &session)?;
        let moved_up = match places {
            Some(places) => {
                give(tx.db, &session, usize::try_from(places).unwrap_or(usize::MAX), choices, tx.now)?
            }
            // There is room for everybody now.
            None => {
                session_places::forget_all(tx.db, &session)?;
                choices.into_iter().filter(waited).map(|choice| choice.participant).collect()
            }
        };
        for who in &moved_up {
            note(tx, event, who, &Actor::System, "session.place_given")?;
        }
        tell(tx, event, &session, &moved_up)?;
    }
    Ok(())
}

/// The same after a session was changed. Whoever takes part in one that gets a limit keeps the place, even if there are more of
/// them than places; whoever waits in one that gets more places moves up.
pub(super) fn settle_changed(
    tx: &mut Tx<'_>,
    event: &EventId,
    (before, after): (&Session, &Session),
) -> Result<(), Fault> {
    if before.places == after.places {
        return Ok(());
    }
    if before.places.is_none() {
        for choice in session_places::list_choices(tx.db, &after.id)? {
            session_places::put(tx.db, &after.id, &choice.participant, choice.registered, tx.now)?;
        }
    }
    settle(tx, event)
}

/// Whether somebody stood in the waiting list before.
fn waited(choice: &Choice) -> bool {
    choice.registered && matches!(choice.stands, Some((false, _)))
}

/// Gives the places of a session; gives back who had waited for one.
fn give(
    db: &mut Db,
    session: &SessionId,
    places: usize,
    choices: Vec<Choice>,
    now: DateTime<Utc>,
) -> Result<Vec<ParticipantId>, StoreError> {
    let (mut taken, mut queue) = (0, Vec::new());
    for choice in choices {
        match choice.stands {
            Some((true, _)) if choice.registered => taken += 1,
            Some((false, since)) => queue.push((since, choice)),
            // Whoever comes no more gives the place back; who asks now stands behind those who wait.
            Some((true, _)) | None => {
                session_places::put(db, session, &choice.participant, false, now)?;
                queue.push((now, choice));
            }
        }
    }
    queue.retain(|(_, choice)| choice.registered);
    queue.sort_by(|(one, a), (other, b)| (one, &a.participant).cmp(&(other, &b.participant)));
    let mut moved_up = Vec::new();
    for (_, choice) in queue.into_iter().take(places.saturating_sub(taken)) {
        if waited(&choice) {
            if moved_up.len() >= MOVE_UP_AT_ONCE {
                break;
            }
            moved_up.push(choice.participant.clone());
        }
        session_places::put(db, session, &choice.participant, true, now)?;
    }
    Ok(moved_up)
}

/// Tells people that they have a place now, unless the session is over.
fn tell(
    tx: &mut Tx<'_>,
    event: &EventId,
    session: &SessionId,
    people: &[ParticipantId],
) -> Result<(), Fault> {
    if people.is_empty() {
        return Ok(());
    }
    let (event, session) = (events::get(tx.db, event)?, session_of(tx.db, event, session)?);
    if session.ends_at <= tx.now {
        return Ok(());
    }
    for who in people {
        let participant = participants::get(tx.db, who)?;
        if participant.profile.person.email.is_none() {
            continue;
        }
        let meets = meetings::list_planned_of(tx.db, who)?;
        let clashes = meets
            .iter()
            .any(|meeting| meeting.starts_at < session.ends_at && session.starts_at < meeting.ends_at);
        let link = links::opening(links::new_personal_link(tx, &event, who)?, Page::Schedule);
        post(tx, |context| {
            messages::session_place(context, &event, &participant, &link, (&session, clashes))
        })?;
    }
    Ok(())
}

/// Settles the sessions to come of every event; gives how many events have any.
pub fn settle_all(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let found = app.store.read(|db| session_places::list_events(db, now))?;
    for event in &found {
        write_at(app, now, |tx| {
            events::lock(tx.db, event)?;
            settle(tx, event)
        })?;
    }
    Ok(found.len())
}

/// Who takes part in a session, and who waits.
#[derive(Debug, Clone)]
pub struct SessionPeople {
    pub session: Session,
    /// Those who take part by name, then those who wait in their order.
    pub people: Vec<SessionPerson>,
}

/// Somebody who chose a session, as far as they are registered.
#[derive(Debug, Clone)]
pub struct SessionPerson {
    pub participant: Participant,
    /// Since when they wait; nothing if they take part.
    pub waiting_since: Option<DateTime<Utc>>,
}

/// The people of a session of the event.
pub fn people(app: &App, access: &EventAccess, id: &SessionId) -> Result<SessionPeople, Fault> {
    app.store.read(|db| {
        let session = session_of(db, &access.event().id, id)?;
        let choices = session_places::list_choices(db, id)?;
        let ids: Vec<&ParticipantId> =
            choices.iter().filter(|one| one.registered).map(|one| &one.participant).collect();
        let mut known: HashMap<ParticipantId, Participant> =
            participants::list_by_ids(db, &ids)?.into_iter().map(|one| (one.id.clone(), one)).collect();
        let person = |choice: &Choice| {
            let waits = session.places.is_some() && !matches!(choice.stands, Some((true, _)));
            let since = choice.stands.map_or(DateTime::<Utc>::MAX_UTC, |(_, since)| since);
            let participant = known.remove(&choice.participant)?;
            Some(SessionPerson { participant, waiting_since: waits.then_some(since) })
        };
        let mut people: Vec<SessionPerson> = choices.iter().filter_map(person).collect();
        let name = |one: &SessionPerson| one.participant.profile.person.name.to_lowercase();
        people.sort_by_cached_key(|one| (one.waiting_since, name(one), one.participant.id.clone()));
        Ok(SessionPeople { session, people })
    })
}

fn session_of(db: &mut Db, event: &EventId, id: &SessionId) -> Result<Session, StoreError> {
    let found = agenda::list_sessions(db, event)?.into_iter().find(|one| one.id == *id);
    found.ok_or(StoreError::NotFound)
}

/// How many registered people take part in each session of an event, and how many wait.
pub fn counts(app: &App, access: &EventAccess) -> Result<HashMap<SessionId, (usize, usize)>, Fault> {
    let event = &access.event().id;
    app.store.read(|db| {
        let asked = attendance::count_by_session(db, event)?;
        let places = session_places::count_by_session(db, event)?;
        let count = |(id, n): (SessionId, usize)| {
            let waiting = places.get(&(id.clone(), false)).copied().unwrap_or_default();
            (id, (n.saturating_sub(waiting), waiting))
        };
        Ok(asked.into_iter().map(count).collect())
    })
}

/// What an organiser decides about one person in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// They have a place, even if there are no more.
    GivePlace,
    /// They take no part any more; the next one moves up.
    TakeOut,
}

/// Does it. Somebody who has left the session meanwhile is left alone.
pub fn decide(
    app: &App,
    access: &ChangeAccess,
    id: &SessionId,
    who: &ParticipantId,
    decision: Decision,
) -> Result<(), Fault> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        session_of(tx.db, &event.id, id)?;
        let choices = session_places::list_choices(tx.db, id)?;
        let Some(choice) = choices.into_iter().find(|one| one.participant == *who) else { return Ok(()) };
        match decision {
            Decision::GivePlace if waited(&choice) => {
                session_places::put(tx.db, id, who, true, tx.now)?;
                access.note(tx, "session.place_given", who.as_str(), "")?;
                tell(tx, &event.id, id, std::slice::from_ref(who))?;
            }
            Decision::GivePlace => {}
            Decision::TakeOut => {
                attendance::leave_session(tx.db, id, who, tx.now)?;
                access.note(tx, "session.taken_out", who.as_str(), "")?;
            }
        }
        settle(tx, &event.id)
    })
}
