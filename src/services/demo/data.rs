//! What the demo is put together from, as the files in `data/` say it: names, places, topics, sentences, the agenda.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::answer::Kind;
use crate::domain::field;
use crate::domain::lang::{Lang, Localised};
use crate::domain::organisation::OrganisationType;

/// A file of the demo that cannot be read, or that names something no other file knows.
#[derive(Debug, thiserror::Error)]
#[error("the demo's file {file} is wrong: {problem}")]
pub struct BadData {
    file: &'static str,
    problem: String,
}

/// Everything that the files say.
pub(super) struct Data {
    /// By language area.
    pub names: BTreeMap<String, Names>,
    /// The country that hosts has most people, its neighbour and partner of many such conferences follows.
    pub countries: Vec<Country>,
    pub organisations: OrganisationNames,
    pub topics: Topics,
    /// In the order of [`Group`].
    pub groups: Vec<StakeholderGroup>,
    pub event: DemoEvent,
    /// What people say of themselves, by the codes of the fields: `{c}` is the city, `{d}` the domain of their address. Who
    /// meets an empty one says nothing.
    pub answers: BTreeMap<String, Vec<Localised>>,
    pub questions: DemoQuestions,
    /// What people write beside a wish.
    pub messages: BTreeMap<Lang, Vec<String>>,
}

/// What the event asks of its own, and what people answer in turn: places of choices, or none at all.
#[derive(Deserialize)]
pub(super) struct DemoQuestions {
    pub questions: Vec<DemoQuestion>,
    /// Answers to the ready-made question on food, and what those eat who chose something else.
    pub food: Vec<Vec<usize>>,
    pub food_else: String,
}

/// A question; its kind is one of [`Kind::OF_QUESTIONS`].
#[derive(Deserialize)]
pub(super) struct DemoQuestion {
    pub kind: String,
    pub label: Localised,
    pub help: Localised,
    #[serde(default)]
    pub choices: Vec<Localised>,
    #[serde(default)]
    pub visible: bool,
    /// Asked by this choice as the answer to that question, by their places.
    pub asked_by: Option<(usize, usize)>,
    pub answers: Vec<Vec<usize>>,
}

/// Names of one language area.
#[derive(Deserialize)]
pub(super) struct Names {
    pub women: Vec<String>,
    pub men: Vec<String>,
    /// Family names; where women bear another form it follows a slash.
    pub families: Vec<String>,
}

/// A country of the demo.
#[derive(Debug, Deserialize)]
pub(super) struct Country {
    pub code: String,
    /// Share of the participants.
    pub weight: u32,
    /// Language areas that people's names are from.
    pub areas: Vec<String>,
    /// ISO 639-1; the first is the one that most people write in.
    pub languages: Vec<String>,
    /// The language in which organisations have their names, where the next list says nothing else.
    names_in: String,
    /// Cities with another language, and that language.
    #[serde(default)]
    cities_named_in: BTreeMap<String, String>,
    /// How small companies end, where their names are English.
    pub legal_form: String,
    /// How registered associations end, where that is usual.
    #[serde(default)]
    pub association: String,
    /// Cities, each with the region around it, as their own people call them.
    pub places: Vec<(String, String)>,
}

impl Country {
    /// The language in which organisations of a city have their names.
    pub fn naming_language(&self, city: &str) -> &str {
        self.cities_named_in.get(city).unwrap_or(&self.names_in)
    }
}

/// How organisations are called.
#[derive(Deserialize)]
pub(super) struct OrganisationNames {
    pub coined: Coined,
    names: Vec<Patterns>,
}

/// First and last halves of coined names.
#[derive(Deserialize)]
pub(super) struct Coined {
    pub first: Vec<String>,
    pub last: Vec<String>,
}

#[derive(Deserialize)]
struct Patterns {
    kinds: Vec<OrganisationType>,
    patterns: BTreeMap<String, Vec<String>>,
}

impl OrganisationNames {
    /// Patterns of a kind's names in a language: `{f}` is the field, `{r}` the region, `{c}` the city, `{n}` a coined
    /// word, `{l}` the country's legal form, `{v}` its registered association.
    pub fn patterns(&self, kind: OrganisationType, lang: &str) -> &[String] {
        let of_kind = self.names.iter().find(|names| names.kinds.contains(&kind));
        of_kind.and_then(|names| names.patterns.get(lang)).map_or(&[], Vec::as_slice)
    }
}

/// The EU's industrial ecosystems, emerging industries and key enabling technologies, the four challenges of the
/// conference, and what clusters come to a conference for; and the lines of business that move in them.
#[derive(Deserialize)]
pub(super) struct Topics {
    pub groups: Vec<TopicGroup>,
    pub fields: Vec<Field>,
}

/// A topic by its group and its place in it.
pub(super) type TopicAt = (usize, usize);

/// A main topic and its own topics.
#[derive(Deserialize)]
pub(super) struct TopicGroup {
    pub label: Localised,
    pub topics: Vec<DemoTopic>,
}

/// A topic; one about cooperation itself has sentences of its own.
#[derive(Deserialize)]
pub(super) struct DemoTopic {
    pub label: Localised,
    pub offer: Option<Localised>,
    pub seek: Option<Localised>,
}

