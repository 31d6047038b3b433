//! Seats and the waiting list: who has one, who is next, and the mail that says so.

use chrono::{DateTime, Utc};

use crate::documents::calendar::CalendarOwner;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::registration::{Registration, RegistrationState, after_approval};
use crate::domain::waiting_list::MovingUp;
use crate::mail::messages::{self, Standing};
use crate::services::access::Actor;
use crate::services::log::note;
use crate::services::post::{post, post_at};
use crate::services::tx::Tx;
use crate::services::{Fault, calendars, links, session_places};
use crate::store::{self, Db, StoreError, events, participants, waiting_list};

/// Most people who move up in one transaction: each of them is mailed, and everybody else waits meanwhile.
const MOVE_UP_AT_ONCE: usize = 20;

/// Gives free seats to those who wait, first come first served, and mails them; shortly before the event it asks them, and
/// once it has begun the seats stay free. Call it in the transaction that frees seats or raises the capacity. After some
/// people it leaves the others to the worker: nobody else gets these seats, see [`free_seats_for_new`]. Gives how many moved up
/// or were asked.
pub fn fill_seats(tx: &mut Tx<'_>, event: &EventId) -> Result<usize, Fault> {
    let moved_up = move_up(tx, event)?;
    // Whoever came or went has or had places in sessions.
    session_places::settle(tx, event)?;
    Ok(moved_up)
}

fn move_up(tx: &mut Tx<'_>, event: &EventId) -> Result<usize, Fault> {
    let mut n = 0;
    while n < MOVE_UP_AT_ONCE {
        let event = events::lock(tx.db, event)?;
        let moving_up = waiting_list::rule(tx.db, &event.id)?.moving_up(&event, tx.now);
        if !event.has_seat() || moving_up == MovingUp::Nobody {
            return Ok(n);
        }
        let Some(first) = waiting_list::first(tx.db, &event.id)? else { return Ok(n) };
        let registration = store::registrations::get(tx.db, &first)?;
        let participant = participants::get(tx.db, &first)?;
        if let MovingUp::Asked { until } = moving_up {
            offer(tx, &event, &participant, &registration, until)?;
        } else {
            let state = RegistrationState::Registered;
            enter_unsettled(tx, &event, &participant, &registration, state, MailKind::Promoted)?;
            note(tx, &event.id, &participant.id, &Actor::System, "registration.promoted")?;
        }
        n += 1;
    }
    Ok(n)
}

/// How many who come now get a seat: none while somebody who waits is about to get one. Who gives them has locked the event's row.
pub(in crate::services) fn free_seats_for_new(
    db: &mut Db,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let moving_up = waiting_list::rule(db, &event.id)?.moving_up(event, now);
    if moving_up != MovingUp::Nobody && waiting_list::first(db, &event.id)?.is_some() {
        return Ok(0);
    }
    let free = event.capacity.map(|capacity| capacity.saturating_sub(event.seats_taken));
    Ok(free.and_then(|free| usize::try_from(free).ok()).unwrap_or(usize::MAX))
}

/// Whether somebody who comes now gets a seat. The event's row is locked.
pub(super) fn has_seat_for_new(tx: &mut Tx<'_>, event: &Event) -> Result<bool, StoreError> {
    Ok(free_seats_for_new(tx.db, event, tx.now)? > 0)
}

/// Asks somebody who waits whether they can still come; the seat is taken until they answer, or do not in time.
fn offer(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    until: DateTime<Utc>,
) -> Result<(), Fault> {
    waiting_list::offer(tx.db, &event.id, &participant.id, tx.now, until)?;
    events::add_seats_taken(tx.db, &event.id, 1)?;
    note(tx, &event.id, &participant.id, &Actor::System, "registration.offered")?;
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let link = links::new_personal_link(tx, event, &participant.id)?;
    post(tx, |context| {
        messages::seat_offered(context, event, participant, (&registration.code, &link), until)
    })
}

/// Registers an imported or made-up participant at once: a seat, or the next place in the waiting list, without mail.
pub fn insert_registered(tx: &mut Tx<'_>, participant: &Participant) -> Result<Registration, Fault> {
    let event = events::lock(tx.db, &participant.event)?;
    let has_seat = has_seat_for_new(tx, &event)?;
    insert_new(tx, &event, participant, has_seat)
}

/// Registers a new participant at once, with a seat or the next place in the waiting list. The event's row is locked.
pub(super) fn insert_new(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    has_seat: bool,
) -> Result<Registration, Fault> {
    let seq = if has_seat { 0 } else { events::next_seq(tx.db, &event.id)? };
    let state = after_approval(has_seat, seq);
    participants::insert(tx.db, participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: event.id.clone(),
        code: tx.app.random.code(),
        state,
        created_at: participant.created_at,
        changed_at: tx.now,
    };
    store::registrations::insert(tx.db, &registration)?;
    if state.holds_seat() {
        events::add_seats_taken(tx.db, &event.id, 1)?;
    }
    Ok(registration)
}

/// Puts a registration into a state, counts its seat and mails where it stands. The event's row is locked.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    state: RegistrationState,
    kind: MailKind,
) -> Result<(), Fault> {
    enter_unsettled(tx, event, participant, registration, state, kind)?;
    session_places::settle(tx, &event.id)
}

/// The same where places in sessions are settled later, for many at once.
fn enter_unsettled(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    state: RegistrationState,
    kind: MailKind,
) -> Result<(), Fault> {
    change_state(tx.db, event, registration, state, tx.now)?;
    let changed = Registration { state, changed_at: tx.now, ..registration.clone() };
    mail_standing(tx, kind, event, participant, &changed)
}

/// Puts a registration into a state and counts its seat. The event's row is locked.
pub(in crate::services) fn change_state(
    db: &mut Db,
    event: &Event,
    registration: &Registration,
    state: RegistrationState,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let was_offered = waiting_list::forget(db, &registration.participant)?;
    let held = registration.state.holds_seat() || was_offered;
    let seats = i32::from(state.holds_seat()) - i32::from(held);
    if seats != 0 {
        events::add_seats_taken(db, &event.id, seats)?;
    }
    // Whoever gives up their seat is not at their booth either.
    if registration.state.holds_seat() && !state.holds_seat() {
        store::floor::forget_booths(db, &[registration.participant.as_str()])?;
    }
    store::registrations::update_state(db, &registration.participant, state, now)
}

/// Mails where a registration stands; participants without an address are never mailed.
pub(in crate::services) fn mail_standing(
    tx: &mut Tx<'_>,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
) -> Result<(), Fault> {
    mail_standing_at(tx, tx.now, kind, event, participant, registration)
}

/// The same at a time.
pub(super) fn mail_standing_at(
    tx: &mut Tx<'_>,
    due: DateTime<Utc>,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
) -> Result<(), Fault> {
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let place = match registration.state {
        RegistrationState::WaitingList(seq) => {
            Some(store::registrations::waiting_place(tx.db, &event.id, seq)?)
        }
        _ => None,
    };
    let link = links::new_link_of_mail(tx, event, &participant.id, kind.can_be_asked_for())?;
    let origin = calendars::origin(tx.app, tx.db, &event.id)?;
    let now = tx.now;
    post_at(tx, due, |context| {
        let standing = Standing { kind, code: &registration.code, link: &link, place };
        if matches!(kind, MailKind::Registered | MailKind::Entered | MailKind::Promoted) {
            let owner = CalendarOwner { event, participant, origin: &origin, now };
            return messages::standing_with_event(context, &owner, &standing);
        }
        messages::standing(context, event, participant, &standing)
    })
}
