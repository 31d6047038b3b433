//! Scoring: what must hold for every event, tried on random ones.

use crate::random_cases::random_cases;
use crate::scoring_events::gathering;
use matching::scoring::{Limits, Request, ScoredPair, Term, WeighedPair};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
    fn a_reader_of_whom_everything_is_known_sees_what_the_scorer_says(event in gathering()) {
        let scorer = event.scorer();
        for (person, profile) in (0_u32..).zip(&event.profiles) {
            let reader = scorer.reader(person, profile, &event.relations).expect("a person");
            let mut ranked = Vec::new();
            for other in 0..event.profiles.len() as u32 {
                prop_assert_eq!(reader.explain(other), scorer.explain(person, other));
                ranked.extend(scorer.explain(person, other).ok().map(|pair| (other, pair.weight)));
            }
            let mut told = reader.rank();
            prop_assert!(told.is_sorted_by_key(|(_, weight)| std::cmp::Reverse(*weight)), "{told:?}");
            told.sort_unstable();
            prop_assert_eq!(told, ranked);
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
