//! The form is sent, or somebody asks for a new link: what is stored, and which mail goes.

use super::confirmation::confirm_now;
use super::form::Answers;
use super::invitations;
use super::seats::mail_standing_at;
use crate::app::App;
use crate::domain::consent::ConsentTextId;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages;
use crate::services::access::Actor;
use crate::services::fault::from_store_error;
use crate::services::links::{self, CONFIRM_HOURS};
use crate::services::log::note;
use crate::services::post::{post_at, went_just_now, when_may_go};
use crate::services::slips::Mistyped;
use crate::services::tx::{Tx, write};
use crate::services::{Fault, consents};
use crate::store::links::LinkPurpose;
use crate::store::{self, events, participants};

/// Why a sign-up was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    #[error("the answers have problems: {0}")]
    Invalid(Problems),
    /// The event does not take registrations.
    #[error("the event takes no registrations")]
    Closed,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(SignUpError);

impl From<Mistyped> for SignUpError {
    fn from(error: Mistyped) -> SignUpError {
        match error {
            Mistyped::Asked(message) => SignUpError::Invalid(Problems::one("email", message)),
            Mistyped::Store(error) => error.into(),
        }
    }
}

/// What became of a form that was sent.
#[derive(Debug)]
pub enum SignedUp {
    /// A mail went; with the registration that the form made, if it made one.
    Mailed(Option<ParticipantId>),
    /// Nothing is left to confirm: the token opens *My event* of who came by a link that only that address got.
    Confirmed(Token),
}

/// Takes the checked profile of a finished form: stores the registration as unconfirmed and mails a link. Whoever is
/// registered already gets a mail that says so. At most one mail a minute goes out, so a form that is sent twenty times
/// makes one. To whoever has no link that only that address got, the answer is the same whether or not the address was
/// known before.
pub fn sign_up(
    tx: &mut Tx<'_>,
    event: &EventId,
    profile: Profile,
    answers: &Answers,
) -> Result<SignedUp, SignUpError> {
    let Some(email) = profile.person.email.clone() else {
        return Err(SignUpError::Invalid(Problems::one("email", Message::new("problem-email-missing"))));
    };
    let event = events::lock(tx.db, event)?;
    if !event.takes_begun_forms(tx.now) {
        return Err(SignUpError::Closed);
    }
    let agreed = answers.agreed();
    if let Some(known) = participants::find_by_email(tx.db, &event.id, &email)? {
        sign_up_again(tx, &event, known, profile, &agreed)?;
        return Ok(SignedUp::Mailed(None));
    }
    let participant = insert_unconfirmed(tx, &event, profile, &agreed)?;
    if answers.proven != email.key() {
        mail_confirmation(tx, &event, &participant)?;
        return Ok(SignedUp::Mailed(Some(participant.id)));
    }
    let registration = store::registrations::get(tx.db, &participant.id)?;
    Ok(SignedUp::Confirmed(confirm_now(tx, &event, &participant, &registration)?.1))
}

/// The address of a form that was sent is another one: its registration moves there, if nobody has confirmed it, and the
/// link goes there. `own` is the registration that the form made; without one the form is sent anew.
pub(super) fn correct_address(
    tx: &mut Tx<'_>,
    event: &EventId,
    profile: Profile,
    answers: &Answers,
    own: Option<&ParticipantId>,
) -> Result<SignedUp, SignUpError> {
    let event = events::lock(tx.db, event)?;
    let Some(own) = own else { return sign_up(tx, &event.id, profile, answers) };
    if store::registrations::get(tx.db, own)?.state != RegistrationState::Unconfirmed {
        return sign_up(tx, &event.id, profile, answers);
    }
    let known = match &profile.person.email {
        Some(email) => participants::find_by_email(tx.db, &event.id, email)?,
        None => None,
    };
    if known.is_some_and(|known| known.id != *own) {
        store::registrations::update_state(tx.db, own, RegistrationState::Expired, tx.now)?;
        note(tx, &event.id, own, &Actor::Participant, "registration.expired")?;
        return sign_up(tx, &event.id, profile, answers);
    }
    let participant = Participant { profile, updated_at: tx.now, ..participants::get(tx.db, own)? };
    participants::update(tx.db, &participant)?;
    note(tx, &event.id, own, &Actor::Participant, "participant.changed_address")?;
    // A link that went to the address before opens nothing any more, whenever the next one goes.
    store::links::replace_all(tx.db, own, LinkPurpose::Confirm, tx.now)?;
    mail_confirmation(tx, &event, &participant)?;
    Ok(SignedUp::Mailed(Some(own.clone())))
}

