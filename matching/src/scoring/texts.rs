//! What people wrote under offers and seeks, as vectors over the features of `words.rs`.
//!
//! Logarithmic frequency in the text, inverse frequency among texts, unit length (Salton and Buckley
//! 1988, as in `interests.rs`), cut to the features that tell most, so that fifteen thousand long
//! texts stay cheap.

use std::cmp::Reverse;

use super::guesses::TopicWords;
use super::interests::Interests;
use super::profile::{Interest, Profile, Topics};
use super::rare::{Owner, Rare};
use super::rarity::{UNIT, log2, rarity};
use super::sparse::{Entry, Vectors};
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
    /// By what texts of one more reader are read.
    dictionary: Dictionary,
    words: TopicWords,
    rare: Rare,
}

/// What somebody wrote beside what the others know of it: vectors as those of [`Texts`], and what only one text has.
pub(super) struct OwnTexts {
    pub offers: Vec<Entry>,
    pub seeks: Vec<Entry>,
    pub offer_topics: Vec<Entry>,
    pub seek_topics: Vec<Entry>,
    /// In ascending order of features.
    pub rare_offers: Vec<(u64, u64)>,
    pub rare_seeks: Vec<(u64, u64)>,
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
        let mut rare = Rare::default();
        let mut vectors = |texts: &[Counted], owner: fn(u32) -> Owner| {
            let rows = (0_u32..).zip(texts).map(|(at, text)| {
                dictionary.vector(text, |feature, weight| rare.add(feature, owner(at), weight))
            });
            Vectors::new(rows.collect(), dictionary.features.len())
        };
        let offers = vectors(&offers, Owner::Offer);
        let seeks = vectors(&seeks, Owner::Seek);
        let labels = vectors(&labels, Owner::Label);
        let sides = [(&offers, &ticked.offers), (&seeks, &ticked.seeks)];
        let words = TopicWords::learn(&labels, sides, people.len());
        Self {
            offer_topics: words.guess(&offers, &ticked.offers, people.len()),
            seek_topics: words.guess(&seeks, &ticked.seeks, people.len()),
            offers,
            seeks,
            dictionary,
            words,
            rare: rare.sorted(),
        }
    }

    /// What somebody wrote, read as the texts of all were; `ticked` are the topics that they offer and seek.
    pub(super) fn read(&self, own: &Profile, ticked: (&[Entry], &[Entry])) -> OwnTexts {
        let (offers, rare_offers) = self.read_side(&own.offers);
        let (seeks, rare_seeks) = self.read_side(&own.seeks);
        OwnTexts {
            offer_topics: self.guessed(&offers, &rare_offers, ticked.0),
            seek_topics: self.guessed(&seeks, &rare_seeks, ticked.1),
            offers,
            seeks,
            rare_offers,
            rare_seeks,
        }
    }

    fn read_side(&self, interests: &[Interest]) -> (Vec<Entry>, Vec<(u64, u64)>) {
        let mut rare = Vec::new();
        let row = self.dictionary.vector(&read(interests), |feature, weight| rare.push((feature, weight)));
        (entries(row), rare)
    }

    fn guessed(&self, text: &[Entry], rare: &[(u64, u64)], ticked: &[Entry]) -> Vec<Entry> {
        let mut alike = vec![0; self.words.topics()];
        for (owner, product) in self.rare.met_by(rare) {
            if let Owner::Label(topic) = owner {
                alike[topic as usize] += product;
            }
        }
        entries(self.words.row(text, ticked, &mut alike))
    }

    /// What somebody's rare words have in common with each text that has one of them.
    pub(super) fn met_by(&self, rare: &[(u64, u64)]) -> impl Iterator<Item = (Owner, u64)> {
        self.rare.met_by(rare)
    }
}

fn entries(mut row: Vec<(u32, u64)>) -> Vec<Entry> {
    row.sort_unstable();
    let entry = |(at, weight): (u32, u64)| Entry { at, weight: weight.min(u64::from(u16::MAX)) as u16 };
    row.into_iter().map(entry).collect()
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

    /// What nobody else wrote meets nothing, but it makes the text longer: two texts that have only
    /// "GmbH" in common are not alike. Such features are handed to `rare`, with their weights.
    fn vector(&self, text: &Counted, mut rare: impl FnMut(u64, u64)) -> Vec<(u32, u64)> {
        let mut row = Vec::with_capacity(text.len());
        let mut alone = Vec::new();
        let mut squares = 0;
        for (number, count) in text {
            let often = 256 + log2(u64::from(*count), 1);
            let found = self.features.binary_search_by_key(number, |f| f.0);
            let rarity = found.map_or(self.unique, |at| self.features[at].1);
            let weight = rarity * often;
            squares += weight * weight;
            match found {
                Ok(at) => row.push((at as u32, weight)),
                Err(_) => alone.push((*number, weight)),
            }
        }
        let length = squares.isqrt().max(1);
        let share = |weight: u64| (weight * UNIT / length).max(1);
        alone.into_iter().for_each(|(feature, weight)| rare(feature, share(weight)));
        row.sort_unstable_by_key(|(at, weight)| (Reverse(*weight), self.features[*at as usize].0));
        row.truncate(MAX_FEATURES);
        row.iter_mut().for_each(|(_, weight)| *weight = share(*weight));
        row
    }
}
