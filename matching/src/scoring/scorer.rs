//! Everything prepared once for an event, so that pairs are quick to score.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::answers::Comparison;
use super::candidates::Accumulators;
use super::focus::Focus;
use super::interests::Interests;
use super::pair::{PairPoints, Traits};
use super::profile::{Profile, Topics};
use super::rules::{Relations, Rules, WhyNot};
use super::texts::Texts;
use super::ties::Ties;
use super::weights::{Term, Weights};
use crate::model::input::Request;

/// For up to this many people everybody is looked at when one person's partners are ranked.
const LOOK_AT_ALL: usize = 1_500;

/// A pair that may meet, its weight, and the reasons, which sum to the weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredPair {
    /// The lower of the two places in the list of profiles.
    pub a: u32,
    pub b: u32,
    /// From 1 to 1000.
    pub weight: u32,
    pub request: Request,
    /// The terms that gave points, or took some; their sum is the weight.
    pub terms: Vec<(Term, i32)>,
    /// The comparisons, by their places, that gave the points of [`Term::Answers`].
    pub answers: Vec<usize>,
}

impl ScoredPair {
    /// The other of the two.
    pub fn partner_of(&self, person: u32) -> u32 {
        if person == self.a { self.b } else { self.a }
    }
}

/// How many pairs to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The best candidates of each person; somebody others want too is in more pairs.
    pub per_person: usize,
}

impl Default for Limits {
    /// Lists of 40 lose nothing measurable against all pairs at 150 to 900 people.
    fn default() -> Self {
        Self { per_person: 40 }
    }
}

/// The people of an event, ready to be paired. People are kept in the order of a hash of their ids:
/// whatever depends on an order (ties, samples) then does not depend on the caller's.
pub struct Scorer {
    pub(super) traits: Vec<Traits>,
    pub(super) interests: Interests,
    pub(super) texts: Texts,
    pub(super) ties: Ties,
    pub(super) weights: Weights,
    pub(super) rules: Rules,
    pub(super) comparisons: Vec<Comparison>,
    /// From our places to the caller's, and back.
    caller: Vec<u32>,
    pub(super) place_of: Vec<u32>,
}

impl Scorer {
    /// Reads all profiles and builds the indexes; linear in the length of topics and texts.
    pub fn new(
        profiles: &[Profile],
        topics: &Topics,
        relations: &Relations,
        weights: Weights,
        rules: Rules,
    ) -> Self {
        let mut caller: Vec<u32> = (0..profiles.len() as u32).collect();
        caller.sort_by_key(|person| {
            let id = profiles[*person as usize].id;
            (scatter(id), id)
        });
        let mut place_of = vec![0; profiles.len()];
        for (place, person) in caller.iter().enumerate() {
            place_of[*person as usize] = place as u32;
        }
        let people: Vec<&Profile> = caller.iter().map(|p| &profiles[*p as usize]).collect();
        let interests = Interests::new(&people, topics);
        Self {
            texts: Texts::new(&people, topics, &interests),
            traits: people.iter().map(|p| Traits::new(p)).collect(),
            interests,
            ties: Ties::new(relations, &place_of),
            weights,
            rules,
            comparisons: Vec::new(),
            caller,
            place_of,
        }
    }

    /// The same, with points for what people answered to the event's questions.
    pub fn comparing(self, comparisons: Vec<Comparison>) -> Self {
        Self { comparisons, ..self }
    }

    pub fn len(&self) -> usize {
        self.caller.len()
    }

    pub fn is_empty(&self) -> bool {
        self.caller.is_empty()
    }

