//! A participant: who they are, what they offer and seek, when they are there.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::answer::{AnswerKey, Answers, Value};
use super::day_hours::{OwnDay, OwnTime};
use super::event::{Event, Session, Slot};
use super::field;
use super::floor::Guest;
use super::ids::{BlockId, EventId, ParticipantId, SessionId, TopicId, TypeId};
use super::lang::Lang;
use super::organisation::OrganisationType;
use super::text::{self, Email};
use super::visibility::ShownFields;

/// Most meetings that a participant can ask for.
pub const MAX_MEETINGS: u32 = 50;
/// Most meetings of a participant of whom nobody has said how many they want.
pub const USUAL_MAX_MEETINGS: u32 = 8;

/// Whether an interest is given or wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InterestKind {
    Offer,
    Seek,
}

impl InterestKind {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            InterestKind::Offer => "offer",
            InterestKind::Seek => "seek",
        }
    }

    /// Reads what [`InterestKind::code`] wrote.
    pub fn parse(code: &str) -> Option<InterestKind> {
        [InterestKind::Offer, InterestKind::Seek].into_iter().find(|kind| kind.code() == code)
    }
}

/// A topic that a participant offers or seeks, with a text of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub topic: TopicId,
    pub kind: InterestKind,
    /// May be empty.
    pub text: String,
}

/// Where a participant's data came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Form,
    /// An organiser entered them from a list.
    Import,
    /// The event's team entered them by hand.
    ByHand,
    Demo,
}

impl Source {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Source::Form => "form",
            Source::Import => "import",
            Source::ByHand => "by_hand",
            Source::Demo => "demo",
        }
    }

    /// Reads what [`Source::code`] wrote.
    pub fn parse(code: &str) -> Option<Source> {
        let all = [Source::Form, Source::Import, Source::ByHand, Source::Demo];
        all.into_iter().find(|source| source.code() == code)
    }
}

/// Who a participant is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Name for the badge.
    pub name: String,
    /// Absent for an organisation that was imported without an address; such a participant is never mailed.
    pub email: Option<Email>,
    pub organisation: String,
    pub organisation_type: OrganisationType,
    /// ISO 3166-1 alpha-2; empty where an import did not know it.
    pub country: String,
    pub participant_type: Option<TypeId>,
    /// ISO 639-1 codes of the languages that the person can talk in.
    pub languages: Vec<String>,
    /// Everything else that was asked.
    pub answers: Answers,
}

impl Person {
    /// The answer to a question, if there is one.
    pub fn answer(&self, key: &AnswerKey) -> Option<Value> {
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        match key {
            AnswerKey::Field(field::NAME) => text(&self.name).map(Value::Text),
            AnswerKey::Field(field::EMAIL) => self.email.clone().map(Value::Email),
            AnswerKey::Field(field::ORGANISATION) => text(&self.organisation).map(Value::Text),
            AnswerKey::Field(field::ORGANISATION_TYPE) => {
                Some(Value::OrganisationType(self.organisation_type))
            }
            AnswerKey::Field(field::COUNTRY) => text(&self.country).map(Value::Country),
            AnswerKey::Field(field::PARTICIPANT_TYPE) => {
                self.participant_type.clone().map(Value::ParticipantType)
            }
            AnswerKey::Field(field::LANGUAGES) => {
                (!self.languages.is_empty()).then(|| Value::Languages(self.languages.clone()))
            }
            other => self.answers.get(other).cloned(),
        }
    }

    /// Replaces an answer, or takes it away.
    pub fn set(&mut self, key: AnswerKey, value: Option<Value>) {
        match (key, value) {
            (AnswerKey::Field(field::NAME), value) => self.name = text_of(value),
            (AnswerKey::Field(field::ORGANISATION), value) => self.organisation = text_of(value),
            (AnswerKey::Field(field::EMAIL), Some(Value::Email(email))) => self.email = Some(email),
            (AnswerKey::Field(field::EMAIL), _) => self.email = None,
            (AnswerKey::Field(field::ORGANISATION_TYPE), Some(Value::OrganisationType(kind))) => {
                self.organisation_type = kind;
            }
            (AnswerKey::Field(field::ORGANISATION_TYPE), _) => {
                self.organisation_type = OrganisationType::default()
            }
            (AnswerKey::Field(field::COUNTRY), Some(Value::Country(code))) => self.country = code,
            (AnswerKey::Field(field::COUNTRY), _) => self.country.clear(),
            (AnswerKey::Field(field::PARTICIPANT_TYPE), Some(Value::ParticipantType(id))) => {
                self.participant_type = Some(id);
            }
            (AnswerKey::Field(field::PARTICIPANT_TYPE), _) => self.participant_type = None,
            (AnswerKey::Field(field::LANGUAGES), Some(Value::Languages(codes))) => self.languages = codes,
            (AnswerKey::Field(field::LANGUAGES), _) => self.languages.clear(),
            (key, value) => self.answers.set(key, value),
        }
    }

    /// Their own clock and the hours in which they meet by it; none where everybody is at one place.
    pub fn own_day(&self, event: &Event) -> Option<OwnDay> {
        OwnTime::of(&self.answers).day(event, &self.country)
    }

    /// The address as it is compared; empty if there is none.
    pub fn email_key(&self) -> String {
        self.email.as_ref().map(Email::key).unwrap_or_default()
    }

