//! By what calendars know an event: stored when the event is made, so that no other setting of the operator leaves an entry in
//! a calendar that nothing changes any more.

use super::Fault;
use super::access::EventAccess;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::ids::EventId;
use crate::store::{Db, StoreError, calendar_origins};

/// Before the `@` of the address that calendars answer to, behind a plus sign.
const ANSWERS: &str = "calendar";

/// What a new event's calendars say: answers come to the mailbox of returned mails, where they are read.
pub fn present(app: &App) -> CalendarOrigin {
    let mail = &app.config.mail;
    let answers = mail.bounce_address.as_ref().and_then(|mailbox| mailbox.variant(ANSWERS).ok());
    CalendarOrigin {
        host: mail.from.domain().to_string(),
        organiser: answers.unwrap_or_else(|| mail.from.clone()),
        revision: 0,
    }
}

/// What an event's calendars have said so far that has none stored.
fn so_far(app: &App, db: &mut Db, event: &EventId) -> Result<CalendarOrigin, StoreError> {
    let from = &app.config.mail.from;
    let sent = calendar_origins::first_message_id(db, event)?;
    let host = sent.as_ref().and_then(|id| Some(id.rsplit_once('@')?.1.to_string()));
    if host.is_none() && !calendar_origins::has_meetings(db, event)? {
        return Ok(present(app));
    }
    let host = host.unwrap_or_else(|| from.domain().to_string());
    Ok(CalendarOrigin { host, organiser: from.clone(), revision: 0 })
}

/// The origin of an event's calendars.
pub(super) fn origin(app: &App, db: &mut Db, event: &EventId) -> Result<CalendarOrigin, StoreError> {
    Ok(calendar_origins::find(db, event)?.unwrap_or_else(|| present(app)))
}

/// The same for somebody who sees the event's office.
pub fn of(app: &App, access: &EventAccess) -> Result<CalendarOrigin, Fault> {
    app.store.read(|db| Ok(origin(app, db, &access.event().id)?))
}

/// Stores the origin of a new event's calendars.
pub(super) fn begin(tx: &mut Tx<'_>, event: &EventId) -> Result<(), StoreError> {
    calendar_origins::insert(tx.db, event, &present(tx.app))
}

/// Stores the origin of events from before there was one, before anything is sent for them; how many there were.
pub fn adopt(app: &App) -> Result<usize, Fault> {
    let without = app.store.read(calendar_origins::list_without)?;
    for event in &without {
        write(app, |tx| {
            let origin = so_far(tx.app, tx.db, event)?;
            Ok::<_, Fault>(calendar_origins::insert(tx.db, event, &origin)?)
        })?;
    }
    Ok(without.len())
}
