//! Invitations: whoever an organiser has on a list is asked whether they come. They accept, decline, are reminded once, or never
//! answer. Until they accept they hold no seat and nobody else sees them.

use chrono::{DateTime, NaiveDate, Utc};

use super::confirmation::take_place;
use super::decisions::{ChangeError, DecisionError};
use super::permissions::{self, Permissions};
use super::seats::{change_state, free_seats_for_new};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::invitation::Invitation;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::restore::RestoredMails;
use crate::mail::messages::{self, InvitationMail};
use crate::services::Fault;
use crate::services::access::{Actor, OwnAccess};
use crate::services::asked_mails::when_to_known;
use crate::services::links::{self, Page};
use crate::services::log::note;
use crate::services::post::post_at;
use crate::services::tx::{Tx, write, write_at};
use crate::store::{self, events, invitations, participants, programme, restores};

/// Invitations that are dealt with at a time.
const SOME: i64 = 100;

/// Invites somebody who is registered already, in whatever state: the event's row is locked, and a seat is given back.
pub(in crate::services) fn invite(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    last_day: NaiveDate,
) -> Result<(), Fault> {
    change_state(tx.db, event, registration, RegistrationState::Invited, tx.now)?;
    let invitation = Invitation::until(last_day, event, participant.id.clone(), tx.now);
    invitations::put_many(tx.db, std::slice::from_ref(&invitation))?;
    mail(tx, (MailKind::Invited, tx.now), false, event, participant, &invitation)
}

fn mail(
    tx: &mut Tx<'_>,
    (kind, due): (MailKind, DateTime<Utc>),
    asked: bool,
    event: &Event,
    participant: &Participant,
    invitation: &Invitation,
) -> Result<(), Fault> {
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let lists = programme::get(tx.db, &event.id)?;
    let link = links::new_link_of_mail(tx, event, &participant.id, asked)?;
    let link = links::opening(link, Page::Invitation);
    post_at(tx, due, |context| {
        messages::invited(
            context,
            &InvitationMail { kind, event, programme: &lists, participant, invitation, link: &link },
        )
    })
}

/// Mails the invitation once more to whoever asks for their link, or for whom an organiser does.
pub(super) fn mail_again(tx: &mut Tx<'_>, event: &Event, participant: &Participant) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    let Some(invitation) = invitations::find(tx.db, &participant.id)? else { return Ok(()) };
    let state = store::registrations::get(tx.db, &participant.id)?.state;
    if !invitation.can_be_accepted(state, tx.now) {
        return Ok(());
    }
    let kind = MailKind::Invited;
    match when_to_known(tx, email, kind)? {
        Some(due) => mail(tx, (kind, due), true, event, participant, &invitation),
        None => Ok(()),
    }
}

/// Whether whoever accepts now gets no seat.
pub fn is_full(app: &App, event: &Event) -> Result<bool, Fault> {
    let now = app.clock.now();
    Ok(app.store.read(|db| free_seats_for_new(db, event, now))? == 0)
}

/// Somebody accepts: they get a seat, a place in the waiting list, or wait for approval, as whoever confirms their address, and
/// the mail that says so. Gives the state.
///
/// # Errors
/// [`DecisionError::State`] if there is nothing to accept any more.
pub fn accept(app: &App, own: &OwnAccess, said: &Permissions) -> Result<RegistrationState, DecisionError> {
    write(app, |tx| {
        let (event, mut participant, registration) = open(tx, own)?;
        permissions::store(tx, &event, &mut participant, said)?;
        let state = take_place(tx, &event, &participant, &registration, false)?;
        note(tx, &event.id, &participant.id, own.actor(), "registration.accepted")?;
        Ok(state)
    })
}

/// Somebody declines; until the invitation ends they can still accept.
pub fn decline(app: &App, own: &OwnAccess) -> Result<(), ChangeError> {
    write(app, |tx| {
        let (event, participant, registration) = open(tx, own)?;
        let state = RegistrationState::Declined;
        if registration.state != state {
            change_state(tx.db, &event, &registration, state, tx.now)?;
            invitations::note_declined(tx.db, &participant.id, tx.now)?;
            note(tx, &event.id, &participant.id, own.actor(), "registration.declined")?;
        }
        Ok(())
    })
}

/// Whoever still can answer, with the event's row locked.
fn open(tx: &mut Tx<'_>, own: &OwnAccess) -> Result<(Event, Participant, Registration), ChangeError> {
    let event = participants::get(tx.db, own.id())?.event;
    let event = events::lock(tx.db, &event)?;
    let participant = participants::get(tx.db, own.id())?;
    let registration = store::registrations::get(tx.db, own.id())?;
    let invitation = invitations::find(tx.db, own.id())?;
    match invitation {
        Some(known)
            if known.can_be_accepted(registration.state, tx.now)
                && !participant.profile.person.is_erased() =>
        {
            Ok((event, participant, registration))
        }
        _ => Err(ChangeError::State(registration.state)),
    }
}

/// Reminds those who are silent, once. Gives how many invitations were dealt with.
pub fn remind_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    // After a restore nobody knows which ones were sent, until an administrator decides.
    if !app.store.read(|db| restores::list(db, RestoredMails::Held))?.is_empty() {
        return Ok(0);
    }
    let due = app.store.read(|db| invitations::list_to_remind(db, now, SOME))?;
    for (event, invitation) in &due {
        write_at(app, now, |tx| remind(tx, event, invitation))?;
    }
    Ok(due.len())
}

fn remind(tx: &mut Tx<'_>, event: &EventId, found: &Invitation) -> Result<(), Fault> {
    let event = events::lock(tx.db, event)?;
    let who = &found.participant;
    // An answer, another invitation or another server may have come in between.
    let known = invitations::find(tx.db, who)?;
    let Some(invitation) = known.filter(|known| known.remind_at == found.remind_at) else { return Ok(()) };
    invitations::note_reminded(tx.db, who)?;
    let state = store::registrations::get(tx.db, who)?.state;
    let given_up = restores::list(tx.db, RestoredMails::GivenUp)?;
    let may_be_done = |at: DateTime<Utc>| given_up.iter().any(|restore| restore.may_be_done(at));
    let is_silent = state == RegistrationState::Invited && invitation.can_be_accepted(state, tx.now);
    if !is_silent || invitation.remind_at.is_some_and(may_be_done) {
        return Ok(());
    }
    let participant = participants::get(tx.db, who)?;
    mail(tx, (MailKind::InvitedReminder, tx.now), false, &event, &participant, &invitation)?;
    note(tx, &event.id, who, &Actor::System, "registration.reminded").map_err(Fault::from)
}

/// Ends the invitations that nobody answered in time. Gives how many.
pub fn end_unanswered(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let ended = app.store.read(|db| invitations::list_ended(db, now, SOME))?;
    for (event, invitation) in &ended {
        write_at(app, now, |tx| end(tx, event, invitation))?;
    }
    Ok(ended.len())
}

fn end(tx: &mut Tx<'_>, event: &EventId, found: &Invitation) -> Result<(), Fault> {
    let event = events::lock(tx.db, event)?;
    let who = &found.participant;
    let ended = invitations::find(tx.db, who)?.is_some_and(|known| known.ends_at <= tx.now);
    if ended && store::registrations::get(tx.db, who)?.state == RegistrationState::Invited {
        store::registrations::update_state(tx.db, who, RegistrationState::Unanswered, tx.now)?;
        invitations::note_reminded(tx.db, who)?;
        note(tx, &event.id, who, &Actor::System, "registration.unanswered")?;
    }
    Ok(())
}
