//! What organisers see of the participants of their event, and what they change for them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{ChangeAccess, EventAccess};
use super::consents;
use super::door::{self, Came};
use super::events::EditError;
use super::history;
use super::listing::{self, Listing};
use super::meetings::{MyMeeting, schedule_in};
use super::my_event;
use super::registrations::{self, DecisionError};
use super::revising::Saved;
use super::session_places::{self, Rooms};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::burst::Burst;
use crate::domain::consent::{Consent, OptionalPurpose};
use crate::domain::event::{Event, ParticipantType, Programme};
use crate::domain::ids::{EventId, ParticipantId, SessionId};
use crate::domain::mail::OutboxEntry;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::profile_input::{AttendanceInput, InterestsInput, PersonForm};
use crate::domain::question::Question;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::wish::Wish;
use crate::store::outbox::OutboxFilter;
use crate::store::registrations as stored;
use crate::store::{
    Db, StoreError, blocked_addresses, check_ins, consents as stored_consents, log, outbox, participants,
    people_views, programme, questions, tags, wishes,
};

pub use crate::domain::people_filter::{Filter, View};
pub use crate::store::blocked_addresses::Block;
pub use crate::store::check_ins::CheckIn;
pub use crate::store::log::LogEntry;
pub use crate::store::registrations::ListRow;

/// Rows on a page of the list.
pub const PAGE_SIZE: usize = 50;

/// A page of the list of participants.
#[derive(Debug, Clone, Default)]
pub struct People {
    pub rows: Vec<ListRow>,
    /// When those of the rows who changed answers themselves did so last.
    pub changed: HashMap<ParticipantId, DateTime<Utc>>,
    /// Who of the event awaits approval because of a burst.
    pub held: HashMap<ParticipantId, Burst>,
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
    pub types: Vec<ParticipantType>,
    /// Every tag of the event.
    pub tags: Vec<String>,
    /// The tags of the rows.
    pub tagged: HashMap<ParticipantId, Vec<String>>,
    /// When those of the rows came who have come.
    pub came: HashMap<ParticipantId, CheckIn>,
    /// Whether anybody has come.
    pub has_begun: bool,
    /// Filters under names.
    pub views: Vec<View>,
}

/// What an event's people can be filtered by beside what all events have: its own questions, what it asks beside the registration with
/// how many agree, its participant types, and its tags.
pub(super) type FilterChoices =
    (Vec<Question>, Vec<(OptionalPurpose, usize)>, Vec<ParticipantType>, Vec<String>);

pub(super) fn filter_choices(db: &mut Db, event: &EventId) -> Result<FilterChoices, StoreError> {
    let mut asked = Vec::new();
    for text in consents::asked_in(db, event)? {
        asked.push((text.purpose, consents::count_agreed(db, event, text.purpose)?));
    }
    let (types, tags) = (programme::list_types(db, event)?, tags::list(db, event)?);
    Ok((questions::list(db, event)?, asked, types, tags))
}

/// A page of the participants whom a listing finds; pages count from 1.
pub fn list(app: &App, access: &EventAccess, listing: &Listing, page: usize) -> Result<People, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let offset = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
        let found = listing::found(db, event, listing)?;
        let shown: Vec<&ParticipantId> = found.iter().skip(offset).take(PAGE_SIZE).collect();
        let rows = stored::list_of(db, &shown)?;
        let all = stored::count(db, event, &Filter::default())?;
        let ids: Vec<&str> = rows.iter().map(|row| row.registration.participant.as_str()).collect();
        let changed = log::last_own_changes(db, event, &ids)?;
        let proved = rows.iter().filter(|row| row.registration.state.has_proved_address());
        let proved: Vec<&ParticipantId> = proved.map(|row| &row.registration.participant).collect();
        let agreed = stored_consents::standing(db, &proved)?;
        let (questions, asked, types, all_tags) = filter_choices(db, event)?;
        let on_page: Vec<&ParticipantId> = rows.iter().map(|row| &row.registration.participant).collect();
        let (tagged, views) = (tags::of(db, &on_page)?, people_views::list(db, event)?);
        let (came, has_begun) = (check_ins::of(db, &on_page)?, check_ins::count(db, event)? > 0);
        let (held, found, all) = (registrations::held(db, event)?, found.len(), unsigned(all));
        let of_event = People { rows, changed, held, found, all, asked, agreed, ..People::default() };
        Ok(People { questions, types, tags: all_tags, tagged, views, came, has_begun, ..of_event })
    })
}

fn unsigned(n: i64) -> usize {
    usize::try_from(n).unwrap_or_default()
}

