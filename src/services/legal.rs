//! The law's pages: what an administrator says for the installation, and the team of an event for the event.

use super::Fault;
use super::access::{AdminAccess, ChangeAccess, Denied};
use super::events::EditError;
use super::log::note_account;
use super::meanwhile::{Form, changed_by_somebody};
use super::tx::write;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::legal::LegalNotice;
use crate::domain::opened::Typed;
use crate::store::{events, legal};

/// What the installation says.
pub fn of_installation(app: &App) -> Result<LegalNotice, Fault> {
    Ok(app.store.read(|db| legal::get(db, None))?)
}

/// What holds at an event that everybody may see.
pub fn of_public_event(app: &App, slug: &str) -> Result<(Event, LegalNotice), Denied> {
    app.store.read(|db| {
        let event = events::get_by_slug(db, slug)?;
        if !event.state.has_pages() {
            return Err(Denied::NotFound);
        }
        let notice = legal::of_event(db, &event.id)?;
        Ok((event, notice))
    })
}

/// What an event says for itself, and what holds there.
pub fn of_event(app: &App, access: &ChangeAccess) -> Result<(LegalNotice, LegalNotice), Fault> {
    let event = &access.event().id;
    app.store.read(|db| Ok((legal::get(db, Some(event))?, legal::of_event(db, event)?)))
}

/// Says something else for the installation.
pub fn change_installation(
    app: &App,
    admin: &AdminAccess,
    typed: &Typed<LegalNotice>,
) -> Result<(), EditError> {
    write(app, |tx| {
        let stored = legal::get(tx.db, None)?;
        let merged = typed.merge(&stored).map_err(|clashes| changed_by_somebody(&clashes))?;
        legal::set(tx.db, None, &merged.parse()?, tx.now)?;
        note_account(tx, &admin.account().id, "installation.legal")?;
        Ok(())
    })
}

/// Says something else for an event.
pub fn change_event(app: &App, access: &ChangeAccess, typed: &Typed<LegalNotice>) -> Result<(), EditError> {
    let action = "event.legal";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let stored = legal::get(tx.db, Some(&event.id))?;
        let form = Form::of(access, action, event.id.as_str());
        let notice = form.merge::<LegalNotice, EditError>(tx.db, typed, &stored)?.parse()?;
        legal::set(tx.db, Some(&event.id), &notice, tx.now)?;
        access.note(tx, action, event.id.as_str(), "")?;
        Ok(())
    })
}
