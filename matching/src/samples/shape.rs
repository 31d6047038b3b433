//! The shapes of events that the engine is measured on, and how a problem is made from one.

use super::crowd::{Crowd, Wishes};
use super::topic_rule::{Profile, TopicRule};
use crate::algorithms::random::Random;
use crate::model::input::{Input, PairInput, SlotInput};
use crate::model::invalid::Invalid;
use crate::model::problem::Problem;
use crate::model::rule::{PairRule, best_partners};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who comes, and when they are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// From 18 countries; about a quarter miss some slots.
    InPerson,
    /// From two countries, and only meetings across the border are wanted; about a quarter miss some slots.
    AcrossABorder,
    /// From 18 countries, each person there for a window of 4 to 8 slots around their time of day.
    TimeZones,
    /// From 18 countries whose clocks differ by half hours: a slot is half an hour, and everybody meets in six to twelve hours of
    /// their own day.
    OwnHours,
}

/// An event before dice are rolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    pub name: &'static str,
    pub people: usize,
    pub slots: usize,
    /// None where meetings need no table.
    pub tables: Option<u32>,
    /// Slots that a long pause follows.
    pub pauses: &'static [usize],
    pub minimum: u32,
    /// Least and greatest number of meetings that a person wants at most.
    pub caps: (u32, u32),
    pub topics: usize,
    pub audience: Audience,
    /// Everybody may meet everybody the rule allows; else each person lists 10 to 40 candidates.
    pub by_rule: bool,
}

/// The shapes, small ones first.
pub const SHAPES: [Shape; 10] = [
    E150,
    E200,
    E250,
    E300H,
    E900V,
    Shape { name: "e900v-dense", by_rule: true, ..E900V },
    E5000,
    Shape { name: "e5000-dense", by_rule: true, ..E5000 },
    E15500,
    Shape { name: "e15500-dense", by_rule: true, ..E15500 },
];

const E150: Shape = Shape {
    name: "e150",
    people: 150,
    slots: 8,
    tables: Some(40),
    pauses: &[3],
    minimum: 3,
    caps: (4, 8),
    topics: 40,
    audience: Audience::InPerson,
    by_rule: false,
};
const E200: Shape =
    Shape { name: "e200", people: 200, slots: 10, tables: Some(80), pauses: &[4], topics: 50, ..E150 };
const E250: Shape = Shape {
    name: "e250",
    people: 250,
    tables: Some(60),
    caps: (5, 10),
    audience: Audience::AcrossABorder,
    ..E200
};
const E300H: Shape = Shape { name: "e300h", people: 300, slots: 32, audience: Audience::OwnHours, ..E900V };
const E900V: Shape = Shape {
    name: "e900v",
    people: 900,
    slots: 12,
    tables: None,
    pauses: &[],
    minimum: 2,
    topics: 80,
    audience: Audience::TimeZones,
    ..E150
};
const E5000: Shape = Shape {
    name: "e5000",
    people: 5_000,
    slots: 16,
    tables: Some(1_000),
    pauses: &[3, 7, 11],
    caps: (4, 12),
    topics: 150,
    ..E150
};
const E15500: Shape = Shape {
    name: "e15500",
    people: 15_500,
    slots: 20,
    tables: Some(4_000),
    pauses: &[4, 9, 14],
    topics: 250,
    ..E5000
};

/// Candidates of a person, least and most.
const CANDIDATES: (usize, usize) = (10, 40);
/// Pairs of each person that are listed before prices are known, where pairs are given by rule.
const LISTED_FIRST: usize = 20;

impl Shape {
    /// The shape of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Shape> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// An event of this shape. The same seed gives the same event on every machine.
    ///
    /// # Errors
    /// If the shape contradicts itself; none of [`SHAPES`] does.
    pub fn problem(&self, seed: u64) -> Result<Problem, Vec<Invalid>> {
        let Sample { input, rule, .. } = self.sample(seed);
        if self.by_rule {
            return Problem::by_rule(input, Arc::new(rule), LISTED_FIRST);
        }
        Problem::new(input)
    }

    /// The same event with all that was rolled for it.
    #[must_use]
    pub fn sample(&self, seed: u64) -> Sample {
        let mut random = Random::new(seed.wrapping_mul(0x9E37_79B9).wrapping_add(self.people as u64));
        let crowd = Crowd::made(self, &mut random);
        let wishes = crowd.wishes(self, &mut random);
        let Wishes { requests, forbidden } = &wishes;
        let rule = TopicRule::new(seed, self.only_abroad(), &crowd.profiles, requests, forbidden);
        let part = |s: usize| self.pauses.iter().filter(|&&p| p < s).count() as u32;
        let slots = (0..self.slots)
            .map(|s| SlotInput { tables: self.tables, part: part(s), ..SlotInput::default() })
            .collect();
        let pairs = if self.by_rule { Vec::new() } else { candidates(&rule, self.people, &mut random) };
        let input = Input { slots, people: crowd.people, pairs, ..Input::default() };
        Sample { input, profiles: crowd.profiles, wishes, rule }
    }

    /// Whether only people of different countries meet.
    #[must_use]
    pub fn only_abroad(&self) -> bool {
        self.audience == Audience::AcrossABorder
    }
}

/// An event that was rolled: the input of its problem, and what its pairs come from.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Without pairs where these are given by rule.
    pub input: Input,
    pub profiles: Vec<Profile>,
    pub wishes: Wishes,
    rule: TopicRule,
}

/// The best 10 to 40 partners of each person, and whom they asked for.
fn candidates(rule: &TopicRule, people: usize, random: &mut Random) -> Vec<PairInput> {
    let anyone = vec![0; people];
    let mut listed = BTreeMap::new();
    for person in 0..people {
        let wanted = CANDIDATES.0 + random.below(CANDIDATES.1 - CANDIDATES.0 + 1);
        for pair in best_partners(rule, person, wanted, &anyone, &|_| true) {
            listed.insert((pair.a, pair.b), pair);
        }
    }
    for pair in rule.wished().into_iter().filter_map(|(a, b)| rule.pair(a, b)) {
        listed.insert((pair.a, pair.b), pair);
    }
    listed.into_values().collect()
}
