//! Malformed problems are refused in words; nothing panics.

use crate::random_problems::{Dice, Extras, input};
use matching::{
    Booth, Coverage, Input, Invalid, Meeting, Options, PairInput, PersonInput, Pin, Problem, Quota,
    SlotInput, Unobserved, check, solve,
};

/// Breaks something in an input.
fn spoil(input: &mut Input, dice: &mut Dice) {
    let n = input.people.len();
    let any = |dice: &mut Dice| [0, 1, n, usize::MAX][dice.roll(4)];
    match dice.roll(9) {
        0 => input.people[dice.roll(n)].available.push(true),
        1 => input.people[dice.roll(n)].cap = u32::MAX,
        2 => input.people[dice.roll(n)].minimum = u32::MAX,
        3 => input.people[dice.roll(n)].booth = Some(Booth::at([0, 7, u32::MAX][dice.roll(3)])),
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
                let solution =
                    solve(&problem, &Options { seed, work: 500, ..Options::standard() }, &mut Unobserved);
                let breaches = check(&problem, &solution.meetings);
                assert!(
                    breaches.is_empty() || solution.conflict.is_some() || !problem.input().quotas.is_empty()
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

/// A sound input with 4 people, 3 slots, 2 tables and 3 pairs.
fn sound() -> Input {
    let person = PersonInput { cap: 2, minimum: 1, available: vec![true; 3], booth: None };
    let pair = |a, b| PairInput { a, b, weight: 100, ..PairInput::default() };
    Input {
        slots: vec![SlotInput { tables: Some(2), part: 0, ..SlotInput::default() }; 3],
        people: vec![person; 4],
        pairs: vec![pair(0, 1), pair(1, 2), pair(2, 3)],
        ..Input::default()
    }
}

fn pin(a: usize, b: usize, slot: Option<usize>, table: Option<u32>) -> Pin {
    Pin { a, b, slot, table }
}

/// One contradiction: what is done to a sound input, and what must be said of it.
type Contradiction = (fn(&mut Input), Invalid);

const CONTRADICTIONS: [Contradiction; 26] = [
    (|i| i.slots = vec![SlotInput::default(); 129], Invalid::TooManySlots(129)),
    (|i| i.people[2].available = vec![true], Invalid::AvailabilityLength { person: 2, said: 1, slots: 3 }),
    (|i| i.people[3].booth = Some(Booth::at(2)), Invalid::NoSuchBooth { person: 3, table: 2 }),
    (|i| i.people[3].booth = Some(Booth::default()), Invalid::BoothWithoutTable { person: 3 }),
    (
        |i| i.people[3].booth = Some(Booth { slots: vec![true], ..Booth::at(1) }),
        Invalid::BoothLength { person: 3, said: 1, slots: 3 },
    ),
    (
        |i| {
            i.people[1].booth = Some(Booth { tables: vec![0, 1], ..Booth::default() });
            i.people[3].booth = Some(Booth::at(1));
        },
        Invalid::BoothsOverlap { person: 3, other: 1, table: 1 },
    ),
    (|i| i.pairs[1].b = 4, Invalid::NoSuchPerson { pair: 1, person: 4, people: 4 }),
    (|i| i.pairs[1].a = usize::MAX, Invalid::NoSuchPerson { pair: 1, person: usize::MAX, people: 4 }),
    (|i| i.pairs[2].a = 3, Invalid::PairWithSelf { pair: 2, person: 3 }),
    (|i| i.pairs[0].weight = 0, Invalid::Weight { pair: 0, weight: 0 }),
    (|i| i.pairs[0].weight = 1001, Invalid::Weight { pair: 0, weight: 1001 }),
    (
        |i| i.pairs[2] = PairInput { a: 1, b: 0, ..i.pairs[0].clone() },
        Invalid::PairTwice { first: 0, second: 2 },
    ),
    (|i| i.pins = vec![pin(0, 3, None, None)], Invalid::PinnedPairNotAllowed { pin: 0 }),
    (|i| i.pins = vec![pin(0, 9, None, None)], Invalid::PinnedPairNotAllowed { pin: 0 }),
    (
        |i| i.pins = vec![pin(0, 1, None, None), pin(1, 0, None, None)],
        Invalid::PinnedTwice { first: 0, second: 1 },
    ),
    (|i| i.pins = vec![pin(0, 1, Some(3), None)], Invalid::NoSuchPinnedSlot { pin: 0, slot: 3, slots: 3 }),
    (
        |i| {
            i.people[1].available[2] = false;
            i.pins = vec![pin(0, 1, Some(2), None)];
        },
        Invalid::PinnedWhenAway { pin: 0, slot: 2, person: 1 },
    ),
    (|i| i.pins = vec![pin(0, 1, None, Some(2))], Invalid::NoSuchPinnedTable { pin: 0, table: 2 }),
    (
        |i| {
            i.people[0].booth = Some(Booth::at(1));
            i.pins = vec![pin(0, 1, None, Some(0))];
        },
        Invalid::PinnedAwayFromBooth { pin: 0, table: 0, person: 0, booth: 1 },
    ),
    (
        |i| {
            i.people[3].booth = Some(Booth::at(1));
            i.pins = vec![pin(0, 1, None, Some(1))];
        },
        Invalid::PinnedAtForeignBooth { pin: 0, table: 1, person: 3 },
    ),
    (
        |i| i.pins = vec![pin(0, 1, Some(0), None), pin(1, 2, Some(0), None)],
        Invalid::PinnedAtOnce { first: 0, second: 1, person: 1, slot: 0 },
    ),
    (
        |i| i.pins = vec![pin(0, 1, Some(0), Some(1)), pin(2, 3, Some(0), Some(1))],
        Invalid::PinnedTableTwice { first: 0, second: 1, table: 1, slot: 0 },
    ),
    (|i| i.quotas = vec![Quota::Percent(101)], Invalid::QuotaAboveAll(101)),
    (|i| i.quotas = vec![Quota::Count(0); 5], Invalid::TooManyQuotas(5)),
    (
        |i| i.coverage = Some(Coverage { of_each: 1, groups: vec![None] }),
        Invalid::GroupsLength { said: 1, people: 4 },
    ),
    (|i| i.coverage = Some(Coverage { of_each: 0, groups: vec![None; 4] }), Invalid::CoverageOfNothing(0)),
];

#[test]
fn each_contradiction_is_named_with_all_it_concerns() {
    assert!(Problem::new(sound()).is_ok());
    for (spoil, expected) in CONTRADICTIONS {
        let mut input = sound();
        spoil(&mut input);
        let faults = Problem::new(input).unwrap_err();
        assert!(faults.contains(&expected), "{expected:?} is not among {faults:?}");
    }
    let mut input = sound();
    input.people[1].cap = 1;
    input.pins = vec![pin(0, 1, None, None), pin(1, 2, None, None)];
    let faults = Problem::new(input).unwrap_err();
    assert_eq!(faults, vec![Invalid::PinnedAboveCap { person: 1, pins: 2, cap: 1 }]);
}

#[test]
fn several_contradictions_are_all_named_at_once() {
    for seed in 0..3_000 {
        let mut dice = Dice::new(seed);
        let mut input = sound();
        let mut expected = Vec::new();
        // Those of pairs and people, each of a part of its own, so that none hides another.
        for &k in [1, 2, 6, 8, 9].iter().filter(|_| dice.chance(50)) {
            let (spoil, fault): &Contradiction = &CONTRADICTIONS[k];
            spoil(&mut input);
            expected.push(fault);
        }
        match Problem::new(input) {
            Ok(_) => assert!(expected.is_empty(), "seed {seed}: not seen {expected:?}"),
            Err(faults) => {
                assert!(!expected.is_empty(), "seed {seed}: {faults:?} of a sound input");
                for fault in expected {
                    assert!(faults.contains(fault), "seed {seed}: {fault:?} is not among {faults:?}");
                }
            }
        }
    }
}

/// The kind of a fault, without its numbers.
fn kind(fault: &Invalid) -> std::mem::Discriminant<Invalid> {
    std::mem::discriminant(fault)
}

#[test]
fn no_two_kinds_of_fault_are_told_in_the_same_words() {
    let told: Vec<String> = CONTRADICTIONS.iter().map(|(_, fault)| fault.to_string()).collect();
    for (k, (_, fault)) in CONTRADICTIONS.iter().enumerate() {
        assert!(told[k].chars().any(|c| c.is_ascii_digit()), "names nothing: {}", told[k]);
        for l in 0..k {
            assert!(kind(fault) == kind(&CONTRADICTIONS[l].1) || told[k] != told[l], "{}", told[k]);
        }
    }
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
    let solution =
        solve(&problem, &Options { seed: 1, work: 10_000, ..Options::standard() }, &mut Unobserved);
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
