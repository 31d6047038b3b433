//! What people wrote under offers and seeks, and which topics it seems to be about.
//!
//! Vectors over the features of `words.rs` with logarithmic frequency in the text and inverse
//! frequency among texts (Salton and Buckley 1988, as in `interests.rs`), cut to the features that
//! tell most, so that fifteen thousand long texts stay cheap.

use super::profile::{Interest, Profile, Topics};
use super::rarity::{UNIT, log2, rarity, to_unit_length};
use super::sparse::Vectors;
use super::words::{features, is_word};

/// How many features of a text are kept: those that weigh most.
const MAX_FEATURES: usize = 160;
/// How many topics a text is taken to be about at most.
const MAX_GUESSES: usize = 6;
/// A whole word weighs as much as this many quarters of a run of characters.
const WORD_QUARTERS: u64 = 8;

/// The texts of all people, by side.
pub(super) struct Texts {
    pub offers: Vectors,
    pub seeks: Vectors,
    /// The topics a person's offers, by their words, belong to.
    pub offer_topics: Vectors,
    pub seek_topics: Vectors,
}

type Counted = Vec<(u64, u32)>;

impl Texts {
    pub(super) fn new(people: &[&Profile], topics: &Topics) -> Self {
        let offers: Vec<Counted> = people.iter().map(|p| read(&p.offers)).collect();
        let seeks: Vec<Counted> = people.iter().map(|p| read(&p.seeks)).collect();
        let labels: Vec<Counted> =
            (0..topics.len() as u32).map(|topic| features(&topics.labels(topic).join("\n"))).collect();
        let dictionary = Dictionary::new([&offers, &seeks, &labels]);
        let labels = dictionary.vectors(&labels);
        let offers = dictionary.vectors(&offers);
        let seeks = dictionary.vectors(&seeks);
        Self {
            offer_topics: guesses(&offers, people.len(), &labels, topics.len()),
            seek_topics: guesses(&seeks, people.len(), &labels, topics.len()),
            offers,
            seeks,
        }
    }
}

/// All the texts of one side of a person, as one.
fn read(interests: &[Interest]) -> Counted {
    let texts: Vec<&str> = interests.iter().filter_map(|i| i.text.as_deref()).collect();
    features(&texts.join("\n"))
}

/// The features that at least two texts have, with their rarity, in order of their numbers.
struct Dictionary {
    features: Vec<(u64, u64)>,
}

impl Dictionary {
    fn new(sides: [&[Counted]; 3]) -> Self {
        let texts = sides.iter().flat_map(|side| side.iter()).filter(|t| !t.is_empty());
        let count = texts.clone().count();
        let mut all: Vec<u64> = texts.flatten().map(|(feature, _)| *feature).collect();
        all.sort_unstable();
        let features = all
            .chunk_by(|x, y| x == y)
            .filter(|same| same.len() > 1)
            .map(|same| (same[0], rarity(count, same.len())))
            .collect();
        Self { features }
    }

    fn vectors(&self, texts: &[Counted]) -> Vectors {
        let rows = texts.iter().map(|text| self.vector(text)).collect();
        Vectors::new(rows, self.features.len())
    }

    fn vector(&self, text: &Counted) -> Vec<(u32, u64)> {
        let mut row: Vec<(u32, u64)> = text
            .iter()
            .filter_map(|(number, count)| {
                let at = self.features.binary_search_by_key(number, |f| f.0).ok()?;
                let often = 256 + log2(u64::from(*count), 1);
                let kind = if is_word(*number) { WORD_QUARTERS } else { 4 };
                Some((at as u32, self.features[at].1 * often * kind / 1024))
            })
            .collect();
        row.sort_unstable_by_key(|(at, weight)| (std::cmp::Reverse(*weight), *at));
        row.truncate(MAX_FEATURES);
        to_unit_length(&mut row);
        row
    }
}

/// For each text the topics whose own words are most like it, with how alike they are.
fn guesses(texts: &Vectors, people: usize, labels: &Vectors, topics: usize) -> Vectors {
    let mut alike = vec![0_u64; topics];
    let mut touched: Vec<u32> = Vec::new();
    let mut rows = Vec::with_capacity(people);
    for person in 0..people {
        for word in texts.row(person) {
            for label in labels.postings(word.at) {
                if alike[label.at as usize] == 0 {
                    touched.push(label.at);
                }
                alike[label.at as usize] += u64::from(word.weight) * u64::from(label.weight);
            }
        }
        let mut row: Vec<(u32, u64)> = touched
            .drain(..)
            .map(|topic| (topic, std::mem::take(&mut alike[topic as usize]) / UNIT))
            .collect();
        row.sort_unstable_by_key(|(topic, alike)| (std::cmp::Reverse(*alike), *topic));
        row.truncate(MAX_GUESSES);
        row.retain(|(_, alike)| *alike > 0);
        rows.push(row);
    }
    Vectors::new(rows, topics)
}
