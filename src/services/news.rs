//! What an event's people are told when its organiser changes something that is not a meeting of theirs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::Fault;
use super::invitation_letters;
use super::letters::Letters;
use super::links::Page;
use crate::documents::calendar::CalendarOwner;
use crate::domain::agenda_change::Shift;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{Event, Programme, Session};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::invitation::Invitation;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::mail::messages;
use crate::store::{Db, StoreError, invitations, participants, programme};

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
    Days {
        before: (NaiveDate, NaiveDate),
        /// Who has it in their calendar.
        seated: BTreeSet<ParticipantId>,
        /// Who was asked whether they come on the days before, and is asked anew.
        asked: Box<Asked>,
    },
    /// The agenda begins so many minutes later, or earlier.
    Agenda { minutes: i64 },
    /// A session of theirs is at another time or place: as it was, and as it is.
    Session { before: Box<Session>, after: Box<Session> },
}

/// People with an open invitation, and what it names.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Asked {
    invitations: BTreeMap<ParticipantId, Invitation>,
    programme: Programme,
}

impl Asked {
    /// Those of an event.
    fn of(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<Asked, StoreError> {
        let open: BTreeMap<ParticipantId, Invitation> = invitations::list_open(db, event, now)?
            .into_iter()
            .map(|invitation| (invitation.participant.clone(), invitation))
            .collect();
        let programme = if open.is_empty() { Programme::default() } else { programme::get(db, event)? };
        Ok(Asked { invitations: open, programme })
    }
}

impl News {
    /// That an event is on other days, or its agenda at another time of the same days; none if neither is of interest.
    pub(super) fn of_move(
        db: &mut Db,
        (before, after): (&Event, &Event),
        shift: Shift,
        (today, now): (NaiveDate, DateTime<Utc>),
    ) -> Result<Option<News>, StoreError> {
        if !is_of_interest(before, after, today) {
            return Ok(None);
        }
        let days = (before.starts_on, before.ends_on);
        Ok(match days == (after.starts_on, after.ends_on) {
            false => Some(News::event_moved(db, &before.id, days, now)?),
            true if shift.minutes != 0 => Some(News::agenda_moved(db, &before.id, shift.minutes)?),
            true => None,
        })
    }

    /// That the event moves: to everyone who comes or hopes to, or is asked.
    fn event_moved(
        db: &mut Db,
        event: &EventId,
        before: (NaiveDate, NaiveDate),
        now: DateTime<Utc>,
    ) -> Result<News, StoreError> {
        let hope = [RegistrationState::AwaitingApproval.code(), RegistrationState::WaitingList(0).code()];
        let mut people = participants::list_in_states(db, event, &[RegistrationState::Registered.code()])?;
        let seated = people.iter().map(|person| person.id.clone()).collect();
        people.extend(participants::list_in_states(db, event, &hope)?);
        let asked = Asked::of(db, event, now)?;
        people.extend(participants::list_by_ids(db, &asked.invitations.keys().collect::<Vec<_>>())?);
        Ok(News { what: What::Days { before, seated, asked: Box::new(asked) }, people: with_address(people) })
    }

    /// That the agenda begins at another time of the same day: to everyone who is registered.
    fn agenda_moved(db: &mut Db, event: &EventId, minutes: i64) -> Result<News, StoreError> {
        let people = participants::list_in_states(db, event, &[RegistrationState::Registered.code()])?;
        Ok(News { what: What::Agenda { minutes }, people: with_address(people) })
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
        people.retain(|person| person.profile.attendance.takes_part_in(&after.id));
        let what = What::Session { before: Box::new(before.clone()), after: Box::new(after.clone()) };
        Ok(Some(News { what, people: with_address(people) }))
    }
}

/// Whether other days of an event are news to its people: neither of a draft, nor of an event that is over or is set to be, which
/// is a slip or for the record.
fn is_of_interest(before: &Event, after: &Event, today: NaiveDate) -> bool {
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
        What::Days { .. } | What::Agenda { .. } => !told.contains(&person.id),
        What::Session { .. } => true,
    };
    for person in news.people.iter().filter(hears) {
        match &news.what {
            What::Days { asked, .. } if asked.invitations.contains_key(&person.id) => {
                let Asked { invitations, programme } = &**asked;
                invitation_letters::write(letters, (event, programme), person, &invitations[&person.id])?;
            }
            What::Days { before, seated, .. } => {
                let link = letters.personal_link(event, &person.id);
                let owner = CalendarOwner { event, participant: person, origin, now };
                let has_seat = seated.contains(&person.id);
                letters.write(|context| messages::event_moved(context, &owner, has_seat, &link, *before))?;
            }
            What::Agenda { minutes } => {
                let link = letters.personal_link_to(event, &person.id, Page::Schedule);
                letters.write(|context| messages::agenda_moved(context, event, person, &link, *minutes))?;
            }
            What::Session { before, after } => {
                let link = letters.personal_link_to(event, &person.id, Page::Schedule);
                letters.write(|context| {
                    messages::session_moved(context, event, person, &link, (before, after))
                })?;
            }
        }
    }
    Ok(())
}