/// Everything about one participant.
#[derive(Debug, Clone)]
pub struct Dossier {
    pub event: Event,
    pub programme: Programme,
    /// How full its sessions with limited places are.
    pub rooms: Rooms,
    pub participant: Participant,
    pub registration: Registration,
    /// Place in the waiting list.
    pub place: Option<u32>,
    pub history: Vec<LogEntry>,
    /// The organisers who are named in it.
    pub actors: Vec<Account>,
    pub mails: Vec<OutboxEntry>,
    /// Their own wishes and blocks with the other's name.
    pub wishes: Vec<(Wish, Participant)>,
    pub meetings: Vec<MyMeeting>,
    /// Why no mail goes to their address, if so.
    pub blocked: Option<Block>,
    /// Why they await approval, if not everybody does.
    pub held: Option<Burst>,
    /// When they came, and who said so.
    pub came: Option<Came>,
    /// The sessions to which they are invited.
    pub invited: Vec<SessionId>,
    /// What they agree to, as far as the event asks it.
    pub consents: Vec<(OptionalPurpose, Option<Consent>)>,
}

/// Everything about one participant of the event.
pub fn dossier(app: &App, access: &EventAccess, id: &ParticipantId) -> Result<Dossier, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let participant = participants::get(db, id)?;
        if participant.event != *event {
            return Err(StoreError::NotFound.into());
        }
        let registration = stored::get(db, id)?;
        let place = match registration.state {
            RegistrationState::WaitingList(seq) => Some(stored::waiting_place(db, event, seq)?),
            _ => None,
        };
        let blocked = match &participant.profile.person.email {
            Some(email) => blocked_addresses::find(db, email)?,
            None => None,
        };
        let entries = log::list(db, event, Some(id.as_str()), 100)?;
        let filter = OutboxFilter { participant: Some(id.clone()), ..OutboxFilter::default() };
        let programme = programme::get(db, event)?;
        Ok(Dossier {
            event: access.event().clone(),
            rooms: session_places::rooms_in(db, event, &programme)?,
            programme,
            actors: history::actors(db, &entries)?,
            history: entries,
            mails: outbox::list(db, &filter, 100, 0)?,
            wishes: wishes_of(db, id)?,
            consents: consents::of_participant(db, event, &registration)?,
            meetings: schedule_in(db, id)?,
            held: registrations::held(db, event)?.remove(id),
            came: door::came(db, id)?,
            invited: my_event::invited(db, id)?,
            blocked,
            participant,
            registration,
            place,
        })
    })
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

/// A part of a participant's profile as it was typed.
#[derive(Debug, Clone)]
pub enum ProfilePart {
    Person(Typed<PersonForm>),
    Interests(Typed<InterestsInput>),
    Attendance(Typed<AttendanceInput>),
}

impl ProfilePart {
    /// The form that comes back: it has seen what is stored by now.
    pub fn again(&self, known: &Dossier) -> ProfilePart {
        let profile = &known.participant.profile;
        match self {
            ProfilePart::Person(typed) => {
                let stored = profile.person.input(&known.programme).form(&known.programme);
                ProfilePart::Person(typed.again(&stored))
            }
            ProfilePart::Interests(typed) => {
                ProfilePart::Interests(typed.again(&InterestsInput::of(&profile.interests)))
            }
            ProfilePart::Attendance(typed) => {
                ProfilePart::Attendance(typed.again(&AttendanceInput::of(&profile.attendance)))
            }
        }
    }
}

/// Changes a part of a participant's profile for them.
pub fn change_profile(
    app: &App,
    access: &ChangeAccess,
    id: &ParticipantId,
    part: &ProfilePart,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let theirs = app.store.read(|db| access.to_participant(db, id))?;
    Ok(match part {
        ProfilePart::Person(input) => my_event::update_person(app, &theirs, input, accepted)?,
        ProfilePart::Interests(input) => my_event::update_interests(app, &theirs, input)?,
        ProfilePart::Attendance(input) => my_event::update_attendance(app, &theirs, input, accepted)?,
    })
}

/// Mails a participant a new link: to confirm, or to *My event*.
pub fn send_link(app: &App, access: &ChangeAccess, id: &ParticipantId) -> Result<(), DecisionError> {
    let participant = app.store.read(|db| {
        let theirs = access.to_participant(db, id)?;
        participants::get(db, theirs.id())
    })?;
    let Some(email) = &participant.profile.person.email else {
        return Err(DecisionError::Invalid(Problems::one("email", Message::new("problem-no-address"))));
    };
    Ok(registrations::send_link_to(app, &access.event().id, email)?)
}
