//! What participants and organisers decide about registrations: cancel, approve, reject, promote.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::seats::{change_state, enter, fill_seats, has_seat_for_new};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::codes::codes;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::problems::Problems;
use crate::domain::registration::{RegistrationState, after_approval};
use crate::domain::text;
use crate::services::access::Actor;
use crate::services::access::{ChangeAccess, ParticipantAccess};
use crate::services::fault::from_store_error;
use crate::services::log::note;
use crate::services::tx::{Tx, write};
use crate::services::{Fault, meetings};
use crate::store::registrations::{self, Filter};
use crate::store::{self, Db, StoreError, events, invitations, participants};

/// Most registrations that one decision is about.
pub const MOST_AT_ONCE: usize = 5_000;
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

from_store_error!(ChangeError);

/// Why a decision was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    #[error("invalid: {0}")]
    Invalid(Problems),
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(DecisionError);

impl From<ChangeError> for DecisionError {
    fn from(error: ChangeError) -> DecisionError {
        match error {
            ChangeError::State(state) => DecisionError::State(state),
            ChangeError::Fault(fault) => DecisionError::Fault(fault),
        }
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
            // An invitation that is not answered is withdrawn.
            Decision::Cancel => state.is_live() || state == RegistrationState::Invited,
        }
    }
}

/// What a decision about several registrations would do, to be seen before it is made.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Whom it concerns.
    pub fitting: Vec<Participant>,
    /// Whose state does not allow it, with that state.
    pub skipped: Vec<(Participant, RegistrationState)>,
    /// How many of those whom it concerns get a mail about it.
    pub mailed: usize,
    /// How many others do, since a meeting with one of these is off.
    pub partners: usize,
}

/// Whom a decision would concern, and whom not, by name in the order of a language.
pub fn preview(
    app: &App,
    access: &ChangeAccess,
    ids: &[ParticipantId],
    decision: Decision,
    lang: Lang,
) -> Result<Preview, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let chosen: Vec<&ParticipantId> = ids.iter().take(MOST_AT_ONCE).collect();
        let mut people = participants::list_by_ids(db, &chosen)?;
        people.retain(|person| person.event == access.event().id);
        let alphabet = Alphabet::of(lang);
        people.sort_by_cached_key(|one| {
            let person = &one.profile.person;
            (alphabet.by_name(&person.name, &person.organisation), one.id.clone())
        });
        let states = registrations::states_of(db, &chosen)?;
        let mut preview = Preview { fitting: Vec::new(), skipped: Vec::new(), mailed: 0, partners: 0 };
        for person in people {
            match states.get(&person.id) {
                Some(state) if decision.fits(*state) => {
                    // Whose invitation is withdrawn is not told.
                    let is_told = *state != RegistrationState::Invited;
                    preview.mailed += usize::from(is_told && person.profile.person.email.is_some());
                    preview.fitting.push(person);
                }
                Some(state) => preview.skipped.push((person, *state)),
                None => {}
            }
        }
        if decision == Decision::Cancel {
            preview.partners = count_partners(db, access, &preview.fitting, now)?;
        }
        Ok(preview)
    })
}

/// How many others were to meet one of these people.
fn count_partners(
    db: &mut Db,
    access: &ChangeAccess,
    leaving: &[Participant],
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let leaving: HashSet<&ParticipantId> = leaving.iter().map(|person| &person.id).collect();
    let planned = store::meetings::list_planned(db, &access.event().id)?;
    let mut partners: HashSet<ParticipantId> = HashSet::new();
    for meeting in planned.into_iter().filter(|meeting| meeting.starts_at > now) {
        match (leaving.contains(&meeting.a), leaving.contains(&meeting.b)) {
            (true, false) => partners.insert(meeting.b),
            (false, true) => partners.insert(meeting.a),
            _ => false,
        };
    }
    let partners = participants::list_by_ids(db, &partners.iter().collect::<Vec<_>>())?;
    Ok(partners.iter().filter(|partner| partner.profile.person.email.is_some()).count())
}

