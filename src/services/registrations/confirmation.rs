//! An address is proved by its link, or nobody does it in time.

use std::net::IpAddr;

use chrono::Duration;

use super::bursts;
use super::seats::{enter, has_seat_for_new};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::registration::{Registration, RegistrationState, after_confirmation};
use crate::domain::token::Token;
use crate::services::Fault;
use crate::services::access::Actor;
use crate::services::links::{self, CONFIRM_HOURS, LinkError, LinkProblem};
use crate::services::log::note;
use crate::services::tx::{Tx, write, write_at};
use crate::store::links::LinkPurpose;
use crate::store::{self, events, invitations, participants};

/// What the page behind a confirmation link shows before its button is pressed.
#[derive(Debug, Clone)]
pub struct ConfirmView {
    pub event: Event,
    pub participant: Participant,
}

/// Looks at a confirmation link; changes nothing, since mail scanners follow links.
pub fn confirm_view(app: &App, token: &Token) -> Result<ConfirmView, LinkError> {
    let now = app.clock.now();
    app.store.read(|db| {
        let id = links::open_confirm(db, token, now)?;
        let participant = participants::get(db, &id)?;
        let event = events::get(db, &participant.event)?;
        Ok(ConfirmView { event, participant })
    })
}

/// The language of the registration that a confirmation link was for, whether it still opens or not.
pub fn confirm_lang(app: &App, token: &Token) -> Result<Option<Lang>, Fault> {
    app.store.read(|db| {
        let link = store::links::find(db, &token.hash(), LinkPurpose::Confirm)?;
        let Some(link) = link else { return Ok(None) };
        Ok(Some(participants::get(db, &link.participant)?.profile.lang))
    })
}

/// What became of a confirmed registration.
#[derive(Debug, Clone)]
pub struct Confirmed {
    pub event: Event,
    pub participant: ParticipantId,
    pub state: RegistrationState,
    /// Opens *My event*.
    pub token: Token,
}

/// Confirms a registration: gives it a seat, the next place in the waiting list, or to an organiser for approval. It counts
/// from which network that comes, if it is known.
pub fn confirm(app: &App, token: &Token, network: Option<IpAddr>) -> Result<Confirmed, LinkError> {
    write(app, |tx| {
        let id = links::open_confirm(tx.db, token, tx.now)?;
        let participant = participants::get(tx.db, &id)?;
        let event = events::lock(tx.db, &participant.event)?;
        let registration = store::registrations::get(tx.db, &id)?;
        let first = store::links::use_once(tx.db, &token.hash(), tx.now)?;
        if !first || registration.state != RegistrationState::Unconfirmed {
            return Err(LinkError::Problem(LinkProblem::Used { slug: event.slug }));
        }
        let (state, token) = confirm_now(tx, &event, &participant, &registration, network)?;
        Ok(Confirmed { event, participant: id, state, token })
    })
}

/// What a proved address leads to; gives the new state and a token that opens *My event*. The event's row is locked.
pub(super) fn confirm_now(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    network: Option<IpAddr>,
) -> Result<(RegistrationState, Token), Fault> {
    let burst = bursts::weigh(tx, event, participant, network).filter(|_| !event.approval);
    let state = take_place(tx, event, participant, registration, burst.is_some())?;
    let id = &participant.id;
    note(tx, &event.id, id, &Actor::Participant, "registration.confirmed")?;
    if let Some(burst) = burst {
        bursts::note_held(tx, event, id, burst)?;
    }
    Ok((state, links::new_personal_token(tx, event, id)?))
}

/// Gives whoever comes a seat, the next place in the waiting list, or to an organiser for approval, and mails it; an invitation
/// is answered by that. The event's row is locked.
pub(super) fn take_place(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    is_held: bool,
) -> Result<RegistrationState, Fault> {
    let seq = store::events::next_seq(tx.db, &event.id)?;
    let state = after_confirmation(event.approval || is_held, has_seat_for_new(tx, event)?, seq);
    let kind = match state {
        RegistrationState::AwaitingApproval => MailKind::AwaitingApproval,
        RegistrationState::WaitingList(_) => MailKind::WaitingList,
        _ => MailKind::Registered,
    };
    enter(tx, event, participant, registration, state, kind)?;
    invitations::note_coming(tx.db, &participant.id, tx.now)?;
    Ok(state)
}

/// Lets registrations expire that nobody confirmed in time. Gives how many were dealt with.
pub fn expire_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let before = now - Duration::hours(i64::from(CONFIRM_HOURS));
    let due = app.store.read(|db| store::registrations::list_unconfirmed_before(db, before, 500))?;
    for registration in &due {
        write_at(app, now, |tx| expire(tx, registration))?;
    }
    Ok(due.len())
}

fn expire(tx: &mut Tx<'_>, found: &Registration) -> Result<(), Fault> {
    let (event, id) = (events::lock(tx.db, &found.event)?, &found.participant);
    // It may have been confirmed, or sent once more, in between.
    let registration = store::registrations::get(tx.db, id)?;
    let is_same = registration.changed_at == found.changed_at;
    if registration.state != RegistrationState::Unconfirmed || !is_same {
        return Ok(());
    }
    // Whoever was invited is what they were before, whoever sent a form with their address.
    let state = invitations::find(tx.db, id)?
        .map_or(RegistrationState::Expired, |invitation| invitation.state_unconfirmed(tx.now));
    store::registrations::update_state(tx.db, id, state, tx.now)?;
    note(tx, &event.id, id, &Actor::System, "registration.expired").map_err(Fault::from)
}
