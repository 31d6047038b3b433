//! What organisers see of the participants of their event, and what they decide about them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::access::{Denied, EventAccess, require_by_slug};
use super::meetings::{MyMeeting, schedule_in};
use super::participants::{self as my_event, UpdateError};
use super::registrations::{self, Actor, ChangeError};
use super::{Fault, consents};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::consent::{Consent, OptionalPurpose};
use crate::domain::event::Programme;
use crate::domain::ids::ParticipantId;
use crate::domain::mail::OutboxEntry;
use crate::domain::participant::{AttendanceInput, InterestsInput, Participant, PersonInput};
use crate::domain::problems::{Message, Problems};
use crate::domain::question::Question;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text;
use crate::domain::wish::Wish;
use crate::store::outbox::OutboxFilter;
use crate::store::registrations::{self as stored, ListRow};
use crate::store::{
    Db, StoreError, blocked_addresses, consents as stored_consents, log, outbox, participants, programme,
    questions, wishes,
};

pub use crate::store::blocked_addresses::Block;
pub use crate::store::log::LogEntry;
pub use crate::store::registrations::Filter;

/// Rows on a page of the list.
pub const PAGE_SIZE: usize = 50;
/// Most registrations that one decision is about.
pub const MOST_AT_ONCE: usize = 5_000;
/// Registrations that are decided in one transaction: others sign up in between.
const PART: usize = 200;

/// Why a decision was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    #[error("invalid: {0}")]
    Invalid(Problems),
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Denied(#[from] Denied),
}

impl From<StoreError> for DecisionError {
    fn from(error: StoreError) -> DecisionError {
        DecisionError::Denied(error.into())
    }
}

impl From<ChangeError> for DecisionError {
    fn from(error: ChangeError) -> DecisionError {
        match error {
            ChangeError::State(state) => DecisionError::State(state),
            ChangeError::Fault(fault) => DecisionError::Denied(fault.into()),
        }
    }
}

impl From<UpdateError> for DecisionError {
    fn from(error: UpdateError) -> DecisionError {
        match error {
            UpdateError::Invalid(problems) => DecisionError::Invalid(problems),
            UpdateError::Fault(fault) => DecisionError::Denied(fault.into()),
        }
    }
}

/// A page of the list of participants.
#[derive(Debug, Clone)]
pub struct People {
    pub access: EventAccess,
    pub rows: Vec<ListRow>,
    /// When those of the rows who changed answers themselves did so last.
    pub changed: HashMap<ParticipantId, DateTime<Utc>>,
    /// How many the filter finds.
    pub found: usize,
    /// How many there are without a filter.
    pub all: usize,
    /// What the event asks beside the registration, with how many agree.
    pub asked: Vec<(OptionalPurpose, usize)>,
    /// What those of the rows agree to whose address is proved.
    pub agreed: HashMap<ParticipantId, Vec<Consent>>,
    /// The event's own questions, by whose answers the list can be filtered.
    pub questions: Vec<Question>,
}

/// A page of the participants that a filter finds, newest first; pages count from 1.
pub fn list(
    app: &App,
    account: &Account,
    slug: &str,
    filter: &Filter,
    page: usize,
) -> Result<People, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Viewer)?;
        let event = &access.event().id;
        let offset = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
        let rows = stored::list(db, event, filter, signed(PAGE_SIZE), signed(offset))?;
        let found = stored::count(db, event, filter)?;
        let all = stored::count(db, event, &Filter::default())?;
        let ids: Vec<&str> = rows.iter().map(|row| row.registration.participant.as_str()).collect();
        let changed = log::last_own_changes(db, event, &ids)?;
        let proved = rows.iter().filter(|row| row.registration.state.has_proved_address());
        let proved: Vec<&ParticipantId> = proved.map(|row| &row.registration.participant).collect();
        let agreed = stored_consents::standing(db, &proved)?;
        let mut asked = Vec::new();
        for text in consents::asked_in(db, event)? {
            asked.push((text.purpose, consents::count_agreed(db, event, text.purpose)?));
        }
        let questions = questions::list(db, event)?;
        Ok(People {
            questions,
            rows,
            changed,
            found: unsigned(found),
            all: unsigned(all),
            asked,
            agreed,
            access,
        })
    })
}

