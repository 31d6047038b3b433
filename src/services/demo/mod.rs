//! The demo event: a European Cluster Conference with made-up participants, the same for the same seed.

mod consents;
mod data;
mod interests;
mod lots;
mod names;
mod organisations;
mod people;
mod programme;
mod questions;
pub(super) mod trial;

use chrono::{DateTime, Duration, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

pub use data::BadData;
pub use programme::SLUG;

use self::data::Data;
use self::organisations::Organisation;
use self::people::{DemoPerson, DemoState, DemoWish};
use super::Fault;
use super::log::note_by_system;
use super::passwords::{HashError, Password};
use super::registrations::insert_registered;
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::answer::{AnswerKey, Answers};
use crate::domain::event::{Event, Programme};
use crate::domain::field::FIELDS;
use crate::domain::ids::{AccountId, EventId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::participant::{Attendance, Interest, Participant, Person, Profile, Source};
use crate::domain::problems::Message;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text::Email;
use crate::domain::visibility::ShownFields;
use crate::domain::wish::Wish;
use crate::random::Random;
use crate::services::calendars;
use crate::services::fault::from_store_error;
use crate::services::tx::{Tx, write};
use crate::store::registrations::{self, Filter};
use crate::store::{self, Db, StoreError};

/// The address with which the demo's organiser logs in.
const ORGANISER_EMAIL: &str = "organiser@conference.example.org";

/// What was filled, for whoever shows the way around it.
#[derive(Debug, Clone)]
pub struct Demo {
    pub event: EventId,
    pub slug: &'static str,
    pub organiser: AccountId,
    pub organiser_email: &'static str,
    /// New at each start; only its hash is stored.
    pub organiser_password: String,
    /// Who has a seat, in the order of registration.
    pub registered: Vec<ParticipantId>,
    /// Whether the event was made now; otherwise it was found as an earlier start left it.
    pub is_new: bool,
}

/// Why the demo could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("the password made up for the organiser is refused: {}", .0.key)]
    Password(Message),
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error(transparent)]
    Email(#[from] BadEmail),
    #[error(transparent)]
    Data(#[from] BadData),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(DemoError);

/// An address that was made up is none: a fault of the lists of names.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is made up as an address and is none")]
pub struct BadEmail(String);

/// Fills the demo event with `count` people in one transaction, or finds it if it is there. The organiser gets a new
/// password in either case.
pub fn fill(app: &App, count: usize, seed: u64) -> Result<Demo, DemoError> {
    let organiser_password = format!("{}-{}", app.random.code(), app.random.code());
    let checked = Password::check(&organiser_password, &[]).map_err(DemoError::Password)?;
    let hash = app.passwords.hash(&checked, &app.random)?;
    write(app, |tx| {
        let organiser = organiser(tx, &hash)?;
        let (event, is_new) = match store::events::get_by_slug(tx.db, SLUG) {
            Ok(event) => (event.id, false),
            Err(StoreError::NotFound) => (fill_event(tx, &organiser, count, seed)?, true),
            Err(other) => return Err(other.into()),
        };
        let state = Some(RegistrationState::Registered.code().to_string());
        let newest_first = registrations::names(tx.db, &event, &Filter { state, ..Filter::default() })?;
        Ok(Demo {
            event,
            slug: SLUG,
            organiser,
            organiser_email: ORGANISER_EMAIL,
            organiser_password: organiser_password.clone(),
            registered: newest_first.into_iter().rev().map(|one| one.id).collect(),
            is_new,
        })
    })
}

fn email(text: &str) -> Result<Email, BadEmail> {
    Email::parse(text).map_err(|_| BadEmail(text.to_string()))
}

/// The demo's organiser with this password: an administrator, so that every page can be seen.
fn organiser(tx: &mut Tx<'_>, hash: &str) -> Result<AccountId, DemoError> {
    let email = email(ORGANISER_EMAIL)?;
    if let Some((account, _)) = store::accounts::find_by_email(tx.db, &email)? {
        store::accounts::set_password(tx.db, &account.id, hash)?;
        return Ok(account.id);
    }
    let account = Account {
        id: tx.app.random.id(tx.now),
        email: email.as_str().to_string(),
        name: "Demo Organiser".to_string(),
        is_admin: true,
        lang: Lang::En,
        created_at: tx.now,
    };
    store::accounts::insert(tx.db, &account, Some(hash))?;
    Ok(account.id)
}

fn fill_event(tx: &mut Tx<'_>, organiser: &AccountId, count: usize, seed: u64) -> Result<EventId, DemoError> {
    let random = Random::seeded(seed);
    let data = Data::read()?;
    let event = programme::event(&data, random.id(tx.now), count, tx.now);
    let lists = Programme {
        questions: questions::questions(&data, &event, seed, tx.now),
        ..programme::programme(&data, event.starts_on, &random, tx.now)
    };
    store::events::insert(tx.db, &event, organiser, tx.now)?;
    calendars::begin(tx, &event.id)?;
    store::events::set_role(tx.db, &event.id, organiser, Role::Owner)?;
    insert_programme(tx.db, &event, &lists)?;
    consents::ask(tx.db, &event, tx.now)?;
    let mut rng = StdRng::seed_from_u64(seed);
    let people = people::people(&data, count, &mut rng);
    let every = sign_up_every(count);
    let mut ids = Vec::with_capacity(people.len());
    for (at, person) in people.iter().enumerate() {
        let signed_up = tx.now - every * i32::try_from(count - at).unwrap_or(i32::MAX);
        let mut participant = participant(&data, person, random.id(signed_up), &event, &lists, signed_up)?;
        questions::answer(&data, &lists.questions, at, &mut participant.profile.person);
        insert_person(tx, person.state, &participant)?;
        consents::say(tx, &event, &participant, at)?;
        ids.push(participant.id);
    }
    for wish in people::wishes(&data, &people, &mut rng) {
        insert_wish(tx.db, &event, &ids, &wish, tx.now)?;
    }
    let detail = format!("{count} people from seed {seed}");
    note_by_system(tx, &event.id, "demo.filled", event.id.as_str(), &detail)?;
    Ok(event.id)
}

/// Time between two sign-ups: so much that all of them come within a hundred days.
fn sign_up_every(count: usize) -> Duration {
    let each = Duration::days(100).num_seconds() / i64::try_from(count.max(1)).unwrap_or(i64::MAX);
    Duration::seconds(each).min(Duration::minutes(37))
}

fn insert_programme(db: &mut Db, event: &Event, lists: &Programme) -> Result<(), StoreError> {
    for (position, kind) in (1..).zip(&lists.types) {
        store::programme::insert_type(db, &event.id, kind, position)?;
    }
    store::programme::replace_type_rules(db, &event.id, &lists.type_rules)?;
    for (position, topic) in (1..).zip(&lists.topics) {
        store::programme::insert_topic(db, &event.id, topic, position)?;
    }
    for (place, question) in lists.questions.iter().enumerate() {
        store::questions::insert(db, &event.id, question, place)?;
    }
    for session in &lists.sessions {
        store::agenda::insert_session(db, &event.id, session)?;
    }
    for block in &lists.blocks {
        let slots = lists.slots.iter().filter(|slot| slot.block == block.id);
        let ids: Vec<_> = slots.map(|slot| slot.id.clone()).collect();
        store::agenda::insert_block(db, &event.id, block, &ids)?;
    }
    Ok(())
}

fn participant(
    data: &Data,
    person: &DemoPerson<'_>,
    id: ParticipantId,
    event: &Event,
    lists: &Programme,
    signed_up: DateTime<Utc>,
) -> Result<Participant, BadEmail> {
    let group = person.organisation.group as usize;
    let own_type = lists.types.get(group % lists.types.len().max(1));
    let interests = person.interests.iter().filter_map(|own| {
        let topic = lists.topics.get(own.topic)?.id.clone();
        Some(Interest { topic, kind: own.kind, text: own.text.clone() })
    });
    Ok(Participant {
        id,
        event: event.id.clone(),
        profile: Profile {
            person: Person {
                name: person.name.clone(),
                email: Some(email(&person.email)?),
                organisation: person.organisation.name.clone(),
                organisation_type: person.organisation.kind,
                country: person.organisation.country.code.clone(),
                participant_type: own_type.map(|kind| kind.id.clone()),
                languages: person.languages.clone(),
                answers: answers(data, person),
            },
            interests: interests.collect(),
            attendance: Attendance {
                blocks: person
                    .blocks
                    .iter()
                    .filter_map(|at| Some(lists.blocks.get(*at)?.id.clone()))
                    .collect(),
                sessions: person
                    .sessions
                    .iter()
                    .filter_map(|at| Some(lists.sessions.get(*at)?.id.clone()))
                    .collect(),
                waiting: Vec::new(),
                max_meetings: person.max_meetings,
            },
            listed: person.listed,
            shown: shown(person),
            lang: person.lang,
        },
        source: Source::Demo,
        created_at: signed_up,
        updated_at: signed_up,
    })
}

/// What somebody says of themselves beside that; their address draws the lots.
fn answers(data: &Data, person: &DemoPerson<'_>) -> Answers {
    let Organisation { city, domain, .. } = &person.organisation;
    let lot: usize = person.email.bytes().map(usize::from).sum();
    let mut answers = Answers::default();
    for field in &FIELDS {
        let Some(texts) = data.answers.get(field.code) else { continue };
        let text = texts.get(lot % texts.len().max(1)).map(|text| text.get(person.lang, Lang::En));
        let text = text.unwrap_or_default().replace("{c}", city).replace("{d}", domain);
        answers.set(AnswerKey::Field(field.code), field.kind.read(&text));
    }
    answers
}

/// What somebody shows of themselves: most people everything, some no city, and some not even their name.
fn shown(person: &DemoPerson<'_>) -> ShownFields {
    match person.max_meetings {
        _ if !person.listed => ShownFields::default(),
        12 => ShownFields::read(["texts"]),
        10 => ShownFields::read(["name", "texts"]),
        _ => ShownFields::all(),
    }
}

fn insert_person(tx: &mut Tx<'_>, state: DemoState, participant: &Participant) -> Result<(), Fault> {
    let state = match state {
        DemoState::Registered | DemoState::Waiting => {
            insert_registered(tx, participant)?;
            return Ok(());
        }
        DemoState::Unconfirmed => RegistrationState::Unconfirmed,
        DemoState::Cancelled => RegistrationState::Cancelled,
    };
    store::participants::insert(tx.db, participant)?;
    let registration = Registration {
        participant: participant.id.clone(),
        event: participant.event.clone(),
        code: tx.app.random.code(),
        state,
        created_at: participant.created_at,
        changed_at: tx.now,
    };
    Ok(store::registrations::insert(tx.db, &registration)?)
}

fn insert_wish(
    db: &mut Db,
    event: &Event,
    ids: &[ParticipantId],
    wish: &DemoWish<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (Some(from), Some(to)) = (ids.get(wish.from), ids.get(wish.to)) else { return Ok(()) };
    let wish = Wish {
        from: from.clone(),
        to: to.clone(),
        kind: wish.kind,
        message: wish.message.to_string(),
        shown: true,
        created_at: now,
    };
    store::wishes::put(db, &event.id, &wish)
}
