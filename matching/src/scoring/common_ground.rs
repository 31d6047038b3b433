//! The topics behind a pair's points, to name them where a person reads why they should meet.

use super::scorer::Scorer;
use super::sparse::Vectors;

/// What two people have in common, as places in the topic list, each list in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommonGround {
    /// Offered by the first, sought by the second.
    pub offered: Vec<u32>,
    /// Sought by the first, offered by the second.
    pub sought: Vec<u32>,
    /// Named by both, and neither of the above.
    pub shared: Vec<u32>,
    /// Headings under which both named topics, though none in common.
    pub near: Vec<u32>,
    /// Offered or sought by the first; the second wrote of it on the opposite side.
    pub written_by_second: Vec<u32>,
    /// The same the other way round.
    pub written_by_first: Vec<u32>,
}

impl Scorer {
    /// The topics two people have in common; nothing for a number without a person. It tells what
    /// [`Scorer::explain`] gives points for, whether or not the two may meet.
    pub fn common_ground(&self, first: u32, second: u32) -> CommonGround {
        let (Some(a), Some(b)) = (self.place(first), self.place(second)) else {
            return CommonGround::default();
        };
        let (a, b) = (a as usize, b as usize);
        let (topics, texts) = (&self.interests, &self.texts);
        let offered = common(&topics.offers, a, &topics.seeks, b);
        let sought = common(&topics.seeks, a, &topics.offers, b);
        let named = common(&topics.named, a, &topics.named, b);
        let used: Vec<u32> = named.iter().map(|topic| topics.family(*topic)).collect();
        let mut near = common(&topics.families, a, &topics.families, b);
        near.retain(|heading| !used.contains(heading));
        let mut shared = named;
        shared.retain(|topic| !offered.contains(topic) && !sought.contains(topic));
        let written = |ticked: usize, wrote: usize| {
            let mut written = common(&topics.offers, ticked, &texts.seek_topics, wrote);
            written.extend(common(&topics.seeks, ticked, &texts.offer_topics, wrote));
            written.sort_unstable();
            written.dedup();
            written
        };
        CommonGround {
            written_by_second: written(a, b),
            written_by_first: written(b, a),
            offered,
            sought,
            shared,
            near,
        }
    }
}

fn common(one: &Vectors, a: usize, other: &Vectors, b: usize) -> Vec<u32> {
    let others = other.row(b);
    let features = one.row(a).iter().map(|entry| entry.at);
    features.filter(|feature| others.iter().any(|entry| entry.at == *feature)).collect()
}
