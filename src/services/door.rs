//! The day itself: who comes, who has come, and where somebody is expected. Helpers see this and no more: no address, no note, no
//! answer that others are not shown.
//!
//! Invariant: somebody is checked in once; of two who do it the first stands, and both learn who it was and when.

use super::Fault;
use super::access::{Actor, DoorAccess};
use super::fault::from_store_error;
use super::log::note;
use super::meetings::schedule_in;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::event::{Programme, Session};
use crate::domain::ids::{AccountId, CheckInId, ParticipantId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::meeting::Meeting;
use crate::domain::registration::RegistrationState;
use crate::store::registrations::Named;
use crate::store::{Db, StoreError, accounts, check_ins, events, participants, programme, registrations};

pub use crate::store::check_ins::CheckIn;

/// People on a page of the list.
pub const PAGE_SIZE: usize = 20;

/// Somebody as they are seen at the door.
#[derive(Debug, Clone)]
pub struct Guest {
    pub id: ParticipantId,
    pub name: String,
    pub organisation: String,
    /// ISO code; empty if it is not known.
    pub country: String,
    pub participant_type: Option<TypeId>,
    pub languages: Vec<String>,
    pub state: RegistrationState,
    pub came: Option<Came>,
}

/// That somebody came.
#[derive(Debug, Clone)]
pub struct Came {
    pub check_in: CheckIn,
    /// Who told it; empty if the account is gone.
    pub by: String,
}

/// The people of an event at its door.
#[derive(Debug, Clone)]
pub struct Door {
    /// How many of those who are registered have come, and how many are registered.
    pub came: (usize, usize),
    /// How many the search finds.
    pub found: usize,
    /// A page of these by name.
    pub guests: Vec<Guest>,
}

/// Whom words of names and organisations find, whatever their state; without words everybody who is registered. Pages count
/// from 1.
pub fn list(app: &App, access: &DoorAccess, words: &str, (page, lang): (usize, Lang)) -> Result<Door, Fault> {
    let event = &access.event().id;
    app.store.read(|db| {
        let registered = RegistrationState::Registered.code();
        let counts = registrations::count_by_state(db, event)?;
        let expected = counts.iter().filter(|(state, _)| state == registered).map(|(_, n)| *n).sum();
        let mut found = match words.is_empty() {
            true => {
                let state = Some(registered.to_string());
                registrations::names(db, event, &registrations::Filter { state, ..Default::default() })?
            }
            false => registrations::named(db, event, words)?,
        };
        let alphabet = Alphabet::of(lang);
        found.sort_by_cached_key(|one: &Named| alphabet.by_name(&one.name, &one.organisation));
        let skip = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
        let shown: Vec<&ParticipantId> = found.iter().skip(skip).take(PAGE_SIZE).map(|one| &one.id).collect();
        Ok(Door {
            came: (unsigned(check_ins::count(db, event)?), unsigned(expected)),
            found: found.len(),
            guests: guests(db, &shown)?,
        })
    })
}

fn unsigned(n: i64) -> usize {
    usize::try_from(n).unwrap_or_default()
}

/// These people in this order; whoever is deleted is left out.
fn guests(db: &mut Db, ids: &[&ParticipantId]) -> Result<Vec<Guest>, StoreError> {
    let (mut came, states) = (check_ins::of(db, ids)?, registrations::states_of(db, ids)?);
    let mut people = participants::list_by_ids(db, ids)?;
    people.retain(|one| !one.profile.person.is_erased());
    people.sort_by_key(|one| ids.iter().position(|id| **id == one.id));
    let mut guests = Vec::new();
    for one in people {
        let Some(state) = states.get(&one.id) else { continue };
        let person = one.profile.person;
        guests.push(Guest {
            came: came.remove(&one.id).map(|check_in| named(db, check_in)).transpose()?,
            id: one.id,
            name: person.name,
            organisation: person.organisation,
            country: person.country,
            participant_type: person.participant_type,
            languages: person.languages,
            state: *state,
        });
    }
    Ok(guests)
}

fn named(db: &mut Db, check_in: CheckIn) -> Result<Came, StoreError> {
    let by = accounts::list_by_ids(db, &[check_in.by.as_str()])?.pop();
    Ok(Came { by: by.map(|account| account.name).unwrap_or_default(), check_in })
}

/// That somebody came, with who told it, for those who see the event.
pub(super) fn came(db: &mut Db, who: &ParticipantId) -> Result<Option<Came>, StoreError> {
    check_ins::standing(db, who)?.map(|one| named(db, one)).transpose()
}

/// A meeting of somebody, as it is told at the door.
#[derive(Debug, Clone)]
pub struct Expected {
    pub meeting: Meeting,
    /// Whom they meet.
    pub name: String,
    pub organisation: String,
}

/// Somebody at the door, with where they are expected.
#[derive(Debug, Clone)]
pub struct GuestDay {
    pub guest: Guest,
    pub programme: Programme,
    /// Those that they take part in and that are not over, by start.
    pub sessions: Vec<Session>,
    /// Those that are not over, by start.
    pub meetings: Vec<Expected>,
}

/// Somebody of the event at its door.
pub fn guest(app: &App, access: &DoorAccess, id: &ParticipantId) -> Result<GuestDay, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let participant = participants::get(db, id)?;
        let guest = guests(db, &[id])?.pop();
        let Some(guest) = guest.filter(|_| participant.event == access.event().id) else {
            return Err(StoreError::NotFound.into());
        };
        let programme = programme::get(db, &participant.event)?;
        let attendance = &participant.profile.attendance;
        let joins = |one: &&Session| one.ends_at > now && attendance.takes_part_in(&one.id);
        let mut meetings = schedule_in(db, id)?;
        meetings.retain(|one| one.meeting.ends_at > now);
        let expected = meetings.into_iter().map(|one| {
            let person = one.partner.profile.person;
            Expected { meeting: one.meeting, name: person.name, organisation: person.organisation }
        });
        Ok(GuestDay {
            guest,
            sessions: programme.sessions.iter().filter(joins).cloned().collect(),
            meetings: expected.collect(),
            programme,
        })
    })
}

