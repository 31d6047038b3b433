//! Who wants no reminders: one click in a mail is enough, and one more takes it back.

use super::Fault;
use super::access::Actor;
use super::links::{LinkError, LinkProblem};
use super::log::note;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::token::Token;
use crate::mail::StopLink;
use crate::store::{self, Db, StoreError, events, participants};

/// Before the token in the address that stops reminders by mail.
pub(super) const STOP: &str = "stop-";

/// Makes a new link with which a participant stops reminders.
pub(super) fn new_stop_link(tx: &mut Tx<'_>, participant: &ParticipantId) -> Result<StopLink, StoreError> {
    let token = tx.app.random.mailbox_token();
    store::subscriptions::insert_link(tx.db, &token.hash(), participant, tx.now)?;
    let mailbox = tx.app.config.mail.bounce_address.as_ref();
    Ok(StopLink {
        link: tx.app.config.base_url.join(&format!("/unsubscribe/{}", token.secret())),
        mailbox: mailbox.and_then(|mailbox| mailbox.variant(&format!("{STOP}{}", token.secret())).ok()),
    })
}

/// What the page of a link shows.
#[derive(Debug, Clone)]
pub struct Subscription {
    pub event: Event,
    /// Whether reminders are stopped.
    pub stopped: bool,
}

/// How it stands; changes nothing, since mail scanners follow links.
pub fn view(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    app.store.read(|db| {
        let id = open(db, token)?;
        let participant = participants::get(db, &id)?;
        let event = events::get(db, &participant.event)?;
        Ok(Subscription { event, stopped: store::subscriptions::is_stopped(db, &id)? })
    })
}

/// Stops reminders, at once and however often it is asked.
pub fn stop(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    write(app, |tx| {
        let id = open(tx.db, token)?;
        let event = lock(tx.db, &id)?;
        if store::subscriptions::stop(tx.db, &id, tx.now)? {
            note(tx, &event.id, &id, &Actor::Participant, "reminders.stopped")?;
        }
        Ok(Subscription { event, stopped: true })
    })
}

/// Lets reminders come again.
pub fn resume(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    write(app, |tx| {
        let id = open(tx.db, token)?;
        let event = lock(tx.db, &id)?;
        if store::subscriptions::resume(tx.db, &id)? {
            note(tx, &event.id, &id, &Actor::Participant, "reminders.resumed")?;
        }
        Ok(Subscription { event, stopped: false })
    })
}

fn lock(db: &mut Db, id: &ParticipantId) -> Result<Event, Fault> {
    let event = participants::get(db, id)?.event;
    Ok(events::lock(db, &event)?)
}

fn open(db: &mut Db, token: &Token) -> Result<ParticipantId, LinkError> {
    let found = store::subscriptions::find_link(db, &token.hash())?;
    found.ok_or(LinkError::Problem(LinkProblem::Unknown))
}