/// A line of business.
#[derive(Debug, Deserialize)]
pub(super) struct Field {
    /// In names of organisations, by language.
    pub names: BTreeMap<String, String>,
    /// What its organisations move in; the first is their own.
    pub topics: Vec<TopicAt>,
}

impl Topics {
    /// A topic.
    pub fn topic(&self, (group, topic): TopicAt) -> Option<&DemoTopic> {
        self.groups.get(group)?.topics.get(topic)
    }

    /// Where a topic stands in one list in which each main topic is followed by its own.
    pub fn place(&self, (group, topic): TopicAt) -> usize {
        let before: usize = self.groups.iter().take(group).map(|group| group.topics.len() + 1).sum();
        before + 1 + topic
    }
}

/// Which of the seven stakeholder groups of the conference somebody belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    Policy,
    ClusterManagement,
    Business,
    Research,
    CivilSociety,
    Training,
    Other,
}

/// A stakeholder group: its share of the participants in percent, and what they say.
#[derive(Deserialize)]
pub(super) struct StakeholderGroup {
    pub group: Group,
    pub label: Localised,
    pub share: u32,
    pub kinds: Vec<OrganisationType>,
    /// Sentences; `{t}` is the topic.
    pub offers: Vec<Localised>,
    pub seeks: Vec<Localised>,
}

/// What the European Cluster Conference of 2020 had, with clock times of our own, and three meeting blocks beside it.
#[derive(Deserialize)]
pub(super) struct DemoEvent {
    pub name: Localised,
    pub summary: Localised,
    pub description: Localised,
    pub organiser_name: String,
    pub contact_email: String,
    pub place: String,
    pub rules: Rules,
    pub slot_minutes: u32,
    pub pause_minutes: u32,
    pub blocks: Vec<DemoBlock>,
    pub sessions: Vec<DemoSession>,
}

/// Which groups want each other, and which see each other elsewhere.
#[derive(Deserialize)]
pub(super) struct Rules {
    pub wanted: Vec<(Group, Group)>,
    pub never: Vec<(Group, Group)>,
}

/// A meeting block of the demo.
#[derive(Deserialize)]
pub(super) struct DemoBlock {
    pub label: Localised,
    /// From 0.
    pub day: u32,
    /// On the clock of the place.
    pub from: NaiveTime,
    pub slots: u32,
}

/// A session of the demo.
#[derive(Deserialize)]
pub(super) struct DemoSession {
    pub title: Localised,
    pub place: String,
    /// From 0.
    pub day: u32,
    /// On the clock of the place.
    pub from: NaiveTime,
    pub to: NaiveTime,
    pub audience: Audience,
}

/// Who takes part in a session.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Audience {
    /// Nearly everyone.
    All,
    /// Some, and they miss the meetings meanwhile.
    Some,
    /// Those who move in this topic, and a few others.
    Topic(usize, usize),
}

impl Data {
    /// Reads the files; they are part of the program.
    pub fn read() -> Result<Data, BadData> {
        let data = Data {
            names: parse("names.json", include_str!("data/names.json"))?,
            countries: parse("countries.json", include_str!("data/countries.json"))?,
            organisations: parse("organisations.json", include_str!("data/organisations.json"))?,
            topics: parse("topics.json", include_str!("data/topics.json"))?,
            groups: parse("groups.json", include_str!("data/groups.json"))?,
            event: parse("event.json", include_str!("data/event.json"))?,
            answers: parse("answers.json", include_str!("data/answers.json"))?,
            questions: parse("questions.json", include_str!("data/questions.json"))?,
            messages: parse("messages.json", include_str!("data/messages.json"))?,
        };
        data.check()?;
        Ok(data)
    }

    /// Whether the files fit each other.
    fn check(&self) -> Result<(), BadData> {
        let wrong = |file, problem: String| Err(BadData { file, problem });
        for country in &self.countries {
            if country.areas.is_empty() || country.areas.iter().any(|area| !self.names.contains_key(area)) {
                return wrong("countries.json", format!("no names for all of {:?}", country.areas));
            }
        }
        for field in &self.topics.fields {
            if field.topics.is_empty() || field.topics.iter().any(|at| self.topics.topic(*at).is_none()) {
                return wrong("topics.json", format!("no such topics: {:?}", field.topics));
            }
        }
        if self.groups.iter().enumerate().any(|(at, own)| own.group as usize != at) {
            return wrong("groups.json", "the groups are in another order".to_string());
        }
        if let Some(code) = self.answers.keys().find(|code| field::find(code).is_none()) {
            return wrong("answers.json", format!("no such field: {code}"));
        }
        let mut kinds = self.questions.questions.iter().map(|asked| asked.kind.as_str());
        if let Some(kind) = kinds.find(|kind| Kind::of_question(kind).is_none()) {
            return wrong("questions.json", format!("no such kind: {kind}"));
        }
        let lists = [self.countries.len(), self.topics.fields.len(), self.event.blocks.len()];
        if lists.contains(&0) || self.groups.len() != 7 {
            return wrong(
                "countries.json, topics.json, event.json or groups.json",
                "a list is too short".to_string(),
            );
        }
        Ok(())
    }
}

fn parse<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, BadData> {
    serde_json::from_str(text).map_err(|error| BadData { file, problem: error.to_string() })
}
