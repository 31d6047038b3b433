//! Events: their rows, the row lock that guards what is scarce, and who runs them.
//!
//! Invariant: what is scarce (a seat, a waiting number, a round's state) is taken under the event's row lock ([`lock`]).

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{deletion_announcements, event_roles, events};
use super::{Db, StoreError, registration_times, trials};
use crate::domain::account::Role;
use crate::domain::event::{CalendarMode, Event, EventState, Venue};
use crate::domain::ids::{AccountId, EventId};
use crate::domain::lang::Lang;
use crate::domain::registration_times::RegistrationTimes;

/// An event without a place, as stored.
const ONLINE: &str = "online";

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_null = true)]
struct EventRow {
    id: String,
    slug: String,
    state: String,
    languages: String,
    name: String,
    summary: String,
    description: String,
    organiser_name: String,
    contact_email: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    time_zone: String,
    venue_kind: String,
    venue: String,
    table_count: i32,
    room_link: String,
    capacity: Option<i32>,
    approval: bool,
    same_country: bool,
    calendar_mode: String,
    wished_minimum: i32,
    reminders: bool,
    accent: String,
    seats_taken: i32,
    next_seq: i64,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    pictures: String,
    changes_until: Option<chrono::NaiveDate>,
    shred_after_days: i32,
    shredded_at: Option<NaiveDateTime>,
    mail_words: String,
}

impl EventRow {
    fn from_event(event: &Event, next_seq: i64, now: DateTime<Utc>) -> Result<EventRow, StoreError> {
        let (venue_kind, venue, table_count, room_link) = match &event.venue {
            Venue::Onsite { place, tables } => ("onsite", place.clone(), stored(*tables), String::new()),
            Venue::Online { room_link } => (ONLINE, String::new(), 0, room_link.clone()),
        };
        let languages: Vec<&str> = event.languages.iter().map(|lang| lang.code()).collect();
        Ok(EventRow {
            id: event.id.0.clone(),
            slug: event.slug.clone(),
            state: trials::stored(event.state).code().to_string(),
            languages: languages.join(","),
            name: to_json("event name", &event.name)?,
            summary: to_json("event summary", &event.summary)?,
            description: to_json("event description", &event.description)?,
            organiser_name: event.organiser_name.clone(),
            contact_email: event.contact_email.clone(),
            starts_on: event.starts_on,
            ends_on: event.ends_on,
            time_zone: event.time_zone.name().to_string(),
            venue_kind: venue_kind.to_string(),
            venue,
            table_count,
            room_link,
            capacity: event.capacity.map(stored),
            approval: event.approval,
            same_country: event.same_country,
            calendar_mode: event.calendar_mode.code().to_string(),
            wished_minimum: stored(event.wished_minimum),
            reminders: event.reminders,
            accent: event.accent.clone(),
            seats_taken: stored(event.seats_taken),
            next_seq,
            created_at: now.naive_utc(),
            updated_at: now.naive_utc(),
            pictures: to_json("event pictures", &event.pictures)?,
            changes_until: event.changes_until,
            shred_after_days: stored(event.shred_after_days),
            shredded_at: event.shredded_at.map(|at| at.naive_utc()),
            mail_words: to_json("mail words", &event.mail_words)?,
        })
    }

    fn into_event(self) -> Result<Event, StoreError> {
        let venue = if self.venue_kind == ONLINE {
            Venue::Online { room_link: self.room_link }
        } else {
            Venue::Onsite { place: self.venue, tables: count(self.table_count) }
        };
        Ok(Event {
            id: EventId(self.id),
            state: known("event state", &self.state, EventState::parse(&self.state))?,
            languages: self.languages.split(',').filter_map(Lang::parse).collect(),
            name: from_json("event name", &self.name)?,
            summary: from_json("event summary", &self.summary)?,
            description: from_json("event description", &self.description)?,
            time_zone: known("time zone", &self.time_zone, self.time_zone.parse().ok())?,
            venue,
            capacity: self.capacity.map(count),
            calendar_mode: known(
                "calendar mode",
                &self.calendar_mode,
                CalendarMode::parse(&self.calendar_mode),
            )?,
            wished_minimum: count(self.wished_minimum),
            reminders: self.reminders,
            seats_taken: count(self.seats_taken),
            slug: self.slug,
            organiser_name: self.organiser_name,
            contact_email: self.contact_email,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            approval: self.approval,
            same_country: self.same_country,
            accent: self.accent,
            pictures: from_json("event pictures", &self.pictures)?,
            changes_until: self.changes_until,
            shred_after_days: count(self.shred_after_days),
            shredded_at: self.shredded_at.map(utc),
            mail_words: from_json("mail words", &self.mail_words)?,
            registration: RegistrationTimes::default(),
        })
    }
}

