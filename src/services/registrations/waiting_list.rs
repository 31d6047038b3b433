//! The waiting list shortly before an event: a seat that becomes free is offered, and whoever does not answer in time lets it go.

use super::seats::{enter, fill_seats};
use crate::app::App;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::MailKind;
use crate::domain::opened::Typed;
use crate::domain::registration::RegistrationState;
use crate::domain::waiting_list::{WaitingListInput, WaitingListRule};
use crate::services::Fault;
use crate::services::access::{Actor, ChangeAccess, EventAccess, OwnAccess};
use crate::services::events::EditError;
use crate::services::log::note;
use crate::services::meanwhile::Form;
use crate::services::registrations::ChangeError;
use crate::services::tx::{Tx, write, write_at};
use crate::store::{self, events, participants, waiting_list};

/// How the event's waiting list moves up.
pub fn rule(app: &App, access: &EventAccess) -> Result<WaitingListRule, Fault> {
    Ok(app.store.read(|db| waiting_list::rule(db, &access.event().id))?)
}

/// Changes it; seats that are free go by the new rule at once.
pub fn set_rule(app: &App, access: &ChangeAccess, typed: &Typed<WaitingListInput>) -> Result<(), EditError> {
    let action = "event.waiting_list";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let stored = WaitingListInput::of(waiting_list::rule(tx.db, &event.id)?);
        let form = Form::of(access, action, event.id.as_str());
        let input: WaitingListInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        waiting_list::put_rule(tx.db, &event.id, input.parse()?)?;
        access.note(tx, action, event.id.as_str(), "")?;
        fill_seats(tx, &event.id)?;
        Ok(())
    })
}

/// Takes the seat that is offered.
pub fn accept(app: &App, own: &OwnAccess) -> Result<(), ChangeError> {
    write(app, |tx| {
        let participant = participants::get(tx.db, own.id())?;
        let event = events::lock(tx.db, &participant.event)?;
        let registration = store::registrations::get(tx.db, own.id())?;
        let open = waiting_list::offered_until(tx.db, own.id())?.is_some_and(|until| tx.now < until);
        if !open {
            return Err(ChangeError::State(registration.state));
        }
        let state = RegistrationState::Registered;
        enter(tx, &event, &participant, &registration, state, MailKind::Registered)?;
        note(tx, &event.id, own.id(), &Actor::Participant, "registration.offer_accepted")?;
        Ok(())
    })
}

/// Goes on to give free seats to those who wait, some people at a time. Gives how many moved up or were asked.
pub fn go_on_filling(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let events = app.store.read(|db| waiting_list::list_with_room(db, now))?;
    let mut n = 0;
    for event in &events {
        loop {
            let moved = write_at(app, now, |tx| fill_seats(tx, event))?;
            if moved == 0 {
                break;
            }
            n += moved;
        }
    }
    Ok(n)
}

/// Ends the offers that nobody answered in time; the next ones are asked. Gives how many.
pub fn lapse_unanswered(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let ended = app.store.read(|db| waiting_list::list_ended(db, now, 200))?;
    for (event, who) in &ended {
        write_at(app, now, |tx| lapse(tx, event, who))?;
    }
    Ok(ended.len())
}

fn lapse(tx: &mut Tx<'_>, event: &EventId, who: &ParticipantId) -> Result<(), Fault> {
    let event = events::lock(tx.db, event)?;
    // An answer may have come in between.
    if waiting_list::offered_until(tx.db, who)?.is_some_and(|until| until <= tx.now) {
        waiting_list::lapse(tx.db, who)?;
        events::add_seats_taken(tx.db, &event.id, -1)?;
        note(tx, &event.id, who, &Actor::System, "registration.offer_lapsed")?;
        fill_seats(tx, &event.id)?;
    }
    Ok(())
}
