//! Registrations: states, the waiting list, counts and the organiser's list.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::error::known;
use super::links::LinkPurpose;
use super::people_filter::{Boxed, filtered, named_by};
use super::rows::{insert_all, utc};
use super::schema::{links, participants, registrations, sent_forms};
use super::{Db, StoreError};
use crate::domain::consent::CONSENT_VERSION;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::registration::{Registration, RegistrationState};

pub use crate::domain::people_filter::Filter;

#[derive(Queryable, Insertable)]
#[diesel(table_name = registrations, treat_none_as_default_value = false)]
struct RegistrationRow {
    participant_id: String,
    event_id: String,
    code: String,
    state: String,
    waiting_seq: Option<i64>,
    consent_version: String,
    consent_at: NaiveDateTime,
    created_at: NaiveDateTime,
    changed_at: NaiveDateTime,
}

impl RegistrationRow {
    fn of(registration: &Registration) -> RegistrationRow {
        RegistrationRow {
            participant_id: registration.participant.0.clone(),
            event_id: registration.event.0.clone(),
            code: registration.code.clone(),
            state: registration.state.code().to_string(),
            waiting_seq: registration.state.waiting_seq(),
            consent_version: CONSENT_VERSION.to_string(),
            consent_at: registration.created_at.naive_utc(),
            created_at: registration.created_at.naive_utc(),
            changed_at: registration.changed_at.naive_utc(),
        }
    }

    fn into_registration(self) -> Result<Registration, StoreError> {
        let state = RegistrationState::parse(&self.state, self.waiting_seq);
        Ok(Registration {
            participant: ParticipantId(self.participant_id),
            event: EventId(self.event_id),
            code: self.code,
            state: known("registration state", &self.state, state)?,
            created_at: utc(self.created_at),
            changed_at: utc(self.changed_at),
        })
    }
}

/// Stores a new registration; consent was given when it was created.
pub fn insert(db: &mut Db, registration: &Registration) -> Result<(), StoreError> {
    insert_many(db, std::slice::from_ref(registration))
}

/// Stores new registrations.
pub fn insert_many(db: &mut Db, new: &[Registration]) -> Result<(), StoreError> {
    let rows: Vec<_> = new.iter().map(RegistrationRow::of).collect();
    insert_all!(db, registrations::table, rows);
    Ok(())
}

/// Puts a registration into a state.
pub fn update_state(
    db: &mut Db,
    id: &ParticipantId,
    state: RegistrationState,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(registrations::table.find(id.as_str()))
        .set((
            registrations::state.eq(state.code()),
            registrations::waiting_seq.eq(state.waiting_seq()),
            registrations::changed_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// A participant's registration.
pub fn get(db: &mut Db, id: &ParticipantId) -> Result<Registration, StoreError> {
    registrations::table.find(id.as_str()).first::<RegistrationRow>(db)?.into_registration()
}

/// A participant's registration, if there is one.
pub fn find(db: &mut Db, id: &ParticipantId) -> Result<Option<Registration>, StoreError> {
    let row = registrations::table.find(id.as_str()).first::<RegistrationRow>(db).optional()?;
    row.map(RegistrationRow::into_registration).transpose()
}

/// Whose registration at an event has this reference code.
pub fn find_by_code(db: &mut Db, event: &EventId, code: &str) -> Result<Option<ParticipantId>, StoreError> {
    let found = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::code.eq(code))
        .select(registrations::participant_id);
    Ok(found.first::<String>(db).optional()?.map(ParticipantId))
}

/// The states of several registrations; unknown ids are left out.
pub fn states_of(
    db: &mut Db,
    ids: &[&ParticipantId],
) -> Result<HashMap<ParticipantId, RegistrationState>, StoreError> {
    let mut found = HashMap::new();
    // SQLite takes 32,766 parameters in a statement.
    for part in ids.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|id| id.as_str()).collect();
        let query = registrations::table.filter(registrations::participant_id.eq_any(&ids));
        for row in query.load::<RegistrationRow>(db)? {
            let registration = row.into_registration()?;
            found.insert(registration.participant, registration.state);
        }
    }
    Ok(found)
}

/// The place in the waiting list, from 1.
pub fn waiting_place(db: &mut Db, event: &EventId, seq: i64) -> Result<u32, StoreError> {
    let before: i64 = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::waiting_seq.lt(seq))
        .select(count_star())
        .first(db)?;
    Ok(u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1))
}

