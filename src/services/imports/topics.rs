//! The event's topics as a list of participants names them: known ones by any of their labels, and new ones.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::choices::{Choices, topic_key};
use super::options::{ImportOptions, UnknownTopics};
use crate::domain::event::{Event, Topic};
use crate::domain::ids::TopicId;
use crate::domain::lang::{Lang, Localised};
use crate::domain::text;
use crate::random::Random;

/// Most different topics that are taken by themselves where nobody has chosen any.
const FEW: usize = 40;

/// A topic of the file that the event does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileTopic {
    pub key: String,
    /// As the first row that names it spells it.
    pub label: String,
    pub rows: usize,
    /// The name under which it is taken.
    pub taken: Option<String>,
}

/// What a label of the file leads to.
pub(super) enum Found {
    Topic(TopicId),
    /// Nobody wants it.
    LeftOut,
    Refused,
}

/// The topic under which a text stands whose row names none.
const OTHER: [(Lang, &str); 3] =
    [(Lang::De, "Weitere Themen"), (Lang::En, "Other topics"), (Lang::Fr, "Autres thèmes")];

/// Finds topics by their labels and remembers new ones.
pub(super) struct TopicBook<'a> {
    random: &'a Random,
    now: DateTime<Utc>,
    lang: Lang,
    policy: UnknownTopics,
    by_key: HashMap<String, TopicId>,
    choices: &'a Choices,
    /// Labels of the file that the event does not have, with how each is spelt first and how many rows name it.
    expected: BTreeMap<String, (String, usize)>,
    new: Vec<Topic>,
}

impl<'a> TopicBook<'a> {
    /// The book of an event's topics. Where two have one label, the first counts.
    pub(super) fn new(
        event: &Event,
        topics: &[Topic],
        options: &'a ImportOptions,
        random: &'a Random,
        now: DateTime<Utc>,
    ) -> TopicBook<'a> {
        let mut by_key = HashMap::new();
        for topic in topics {
            for label in Lang::ALL.into_iter().filter_map(|lang| topic.label.exact(lang)) {
                by_key.entry(topic_key(label)).or_insert_with(|| topic.id.clone());
            }
        }
        let lang = event.first_language();
        let (policy, choices) = (options.topics, &options.choices);
        TopicBook { random, now, lang, policy, by_key, choices, expected: BTreeMap::new(), new: Vec::new() }
    }

    /// Notes a label that rows further down use as a topic.
    pub(super) fn expect_label(&mut self, label: &str) {
        let key = topic_key(label);
        if self.policy != UnknownTopics::Refuse && !self.by_key.contains_key(&key) {
            self.expected.entry(key).or_insert_with(|| (text::line(label), 0)).1 += 1;
        }
    }

    /// Whether a label is a topic of the event, or of the file.
    pub(super) fn knows(&self, label: &str) -> bool {
        let key = topic_key(label);
        // A text anywhere in the file may bring that topic in.
        let is_other = || OTHER.iter().any(|(_, other)| topic_key(other) == key);
        self.by_key.contains_key(&key)
            || self.expected.contains_key(&key)
            || (self.policy != UnknownTopics::Refuse && is_other())
    }

    fn find(&self, label: &str) -> Option<TopicId> {
        self.by_key.get(&topic_key(label)).cloned()
    }

    /// The topic with this label; a new one if the policy allows, under the name that somebody chose for it.
    pub(super) fn find_or_add(&mut self, label: &str) -> Found {
        if let Some(known) = self.find(label) {
            return Found::Topic(known);
        }
        match self.policy {
            UnknownTopics::Refuse => Found::Refused,
            UnknownTopics::Add => self.named(label),
            UnknownTopics::Chosen => match self.taken(&topic_key(label), label) {
                Some(name) => self.named(&name),
                None => Found::LeftOut,
            },
        }
    }

    fn named(&mut self, name: &str) -> Found {
        let name = text::line(name);
        let known = self.find(&name);
        Found::Topic(known.unwrap_or_else(|| {
            let keys = [topic_key(&name)];
            self.add(Localised::one(self.lang, name), keys)
        }))
    }

    /// The name under which a topic of the file is taken, if it is: as somebody said, else where there are few, or enough
    /// rows name it.
    fn taken(&self, key: &str, label: &str) -> Option<String> {
        if let Some(chosen) = self.choices.topics.get(key) {
            return chosen.clone();
        }
        let rows = self.expected.get(key).map_or(0, |(_, rows)| *rows);
        let least =
            self.choices.topics_from.unwrap_or(if self.expected.len() > FEW { usize::MAX } else { 0 });
        (rows >= least).then(|| text::line(label))
    }

    /// The topic for texts whose row names none.
    pub(super) fn other(&mut self) -> Option<TopicId> {
        if let Some(known) = OTHER.iter().find_map(|(_, label)| self.find(label)) {
            return Some(known);
        }
        if self.policy == UnknownTopics::Refuse {
            return None;
        }
        let label = OTHER.iter().fold(Localised::default(), |label, (lang, text)| label.with(*lang, *text));
        Some(self.add(label, OTHER.map(|(_, label)| topic_key(label))))
    }

    fn add(&mut self, label: Localised, keys: impl IntoIterator<Item = String>) -> TopicId {
        let id: TopicId = self.random.id(self.now);
        self.by_key.extend(keys.into_iter().map(|key| (key, id.clone())));
        self.new.push(Topic { id: id.clone(), parent: None, label });
        id
    }

    /// The new topics, in the order in which they were met.
    pub(super) fn new_ones(&self) -> &[Topic] {
        &self.new
    }

    /// The topics of the file that the event does not have, those of most rows first.
    pub(super) fn into_offered(self) -> Vec<FileTopic> {
        let offered = self.expected.iter().map(|(key, (label, rows))| FileTopic {
            key: key.clone(),
            label: label.clone(),
            rows: *rows,
            taken: self.taken(key, label),
        });
        let mut offered: Vec<FileTopic> = offered.collect();
        offered.sort_by(|x, y| y.rows.cmp(&x.rows).then_with(|| x.label.cmp(&y.label)));
        offered
    }
}
