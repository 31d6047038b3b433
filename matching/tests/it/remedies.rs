//! What would let everybody reach their minimum is found with a plan that proves it.

use matching::{
    Figures, Input, Options, PairInput, PersonInput, Problem, Quota, Remedy, RemedyChange, SlotInput,
    Unobserved, remedies, solve,
};

const OPTIONS: Options = Options { seed: 1, work: 100_000, ..Options::standard() };

/// People who are there all day and may all meet; pairs of one even and one odd number cross.
fn hall(people: usize, slots: usize, tables: u32) -> Input {
    let person = PersonInput { cap: 8, minimum: 3, available: vec![true; slots], ..PersonInput::default() };
    let pairs = (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b)));
    let pair = |(a, b): (usize, usize)| PairInput {
        a,
        b,
        weight: 1 + (a * 7 + b * 13) as u32 % 500,
        crossing: ((a + b) % 2 == 1).into(),
        ..PairInput::default()
    };
    Input {
        slots: vec![SlotInput { tables: Some(tables), part: 0, ..SlotInput::default() }; slots],
        people: vec![person; people],
        pairs: pairs.map(pair).collect(),
        ..Input::default()
    }
}

fn found(input: &Input) -> (Figures, Vec<Remedy>) {
    let problem = Problem::new(input.clone()).unwrap();
    let solution = solve(&problem, &OPTIONS, &mut Unobserved);
    (solution.figures, remedies(&problem, &solution, 1, &mut Unobserved))
}

#[test]
fn the_least_number_of_tables_and_of_slots_that_does_is_found() {
    // 150 people with 3 meetings each need 225; 20 tables in 8 slots give 160.
    let (reached, remedies) = found(&hall(150, 8, 20));
    assert_eq!((reached.meetings, reached.people_below), (160, 130));
    let tables = RemedyChange::Tables { tables: 29, is_least: true };
    let slots = RemedyChange::Slots { slots: 12 };
    assert_eq!(remedies, [tables, slots].map(|change| Remedy { change, people_below: 0 }));
    let (reached, remedies) = self::found(&hall(150, 8, 29));
    assert_eq!((reached.people_below, remedies), (0, Vec::new()));
}

#[test]
fn people_whom_no_table_helps_stay_below_and_are_counted() {
    let mut input = hall(40, 6, 5);
    input.people[3].available = vec![false; 6];
    input.people[4].available = vec![true, true, false, false, false, false];
    let (reached, remedies) = found(&input);
    assert_eq!(reached.people_nowhere, 1);
    assert!(reached.people_below > 2, "{reached:?}");
    assert!(matches!(remedies[0].change, RemedyChange::Tables { .. }), "{remedies:?}");
    assert_eq!(remedies[0].people_below, 2, "one is nowhere, one has two slots: {remedies:?}");
    assert!(matches!(remedies[1], Remedy { change: RemedyChange::Slots { .. }, people_below: 1 }));
}

#[test]
fn a_quota_that_is_in_the_way_is_found_and_tables_that_are_not_are_not() {
    // Two of twenty are odd: at most eight meetings each can cross, and all meetings must.
    let mut input = hall(20, 8, 10);
    input.pairs.iter_mut().for_each(|p| p.crossing = ((p.a < 2) != (p.b < 2)).into());
    input.quotas = vec![Quota::Percent(100)];
    let (reached, remedies) = found(&input);
    assert!(reached.people_below > 10, "{reached:?}");
    assert_eq!(remedies, vec![Remedy { change: RemedyChange::NoQuota, people_below: 0 }]);
}
