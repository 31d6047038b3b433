//! Registrations: sign up, confirm, approve, wait, move up, cancel. Seats are given under the event's row lock, when
//! an address is confirmed: a form that nobody confirms takes nobody's seat.

use chrono::{DateTime, Duration, Utc};

use super::drafts::Answers;
use super::links::{self, CONFIRM_HOURS, LinkError, LinkProblem};
use super::post::{may_ask, post};
use super::{Fault, consents, meetings};
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{AccountId, EventId, ParticipantId};
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::{Registration, RegistrationState, after_approval, after_confirmation};
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages;
use crate::store::log::LogEntry;
use crate::store::{self, Db, StoreError, events, log, participants, programme};

/// Who does something, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Participant,
    Organiser(AccountId),
    System,
}

impl Actor {
    /// As logged.
    pub fn code(&self) -> String {
        match self {
            Actor::Participant => "participant".to_string(),
            Actor::Organiser(id) => format!("organiser:{id}"),
            Actor::System => "system".to_string(),
        }
    }
}

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

/// What a sign-up's sender is told: the same whether or not the address was known before.
#[derive(Debug, Clone)]
pub struct Receipt {
    pub email: Email,
    /// Opens *My event*, for who came by a link that only that address got: nothing is left to confirm.
    pub confirmed: Option<Token>,
}

/// Checks every answer of the form; problems stand at the fields of their steps.
pub fn check_answers(answers: &Answers, programme: &Programme) -> Result<Profile, Problems> {
    let person = answers.person.parse(programme);
    let interests = answers.interests.parse(programme);
    let attendance = answers.attendance.parse(programme);
    let mut problems = Problems::new();
    if !answers.consent {
        problems.add("consent", Message::new("problem-consent-missing"));
    }
    match (person, interests, attendance) {
        (Ok(person), Ok(interests), Ok(attendance)) if problems.is_empty() => {
            Ok(Profile { person, interests, attendance, listed: answers.listed, lang: answers.lang })
        }
        (person, interests, attendance) => {
            let found = [person.err(), interests.err(), attendance.err()];
            let mut all = Problems::new();
            for problem in
                found.into_iter().flatten().flat_map(|found| found.iter().cloned().collect::<Vec<_>>())
            {
                all.add(problem.field, problem.message);
            }
            for problem in problems.iter() {
                all.add(problem.field.clone(), problem.message.clone());
            }
            Err(all)
        }
    }
}

/// Takes a finished form: stores the registration as unconfirmed and mails a link. Whoever is registered already gets
/// a mail that says so. At most one mail a minute goes out, so a form that is sent twenty times makes one.
pub fn sign_up(app: &App, slug: &str, answers: &Answers) -> Result<Receipt, SignUpError> {
    let now = app.clock.now();
    let (event, lists) = app.store.read(|db| {
        let event = events::get_by_slug(db, slug)?;
        let lists = programme::get(db, &event.id)?;
        Ok::<_, SignUpError>((event, lists))
    })?;
    if !event.takes_registrations(now) {
        return Err(SignUpError::Closed);
    }
    let profile = check_answers(answers, &lists).map_err(SignUpError::Invalid)?;
    let Some(email) = profile.person.email.clone() else {
        return Err(SignUpError::Invalid(Problems::one("email", Message::new("problem-email-missing"))));
    };
    app.store.write(|db| {
        let event = events::lock(db, &event.id)?;
        if !event.takes_registrations(now) {
            return Err(SignUpError::Closed);
        }
        let confirmed = match participants::find_by_email(db, &event.id, &email)? {
            None => {
                let participant = insert_unconfirmed(app, db, &event, profile, now)?;
                if answers.proven == email.key() {
                    let registration = store::registrations::get(db, &participant.id)?;
                    Some(confirm_now(app, db, &event, &participant, &registration, now)?.1)
                } else {
                    mail_confirmation(app, db, &event, &participant, now)?;
                    None
                }
            }
            Some(known) => {
                sign_up_again(app, db, &event, known, profile, now)?;
                None
            }
        };
        Ok(Receipt { email, confirmed })
    })
}

