//! The log: who did what, and the one place that writes its entries.

use super::access::{Actor, ChangeAccess};
use super::tx::Tx;
use crate::domain::ids::{AccountId, EventId, InvitationId, ParticipantId};
use crate::domain::round::Round;
use crate::store::StoreError;
use crate::store::log::{self, LogEntry};

/// Notes what was done to a participant.
pub(super) fn note(
    tx: &mut Tx<'_>,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
) -> Result<(), StoreError> {
    note_detail(tx, event, participant, actor, action, "")
}

/// The same with what exactly it was.
pub(super) fn note_detail(
    tx: &mut Tx<'_>,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
    detail: &str,
) -> Result<(), StoreError> {
    add(tx, Some(event), actor, action, (participant.as_str(), detail))
}

/// Notes what the program itself did at an event, and to what of it.
pub(super) fn note_by_system(
    tx: &mut Tx<'_>,
    event: &EventId,
    action: &str,
    subject: &str,
    detail: &str,
) -> Result<(), StoreError> {
    add(tx, Some(event), &Actor::System, action, (subject, detail))
}

/// Notes what was done to a match round.
pub(super) fn note_round(
    tx: &mut Tx<'_>,
    round: &Round,
    actor: &Actor,
    action: &str,
) -> Result<(), StoreError> {
    add(tx, Some(&round.event), actor, action, (round.id.as_str(), &format!("round {}", round.number)))
}

/// Notes what somebody did with their own account.
pub(super) fn note_account(tx: &mut Tx<'_>, account: &AccountId, action: &str) -> Result<(), StoreError> {
    add(tx, None, &Actor::Organiser(account.clone()), action, (account.as_str(), ""))
}

/// Notes what was done with an account, by its owner or by whoever manages accounts.
pub(super) fn note_of_account(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: &AccountId,
    action: &str,
) -> Result<(), StoreError> {
    add(tx, None, actor, action, (account.as_str(), ""))
}

/// Notes what was done with an invitation to have an account.
pub(super) fn note_of_invitation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    invitation: &InvitationId,
    action: &str,
) -> Result<(), StoreError> {
    add(tx, None, actor, action, (invitation.as_str(), ""))
}

/// Notes what somebody did at an event who has no leave to change it yet.
pub(super) fn note_at_event(
    tx: &mut Tx<'_>,
    event: &EventId,
    actor: &Actor,
    action: &str,
    what: (&str, &str),
) -> Result<(), StoreError> {
    add(tx, Some(event), actor, action, what)
}

/// Notes what somebody did who is not known, outside any event.
pub(super) fn note_visitor(tx: &mut Tx<'_>, action: &str, subject: &str) -> Result<(), StoreError> {
    add(tx, None, &Actor::Visitor, action, (subject, ""))
}

impl ChangeAccess {
    /// Notes what was done with this leave, and to what of the event.
    pub(super) fn note(
        &self,
        tx: &mut Tx<'_>,
        action: &str,
        subject: &str,
        detail: &str,
    ) -> Result<(), StoreError> {
        add(tx, Some(&self.event().id), self.actor(), action, (subject, detail))
    }
}

fn add(
    tx: &mut Tx<'_>,
    event: Option<&EventId>,
    actor: &Actor,
    action: &str,
    (subject, detail): (&str, &str),
) -> Result<(), StoreError> {
    let id: String = tx.app.random.id(tx.now);
    let entry = LogEntry {
        at: tx.now,
        actor: actor.code(),
        action: action.to_string(),
        subject: subject.to_string(),
        detail: detail.to_string(),
    };
    log::insert(tx.db, &id, event, &entry)
}
