//! An address is proved by its link, or nobody does it in time.

use chrono::{DateTime, Duration, Utc};

use super::bursts;
use super::form::Answers;
use super::permissions::{self, Permissions};
use super::seats::{enter, free_seats_for_new, has_seat_for_new};
use super::storing;
use crate::app::App;
use crate::domain::change::{self, differences};
use crate::domain::consent::ConsentText;
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::network::Network;
use crate::domain::participant::{Participant, Person, Profile};
use crate::domain::registration::{Registration, RegistrationState, after_confirmation};
use crate::domain::token::Token;
use crate::services::access::Actor;
use crate::services::links::{self, CONFIRM_HOURS, LinkError, LinkProblem};
use crate::services::log::note_detail;
use crate::services::trusted_time::trusted;
use crate::services::tx::{Tx, write, write_at};
use crate::services::{Fault, consents, erasure, mail_files};
use crate::store::links::LinkPurpose;
use crate::store::{
    self, Db, StoreError, events, invitations, participants, programme, registration_forms, sent_forms,
};

/// What the page behind a confirmation link shows before its button is pressed.
#[derive(Debug, Clone)]
pub struct ConfirmView {
    pub event: Event,
    pub programme: Programme,
    /// With the answers that this link confirms.
    pub answers: Confirmable,
    pub email: String,
    /// The language of the answers.
    pub lang: Lang,
    /// What the event asks beside the registration.
    pub asked: Vec<ConsentText>,
    /// Whether whoever confirms now gets no seat.
    pub full: bool,
}

/// The answers that a link confirms.
#[derive(Debug, Clone)]
pub enum Confirmable {
    /// Those that are stored with the participant.
    Stored(Box<Profile>),
    /// A form that was sent later.
    Sent(Box<Answers>),
}

/// Looks at a confirmation link; changes nothing, since mail scanners follow links.
pub fn confirm_view(app: &App, token: &Token) -> Result<ConfirmView, LinkError> {
    let now = app.clock.now();
    app.store.read(|db| {
        let (participant, event, sent) = open(db, token, now)?;
        let full = free_seats_for_new(db, &event, now)? == 0;
        let profile = participant.profile;
        let lang = sent.as_ref().map_or(profile.lang, |answers| answers.lang);
        let email = profile.person.email.as_ref().map(|email| email.as_str().to_string());
        Ok(ConfirmView {
            programme: programme::get(db, &event.id)?,
            asked: consents::asked_in(db, &event.id)?,
            answers: match sent {
                Some(answers) => Confirmable::Sent(Box::new(answers)),
                None => Confirmable::Stored(Box::new(profile)),
            },
            email: email.unwrap_or_default(),
            lang,
            full,
            event,
        })
    })
}