/// Registrations that nobody confirmed since `before`, at most `limit`.
pub fn list_unconfirmed_before(
    db: &mut Db,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Registration>, StoreError> {
    let open = links::table
        .filter(links::purpose.eq(LinkPurpose::Confirm.code()))
        .filter(links::used_at.is_null())
        .filter(links::replaced_at.is_null())
        .filter(links::expires_at.gt(now.naive_utc()))
        .filter(links::token_hash.ne_all(sent_forms::table.select(sent_forms::link_hash)))
        .select(links::participant_id);
    let rows = registrations::table
        .filter(registrations::state.eq(RegistrationState::Unconfirmed.code()))
        .filter(registrations::changed_at.lt(before.naive_utc()))
        .filter(registrations::participant_id.ne_all(open))
        .order((registrations::changed_at, registrations::participant_id))
        .limit(limit)
        .load::<RegistrationRow>(db)?;
    rows.into_iter().map(RegistrationRow::into_registration).collect()
}

/// How many registrations of an event are in each state, by the state's code.
pub fn count_by_state(db: &mut Db, event: &EventId) -> Result<Vec<(String, i64)>, StoreError> {
    let counts = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .group_by(registrations::state)
        .select((registrations::state, count_star()))
        .load::<(String, i64)>(db)?;
    Ok(counts)
}

/// Creation time and state's code of every registration of an event.
pub fn list_times(db: &mut Db, event: &EventId) -> Result<Vec<(DateTime<Utc>, String)>, StoreError> {
    let rows: Vec<(NaiveDateTime, String)> = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .order(registrations::created_at)
        .select((registrations::created_at, registrations::state))
        .load(db)?;
    Ok(rows.into_iter().map(|(at, state)| (utc(at), state)).collect())
}

/// One line of the organiser's list.
#[derive(Debug, Clone)]
pub struct ListRow {
    pub registration: Registration,
    pub name: String,
    pub organisation: String,
    pub country: String,
    pub email: Option<String>,
}

/// How many registrations the filter finds.
pub fn count(db: &mut Db, event: &EventId, filter: &Filter) -> Result<i64, StoreError> {
    Ok(filtered(event, filter).select(count_star()).first(db)?)
}

/// What a list of people is ordered by.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: ParticipantId,
    pub name: String,
    pub organisation: String,
}

/// Whom the filter finds, newest first.
pub fn names(db: &mut Db, event: &EventId, filter: &Filter) -> Result<Vec<Named>, StoreError> {
    names_in(db, filtered(event, filter))
}

/// Whom words of names and organisations find, newest first: nobody is found by their address.
pub fn named(db: &mut Db, event: &EventId, words: &str) -> Result<Vec<Named>, StoreError> {
    names_in(db, named_by(event, words))
}

fn names_in(db: &mut Db, people: Boxed<'_>) -> Result<Vec<Named>, StoreError> {
    let rows: Vec<(String, String, String)> = people
        .order((registrations::created_at.desc(), registrations::participant_id))
        .select((participants::id, participants::name, participants::organisation))
        .load(db)?;
    let named = |(id, name, organisation)| Named { id: ParticipantId(id), name, organisation };
    Ok(rows.into_iter().map(named).collect())
}

/// The lines of the list about these people, in the same order.
pub fn list_of(db: &mut Db, people: &[&ParticipantId]) -> Result<Vec<ListRow>, StoreError> {
    let mut known: HashMap<ParticipantId, ListRow> = HashMap::new();
    // SQLite takes 32,766 parameters in a statement.
    for some in people.chunks(5_000) {
        let ids: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        let rows: Vec<Line> = registrations::table
            .inner_join(participants::table)
            .filter(registrations::participant_id.eq_any(ids))
            .select((
                registrations::all_columns,
                (participants::name, participants::organisation, participants::country, participants::email),
            ))
            .load(db)?;
        for row in rows {
            let row = list_row(row)?;
            known.insert(row.registration.participant.clone(), row);
        }
    }
    Ok(people.iter().filter_map(|id| known.remove(id)).collect())
}

/// A registration, and of its participant name, organisation, country and address.
type Line = (RegistrationRow, (String, String, String, Option<String>));

fn list_row((row, (name, organisation, country, email)): Line) -> Result<ListRow, StoreError> {
    Ok(ListRow { registration: row.into_registration()?, name, organisation, country, email })
}
