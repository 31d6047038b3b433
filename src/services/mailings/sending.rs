//! Sends mailings: chooses whom one goes to when its time has come, then makes their mails, some at a time, and puts them into the
//! outbox only as fast as they leave it, so that a pause or a stop finds most of them still to be made.
//!
//! Invariant: a mail is put into the outbox in the transaction that takes its reader from those who are due, with the mailing's row
//! locked; a restart, another server or a second try finds nobody due twice.

use chrono::{DateTime, Utc};

use super::audience::Audience;
use super::letter::{Reader, Ways, make};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MailingId, ParticipantId};
use crate::domain::mailing::{Mailing, MailingState, Outcome};
use crate::domain::restore::RestoredMails;
use crate::domain::subscription::Series;
use crate::domain::token::TokenHash;
use crate::services::log::note_by_system;
use crate::services::post::{Made, put_all};
use crate::services::subscriptions::{self, made_stop_link};
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, links};
use crate::store::links::NewLink;
use crate::store::{StoreError, events, mailings, outbox, restores};

/// Mails that are made and stored together.
const SOME: usize = 50;
/// So many of a mailing's mails wait in the outbox at most.
const WAITING: i64 = 150;

/// Does what is due for every mailing; gives how many mails were made.
pub fn send_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = app.store.read(|db| mailings::list_due(db, now))?;
    // After a restore nobody knows what went since the backup, until an administrator decides.
    if due.is_empty() || !app.store.read(|db| restores::list(db, RestoredMails::Held))?.is_empty() {
        return Ok(0);
    }
    let mut made = 0;
    for mailing in due {
        match mailing.state {
            MailingState::Scheduled => {
                begin(app, &mailing, now)?;
                made += go_on(app, &mailing, now)?;
            }
            MailingState::Sending => made += go_on(app, &mailing, now)?,
            MailingState::Paused => hold(app, &mailing)?,
            MailingState::Stopped => {
                write_at(app, now, |tx| end(tx, &mailing))?;
            }
            MailingState::Draft | MailingState::Sent => {}
        }
    }
    Ok(made)
}

/// Holds what came back to the outbox since the pause, since its mail server did not take it.
fn hold(app: &App, mailing: &Mailing) -> Result<(), Fault> {
    if app.store.read(|db| outbox::count_waiting(db, &mailing.id))? > 0 {
        app.store.write(|db| outbox::hold_mails(db, &mailing.id))?;
    }
    Ok(())
}

/// Chooses whom it goes to.
fn begin(app: &App, mailing: &Mailing, now: DateTime<Utc>) -> Result<(), Fault> {
    let audience = app.store.read(|db| Audience::of(db, &mailing.event, &mailing.people))?;
    let recipients = audience.recipients();
    let sending = Mailing { state: MailingState::Sending, started_at: Some(now), ..mailing.clone() };
    write_at(app, now, |tx| {
        if mailings::turn(tx.db, MailingState::Scheduled, &sending)? {
            mailings::insert_recipients(tx.db, &mailing.id, &recipients)?;
            let count = recipients.len().to_string();
            note_by_system(tx, &mailing.event, "mailing.begun", mailing.id.as_str(), &count)?;
        }
        Ok(())
    })
}

/// A mail that is made for somebody, and the links in it.
struct Prepared {
    who: ParticipantId,
    made: Made,
    link: NewLink,
    stop: TokenHash,
}

/// Makes the next mails, as far as there is room for them; ends the mailing once none is left. Gives how many were made.
fn go_on(app: &App, mailing: &Mailing, now: DateTime<Utc>) -> Result<usize, Fault> {
    let mut made = 0;
    loop {
        let unsent = app.store.read(|db| outbox::count_unsent(db, &mailing.id))?;
        if unsent >= WAITING {
            return Ok(made);
        }
        let some = app.store.read(|db| {
            mailings::list_due_recipients(db, &mailing.id, i64::try_from(SOME).unwrap_or(i64::MAX))
        })?;
        if some.is_empty() {
            if unsent == 0 {
                write_at(app, now, |tx| finish(tx, &mailing.id, &mailing.event))?;
            }
            return Ok(made);
        }
        let (event, prepared) = prepare(app, mailing, &some, now)?;
        let stored = write_at(app, now, |tx| store(tx, &event, mailing, &some, &prepared))?;
        let Some(stored) = stored else { return Ok(made) };
        made += stored;
    }
}

