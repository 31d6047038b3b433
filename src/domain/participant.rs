//! A participant: who they are, what they offer and seek, when they are there.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::answer::{AnswerKey, Answers, Asked, Value, asked};
use super::event::{Programme, Session, Slot};
use super::field;
use super::ids::{BlockId, EventId, ParticipantId, SessionId, TopicId, TypeId};
use super::lang::Lang;
use super::organisation::OrganisationType;
use super::problems::{Message, Problems};
use super::text::{self, Email};
use super::visibility::ShownFields;

/// Most meetings that a participant can ask for.
pub const MAX_MEETINGS: u32 = 50;

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
    Import,
    Demo,
}

impl Source {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Source::Form => "form",
            Source::Import => "import",
            Source::Demo => "demo",
        }
    }

    /// Reads what [`Source::code`] wrote.
    pub fn parse(code: &str) -> Option<Source> {
        [Source::Form, Source::Import, Source::Demo].into_iter().find(|source| source.code() == code)
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

    /// The stored person as the form shows it.
    pub fn input(&self, programme: &Programme) -> PersonInput {
        let raw = |question: Asked<'_>| {
            let value = self.answer(&question.key)?;
            Some((question.key.as_str().to_string(), value.raw()))
        };
        PersonInput(asked(programme).into_iter().filter_map(raw).collect())
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
    pub sessions: Vec<SessionId>,
    /// Most meetings wanted.
    pub max_meetings: u32,
}

impl Attendance {
    /// Whether the person can meet in this slot: in a block they attend, and no session they take part in overlaps.
    pub fn is_free_in(&self, slot: &Slot, sessions: &[Session]) -> bool {
        let busy = sessions
            .iter()
            .filter(|session| self.sessions.contains(&session.id))
            .any(|session| session.starts_at < slot.ends_at && slot.starts_at < session.ends_at);
        self.blocks.contains(&slot.block) && !busy
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

/// The first step of the form as it was typed: what was sent for each question, by [`AnswerKey::as_str`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonInput(BTreeMap<String, Vec<String>>);

impl PersonInput {
    /// What was sent for a question.
    pub fn get(&self, key: &str) -> &[String] {
        self.0.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// What was sent first for a question; empty if nothing was.
    pub fn one(&self, key: &str) -> &str {
        self.get(key).first().map(String::as_str).unwrap_or_default()
    }

    /// The same input with other answers to one question.
    pub fn with(mut self, key: &str, raw: Vec<String>) -> PersonInput {
        self.0.insert(key.to_string(), raw);
        self
    }

    /// Checks what was typed against what the event asks.
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn parse(&self, programme: &Programme) -> Result<Person, Problems> {
        self.change(Person::default(), programme)
    }

    /// The same for somebody who is known: what the event does not ask any more stays, and what it asks of others alone
    /// goes.
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn change(&self, mut person: Person, programme: &Programme) -> Result<Person, Problems> {
        let mut problems = Problems::new();
        for question in asked(programme).into_iter().filter(Asked::is_put) {
            let name = question.key.as_str();
            if !question.fits(&person) {
                person.set(question.key, None);
                continue;
            }
            if let Some(value) = problems.take(name, question.parse(self.get(name))) {
                person.set(question.key, value);
            }
        }
        if problems.is_empty() { Ok(person) } else { Err(problems) }
    }
}

fn text_of(value: Option<Value>) -> String {
    match value {
        Some(Value::Text(text)) => text,
        _ => String::new(),
    }
}

/// One row of the second step as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InterestInput {
    pub topic: String,
    pub offer: bool,
    pub offer_text: String,
    pub seek: bool,
    pub seek_text: String,
}

/// The second step of the form as it was typed: a row for each topic that was touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, transparent)]
pub struct InterestsInput(pub Vec<InterestInput>);

impl InterestsInput {
    /// The row of a topic, if it was touched.
    pub fn row(&self, topic: &TopicId) -> Option<&InterestInput> {
        self.0.iter().find(|row| row.topic == topic.as_str())
    }

    /// Checks what was ticked and typed. A text without its tick counts as ticked: nobody types for nothing.
    /// Problems are at the fields `offer_text-<topic>` and `seek_text-<topic>`.
    pub fn parse(&self, programme: &Programme) -> Result<Vec<Interest>, Problems> {
        let mut problems = Problems::new();
        let mut interests = Vec::new();
        for topic in &programme.topics {
            let Some(row) = self.row(&topic.id) else { continue };
            let sides = [
                (InterestKind::Offer, row.offer, &row.offer_text, "offer_text"),
                (InterestKind::Seek, row.seek, &row.seek_text, "seek_text"),
            ];
            for (kind, ticked, raw, field) in sides {
                let checked = text::long(raw, text::NOTE_MAX);
                if let Some(text) = problems.take(&format!("{field}-{}", topic.id), checked)
                    && (ticked || !text.is_empty())
                {
                    interests.push(Interest { topic: topic.id.clone(), kind, text });
                }
            }
        }
        if problems.is_empty() { Ok(interests) } else { Err(problems) }
    }
}

/// The third step of the form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceInput {
    pub blocks: Vec<String>,
    pub sessions: Vec<String>,
    pub max_meetings: String,
}

impl AttendanceInput {
    /// Checks the ticks against the agenda. Unknown ids are dropped: the organiser may have removed them meanwhile.
    pub fn parse(&self, programme: &Programme) -> Result<Attendance, Problems> {
        let pick = |ids: &[String], id: &str| ids.iter().any(|chosen| chosen == id);
        let blocks = programme.blocks.iter().map(|block| &block.id);
        let sessions = programme.sessions.iter().map(|session| &session.id);
        let most = text::line(&self.max_meetings);
        let max_meetings = most.parse::<u32>().ok().filter(|most| *most <= MAX_MEETINGS);
        match max_meetings {
            Some(max_meetings) => Ok(Attendance {
                blocks: blocks.filter(|id| pick(&self.blocks, id.as_str())).cloned().collect(),
                sessions: sessions.filter(|id| pick(&self.sessions, id.as_str())).cloned().collect(),
                max_meetings,
            }),
            None => Err(Problems::one(
                "max_meetings",
                Message::new("problem-max-meetings").with("max", MAX_MEETINGS),
            )),
        }
    }
}