    /// Whether everything that told who it was is deleted: everybody else has a name or speaks for an organisation.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty() && self.organisation.is_empty()
    }

    /// As a mail or a calendar names them: `Ada Lovelace (Analytical Engines)`, or the organisation alone where no name
    /// is known.
    pub fn shown(&self) -> String {
        let (name, organisation) = (text::shown_name(&self.name), text::shown_name(&self.organisation));
        match (name.is_empty(), organisation.is_empty() || organisation == name) {
            (true, _) => organisation,
            (false, true) => name,
            (false, false) => format!("{name} ({organisation})"),
        }
    }
}

/// When a participant is there, and how much they want to talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    pub blocks: Vec<BlockId>,
    /// The sessions that they chose.
    pub sessions: Vec<SessionId>,
    /// Those of them in which they wait for a place: decided by the places there are, not by what they say.
    pub waiting: Vec<SessionId>,
    /// Most meetings wanted.
    pub max_meetings: u32,
}

impl Attendance {
    /// Whether the person takes part in a session: chose it, and does not wait for a place in it.
    pub fn takes_part_in(&self, session: &SessionId) -> bool {
        self.sessions.contains(session) && !self.waiting.contains(session)
    }

    /// Pairs of sessions that the person chose and that overlap.
    pub fn at_once<'a>(&self, sessions: &'a [Session]) -> Vec<(&'a Session, &'a Session)> {
        let chosen: Vec<&Session> = sessions.iter().filter(|one| self.sessions.contains(&one.id)).collect();
        let mut pairs = Vec::new();
        for (n, one) in chosen.iter().enumerate() {
            let overlaps = |other: &&&Session| one.starts_at < other.ends_at && other.starts_at < one.ends_at;
            pairs.extend(chosen.iter().skip(n + 1).filter(overlaps).map(|other| (*one, *other)));
        }
        pairs
    }

    /// A session that the person takes part in and that overlaps this slot.
    pub fn session_in<'a>(&self, slot: &Slot, sessions: &'a [Session]) -> Option<&'a Session> {
        // Few sessions are at that time: looking whether somebody takes part in them costs more.
        let overlaps =
            |session: &&Session| session.starts_at < slot.ends_at && slot.starts_at < session.ends_at;
        sessions.iter().filter(overlaps).find(|session| self.takes_part_in(&session.id))
    }
}

/// Everything that a person says of themselves, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub person: Person,
    pub interests: Vec<Interest>,
    pub attendance: Attendance,
    /// Agreed to be listed for other participants.
    pub listed: bool,
    /// What the list shows of them beyond organisation and topics.
    pub shown: ShownFields,
    /// Language of pages and mails.
    pub lang: Lang,
}

impl Profile {
    /// Puts what is offered and sought of one topic to another one. Both texts stay, one below the other, as long as they are
    /// short enough together.
    pub fn merge_topics(&mut self, from: &TopicId, into: &TopicId) {
        let (moved, mut kept): (Vec<Interest>, Vec<Interest>) =
            self.interests.drain(..).partition(|interest| interest.topic == *from);
        for interest in moved {
            let same = kept.iter_mut().find(|one| one.topic == *into && one.kind == interest.kind);
            match same {
                Some(one) => one.text = text::joined(&one.text, &interest.text),
                None => kept.push(Interest { topic: into.clone(), ..interest }),
            }
        }
        kept.sort_by(|x, y| (&x.topic, x.kind).cmp(&(&y.topic, y.kind)));
        self.interests = kept;
    }

    /// The topics that two people have in common, in the order of the first one's interests.
    pub fn common_with(&self, other: &Profile) -> CommonTopics {
        let names = |profile: &Profile, topic: &TopicId, kind| {
            profile.interests.iter().any(|interest| interest.topic == *topic && interest.kind == kind)
        };
        let mut common = CommonTopics::default();
        for interest in &self.interests {
            let topic = &interest.topic;
            let opposite = match interest.kind {
                InterestKind::Offer => InterestKind::Seek,
                InterestKind::Seek => InterestKind::Offer,
            };
            let list = match (names(other, topic, opposite), names(other, topic, interest.kind)) {
                (true, _) if interest.kind == InterestKind::Offer => &mut common.offered,
                (true, _) => &mut common.sought,
                (false, true) => &mut common.shared,
                (false, false) => continue,
            };
            list.push(topic.clone());
        }
        let crossed = [common.offered.as_slice(), &common.sought].concat();
        common.shared.retain(|topic| !crossed.contains(topic));
        common
    }
}

/// What two people have in common, as the first of them sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommonTopics {
    /// They offer it, the other seeks it.
    pub offered: Vec<TopicId>,
    /// They seek it, the other offers it.
    pub sought: Vec<TopicId>,
    /// Both offer or both seek it.
    pub shared: Vec<TopicId>,
}

/// A participant as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    pub id: ParticipantId,
    pub event: EventId,
    pub profile: Profile,
    pub source: Source,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl Participant {
    /// Them, as far as it decides where they sit.
    pub fn guest(&self) -> Guest<'_> {
        Guest { id: &self.id, kind: self.profile.person.participant_type.as_ref() }
    }
}

fn text_of(value: Option<Value>) -> String {
    match value {
        Some(Value::Text(text)) => text,
        _ => String::new(),
    }
}