fn signed(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn unsigned(n: i64) -> usize {
    usize::try_from(n).unwrap_or_default()
}

/// Everything about one participant.
#[derive(Debug, Clone)]
pub struct Dossier {
    pub access: EventAccess,
    pub programme: Programme,
    pub participant: Participant,
    pub registration: Registration,
    /// Place in the waiting list.
    pub place: Option<u32>,
    pub history: Vec<LogEntry>,
    pub mails: Vec<OutboxEntry>,
    /// Their own wishes and blocks with the other's name.
    pub wishes: Vec<(Wish, Participant)>,
    pub meetings: Vec<MyMeeting>,
    /// Why no mail goes to their address, if so.
    pub blocked: Option<Block>,
    /// What they agree to, as far as the event asks it.
    pub consents: Vec<(OptionalPurpose, Option<Consent>)>,
}

/// Everything about one participant of the event.
pub fn dossier(app: &App, account: &Account, slug: &str, id: &ParticipantId) -> Result<Dossier, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Viewer)?;
        let participant = find(db, &access, id)?;
        let event = &access.event().id;
        let registration = stored::get(db, id)?;
        let place = match registration.state {
            RegistrationState::WaitingList(seq) => Some(stored::waiting_place(db, event, seq)?),
            _ => None,
        };
        let blocked = match &participant.profile.person.email {
            Some(email) => blocked_addresses::find(db, email)?,
            None => None,
        };
        let filter = OutboxFilter { participant: Some(id.clone()), ..OutboxFilter::default() };
        Ok(Dossier {
            programme: programme::get(db, event)?,
            history: log::list(db, event, Some(id.as_str()), 100)?,
            mails: outbox::list(db, &filter, 100, 0)?,
            wishes: wishes_of(db, id)?,
            consents: consents::of_participant(db, event, &registration)?,
            meetings: schedule_in(db, id)?,
            blocked,
            participant,
            registration,
            place,
            access,
        })
    })
}

fn find(db: &mut Db, access: &EventAccess, id: &ParticipantId) -> Result<Participant, Denied> {
    let participant = participants::get(db, id)?;
    if participant.event == access.event().id { Ok(participant) } else { Err(Denied::NotFound) }
}

/// A participant's own wishes and blocks with the other one.
pub(super) fn wishes_of(db: &mut Db, id: &ParticipantId) -> Result<Vec<(Wish, Participant)>, StoreError> {
    let own = wishes::list_from(db, id)?;
    let ids: Vec<&ParticipantId> = own.iter().map(|wish| &wish.to).collect();
    let people = participants::list_by_ids(db, &ids)?;
    let with_other = |wish: Wish| {
        let other = people.iter().find(|other| other.id == wish.to)?.clone();
        Some((wish, other))
    };
    Ok(own.into_iter().filter_map(with_other).collect())
}

/// What an organiser decides about registrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Gives a place, or one in the waiting list, to who awaits approval.
    Approve,
    /// Refuses who awaits approval or a seat.
    Reject,
    /// Gives a seat to who waits for one, beyond the capacity if need be.
    Promote,
    /// Ends a registration, with its meetings.
    Cancel,
}

impl Decision {
    /// Every decision.
    pub const ALL: [Decision; 4] = [Decision::Approve, Decision::Reject, Decision::Promote, Decision::Cancel];

    /// As forms send it.
    pub fn code(self) -> &'static str {
        match self {
            Decision::Approve => "approve",
            Decision::Reject => "reject",
            Decision::Promote => "promote",
            Decision::Cancel => "cancel",
        }
    }

    /// Reads what [`Decision::code`] wrote.
    pub fn parse(code: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|decision| decision.code() == code)
    }

    /// Whether it can be made about a registration in this state.
    pub fn fits(self, state: RegistrationState) -> bool {
        match self {
            Decision::Approve => state == RegistrationState::AwaitingApproval,
            Decision::Reject => {
                matches!(state, RegistrationState::AwaitingApproval | RegistrationState::WaitingList(_))
            }
            Decision::Promote => matches!(state, RegistrationState::WaitingList(_)),
            Decision::Cancel => state.is_live(),
        }
    }
}

/// What a decision about several registrations would do, to be seen before it is made.
#[derive(Debug, Clone)]
pub struct Preview {
    pub access: EventAccess,
    /// Whom it concerns.
    pub fitting: Vec<Participant>,
    /// Whose state does not allow it, with that state.
    pub skipped: Vec<(Participant, RegistrationState)>,
}

/// Whom a decision would concern, and whom not.
pub fn preview(
    app: &App,
    account: &Account,
    slug: &str,
    ids: &[ParticipantId],
    decision: Decision,
) -> Result<Preview, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Organiser)?;
        let chosen: Vec<&ParticipantId> = ids.iter().take(MOST_AT_ONCE).collect();
        let mut people = participants::list_by_ids(db, &chosen)?;
        people.retain(|person| person.event == access.event().id);
        people
            .sort_by_cached_key(|person| (text::search_key(&person.profile.person.name), person.id.clone()));
        let states = stored::states_of(db, &chosen)?;
        let mut preview = Preview { access, fitting: Vec::new(), skipped: Vec::new() };
        for person in people {
            match states.get(&person.id) {
                Some(state) if decision.fits(*state) => preview.fitting.push(person),
                Some(state) => preview.skipped.push((person, *state)),
                None => {}
            }
        }
        Ok(preview)
    })
}

/// The ids that a filter finds, newest first; at most [`MOST_AT_ONCE`].
pub fn ids_found(
    app: &App,
    account: &Account,
    slug: &str,
    filter: &Filter,
) -> Result<Vec<ParticipantId>, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Organiser)?;
        let rows = stored::list(db, &access.event().id, filter, signed(MOST_AT_ONCE), 0)?;
        Ok(rows.into_iter().map(|row| row.registration.participant).collect())
    })
}

