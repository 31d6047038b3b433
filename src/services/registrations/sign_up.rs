//! The form is sent, or somebody asks for a new link: what is stored, and which mail goes.

use chrono::{DateTime, Utc};

use super::form::{Answers, encode};
use super::invitations;
use super::seats::mail_standing_at;
use crate::app::App;
use crate::domain::change::differences;
use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages;
use crate::services::access::{Actor, Denied};
use crate::services::asked_mails::{when_to_known, when_to_unproved};
use crate::services::events::public_event;
use crate::services::fault::from_store_error;
use crate::services::links::{self, CONFIRM_HOURS};
use crate::services::log::note;
use crate::services::post::post_at;
use crate::services::slips::Mistyped;
use crate::services::tx::{Tx, write};
use crate::services::{Fault, erasure};
use crate::store::links::LinkPurpose;
use crate::store::{self, StoreError, events, link_requests, participants, programme, sent_forms};

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
    /// Who sent it came by a link that only that address got: the confirmation link for it, and whose registration it is.
    Proved(Token, ParticipantId),
}

/// What a confirmation link confirms: the answers that are stored with the participant, or a form that was sent later.
type Version = Option<String>;

/// Takes the checked profile of a finished form: stores the registration as unconfirmed and mails a link. For an address that
/// somebody has used before the form waits as another version, which its own link confirms; whoever is registered already gets a
/// mail that says so. A form that is sent twenty times makes one mail a minute at most. To whoever has no link that only that
/// address got, the answer is the same whether or not the address was known before.
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
    // The same for whoever is registered and whoever is not: what was asked for decides, and who comes by a mail needs none.
    let due = match answers.proven == email.key() {
        true => None,
        false => Some(turn(tx, &event, &email)?),
    };
    let known = participants::find_by_email(tx.db, &event.id, &email)?;
    let is_new = known.is_none();
    let (participant, version) = match known {
        None => (insert_unconfirmed(tx, &event, profile)?, None),
        Some(known) => match version_of(tx, &event, &known, profile, answers)? {
            Some(version) => (known, version),
            None => return Ok(SignedUp::Mailed(None)),
        },
    };
    let Some(due) = due else {
        // One that was shown before and not used is forgotten.
        store::links::delete_unmailed(tx.db, &participant.id, LinkPurpose::Confirm)?;
        let token = confirm_token(tx, &participant, &version, None)?;
        return Ok(SignedUp::Proved(token, participant.id));
    };
    mail_confirmation(tx, &event, &participant, &version, due)?;
    Ok(SignedUp::Mailed(Some(participant.id).filter(|_| is_new)))
}

/// The address of a form that was sent is another one: its registration moves there, if nobody has confirmed it, and the
/// link goes there. `own` is the registration that the form made; without one the form is sent anew, and so it is if somebody
/// has sent another form for the address meanwhile: their link goes on working. Gives the ids of mails that are let go, too.
pub(super) fn correct_address(
    tx: &mut Tx<'_>,
    event: &EventId,
    profile: Profile,
    answers: &Answers,
    own: Option<&ParticipantId>,
) -> Result<(SignedUp, Vec<String>), SignUpError> {
    let event = events::lock(tx.db, event)?;
    let anew = |tx: &mut Tx<'_>, profile, mails| Ok((sign_up(tx, &event.id, profile, answers)?, mails));
    let Some(own) = own else { return anew(tx, profile, Vec::new()) };
    let Some(email) = profile.person.email.clone() else {
        return Err(SignUpError::Invalid(Problems::one("email", Message::new("problem-email-missing"))));
    };
    let stored = store::registrations::find(tx.db, own)?;
    let is_unconfirmed = stored.is_some_and(|one| one.state == RegistrationState::Unconfirmed);
    let has_others = sent_forms::list_open(tx.db, own, tx.now)?.iter().any(Option::is_some);
    if !is_unconfirmed || has_others {
        return anew(tx, profile, Vec::new());
    }
    match participants::find_by_email(tx.db, &event.id, &email)? {
        // The same address once more: the link that is there goes on working.
        Some(known) if known.id == *own => {
            return Ok(match anew(tx, profile, Vec::new())? {
                (SignedUp::Mailed(_), mails) => (SignedUp::Mailed(Some(own.clone())), mails),
                done => done,
            });
        }
        Some(_) => {
            let mails = erasure::forget_unconfirmed(tx, &event, own)?;
            return anew(tx, profile, mails);
        }
        None => {}
    }
    let due = turn(tx, &event, &email)?;
    let participant = Participant { profile, updated_at: tx.now, ..participants::get(tx.db, own)? };
    participants::update(tx.db, &participant)?;
    note(tx, &event.id, own, &Actor::Participant, "participant.changed_address")?;
    // A link that went to the address before opens nothing any more, whenever the next one goes.
    store::links::replace_all(tx.db, own, LinkPurpose::Confirm, tx.now)?;
    mail_confirmation(tx, &event, &participant, &None, due)?;
    Ok((SignedUp::Mailed(Some(own.clone())), Vec::new()))
}

