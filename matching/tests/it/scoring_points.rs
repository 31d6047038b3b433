//! What counts how much in scoring, on small events made by hand and on large ones.

use crate::scoring_events::{Gathering, event_of, weight};
use matching::scoring::{Comparison, Limits, Request, Term, Topic, Topics, Wanted, Weights, WhyNot};
use std::collections::BTreeMap;

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
fn neighbours_get_points_only_where_the_organiser_gives_some() {
    let mut event = event_of(&[(&[], &[]), (&[], &[]), (&[], &[]), (&[], &[]), (&[], &[])], 0);
    for (profile, country) in event.profiles.iter_mut().zip([Some(1), Some(1), Some(2), None, None]) {
        profile.country = country;
    }
    let given = |event: &Gathering, a, b| {
        let pair = event.scorer().explain(a, b).expect("an allowed pair");
        pair.terms.iter().find(|(term, _)| *term == Term::SameCountry).map(|(_, points)| *points)
    };
    assert_eq!(given(&event, 0, 1), None);
    event.weights.set(Term::SameCountry, 50).expect("within its range");
    assert_eq!(given(&event, 0, 1), Some(50));
    assert_eq!([given(&event, 0, 2), given(&event, 0, 3), given(&event, 3, 4)], [None; 3]);
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
