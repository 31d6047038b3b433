//! Seats and the waiting list: who has one, who is next, and the mail that says so.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::registration::{Registration, RegistrationState, after_approval};
use crate::mail::messages;
use crate::services::log::{Actor, note};
use crate::services::post::post;
use crate::services::{Fault, links};
use crate::store::{self, Db, StoreError, events, participants};

/// Gives free seats to those who wait, first come first served, and mails them. Call it in the transaction that frees
/// seats or raises the capacity. Gives how many moved up.
pub fn fill_seats(app: &App, db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<usize, Fault> {
    let mut n = 0;
    loop {
        let event = events::lock(db, event)?;
        if !event.has_seat() {
            return Ok(n);
        }
        let Some(registration) = store::registrations::first_waiting(db, &event.id)? else { return Ok(n) };
        let participant = participants::get(db, &registration.participant)?;
        let state = RegistrationState::Registered;
        enter(app, db, &event, &participant, &registration, state, MailKind::Promoted, now)?;
        note(app, db, &event.id, &participant.id, &Actor::System, "registration.promoted", now)?;
        n += 1;
    }
}

/// Registers an imported or made-up participant at once: a seat, or the next place in the waiting list, without mail.
pub fn insert_registered(
    app: &App,
    db: &mut Db,
    participant: &Participant,
    now: DateTime<Utc>,
) -> Result<Registration, Fault> {
    let event = events::lock(db, &participant.event)?;
    let seq = if event.has_seat() { 0 } else { events::next_seq(db, &event.id)? };
    let state = after_approval(event.has_seat(), seq);
    participants::insert(db, participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: event.id.clone(),
        code: app.random.code(),
        state,
        created_at: participant.created_at,
        changed_at: now,
    };
    store::registrations::insert(db, &registration)?;
    if state.holds_seat() {
        events::add_seats_taken(db, &event.id, 1)?;
    }
    Ok(registration)
}

/// Puts a registration into a state, counts its seat and mails where it stands. The event's row is locked.
#[expect(clippy::too_many_arguments, reason = "every one of them is already at hand in the transaction")]
pub(super) fn enter(
    app: &App,
    db: &mut Db,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    state: RegistrationState,
    kind: MailKind,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    change_state(db, event, registration, state, now)?;
    let changed = Registration { state, changed_at: now, ..registration.clone() };
    mail_standing(app, db, kind, event, participant, &changed, now)
}

/// Puts a registration into a state and counts its seat. The event's row is locked.
pub(in crate::services) fn change_state(
    db: &mut Db,
    event: &Event,
    registration: &Registration,
    state: RegistrationState,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let seats = i32::from(state.holds_seat()) - i32::from(registration.state.holds_seat());
    if seats != 0 {
        events::add_seats_taken(db, &event.id, seats)?;
    }
    store::registrations::update_state(db, &registration.participant, state, now)
}

/// Mails where a registration stands; participants without an address are never mailed.
pub(in crate::services) fn mail_standing(
    app: &App,
    db: &mut Db,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let place = match registration.state {
        RegistrationState::WaitingList(seq) => Some(store::registrations::waiting_place(db, &event.id, seq)?),
        _ => None,
    };
    let link = links::new_personal_link(app, db, event, &participant.id, now)?;
    post(app, db, now, |context| {
        messages::standing(context, kind, event, participant, &registration.code, &link, place)
    })
}
