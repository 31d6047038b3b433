//! A participant: who they are, what they offer and seek, when they are there.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::country;
use super::event::{Programme, Session, Slot};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name for the badge.
    pub name: String,
    /// Absent for an organisation that was imported without an address; such a participant is never mailed.
    pub email: Option<Email>,
    pub organisation: String,
    pub organisation_type: OrganisationType,
    /// ISO 3166-1 alpha-2; empty where an import did not know it.
    pub country: String,
    pub city: String,
    pub participant_type: Option<TypeId>,
    /// ISO 639-1 codes of the languages that the person can talk in.
    pub languages: Vec<String>,
}

impl Person {
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
#[derive(Debug, Clone)]
pub struct Participant {
    pub id: ParticipantId,
    pub event: EventId,
    pub profile: Profile,
    pub source: Source,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// The languages that people can talk in, as offered in forms (ISO 639-1): the official languages of the EU and its neighbours' most spoken.
pub const SPOKEN_LANGUAGES: [&str; 34] = [
    "bg", "bs", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lb",
    "lt", "lv", "mk", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// The first step of the form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonInput {
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub organisation_type: String,
    pub country: String,
    pub city: String,
    pub participant_type: String,
    pub languages: Vec<String>,
}

impl PersonInput {
    /// Checks what was typed against the event's lists.
    pub fn parse(&self, programme: &Programme) -> Result<Person, Problems> {
        let mut problems = Problems::new();
        let name = problems.take("name", text::required(&self.name, text::NAME_MAX, "problem-name-missing"));
        let email = problems.take("email", Email::parse(&self.email));
        let organisation = problems.take(
            "organisation",
            text::required(&self.organisation, text::NAME_MAX, "problem-organisation-missing"),
        );
        let kind = OrganisationType::parse(&self.organisation_type);
        let kind = problems
            .take("organisation_type", kind.ok_or_else(|| Message::new("problem-organisation-type-missing")));
        let country = problems.take("country", country::parse(&self.country));
        let city = problems.take("city", text::optional(&self.city, text::SHORT_MAX));
        let participant_type = problems.take("participant_type", self.parse_type(programme));
        let languages = problems.take("languages", parse_languages(&self.languages));
        match (name, organisation, kind, country, city, participant_type, languages) {
            (
                Some(name),
                Some(organisation),
                Some(organisation_type),
                Some(country),
                Some(city),
                Some(participant_type),
                Some(languages),
            ) if problems.is_empty() => Ok(Person {
                name,
                email,
                organisation,
                organisation_type,
                country,
                city,
                participant_type,
                languages,
            }),
            _ => Err(problems),
        }
    }

    fn parse_type(&self, programme: &Programme) -> Result<Option<TypeId>, Message> {
        if programme.types.is_empty() {
            return Ok(None);
        }
        let found = programme.types.iter().find(|kind| kind.id.as_str() == self.participant_type);
        found
            .map(|kind| Some(kind.id.clone()))
            .ok_or_else(|| Message::new("problem-participant-type-missing"))
    }
}

/// Checks a list of ISO 639-1 codes; at least one, each known, in the order of [`SPOKEN_LANGUAGES`].
pub fn parse_languages(codes: &[String]) -> Result<Vec<String>, Message> {
    if let Some(unknown) = codes.iter().find(|code| !SPOKEN_LANGUAGES.contains(&code.as_str())) {
        return Err(Message::new("problem-language-unknown").with("language", unknown));
    }
    let known: Vec<String> = SPOKEN_LANGUAGES
        .iter()
        .filter(|known| codes.iter().any(|code| code == *known))
        .map(|known| (*known).to_string())
        .collect();
    if known.is_empty() { Err(Message::new("problem-languages-missing")) } else { Ok(known) }
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
