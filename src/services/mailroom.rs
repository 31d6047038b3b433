//! What organisers see of the outbox: the list, a mail as its reader sees it, and another try for one that failed.

use super::Fault;
use super::access::{self, AdminAccess, ChangeAccess, Denied, EventAccess};
use super::dashboard::{MailCounts, mail_counts};
use super::mail_pause::{self, ShownPause};
use super::outbox::{self, ShownMail};
use super::tx::write;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::{EventId, MailId, MailingId};
use crate::domain::mail::{MailState, OutboxEntry, may_go_after_all};
use crate::domain::text::Email;
use crate::store::outbox::{self as stored, OutboxFilter};
use crate::store::{Db, StoreError, blocked_addresses, events};

/// Mails on a page of the list.
pub const PAGE_SIZE: usize = 50;

/// A page of the outbox.
#[derive(Debug, Clone)]
pub struct MailList {
    pub entries: Vec<OutboxEntry>,
    /// How many the filter finds.
    pub found: usize,
    pub counts: MailCounts,
    /// Why no mail goes at the moment, if so.
    pub pause: Option<ShownPause>,
    /// How many of those that failed may go after all, since the fault was not the recipient's.
    pub again: usize,
}

/// A page of all mails of the installation, newest first; only administrators see those that belong to no event.
pub fn list_all(
    app: &App,
    _: &AdminAccess,
    state: Option<MailState>,
    page: usize,
) -> Result<MailList, Fault> {
    app.store.read(|db| list(db, OutboxFilter { state, ..OutboxFilter::default() }, page))
}

/// A page of an event's mails, or of those of one mailing, newest first.
pub fn list_of_event(
    app: &App,
    access: &EventAccess,
    mailing: Option<MailingId>,
    state: Option<MailState>,
    page: usize,
) -> Result<MailList, Fault> {
    let filter =
        OutboxFilter { event: Some(access.event().id.clone()), mailing, state, ..OutboxFilter::default() };
    app.store.read(|db| list(db, filter.clone(), page))
}

fn list(db: &mut Db, filter: OutboxFilter, page: usize) -> Result<MailList, Fault> {
    let size = i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX);
    let offset = i64::try_from(page.saturating_sub(1)).unwrap_or(i64::MAX).saturating_mul(size);
    Ok(MailList {
        entries: stored::list(db, &filter, size, offset)?,
        found: usize::try_from(stored::count_found(db, &filter)?).unwrap_or_default(),
        counts: mail_counts(&stored::count_states(db, &filter)?),
        pause: mail_pause::shown(db)?,
        again: may_go(db, filter.event.as_ref())?.len(),
    })
}

/// A mail as its reader sees it, with the name in addresses of the event that it belongs to.
#[derive(Debug, Clone)]
pub struct MailView {
    pub mail: ShownMail,
    pub event: Option<String>,
}

/// A mail as its reader sees it. It holds a link with which its reader acts, so only those see it who could act for
/// them: organisers of its event, and administrators.
pub fn show(app: &App, account: &Account, id: &MailId) -> Result<MailView, Denied> {
    let mail = outbox::show(app, account, id)?;
    let event = match &mail.event {
        Some(event) => Some(app.store.read(|db| events::get(db, event))?.slug),
        None => None,
    };
    Ok(MailView { mail, event })
}

/// What became of the wish to try a mail again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retried {
    /// It goes as soon as it can.
    Waiting,
    /// Mail comes back from its address: that has to be mended first.
    AddressBlocked,
    /// Its event is not public: only the event's team gets mail.
    NotPublic,
}

/// Lets a mail that failed be tried again at once.
pub fn try_again(app: &App, account: &Account, id: &MailId) -> Result<Retried, Denied> {
    write(app, |tx| {
        let (entry, event, _) = stored::get(tx.db, id)?;
        let change = access::to_mail(tx.db, account, event.as_ref())?;
        if let Ok(recipient) = Email::parse(&entry.recipient)
            && blocked_addresses::find(tx.db, &recipient)?.is_some()
        {
            return Ok(Retried::AddressBlocked);
        }
        if let Some(change) = change {
            if entry.state == MailState::Held && !change.event().state.is_public() {
                return Ok(Retried::NotPublic);
            }
            change.note(tx, "mail.tried_again", id.as_str(), entry.kind.code())?;
        }
        stored::retry(tx.db, id, tx.now)?;
        Ok(Retried::Waiting)
    })
}

/// Lets all mails of an event go once more that failed for a reason that was not the recipient's; gives how many there were.
/// Those to blocked addresses stay.
pub fn send_again_of_event(app: &App, access: &ChangeAccess) -> Result<usize, Fault> {
    write(app, |tx| {
        let event = &access.event().id;
        let mails = may_go(tx.db, Some(event))?;
        let back = stored::put_back(tx.db, &mails, tx.now)?;
        access.note(tx, "mails.sent_again", event.as_str(), &back.to_string())?;
        Ok(back)
    })
}

/// The same for all mails of the installation.
pub fn send_all_again(app: &App, admin: &AdminAccess) -> Result<usize, Fault> {
    let back = write(app, |tx| {
        let mails = may_go(tx.db, None)?;
        stored::put_back(tx.db, &mails, tx.now)
    })?;
    tracing::info!(account = %admin.account().id, mails = back, "mails that had failed go once more");
    Ok(back)
}

fn may_go(db: &mut Db, event: Option<&EventId>) -> Result<Vec<MailId>, StoreError> {
    let failed = stored::list_failed(db, event)?;
    let may_go = failed.into_iter().filter(|mail| may_go_after_all(&mail.problem));
    Ok(may_go.map(|mail| MailId(mail.id)).collect())
}
