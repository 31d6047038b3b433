//! Puts mails into the outbox, in the transaction of the fact they report.
//!
//! Invariant: nobody sends mail in a request. A mail is a row, written with the fact it reports; its bytes, Message-ID and Date
//! are made once, so that it may be sent twice but is never lost and never differs.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::Fault;
use super::tx::Tx;
use crate::app::App;
use crate::domain::ids::MailId;
use crate::domain::mail::{ADDRESS_BLOCKED, EVENT_NOT_PUBLIC, OutgoingMail};
use crate::domain::text::Email;
use crate::mail::{MailContext, MailError, ReturnPath};
use crate::store::outbox::{self, NewMail, Teams};
use crate::store::{Db, StoreError, blocked_addresses, mail_requests};

/// A mail that is made, with its id in the outbox.
pub(super) type Made = (MailId, OutgoingMail);

/// Makes a mail and puts it into the outbox.
pub fn post(
    tx: &mut Tx<'_>,
    make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
) -> Result<(), Fault> {
    post_at(tx, tx.now, make)
}

/// Makes a mail and puts it into the outbox, to go at a time.
pub(super) fn post_at(
    tx: &mut Tx<'_>,
    due: DateTime<Utc>,
    make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
) -> Result<(), Fault> {
    let made = made(tx.app, tx.now, make)?;
    Ok(put(tx.db, &[&made], tx.now, due)?)
}

/// Makes a mail before the transaction that puts it into the outbox, at the same time.
pub(super) fn made(
    app: &App,
    now: DateTime<Utc>,
    make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
) -> Result<Made, Fault> {
    let id: MailId = app.random.id(now);
    let mail = make(&context(app, &id, now))?;
    Ok((id, mail))
}

/// Makes a mail as it would be, for an organiser who wants to see it.
pub(super) fn made_test(
    app: &App,
    now: DateTime<Utc>,
    test_for: &Email,
    make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
) -> Result<Made, Fault> {
    let id: MailId = app.random.id(now);
    let mail = make(&MailContext { test_for: Some(test_for.clone()), ..context(app, &id, now) })?;
    Ok((id, mail))
}

/// Puts mails that were made into the outbox; those to a blocked address wait there until somebody lets them go, and those to
/// people outside the team of an event that is not public stay.
pub(super) fn put_all(db: &mut Db, mails: &[&Made], now: DateTime<Utc>) -> Result<(), StoreError> {
    put(db, mails, now, now)
}

fn put(db: &mut Db, mails: &[&Made], now: DateTime<Utc>, due: DateTime<Utc>) -> Result<(), StoreError> {
    let recipients: BTreeSet<String> = mails.iter().map(|(_, mail)| mail.recipient.key()).collect();
    let blocked = blocked_addresses::among(db, &recipients.into_iter().collect::<Vec<_>>())?;
    let teams = Teams::of(db, mails.iter().map(|(_, mail)| mail))?;
    let problem = |mail: &OutgoingMail| match teams.hold(mail) {
        true => Some(EVENT_NOT_PUBLIC),
        false => blocked.contains(&mail.recipient.key()).then_some(ADDRESS_BLOCKED),
    };
    let asked: Vec<_> = mails.iter().map(|(id, mail)| (id, mail)).collect();
    mail_requests::insert(db, &asked, now, due)?;
    let mut rows = rows(mails);
    for row in &mut rows {
        row.problem = problem(row.mail);
        row.due_at = Some(due);
    }
    outbox::insert_all(db, &rows, now)
}

/// Mails as rows of the outbox.
pub(super) fn rows<'a>(mails: &[&'a Made]) -> Vec<NewMail<'a>> {
    mails.iter().map(|(id, mail)| NewMail { id, mail, problem: None, due_at: None }).collect()
}

/// Where a mail comes back to: an address that nobody else can guess, if there is a mailbox for that.
fn return_path(app: &App) -> ReturnPath {
    let own = app.config.mail.bounce_address.as_ref().and_then(|mailbox| {
        let token = app.random.mailbox_token();
        let address = mailbox.variant(token.secret()).ok()?;
        Some(ReturnPath { address, token: Some(token.hash()) })
    });
    own.unwrap_or_else(|| ReturnPath { address: app.config.mail.from.clone(), token: None })
}

/// What the mail with this id is made with.
fn context<'a>(app: &'a App, id: &MailId, now: DateTime<Utc>) -> MailContext<'a> {
    MailContext {
        base_url: &app.config.base_url,
        from: &app.config.mail.from,
        return_path: return_path(app),
        signer: &app.signer,
        now,
        message_id: format!("{id}@{}", mail_domain(&app.config.mail.from)),
        test_for: None,
    }
}

/// The domain of our own address: Message-IDs and calendar ids end with it.
pub fn mail_domain(from: &Email) -> &str {
    from.as_str().rsplit_once('@').map_or("localhost", |(_, domain)| domain)
}
