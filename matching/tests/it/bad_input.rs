//! Malformed problems are refused in words; nothing panics.

use crate::random_problems::{Dice, Extras, input};
use matching::{Input, Invalid, Meeting, Options, Pin, Problem, Unobserved, check, solve};

/// Breaks something in an input.
fn spoil(input: &mut Input, dice: &mut Dice) {
    let n = input.people.len();
    let any = |dice: &mut Dice| [0, 1, n, usize::MAX][dice.roll(4)];
    match dice.roll(9) {
        0 => input.people[dice.roll(n)].available.push(true),
        1 => input.people[dice.roll(n)].cap = u32::MAX,
        2 => input.people[dice.roll(n)].minimum = u32::MAX,
        3 => input.people[dice.roll(n)].booth = Some([0, 7, u32::MAX][dice.roll(3)]),
        4 if !input.pairs.is_empty() => {
            let k = dice.roll(input.pairs.len());
            input.pairs[k].a = any(dice);
        }
        5 if !input.pairs.is_empty() => {
            let k = dice.roll(input.pairs.len());
            input.pairs[k].weight = [0, 1001, u32::MAX][dice.roll(3)];
        }
        6 if !input.pairs.is_empty() => {
            let k = dice.roll(input.pairs.len());
            input.pairs.push(input.pairs[k].clone());
        }
        7 => {
            let (a, b) = (any(dice), any(dice));
            let slot = Some(any(dice)).filter(|_| dice.chance(70));
            input.pins.push(Pin { a, b, slot, table: [None, Some(0), Some(u32::MAX)][dice.roll(3)] });
        }
        8 => input.slots.iter_mut().for_each(|s| s.tables = [Some(0), Some(u32::MAX), None][dice.roll(3)]),
        _ => input.slots.clear(),
    }
}

#[test]
fn no_input_makes_the_builder_the_solver_or_the_checker_panic() {
    let mut refused = 0;
    for seed in 0..6_000 {
        let mut dice = Dice::new(seed + 77);
        let extras = [Extras::None, Extras::Booths, Extras::Pins, Extras::Quota][dice.roll(4)];
        let mut input = input(seed, extras);
        for _ in 0..1 + dice.roll(3) {
            spoil(&mut input, &mut dice);
        }
        match Problem::new(input) {
            Ok(problem) => {
                let solution = solve(&problem, &Options { seed, work: 500 }, &mut Unobserved);
                let breaches = check(&problem, &solution.meetings);
                assert!(
                    breaches.is_empty() || solution.conflict.is_some() || problem.input().quota.is_some()
                );
            }
            Err(faults) => {
                refused += 1;
                assert!(!faults.is_empty());
                assert!(faults.iter().all(|f| !f.to_string().is_empty()));
            }
        }
    }
    assert!(refused > 1_000);
}

#[test]
fn an_empty_event_has_an_empty_schedule() {
    let solution = solve(&Problem::new(Input::default()).unwrap(), &Options::quick(), &mut Unobserved);
    assert_eq!(solution.meetings, vec![]);
    assert_eq!(solution.finished, matching::Finished::Proven);
}

#[test]
fn a_pair_listed_twice_is_named_with_both_places() {
    let mut input = crate::determinism::event(1, 12);
    let first = input.pairs[0].clone();
    input.pairs.push(matching::PairInput { a: first.b, b: first.a, ..first });
    let second = input.pairs.len() - 1;
    assert_eq!(Problem::new(input).unwrap_err(), vec![Invalid::PairTwice { first: 0, second }]);
}

#[test]
fn the_checker_sees_every_kind_of_spoilt_meeting() {
    let problem = Problem::new(crate::determinism::event(2, 40)).unwrap();
    let solution = solve(&problem, &Options { seed: 1, work: 10_000 }, &mut Unobserved);
    let good = solution.meetings;
    assert_eq!(check(&problem, &good), vec![]);
    let spoilt = |change: &dyn Fn(&mut Vec<Meeting>)| {
        let mut meetings = good.clone();
        change(&mut meetings);
        check(&problem, &meetings)
    };
    assert!(!spoilt(&|m| m.push(m[0])).is_empty());
    assert!(!spoilt(&|m| m[0].slot = 99).is_empty());
    assert!(!spoilt(&|m| m[0].table = None).is_empty());
    assert!(!spoilt(&|m| m[0].table = Some(9999)).is_empty());
    assert!(!spoilt(&|m| m[0].b = 9999).is_empty());
    let (x, y) = {
        let same = |k: usize, l: usize| good[k].slot == good[l].slot;
        let found = (0..good.len()).flat_map(|k| (0..k).map(move |l| (k, l))).find(|&(k, l)| same(k, l));
        found.unwrap()
    };
    assert!(!spoilt(&|m| m[x].table = m[y].table).is_empty());
}