/// Whose registration a link confirms, and with which answers if they are not the stored ones.
fn open(
    db: &mut Db,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<(Participant, Event, Option<Answers>), LinkError> {
    let id = links::open_confirm(db, token, now)?;
    let participant = participants::get(db, &id)?;
    let event = events::get(db, &participant.event)?;
    let sent = sent_forms::find(db, &token.hash())?;
    let sent = sent.map(|text| serde_json::from_str::<Answers>(&text));
    let answers = match sent {
        None => None,
        Some(Ok(answers)) => Some(answers),
        // Answers of an earlier version that cannot be read any more are as good as none.
        Some(Err(_)) => return Err(LinkError::Problem(LinkProblem::Expired { slug: event.slug })),
    };
    let typed = answers.as_ref().map(|answers| answers.person.one(field::EMAIL));
    let is_theirs =
        |typed: &str| participant.profile.person.email.as_ref().is_some_and(|email| email.is_written(typed));
    if typed.is_some_and(|typed| !is_theirs(typed)) {
        // The registration has moved to another address meanwhile; the link went to the one before.
        return Err(LinkError::Problem(LinkProblem::Replaced { slug: event.slug }));
    }
    Ok((participant, event, answers))
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

/// What the button behind a confirmation link led to.
#[derive(Debug, Clone)]
pub enum Outcome {
    Confirmed(Box<Confirmed>),
    /// The answers no longer fit what the event asks: they are in a form that the token opens, to be looked through.
    Outdated {
        event: Box<Event>,
        form: Token,
    },
}

/// Confirms a registration with the answers of its link: gives it a seat, the next place in the waiting list, or to an organiser for
/// approval. What other forms said for the address is forgotten. It counts from which network that comes, if it is known.
pub fn confirm(
    app: &App,
    token: &Token,
    said: &Permissions,
    network: Option<Network>,
) -> Result<Outcome, LinkError> {
    write(app, |tx| {
        let (_, event, _) = open(tx.db, token, tx.now)?;
        let event = events::lock(tx.db, &event.id)?;
        // The address may have been corrected until now.
        let (mut participant, _, sent) = open(tx.db, token, tx.now)?;
        let registration = store::registrations::get(tx.db, &participant.id)?;
        let used = || LinkError::Problem(LinkProblem::Used { slug: event.slug.clone() });
        if !takes_confirmation(registration.state, sent.is_some()) {
            return Err(used());
        }
        if !store::links::use_once(tx.db, &token.hash(), tx.now)? {
            return Err(used());
        }
        let lists = programme::get(tx.db, &event.id)?;
        let before = participant.clone();
        if let Some(mut answers) = sent {
            match answers.check(&lists) {
                Ok(profile) => participant.profile = profile,
                Err(_) => {
                    answers.proven = participant.profile.person.email_key();
                    let form = storing::begin(tx, &event.id, &answers)?;
                    return Ok(Outcome::Outdated { event: Box::new(event), form });
                }
            }
        }
        store::links::use_all(tx.db, &participant.id, LinkPurpose::Confirm, tx.now)?;
        sent_forms::delete_of(tx.db, &participant.id)?;
        registration_forms::delete_sent_as(
            tx.db,
            &event.id,
            &participant.profile.person.email_key(),
            &participant.id,
        )?;
        permissions::store(tx, &event, &mut participant, said)?;
        let burst = bursts::weigh(tx, &event, &participant, network).filter(|_| !event.approval);
        let state = take_place(tx, &event, &participant, &registration, burst.is_some())?;
        // What stood there before is told only if it was theirs.
        let was_theirs = registration.state.has_proved_address();
        let changed =
            if was_theirs { differences(&before, &participant, &event, &lists) } else { Vec::new() };
        let changed = change::encode(&changed);
        let id = participant.id;
        note_detail(tx, &event.id, &id, &Actor::Participant, "registration.confirmed", &changed)?;
        if let Some(burst) = burst {
            bursts::note_held(tx, &event, &id, burst)?;
        }
        let token = links::new_personal_token(tx, &event, &id)?;
        Ok(Outcome::Confirmed(Box::new(Confirmed { event, participant: id, state, token })))
    })
}

/// Whether a registration in this state becomes one by a link: nobody has confirmed it, or it has ended and somebody sent the form
/// anew.
fn takes_confirmation(state: RegistrationState, is_sent_anew: bool) -> bool {
    match state {
        RegistrationState::Unconfirmed => true,
        RegistrationState::Invited
        | RegistrationState::Unanswered
        | RegistrationState::Declined
        | RegistrationState::Cancelled => is_sent_anew,
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected => false,
    }
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

/// Deletes registrations that nobody confirmed in time, and the forms that were sent later for an address, once their links open no
/// more. Gives how many were dealt with.
pub fn lapse_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let Some(time) = app.store.read(|db| trusted(db, now))? else { return Ok(0) };
    let before = time - Duration::hours(i64::from(CONFIRM_HOURS));
    let due = app.store.read(|db| store::registrations::list_unconfirmed_before(db, before, time, 500))?;
    for registration in &due {
        match write_at(app, now, |tx| lapse(tx, registration, time)) {
            Ok(mails) => mail_files::remove(app, &mails),
            Err(Fault::Store(error @ StoreError::Unavailable(..))) => return Err(error.into()),
            // One that cannot be deleted holds up no other.
            Err(error) => {
                let who = registration.participant.as_str();
                tracing::error!(%error, participant = who, "a registration that nobody confirmed cannot be deleted");
            }
        }
    }
    let forms = app.store.write(|db| sent_forms::delete_expired(db, time))?;
    if due.len() + forms > 0 {
        erasure::scrub(app);
    }
    Ok(due.len() + forms)
}

fn lapse(tx: &mut Tx<'_>, found: &Registration, time: DateTime<Utc>) -> Result<Vec<String>, Fault> {
    let (event, id) = (events::lock(tx.db, &found.event)?, &found.participant);
    // It may have been confirmed, deleted, or sent once more in between.
    let registration = store::registrations::find(tx.db, id)?;
    let is_same = registration.is_some_and(|known| {
        known.state == RegistrationState::Unconfirmed && known.changed_at == found.changed_at
    });
    if !is_same {
        return Ok(Vec::new());
    }
    let open = sent_forms::list_open(tx.db, id, time)?;
    match open.first() {
        None => {}
        Some(Some(latest)) if !open.contains(&None) => {
            take_latest(tx, &event, id, latest)?;
            return Ok(Vec::new());
        }
        Some(_) => return Ok(Vec::new()),
    }
    sent_forms::keep_lapsed(tx.db, &event.id, id, tx.now)?;
    erasure::forget_unconfirmed(tx, &event, id)
}

/// The stored answers are nobody's any more, since their link opens no more: those of the form that was sent last take their place.
fn take_latest(tx: &mut Tx<'_>, event: &Event, id: &ParticipantId, latest: &str) -> Result<(), Fault> {
    let mut participant = participants::get(tx.db, id)?;
    let lists = programme::get(tx.db, &event.id)?;
    let sent = serde_json::from_str::<Answers>(latest).ok().and_then(|answers| answers.check(&lists).ok());
    if let Some(sent) = sent {
        participant.profile =
            Profile { person: Person { email: participant.profile.person.email, ..sent.person }, ..sent };
        participant.updated_at = tx.now;
        participants::update(tx.db, &participant)?;
    }
    Ok(store::registrations::update_state(tx.db, id, RegistrationState::Unconfirmed, tx.now)?)
}
