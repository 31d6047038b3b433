//! What cannot be met is named by a small set of demands, each of which is needed.

use crate::random_problems::{Extras, problem};
use matching::{
    Booth, Conflict, Input, Options, PairInput, PersonInput, Pin, Problem, Quota, Request, SlotInput,
    Unobserved, solve,
};

fn people(caps: &[u32], slots: usize) -> Vec<PersonInput> {
    let person = |&cap: &u32| PersonInput { cap, minimum: 0, available: vec![true; slots], booth: None };
    caps.iter().map(person).collect()
}

fn pair(a: usize, b: usize, crossing: bool) -> PairInput {
    PairInput { a, b, weight: 10, request: Request::None, crossing: crossing.into() }
}

fn conflict(input: Input) -> Option<Conflict> {
    solve(&Problem::new(input).unwrap(), &Options::quick(), &mut Unobserved).conflict
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn three_pins_of_a_triangle_do_not_fit_into_two_slots() {
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: people(&[2; 5], 2),
        pairs: vec![pair(0, 1, false), pair(1, 2, false), pair(0, 2, false), pair(3, 4, false)],
        pins: [(3, 4), (0, 1), (1, 2), (0, 2)].map(|(a, b)| Pin { a, b, ..Pin::default() }).to_vec(),
        quotas: vec![],
        coverage: None,
        interpreting: None,
    };
    assert_eq!(conflict(input), Some(Conflict::Pins { pins: vec![1, 2, 3] }));
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn two_pins_at_one_table_or_booth_do_not_fit_into_one_slot() {
    let mut input = Input {
        slots: vec![SlotInput { tables: Some(3), part: 0, ..SlotInput::default() }],
        people: people(&[1; 4], 1),
        pairs: vec![pair(0, 1, false), pair(2, 3, false)],
        pins: [(0, 1), (2, 3)].map(|(a, b)| Pin { a, b, slot: None, table: Some(1) }).to_vec(),
        quotas: vec![],
        coverage: None,
        interpreting: None,
    };
    assert_eq!(conflict(input.clone()), Some(Conflict::Pins { pins: vec![0, 1] }));
    input.pins.iter_mut().for_each(|pin| pin.table = None);
    assert_eq!(conflict(input.clone()), None);
    [0, 2].iter().for_each(|&i| input.people[i].booth = Some(Booth::at(1)));
    assert_eq!(conflict(input), Some(Conflict::Pins { pins: vec![0, 1] }));
}

#[test]
fn a_quota_above_what_can_cross_is_refused_with_the_most_there_is() {
    let input = Input {
        slots: vec![SlotInput::default(); 3],
        people: people(&[3; 4], 3),
        pairs: vec![pair(0, 1, true), pair(2, 3, false), pair(1, 2, false)],
        pins: vec![],
        quotas: vec![Quota::Count(2)],
        coverage: None,
        interpreting: None,
    };
    assert_eq!(conflict(input), Some(Conflict::Quota { quota: 0, at_most: 1 }));
}

#[test]
fn every_pin_of_a_named_conflict_is_needed_for_it() {
    let mut seen = 0;
    for seed in 0..4_000 {
        let Some(problem) = problem(seed, Extras::Pins) else {
            continue;
        };
        let solution =
            solve(&problem, &Options { seed: 1, work: 100, ..Options::standard() }, &mut Unobserved);
        let Some(Conflict::Pins { pins }) = solution.conflict else {
            continue;
        };
        seen += 1;
        for left_out in &pins {
            let mut input = problem.input().clone();
            input.pins = pins.iter().filter(|p| *p != left_out).map(|&p| input.pins[p].clone()).collect();
            assert_eq!(
                conflict(input),
                None,
                "seed {seed}: without pin {left_out} the others still conflict"
            );
        }
    }
    assert!(seen > 50, "only {seen} conflicts");
}

#[test]
fn a_quota_is_kept_by_giving_up_as_little_as_possible() {
    // One pair that crosses beside three that do not, worth more: half must cross, so one of each can stay.
    let mut pairs = vec![pair(0, 1, true), pair(2, 3, false), pair(4, 5, false), pair(6, 7, false)];
    pairs[2].weight = 900;
    let input = Input {
        slots: vec![SlotInput::default(); 1],
        people: people(&[1; 8], 1),
        pairs,
        pins: vec![],
        quotas: vec![Quota::Percent(50)],
        coverage: None,
        interpreting: None,
    };
    let solution = solve(&Problem::new(input).unwrap(), &Options::quick(), &mut Unobserved);
    let met: Vec<_> = solution.meetings.iter().map(|m| (m.a, m.b)).collect();
    assert_eq!(met, vec![(0, 1), (4, 5)]);
}

/// Every pair of two halves is pinned, most to the slot that a Latin square says: a list colouring that has a solution, but
/// not one that a short search finds.
#[test]
fn pins_that_only_a_proof_can_place_are_placed() {
    let n = 18;
    let mut dice = crate::random_problems::Dice::new(77);
    let mut input = Input {
        slots: vec![SlotInput::default(); n],
        people: people(&vec![n as u32; 2 * n], n),
        ..Input::default()
    };
    for (row, column) in (0..n).flat_map(|row| (0..n).map(move |column| (row, column))) {
        let square = (row + column) % n;
        input.pairs.push(pair(row, n + column, false));
        let slot = (!dice.chance(42)).then_some(square);
        input.pins.push(Pin { a: row, b: n + column, slot, table: None });
    }
    assert_eq!(conflict(input), None);
}
