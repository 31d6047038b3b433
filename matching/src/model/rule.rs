//! Pairs given by a rule instead of a list: where everybody may meet almost everybody, a list would be too long.

use crate::model::input::{PairInput, Request};
use std::fmt::Debug;

/// Says of any two people whether they may meet and what that is worth. The same question has the same answer always.
pub trait PairRule: Debug + Send + Sync {
    /// The pair of two different people, if they may meet.
    fn pair(&self, a: usize, b: usize) -> Option<PairInput>;

    /// All pairs with [`Request::Mutual`], and others that are to be listed whatever they weigh.
    fn wished(&self) -> Vec<(usize, usize)>;

    /// Visits every allowed partner of a person that passes the floor. It may visit others too, and may leave out pairs
    /// that are [`PairRule::wished`]. This one asks for every pair; a rule that knows an upper bound of its weights can
    /// be faster.
    fn partners_above(&self, person: usize, floor: Floor<'_>, visit: &mut dyn FnMut(PairInput)) {
        for other in (floor.first..floor.of.len()).filter(|&other| other != person) {
            if let Some(pair) = self.pair(person, other)
                && floor.passes(other, pair.weight)
            {
                visit(pair);
            }
        }
    }
}

/// Which partners are asked for: those from `first` on whose pair weighs more than `base` and their own floor together.
#[derive(Debug, Clone, Copy)]
pub struct Floor<'f> {
    pub first: usize,
    pub base: i64,
    /// One entry per person.
    pub of: &'f [i64],
}

impl Floor<'_> {
    /// Whether a partner is asked for if the pair weighs so much.
    #[must_use]
    pub fn passes(&self, other: usize, weight: u32) -> bool {
        i64::from(weight) > self.base.saturating_add(self.of[other])
    }
}

/// A floor that no pair passes.
pub(crate) const NEVER: i64 = i64::MAX / 4;

/// Weights above which partners are looked for, until there are enough.
const LEVELS: [i64; 5] = [600, 450, 300, 150, 0];

/// The `wanted` weightiest accepted pairs of a person, or all there are; `anyone` is a floor per person, 0 for each that
/// may be chosen.
pub(crate) fn best_partners(
    rule: &dyn PairRule,
    person: usize,
    wanted: usize,
    anyone: &[i64],
    accept: &dyn Fn(&PairInput) -> bool,
) -> Vec<PairInput> {
    let mut found = Vec::new();
    for base in LEVELS {
        found.clear();
        rule.partners_above(person, Floor { first: 0, base, of: anyone }, &mut |pair| {
            if accept(&pair) {
                found.push(pair);
            }
        });
        if found.len() >= wanted {
            break;
        }
    }
    found.sort_unstable_by_key(|p| (std::cmp::Reverse(p.weight), p.a, p.b));
    found.truncate(wanted);
    found
}

/// A long list as a rule.
#[derive(Debug)]
pub(crate) struct PairList {
    /// Each pair twice, by (person, partner).
    rows: Vec<(u32, u32, u32)>,
    /// `rows[start[i]..start[i + 1]]` are those of person `i`.
    start: Vec<usize>,
    pairs: Vec<PairInput>,
}

impl PairList {
    pub(crate) fn new(people: usize, pairs: &[PairInput]) -> PairList {
        let both = |(k, p): (u32, &PairInput)| [(p.a as u32, p.b as u32, k), (p.b as u32, p.a as u32, k)];
        let mut rows: Vec<_> = (0u32..).zip(pairs).flat_map(both).collect();
        rows.sort_unstable();
        let start = (0..=people).map(|i| rows.partition_point(|r| (r.0 as usize) < i)).collect();
        PairList { rows, start, pairs: pairs.to_vec() }
    }

    fn of(&self, person: usize) -> &[(u32, u32, u32)] {
        &self.rows[self.start[person]..self.start[person + 1]]
    }
}

impl PairRule for PairList {
    fn pair(&self, a: usize, b: usize) -> Option<PairInput> {
        let mine = self.of(a);
        let at = mine.binary_search_by_key(&b, |r| r.1 as usize).ok()?;
        Some(self.pairs[mine[at].2 as usize].clone())
    }

    fn wished(&self) -> Vec<(usize, usize)> {
        let mutual = self.pairs.iter().filter(|p| p.request == Request::Mutual);
        mutual.map(|p| (p.a, p.b)).collect()
    }

    fn partners_above(&self, person: usize, floor: Floor<'_>, visit: &mut dyn FnMut(PairInput)) {
        let mine = self.of(person);
        let from = mine.partition_point(|r| (r.1 as usize) < floor.first);
        for &(_, other, k) in &mine[from..] {
            let pair = &self.pairs[k as usize];
            if floor.passes(other as usize, pair.weight) {
                visit(pair.clone());
            }
        }
    }
}