/// Makes the mails of those who still fit and still take mailings.
fn prepare(
    app: &App,
    mailing: &Mailing,
    some: &[ParticipantId],
    now: DateTime<Utc>,
) -> Result<(Event, Vec<Prepared>), Fault> {
    let (event, readers) = app.store.read(|db| {
        let event = events::get(db, &mailing.event)?;
        let still = Audience::among(db, &event.id, &mailing.people, Some(some))?.recipients();
        let readers = Reader::list(db, &still.iter().collect::<Vec<_>>())?;
        Ok::<_, Fault>((event, readers))
    })?;
    let mut prepared = Vec::new();
    for reader in readers {
        let who = reader.participant.id.clone();
        let (address, link) = links::made_personal_link(app, &event, &who, now);
        let address = links::opening(address, reader.page());
        let (stop, hash) = made_stop_link(app);
        let ways = Ways { link: &address, stop: &stop, test_for: None };
        // A mail that cannot be made holds up nobody else's.
        let made = match make(app, now, (&event, mailing), &reader, &ways) {
            Ok(made) => made,
            Err(Fault::Mail(error)) => {
                tracing::warn!(mailing = %mailing.id, participant = %who, %error, "a mail cannot be made");
                continue;
            }
            Err(fault) => return Err(fault),
        };
        prepared.push(Prepared { who, made, link, stop: hash });
    }
    Ok((event, prepared))
}

/// Puts the mails of those into the outbox who are due; gives how many, and nothing where the mailing goes no longer.
fn store(
    tx: &mut Tx<'_>,
    event: &Event,
    mailing: &Mailing,
    some: &[ParticipantId],
    prepared: &[Prepared],
) -> Result<Option<usize>, Fault> {
    let sending = mailings::get(tx.db, &event.id, &mailing.id)?;
    // The row is locked from here on: whoever pauses or stops waits for this, and this for them.
    if !mailings::turn(tx.db, MailingState::Sending, &sending)? {
        return Ok(None);
    }
    let mut mails = Vec::new();
    let mut personal = Vec::new();
    for one in prepared {
        let settled = (Outcome::Mailed, Some(&one.made.0));
        if mailings::settle_recipient(tx.db, &mailing.id, &one.who, settled)? {
            subscriptions::insert(tx, &one.stop, Series::Mailings, &one.who)?;
            mails.push(&one.made);
            personal.push(one.link.clone());
        }
    }
    let prepared: Vec<&ParticipantId> = prepared.iter().map(|one| &one.who).collect();
    for who in some.iter().filter(|who| !prepared.contains(who)) {
        mailings::settle_recipient(tx.db, &mailing.id, who, (Outcome::LeftOut, None))?;
    }
    crate::store::links::insert_all(tx.db, &personal)?;
    put_all(tx.db, &mails, tx.now)?;
    Ok(Some(mails.len()))
}

fn finish(tx: &mut Tx<'_>, id: &MailingId, event: &crate::domain::ids::EventId) -> Result<(), Fault> {
    let known = mailings::get(tx.db, event, id)?;
    let sent = Mailing { state: MailingState::Sent, ended_at: Some(tx.now), ..known };
    if mailings::turn(tx.db, MailingState::Sending, &sent)? {
        note_by_system(tx, event, "mailing.sent", id.as_str(), "")?;
    }
    Ok(())
}

/// Removes what has not gone of a mailing that was stopped; it has ended once nobody is sending any of it.
pub(super) fn end(tx: &mut Tx<'_>, mailing: &Mailing) -> Result<(), StoreError> {
    let removed = outbox::withdraw_mails(tx.db, &mailing.id)?;
    mailings::stop_recipients(tx.db, &mailing.id, &removed)?;
    if outbox::count_unsent(tx.db, &mailing.id)? == 0 {
        let ended = Mailing { ended_at: Some(tx.now), ..mailing.clone() };
        mailings::turn(tx.db, MailingState::Stopped, &ended)?;
    }
    Ok(())
}
