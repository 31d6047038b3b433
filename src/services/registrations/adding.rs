//! An organiser adds one person by hand: somebody at the door, or on the phone. They are registered at once, without a word of
//! their own: nobody sees them, and they have agreed to nothing.

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
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::events::EditError;
use crate::services::slips;
use crate::services::tx::{Tx, write};
use crate::store::{Db, events, participants, programme};

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
pub fn is_full(app: &App, access: &EventAccess) -> Result<bool, Fault> {
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
        if event.shredded_at.is_some() {
            return Err(Problems::one(field::NAME, Message::new("problem-event-deleted")).into());
        }
        let lists = programme::get(tx.db, &event.id)?;
        let person = new.person.by_hand(&lists)?;
        check_address(tx.db, &event, new, &person)?;
        let has_seat = match (has_seat_for_new(tx, &event)?, new.beyond) {
            (true, _) => true,
            (false, Some(beyond)) => beyond == BeyondSeats::Seated,
            (false, None) => {
                return Err(Problems::one("beyond", Message::new("problem-seats-taken")).into());
            }
        };
        let participant = participant(tx, &event, &lists, person, new.lang);
        let registration = insert_new(tx, &event, &participant, has_seat)?;
        access.note(tx, "registration.added", participant.id.as_str(), "")?;
        if new.mails {
            let kind = if has_seat { MailKind::Entered } else { MailKind::WaitingList };
            mail_standing(tx, kind, &event, &participant, &registration)?;
        }
        Ok((participant.id, registration.state))
    })
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

fn participant(tx: &Tx<'_>, event: &Event, lists: &Programme, person: Person, lang: Lang) -> Participant {
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
        id: tx.app.random.id(tx.now),
        event: event.id.clone(),
        profile,
        source: Source::Import,
        created_at: tx.now,
        updated_at: tx.now,
    }
}
