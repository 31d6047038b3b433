//! The team adds one person by hand: somebody on the phone, or at the door. They are registered at once, without a word of their
//! own: nobody sees them, and they have agreed to nothing.
//!
//! Invariant: a form that is sent twice adds one person: it brings the id that they are to have.

use super::seats::{free_seats_for_new, has_seat_for_new, insert_new, mail_standing};
use crate::app::App;
use crate::domain::codes::codes;
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::{Attendance, Participant, Person, Profile, Source, USUAL_MAX_MEETINGS};
use crate::domain::problems::{Message, Problems};
use crate::domain::profile_input::PersonInput;
use crate::domain::registration::RegistrationState;
use crate::domain::visibility::ShownFields;
use crate::services::Fault;
use crate::services::access::{ChangeAccess, DoorAccess, Member};
use crate::services::events::EditError;
use crate::services::log::note;
use crate::services::tx::{Tx, write};
use crate::services::{door, slips};
use crate::store::{Db, StoreError, events, participants, programme, registrations};

codes! {
    /// Where somebody comes in for whom no seat is left.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum BeyondSeats {
        /// At the end of the waiting list.
        Waits = "waits",
        /// Gets a seat beyond the capacity.
        Seated = "seated",
    }
}

/// Somebody as an organiser typed them.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The id that the form was given for them.
    pub entry: ParticipantId,
    pub person: PersonInput,
    /// Whether the address was chosen after the question what was meant.
    pub is_sure: bool,
    /// What happens if all seats are taken; asked where they are.
    pub beyond: Option<BeyondSeats>,
    /// Language of their mails.
    pub lang: Lang,
    /// Whether they are mailed that they are registered, or wait.
    pub mails: bool,
}

/// Whether somebody who is added now gets no seat.
pub fn is_full(app: &App, access: &Member) -> Result<bool, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Ok(free_seats_for_new(db, &event, now)? == 0)
    })
}

/// Adds somebody; gives who it is by now and where they stand.
///
/// # Errors
/// What is wrong with what was typed; that the address has an entry already; that all seats are taken and nothing was said of
/// that.
pub fn add(
    app: &App,
    access: &ChangeAccess,
    new: &NewPerson,
) -> Result<(ParticipantId, RegistrationState), EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        check_not_deleted(&event)?;
        let lists = programme::get(tx.db, &event.id)?;
        let person = new.person.by_hand(&lists)?;
        let entry = match Entry::of(tx, &event, &new.entry, &person)? {
            Entry::Known(id, state) => return Ok((id, state)),
            Entry::New(id) => id,
        };
        check_address(tx.db, &event, new, &person)?;
        let has_seat = match (has_seat_for_new(tx, &event)?, new.beyond) {
            (true, _) => true,
            (false, Some(beyond)) => beyond == BeyondSeats::Seated,
            (false, None) => {
                return Err(Problems::one("beyond", Message::new("problem-seats-taken")).into());
            }
        };
        let participant = participant(tx, entry, (&event, &lists), person, new.lang);
        let registration = insert_new(tx, &event, &participant, has_seat)?;
        access.note(tx, "registration.added", participant.id.as_str(), "")?;
        if new.mails {
            let kind = if has_seat { MailKind::Entered } else { MailKind::WaitingList };
            mail_standing(tx, kind, &event, &participant, &registration)?;
        }
        Ok((participant.id, registration.state))
    })
}

/// Registers somebody who comes without a registration, and checks them in.
///
/// # Errors
/// What is wrong with what was typed; that all seats are taken: nobody gets one beyond them at the door.
pub fn walk_in(
    app: &App,
    access: &DoorAccess,
    entry: &ParticipantId,
    typed: &PersonInput,
) -> Result<ParticipantId, EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        check_not_deleted(&event)?;
        let lists = programme::get(tx.db, &event.id)?;
        let person = typed.at_door(&lists)?;
        let entry = match Entry::of(tx, &event, entry, &person)? {
            Entry::Known(id, _) => return Ok(id),
            Entry::New(id) => id,
        };
        if !has_seat_for_new(tx, &event)? {
            return Err(Problems::one(field::NAME, Message::new("problem-door-full")).into());
        }
        let participant = participant(tx, entry, (&event, &lists), person, event.first_language());
        insert_new(tx, &event, &participant, true)?;
        note(tx, &event.id, &participant.id, access.actor(), "registration.added")?;
        door::enter(tx, access, &participant.id)?;
        Ok(participant.id)
    })
}

fn check_not_deleted(event: &Event) -> Result<(), Problems> {
    match event.shredded_at {
        Some(_) => Err(Problems::one(field::NAME, Message::new("problem-event-deleted"))),
        None => Ok(()),
    }
}

/// What a form is about.
enum Entry {
    /// It has added its person already.
    Known(ParticipantId, RegistrationState),
    /// Somebody who is to have this id.
    New(ParticipantId),
}

impl Entry {
    /// Whoever goes back to a form that was sent and types another name into it means somebody else.
    fn of(tx: &mut Tx<'_>, event: &Event, id: &ParticipantId, person: &Person) -> Result<Entry, StoreError> {
        let known = match participants::get(tx.db, id) {
            Ok(known) => known,
            Err(StoreError::NotFound) => return Ok(Entry::New(id.clone())),
            Err(error) => return Err(error),
        };
        let theirs = &known.profile.person;
        let is_same = known.event == event.id
            && (&theirs.name, &theirs.organisation) == (&person.name, &person.organisation);
        Ok(match is_same {
            true => Entry::Known(id.clone(), registrations::get(tx.db, id)?.state),
            false => Entry::New(tx.app.random.id(tx.now)),
        })
    }
}

/// Whoever is there already is not added once more; a probable slip is asked about.
fn check_address(db: &mut Db, event: &Event, new: &NewPerson, person: &Person) -> Result<(), EditError> {
    let Some(email) = &person.email else { return Ok(()) };
    if let Some(known) = participants::find_by_email(db, &event.id, email)? {
        let message = Message::new("problem-person-known").with("name", known.profile.person.shown());
        return Err(Problems::one(field::EMAIL, message).into());
    }
    match slips::question(db, &event.id, email)? {
        Some(asked) if !new.is_sure => Err(Problems::one(field::EMAIL, asked).into()),
        _ => Ok(()),
    }
}

fn participant(
    tx: &Tx<'_>,
    id: ParticipantId,
    (event, lists): (&Event, &Programme),
    person: Person,
    lang: Lang,
) -> Participant {
    let coming = lists.blocks.iter().filter(|block| block.ends_at() > tx.now);
    let profile = Profile {
        person,
        interests: Vec::new(),
        attendance: Attendance {
            blocks: coming.map(|block| block.id.clone()).collect(),
            sessions: Vec::new(),
            waiting: Vec::new(),
            max_meetings: USUAL_MAX_MEETINGS,
        },
        listed: false,
        shown: ShownFields::default(),
        lang,
    };
    Participant {
        id,
        event: event.id.clone(),
        profile,
        source: Source::ByHand,
        created_at: tx.now,
        updated_at: tx.now,
    }
}