/// Stores a new event and makes the account its owner.
pub fn insert(db: &mut Db, event: &Event, owner: &AccountId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = EventRow::from_event(event, 1, now)?;
    diesel::insert_into(events::table).values(row).execute(db)?;
    registration_times::put(db, &event.id, &event.registration)?;
    set_role(db, &event.id, owner, Role::Owner)
}

/// Stores an event's settings; seats taken and the order of the waiting list stay as they are.
pub fn update(db: &mut Db, event: &Event, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = EventRow::from_event(event, 0, now)?;
    let (seats, next_seq, created_at): (i32, i64, NaiveDateTime) = events::table
        .find(event.id.as_str())
        .select((events::seats_taken, events::next_seq, events::created_at))
        .first(db)?;
    let row = EventRow { seats_taken: seats, next_seq, created_at, ..row };
    diesel::update(events::table.find(event.id.as_str())).set(row).execute(db)?;
    registration_times::put(db, &event.id, &event.registration)
}

/// Deletes an event with everything in it.
pub fn delete(db: &mut Db, id: &EventId) -> Result<(), StoreError> {
    diesel::delete(events::table.find(id.as_str())).execute(db)?;
    Ok(())
}

/// Locks the event's row until the transaction ends and gives the event as it then is. Whoever takes something scarce
/// (a seat, a place in the waiting list, a round's state) begins with this. An update of the row is a lock on both
/// databases.
pub fn lock(db: &mut Db, id: &EventId) -> Result<Event, StoreError> {
    let n = diesel::update(events::table.find(id.as_str()))
        .set(events::seats_taken.eq(events::seats_taken))
        .execute(db)?;
    if n == 0 {
        return Err(StoreError::NotFound);
    }
    get(db, id)
}

/// Takes (`1`) or frees (`-1`) seats of an event that is locked.
pub fn add_seats_taken(db: &mut Db, id: &EventId, n: i32) -> Result<(), StoreError> {
    diesel::update(events::table.find(id.as_str()))
        .set(events::seats_taken.eq(events::seats_taken + n))
        .execute(db)?;
    Ok(())
}

/// The next number of the event's waiting list.
pub fn next_seq(db: &mut Db, id: &EventId) -> Result<i64, StoreError> {
    take_seqs(db, id, 1)
}

/// The next `n` numbers of the event's waiting list, of which it gives the first.
pub fn take_seqs(db: &mut Db, id: &EventId, n: i64) -> Result<i64, StoreError> {
    diesel::update(events::table.find(id.as_str()))
        .set(events::next_seq.eq(events::next_seq + n))
        .execute(db)?;
    let last: i64 = events::table.find(id.as_str()).select(events::next_seq).first(db)?;
    Ok(last - n + 1)
}

/// Events with what stands in a table of its own.
fn whole(db: &mut Db, rows: Vec<EventRow>) -> Result<Vec<Event>, StoreError> {
    let mut events = rows.into_iter().map(EventRow::into_event).collect::<Result<Vec<Event>, _>>()?;
    let times = registration_times::of(db, &events.iter().map(|event| &event.id).collect::<Vec<_>>())?;
    for event in &mut events {
        event.registration = times.get(&event.id).copied().unwrap_or_default();
    }
    trials::mark(db, &mut events)?;
    Ok(events)
}

fn whole_one(db: &mut Db, row: EventRow) -> Result<Event, StoreError> {
    whole(db, vec![row])?.pop().ok_or(StoreError::NotFound)
}

/// Whether people of an event meet online.
pub fn is_online(db: &mut Db, id: &EventId) -> Result<bool, StoreError> {
    let kind: String = events::table.find(id.as_str()).select(events::venue_kind).first(db)?;
    Ok(kind == ONLINE)
}

/// The event with this id.
pub fn get(db: &mut Db, id: &EventId) -> Result<Event, StoreError> {
    let row: EventRow = EventRow::query().find(id.as_str()).first(db)?;
    whole_one(db, row)
}

/// The event with this name in addresses.
pub fn get_by_slug(db: &mut Db, slug: &str) -> Result<Event, StoreError> {
    let row: EventRow = EventRow::query().filter(events::slug.eq(slug)).first(db)?;
    whole_one(db, row)
}

