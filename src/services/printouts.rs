//! What the people who run an event take along on paper: who meets whom at which table, and who is expected at the door.

use std::collections::HashMap;

use super::access::EventAccess;
use super::listing::{self, Listing};
use super::{Fault, consents};
use crate::app::App;
use crate::domain::consent::{ConsentPurpose, OptionalPurpose};
use crate::domain::event::Programme;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Person;
use crate::domain::registration::RegistrationState;
use crate::store::registrations::{Filter, ListRow};
use crate::store::{consents as stored_consents, meetings, participants, programme, registrations};

/// A planned meeting with the two.
#[derive(Debug, Clone)]
pub struct PlannedPair {
    pub meeting: Meeting,
    pub people: [Person; 2],
}

/// Every planned meeting of an event by start and table, with the lists of the event.
pub fn table_plan(app: &App, access: &EventAccess) -> Result<(Vec<PlannedPair>, Programme), Fault> {
    let event = &access.event().id;
    let (planned, people, lists) = app.store.read(|db| {
        let planned = meetings::list_planned(db, event)?;
        let codes: Vec<&str> = RegistrationState::CODES.to_vec();
        let people = participants::list_in_states(db, event, &codes)?;
        Ok::<_, Fault>((planned, people, programme::get(db, event)?))
    })?;
    let people: HashMap<ParticipantId, Person> =
        people.into_iter().map(|one| (one.id, one.profile.person)).collect();
    let with_people = |meeting: Meeting| {
        let people = [people.get(&meeting.a)?.clone(), people.get(&meeting.b)?.clone()];
        Some(PlannedPair { meeting, people })
    };
    let mut pairs: Vec<PlannedPair> = planned.into_iter().filter_map(with_people).collect();
    pairs.sort_by_key(|pair| (pair.meeting.starts_at, pair.meeting.table, pair.meeting.id.0.clone()));
    Ok((pairs, lists))
}

/// Somebody who is registered.
#[derive(Debug, Clone)]
pub struct Expected {
    pub name: String,
    pub organisation: String,
    pub country: String,
    pub code: String,
    /// Whether they may be photographed; nothing where the event does not ask.
    pub photos: Option<bool>,
}

/// Everyone who is registered, by name in the order of a language.
pub fn door_list(app: &App, access: &EventAccess, lang: Lang) -> Result<Vec<Expected>, Fault> {
    let state = Some(RegistrationState::Registered.code().to_string());
    let filter = Filter { state, ..Filter::default() };
    let listing = Listing { filter, lang, ..Listing::default() };
    let event = &access.event().id;
    let (rows, asks, agreed) = app.store.read(|db| {
        let found = listing::found(db, event, &listing)?;
        let rows = registrations::list_of(db, &found.iter().collect::<Vec<_>>())?;
        let asks = consents::asked_in(db, event)?.iter().any(|text| text.purpose == OptionalPurpose::Photos);
        let ids: Vec<&ParticipantId> = rows.iter().map(|row| &row.registration.participant).collect();
        let agreed = stored_consents::standing(db, &ids)?;
        Ok::<_, Fault>((rows, asks, agreed))
    })?;
    let photos = ConsentPurpose::Optional(OptionalPurpose::Photos);
    let agrees = |who: &ParticipantId| {
        agreed.get(who).is_some_and(|given| given.iter().any(|one| one.purpose == photos))
    };
    let expected = |row: ListRow| Expected {
        photos: asks.then(|| agrees(&row.registration.participant)),
        name: row.name,
        organisation: row.organisation,
        country: row.country,
        code: row.registration.code,
    };
    Ok(rows.into_iter().map(expected).collect())
}
