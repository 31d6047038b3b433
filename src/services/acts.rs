//! What organisers did, and undoing it within a day: as long as nobody has learned of it by mail, and nobody has changed the same
//! since.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::access::{Actor, ChangeAccess, EventAccess};
use super::events::EditError;
use super::misfits::Whose;
use super::registrations::fill_seats;
use super::revising::{Revised, Saved, revise};
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::act::{Act, Done};
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, ActId, ParticipantId, SessionId};
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::store::acts::{self, Hindrance, UndoError};
use crate::store::{accounts, events, participants, session_places};

pub use crate::store::acts::doing;

/// Most acts on a page.
const MOST: i64 = 100;
/// How long the pages of whoever did something offer to undo it.
const OFFERED: Duration = Duration::minutes(10);

/// The act that an organiser is about to do.
pub fn begin(app: &App, access: &ChangeAccess) -> Option<Act> {
    let Actor::Organiser(account) = access.actor() else { return None };
    let (now, event) = (app.clock.now(), access.event());
    // On the day nobody can wait.
    let has_begun = now.with_timezone(&event.time_zone).date_naive() >= event.starts_on;
    let waits = if has_begun { 0 } else { app.config.mails_wait_minutes };
    Some(Act {
        id: app.random.id(now),
        event: event.id.clone(),
        account: account.clone(),
        done_at: now,
        mails_wait: Duration::minutes(i64::from(waits)),
    })
}

/// What was done at an event within a day, with whom it was about and who did it.
#[derive(Debug, Clone)]
pub struct Acts {
    pub done: Vec<Done>,
    pub people: Vec<Participant>,
    pub accounts: Vec<Account>,
}

/// What was done at an event within a day, the newest first.
pub fn list(app: &App, access: &ChangeAccess) -> Result<Acts, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let done = acts::list(db, &access.event().id, None, now - acts::KEPT, MOST)?;
        let ids: Vec<_> = done.iter().filter_map(|one| one.subject.clone()).map(ParticipantId).collect();
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let who: Vec<&str> = done.iter().map(|one| one.account.as_str()).collect();
        let accounts = accounts::list_by_ids(db, &who)?;
        Ok(Acts { done, people, accounts })
    })
}

/// What somebody has just done at an event, to offer that it is undone.
pub fn just_done(
    app: &App,
    access: &EventAccess,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<Option<Done>, Fault> {
    app.store.read(|db| {
        Ok(acts::list(db, &access.event().id, Some(account), now - OFFERED, 1)?.into_iter().next())
    })
}

/// Undoes what was done; its mails never go. Published meetings that do not fit any more once it is undone have to be accepted.
///
/// # Errors
/// A problem that says why it cannot be undone (any more).
pub fn undo(
    app: &App,
    access: &ChangeAccess,
    id: &ActId,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let noted = app.store.read(|db| acts::noted(db, id))?;
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let known = acts::list(tx.db, &event.id, None, tx.now - acts::KEPT, MOST)?;
        let Some(done) = known.into_iter().find(|done| done.id == *id) else {
            return Err(refused(Hindrance::Forgotten).into());
        };
        let before = session_places::count_by_session(tx.db, &event.id)?;
        match acts::undo(tx.db, &event.id, id, &noted) {
            Ok(()) => {}
            Err(UndoError::Hindered(hindrance)) => return Err(refused(hindrance).into()),
            Err(UndoError::Store(error)) => return Err(error.into()),
        }
        check_room(tx, &event, &before)?;
        fill_seats(tx, &event.id)?;
        let subject = done.subject.unwrap_or_default();
        access.note(tx, "act.undone", &subject, &done.action.unwrap_or_default())?;
        Ok::<_, EditError>(Revised::quiet(()))
    })
}

fn refused(hindrance: Hindrance) -> Problems {
    let word = match hindrance {
        Hindrance::Forgotten => "problem-undo-forgotten",
        Hindrance::MailGone => "problem-undo-mail",
        Hindrance::ChangedSince => "problem-undo-changed",
    };
    Problems::one("undo", Message::new(word))
}

/// Nobody else has got a seat, or a place in a session, that somebody has again now.
fn check_room(
    tx: &mut Tx<'_>,
    before: &Event,
    places_before: &HashMap<(SessionId, bool), usize>,
) -> Result<(), EditError> {
    let after = events::get(tx.db, &before.id)?;
    let more_seats = after.seats_taken > before.seats_taken;
    let no_seat = more_seats && after.capacity.is_some_and(|capacity| after.seats_taken > capacity);
    let places_after = session_places::count_by_session(tx.db, &before.id)?;
    let no_place = session_places::list_limited(tx.db, &before.id)?.into_iter().any(|(id, places)| {
        let key = (id, true);
        let taken =
            |counts: &HashMap<(SessionId, bool), usize>| counts.get(&key).copied().unwrap_or_default();
        let (taken, taken_before) = (taken(&places_after), taken(places_before));
        taken > taken_before && places.is_some_and(|places| taken > places as usize)
    });
    if no_seat || no_place {
        return Err(Problems::one("undo", Message::new("problem-undo-seats")).into());
    }
    Ok(())
}

/// Lets the mails of an act go at once; how many they are.
pub fn let_mails_go(app: &App, access: &ChangeAccess, id: &ActId) -> Result<usize, Fault> {
    write(app, |tx| Ok(acts::let_mails_go(tx.db, &access.event().id, id, tx.now)?))
}

/// Forgets what was done more than a day ago.
pub fn forget_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - acts::KEPT;
    Ok(app.store.write(|db| acts::forget_before(db, before))?)
}
