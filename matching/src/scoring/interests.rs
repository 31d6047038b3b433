//! Who offers and seeks which topics, weighted so that rare topics and short lists count more.
//!
//! Vectors with inverse frequency and unit length: G. Salton and C. Buckley, "Term-weighting
//! approaches in automatic text retrieval", Information Processing & Management 24 (1988) 513-523.
//! On top of it a topic's weight is scaled by its rarity among the event's topics, because a length
//! of one would hide that the only topic two people share is the one everybody ticked.

use super::profile::{Interest, Profile, Topics};
use super::rarity::{UNIT, rarity, to_unit_length};
use super::sparse::Vectors;

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

    /// The heading of a topic; itself at the top of the tree.
    pub(super) fn family(&self, topic: u32) -> u32 {
        self.family_of[topic as usize]
    }
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