/// Why somebody is not checked in.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// They are not registered.
    #[error("not registered")]
    NotRegistered,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(DoorError);

/// Checks somebody in; gives whether it was this that did it. Whoever was checked in before stays so as they were.
pub fn check_in(app: &App, access: &DoorAccess, id: &ParticipantId) -> Result<bool, DoorError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        if participants::get(tx.db, id)?.event != event.id {
            return Err(StoreError::NotFound.into());
        }
        if check_ins::standing(tx.db, id)?.is_some() {
            return Ok(false);
        }
        if registrations::get(tx.db, id)?.state != RegistrationState::Registered {
            return Err(DoorError::NotRegistered);
        }
        enter(tx, access, id)?;
        Ok(true)
    })
}

/// Stores that somebody came who was not checked in before. The event's row is locked.
pub(super) fn enter(tx: &mut Tx<'_>, access: &DoorAccess, id: &ParticipantId) -> Result<(), StoreError> {
    let one = CheckIn {
        id: tx.app.random.id(tx.now),
        participant: id.clone(),
        by: who(access),
        at: tx.now,
        undone: None,
    };
    check_ins::insert(tx.db, &one)?;
    note(tx, &access.event().id, id, access.actor(), "participant.came")
}

/// Says that a check-in of somebody was a mistake; one that does not stand any more stays as it is.
pub fn undo(app: &App, access: &DoorAccess, id: &ParticipantId, check_in: &CheckInId) -> Result<(), Fault> {
    write(app, |tx| {
        events::lock(tx.db, &access.event().id)?;
        if participants::get(tx.db, id)?.event != access.event().id {
            return Err(StoreError::NotFound.into());
        }
        if check_ins::undo(tx.db, (id, check_in), &who(access), tx.now)? {
            note(tx, &access.event().id, id, access.actor(), "participant.came_undone")?;
        }
        Ok(())
    })
}

fn who(access: &DoorAccess) -> AccountId {
    AccountId(Actor::account_of(&access.actor().code()).unwrap_or_default().to_string())
}

/// The lists of an event, for what is asked at its door.
pub fn lists(app: &App, access: &DoorAccess) -> Result<Programme, Fault> {
    Ok(app.store.read(|db| programme::get(db, &access.event().id))?)
}
