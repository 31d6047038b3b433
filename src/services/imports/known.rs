//! Whom the event knows already: their answers, where they stand, and who said each of the answers last.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::entries::{Identity, identity};
use crate::app::App;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::change;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::participant::{Participant, Source};
use crate::domain::registration::RegistrationState;
use crate::services::access::Actor;
use crate::services::calendars;
use crate::services::registrations::free_seats_for_new;
use crate::store::{Db, StoreError, accounts, events, log, participants, programme, registrations};

/// Who said an answer last, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub by: Speaker,
    pub at: DateTime<Utc>,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// The person whose answer it is.
    Themselves,
    /// An organiser, by name; empty if the account is gone.
    Organiser(String),
    /// An earlier list.
    Import,
}

/// Everybody whom the event knows.
pub(super) struct Known {
    people: Vec<Participant>,
    states: HashMap<ParticipantId, RegistrationState>,
    said: HashMap<(String, String), Said>,
    /// The first of those whom a row could mean.
    by_identity: HashMap<Identity, usize>,
}

impl Known {
    /// Those of an event.
    pub(super) fn of(db: &mut Db, event: &Event) -> Result<Known, StoreError> {
        let people = participants::list_in_states(db, &event.id, &RegistrationState::CODES)?;
        let states = registrations::states_of(db, &people.iter().map(|one| &one.id).collect::<Vec<_>>())?;
        let names: HashMap<String, String> =
            accounts::list(db)?.into_iter().map(|account| (account.id.0, account.name)).collect();
        let mut said = HashMap::new();
        for entry in log::list_changes(db, &event.id)? {
            let by = match Actor::account_of(&entry.actor) {
                _ if entry.action == IMPORTED => Speaker::Import,
                Some(id) => Speaker::Organiser(names.get(id).cloned().unwrap_or_default()),
                None => Speaker::Themselves,
            };
            for change in change::decode(&entry.detail) {
                let told = Said { by: by.clone(), at: entry.at };
                said.insert((entry.subject.clone(), change.field), told);
            }
        }
        let mut by_identity = HashMap::new();
        for (at, one) in people.iter().enumerate() {
            by_identity.entry(identity_of(one)).or_insert(at);
        }
        Ok(Known { people, states, said, by_identity })
    }

    /// When each was changed last.
    pub(super) fn versions(&self) -> HashMap<ParticipantId, DateTime<Utc>> {
        self.people.iter().map(|one| (one.id.clone(), one.updated_at)).collect()
    }

    /// Whom a row is about.
    pub(super) fn find(&self, identity: &Identity) -> Option<&Participant> {
        self.by_identity.get(identity).and_then(|at| self.people.get(*at))
    }

    /// Where whoever a row is about stands.
    pub(super) fn state_of(&self, identity: &Identity) -> Option<RegistrationState> {
        self.find(identity).and_then(|one| self.states.get(&one.id).copied())
    }

    /// Who said an answer of somebody last: whoever changed it, else whoever brought them here.
    pub(super) fn said(&self, one: &Participant, field: &str) -> Said {
        let key = (one.id.as_str().to_string(), field.to_string());
        let by = if one.source == Source::Form { Speaker::Themselves } else { Speaker::Import };
        self.said.get(&key).cloned().unwrap_or(Said { by, at: one.created_at })
    }
}

/// What is logged of a participant whom an import changes.
pub(super) const IMPORTED: &str = "participant.imported";

/// Who a participant is.
pub(super) fn identity_of(participant: &Participant) -> Identity {
    let person = &participant.profile.person;
    identity(person.email.as_ref(), &person.organisation, &person.name)
}

/// What an import stands on.
pub(super) struct Facts {
    pub event: Event,
    pub programme: Programme,
    pub known: Known,
    /// How many wait.
    pub waiting: u32,
    /// How many who come now get a seat.
    pub free: usize,
    pub origin: CalendarOrigin,
}

/// Reads it.
pub(super) fn facts(app: &App, db: &mut Db, id: &EventId) -> Result<Facts, StoreError> {
    let event = events::get(db, id)?;
    let programme = programme::get(db, id)?;
    let known = Known::of(db, &event)?;
    let waiting = registrations::waiting_place(db, id, i64::MAX)? - 1;
    let free = free_seats_for_new(db, &event, app.clock.now())?;
    Ok(Facts { event, programme, known, waiting, free, origin: calendars::origin(app, db, id)? })
}
