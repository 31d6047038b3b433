//! Whether an event is a draft, tried out, open or closed.

use super::access::ChangeAccess;
use super::events::EditError;
use super::trials;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::{Event, EventState};
use crate::domain::problems::{Message, Problems};
use crate::store::{events, outbox, registrations};

/// Opens or closes an event, tries it out, or makes it a draft again as long as nobody has registered. A trial run goes with
/// everything that it made.
pub fn set(app: &App, access: &ChangeAccess, state: EventState) -> Result<Event, EditError> {
    let (event, mails) = write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        if event.state == state {
            return Ok((event, Vec::new()));
        }
        check_state(tx, &event, state)?;
        let mails = trials::end(tx, &event)?;
        if state == EventState::Trial {
            trials::begin(tx, &event)?;
        }
        if !event.state.is_public() {
            outbox::hold_released(tx.db, &event.id)?;
        }
        let event = Event { state, ..event };
        events::update(tx.db, &event, tx.now)?;
        access.note(tx, "event.state", event.id.as_str(), state.code())?;
        Ok::<_, EditError>((event, mails))
    })?;
    if !mails.is_empty() {
        trials::forget_files(app, &mails);
    }
    Ok(event)
}

fn check_state(tx: &mut Tx<'_>, event: &Event, state: EventState) -> Result<(), EditError> {
    let known: i64 = registrations::count_by_state(tx.db, &event.id)?.iter().map(|(_, n)| n).sum();
    match state {
        EventState::Draft if event.state.is_public() && known > 0 => {
            let message = Message::new("problem-draft-registrations").with("registrations", known);
            Err(Problems::one("state", message).into())
        }
        EventState::Open if tx.now.with_timezone(&event.time_zone).date_naive() > event.ends_on => {
            Err(Problems::one("state", Message::new("problem-open-over")).into())
        }
        EventState::Draft | EventState::Trial | EventState::Open | EventState::Closed => Ok(()),
    }
}
