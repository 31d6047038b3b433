//! What participants and organisers decide: cancel, approve, reject, promote.

use super::seats::{enter, fill_seats};
use super::{Actor, ChangeError, note};
use crate::app::App;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::MailKind;
use crate::domain::registration::{RegistrationState, after_approval};
use crate::services::meetings;
use crate::store::{self, events, participants};

/// Cancels a registration: frees the seat for the first in the waiting list, cancels the meetings and mails everyone
/// concerned.
pub fn cancel(app: &App, actor: &Actor, id: &ParticipantId) -> Result<(), ChangeError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let participant = participants::get(db, id)?;
        let event = events::lock(db, &participant.event)?;
        let registration = store::registrations::get(db, id)?;
        if !registration.state.is_live() {
            return Err(ChangeError::State(registration.state));
        }
        meetings::cancel_all_of(app, db, &event, &participant, now)?;
        let state = RegistrationState::Cancelled;
        enter(app, db, &event, &participant, &registration, state, MailKind::Cancelled, now)?;
        note(app, db, &event.id, id, actor, "registration.cancelled", now)?;
        fill_seats(app, db, &event.id, now)?;
        Ok(())
    })
}

/// Approves registrations that await it; the caller has checked that the organiser may. Gives how many were approved.
pub fn approve(
    app: &App,
    actor: &Actor,
    event: &EventId,
    ids: &[ParticipantId],
) -> Result<usize, ChangeError> {
    decide(app, actor, event, ids, Decision::Approve)
}

/// Rejects registrations that await approval or wait for a seat. Gives how many were rejected.
pub fn reject(
    app: &App,
    actor: &Actor,
    event: &EventId,
    ids: &[ParticipantId],
) -> Result<usize, ChangeError> {
    decide(app, actor, event, ids, Decision::Reject)
}

/// Gives a seat to registrations in the waiting list, out of turn and beyond the capacity: the organiser knows why.
/// Gives how many were moved up.
pub fn promote(
    app: &App,
    actor: &Actor,
    event: &EventId,
    ids: &[ParticipantId],
) -> Result<usize, ChangeError> {
    decide(app, actor, event, ids, Decision::Promote)
}

#[derive(Clone, Copy)]
enum Decision {
    Approve,
    Reject,
    Promote,
}

fn decide(
    app: &App,
    actor: &Actor,
    event: &EventId,
    ids: &[ParticipantId],
    decision: Decision,
) -> Result<usize, ChangeError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let mut n = 0;
        for id in ids {
            // Each decision changes the seats that the next one sees.
            let event = events::lock(db, event)?;
            let registration = store::registrations::get(db, id)?;
            let decidable = match decision {
                Decision::Approve => registration.state == RegistrationState::AwaitingApproval,
                Decision::Reject => matches!(
                    registration.state,
                    RegistrationState::AwaitingApproval | RegistrationState::WaitingList(_)
                ),
                Decision::Promote => matches!(registration.state, RegistrationState::WaitingList(_)),
            };
            if registration.event != event.id || !decidable {
                continue;
            }
            let participant = participants::get(db, id)?;
            let (state, kind, action) = match decision {
                Decision::Approve => {
                    let seq = events::next_seq(db, &event.id)?;
                    let state = after_approval(event.has_seat(), seq);
                    let kind = if state.holds_seat() { MailKind::Registered } else { MailKind::WaitingList };
                    (state, kind, "registration.approved")
                }
                Decision::Reject => {
                    (RegistrationState::Rejected, MailKind::Rejected, "registration.rejected")
                }
                Decision::Promote => {
                    (RegistrationState::Registered, MailKind::Promoted, "registration.promoted")
                }
            };
            enter(app, db, &event, &participant, &registration, state, kind, now)?;
            note(app, db, &event.id, id, actor, action, now)?;
            n += 1;
        }
        Ok(n)
    })
}
