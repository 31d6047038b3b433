//! What participants and organisers decide about registrations: cancel, approve, reject, promote.

use chrono::{DateTime, Utc};

use super::seats::{enter, fill_seats};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::codes::codes;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::problems::Problems;
use crate::domain::registration::{RegistrationState, after_approval};
use crate::domain::text;
use crate::services::access::{Denied, EventAccess, require_by_slug};
use crate::services::log::{Actor, note};
use crate::services::{Fault, meetings};
use crate::store::registrations::{self, Filter};
use crate::store::{Db, StoreError, events, participants};

/// Most registrations that one decision is about.
pub const MOST_AT_ONCE: i64 = 5_000;
/// Registrations that are decided in one transaction: others sign up in between.
const PART: usize = 200;

/// What an organiser or a participant does to a registration fails for these reasons.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> ChangeError {
        ChangeError::Fault(error.into())
    }
}

/// Why a decision was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    #[error("invalid: {0}")]
    Invalid(Problems),
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Denied(#[from] Denied),
}

impl From<StoreError> for DecisionError {
    fn from(error: StoreError) -> DecisionError {
        DecisionError::Denied(error.into())
    }
}

impl From<ChangeError> for DecisionError {
    fn from(error: ChangeError) -> DecisionError {
        match error {
            ChangeError::State(state) => DecisionError::State(state),
            ChangeError::Fault(fault) => DecisionError::Denied(fault.into()),
        }
    }
}

impl From<Fault> for DecisionError {
    fn from(fault: Fault) -> DecisionError {
        DecisionError::Denied(fault.into())
    }
}

codes! {
    /// What an organiser decides about registrations.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Decision {
        /// Gives a place, or one in the waiting list, to who awaits approval.
        Approve = "approve",
        /// Refuses who awaits approval or a seat.
        Reject = "reject",
        /// Gives a seat to who waits for one, beyond the capacity if need be.
        Promote = "promote",
        /// Ends a registration, with its meetings.
        Cancel = "cancel",
    }
}

impl Decision {
    /// Whether it can be made about a registration in this state.
    pub fn fits(self, state: RegistrationState) -> bool {
        match self {
            Decision::Approve => state == RegistrationState::AwaitingApproval,
            Decision::Reject => {
                matches!(state, RegistrationState::AwaitingApproval | RegistrationState::WaitingList(_))
            }
            Decision::Promote => matches!(state, RegistrationState::WaitingList(_)),
            Decision::Cancel => state.is_live(),
        }
    }
}

/// What a decision about several registrations would do, to be seen before it is made.
#[derive(Debug, Clone)]
pub struct Preview {
    pub access: EventAccess,
    /// Whom it concerns.
    pub fitting: Vec<Participant>,
    /// Whose state does not allow it, with that state.
    pub skipped: Vec<(Participant, RegistrationState)>,
}

/// Whom a decision would concern, and whom not.
pub fn preview(
    app: &App,
    account: &Account,
    slug: &str,
    ids: &[ParticipantId],
    decision: Decision,
) -> Result<Preview, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Organiser)?;
        let chosen: Vec<&ParticipantId> = ids.iter().take(MOST_AT_ONCE as usize).collect();
        let mut people = participants::list_by_ids(db, &chosen)?;
        people.retain(|person| person.event == access.event().id);
        people
            .sort_by_cached_key(|person| (text::search_key(&person.profile.person.name), person.id.clone()));
        let states = registrations::states_of(db, &chosen)?;
        let mut preview = Preview { access, fitting: Vec::new(), skipped: Vec::new() };
        for person in people {
            match states.get(&person.id) {
                Some(state) if decision.fits(*state) => preview.fitting.push(person),
                Some(state) => preview.skipped.push((person, *state)),
                None => {}
            }
        }
        Ok(preview)
    })
}

/// The ids that a filter finds, newest first; at most [`MOST_AT_ONCE`].
pub fn ids_found(
    app: &App,
    account: &Account,
    slug: &str,
    filter: &Filter,
) -> Result<Vec<ParticipantId>, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Organiser)?;
        let rows = registrations::list(db, &access.event().id, filter, MOST_AT_ONCE, 0)?;
        Ok(rows.into_iter().map(|row| row.registration.participant).collect())
    })
}

