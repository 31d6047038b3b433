//! Postponing the deletion of an event's persons: once, for a reason, by some days.

use chrono::Days;

use super::Fault;
use super::access::ChangeAccess;
use super::announcements::{DeletionView, view, withdraw_undue};
use super::events::EditError;
use super::tx::write;
use crate::app::App;
use crate::domain::deletion::{MOST_POSTPONED_DAYS, Postponement};
use crate::domain::event::Event;
use crate::domain::event_input::number;
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::store::{announcements, events};

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostponeInput {
    pub days: String,
    pub why: String,
}

/// The event as it is now, and when its personal data is deleted.
pub fn coming_deletion(app: &App, access: &ChangeAccess) -> Result<(Event, DeletionView), Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let seen = view(db, &event, now)?;
        Ok((event, seen))
    })
}

/// Puts the announced deletion of an event's persons off, counted from the day on which it would be.
pub fn postpone(app: &App, access: &ChangeAccess, input: &PostponeInput) -> Result<(), EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let seen = view(tx.db, &event, tx.now)?;
        if event.shredded_at.is_some() {
            return Err(Problems::one("days", Message::new("problem-postpone-deleted")).into());
        }
        if let Some(postponed) = &seen.postponed {
            let message = Message::new("problem-postponed").with("why", &postponed.why);
            return Err(Problems::one("days", message).into());
        }
        if seen.announced.is_none() {
            return Err(Problems::one("days", Message::new("problem-postpone-early")).into());
        }
        let mut problems = Problems::new();
        let days = problems.take("days", number(&input.days, 1, MOST_POSTPONED_DAYS));
        let why = text::required(&input.why, text::NOTE_MAX, "problem-postpone-why");
        let why = problems.take("why", why);
        let (Some(days), Some(why)) = (days, why) else { return Err(problems.into()) };
        let postponed = Postponement { to: seen.day + Days::new(days.into()), why };
        announcements::postpone(tx.db, &event.id, &postponed)?;
        let detail = format!("{}: {}", postponed.to, postponed.why);
        access.note(tx, "deletion.postponed", event.id.as_str(), &detail)?;
        withdraw_undue(tx, &event)?;
        Ok(())
    })
}
