//! Who offers and seeks which topics, weighted so that rare topics and short lists count more.
//!
//! Vectors with inverse frequency and unit length: G. Salton and C. Buckley, "Term-weighting
//! approaches in automatic text retrieval", Information Processing & Management 24 (1988) 513-523.
//! On top of it a topic's weight is scaled by its rarity among the event's topics, because a length
//! of one would hide that the only topic two people share is the one everybody ticked.

use super::profile::{Interest, Profile, Topics};
use super::rarity::{UNIT, rarity, to_unit_length};
use super::sparse::{Vectors, common};

/// The topics of all people, by side.
pub(super) struct Interests {
    pub offers: Vectors,
    pub seeks: Vectors,
    /// Offered or sought.
    pub named: Vectors,
    /// The headings of the topics named.
    pub families: Vectors,
    family_of: Vec<u32>,
}

impl Interests {
    pub(super) fn new(people: &[&Profile], topics: &Topics) -> Self {
        let family_of: Vec<u32> = (0..topics.len() as u32).map(|t| topics.family(t)).collect();
        let offers: Vec<Vec<u32>> = people.iter().map(|p| ticked(&p.offers, topics)).collect();
        let seeks: Vec<Vec<u32>> = people.iter().map(|p| ticked(&p.seeks, topics)).collect();
        let named: Vec<Vec<u32>> = offers
            .iter()
            .zip(&seeks)
            .map(|(offers, seeks)| sorted_set([&offers[..], &seeks[..]].concat()))
            .collect();
        let families: Vec<Vec<u32>> = named
            .iter()
            .map(|row| sorted_set(row.iter().map(|t| family_of[*t as usize]).collect()))
            .collect();
        let topic_rarity = rarities(&named, topics.len());
        let family_rarity = rarities(&families, topics.len());
        Self {
            offers: weighted(&offers, &topic_rarity, people.len()),
            seeks: weighted(&seeks, &topic_rarity, people.len()),
            named: weighted(&named, &topic_rarity, people.len()),
            families: weighted(&families, &family_rarity, people.len()),
            family_of,
        }
    }

    /// How far what `a` offers is what `b` seeks.
    pub(super) fn meets(&self, a: usize, b: usize) -> u64 {
        super::sparse::dot(self.offers.row(a), self.seeks.row(b))
    }

    /// What two people have in common beside offers met by seeks: topics, and headings without a
    /// topic in common.
    pub(super) fn shared(&self, a: usize, b: usize) -> Shared {
        let mut shared = Shared::default();
        let mut used = Vec::new();
        for (topic, x, y) in common(self.named.row(a), self.named.row(b)) {
            used.push(self.family_of[topic as usize]);
            if !self.is_met(a, b, topic) && !self.is_met(b, a, topic) {
                shared.topics += x * y;
            }
        }
        for (family, x, y) in common(self.families.row(a), self.families.row(b)) {
            if !used.contains(&family) {
                shared.headings += x * y;
            }
        }
        shared
    }

    /// Whether `a` offers this topic and `b` seeks it.
    fn is_met(&self, a: usize, b: usize, topic: u32) -> bool {
        let has = |vectors: &Vectors, row| vectors.row(row).iter().any(|entry| entry.at == topic);
        has(&self.offers, a) && has(&self.seeks, b)
    }
}

/// Products of two people's vectors over what they share.
#[derive(Default)]
pub(super) struct Shared {
    pub topics: u64,
    pub headings: u64,
}

fn ticked(interests: &[Interest], topics: &Topics) -> Vec<u32> {
    let known = |topic: &u32| (*topic as usize) < topics.len();
    sorted_set(interests.iter().filter_map(|i| i.topic).filter(known).collect())
}

fn sorted_set(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn rarities(rows: &[Vec<u32>], features: usize) -> Vec<u64> {
    let mut counts = vec![0; features];
    for feature in rows.iter().flatten() {
        counts[*feature as usize] += 1;
    }
    counts.into_iter().map(|n| rarity(rows.len(), n)).collect()
}

/// Each row with inverse frequency at unit length, then scaled by the square root of the rarity of
/// each topic (1 for one that only two people have), so that the product of two rows has it once.
fn weighted(rows: &[Vec<u32>], rarities: &[u64], people: usize) -> Vectors {
    let rarest = rarity(people, 2).max(1);
    let rows = rows
        .iter()
        .map(|row| {
            let mut row: Vec<(u32, u64)> = row.iter().map(|t| (*t, rarities[*t as usize])).collect();
            to_unit_length(&mut row);
            for (topic, weight) in &mut row {
                let share = rarities[*topic as usize].min(rarest) * UNIT * UNIT / rarest;
                *weight = (*weight * share.isqrt() / UNIT).max(1);
            }
            row
        })
        .collect();
    Vectors::new(rows, rarities.len())
}
