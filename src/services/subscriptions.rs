//! Who wants no reminders, or nothing that organisers write to many: one click in a mail is enough, and one more takes it back.

use super::Fault;
use super::access::Actor;
use super::links::{LinkError, LinkProblem};
use super::log::note;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::subscription::Series;
use crate::domain::token::{Token, TokenHash};
use crate::mail::StopLink;
use crate::store::{self, Db, StoreError, events, participants};

/// Before the token in the address that stops mails by mail.
pub(super) const STOP: &str = "stop-";

/// Makes a new link with which a participant stops reminders.
pub(super) fn new_stop_link(tx: &mut Tx<'_>, participant: &ParticipantId) -> Result<StopLink, StoreError> {
    let (link, hash) = made_stop_link(tx.app);
    insert(tx, &hash, Series::Reminders, participant)?;
    Ok(link)
}

/// A new link that is not stored yet, and the hash by which it is found.
pub(super) fn made_stop_link(app: &App) -> (StopLink, TokenHash) {
    let token = app.random.mailbox_token();
    let mailbox = app.config.mail.bounce_address.as_ref();
    let link = StopLink {
        link: app.config.base_url.join(&format!("/unsubscribe/{}", token.secret())),
        mailbox: mailbox.and_then(|mailbox| mailbox.variant(&format!("{STOP}{}", token.secret())).ok()),
    };
    (link, token.hash())
}

/// Stores such a link.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    hash: &TokenHash,
    series: Series,
    participant: &ParticipantId,
) -> Result<(), StoreError> {
    store::subscriptions::insert_link(tx.db, (hash, series), participant, tx.now)
}

/// What the page of a link shows.
#[derive(Debug, Clone)]
pub struct Subscription {
    pub event: Event,
    /// What the link stops.
    pub series: Series,
    /// Whether it is stopped.
    pub stopped: bool,
}

/// How it stands; changes nothing, since mail scanners follow links.
pub fn view(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    app.store.read(|db| {
        let (id, series) = open(db, token)?;
        let participant = participants::get(db, &id)?;
        let event = events::get(db, &participant.event)?;
        Ok(Subscription { event, series, stopped: store::subscriptions::is_stopped(db, &id, series)? })
    })
}

/// Stops them, at once and however often it is asked.
pub fn stop(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    write(app, |tx| {
        let (id, series) = open(tx.db, token)?;
        let event = lock(tx.db, &id)?;
        if store::subscriptions::stop(tx.db, &id, series, tx.now)? {
            note(tx, &event.id, &id, &Actor::Participant, &format!("{}.stopped", series.code()))?;
        }
        Ok(Subscription { event, series, stopped: true })
    })
}

/// Lets them come again.
pub fn resume(app: &App, token: &Token) -> Result<Subscription, LinkError> {
    write(app, |tx| {
        let (id, series) = open(tx.db, token)?;
        let event = lock(tx.db, &id)?;
        if store::subscriptions::resume(tx.db, &id, series)? {
            note(tx, &event.id, &id, &Actor::Participant, &format!("{}.resumed", series.code()))?;
        }
        Ok(Subscription { event, series, stopped: false })
    })
}

fn lock(db: &mut Db, id: &ParticipantId) -> Result<Event, Fault> {
    let event = participants::get(db, id)?.event;
    Ok(events::lock(db, &event)?)
}

fn open(db: &mut Db, token: &Token) -> Result<(ParticipantId, Series), LinkError> {
    let found = store::subscriptions::find_link(db, &token.hash())?;
    found.ok_or(LinkError::Problem(LinkProblem::Unknown))
}
