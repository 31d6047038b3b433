//! Events: making one, its settings and its state.

use std::sync::Arc;

use super::access::{AdminAccess, ChangeAccess, Denied, EventAccess};
use super::announcements::{begin_anew, withdraw_undue};
use super::fault::from_store_error;
use super::meanwhile::Form;
use super::meetings::PlanChange;
use super::misfits::Whose;
use super::news::News;
use super::revising::{Breaks, Revised, Saved, revise};
use super::tx::{Tx, write_at};
use super::{Fault, calendars, moving, registrations};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::agenda_change::Shift;
use crate::domain::colour::PETROL;
use crate::domain::event::{CalendarMode, Event, Programme, SHRED_AFTER_DAYS, Venue};
use crate::domain::event_input::{EventInput, Kept, LocalisedInput};
use crate::domain::ids::EventId;
use crate::domain::lang::Lang;
use crate::domain::meeting::Because;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration_times;
use crate::store::{Constraint, Db, StoreError, calendar_origins, events, meetings, programme};

/// Why an event was not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    #[error("invalid: {0}")]
    Invalid(Problems),
    /// Published meetings would no longer fit.
    #[error(transparent)]
    Breaks(#[from] Breaks),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(EditError);

impl From<Problems> for EditError {
    fn from(problems: Problems) -> EditError {
        EditError::Invalid(problems)
    }
}

/// The events that an account may see, latest first.
pub fn list(app: &App, account: &Account) -> Result<Vec<Event>, Fault> {
    app.store.read(|db| {
        let found = if account.is_admin { events::list_all(db) } else { events::list_for(db, &account.id) };
        Ok(found?)
    })
}

/// Of these events those at which an account does what the day needs, and sees nothing else.
pub fn helped(app: &App, account: &Account) -> Result<Vec<EventId>, Fault> {
    match account.is_admin {
        true => Ok(Vec::new()),
        false => Ok(app.store.read(|db| events::list_helped(db, &account.id))?),
    }
}

/// The lists of an event, for somebody who may see it.
pub fn lists(app: &App, access: &EventAccess) -> Result<Programme, Fault> {
    Ok(app.store.read(|db| programme::get(db, &access.event().id))?)
}

/// The events that everybody may see, by their start.
pub fn public_list(app: &App) -> Result<Vec<Event>, Fault> {
    app.store.read(|db| Ok(events::list_public(db)?))
}

/// An event that everybody may see, with its lists: not one that is a draft.
pub fn public_view(app: &App, slug: &str) -> Result<(Event, Arc<Programme>), Denied> {
    app.store.read(|db| {
        let event = public_event(db, slug)?;
        let programme = app.programmes.get(db, &event.id)?;
        Ok((event, programme))
    })
}

/// The event alone.
pub(super) fn public_event(db: &mut Db, slug: &str) -> Result<Event, Denied> {
    let event = events::get_by_slug(db, slug)?;
    if event.state.has_pages() { Ok(event) } else { Err(Denied::NotFound) }
}

/// The form for a new event: what most events have is filled in.
pub fn blank(account: &Account, lang: Lang) -> EventInput {
    let time_zone = match lang {
        Lang::De => "Europe/Berlin",
        Lang::En => "Europe/Brussels",
        Lang::Fr => "Europe/Paris",
    };
    EventInput {
        main_language: lang.code().to_string(),
        contact_email: account.email.clone(),
        time_zone: time_zone.to_string(),
        venue: "onsite".to_string(),
        tables: "20".to_string(),
        same_country: true,
        calendar_mode: CalendarMode::File.code().to_string(),
        wished_minimum: "3".to_string(),
        reminders: true,
        accent: PETROL.to_string(),
        shred_after_days: SHRED_AFTER_DAYS.to_string(),
        ..EventInput::default()
    }
}

/// The settings of an event as the form shows them.
pub fn input_of(event: &Event) -> EventInput {
    let (venue, place, tables, room_link) = match &event.venue {
        Venue::Onsite { place, tables } => ("onsite", place.clone(), tables.to_string(), String::new()),
        Venue::Online { room_link } => ("online", String::new(), String::new(), room_link.clone()),
    };
    EventInput {
        slug: event.slug.clone(),
        main_language: event.first_language().code().to_string(),
        name: LocalisedInput::of(&event.name),
        summary: LocalisedInput::of(&event.summary),
        description: LocalisedInput::of(&event.description),
        organiser_name: event.organiser_name.clone(),
        contact_email: event.contact_email.clone(),
        starts_on: event.starts_on.to_string(),
        ends_on: event.ends_on.to_string(),
        time_zone: event.time_zone.name().to_string(),
        venue: venue.to_string(),
        place,
        tables,
        room_link,
        capacity: event.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
        approval: event.approval,
        same_country: event.same_country,
        calendar_mode: event.calendar_mode.code().to_string(),
        wished_minimum: event.wished_minimum.to_string(),
        reminders: event.reminders,
        accent: event.accent.clone(),
        changes_until: event.changes_until.map(|day| day.to_string()).unwrap_or_default(),
        shred_after_days: event.shred_after_days.to_string(),
        registration_opens: registration_times::typed(event.registration.opens_at, event.time_zone),
        registration_closes: registration_times::typed(event.registration.closes_at, event.time_zone),
    }
}

/// Makes an event; only administrators may. It is a draft, and they own it.
pub fn create(app: &App, admin: &AdminAccess, input: &EventInput) -> Result<Event, EditError> {
    let now = app.clock.now();
    let event = input.parse(Kept::draft(app.random.id(now)))?;
    write_at(app, now, |tx| {
        events::insert(tx.db, &event, &admin.account().id, now).map_err(slug_taken)?;
        calendars::begin(tx, &event.id)?;
        admin.at(event.clone()).note(tx, "event.created", event.id.as_str(), "")?;
        Ok(event.clone())
    })
}

/// What becomes of the agenda and the meetings when the days of their event change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaFate {
    /// It stays on its days.
    Stays,
    /// It moves as its event's first day does.
    Moves,
}

