//! The event's topics as a list of participants names them: known ones by any of their labels, and new ones.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::domain::event::{Event, Topic};
use crate::domain::ids::TopicId;
use crate::domain::lang::{Lang, Localised};
use crate::domain::text;
use crate::random::Random;

/// Whether topics that the event does not have are added to its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownTopics {
    Add,
    Refuse,
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
    /// Labels of the file that will be topics once a row is read.
    expected: HashSet<String>,
    new: Vec<Topic>,
}

impl<'a> TopicBook<'a> {
    /// The book of an event's topics. Where two have one label, the first counts.
    pub(super) fn new(
        event: &Event,
        topics: &[Topic],
        policy: UnknownTopics,
        random: &'a Random,
        now: DateTime<Utc>,
    ) -> TopicBook<'a> {
        let mut by_key = HashMap::new();
        for topic in topics {
            for label in Lang::ALL.into_iter().filter_map(|lang| topic.label.exact(lang)) {
                by_key.entry(key(label)).or_insert_with(|| topic.id.clone());
            }
        }
        let lang = event.first_language();
        let mut book =
            TopicBook { random, now, lang, policy, by_key, expected: HashSet::new(), new: Vec::new() };
        // A text anywhere in the file may bring this topic in.
        OTHER.iter().for_each(|(_, label)| book.expect_label(label));
        book
    }

    /// Notes a label that rows further down use as a topic.
    pub(super) fn expect_label(&mut self, label: &str) {
        if self.policy == UnknownTopics::Add {
            self.expected.insert(key(label));
        }
    }

    /// Whether a label is a topic of the event, or of the file.
    pub(super) fn knows(&self, label: &str) -> bool {
        let key = key(label);
        self.by_key.contains_key(&key) || self.expected.contains(&key)
    }

    fn find(&self, label: &str) -> Option<TopicId> {
        self.by_key.get(&key(label)).cloned()
    }

    /// The topic with this label; a new one if the policy allows.
    pub(super) fn find_or_add(&mut self, label: &str) -> Option<TopicId> {
        if let Some(known) = self.find(label) {
            return Some(known);
        }
        let label = text::line(label);
        self.add(Localised::one(self.lang, label.clone()), [key(&label)])
    }

    /// The topic for texts whose row names none.
    pub(super) fn other(&mut self) -> Option<TopicId> {
        if let Some(known) = OTHER.iter().find_map(|(_, label)| self.find(label)) {
            return Some(known);
        }
        let label = OTHER.iter().fold(Localised::default(), |label, (lang, text)| label.with(*lang, *text));
        self.add(label, OTHER.map(|(_, label)| key(label)))
    }

    fn add(&mut self, label: Localised, keys: impl IntoIterator<Item = String>) -> Option<TopicId> {
        if self.policy == UnknownTopics::Refuse {
            return None;
        }
        let id: TopicId = self.random.id(self.now);
        self.by_key.extend(keys.into_iter().map(|key| (key, id.clone())));
        self.new.push(Topic { id: id.clone(), parent: None, label });
        Some(id)
    }

    /// The new topics, in the order in which they were met.
    pub(super) fn into_new(self) -> Vec<Topic> {
        self.new
    }
}

/// What spellings of one label have in common; a label of signs alone stands for itself.
fn key(label: &str) -> String {
    let key = text::search_key(label);
    if key.is_empty() { text::line(label) } else { key }
}
