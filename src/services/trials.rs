//! Trial runs: an event is tried out before anybody else sees it, with made-up people if its organisers like, and nothing of it
//! stays. Only its team gets mail, see [`crate::store::outbox::Teams`].

use super::Fault;
use chrono::Duration;

use super::access::{ChangeAccess, EventAccess};
use super::demo::{self, DemoError};
use super::erasure;
use super::events::EditError;
use super::mail_files;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::{Event, EventState};
use crate::domain::event_input::number;
use crate::domain::problems::{Message, Problems};
use crate::domain::round::RoundState;
use crate::domain::trial::Traces;
use crate::store::{events, registrations, rounds, trials};

/// Most people that are made up at a time.
const MOST_PEOPLE: u32 = 300;

/// What a trial run has made so far; none: the event is not tried out.
pub fn traces(app: &App, access: &EventAccess) -> Result<Option<Traces>, Fault> {
    let event = &access.event().id;
    app.store.read(|db| {
        let Some(since) = trials::began_at(db, event)? else { return Ok(None) };
        Ok(Some(trials::traces(db, event, since)?))
    })
}

/// Begins one. The event is locked.
pub(super) fn begin(tx: &mut Tx<'_>, event: &Event) -> Result<(), EditError> {
    match event.state {
        EventState::Draft => {
            let newest = trials::newest(tx.db, &event.id)?;
            // What was there before must not be taken for the trial run's.
            if newest.is_some_and(|at| at > tx.now) {
                return Err(Problems::one("state", Message::new("problem-trial-clock")).into());
            }
            let after = newest.map(|at| at + Duration::microseconds(1));
            Ok(trials::begin(tx.db, &event.id, tx.now.max(after.unwrap_or(tx.now)))?)
        }
        // What people did is no trial.
        EventState::Trial | EventState::Open | EventState::Closed => {
            Err(Problems::one("state", Message::new("problem-trial-public")).into())
        }
    }
}

/// Ends it, with everything that it made. The event is locked. Gives the ids of its mails, for [`forget_files`].
pub(super) fn end(tx: &mut Tx<'_>, event: &Event) -> Result<Vec<String>, EditError> {
    let Some(since) = trials::began_at(tx.db, &event.id)? else { return Ok(Vec::new()) };
    let running =
        rounds::list(tx.db, &event.id)?.into_iter().find(|round| round.state == RoundState::Running);
    if let Some(round) = running {
        let message = Message::new("problem-trial-round").with("number", round.number);
        return Err(Problems::one("state", message).into());
    }
    trials::end(tx.db, &event.id)?;
    Ok(trials::delete_traces(tx.db, &event.id, since)?)
}

/// Leaves nothing of a trial run's mails in files, and nothing in the database's journal.
pub(super) fn forget_files(app: &App, mails: &[String]) {
    mail_files::remove(app, mails);
    erasure::scrub(app);
}

/// Makes up so many people for an event that is tried out. Gives how many.
pub fn fill(app: &App, access: &ChangeAccess, count: &str) -> Result<usize, EditError> {
    let count = number(count, 1, MOST_PEOPLE).map_err(|message| Problems::one("people", message))?;
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        if event.state != EventState::Trial {
            return Err(Problems::one("people", Message::new("problem-trial-over")).into());
        }
        // Others each time.
        let known: i64 = registrations::count_by_state(tx.db, &event.id)?.iter().map(|(_, n)| n).sum();
        let seed = u64::try_from(known).unwrap_or_default();
        let made = demo::trial::fill(tx, &event, count as usize, seed).map_err(|error| match error {
            DemoError::Fault(fault) => fault,
            other => Fault::MadeUp(other.to_string()),
        })?;
        access.note(tx, "trial.filled", event.id.as_str(), &made.to_string())?;
        Ok(made)
    })
}
