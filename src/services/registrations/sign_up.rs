//! The form is sent, or somebody asks for a new link: what is stored, and which mail goes.

use super::confirmation::confirm_now;
use super::form::Answers;
use super::seats::mail_standing;
use crate::app::App;
use crate::domain::consent::ConsentTextId;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
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
use crate::services::post::{may_ask, post};
use crate::services::tx::{Tx, write};
use crate::services::{Fault, consents};
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

/// Takes the checked profile of a finished form: stores the registration as unconfirmed and mails a link. Whoever is
/// registered already gets a mail that says so. At most one mail a minute goes out, so a form that is sent twenty times
/// makes one. Gives what opens *My event* to who came by a link that only that address got: nothing is left to confirm.
/// To everybody else the answer is the same whether or not the address was known before.
pub fn sign_up(
    tx: &mut Tx<'_>,
    event: &EventId,
    profile: Profile,
    answers: &Answers,
) -> Result<Option<Token>, SignUpError> {
    let Some(email) = profile.person.email.clone() else {
        return Err(SignUpError::Invalid(Problems::one("email", Message::new("problem-email-missing"))));
    };
    let event = events::lock(tx.db, event)?;
    if !event.takes_registrations(tx.now) {
        return Err(SignUpError::Closed);
    }
    let agreed = answers.agreed();
    if let Some(known) = participants::find_by_email(tx.db, &event.id, &email)? {
        sign_up_again(tx, &event, known, profile, &agreed)?;
        return Ok(None);
    }
    let participant = insert_unconfirmed(tx, &event, profile, &agreed)?;
    if answers.proven != email.key() {
        mail_confirmation(tx, &event, &participant)?;
        return Ok(None);
    }
    let registration = store::registrations::get(tx.db, &participant.id)?;
    Ok(Some(confirm_now(tx, &event, &participant, &registration)?.1))
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
    match registration.state {
        // Nobody has proved yet that the address is theirs, or they are out: the new answers count.
        RegistrationState::Unconfirmed | RegistrationState::Expired | RegistrationState::Cancelled => {
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
        let event = events::get_by_slug(tx.db, slug)?;
        let event = events::lock(tx.db, &event.id)?;
        let Some(participant) = participants::find_by_email(tx.db, &event.id, &email)? else { return Ok(()) };
        let registration = store::registrations::get(tx.db, &participant.id)?;
        match registration.state {
            RegistrationState::Unconfirmed => mail_confirmation(tx, &event, &participant)?,
            RegistrationState::Expired => {}
            _ => {
                let kind = MailKind::PersonalLink;
                mail_if_asked_rarely(tx, kind, &event, &participant, &registration)?;
            }
        }
        Ok(())
    })
}

fn mail_confirmation(tx: &mut Tx<'_>, event: &Event, participant: &Participant) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    if !may_ask(tx.db, email, tx.now)? {
        return Ok(());
    }
    let link = links::new_confirm_link(tx, &participant.id)?;
    post(tx, |context| messages::confirm(context, event, participant, &link, CONFIRM_HOURS))
}

fn mail_if_asked_rarely(
    tx: &mut Tx<'_>,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
) -> Result<(), Fault> {
    match &participant.profile.person.email {
        Some(email) if may_ask(tx.db, email, tx.now)? => {
            mail_standing(tx, kind, event, participant, registration)
        }
        _ => Ok(()),
    }
}
