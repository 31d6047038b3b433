//! Calendar feeds: a secret address that a participant gives to their calendar, which asks there for news again and
//! again. It opens the calendar and nothing else; a new one ends the one before.

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::Actor;
use super::access::OwnAccess;
use super::log::note;
use super::own_calendars;
use super::tx::write;
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::token::Token;
use crate::store::{feeds, participants, registrations};

/// The path of a feed.
pub fn path(token: &Token) -> String {
    format!("/calendar/{}.ics", token.secret())
}

/// Makes an address for a participant's feed and gives its token, which nobody can find out later; the address before
/// stops working.
pub fn renew(app: &App, own: &OwnAccess) -> Result<Token, Fault> {
    let who = own.id();
    let token = app.random.token();
    write(app, |tx| {
        let event = participants::get(tx.db, who)?.event;
        feeds::put(tx.db, who, &token.hash(), tx.now)?;
        note(tx, &event, who, &Actor::Participant, "feed.renewed")?;
        Ok::<_, Fault>(())
    })?;
    Ok(token)
}

/// Ends a participant's feed.
pub fn revoke(app: &App, own: &OwnAccess) -> Result<(), Fault> {
    let who = own.id();
    write(app, |tx| {
        let event = participants::get(tx.db, who)?.event;
        if feeds::delete(tx.db, who)? {
            note(tx, &event, who, &Actor::Participant, "feed.revoked")?;
        }
        Ok(())
    })
}

/// Since when a participant has a feed.
pub fn since(app: &App, who: &ParticipantId) -> Result<Option<DateTime<Utc>>, Fault> {
    app.store.read(|db| Ok(feeds::since(db, who)?))
}

/// The calendar behind a token, if it opens one: not for who has cancelled or was rejected.
pub fn open(app: &App, token: &Token) -> Result<Option<String>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let Some(who) = feeds::find(db, &token.hash())? else { return Ok(None) };
        if !registrations::get(db, &who)?.state.is_live() {
            return Ok(None);
        }
        Ok(Some(own_calendars::of(app, db, &who, own_calendars::Taken::ByFeed, now)?))
    })
}
