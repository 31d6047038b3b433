//! Which topics a text is about, for people who wrote and did not tick.
//!
//! A topic's words are its names in all languages of the event and, learned from this event alone,
//! the words of those who both ticked it and wrote on the same side. So a text in a language in which
//! the topic has no name finds it through the compatriots who wrote and ticked.
//! Source: J. Rocchio, "Relevance feedback in information retrieval" (in G. Salton, The SMART
//! Retrieval System, 1971), as a classifier by nearest centroid.

use std::cmp::Reverse;

use super::rarity::{UNIT, to_unit_length};
use super::sparse::{Entry, Vectors};

/// How many topics a text is taken to be about at most.
const MAX_GUESSES: usize = 24;
/// A text less like a topic's words than this has nothing to do with it.
const LEAST_ALIKE: u64 = UNIT / 20;
/// A topic learns from this many texts of each side at most, and keeps this many of their features.
const MAX_TEXTS: usize = 64;
const MAX_LEARNED: usize = 300;

/// The words of each topic.
pub(super) struct TopicWords {
    words: Vectors,
    topics: usize,
}

/// What people wrote on one side, and which topics they ticked there.
type Side<'a> = (&'a Vectors, &'a Vectors);

impl TopicWords {
    pub(super) fn learn(labels: &Vectors, sides: [Side; 2], people: usize) -> Self {
        let topics = labels.rows();
        let mut rows: Vec<Vec<(u32, u64)>> = vec![Vec::new(); topics];
        for (texts, ticked) in sides {
            let mut heard = vec![0; topics];
            for person in (0..people).filter(|person| !texts.row(*person).is_empty()) {
                let share = ticked.row(person).len() as u64;
                for topic in ticked.row(person).iter().map(|entry| entry.at as usize) {
                    if heard[topic] < MAX_TEXTS {
                        heard[topic] += 1;
                        let scaled = |e: &Entry| (e.at, u64::from(e.weight) * 64 / share);
                        rows[topic].extend(texts.row(person).iter().map(scaled));
                    }
                }
            }
        }
        for (topic, row) in rows.iter_mut().enumerate() {
            add_up(row);
            row.sort_unstable_by_key(|(feature, weight)| (Reverse(*weight), *feature));
            row.truncate(MAX_LEARNED);
            to_unit_length(row);
            row.extend(labels.row(topic).iter().map(|e| (e.at, u64::from(e.weight))));
            add_up(row);
            to_unit_length(row);
        }
        Self { words: Vectors::new(rows, labels.features()), topics }
    }

    /// For each text the topics most like it, with how alike they are. What the person ticked
    /// themself is no guess: it is weighed as a topic already.
    pub(super) fn guess(&self, texts: &Vectors, ticked: &Vectors, people: usize) -> Vectors {
        let mut alike = vec![0_u64; self.topics];
        let rows = (0..people).map(|person| self.row(texts.row(person), ticked.row(person), &mut alike));
        Vectors::new(rows.collect(), self.topics)
    }

    /// The guesses of one text. `alike` has a place for each topic: 0, or what the two have in common that no vector
    /// knows; it is all 0 again afterwards.
    pub(super) fn row(&self, text: &[Entry], ticked: &[Entry], alike: &mut [u64]) -> Vec<(u32, u64)> {
        for own in text {
            for topic in self.words.postings(own.at) {
                alike[topic.at as usize] += u64::from(own.weight) * u64::from(topic.weight);
            }
        }
        for own in ticked {
            alike[own.at as usize] = 0;
        }
        let mut row: Vec<(u32, u64)> = (0_u32..)
            .zip(alike)
            .map(|(topic, alike)| (topic, std::mem::take(alike) / UNIT))
            .filter(|(_, alike)| *alike >= LEAST_ALIKE)
            .collect();
        row.sort_unstable_by_key(|(topic, alike)| (Reverse(*alike), *topic));
        row.truncate(MAX_GUESSES);
        row
    }

    /// How many topics there are.
    pub(super) fn topics(&self) -> usize {
        self.topics
    }
}

/// Brings together the weights of the same feature.
fn add_up(row: &mut Vec<(u32, u64)>) {
    row.sort_unstable_by_key(|(feature, _)| *feature);
    row.dedup_by(|from, into| {
        let same = from.0 == into.0;
        if same {
            into.1 += from.1;
        }
        same
    });
}