/// Public events, soonest first; at most 500.
pub fn list_public(db: &mut Db) -> Result<Vec<Event>, StoreError> {
    let rows: Vec<EventRow> = EventRow::query()
        .filter(events::state.ne(EventState::Draft.code()))
        .order((events::starts_on, events::slug))
        .limit(500)
        .load(db)?;
    whole(db, rows)
}

/// Events whose participants still have names and which end on a day or before it, or of which a deletion is announced;
/// oldest first.
pub fn list_unshredded(db: &mut Db, ends_by: NaiveDate) -> Result<Vec<Event>, StoreError> {
    let announced = deletion_announcements::table
        .filter(deletion_announcements::withdrawn_at.is_null())
        .select(deletion_announcements::event_id);
    let rows: Vec<EventRow> = EventRow::query()
        .filter(events::shredded_at.is_null())
        .filter(events::ends_on.le(ends_by).or(events::id.eq_any(announced)))
        .order((events::ends_on, events::slug))
        .load(db)?;
    whole(db, rows)
}

/// Notes that an event's participants have become nameless.
pub fn mark_shredded(db: &mut Db, id: &EventId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(events::table.find(id.as_str()))
        .set(events::shredded_at.eq(now.naive_utc()))
        .execute(db)?;
    Ok(())
}

/// Every event, latest first; at most 500.
pub fn list_all(db: &mut Db) -> Result<Vec<Event>, StoreError> {
    let rows: Vec<EventRow> =
        EventRow::query().order((events::starts_on.desc(), events::slug)).limit(500).load(db)?;
    whole(db, rows)
}

/// Public events that remind their participants and have a day from `from` to `to`, soonest first.
pub fn list_reminding(db: &mut Db, from: NaiveDate, to: NaiveDate) -> Result<Vec<Event>, StoreError> {
    let rows: Vec<EventRow> = EventRow::query()
        .filter(events::reminders.eq(true))
        .filter(events::state.ne(EventState::Draft.code()))
        .filter(events::ends_on.ge(from))
        .filter(events::starts_on.le(to))
        .order((events::starts_on, events::slug))
        .load(db)?;
    whole(db, rows)
}

/// The events at which an account has a role, latest first.
pub fn list_for(db: &mut Db, account: &AccountId) -> Result<Vec<Event>, StoreError> {
    let rows: Vec<EventRow> = EventRow::query()
        .filter(
            events::id.eq_any(
                event_roles::table
                    .filter(event_roles::account_id.eq(account.as_str()))
                    .select(event_roles::event_id),
            ),
        )
        .order((events::starts_on.desc(), events::slug))
        .limit(500)
        .load(db)?;
    whole(db, rows)
}

/// The events at which an account helps.
pub fn list_helped(db: &mut Db, account: &AccountId) -> Result<Vec<EventId>, StoreError> {
    let ids: Vec<String> = event_roles::table
        .filter(event_roles::account_id.eq(account.as_str()))
        .filter(event_roles::role.eq(Role::Helper.code()))
        .select(event_roles::event_id)
        .load(db)?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// What an account is at an event.
pub fn role_of(db: &mut Db, event: &EventId, account: &AccountId) -> Result<Option<Role>, StoreError> {
    let code: Option<String> = event_roles::table
        .find((event.as_str(), account.as_str()))
        .select(event_roles::role)
        .first(db)
        .optional()?;
    code.map(|code| known("role", &code, Role::parse(&code))).transpose()
}

/// Gives an account a role at an event, instead of the one it had.
pub fn set_role(db: &mut Db, event: &EventId, account: &AccountId, role: Role) -> Result<(), StoreError> {
    remove_role(db, event, account)?;
    diesel::insert_into(event_roles::table)
        .values((
            event_roles::event_id.eq(event.as_str()),
            event_roles::account_id.eq(account.as_str()),
            event_roles::role.eq(role.code()),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes an account's role at an event away.
pub fn remove_role(db: &mut Db, event: &EventId, account: &AccountId) -> Result<(), StoreError> {
    diesel::delete(event_roles::table.find((event.as_str(), account.as_str()))).execute(db)?;
    Ok(())
}

/// The accounts with a role at an event.
pub fn list_roles(db: &mut Db, event: &EventId) -> Result<Vec<(AccountId, Role)>, StoreError> {
    let rows: Vec<(String, String)> = event_roles::table
        .filter(event_roles::event_id.eq(event.as_str()))
        .order(event_roles::account_id)
        .select((event_roles::account_id, event_roles::role))
        .load(db)?;
    rows.into_iter()
        .map(|(id, role)| Ok((AccountId(id), known("role", &role, Role::parse(&role))?)))
        .collect()
}
