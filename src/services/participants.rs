//! *My event*: what a participant sees and changes behind the personal link, and the list of people who agreed to be
//! seen.

use super::links::{self, LinkError};
use super::meetings::{MyMeeting, schedule_in};
use super::registrations::{Actor, note, note_detail};
use super::{Fault, consents};
use crate::app::App;
use crate::domain::change::{self, differences};
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::participant::{AttendanceInput, InterestKind, InterestsInput, Participant, PersonInput};
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text;
use crate::domain::token::Token;
use crate::store::{self, Db, StoreError, events, participants, programme};

/// Everything about a participant at an event.
#[derive(Debug, Clone)]
pub struct MyEvent {
    pub event: Event,
    pub programme: Programme,
    pub participant: Participant,
    pub registration: Registration,
    /// Place in the waiting list.
    pub place: Option<u32>,
    pub meetings: Vec<MyMeeting>,
}

/// Opens *My event* with the token of a personal link.
pub fn by_token(app: &App, token: &Token) -> Result<MyEvent, LinkError> {
    let now = app.clock.now();
    app.store.read(|db| {
        let id = links::open_personal(db, token, now)?;
        Ok(my_event(db, &id)?)
    })
}

fn my_event(db: &mut Db, id: &ParticipantId) -> Result<MyEvent, Fault> {
    let participant = participants::get(db, id)?;
    let registration = store::registrations::get(db, id)?;
    let place = match registration.state {
        RegistrationState::WaitingList(seq) => {
            Some(store::registrations::waiting_place(db, &participant.event, seq)?)
        }
        _ => None,
    };
    Ok(MyEvent {
        event: events::get(db, &participant.event)?,
        programme: programme::get(db, &participant.event)?,
        meetings: schedule_in(db, id)?,
        participant,
        registration,
        place,
    })
}

/// Why a change was not taken.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    #[error("the answers have problems: {0}")]
    Invalid(Problems),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for UpdateError {
    fn from(error: StoreError) -> UpdateError {
        UpdateError::Fault(error.into())
    }
}

/// Changes who a participant is. The address stays: a new one would have to be confirmed first, and it is what the
/// registration hangs on; whoever has a new one registers with it and cancels the old.
pub fn update_person(
    app: &App,
    actor: &Actor,
    id: &ParticipantId,
    input: &PersonInput,
) -> Result<(), UpdateError> {
    update(app, actor, id, "participant.changed_person", |participant, lists| {
        let email = participant.profile.person.email.clone();
        let known = email.as_ref().map(|email| email.as_str().to_string());
        let input = PersonInput { email: known.unwrap_or_else(|| input.email.clone()), ..input.clone() };
        participant.profile.person = input.parse(lists)?;
        Ok(())
    })
}

/// Changes what a participant offers and seeks.
pub fn update_interests(
    app: &App,
    actor: &Actor,
    id: &ParticipantId,
    input: &InterestsInput,
) -> Result<(), UpdateError> {
    update(app, actor, id, "participant.changed_interests", |participant, lists| {
        participant.profile.interests = input.parse(lists)?;
        Ok(())
    })
}

/// Changes when a participant is there. Meetings that are already planned stay; the next round or repair sees it.
pub fn update_attendance(
    app: &App,
    actor: &Actor,
    id: &ParticipantId,
    input: &AttendanceInput,
) -> Result<(), UpdateError> {
    update(app, actor, id, "participant.changed_attendance", |participant, lists| {
        participant.profile.attendance = input.parse(lists)?;
        Ok(())
    })
}

/// Changes whether a participant is listed for others, and the language of their mails; `shown_in` is the language in
/// which they were asked. That is possible at any time.
pub fn update_consent(
    app: &App,
    actor: &Actor,
    id: &ParticipantId,
    listed: bool,
    lang: Lang,
    shown_in: Lang,
) -> Result<(), UpdateError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let mut participant = open_for_change(db, id)?.0;
        consents::note_listed(app, db, id, listed, shown_in, now)?;
        participant.profile.listed = listed;
        participant.profile.lang = lang;
        participant.updated_at = now;
        participants::update(db, &participant)?;
        note(app, db, &participant.event, id, actor, "participant.changed_consent", now)?;
        Ok(())
    })
}

fn update(
    app: &App,
    actor: &Actor,
    id: &ParticipantId,
    action: &str,
    change: impl FnOnce(&mut Participant, &Programme) -> Result<(), Problems>,
) -> Result<(), UpdateError> {
    let now = app.clock.now();
    app.store.write(|db| {
        let (before, event) = open_for_change(db, id)?;
        if *actor == Actor::Participant && !event.takes_changes(now) {
            return Err(UpdateError::Invalid(too_late(&event)));
        }
        let lists = programme::get(db, &event.id)?;
        let mut participant = before.clone();
        change(&mut participant, &lists).map_err(UpdateError::Invalid)?;
        let changes = differences(&before, &participant, &event, &lists);
        if changes.is_empty() {
            return Ok(());
        }
        participant.updated_at = now;
        participants::update(db, &participant)?;
        note_detail(app, db, &event.id, id, actor, action, change::encode(&changes), now)?;
        Ok(())
    })
}

