//! Scoring: what must hold for every event, tried on random ones.

use std::collections::{BTreeMap, BTreeSet};

use matching::scoring::{
    Comparison, CountryRule, EarlierMeetings, Interest, LanguageRule, Limits, Profile, Relations, Request,
    Rules, ScoredPair, Scorer, Term, Topic, Topics, TypeMatrix, TypeRule, Wanted, WeighedPair, Weights,
    WhyNot,
};
use proptest::prelude::*;

use crate::random_cases::random_cases;

#[derive(Clone, Debug)]
struct Gathering {
    profiles: Vec<Profile>,
    topics: Topics,
    relations: Relations,
    weights: Weights,
    rules: Rules,
    comparisons: Vec<Comparison>,
}

impl Gathering {
    fn scorer(&self) -> Scorer {
        Scorer::new(&self.profiles, &self.topics, &self.relations, self.weights, self.rules.clone())
            .comparing(self.comparisons.clone())
    }

    /// The same people in another order: the person at `order[i]` comes i-th.
    fn reordered(&self, order: &[u32]) -> Gathering {
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
    fn allows(&self, a: u32, b: u32) -> bool {
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
fn gathering() -> impl Strategy<Value = Gathering> {
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

fn few() -> Limits {
    Limits { per_person: 3 }
}

proptest! {
    #![proptest_config(random_cases(200))]

    #[test]
    fn the_reasons_of_a_pair_sum_to_its_weight(event in gathering()) {
        for pair in event.scorer().score(few()) {
            let sum: i32 = pair.terms.iter().map(|(_, points)| points).sum();
            prop_assert_eq!(sum, pair.weight as i32);
            prop_assert!((1..=1000).contains(&pair.weight));
            for (term, points) in &pair.terms {
                prop_assert_eq!(*points < 0, *term == Term::Limit);
            }
        }
    }

    #[test]
    fn explaining_a_pair_says_the_same_from_both_sides_and_as_the_list(event in gathering()) {
        let scorer = event.scorer();
        for pair in scorer.score(few()) {
            prop_assert_eq!(scorer.explain(pair.a, pair.b), Ok(pair.clone()));
            prop_assert_eq!(scorer.explain(pair.b, pair.a), Ok(pair));
        }
    }

    #[test]
    fn every_allowed_pair_is_weighed_as_it_is_explained(event in gathering()) {
        let scorer = event.scorer();
        let people = event.profiles.len() as u32;
        let explained = (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b)))
            .filter_map(|(a, b)| scorer.explain(a, b).ok())
            .map(|pair| WeighedPair { a: pair.a, b: pair.b, weight: pair.weight, request: pair.request });
        let explained: Vec<WeighedPair> = explained.collect();
        let mutual = explained.iter().filter(|pair| pair.request == Request::Mutual).copied();
        prop_assert_eq!(scorer.weigh_mutual(), mutual.collect::<Vec<_>>());
        prop_assert_eq!(scorer.weigh_all(), explained);
    }

    #[test]
    fn exactly_the_allowed_pairs_can_be_explained(event in gathering()) {
        let scorer = event.scorer();
        let people = event.profiles.len() as u32;
        for (a, b) in (0..people).flat_map(|a| (0..people).map(move |b| (a, b))) {
            prop_assert_eq!(scorer.explain(a, b).is_ok(), event.allows(a, b), "{} {}", a, b);
        }
    }

    #[test]
    fn no_forbidden_pair_is_listed_and_every_allowed_wish_is(event in gathering()) {
        let pairs = event.scorer().score(few());
        let listed: BTreeSet<(u32, u32)> = pairs.iter().map(|p| (p.a, p.b)).collect();
        prop_assert_eq!(listed.len(), pairs.len());
        for (a, b) in &listed {
            prop_assert!(a < b && event.allows(*a, *b));
        }
        let people = event.profiles.len() as u32;
        for (a, b) in event.relations.wishes.iter().filter(|(a, b)| *a < people && *b < people) {
            prop_assert_eq!(listed.contains(&(*a.min(b), *a.max(b))), event.allows(*a, *b));
        }
    }

    #[test]
    fn everyone_is_listed_with_as_many_people_as_asked_for_or_as_are_allowed(event in gathering()) {
        let pairs = event.scorer().score(few());
        let people = event.profiles.len() as u32;
        for person in 0..people {
            let allowed = (0..people).filter(|other| event.allows(person, *other)).count();
            let listed = pairs.iter().filter(|p| p.a == person || p.b == person).count();
            prop_assert!(listed >= allowed.min(few().per_person));
        }
    }

    #[test]
    fn the_order_of_people_and_of_their_wishes_changes_nothing(
        (event, order) in gathering().prop_flat_map(|event| {
            let order: Vec<u32> = (0..event.profiles.len() as u32).collect();
            (Just(event), Just(order).prop_shuffle())
        })
    ) {
        let name = |pair: ScoredPair, names: &dyn Fn(u32) -> u32| {
            let (a, b) = (names(pair.a), names(pair.b));
            ((a.min(b), a.max(b)), (pair.weight, pair.request, pair.terms))
        };
        let straight: BTreeMap<_, _> = event.scorer().score(few()).into_iter()
            .map(|pair| name(pair, &|p| p)).collect();
        let shuffled: BTreeMap<_, _> = event.reordered(&order).scorer().score(few()).into_iter()
            .map(|pair| name(pair, &|p| order[p as usize])).collect();
        prop_assert_eq!(straight, shuffled);
    }

    #[test]
    fn topic_points_are_given_exactly_where_topics_are_in_common(event in gathering()) {
        let scorer = event.scorer();
        for pair in scorer.score(few()) {
            let ground = scorer.common_ground(pair.a, pair.b);
            let has = |term: Term| pair.terms.iter().any(|(given, _)| *given == term);
            let worth = |term: Term| event.weights.points(term) >= 20;
            for (term, topics) in [
                (Term::OfferMeetsSeek, ground.offered.len() + ground.sought.len()),
                (Term::BothWays, ground.offered.len().min(ground.sought.len())),
                (Term::SharedTopic, ground.shared.len()),
                (Term::NearTopic, ground.near.len()),
            ] {
                prop_assert!(!has(term) || topics > 0, "{:?} without a topic", term);
                prop_assert!(has(term) || topics == 0 || !worth(term), "{:?} is missing", term);
            }
        }
    }

    #[test]
    fn a_ranking_holds_the_best_allowed_partners_best_first(event in gathering()) {
        let scorer = event.scorer();
        let people = event.profiles.len() as u32;
        for person in 0..people {
            let ranked: Vec<u32> = scorer.rank_for(person, 5).iter().map(|p| p.weight).collect();
            let mut all: Vec<u32> = (0..people)
                .filter_map(|other| Some(scorer.explain(person, other).ok()?.weight))
                .collect();
            all.sort_unstable_by_key(|weight| std::cmp::Reverse(*weight));
            all.truncate(5);
            prop_assert_eq!(ranked, all);
        }
    }
}

/// An event of people who each tick the given topics: offers, then seeks.
fn event_of(people: &[(&[u32], &[u32])], topics: usize) -> Gathering {
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

fn weight(event: &Gathering, a: u32, b: u32) -> u32 {
    event.scorer().explain(a, b).expect("an allowed pair").weight
}

#[test]
fn a_rare_topic_in_common_counts_more_than_one_everybody_ticked() {
    let event = event_of(
        &[(&[0], &[]), (&[], &[0]), (&[1], &[]), (&[], &[1]), (&[1], &[]), (&[], &[1]), (&[1], &[])],
        2,
    );
    assert!(weight(&event, 0, 1) > weight(&event, 2, 3));
    assert!(weight(&event, 2, 3) > weight(&event, 0, 3));
}

#[test]
fn both_ways_counts_more_than_one_way_and_that_more_than_the_same_side() {
    let event = event_of(&[(&[0], &[1]), (&[1], &[0]), (&[2], &[0]), (&[0], &[3])], 4);
    let both = weight(&event, 0, 1);
    let one = weight(&event, 0, 2);
    let same = weight(&event, 0, 3);
    assert!(both > one && one > same && same > 1, "{both} {one} {same}");
}

#[test]
fn a_topic_under_the_same_heading_counts_in_part() {
    let mut event = event_of(&[(&[1], &[]), (&[], &[2]), (&[], &[1]), (&[], &[3]), (&[], &[0])], 4);
    let child = Topic { parent: Some(0), labels: Vec::new() };
    event.topics = Topics::new(vec![Topic::default(), child.clone(), child, Topic::default()]);
    let same = weight(&event, 0, 2);
    let near = weight(&event, 0, 1);
    let above = weight(&event, 0, 4);
    let none = weight(&event, 0, 3);
    assert!(same > near && near > none, "{same} {near} {none}");
    assert_eq!(near, above);
}

#[test]
fn a_mutual_wish_weighs_more_than_the_best_fit_without_one() {
    let mut event = event_of(&[(&[0], &[1]), (&[1], &[0]), (&[], &[]), (&[], &[])], 2);
    event.relations.wishes = vec![(2, 3), (3, 2), (0, 2)];
    assert!(weight(&event, 2, 3) > weight(&event, 0, 1));
    assert!(weight(&event, 0, 1) > weight(&event, 0, 2));
    let request = |a, b| event.scorer().explain(a, b).expect("an allowed pair").request;
    assert_eq!(
        [request(3, 2), request(2, 0), request(0, 1)],
        [Request::Mutual, Request::OneWay, Request::None]
    );
}

#[test]
fn the_default_points_cannot_come_to_more_than_the_heaviest_weight() {
    let defaults = Weights::default();
    let most: i32 = Term::ALL
        .into_iter()
        .filter(|term| *term != Term::OneWayWish)
        .map(|term| match term {
            Term::OfferMeetsSeek | Term::TextMeetsText | Term::TextMeetsTopic => 2 * defaults.points(term),
            _ => defaults.points(term),
        })
        .sum();
    assert!(most <= 1000, "{most}");
}

#[test]
fn the_page_on_scoring_lists_every_term_as_it_is() {
    let page = include_str!("../../../docs/scoring.md");
    for term in Term::ALL {
        let info = term.info();
        let row = format!(
            "| `{}` | {} | {} to {} | {} |",
            info.key, info.default, info.min, info.max, info.meaning
        );
        assert!(page.contains(&row), "docs/scoring.md lacks: {row}");
    }
}

#[test]
fn points_above_a_thousand_are_taken_away_in_plain_sight() {
    let mut event = event_of(&[(&[0], &[1]), (&[1], &[0])], 2);
    event.relations.wishes = vec![(0, 1), (1, 0)];
    event.weights.set(Term::MutualWish, 1000).expect("within its range");
    let pair = event.scorer().explain(0, 1).expect("an allowed pair");
    assert_eq!(pair.weight, 1000);
    assert!(pair.terms.iter().any(|(term, points)| *term == Term::Limit && *points < 0));
}

#[test]
fn points_outside_the_range_are_refused_with_the_range() {
    let mut weights = Weights::default();
    for term in Term::ALL {
        let info = term.info();
        assert!((info.min..=info.max).contains(&info.default), "{}", info.key);
        assert_eq!(Term::from_key(info.key), Some(term));
        assert!(weights.set(term, info.max + 1).is_err());
        let refused = weights.set(term, info.min - 1).expect_err("below the range");
        assert!(refused.to_string().contains(&format!("from {} to {}", info.min, info.max)));
    }
    assert_eq!(weights, Weights::default());
    assert!(weights.set(Term::Limit, 5).is_err());
}

#[test]
fn the_same_answer_or_different_ones_give_their_points_to_whoever_answered() {
    let mut event = event_of(&[(&[], &[]), (&[], &[]), (&[], &[]), (&[], &[])], 0);
    let answers: [[&[u32]; 2]; 4] = [[&[7, 9], &[1]], [&[9], &[1]], [&[8], &[2]], [&[], &[2]]];
    for (profile, answers) in event.profiles.iter_mut().zip(answers) {
        profile.answers = answers.map(<[u32]>::to_vec).to_vec();
    }
    let before = weight(&event, 0, 1);
    event.comparisons = vec![Comparison::new(Wanted::Same, 50), Comparison::new(Wanted::Different, 20)];
    let given = |a, b| {
        let pair = event.scorer().explain(a, b).expect("an allowed pair");
        let points = pair.terms.iter().find(|(term, _)| *term == Term::Answers).map(|(_, points)| *points);
        (pair.answers, points, pair.weight - before)
    };
    assert_eq!(given(0, 1), (vec![0], Some(50), 50));
    assert_eq!(given(0, 2), (vec![1], Some(20), 20));
    assert_eq!(given(2, 3), (vec![], None, 0));
    assert_eq!(given(3, 0), (vec![1], Some(20), 20));
}

#[test]
fn nobody_is_somebody_else() {
    let scorer = event_of(&[(&[], &[]), (&[], &[])], 0).scorer();
    assert_eq!(scorer.explain(0, 2), Err(WhyNot::UnknownPerson));
    assert_eq!(scorer.explain(1, 1), Err(WhyNot::SamePerson));
    assert!(scorer.rank_for(7, 3).is_empty());
    assert!(event_of(&[], 0).scorer().score(Limits::default()).is_empty());
}

/// A thousand people with two topics each out of fifty: far more than are looked at one by one.
fn thousand() -> Gathering {
    let topics: Vec<[u32; 4]> =
        (0..1000_u32).map(|n| [n * 7 % 50, n * 13 % 47, n * 11 % 50, n * 17 % 43]).collect();
    let people: Vec<(&[u32], &[u32])> = topics.iter().map(|t| (&t[..2], &t[2..])).collect();
    event_of(&people, 50)
}

#[test]
fn the_index_finds_what_looking_at_everybody_finds() {
    let event = thousand();
    let scorer = event.scorer();
    let pairs = scorer.score(Limits { per_person: 10 });
    let listed: BTreeMap<(u32, u32), u32> = pairs.iter().map(|p| ((p.a, p.b), p.weight)).collect();
    for person in (0..1000).step_by(50) {
        let best: u32 = scorer.rank_for(person, 10).iter().map(|p| p.weight).sum();
        let mut found: Vec<u32> = listed
            .iter()
            .filter(|((a, b), _)| *a == person || *b == person)
            .map(|(_, weight)| *weight)
            .collect();
        found.sort_unstable_by_key(|weight| std::cmp::Reverse(*weight));
        let found: u32 = found.iter().take(10).sum();
        assert!(100 * found >= 99 * best, "person {person}: {found} of {best}");
    }
}

#[test]
fn people_who_said_nothing_get_different_partners_and_enough_of_them() {
    let people = vec![(&[][..], &[][..]); 1000];
    let pairs = event_of(&people, 0).scorer().score(Limits { per_person: 5 });
    let mut count = vec![0; 1000];
    for pair in &pairs {
        count[pair.a as usize] += 1;
        count[pair.b as usize] += 1;
    }
    assert!(count.iter().all(|c| (5..=10).contains(c)));
}
