//! What an event's people are told when its organiser changes something that is not a meeting of theirs.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Fault;
use super::letters::Letters;
use super::links::Page;
use crate::documents::calendar::CalendarOwner;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{Event, Session};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::mail::messages;
use crate::store::{Db, StoreError, participants};

/// Something that people are told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct News {
    pub what: What,
    /// Who is told, as far as they have an address.
    pub people: Vec<Participant>,
}

/// What is new.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// The event takes place on other days: those before.
    EventMoved {
        before: (NaiveDate, NaiveDate),
        /// Who has it in their calendar.
        seated: BTreeSet<ParticipantId>,
    },
    /// A session of theirs is at another time or place: as it was, and as it is.
    SessionMoved { before: Box<Session>, after: Box<Session> },
}

impl News {
    /// That the event moves: to everyone who comes or hopes to.
    pub(super) fn event_moved(
        db: &mut Db,
        event: &EventId,
        before: (NaiveDate, NaiveDate),
    ) -> Result<News, StoreError> {
        let hope = [RegistrationState::AwaitingApproval.code(), RegistrationState::WaitingList(0).code()];
        let mut people = participants::list_in_states(db, event, &[RegistrationState::Registered.code()])?;
        let seated = people.iter().map(|person| person.id.clone()).collect();
        people.extend(participants::list_in_states(db, event, &hope)?);
        Ok(News { what: What::EventMoved { before, seated }, people: with_address(people) })
    }

    /// That a session moves: to everyone registered who takes part in it; none where its time and place are the same.
    pub(super) fn session_moved(
        db: &mut Db,
        event: &EventId,
        before: &Session,
        after: &Session,
    ) -> Result<Option<News>, StoreError> {
        let of = |session: &Session| (session.starts_at, session.ends_at, session.place.clone());
        if of(before) == of(after) {
            return Ok(None);
        }
        let mut people = participants::list_in_states(db, event, &[RegistrationState::Registered.code()])?;
        people.retain(|person| person.profile.attendance.sessions.contains(&after.id));
        let what = What::SessionMoved { before: Box::new(before.clone()), after: Box::new(after.clone()) };
        Ok(Some(News { what, people: with_address(people) }))
    }
}

/// Whether other days of an event are news to its people: neither of a draft, nor of an event that is over or is set to be, which
/// is a slip or for the record.
pub(super) fn is_of_interest(before: &Event, after: &Event, today: NaiveDate) -> bool {
    after.state.has_pages() && before.ends_on >= today && after.ends_on >= today
}

fn with_address(mut people: Vec<Participant>) -> Vec<Participant> {
    people.retain(|person| person.profile.person.email.is_some());
    people
}

/// Writes to everyone who is to hear of it, except those who hear of it with their meetings.
pub(super) fn write(
    letters: &mut Letters<'_>,
    event: &Event,
    origin: &CalendarOrigin,
    news: &News,
    told: &BTreeSet<ParticipantId>,
) -> Result<(), Fault> {
    let now = letters.now();
    // Somebody's meetings say that the event has moved, and not that a session has.
    let hears = |person: &&Participant| match news.what {
        What::EventMoved { .. } => !told.contains(&person.id),
        What::SessionMoved { .. } => true,
    };
    for person in news.people.iter().filter(hears) {
        match &news.what {
            What::EventMoved { before, seated } => {
                let link = letters.personal_link(event, &person.id);
                let owner = CalendarOwner { event, participant: person, origin, now };
                let has_seat = seated.contains(&person.id);
                letters.write(|context| messages::event_moved(context, &owner, has_seat, &link, *before))?;
            }
            What::SessionMoved { before, after } => {
                let link = letters.personal_link_to(event, &person.id, Page::Schedule);
                letters.write(|context| {
                    messages::session_moved(context, event, person, &link, (before, after))
                })?;
            }
        }
    }
    Ok(())
}
