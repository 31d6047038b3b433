//! The form is sent, or somebody asks for a new link: what is stored, and which mail goes.

use chrono::{DateTime, Utc};

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
use crate::services::links::{self, CONFIRM_HOURS};
use crate::services::log::{Actor, note};
use crate::services::post::{may_ask, post};
use crate::services::{Fault, consents};
use crate::store::{self, Db, StoreError, events, participants};

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

impl From<StoreError> for SignUpError {
    fn from(error: StoreError) -> SignUpError {
        SignUpError::Fault(error.into())
    }
}

/// Takes the checked profile of a finished form: stores the registration as unconfirmed and mails a link. Whoever is
/// registered already gets a mail that says so. At most one mail a minute goes out, so a form that is sent twenty times
/// makes one. Gives what opens *My event* to who came by a link that only that address got: nothing is left to confirm.
/// To everybody else the answer is the same whether or not the address was known before.
pub fn sign_up(
    app: &App,
    db: &mut Db,
    event: &EventId,
    profile: Profile,
    answers: &Answers,
) -> Result<Option<Token>, SignUpError> {
    let now = app.clock.now();
    let Some(email) = profile.person.email.clone() else {
        return Err(SignUpError::Invalid(Problems::one("email", Message::new("problem-email-missing"))));
    };
    let event = events::lock(db, event)?;
    if !event.takes_registrations(now) {
        return Err(SignUpError::Closed);
    }
    let agreed = answers.agreed();
    if let Some(known) = participants::find_by_email(db, &event.id, &email)? {
        sign_up_again(app, db, &event, known, profile, &agreed, now)?;
        return Ok(None);
    }
    let participant = insert_unconfirmed(app, db, &event, profile, &agreed, now)?;
    if answers.proven != email.key() {
        mail_confirmation(app, db, &event, &participant, now)?;
        return Ok(None);
    }
    let registration = store::registrations::get(db, &participant.id)?;
    Ok(Some(confirm_now(app, db, &event, &participant, &registration, now)?.1))
}

fn insert_unconfirmed(
    app: &App,
    db: &mut Db,
    event: &Event,
    profile: Profile,
    agreed: &[ConsentTextId],
    now: DateTime<Utc>,
) -> Result<Participant, Fault> {
    let participant = Participant {
        id: app.random.id(now),
        event: event.id.clone(),
        profile,
        source: Source::Form,
        created_at: now,
        updated_at: now,
    };
    participants::insert(db, &participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: event.id.clone(),
        code: app.random.code(),
        state: RegistrationState::Unconfirmed,
        created_at: now,
        changed_at: now,
    };
    store::registrations::insert(db, &registration)?;
    consents::note_sign_up(app, db, event, &participant.id, &participant.profile, agreed, now)?;
    note(app, db, &event.id, &participant.id, &Actor::Participant, "registration.signed_up", now)?;
    Ok(participant)
}

fn sign_up_again(
    app: &App,
    db: &mut Db,
    event: &Event,
    mut known: Participant,
    profile: Profile,
    agreed: &[ConsentTextId],
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let registration = store::registrations::get(db, &known.id)?;
    match registration.state {
        // Nobody has proved yet that the address is theirs, or they are out: the new answers count.
        RegistrationState::Unconfirmed | RegistrationState::Expired | RegistrationState::Cancelled => {
            known.profile = profile;
            known.updated_at = now;
            participants::update(db, &known)?;
            consents::note_sign_up(app, db, event, &known.id, &known.profile, agreed, now)?;
            if registration.state != RegistrationState::Unconfirmed {
                store::registrations::update_state(db, &known.id, RegistrationState::Unconfirmed, now)?;
                note(app, db, &event.id, &known.id, &Actor::Participant, "registration.signed_up", now)?;
            }
            mail_confirmation(app, db, event, &known, now)
        }
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected => {
            mail_if_asked_rarely(app, db, MailKind::AlreadyRegistered, event, &known, &registration, now)
        }
    }
}

/// Mails a new link to whoever forgot theirs; the answer is the same whoever asks.
pub fn send_link(app: &App, slug: &str, raw_email: &str) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    let now = app.clock.now();
    app.store.write(|db| {
        let event = events::get_by_slug(db, slug)?;
        let event = events::lock(db, &event.id)?;
        let Some(participant) = participants::find_by_email(db, &event.id, &email)? else { return Ok(()) };
        let registration = store::registrations::get(db, &participant.id)?;
        match registration.state {
            RegistrationState::Unconfirmed => mail_confirmation(app, db, &event, &participant, now)?,
            RegistrationState::Expired => {}
            _ => {
                let kind = MailKind::PersonalLink;
                mail_if_asked_rarely(app, db, kind, &event, &participant, &registration, now)?;
            }
        }
        Ok(())
    })
}

fn mail_confirmation(
    app: &App,
    db: &mut Db,
    event: &Event,
    participant: &Participant,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    if !may_ask(db, email, now)? {
        return Ok(());
    }
    let link = links::new_confirm_link(app, db, &participant.id, now)?;
    post(app, db, now, |context| messages::confirm(context, event, participant, &link, CONFIRM_HOURS))
}

fn mail_if_asked_rarely(
    app: &App,
    db: &mut Db,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    match &participant.profile.person.email {
        Some(email) if may_ask(db, email, now)? => {
            mail_standing(app, db, kind, event, participant, registration, now)
        }
        _ => Ok(()),
    }
}