    /// The allowed pairs worth considering, in ascending order: the best candidates of each person,
    /// and every pair with a wish.
    pub fn score(&self, limits: Limits) -> Vec<ScoredPair> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut sums = Accumulators::new(self.len());
        let mut focus = Focus::new(self, 0);
        let mut pairs: Vec<ScoredPair> = Vec::new();
        for person in 0..self.len() as u32 {
            focus.turn_to(person);
            let pool = self.candidates(person, pool_size(limits.per_person), &mut sums);
            for (other, points) in self.best(person, pool, limits.per_person, &focus) {
                pairs.push(self.scored(person, other, &points));
            }
        }
        for (a, b) in self.ties.wished() {
            focus.turn_to(a);
            if let Ok(points) = focus.pair(b) {
                pairs.push(self.scored(a, b, &points));
            }
        }
        pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
        pairs.dedup_by_key(|pair| (pair.a, pair.b));
        pairs
    }

    /// The weight of any two people and its reasons, or why they may not meet.
    pub fn explain(&self, a: u32, b: u32) -> Result<ScoredPair, WhyNot> {
        let (Some(a), Some(b)) = (self.place(a), self.place(b)) else {
            return Err(WhyNot::UnknownPerson);
        };
        let points = Focus::new(self, a).pair(b)?;
        Ok(self.scored(a, b, &points))
    }

    /// Why a person may not meet others, and how many of them: for each reason those whom it rules out first. Nothing for a
    /// number without a person.
    pub fn barriers(&self, person: u32) -> BTreeMap<WhyNot, u32> {
        let mut out = BTreeMap::new();
        let Some(place) = self.place(person) else { return out };
        for other in (0..self.len() as u32).filter(|other| *other != place) {
            if let Err(why) = self.check(place, other, self.ties.between(place, other)) {
                *out.entry(why).or_default() += 1;
            }
        }
        out
    }

    /// The best `count` partners of one person, best first; nobody for a number without a person.
    pub fn rank_for(&self, person: u32, count: usize) -> Vec<ScoredPair> {
        let Some(place) = self.place(person) else {
            return Vec::new();
        };
        let size = pool_size(count).max(LOOK_AT_ALL);
        let mut pool = self.candidates(place, size, &mut Accumulators::new(self.len()));
        pool.extend(self.ties.wished_with(place));
        self.best(place, pool, count, &Focus::new(self, place))
            .into_iter()
            .map(|(other, points)| self.scored(place, other, &points))
            .collect()
    }

    /// The caller's number of a person, by our place.
    pub(super) fn caller_of(&self, place: u32) -> u32 {
        self.caller[place as usize]
    }

    /// Our place of a person, by the caller's number.
    pub(super) fn place(&self, person: u32) -> Option<u32> {
        self.place_of.get(person as usize).copied()
    }

    /// The allowed ones of a pool, heaviest first; between equals, whoever comes next after the
    /// person, so that not everybody gets the same ones.
    fn best(&self, person: u32, mut pool: Vec<u32>, count: usize, focus: &Focus) -> Vec<(u32, PairPoints)> {
        pool.sort_unstable();
        pool.dedup();
        let mut allowed: Vec<(u32, PairPoints)> =
            pool.into_iter().filter_map(|other| Some((other, focus.pair(other).ok()?))).collect();
        allowed.sort_by_key(|(other, points)| {
            (Reverse((points.weight(), points.fine)), self.distance(person, *other))
        });
        allowed.truncate(count);
        allowed
    }

    /// How far on another one comes after a person, by our places.
    pub(super) fn distance(&self, person: u32, other: u32) -> u32 {
        (other + self.len() as u32 - person) % self.len() as u32
    }

    fn scored(&self, one: u32, other: u32, points: &PairPoints) -> ScoredPair {
        self.told(one, other, points, self.agreements(one, other).collect())
    }

    /// A pair for the caller, by our places; `answers` are the comparisons that hold for it.
    pub(super) fn told(&self, one: u32, other: u32, points: &PairPoints, answers: Vec<usize>) -> ScoredPair {
        let (one, other) = (self.caller_of(one), self.caller_of(other));
        ScoredPair {
            a: one.min(other),
            b: one.max(other),
            weight: points.weight().max(1) as u32,
            request: points.request,
            terms: points.terms(),
            answers,
        }
    }

    /// The comparisons that hold for two people, by our places.
    pub(super) fn agreements(&self, one: u32, other: u32) -> impl Iterator<Item = usize> + '_ {
        self.traits[one as usize].agreements(&self.traits[other as usize], &self.comparisons)
    }
}

/// How many candidates are weighed exactly to find the best of them.
fn pool_size(per_person: usize) -> usize {
    per_person.saturating_mul(3).max(100)
}

/// Spreads ids that follow each other, as those made from a clock do, over the whole range
/// (the finaliser of SplitMix64: G. Steele, D. Lea, C. Flood, OOPSLA 2014).
fn scatter(id: u128) -> u64 {
    let mut x = (id as u64) ^ ((id >> 64) as u64).rotate_left(32);
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
