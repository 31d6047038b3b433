//! What is known between two people (wishes, blocks, earlier meetings), found by the pair.

use super::rules::Relations;
use crate::model::input::Request;

/// What is known between two people.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tie {
    lower_wishes: bool,
    higher_wishes: bool,
    pub blocked: bool,
    pub met: bool,
}

impl Tie {
    pub(super) fn request(self) -> Request {
        match (self.lower_wishes, self.higher_wishes) {
            (true, true) => Request::Mutual,
            (false, false) => Request::None,
            _ => Request::OneWay,
        }
    }
}

/// All pairs something is known of, in ascending order, the lower place first.
pub(super) struct Ties {
    pairs: Vec<((u32, u32), Tie)>,
}

impl Ties {
    /// `place_of` turns the caller's numbers of people into ours.
    pub(super) fn new(relations: &Relations, place_of: &[u32]) -> Self {
        let mut ties = Self { pairs: Vec::new() };
        ties.add(&relations.wishes, place_of, |tie, from_lower| {
            tie.lower_wishes |= from_lower;
            tie.higher_wishes |= !from_lower;
        });
        ties.add(&relations.blocks, place_of, |tie, _| tie.blocked = true);
        ties.add(&relations.earlier, place_of, |tie, _| tie.met = true);
        ties.pairs.sort_unstable_by_key(|(pair, _)| *pair);
        ties.pairs.dedup_by(|from, into| {
            let same = from.0 == into.0;
            if same {
                into.1.lower_wishes |= from.1.lower_wishes;
                into.1.higher_wishes |= from.1.higher_wishes;
                into.1.blocked |= from.1.blocked;
                into.1.met |= from.1.met;
            }
            same
        });
        ties
    }

    fn add(&mut self, pairs: &[(u32, u32)], place_of: &[u32], say: impl Fn(&mut Tie, bool)) {
        for (from, to) in pairs {
            let place = |person: &u32| place_of.get(*person as usize).copied();
            let (Some(from), Some(to)) = (place(from), place(to)) else {
                continue;
            };
            if from != to {
                let mut tie = Tie::default();
                say(&mut tie, from < to);
                self.pairs.push(((from.min(to), from.max(to)), tie));
            }
        }
    }

    pub(super) fn between(&self, a: u32, b: u32) -> Tie {
        let key = (a.min(b), a.max(b));
        match self.pairs.binary_search_by_key(&key, |(pair, _)| *pair) {
            Ok(at) => self.pairs[at].1,
            Err(_) => Tie::default(),
        }
    }

    /// The pairs of whom at least one wishes to meet the other.
    pub(super) fn wished(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.pairs.iter().filter(|(_, tie)| tie.request() > Request::None).map(|(pair, _)| *pair)
    }

    /// Whoever wishes to meet this person, or the person them.
    pub(super) fn wished_with(&self, person: u32) -> impl Iterator<Item = u32> + '_ {
        self.wished().filter_map(move |(a, b)| match person {
            _ if person == a => Some(b),
            _ if person == b => Some(a),
            _ => None,
        })
    }
}
