//! Rolls the people of a made-up event: organisations, countries, topics, limits, times, and who asks for whom.

use super::shape::{Audience, Shape};
use super::topic_rule::{Kind, Profile};
use crate::algorithms::random::Random;
use crate::model::input::PersonInput;
use std::collections::BTreeSet;

/// The people of an event: what the problem says of each, and what the rule says.
pub(super) struct Crowd {
    pub(super) people: Vec<PersonInput>,
    pub(super) profiles: Vec<Profile>,
}

/// Who asked for whom, and who are not to meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// Who asks, and for whom.
    pub requests: Vec<(usize, usize)>,
    /// In either order.
    pub forbidden: Vec<(usize, usize)>,
}

/// Sizes of organisations, each as likely as another.
const SIZES: [usize; 8] = [1, 1, 1, 1, 2, 2, 3, 5];
/// Shares of the kinds of organisation in percent, by [`Kind::ALL`].
const KINDS: [u64; 5] = [38, 27, 18, 7, 10];
const COUNTRIES: u64 = 18;
/// Most topics that one offers, and seeks.
const MOST_TOPICS: usize = 4;

/// Draws indices with given weights.
struct Urn(Vec<u64>);

impl Urn {
    fn new(weights: impl Iterator<Item = u64>) -> Urn {
        let mut sum = 0;
        Urn(weights
            .map(|w| {
                sum += w;
                sum
            })
            .collect())
    }

    fn draw(&self, random: &mut Random) -> usize {
        let at = random.below(self.0.last().copied().unwrap_or(0) as usize) as u64;
        self.0.partition_point(|&up_to| up_to <= at)
    }

    fn draw_distinct(&self, count: usize, random: &mut Random) -> Vec<u64> {
        let mut out = BTreeSet::new();
        while out.len() < count {
            out.insert(self.draw(random) as u64);
        }
        out.into_iter().collect()
    }
}

impl Crowd {
    pub(super) fn made(shape: &Shape, random: &mut Random) -> Crowd {
        // The popularity of topics and the size of countries fall like one over their rank.
        let topics = Urn::new((0..shape.topics as u64).map(|t| 1_000_000 / (t + 2)));
        let countries = Urn::new((0..COUNTRIES).map(|c| 20_000 / (2 * c + 3)));
        let kinds = Urn::new(KINDS.into_iter());
        let mut everyone = Vec::with_capacity(shape.people);
        let mut organisation = 0;
        while everyone.len() < shape.people {
            let country = match shape.audience {
                Audience::AcrossABorder => organisation % 2,
                Audience::InPerson | Audience::TimeZones | Audience::OwnHours => {
                    countries.draw(random) as u64
                }
            };
            let kind = Kind::ALL[kinds.draw(random)];
            for _ in 0..SIZES[random.below(SIZES.len())].min(shape.people - everyone.len()) {
                let offers = topics.draw_distinct(1 + random.below(MOST_TOPICS), random);
                let seeks = topics.draw_distinct(1 + random.below(MOST_TOPICS), random);
                let profile = Profile { organisation, country, kind, offers, seeks };
                everyone.push((person(shape, country as usize, random), profile));
            }
            organisation += 1;
        }
        // Colleagues do not stand beside each other.
        for i in (1..everyone.len()).rev() {
            everyone.swap(i, random.below(i + 1));
        }
        let (people, profiles) = everyone.into_iter().unzip();
        Crowd { people, profiles }
    }

    /// Who would like to meet whom, and who must not.
    pub(super) fn wishes(&self, shape: &Shape, random: &mut Random) -> Wishes {
        let n = self.profiles.len();
        let requests = self.requests(shape.only_abroad(), random);
        let asked: BTreeSet<(usize, usize)> = requests.iter().copied().collect();
        let met = (0..n).map(|_| (random.below(n), random.below(n)));
        let forbidden: Vec<(usize, usize)> =
            met.filter(|&(a, b)| a != b && !asked.contains(&(a, b)) && !asked.contains(&(b, a))).collect();
        Wishes { requests, forbidden }
    }

