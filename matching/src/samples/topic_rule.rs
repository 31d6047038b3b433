//! A rule of weights for made-up events: topics that one offers and the other seeks, countries, types of organisation,
//! requests, and a little noise that stands for finer similarity.

use crate::model::input::MOST_WEIGHT;
use crate::model::input::{PairInput, Request};
use crate::model::rule::{Floor, PairRule};
use std::collections::{BTreeMap, BTreeSet};

/// One person as the rule sees them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub organisation: u64,
    pub country: u64,
    pub kind: Kind,
    pub offers: Vec<u64>,
    pub seeks: Vec<u64>,
}

/// What kind of organisation somebody is from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Startup,
    Corporate,
    University,
    PublicBody,
    Investor,
}

impl Kind {
    /// All kinds, in the order of their numbers in files.
    pub const ALL: [Kind; 5] =
        [Kind::Startup, Kind::Corporate, Kind::University, Kind::PublicBody, Kind::Investor];
}

/// What a meeting of two kinds adds, by [`Kind::ALL`].
const KINDS: [[u32; 5]; 5] = [
    [20, 120, 80, 50, 180],
    [120, 20, 110, 40, 60],
    [80, 110, 30, 60, 30],
    [50, 40, 60, 10, 20],
    [180, 60, 30, 20, 0],
];
const TOPIC: u32 = 110;
const MOST_TOPICS: u32 = 4;
const BOTH_WAYS: u32 = 90;
const ABROAD: u32 = 60;
const REQUEST: u32 = 150;
/// Noise is below this.
const NOISE: u32 = 40;

/// Everybody may meet everybody, except people of one organisation, forbidden pairs and, if only meetings across borders
/// are wanted, people of one country. The weight is 110 a topic that one offers and the other seeks (at most 4), 90 if
/// both give and take, 60 for different countries, what the two kinds add, 150 a request, and noise below 40.
#[derive(Debug, Clone)]
pub struct TopicRule {
    seed: u64,
    only_abroad: bool,
    people: Vec<Row>,
    requests: BTreeSet<(usize, usize)>,
    forbidden: BTreeSet<(usize, usize)>,
    /// Who offers each topic, and who seeks it, by topic.
    offering: Vec<Vec<u32>>,
    seeking: Vec<Vec<u32>>,
}

/// A profile with topics numbered without holes.
#[derive(Debug, Clone)]
struct Row {
    organisation: u64,
    country: u64,
    kind: Kind,
    offers: Vec<u32>,
    seeks: Vec<u32>,
}

impl TopicRule {
    /// The rule for some people. A request is (who asks, whom); forbidden pairs are in either order.
    #[must_use]
    pub fn new(
        seed: u64,
        only_abroad: bool,
        people: &[Profile],
        requests: &[(usize, usize)],
        forbidden: &[(usize, usize)],
    ) -> TopicRule {
        let all: BTreeSet<u64> =
            people.iter().flat_map(|p| p.offers.iter().chain(&p.seeks)).copied().collect();
        let number: BTreeMap<u64, u32> = all.iter().copied().zip(0..).collect();
        let numbers = |topics: &[u64]| {
            let set: BTreeSet<u32> = topics.iter().map(|t| number[t]).collect();
            set.into_iter().collect::<Vec<u32>>()
        };
        let row = |p: &Profile| Row {
            organisation: p.organisation,
            country: p.country,
            kind: p.kind,
            offers: numbers(&p.offers),
            seeks: numbers(&p.seeks),
        };
        let people: Vec<Row> = people.iter().map(row).collect();
        let mut offering = vec![Vec::new(); number.len()];
        let mut seeking = vec![Vec::new(); number.len()];
        for (i, p) in (0u32..).zip(&people) {
            p.offers.iter().for_each(|&t| offering[t as usize].push(i));
            p.seeks.iter().for_each(|&t| seeking[t as usize].push(i));
        }
        let forbidden = forbidden.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        let requests = requests.iter().copied().collect();
        TopicRule { seed, only_abroad, people, requests, forbidden, offering, seeking }
    }

    /// Weight without requests and noise, from the number of topics each way.
    fn plain(&self, a: usize, b: usize, gives: u32, takes: u32) -> u32 {
        let (x, y) = (&self.people[a], &self.people[b]);
        TOPIC * (gives + takes).min(MOST_TOPICS)
            + if gives > 0 && takes > 0 { BOTH_WAYS } else { 0 }
            + if x.country == y.country { 0 } else { ABROAD }
            + KINDS[x.kind as usize][y.kind as usize]
    }

    fn noise(&self, a: usize, b: usize) -> u32 {
        let key = (self.seed << 40).wrapping_add((a as u64) << 20).wrapping_add(b as u64);
        (mix(key) % u64::from(NOISE)) as u32
    }
}

impl PairRule for TopicRule {
    fn pair(&self, a: usize, b: usize) -> Option<PairInput> {
        let (a, b) = (a.min(b), a.max(b));
        let (x, y) = (&self.people[a], &self.people[b]);
        let crossing = x.country != y.country;
        if x.organisation == y.organisation
            || (self.only_abroad && !crossing)
            || self.forbidden.contains(&(a, b))
        {
            return None;
        }
        let (gives, takes) = (shared(&x.offers, &y.seeks), shared(&x.seeks, &y.offers));
        let asked = u32::from(self.requests.contains(&(a, b))) + u32::from(self.requests.contains(&(b, a)));
        let weight = self.plain(a, b, gives, takes) + REQUEST * asked + self.noise(a, b);
        let request = [Request::None, Request::OneWay, Request::Mutual][asked as usize];
        Some(PairInput { a, b, weight: weight.clamp(1, MOST_WEIGHT), request, crossing: crossing.into() })
    }

    /// Every pair somebody asked for.
    fn wished(&self) -> Vec<(usize, usize)> {
        self.requests.iter().copied().collect()
    }

    fn partners_above(&self, person: usize, floor: Floor<'_>, visit: &mut dyn FnMut(PairInput)) {
        let me = &self.people[person];
        // Topics each partner would get, and give.
        let mut topics = vec![(0u8, 0u8); self.people.len()];
        for &other in me.offers.iter().flat_map(|&t| &self.seeking[t as usize]) {
            topics[other as usize].0 = topics[other as usize].0.saturating_add(1);
        }
        for &other in me.seeks.iter().flat_map(|&t| &self.offering[t as usize]) {
            topics[other as usize].1 = topics[other as usize].1.saturating_add(1);
        }
        for (other, &(gives, takes)) in topics.iter().enumerate().skip(floor.first) {
            let most = (self.plain(person, other, gives.into(), takes.into()) + NOISE).min(MOST_WEIGHT);
            if floor.passes(other, most.max(1))
                && other != person
                && let Some(pair) = self.pair(person, other)
            {
                visit(pair);
            }
        }
    }
}

fn shared(mine: &[u32], others: &[u32]) -> u32 {
    mine.iter().filter(|t| others.contains(t)).count() as u32
}

/// One step of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
fn mix(z: u64) -> u64 {
    let z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