/// Changes an event's settings. More seats go to those who wait for one; meetings follow the event to another place.
pub fn update(
    app: &App,
    access: &ChangeAccess,
    typed: &Typed<EventInput>,
    fate: AgendaFate,
    accepted: &Accepted,
) -> Result<Saved<Event>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, before| {
        let form = Form::of(access, "event.changed", before.id.as_str());
        let input: EventInput = form.merge::<_, EditError>(tx.db, typed, &input_of(&before))?;
        let event = begin_anew(tx, input.parse(Kept::of(&before))?)?;
        check_change(tx.db, &before, &event)?;
        let days = (event.starts_on - before.starts_on).num_days();
        let shift = Shift { days: if fate == AgendaFate::Moves { days } else { 0 }, minutes: 0 };
        store_change(tx, access, (&before, event), shift)
    })
}

/// Moves an event, with its agenda, its meetings and the last day of changes: by days on the calendar and minutes on its clock.
pub fn move_event(
    app: &App,
    access: &ChangeAccess,
    shift: Shift,
    accepted: &Accepted,
) -> Result<Saved<Event>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, before| {
        let event = begin_anew(tx, shift.of_event(&before))?;
        store_change(tx, access, (&before, event), shift)
    })
}

/// Stores an event with what follows from its change: where its agenda and its meetings are, and who has a seat.
fn store_change(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    (before, event): (&Event, Event),
    shift: Shift,
) -> Result<Revised<Event>, EditError> {
    let has_begun = tx.now.with_timezone(&before.time_zone).date_naive() >= before.starts_on;
    if !shift.is_none() && has_begun {
        return Err(Problems::one("starts_on", Message::new("problem-move-begun")).into());
    }
    events::update(tx.db, &event, tx.now).map_err(slug_taken)?;
    access.note(tx, "event.changed", event.id.as_str(), "")?;
    let slots = match shift.is_none() {
        true => Vec::new(),
        false => {
            moving::shift_agenda(tx, before, shift)?.map_err(|skipped| Problems::one("starts_on", skipped))?
        }
    };
    let entry = |event: &Event| (event.starts_on, event.ends_on, event.venue.clone(), event.name.clone());
    if !shift.is_none() || entry(before) != entry(&event) {
        calendar_origins::raise(tx.db, &event.id)?;
    }
    let to_come = meetings::list_to_come(tx.db, &event.id, tx.now)?;
    let moved = moving::followers(&to_come, (&before.venue, &event.venue), &slots, tx.now);
    let days = (before.starts_on, before.ends_on);
    let because = match days == (event.starts_on, event.ends_on) {
        false => Because::EventMoved { first: before.starts_on, last: before.ends_on },
        true if !shift.is_none() => Because::AgendaMoved { minutes: shift.minutes },
        true => Because::PlaceChanged,
    };
    withdraw_undue(tx, &event)?;
    registrations::fill_seats(tx, &event.id)?;
    let today = tx.now.with_timezone(&event.time_zone).date_naive();
    let news = News::of_move(tx.db, (before, &event), shift, (today, tx.now))?;
    let plan = PlanChange { moved, because: Some(because), ..PlanChange::default() };
    Ok(Revised { plan, news: news.into_iter().collect(), value: event })
}

pub(super) fn slug_taken(error: StoreError) -> EditError {
    match error {
        StoreError::Conflict(Constraint::EventSlug) => {
            Problems::one("slug", Message::new("problem-slug-taken")).into()
        }
        other => other.into(),
    }
}

/// What may no longer change once others rely on it.
fn check_change(db: &mut Db, before: &Event, after: &Event) -> Result<(), EditError> {
    let mut problems = Problems::new();
    if after.slug != before.slug && before.state.is_public() {
        problems.add("slug", Message::new("problem-slug-published"));
    }
    let lists = programme::get(db, &before.id)?;
    let has_times = !lists.sessions.is_empty() || !lists.blocks.is_empty();
    if after.time_zone != before.time_zone && has_times {
        problems.add("time_zone", Message::new("problem-time-zone-agenda"));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}