    /// Everybody looks at some people, half of them sought-after ones, and asks for up to 8 of those who suit best;
    /// 38 of a hundred requests are returned.
    fn requests(&self, only_abroad: bool, random: &mut Random) -> Vec<(usize, usize)> {
        const LOOKS: usize = 24;
        const MOST_ASKED: usize = 8;
        const RETURNED: usize = 38;
        let n = self.profiles.len();
        let fame = Urn::new((0..n).map(|_| 1_000 / (1 + random.below(60) as u64)));
        let mut asked = BTreeSet::new();
        for i in 0..n {
            let wanted = random.below(MOST_ASKED + 1);
            let look =
                |random: &mut Random| if random.below(2) == 0 { fame.draw(random) } else { random.below(n) };
            let seen: BTreeSet<usize> = (0..LOOKS).map(|_| look(random)).collect();
            let me = &self.profiles[i];
            let suits = |&j: &usize| {
                let other = &self.profiles[j];
                other.organisation != me.organisation && !(only_abroad && other.country == me.country)
            };
            let mut best: Vec<_> = (seen.into_iter().filter(suits))
                .map(|j| (std::cmp::Reverse(common_topics(me, &self.profiles[j])), random.next(), j))
                .collect();
            best.sort_unstable();
            asked.extend(best.iter().take(wanted).map(|b| (i, b.2)));
        }
        let returned: Vec<(usize, usize)> =
            asked.iter().filter(|_| random.below(100) < RETURNED).map(|&(a, b)| (b, a)).collect();
        asked.extend(returned);
        asked.into_iter().collect()
    }
}

/// Topics that one of two offers and the other seeks.
fn common_topics(x: &Profile, y: &Profile) -> usize {
    let shared = |gives: &[u64], takes: &[u64]| gives.iter().filter(|t| takes.contains(t)).count();
    shared(&x.offers, &y.seeks) + shared(&y.offers, &x.seeks)
}

fn person(shape: &Shape, country: usize, random: &mut Random) -> PersonInput {
    let (least, most) = shape.caps;
    let available = match shape.audience {
        Audience::TimeZones => window(shape.slots, country, random),
        Audience::OwnHours => own_hours(shape.slots, country, random),
        Audience::InPerson | Audience::AcrossABorder => presence(shape.slots, random),
    };
    PersonInput {
        cap: least + random.below((most - least + 1) as usize) as u32,
        minimum: shape.minimum,
        available,
        booth: None,
    }
}

/// Eight of a hundred are there for one half of the event, seventeen miss one to three slots in a row.
fn presence(slots: usize, random: &mut Random) -> Vec<bool> {
    match random.below(100) {
        0..8 => {
            let first_half = random.below(2) == 0;
            (0..slots).map(|s| (s < slots / 2) == first_half).collect()
        }
        8..25 => {
            let (from, missed) = (random.below(slots), 1 + random.below(3));
            (0..slots).map(|s| s < from || s >= from + missed).collect()
        }
        _ => vec![true; slots],
    }
}

/// Twelve to twenty-four half hours from the morning of a country, which differs from that of the next by five half hours.
fn own_hours(slots: usize, country: usize, random: &mut Random) -> Vec<bool> {
    let morning = (country * 5 % slots).min(slots.saturating_sub(12));
    let hours = morning..morning + 12 + random.below(13);
    (0..slots).map(|slot| hours.contains(&slot)).collect()
}

/// Four to eight slots around a country's time of day; a third of the people miss one of them.
fn window(slots: usize, country: usize, random: &mut Random) -> Vec<bool> {
    let zone = (country * 5 + 3) % slots;
    let start = (zone + random.below(3)).saturating_sub(2).min(slots.saturating_sub(4));
    let length = 4 + random.below(5);
    let missed = (random.below(3) == 0).then(|| start + random.below(4));
    (0..slots).map(|s| s >= start && s < start + length && missed != Some(s)).collect()
}
