//! Another e-mail address for a participant. Nothing changes before the new address has confirmed, and the old one is told;
//! meetings, wishes and the place in the waiting list hang on the participant, not on the address.
//!
//! An address that nobody has proved yet, or from which mail comes back, is an organiser's to correct at once: there is nobody
//! to tell.

use chrono::Duration;

use super::access::{ChangeAccess, OwnAccess, ParticipantAccess};
use super::asked_mails::may_ask;
use super::links::{self, CONFIRM_HOURS, LinkError, LinkProblem};
use super::log::note;
use super::participants::send_link;
use super::post::post;
use super::registrations::DecisionError;
use super::slips::{AddressInput, Mistyped};
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::RegistrationState;
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages;
use crate::services::Fault;
use crate::services::access::Actor;
use crate::services::fault::from_store_error;
use crate::store::address_changes::{self, AddressChange};
use crate::store::links::LinkPurpose;
use crate::store::{
    self, Constraint, Db, StoreError, address_keys, blocked_addresses, events, participants, registrations,
};

/// How often a day somebody can ask: each time a mail goes to an address that may be a stranger's.
const ASKS_A_DAY: usize = 5;

/// Days after which what was asked for is forgotten.
const KEEP_DAYS: i64 = 2;

/// Why an address was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    #[error("the address has a problem: {0}")]
    Invalid(Problems),
    #[error("the link does not open: {0:?}")]
    Link(LinkProblem),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(AddressError);

impl From<Mistyped> for AddressError {
    fn from(error: Mistyped) -> AddressError {
        match error {
            Mistyped::Asked(message) => message.into(),
            Mistyped::Store(error) => error.into(),
        }
    }
}

impl From<Message> for AddressError {
    fn from(message: Message) -> AddressError {
        AddressError::Invalid(Problems::one("email", message))
    }
}

impl From<LinkError> for AddressError {
    fn from(error: LinkError) -> AddressError {
        match error {
            LinkError::Problem(problem) => AddressError::Link(problem),
            LinkError::Fault(fault) => AddressError::Fault(fault),
        }
    }
}

impl From<DecisionError> for AddressError {
    fn from(error: DecisionError) -> AddressError {
        match error {
            DecisionError::Invalid(problems) => AddressError::Invalid(problems),
            DecisionError::State(_) => AddressError::Fault(StoreError::NotFound.into()),
            DecisionError::Fault(fault) => AddressError::Fault(fault),
        }
    }
}

/// A participant asks for another address: a link goes there. Gives the address.
pub fn ask(app: &App, access: &OwnAccess, input: &AddressInput) -> Result<Email, AddressError> {
    write(app, |tx| ask_for(tx, access, input))
}

fn ask_for(tx: &mut Tx<'_>, access: &ParticipantAccess, input: &AddressInput) -> Result<Email, AddressError> {
    let participant = participants::get(tx.db, access.id())?;
    let event = events::lock(tx.db, &participant.event)?;
    if !registrations::get(tx.db, access.id())?.state.is_live() {
        return Err(Message::new("problem-registration-ended").into());
    }
    let email = input.read(tx.db, &event)?;
    if participant.profile.person.email.as_ref().is_some_and(|known| known.as_str() == email.as_str()) {
        return Err(Message::new("problem-address-same").into());
    }
    let day_ago = tx.now - Duration::hours(24);
    let asked = address_changes::list_of(tx.db, access.id())?;
    let often = asked.iter().filter(|one| one.created_at > day_ago).count() >= ASKS_A_DAY;
    if often || !may_ask(tx, &email)? {
        return Err(Message::new("problem-address-often").into());
    }
    let token = tx.app.random.token();
    let change = AddressChange {
        participant: participant.id.clone(),
        email: email.clone(),
        created_at: tx.now,
        expires_at: tx.now + Duration::hours(i64::from(CONFIRM_HOURS)),
        used_at: None,
    };
    address_changes::end_open(tx.db, &participant.id, tx.now)?;
    address_changes::insert(tx.db, &token.hash(), &change)?;
    let link = tx.app.config.base_url.join(&format!("/address/{}", token.secret()));
    let to = with_address(&participant, &email);
    post(tx, |context| messages::confirm_address(context, &event, &to, &link, CONFIRM_HOURS))?;
    note(tx, &event.id, &participant.id, access.actor(), "participant.asked_address")?;
    Ok(email)
}

fn with_address(participant: &Participant, email: &Email) -> Participant {
    let mut other = participant.clone();
    other.profile.person.email = Some(email.clone());
    other
}

/// What somebody asked for and has not confirmed yet.
pub fn pending(app: &App, who: &ParticipantId) -> Result<Option<Email>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let mut asked = address_changes::list_of(db, who)?.into_iter();
        let open = asked.find(|change| change.used_at.is_none() && now < change.expires_at);
        Ok(open.map(|change| change.email))
    })
}

