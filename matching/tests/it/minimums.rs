//! "Everybody at least so many": where that cannot be, a few people are named with a proof, and the plan fills what it can.

use crate::determinism::event;
use crate::oracle::{goals, most_of};
use crate::random_problems::{Extras, problem};
use matching::{
    Conflict, Input, Options, PairInput, PersonInput, Problem, Request, SlotInput, Unobserved, solve,
};

fn named(problem: &Problem) -> Option<(Vec<usize>, u64, u64)> {
    match solve(problem, &Options { seed: 1, work: 20_000, ..Options::standard() }, &mut Unobserved).minimum {
        Some(Conflict::Minimum { people, needs, at_most }) => Some((people, needs, at_most)),
        other => {
            assert_eq!(other, None);
            None
        }
    }
}

fn pairs(of: impl Iterator<Item = (usize, usize)>) -> Vec<PairInput> {
    of.map(|(a, b)| PairInput { a, b, weight: 10, request: Request::None, crossing: false.into() }).collect()
}

#[test]
fn people_who_share_too_few_partners_are_named_and_nobody_else() {
    // Three people can only meet person 3, who has time for two; everybody else is well served.
    let person = |cap| PersonInput { cap, minimum: 1, available: vec![true; 4], booth: None };
    let input = Input {
        slots: vec![SlotInput::default(); 4],
        people: [1, 1, 1, 2, 3, 3, 3].map(person).to_vec(),
        pairs: pairs([(0, 3), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6), (4, 6)].into_iter()),
        ..Input::default()
    };
    assert_eq!(named(&Problem::new(input).unwrap()), Some((vec![0, 1, 2], 3, 2)));
}

#[test]
fn too_few_tables_are_told_by_as_few_people_as_show_it() {
    let person = PersonInput { cap: 4, minimum: 4, available: vec![true; 4], booth: None };
    let input = Input {
        slots: vec![SlotInput { tables: Some(1), part: 0, ..SlotInput::default() }; 4],
        people: vec![person; 5],
        pairs: pairs((0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b)))),
        ..Input::default()
    };
    let (people, needs, at_most) = named(&Problem::new(input).unwrap()).unwrap();
    assert_eq!((people.len(), needs, at_most), (2, 8, 5));
}

#[test]
fn what_is_named_is_true_and_most_of_what_is_true_is_named() {
    let (mut short, mut seen) = (0, 0);
    for seed in 0..1_500 {
        for extras in [Extras::None, Extras::Booths] {
            let Some(problem) = problem(seed, extras) else { continue };
            let (input, goals) = (problem.input(), goals(problem.input()));
            let all: Vec<usize> = (0..problem.people()).collect();
            let found = named(&problem);
            if let Some((people, needs, at_most)) = &found {
                let most = most_of(input, people);
                assert!(most <= *at_most && at_most < needs, "seed {seed}: {most} of {found:?}");
                assert_eq!(*needs, people.iter().map(|&i| u64::from(goals[i])).sum::<u64>());
            }
            let wanted: u64 = goals.iter().map(|&goal| u64::from(goal)).sum();
            let is_short = most_of(input, &all) < wanted;
            assert!(is_short || found.is_none(), "seed {seed}: {found:?}");
            (short, seen) = (short + u32::from(is_short), seen + u32::from(found.is_some()));
        }
    }
    assert!(short > 350 && seen * 100 >= short * 80, "{seen} named of {short}");
}

#[test]
fn a_large_event_with_few_tables_is_told_quickly() {
    let mut input = event(5, 300);
    input.slots.iter_mut().for_each(|s| s.tables = Some(20));
    let problem = Problem::new(input).unwrap();
    let (people, needs, at_most) = named(&problem).unwrap();
    assert!(at_most < needs && !people.is_empty());
}