/// Carries out a decision about every registration that it fits, and skips the others. The reason stays in the log,
/// for organisers. Gives how many it was carried out for.
pub fn decide(
    app: &App,
    account: &Account,
    slug: &str,
    ids: &[ParticipantId],
    decision: Decision,
    reason: &str,
) -> Result<usize, DecisionError> {
    let reason = text::long(reason, text::NOTE_MAX)
        .map_err(|message| DecisionError::Invalid(Problems::one("reason", message)))?;
    let preview = preview(app, account, slug, ids, decision)?;
    let ids: Vec<ParticipantId> = preview.fitting.into_iter().map(|person| person.id).collect();
    let (actor, event) = (preview.access.actor(), &preview.access.event().id);
    let mut n = 0;
    for part in ids.chunks(PART) {
        n += match decision {
            Decision::Approve => registrations::approve(app, &actor, event, part)?,
            Decision::Reject => registrations::reject(app, &actor, event, part)?,
            Decision::Promote => registrations::promote(app, &actor, event, part)?,
            Decision::Cancel => cancel_each(app, &actor, part)?,
        };
    }
    if !reason.is_empty() {
        note_reason(app, &preview.access, &ids, &reason)?;
    }
    Ok(n)
}

/// Cancels one after the other; who has cancelled meanwhile is left out.
fn cancel_each(app: &App, actor: &Actor, ids: &[ParticipantId]) -> Result<usize, DecisionError> {
    let mut n = 0;
    for id in ids {
        match registrations::cancel(app, actor, id) {
            Ok(()) => n += 1,
            Err(ChangeError::State(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(n)
}

fn note_reason(
    app: &App,
    access: &EventAccess,
    ids: &[ParticipantId],
    reason: &str,
) -> Result<(), DecisionError> {
    let now = app.clock.now();
    app.store.write(|db| {
        for id in ids {
            access.note(app, db, now, "registration.reason", id.as_str(), reason)?;
        }
        Ok(())
    })
}

/// A part of a participant's profile as it was typed.
#[derive(Debug, Clone)]
pub enum ProfilePart {
    Person(PersonInput),
    Interests(InterestsInput),
    Attendance(AttendanceInput),
}

/// Changes a part of a participant's profile for them.
pub fn change_profile(
    app: &App,
    account: &Account,
    slug: &str,
    id: &ParticipantId,
    part: &ProfilePart,
) -> Result<(), DecisionError> {
    let access = organiser_of(app, account, slug, id)?;
    let actor = access.actor();
    match part {
        ProfilePart::Person(input) => my_event::update_person(app, &actor, id, input)?,
        ProfilePart::Interests(input) => my_event::update_interests(app, &actor, id, input)?,
        ProfilePart::Attendance(input) => my_event::update_attendance(app, &actor, id, input)?,
    }
    Ok(())
}

/// Mails a participant a new link: to confirm, or to *My event*.
pub fn send_link(app: &App, account: &Account, slug: &str, id: &ParticipantId) -> Result<(), DecisionError> {
    organiser_of(app, account, slug, id)?;
    let participant = app.store.read(|db| participants::get(db, id))?;
    let Some(email) = &participant.profile.person.email else {
        return Err(DecisionError::Invalid(Problems::one("email", Message::new("problem-no-address"))));
    };
    registrations::send_link(app, slug, email.as_str()).map_err(|error| match error {
        registrations::SignUpError::Fault(fault) => DecisionError::Denied(fault.into()),
        registrations::SignUpError::Invalid(problems) => DecisionError::Invalid(problems),
        registrations::SignUpError::Closed => DecisionError::Denied(Denied::NotFound),
    })
}

fn organiser_of(app: &App, account: &Account, slug: &str, id: &ParticipantId) -> Result<EventAccess, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Organiser)?;
        find(db, &access, id)?;
        Ok(access)
    })
}

/// The event's log with the names behind its ids.
#[derive(Debug, Clone)]
pub struct EventLog {
    pub access: EventAccess,
    pub entries: Vec<LogEntry>,
    pub people: Vec<Participant>,
    pub accounts: Vec<Account>,
}

/// The newest entries of the event's log.
pub fn event_log(app: &App, account: &Account, slug: &str) -> Result<EventLog, Denied> {
    app.store.read(|db| {
        let access = require_by_slug(db, account, slug, Role::Viewer)?;
        let entries = log::list(db, &access.event().id, None, 300)?;
        let ids: Vec<ParticipantId> =
            entries.iter().map(|entry| ParticipantId(entry.subject.clone())).collect();
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let accounts = crate::store::accounts::list(db)?;
        Ok::<_, Denied>(EventLog { access, entries, people, accounts })
    })
}

impl From<Fault> for DecisionError {
    fn from(fault: Fault) -> DecisionError {
        DecisionError::Denied(fault.into())
    }
}
