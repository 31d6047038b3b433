//! Random events to be scored, and small ones made by hand.

use matching::scoring::{
    Comparison, CountryRule, EarlierMeetings, Interest, LanguageRule, Profile, Relations, Rules, Scorer,
    Term, Topic, Topics, TypeMatrix, TypeRule, Wanted, Weights,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
pub struct Gathering {
    pub profiles: Vec<Profile>,
    pub topics: Topics,
    pub relations: Relations,
    pub weights: Weights,
    pub rules: Rules,
    pub comparisons: Vec<Comparison>,
}

impl Gathering {
    pub fn scorer(&self) -> Scorer {
        Scorer::new(&self.profiles, &self.topics, &self.relations, self.weights, self.rules.clone())
            .comparing(self.comparisons.clone())
    }

    /// The same people in another order: the person at `order[i]` comes i-th.
    pub fn reordered(&self, order: &[u32]) -> Gathering {
        let mut place = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            place[*from as usize] = to as u32;
        }
        let moved = |pairs: &[(u32, u32)]| {
            let there = |p: u32| place.get(p as usize).copied().unwrap_or(p);
            pairs.iter().rev().map(|(a, b)| (there(*a), there(*b))).collect()
        };
        Gathering {
            profiles: order.iter().map(|p| self.profiles[*p as usize].clone()).collect(),
            relations: Relations {
                wishes: moved(&self.relations.wishes),
                blocks: moved(&self.relations.blocks),
                earlier: moved(&self.relations.earlier),
            },
            ..self.clone()
        }
    }

    /// Whether the pair is allowed, written down a second time, straight from the rules.
    pub fn allows(&self, a: u32, b: u32) -> bool {
        let (one, other) = (&self.profiles[a as usize], &self.profiles[b as usize]);
        let said = |pairs: &[(u32, u32)]| pairs.contains(&(a, b)) || pairs.contains(&(b, a));
        let same = |x: Option<u16>, y: Option<u16>| x.is_some() && x == y;
        let talk = one.languages.iter().any(|l| other.languages.contains(l));
        a != b
            && (one.organisation.is_none() || one.organisation != other.organisation)
            && !said(&self.relations.blocks)
            && self.rules.types.rule(one.kind, other.kind) != TypeRule::Excluded
            && !(self.rules.countries == CountryRule::OnlyDifferent && same(one.country, other.country))
            && (self.rules.languages == LanguageRule::Any || talk)
            && (self.rules.earlier_meetings == EarlierMeetings::Allowed || !said(&self.relations.earlier))
    }
}

fn interest() -> impl Strategy<Value = Interest> {
    let words = prop::sample::select(vec![
        "",
        "Malerarbeiten",
        "malerbetrieb gesucht",
        "photonics and sensors",
        "фотоника",
        "φωτονική",
        "ΦΩΤΟΝΙΚΗΣ",
        "שלום עולם",
        "e\u{301}cole",
        "école",
        "防災システム",
        "\u{300}\u{301}",
        "🦀 🦀",
        "a",
    ]);
    (prop::option::of(0_u32..9), prop::option::of(words.prop_map(String::from)))
        .prop_map(|(topic, text)| Interest { topic, text })
}

fn profile() -> impl Strategy<Value = Profile> {
    (
        prop::option::of(0_u32..12),
        prop::option::of(0_u16..3),
        prop::option::of(0_u16..3),
        prop::option::of(0_u16..3),
        prop::collection::vec(interest(), 0..4),
        prop::collection::vec(interest(), 0..4),
        prop::collection::vec(0_u16..3, 0..3),
        prop::collection::vec(prop::collection::vec(0_u32..3, 0..3), 2),
    )
        .prop_map(|(organisation, country, kind, group, offers, seeks, languages, answers)| Profile {
            id: 0,
            organisation,
            country,
            kind,
            group,
            offers,
            seeks,
            languages,
            answers,
        })
}

fn relations() -> impl Strategy<Value = Relations> {
    let pairs = || prop::collection::vec((0_u32..26, 0_u32..26), 0..25);
    (pairs(), pairs(), pairs()).prop_map(|(wishes, blocks, earlier)| Relations {
        wishes,
        blocks: blocks.into_iter().take(8).collect(),
        earlier: earlier.into_iter().take(8).collect(),
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let kinds = prop::collection::vec((0_u16..3, 0_u16..3, 0_usize..3), 0..4);
    (any::<bool>(), any::<bool>(), any::<bool>(), kinds).prop_map(|(country, language, met, kinds)| {
        let mut types = TypeMatrix::default();
        for (one, other, rule) in kinds {
            let rule = [TypeRule::Allowed, TypeRule::Wanted, TypeRule::Excluded][rule];
            types.set(one, other, rule);
        }
        Rules {
            countries: if country { CountryRule::OnlyDifferent } else { CountryRule::Any },
            languages: if language { LanguageRule::Shared } else { LanguageRule::Any },
            earlier_meetings: if met { EarlierMeetings::Allowed } else { EarlierMeetings::Excluded },
            types,
        }
    })
}

fn weights() -> impl Strategy<Value = Weights> {
    let settings = prop::collection::vec((0..Term::ALL.len(), 0_u32..=1000), 0..10);
    settings.prop_map(|settings| {
        let mut weights = Weights::default();
        for (term, part) in settings {
            let info = Term::ALL[term].info();
            let points = info.min + (info.max - info.min) * part as i32 / 1000;
            weights.set(Term::ALL[term], points).expect("within its range");
        }
        weights
    })
}

/// Up to 24 people; some topics, pairs and parents point at nothing.
pub fn gathering() -> impl Strategy<Value = Gathering> {
    let topics = prop::collection::vec(prop::option::of(0_u32..9), 0..8);
    let profiles = prop::collection::vec(profile(), 0..24);
    let points = prop::collection::vec(0_i32..400, 2);
    (profiles, topics, relations(), weights(), rules(), points).prop_map(
        |(mut profiles, parents, relations, weights, rules, points)| {
            for (at, profile) in profiles.iter_mut().enumerate() {
                profile.id = 1000 + (at as u128) * 7919;
            }
            let labels = ["Maler", "photonics", "φωτονική"].map(String::from);
            let topic =
                |(at, parent): (usize, Option<u32>)| Topic { parent, labels: vec![labels[at % 3].clone()] };
            Gathering {
                profiles,
                topics: Topics::new(parents.into_iter().enumerate().map(topic).collect()),
                relations,
                weights,
                rules,
                comparisons: vec![
                    Comparison::new(Wanted::Same, points[0]),
                    Comparison::new(Wanted::Different, points[1]),
                ],
            }
        },
    )
}

/// An event of people who each tick the given topics: offers, then seeks.
pub fn event_of(people: &[(&[u32], &[u32])], topics: usize) -> Gathering {
    let tick = |topics: &[u32]| topics.iter().copied().map(Interest::topic).collect();
    Gathering {
        profiles: people
            .iter()
            .enumerate()
            .map(|(id, (offers, seeks))| Profile {
                id: id as u128,
                offers: tick(offers),
                seeks: tick(seeks),
                ..Profile::default()
            })
            .collect(),
        topics: Topics::new(vec![Topic::default(); topics]),
        relations: Relations::default(),
        weights: Weights::default(),
        rules: Rules::default(),
        comparisons: Vec::new(),
    }
}

pub fn weight(event: &Gathering, a: u32, b: u32) -> u32 {
    event.scorer().explain(a, b).expect("an allowed pair").weight
}