/// When a mail to an address that nobody has proved goes; if so many wait for their turn already that it would be long, no form is
/// taken that needs one.
fn turn(tx: &mut Tx<'_>, event: &Event, email: &Email) -> Result<DateTime<Utc>, SignUpError> {
    let later = || Problems::one("email", Message::new("problem-registration-flood"));
    when_to_unproved(tx, event, email)?.ok_or_else(|| SignUpError::Invalid(later()))
}

fn insert_unconfirmed(tx: &mut Tx<'_>, event: &Event, profile: Profile) -> Result<Participant, Fault> {
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
    note(tx, &event.id, &participant.id, &Actor::Participant, "registration.signed_up")?;
    Ok(participant)
}

/// What the link for a form is to confirm whose address is known; none if a mail to who is registered or invited answers it.
fn version_of(
    tx: &mut Tx<'_>,
    event: &Event,
    known: &Participant,
    profile: Profile,
    answers: &Answers,
) -> Result<Option<Version>, Fault> {
    let registration = store::registrations::get(tx.db, &known.id)?;
    // Whoever is asked answers by the link that only their address gets; what a stranger typed changes nothing.
    let invitation = store::invitations::find(tx.db, &known.id)?;
    if invitation.is_some_and(|one| one.can_be_accepted(registration.state, tx.now)) {
        invitations::mail_again(tx, event, known)?;
        return Ok(None);
    }
    // The address is the same, however it was typed this time.
    let mut profile = profile;
    profile.person.email = known.profile.person.email.clone();
    let mut said = answers.said();
    if let Some(email) = &profile.person.email {
        said.person = said.person.with(field::EMAIL, vec![email.as_str().to_string()]);
    }
    match registration.state {
        RegistrationState::Unconfirmed => {
            let lists = programme::get(tx.db, &event.id)?;
            let is_same = profile.lang == known.profile.lang;
            let sent = Participant { profile, ..known.clone() };
            let is_same = is_same && differences(known, &sent, event, &lists).is_empty();
            Ok(Some(if is_same { None } else { Some(encode(&said)?) }))
        }
        RegistrationState::Invited
        | RegistrationState::Unanswered
        | RegistrationState::Declined
        | RegistrationState::Cancelled => Ok(Some(Some(encode(&said)?))),
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected => {
            mail_if_asked_rarely(tx, MailKind::AlreadyRegistered, event, known, &registration)?;
            Ok(None)
        }
    }
}

/// Keeps that somebody asks for a new link to the event with this name in addresses. The answer takes the same time whoever asks:
/// whether somebody is registered is looked up a moment later, in [`answer_link_requests`].
///
/// # Errors
/// [`SignUpError::Closed`] if there is no such event for the public.
pub fn ask_for_link(app: &App, slug: &str, raw_email: &str) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    write(app, |tx| {
        let event = match public_event(tx.db, slug) {
            Ok(event) => event,
            Err(Denied::Fault(fault)) => return Err(fault.into()),
            Err(_) => return Err(SignUpError::Closed),
        };
        Ok(link_requests::put(tx.db, &event.id, &email, tx.now)?)
    })
}

