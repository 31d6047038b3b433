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
use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::OutboxEntry;
use crate::mail::reading::{self, OpenedMail};
use crate::mail::transport::Mailer;
use crate::store::{Db, outbox};

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

/// One mail, for the organisers of its event: it holds a link with which they could act for the participant.
pub fn show(app: &App, account: &Account, id: &MailId) -> Result<ShownMail, Denied> {
    let (entry, event, mime) = app.store.read(|db| visible(db, account, id))?;
    let source = if mime.is_empty() { from_folder(app, id) } else { Some(mime) };
    let opened = source.as_deref().and_then(reading::open);
    Ok(ShownMail { entry, event, source, opened })
}

fn visible(
    db: &mut Db,
    account: &Account,
    id: &MailId,
) -> Result<(OutboxEntry, Option<EventId>, String), Denied> {
    let found = outbox::get(db, id)?;
    access::to_mail(db, account, found.1.as_ref())?;
    Ok(found)
}

fn from_folder(app: &App, id: &MailId) -> Option<String> {
    let Mailer::Folder(folder) = &app.mailer else { return None };
    folder.read(id).unwrap_or_else(|error| {
        tracing::warn!(mail = %id, %error, "cannot read a mail in the mail folder");
        None
    })
}