/// The ids that a filter finds, newest first; at most [`MOST_AT_ONCE`].
pub fn ids_found(app: &App, access: &ChangeAccess, filter: &Filter) -> Result<Vec<ParticipantId>, Fault> {
    app.store.read(|db| {
        let people = registrations::names(db, &access.event().id, filter)?;
        Ok(people.into_iter().take(MOST_AT_ONCE).map(|one| one.id).collect())
    })
}

/// Carries out a decision about every registration that it fits, and skips the others. The reason stays in the log,
/// for organisers. Gives how many it was carried out for.
pub fn decide(
    app: &App,
    access: &ChangeAccess,
    ids: &[ParticipantId],
    decision: Decision,
    reason: &str,
) -> Result<usize, DecisionError> {
    let reason = text::long(reason, text::NOTE_MAX)
        .map_err(|message| DecisionError::Invalid(Problems::one("reason", message)))?;
    let preview = preview(app, access, ids, decision, Lang::default())?;
    let ids: Vec<ParticipantId> = preview.fitting.into_iter().map(|person| person.id).collect();
    // A registration that ends changes the plans of others, and mails them.
    let at_once = if decision == Decision::Cancel { 1 } else { PART };
    let mut n = 0;
    for part in ids.chunks(at_once) {
        n += decide_part(app, access.actor(), part, decision)?;
    }
    if !reason.is_empty() {
        note_reason(app, access, &ids, &reason)?;
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
    write(app, |tx| {
        let mut n = 0;
        for id in ids {
            match carry_out(tx, actor, id, decision) {
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
    access: &ChangeAccess,
    ids: &[ParticipantId],
    reason: &str,
) -> Result<(), DecisionError> {
    write(app, |tx| {
        for id in ids {
            access.note(tx, "registration.reason", id.as_str(), reason)?;
        }
        Ok(())
    })
}

/// Cancels a registration: frees the seat for the first in the waiting list, cancels the meetings and mails everyone
/// concerned.
pub fn cancel(app: &App, access: &ParticipantAccess) -> Result<(), ChangeError> {
    write(app, |tx| carry_out(tx, access.actor(), access.id(), Decision::Cancel))
}

fn carry_out(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: &ParticipantId,
    decision: Decision,
) -> Result<(), ChangeError> {
    let participant = participants::get(tx.db, id)?;
    // Each decision changes the seats that the next one sees.
    let event = events::lock(tx.db, &participant.event)?;
    let registration = registrations::get(tx.db, id)?;
    if !decision.fits(registration.state) {
        return Err(ChangeError::State(registration.state));
    }
    if registration.state == RegistrationState::Invited {
        // Whoever never registered is not told that their registration is over: the page of the invitation says it.
        change_state(tx.db, &event, &registration, RegistrationState::Cancelled, tx.now)?;
        invitations::withdraw(tx.db, id, tx.now)?;
        return Ok(note(tx, &event.id, id, actor, "registration.uninvited")?);
    }
    if decision == Decision::Cancel {
        meetings::cancel_all_of(tx, &event, &participant)?;
    }
    let (state, kind, action) = outcome(tx, &event, decision)?;
    enter(tx, &event, &participant, &registration, state, kind)?;
    note(tx, &event.id, id, actor, action)?;
    if decision == Decision::Cancel {
        fill_seats(tx, &event.id)?;
    }
    Ok(())
}

/// The new state, the mail about it and its name in the log.
fn outcome(
    tx: &mut Tx<'_>,
    event: &Event,
    decision: Decision,
) -> Result<(RegistrationState, MailKind, &'static str), StoreError> {
    Ok(match decision {
        Decision::Approve => {
            let has_seat = has_seat_for_new(tx, event)?;
            let state = after_approval(has_seat, events::next_seq(tx.db, &event.id)?);
            let kind = if state.holds_seat() { MailKind::Registered } else { MailKind::WaitingList };
            (state, kind, "registration.approved")
        }
        Decision::Reject => (RegistrationState::Rejected, MailKind::Rejected, "registration.rejected"),
        Decision::Promote => (RegistrationState::Registered, MailKind::Promoted, "registration.promoted"),
        Decision::Cancel => (RegistrationState::Cancelled, MailKind::Cancelled, "registration.cancelled"),
    })
}
