//! What people wrote under offers and seeks, as vectors over the features of `words.rs`.
//!
//! Logarithmic frequency in the text, inverse frequency among texts, unit length (Salton and Buckley
//! 1988, as in `interests.rs`), cut to the features that tell most, so that fifteen thousand long
//! texts stay cheap.

use std::cmp::Reverse;

use super::guesses::TopicWords;
use super::interests::Interests;
use super::profile::{Interest, Profile, Topics};
use super::rarity::{UNIT, log2, rarity};
use super::sparse::Vectors;
use super::words::features;

/// How many features of a text are kept: those that weigh most.
const MAX_FEATURES: usize = 160;

/// The texts of all people, by side.
pub(super) struct Texts {
    pub offers: Vectors,
    pub seeks: Vectors,
    /// Topics that the text under offers is about and that the person did not tick there.
    pub offer_topics: Vectors,
    pub seek_topics: Vectors,
}

/// The features of a text, and how often it has each.
type Counted = Vec<(u64, u32)>;

impl Texts {
    pub(super) fn new(people: &[&Profile], topics: &Topics, ticked: &Interests) -> Self {
        let offers: Vec<Counted> = people.iter().map(|p| read(&p.offers)).collect();
        let seeks: Vec<Counted> = people.iter().map(|p| read(&p.seeks)).collect();
        let labels: Vec<Counted> =
            (0..topics.len() as u32).map(|topic| features(&topics.labels(topic).join("\n"))).collect();
        let dictionary = Dictionary::new([&offers, &seeks, &labels]);
        let [offers, seeks, labels] = [offers, seeks, labels].map(|texts| dictionary.vectors(&texts));
        let sides = [(&offers, &ticked.offers), (&seeks, &ticked.seeks)];
        let words = TopicWords::learn(&labels, sides, people.len());
        Self {
            offer_topics: words.guess(&offers, &ticked.offers, people.len()),
            seek_topics: words.guess(&seeks, &ticked.seeks, people.len()),
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

/// The features that at least two texts have, by number, with their rarity.
struct Dictionary {
    features: Vec<(u64, u64)>,
    /// The rarity of a feature that only one text has.
    unique: u64,
}

impl Dictionary {
    fn new(sides: [&[Counted]; 3]) -> Self {
        let texts = sides.into_iter().flatten().filter(|text| !text.is_empty());
        let count = texts.clone().count();
        let mut all: Vec<u64> = texts.flatten().map(|(feature, _)| *feature).collect();
        all.sort_unstable();
        let features = all
            .chunk_by(|x, y| x == y)
            .filter(|same| same.len() > 1)
            .map(|same| (same[0], rarity(count, same.len())))
            .collect();
        Self { features, unique: rarity(count, 1) }
    }

    fn vectors(&self, texts: &[Counted]) -> Vectors {
        let rows = texts.iter().map(|text| self.vector(text)).collect();
        Vectors::new(rows, self.features.len())
    }

    /// What nobody else wrote meets nothing, but it makes the text longer: two texts that have only
    /// "GmbH" in common are not alike.
    fn vector(&self, text: &Counted) -> Vec<(u32, u64)> {
        let mut row = Vec::with_capacity(text.len());
        let mut squares = 0;
        for (number, count) in text {
            let often = 256 + log2(u64::from(*count), 1);
            let found = self.features.binary_search_by_key(number, |f| f.0);
            let rarity = found.map_or(self.unique, |at| self.features[at].1);
            let weight = rarity * often;
            squares += weight * weight;
            if let Ok(at) = found {
                row.push((at as u32, weight));
            }
        }
        let length = squares.isqrt().max(1);
        row.sort_unstable_by_key(|(at, weight)| (Reverse(*weight), self.features[*at as usize].0));
        row.truncate(MAX_FEATURES);
        for (_, weight) in &mut row {
            *weight = (*weight * UNIT / length).max(1);
        }
        row
    }
}