/// So many requests are answered in one go.
const SOME: i64 = 100;

/// Mails new links to those who asked for theirs and are registered. Gives how many had asked.
pub fn answer_link_requests(app: &App) -> Result<usize, Fault> {
    let asked = app.store.read(|db| link_requests::list(db, SOME))?;
    for (event, email) in &asked {
        let answered = write(app, |tx| {
            // Another server may have answered.
            if link_requests::delete(tx.db, event, email)? { send_link(tx, event, email) } else { Ok(()) }
        });
        match answered {
            Ok(()) => {}
            // The database is in trouble: all of them are answered later.
            Err(Fault::Store(error @ StoreError::Unavailable(..))) => return Err(error.into()),
            // One that cannot be answered holds up no other.
            Err(error) => {
                tracing::error!(%error, event = %event, "a request for a link cannot be answered");
                app.store.write(|db| link_requests::delete(db, event, email))?;
            }
        }
    }
    Ok(asked.len())
}

/// Mails a participant a new link to where their registration stands, for an organiser.
pub fn send_link_to(app: &App, event: &EventId, email: &Email) -> Result<(), Fault> {
    write(app, |tx| send_link(tx, event, email))
}

fn send_link(tx: &mut Tx<'_>, event: &EventId, email: &Email) -> Result<(), Fault> {
    let event = events::lock(tx.db, event)?;
    let Some(participant) = participants::find_by_email(tx.db, &event.id, email)? else { return Ok(()) };
    let registration = store::registrations::get(tx.db, &participant.id)?;
    match registration.state {
        RegistrationState::Unconfirmed => mail_latest(tx, &event, &participant),
        RegistrationState::Unanswered => Ok(()),
        RegistrationState::Invited => invitations::mail_again(tx, &event, &participant),
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected
        | RegistrationState::Cancelled
        | RegistrationState::Declined => {
            mail_if_asked_rarely(tx, MailKind::PersonalLink, &event, &participant, &registration)
        }
    }
}

/// Mails a link to what was sent last for an address that nobody has confirmed.
fn mail_latest(tx: &mut Tx<'_>, event: &Event, participant: &Participant) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    let Some(due) = when_to_unproved(tx, event, email)? else { return Ok(()) };
    let latest = sent_forms::list_open(tx.db, &participant.id, tx.now)?.into_iter().next().flatten();
    mail_confirmation(tx, event, participant, &latest, due)
}

fn mail_confirmation(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    version: &Version,
    due: DateTime<Utc>,
) -> Result<(), Fault> {
    // The mail of a moment ago will do, as long as its link opens.
    if due > tx.now && sent_forms::list_open(tx.db, &participant.id, tx.now)?.contains(version) {
        return Ok(());
    }
    let token = confirm_token(tx, participant, version, Some(due))?;
    let link = tx.app.config.base_url.join(&links::confirm_path(&token));
    post_at(tx, due, |context| messages::confirm(context, event, participant, &link, CONFIRM_HOURS))
}

/// A new link that confirms a version: mailed at a time, or shown at once.
fn confirm_token(
    tx: &mut Tx<'_>,
    participant: &Participant,
    version: &Version,
    mailed_at: Option<DateTime<Utc>>,
) -> Result<Token, StoreError> {
    let token = links::new_confirm_token(tx, &participant.id, mailed_at)?;
    if let Some(answers) = version {
        sent_forms::insert(tx.db, &token.hash(), &participant.id, answers, tx.now)?;
    }
    Ok(token)
}

fn mail_if_asked_rarely(
    tx: &mut Tx<'_>,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
) -> Result<(), Fault> {
    let Some(email) = &participant.profile.person.email else { return Ok(()) };
    match when_to_known(tx, email, kind)? {
        Some(due) => mail_standing_at(tx, due, kind, event, participant, registration),
        None => Ok(()),
    }
}