/// A participant who is still coming, with the event, whose row is locked.
fn open_for_change(db: &mut Db, id: &ParticipantId) -> Result<(Participant, Event), UpdateError> {
    let event = participants::get(db, id)?.event;
    let event = events::lock(db, &event)?;
    if !store::registrations::get(db, id)?.state.is_live() {
        let ended = Problems::one("registration", Message::new("problem-registration-ended"));
        return Err(UpdateError::Invalid(ended));
    }
    Ok((participants::get(db, id)?, event))
}

fn too_late(event: &Event) -> Problems {
    let message = Message::new("problem-changes-over").with("contact", &event.contact_email);
    Problems::one("registration", message)
}

/// What a reader looks for in the list of people.
#[derive(Debug, Clone, Default)]
pub struct DirectoryFilter {
    /// Words in the name, organisation, city, offers or seeks.
    pub search: String,
    pub topic: Option<TopicId>,
    /// With a topic: who offers or who seeks it.
    pub kind: Option<InterestKind>,
    /// ISO code.
    pub country: Option<String>,
    pub participant_type: Option<TypeId>,
}

impl DirectoryFilter {
    fn shows(&self, participant: &Participant) -> bool {
        let profile = &participant.profile;
        let person = &profile.person;
        let topic_fits = self.topic.as_ref().is_none_or(|topic| {
            let fits = |kind| self.kind.is_none_or(|wanted| wanted == kind);
            profile.interests.iter().any(|interest| interest.topic == *topic && fits(interest.kind))
        });
        let country_fits = self.country.as_ref().is_none_or(|country| person.country == *country);
        let type_fits =
            self.participant_type.as_ref().is_none_or(|kind| person.participant_type.as_ref() == Some(kind));
        topic_fits && country_fits && type_fits && self.words_fit(participant)
    }

    fn words_fit(&self, participant: &Participant) -> bool {
        let profile = &participant.profile;
        let person = &profile.person;
        let texts = profile.interests.iter().map(|interest| interest.text.as_str());
        let own = [person.name.as_str(), person.organisation.as_str(), person.city.as_str()];
        let haystack = text::search_key(&own.into_iter().chain(texts).collect::<Vec<_>>().join(" "));
        self.search.split_whitespace().all(|word| haystack.contains(&text::search_key(word)))
    }
}

/// The people whom a participant may see: registered, and agreed to be listed. Only who is registered and listed sees
/// others. By organisation and name.
pub fn directory(
    app: &App,
    who: &ParticipantId,
    filter: &DirectoryFilter,
) -> Result<Vec<Participant>, Fault> {
    app.store.read(|db| {
        let me = participants::get(db, who)?;
        if !may_see_others(db, &me)? {
            return Ok(Vec::new());
        }
        let registered = [RegistrationState::Registered.code()];
        let mut people = participants::list_in_states(db, &me.event, &registered)?;
        people.retain(|other| other.id != me.id && other.profile.listed && filter.shows(other));
        people.sort_by_cached_key(|other| {
            let person = &other.profile.person;
            (text::search_key(&person.organisation), text::search_key(&person.name), other.id.clone())
        });
        Ok(people)
    })
}

fn may_see_others(db: &mut Db, me: &Participant) -> Result<bool, StoreError> {
    Ok(me.profile.listed && store::registrations::get(db, &me.id)?.state.holds_seat())
}

/// Those of `others` whom a participant may see, in the same order.
pub fn people(app: &App, who: &ParticipantId, others: &[ParticipantId]) -> Result<Vec<Participant>, Fault> {
    let found = others.iter().map(|other| person(app, who, other)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// One of the people whom a participant may see, a partner of a meeting or one who wished for them.
pub fn person(app: &App, who: &ParticipantId, other: &ParticipantId) -> Result<Option<Participant>, Fault> {
    app.store.read(|db| {
        let me = participants::get(db, who)?;
        let found = match participants::get(db, other) {
            Err(StoreError::NotFound) => return Ok(None),
            found => found?,
        };
        if found.event != me.event || found.id == me.id {
            return Ok(None);
        }
        let meets =
            store::meetings::list_planned_of(db, who)?.iter().any(|meeting| meeting.partner_of(who) == other);
        let wished = store::wishes::list_to(db, who)?
            .iter()
            .any(|wish| wish.from == *other && wish.kind == crate::domain::wish::WishKind::Wish);
        let registered = store::registrations::get(db, other)?.state.holds_seat();
        let visible = registered && (meets || wished || (found.profile.listed && may_see_others(db, &me)?));
        Ok(visible.then_some(found))
    })
}
