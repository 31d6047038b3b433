//! The outbox: sending what is due, and opening a mail.
//!
//! Invariants: no connection waits for another; a mail whose text was on its way when its conversation broke goes again with
//! the same bytes; no transaction is open while a mail server is waited for.

mod lanes;
mod refusals;
mod settle;
mod timing;
mod watch;

pub use lanes::{Delivered, Sending};
pub use timing::Timing;
pub use watch::{deliver_due, run};

use super::access::{self, Denied};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::event::EventState;
use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::OutboxEntry;
use crate::mail::masking::masked;
use crate::mail::reading::{self, OpenedMail};
use crate::mail::transport::Mailer;
use crate::store::{Db, events, outbox};

/// One mail as people look at it.
#[derive(Debug, Clone)]
pub struct ShownMail {
    pub entry: OutboxEntry,
    pub event: Option<EventId>,
    /// The whole mail, as it goes over the wire. A mail that has left by a mail server is forgotten here: it holds a
    /// secret link.
    pub source: Option<String>,
    pub opened: Option<OpenedMail>,
}

/// One mail, for the organisers of its event: without the secrets of its links, with which they would be the participant. Where
/// people are made up, in a demo and in a trial run, whoever tries it out reads them.
pub fn show(app: &App, account: &Account, id: &MailId) -> Result<ShownMail, Denied> {
    let (entry, event, mime, is_tried_out) = app.store.read(|db| visible(db, account, id))?;
    let source = if mime.is_empty() { from_folder(app, id) } else { Some(mime) };
    let source = if app.config.demo || is_tried_out { source } else { source.map(|mime| masked(&mime)) };
    let opened = source.as_deref().and_then(reading::open);
    Ok(ShownMail { entry, event, source, opened })
}

fn visible(
    db: &mut Db,
    account: &Account,
    id: &MailId,
) -> Result<(OutboxEntry, Option<EventId>, String, bool), Denied> {
    let (entry, event, mime) = outbox::get(db, id)?;
    access::to_mail(db, account, event.as_ref())?;
    let is_tried_out = match &event {
        Some(event) => events::get(db, event)?.state == EventState::Trial,
        None => false,
    };
    Ok((entry, event, mime, is_tried_out))
}

fn from_folder(app: &App, id: &MailId) -> Option<String> {
    let Mailer::Folder(folder) = &app.mailer else { return None };
    folder.read(id).unwrap_or_else(|error| {
        tracing::warn!(mail = %id, %error, "cannot read a mail in the mail folder");
        None
    })
}