fn insert_unconfirmed(
    tx: &mut Tx<'_>,
    event: &Event,
    profile: Profile,
    agreed: &[ConsentTextId],
) -> Result<Participant, Fault> {
    let participant = Participant {
        id: tx.app.random.id(tx.now),
        event: event.id.clone(),
        profile,
        source: Source::Form,
        created_at: tx.now,
        updated_at: tx.now,
    };
    participants::insert(tx.db, &participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: event.id.clone(),
        code: tx.app.random.code(),
        state: RegistrationState::Unconfirmed,
        created_at: tx.now,
        changed_at: tx.now,
    };
    store::registrations::insert(tx.db, &registration)?;
    consents::note_sign_up(tx, event, &participant.id, &participant.profile, agreed)?;
    note(tx, &event.id, &participant.id, &Actor::Participant, "registration.signed_up")?;
    Ok(participant)
}

fn sign_up_again(
    tx: &mut Tx<'_>,
    event: &Event,
    mut known: Participant,
    profile: Profile,
    agreed: &[ConsentTextId],
) -> Result<(), Fault> {
    let registration = store::registrations::get(tx.db, &known.id)?;
    // Whoever is asked answers by the link that only their address gets; what a stranger typed changes nothing.
    let invitation = store::invitations::find(tx.db, &known.id)?;
    if invitation.is_some_and(|one| one.can_be_accepted(registration.state, tx.now)) {
        return invitations::mail_again(tx, event, &known);
    }
    match registration.state {
        // Nobody has proved yet that the address is theirs, or they are out: the new answers count.
        RegistrationState::Invited
        | RegistrationState::Unconfirmed
        | RegistrationState::Expired
        | RegistrationState::Unanswered
        | RegistrationState::Declined
        | RegistrationState::Cancelled => {
            known.profile = profile;
            known.updated_at = tx.now;
            participants::update(tx.db, &known)?;
            consents::note_sign_up(tx, event, &known.id, &known.profile, agreed)?;
            if registration.state != RegistrationState::Unconfirmed {
                store::registrations::update_state(tx.db, &known.id, RegistrationState::Unconfirmed, tx.now)?;
                note(tx, &event.id, &known.id, &Actor::Participant, "registration.signed_up")?;
            }
            mail_confirmation(tx, event, &known)
        }
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected => {
            mail_if_asked_rarely(tx, MailKind::AlreadyRegistered, event, &known, &registration)
        }
    }
}

/// Mails a new link to whoever forgot theirs; the answer is the same whoever asks.
pub fn send_link(app: &App, slug: &str, raw_email: &str) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    write(app, |tx| {
        // An event that is not public is not there, whoever asks.
        let event = events::get_by_slug(tx.db, slug)?;
        if !event.state.has_pages() {
            return Err(store::StoreError::NotFound.into());
        }
        let event = events::lock(tx.db, &event.id)?;
        let Some(participant) = participants::find_by_email(tx.db, &event.id, &email)? else { return Ok(()) };
        let registration = store::registrations::get(tx.db, &participant.id)?;
        match registration.state {
            RegistrationState::Unconfirmed => mail_confirmation(tx, &event, &participant)?,
            RegistrationState::Expired | RegistrationState::Unanswered => {}
            RegistrationState::Invited => invitations::mail_again(tx, &event, &participant)?,
            RegistrationState::AwaitingApproval
            | RegistrationState::Registered
            | RegistrationState::WaitingList(_)
            | RegistrationState::Rejected
            | RegistrationState::Cancelled
            | RegistrationState::Declined => {
                let kind = MailKind::PersonalLink;
                mail_if_asked_rarely(tx, kind, &event, &participant, &registration)?;
            }
        }
        Ok(())
    })
}

fn mail_confirmation(tx: &mut Tx<'_>, event: &Event, participant: &Participant) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    let Some(due) = when_may_go(tx.db, email, tx.now)? else { return Ok(()) };
    // The mail of a moment ago will do, as long as its link opens.
    if due > tx.now && links::has_open_confirm(tx, &participant.id)? {
        return Ok(());
    }
    let link = links::new_confirm_link(tx, &participant.id)?;
    post_at(tx, due, |context| messages::confirm(context, event, participant, &link, CONFIRM_HOURS))
}

fn mail_if_asked_rarely(
    tx: &mut Tx<'_>,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    match when_may_go(tx.db, email, tx.now)? {
        Some(due) if due == tx.now || !went_just_now(tx.db, email, kind, tx.now)? => {
            mail_standing_at(tx, due, kind, event, participant, registration)
        }
        _ => Ok(()),
    }
}