fn insert_unconfirmed(
    app: &App,
    db: &mut Db,
    event: &Event,
    profile: Profile,
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
    consents::note_sign_up(app, db, &participant.id, &participant.profile, now)?;
    note(app, db, &event.id, &participant.id, &Actor::Participant, "registration.signed_up", now)?;
    Ok(participant)
}

fn sign_up_again(
    app: &App,
    db: &mut Db,
    event: &Event,
    mut known: Participant,
    profile: Profile,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let registration = store::registrations::get(db, &known.id)?;
    match registration.state {
        // Nobody has proved yet that the address is theirs, or they are out: the new answers count.
        RegistrationState::Unconfirmed | RegistrationState::Expired | RegistrationState::Cancelled => {
            known.profile = profile;
            known.updated_at = now;
            participants::update(db, &known)?;
            consents::note_sign_up(app, db, &known.id, &known.profile, now)?;
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

/// Mails where a registration stands; participants without an address are never mailed.
pub(super) fn mail_standing(
    app: &App,
    db: &mut Db,
    kind: MailKind,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let place = match registration.state {
        RegistrationState::WaitingList(seq) => Some(store::registrations::waiting_place(db, &event.id, seq)?),
        _ => None,
    };
    let link = links::new_personal_link(app, db, event, &participant.id, now)?;
    post(app, db, now, |context| {
        messages::standing(context, kind, event, participant, &registration.code, &link, place)
    })
}

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

/// What became of a confirmed registration.
#[derive(Debug, Clone)]
pub struct Confirmed {
    pub event: Event,
    pub participant: ParticipantId,
    pub state: RegistrationState,
    /// Opens *My event*.
    pub token: Token,
}

/// Confirms a registration: gives it a seat, the next place in the waiting list, or to an organiser for approval.
pub fn confirm(app: &App, token: &Token) -> Result<Confirmed, LinkError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let id = links::open_confirm(db, token, now)?;
        let participant = participants::get(db, &id)?;
        let event = events::lock(db, &participant.event)?;
        let registration = store::registrations::get(db, &id)?;
        let first = store::links::use_once(db, &token.hash(), now)?;
        if !first || registration.state != RegistrationState::Unconfirmed {
            return Err(LinkError::Problem(LinkProblem::Used { slug: event.slug }));
        }
        let (state, token) = confirm_now(app, db, &event, &participant, &registration, now)?;
        Ok(Confirmed { event, participant: id, state, token })
    })
}

/// What a proved address leads to; gives the new state and a token that opens *My event*. The event's row is locked.
fn confirm_now(
    app: &App,
    db: &mut Db,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    now: DateTime<Utc>,
) -> Result<(RegistrationState, Token), Fault> {
    let seq = store::events::next_seq(db, &event.id)?;
    let state = after_confirmation(event.approval, event.has_seat(), seq);
    let kind = match state {
        RegistrationState::AwaitingApproval => MailKind::AwaitingApproval,
        RegistrationState::WaitingList(_) => MailKind::WaitingList,
        _ => MailKind::Registered,
    };
    enter(app, db, event, participant, registration, state, kind, now)?;
    let id = &participant.id;
    note(app, db, &event.id, id, &Actor::Participant, "registration.confirmed", now)?;
    Ok((state, links::new_personal_token(app, db, event, id, now)?))
}

/// Puts a registration into a state, counts its seat and mails where it stands. The event's row is locked.
#[expect(clippy::too_many_arguments, reason = "every one of them is already at hand in the transaction")]
fn enter(
    app: &App,
    db: &mut Db,
    event: &Event,
    participant: &Participant,
    registration: &Registration,
    state: RegistrationState,
    kind: MailKind,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    change_state(db, event, registration, state, now)?;
    let changed = Registration { state, changed_at: now, ..registration.clone() };
    mail_standing(app, db, kind, event, participant, &changed, now)
}

