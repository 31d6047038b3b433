//! How somebody wants their meetings in their calendar: asked once, in *My event* and in the mail with the plan.

use super::access::ParticipantAccess;
use super::log::note;
use super::meanwhile::Form;
use super::meetings::invite;
use super::my_event::UpdateError;
use super::tx::write;
use crate::app::App;
use crate::domain::calendar_choice::{CalendarChoice, CalendarInput};
use crate::domain::event::CalendarMode;
use crate::domain::opened::Typed;
use crate::store::{self, calendar_choices, events, participants};

/// Stores what somebody chose. Whoever wants invitations from now on is invited to all that is planned.
pub fn choose(
    app: &App,
    access: &ParticipantAccess,
    typed: &Typed<CalendarInput>,
) -> Result<(), UpdateError> {
    const ACTION: &str = "participant.changed_calendar";
    write(app, |tx| {
        let participant = participants::get(tx.db, access.id())?;
        let event = events::lock(tx.db, &participant.event)?;
        let stored =
            CalendarChoice::effective(calendar_choices::find(tx.db, access.id())?, event.calendar_mode);
        let form =
            Form { event: &event, action: ACTION, subject: access.id().as_str(), sender: access.actor() };
        let input: CalendarInput = form.merge::<_, UpdateError>(tx.db, typed, &CalendarInput::of(stored))?;
        let choice = input.parse()?;
        calendar_choices::put(tx.db, access.id(), choice, tx.now)?;
        note(tx, &event.id, access.id(), access.actor(), ACTION)?;
        let live = store::registrations::get(tx.db, access.id())?.state.is_live();
        if live && choice.mode == CalendarMode::Invitation {
            invite(tx, &event, &participant)?;
        }
        Ok(())
    })
}