/// Carries out a decision about every registration that it fits, and skips the others. The reason stays in the log,
/// for organisers. Gives how many it was carried out for.
pub fn decide(
    app: &App,
    account: &Account,
    slug: &str,
    ids: &[ParticipantId],
    decision: Decision,
    reason: &str,
) -> Result<usize, DecisionError> {
    let reason = text::long(reason, text::NOTE_MAX)
        .map_err(|message| DecisionError::Invalid(Problems::one("reason", message)))?;
    let preview = preview(app, account, slug, ids, decision)?;
    let ids: Vec<ParticipantId> = preview.fitting.into_iter().map(|person| person.id).collect();
    let actor = preview.access.actor();
    // A registration that ends changes the plans of others, and mails them.
    let at_once = if decision == Decision::Cancel { 1 } else { PART };
    let mut n = 0;
    for part in ids.chunks(at_once) {
        n += decide_part(app, &actor, part, decision)?;
    }
    if !reason.is_empty() {
        note_reason(app, &preview.access, &ids, &reason)?;
    }
    Ok(n)
}

/// Leaves out those about whom somebody else has decided meanwhile.
fn decide_part(
    app: &App,
    actor: &Actor,
    ids: &[ParticipantId],
    decision: Decision,
) -> Result<usize, ChangeError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let mut n = 0;
        for id in ids {
            match carry_out(app, db, actor, id, decision, now) {
                Ok(()) => n += 1,
                Err(ChangeError::State(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(n)
    })
}

fn note_reason(
    app: &App,
    access: &EventAccess,
    ids: &[ParticipantId],
    reason: &str,
) -> Result<(), DecisionError> {
    let now = app.clock.now();
    app.store.write(|db| {
        for id in ids {
            access.note(app, db, now, "registration.reason", id.as_str(), reason)?;
        }
        Ok(())
    })
}

/// Cancels a registration: frees the seat for the first in the waiting list, cancels the meetings and mails everyone
/// concerned.
pub fn cancel(app: &App, actor: &Actor, id: &ParticipantId) -> Result<(), ChangeError> {
    let now = app.clock.now();
    app.store.write(|db| carry_out(app, db, actor, id, Decision::Cancel, now))
}

fn carry_out(
    app: &App,
    db: &mut Db,
    actor: &Actor,
    id: &ParticipantId,
    decision: Decision,
    now: DateTime<Utc>,
) -> Result<(), ChangeError> {
    let participant = participants::get(db, id)?;
    // Each decision changes the seats that the next one sees.
    let event = events::lock(db, &participant.event)?;
    let registration = registrations::get(db, id)?;
    if !decision.fits(registration.state) {
        return Err(ChangeError::State(registration.state));
    }
    if decision == Decision::Cancel {
        meetings::cancel_all_of(app, db, &event, &participant, now)?;
    }
    let (state, kind, action) = outcome(db, &event, decision)?;
    enter(app, db, &event, &participant, &registration, state, kind, now)?;
    note(app, db, &event.id, id, actor, action, now)?;
    if decision == Decision::Cancel {
        fill_seats(app, db, &event.id, now)?;
    }
    Ok(())
}

/// The new state, the mail about it and its name in the log.
fn outcome(
    db: &mut Db,
    event: &Event,
    decision: Decision,
) -> Result<(RegistrationState, MailKind, &'static str), StoreError> {
    Ok(match decision {
        Decision::Approve => {
            let state = after_approval(event.has_seat(), events::next_seq(db, &event.id)?);
            let kind = if state.holds_seat() { MailKind::Registered } else { MailKind::WaitingList };
            (state, kind, "registration.approved")
        }
        Decision::Reject => (RegistrationState::Rejected, MailKind::Rejected, "registration.rejected"),
        Decision::Promote => (RegistrationState::Registered, MailKind::Promoted, "registration.promoted"),
        Decision::Cancel => (RegistrationState::Cancelled, MailKind::Cancelled, "registration.cancelled"),
    })
}
