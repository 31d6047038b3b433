//! Calendar feeds: a secret address that a participant gives to their calendar, which asks there for news again and
//! again. It opens the meetings and nothing else; a new one ends the one before.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::access::Actor;
use super::access::OwnAccess;
use super::calendars;
use super::log::note;
use super::tx::write;
use crate::app::App;
use crate::documents::calendar::{self, CalendarOwner, ScheduledMeeting};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::token::Token;
use crate::store::{events, feeds, meetings, participants, registrations};

/// For so many days a feed shows a cancelled meeting as cancelled: some calendars ask once a week only.
const CANCELLED_DAYS: i64 = 30;

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
        let participant = participants::get(db, &who)?;
        let event = events::get(db, &participant.event)?;
        let shown = meetings::list_for_feed(db, &who, now - Duration::days(CANCELLED_DAYS))?;
        let ids: Vec<&ParticipantId> = shown.iter().map(|meeting| meeting.partner_of(&who)).collect();
        let people = participants::list_by_ids(db, &ids)?;
        let people: HashMap<&ParticipantId, &Participant> =
            people.iter().map(|person| (&person.id, person)).collect();
        let scheduled: Vec<ScheduledMeeting<'_>> = shown
            .iter()
            .filter_map(|meeting| {
                let partner = people.get(meeting.partner_of(&who))?;
                Some(ScheduledMeeting { meeting, partner })
            })
            .collect();
        let origin = calendars::origin(app, db, &event.id)?;
        let owner = CalendarOwner { event: &event, participant: &participant, origin: &origin, now };
        Ok(Some(calendar::feed(&owner, &scheduled)))
    })
}