/// What the page behind the link shows before its button is pressed.
#[derive(Debug, Clone)]
pub struct AddressView {
    pub event: Event,
    /// With the address that they have so far.
    pub participant: Participant,
    pub email: Email,
}

/// Looks at a link; changes nothing, since mail scanners follow links.
pub fn view(app: &App, token: &Token) -> Result<AddressView, LinkError> {
    let now = app.clock.now();
    app.store.read(|db| open(db, token, now))
}

fn open(db: &mut Db, token: &Token, now: chrono::DateTime<chrono::Utc>) -> Result<AddressView, LinkError> {
    let unknown = || LinkError::Problem(LinkProblem::Unknown);
    let change = address_changes::find(db, &token.hash())?.ok_or_else(unknown)?;
    let participant = participants::get(db, &change.participant)?;
    let event = events::get(db, &participant.event)?;
    let slug = event.slug.clone();
    let problem = match change.used_at {
        Some(_) => LinkProblem::Used { slug },
        None if now < change.expires_at => {
            return Ok(AddressView { event, participant, email: change.email });
        }
        None => LinkProblem::Expired { slug },
    };
    Err(LinkError::Problem(problem))
}

/// The new address has confirmed: it takes the place of the old one, which is told. Gives the event, and what opens *My
/// event*.
pub fn confirm(app: &App, token: &Token) -> Result<(Event, Token), AddressError> {
    write(app, |tx| {
        let AddressView { event, participant, email } = open(tx.db, token, tx.now)?;
        let event = events::lock(tx.db, &event.id)?;
        if !address_changes::use_once(tx.db, &token.hash(), tx.now)? {
            return Err(AddressError::Link(LinkProblem::Used { slug: event.slug }));
        }
        if !registrations::get(tx.db, &participant.id)?.state.is_live() {
            return Err(AddressError::Link(LinkProblem::Expired { slug: event.slug }));
        }
        replace(tx, &participant, &email)?;
        note(tx, &event.id, &participant.id, &Actor::Participant, "participant.changed_address")?;
        if participant.profile.person.email.is_some() {
            post(tx, |context| messages::address_changed(context, &event, &participant, &email))?;
        }
        let token = links::new_personal_token(tx, &event, &participant.id)?;
        Ok((event, token))
    })
}

fn replace(tx: &mut Tx<'_>, participant: &Participant, email: &Email) -> Result<(), AddressError> {
    let changed = Participant { updated_at: tx.now, ..with_address(participant, email) };
    participants::update(tx.db, &changed).map_err(|error| match error {
        StoreError::Conflict(Constraint::ParticipantEmail) => Message::new("problem-address-taken").into(),
        other => AddressError::from(other),
    })?;
    Ok(address_keys::settle(tx.db, &participant.event)?)
}

/// What an organiser's correction led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrected {
    /// The address is replaced, and a link went there.
    AtOnce,
    /// A link went to the new address, which has to confirm.
    Asked,
}

/// An organiser gives a participant another address.
pub fn correct(
    app: &App,
    access: &ChangeAccess,
    id: &ParticipantId,
    input: &AddressInput,
) -> Result<Corrected, AddressError> {
    let done = write(app, |tx| {
        let theirs = access.to_participant(tx.db, id)?;
        let event = events::lock(tx.db, &access.event().id)?;
        let participant = participants::get(tx.db, id)?;
        let registration = registrations::get(tx.db, id)?;
        let unproved = !registration.state.has_proved_address();
        let unreachable = match &participant.profile.person.email {
            Some(known) => blocked_addresses::find(tx.db, known)?.is_some(),
            None => true,
        };
        if !unproved && !unreachable {
            ask_for(tx, &theirs, input)?;
            return Ok(Corrected::Asked);
        }
        let email = input.read(tx.db, &event)?;
        replace(tx, &participant, &email)?;
        // Nor does whoever has the address to which a confirmation went confirm anything.
        store::links::replace_all(tx.db, id, LinkPurpose::Confirm, tx.now)?;
        if matches!(registration.state, RegistrationState::Invited | RegistrationState::Unanswered) {
            // Whoever has the address to which the invitation went does not answer it.
            store::links::replace_all(tx.db, id, LinkPurpose::Personal, tx.now)?;
        }
        access.note(tx, "participant.changed_address", id.as_str(), "")?;
        Ok::<_, AddressError>(Corrected::AtOnce)
    })?;
    if done == Corrected::AtOnce {
        send_link(app, access, id)?;
    }
    Ok(done)
}

/// Forgets what was asked for and not confirmed. Gives how much.
pub fn forget_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - Duration::days(KEEP_DAYS);
    app.store.write(|db| Ok(address_changes::delete_before(db, before)?))
}
