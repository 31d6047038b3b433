//! Words that only one text has. They meet nothing among these texts, but one more reader, whose texts the others do not see,
//! may have written the same.

/// Which text it is: what a person offers or seeks, or the names of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Offer(u32),
    Seek(u32),
    Label(u32),
}

/// Features of one text each, with their weights there.
#[derive(Default)]
pub(super) struct Rare {
    features: Vec<(u64, Owner, u16)>,
}

impl Rare {
    pub(super) fn add(&mut self, feature: u64, owner: Owner, weight: u64) {
        self.features.push((feature, owner, weight.min(u64::from(u16::MAX)) as u16));
    }

    /// Ready to be looked up.
    pub(super) fn sorted(mut self) -> Self {
        self.features.sort_unstable_by_key(|(feature, ..)| *feature);
        self.features.shrink_to_fit();
        self
    }

    /// The texts that have one of these features, with the product of the two weights.
    pub(super) fn met_by(&self, features: &[(u64, u64)]) -> impl Iterator<Item = (Owner, u64)> {
        features.iter().filter_map(|(feature, weight)| {
            let at = self.features.binary_search_by_key(feature, |(known, ..)| *known).ok()?;
            let (_, owner, own) = self.features[at];
            Some((owner, weight * u64::from(own)))
        })
    }
}