/// Puts a registration into a state and counts its seat. The event's row is locked.
pub(super) fn change_state(
    db: &mut Db,
    event: &Event,
    registration: &Registration,
    state: RegistrationState,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let seats = i32::from(state.holds_seat()) - i32::from(registration.state.holds_seat());
    if seats != 0 {
        events::add_seats_taken(db, &event.id, seats)?;
    }
    store::registrations::update_state(db, &registration.participant, state, now)
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

/// What an organiser or a participant does to a registration fails for these reasons.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> ChangeError {
        ChangeError::Fault(error.into())
    }
}

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

/// Gives free seats to those who wait, first come first served, and mails them. Call it in the transaction that frees
/// seats or raises the capacity. Gives how many moved up.
pub fn fill_seats(app: &App, db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<usize, Fault> {
    let mut n = 0;
    loop {
        let event = events::lock(db, event)?;
        if !event.has_seat() {
            return Ok(n);
        }
        let Some(registration) = store::registrations::first_waiting(db, &event.id)? else { return Ok(n) };
        let participant = participants::get(db, &registration.participant)?;
        let state = RegistrationState::Registered;
        enter(app, db, &event, &participant, &registration, state, MailKind::Promoted, now)?;
        note(app, db, &event.id, &participant.id, &Actor::System, "registration.promoted", now)?;
        n += 1;
    }
}

/// Registers an imported or made-up participant at once: a seat, or the next place in the waiting list, without mail.
pub fn insert_registered(
    app: &App,
    db: &mut Db,
    participant: &Participant,
    now: DateTime<Utc>,
) -> Result<Registration, Fault> {
    let event = events::lock(db, &participant.event)?;
    let seq = if event.has_seat() { 0 } else { events::next_seq(db, &event.id)? };
    let state = after_approval(event.has_seat(), seq);
    participants::insert(db, participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: event.id.clone(),
        code: app.random.code(),
        state,
        created_at: participant.created_at,
        changed_at: now,
    };
    store::registrations::insert(db, &registration)?;
    if state.holds_seat() {
        events::add_seats_taken(db, &event.id, 1)?;
    }
    Ok(registration)
}

/// Lets registrations expire that nobody confirmed in time. Gives how many.
pub fn expire_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let before = now - Duration::hours(i64::from(CONFIRM_HOURS));
    app.store.write(|db| {
        let due = store::registrations::list_unconfirmed_before(db, before, 500)?;
        for registration in &due {
            let id = &registration.participant;
            store::registrations::update_state(db, id, RegistrationState::Expired, now)?;
            note(app, db, &registration.event, id, &Actor::System, "registration.expired", now)?;
        }
        Ok(due.len())
    })
}

/// Adds a row to the log about an event, by the program itself.
pub(super) fn note_event(
    app: &App,
    db: &mut Db,
    event: &EventId,
    action: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let entry = LogEntry {
        at: now,
        actor: Actor::System.code(),
        action: action.to_string(),
        subject: event.0.clone(),
        detail: String::new(),
    };
    log::insert(db, &id, Some(event), &entry)
}

/// Adds a row to the log about a participant.
pub(super) fn note(
    app: &App,
    db: &mut Db,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    note_detail(app, db, event, participant, actor, action, String::new(), now)
}

/// The same with what exactly it was.
#[expect(clippy::too_many_arguments, reason = "one row of the log has that many parts")]
pub(super) fn note_detail(
    app: &App,
    db: &mut Db,
    event: &EventId,
    participant: &ParticipantId,
    actor: &Actor,
    action: &str,
    detail: String,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let entry = LogEntry {
        at: now,
        actor: actor.code(),
        action: action.to_string(),
        subject: participant.0.clone(),
        detail,
    };
    log::insert(db, &id, Some(event), &entry)
}
