//! Who comes first where not everybody can have what they wish for.

use crate::oracle::{fairest, profile};
use crate::random_problems::{Extras, problem};
use matching::{
    Input, Options, PairInput, PersonInput, Problem, Request, SlotInput, Unobserved, served, solve,
};

#[test]
fn the_worst_served_come_first_and_what_is_at_its_bound_cannot_be_fairer() {
    let (mut short, mut at_bound, mut fair) = (0, 0, 0);
    for seed in 0..2_000 {
        let problem = problem(seed, Extras::None).unwrap();
        let solution =
            solve(&problem, &Options { seed: 1, work: 20_000, ..Options::standard() }, &mut Unobserved);
        let mine = profile(problem.input(), &solution.meetings);
        let lines = served(&problem, &solution.meetings);
        assert_eq!(lines.iter().map(|line| line.people).collect::<Vec<_>>(), mine, "seed {seed}");
        assert!(lines.iter().all(|line| line.people <= line.at_most), "seed {seed}: {lines:?}");
        if solution.figures.goals_filled == solution.figures.goals_total {
            continue;
        }
        let (any, (mutual, goals, best)) = fairest(problem.input());
        short += 1;
        if lines.iter().all(|line| line.people == line.at_most) {
            at_bound += 1;
            assert_eq!(mine, any, "seed {seed}: {lines:?}");
        }
        fair += u32::from(
            (solution.figures.mutual, solution.figures.goals_filled, mine) >= (mutual, goals, best),
        );
    }
    assert!(short >= 300 && at_bound * 4 >= short, "{at_bound} of {short} at their bounds");
    assert!(fair * 100 >= short * 99, "{fair} of {short} the fairest");
}

fn person(cap: u32, minimum: u32, slots: usize) -> PersonInput {
    PersonInput { cap, minimum, available: vec![true; slots], booth: None }
}

fn pair(a: usize, b: usize, weight: u32) -> PairInput {
    PairInput { a, b, weight, request: Request::None, crossing: false.into() }
}

#[test]
fn even_the_shortest_run_gives_each_a_first_meeting_before_one_a_second() {
    // Two people wish for two meetings each, with the same two others, who have time for one.
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person(2, 2, 2), person(2, 2, 2), person(1, 0, 2), person(1, 0, 2)],
        pairs: vec![pair(0, 2, 500), pair(0, 3, 500), pair(1, 2, 100), pair(1, 3, 100)],
        ..Input::default()
    };
    let problem = Problem::new(input).unwrap();
    let solution = solve(&problem, &Options { seed: 1, work: 0, ..Options::standard() }, &mut Unobserved);
    assert_eq!(profile(problem.input(), &solution.meetings), vec![2, 0], "{:?}", solution.meetings);
}
