//! Without the SAT solver fewer things are proved, and nothing false is.

use crate::fixed_small::{fewest, gaps, is_fair, keeps_rules, tiny};
use matching::fixed::{FixedOptions, Status, fewest_gaps};
use matching::{
    Conflict, Input, PairInput, PersonInput, Pin, Problem, Request, SlotInput, Unobserved, solve,
};

#[test]
fn what_is_claimed_of_fixed_meetings_is_true_and_the_rest_is_left_open() {
    let (mut proved, mut open) = (0, 0);
    for seed in 0..1_000 {
        let problem = tiny(seed);
        let options = FixedOptions { seed, work: 20_000, proof_work: 100_000_000 };
        let outcome = fewest_gaps(&problem, &options, &mut |_| false).unwrap();
        let slots: Option<Vec<u32>> = outcome.slots.iter().copied().collect();
        let is_kept = |slots: &Vec<u32>| {
            keeps_rules(&problem, slots, &|_| true) && is_fair(&problem, &gaps(&problem, slots))
        };
        match outcome.status {
            Status::Optimal => assert_eq!(Some(outcome.gaps), fewest(&problem), "problem {seed}"),
            Status::Infeasible(_) => assert_eq!(None, fewest(&problem), "problem {seed}"),
            Status::Feasible => assert!(slots.as_ref().is_some_and(is_kept), "problem {seed}"),
            Status::Unknown => {}
        }
        match outcome.status {
            Status::Optimal | Status::Infeasible(_) => proved += 1,
            Status::Feasible | Status::Unknown => open += 1,
        }
    }
    assert!(proved > 100 && open > 20, "{proved} proved, {open} open");
}

#[test]
fn pins_that_do_not_fit_are_not_kept_and_not_called_impossible() {
    let person = PersonInput { cap: 2, minimum: 0, available: vec![true; 2], booth: None };
    let pair = |(a, b)| PairInput { a, b, weight: 10, request: Request::None, crossing: false.into() };
    let triangle = [(0, 1), (0, 2), (1, 2)];
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person; 3],
        pairs: triangle.map(pair).to_vec(),
        pins: triangle.map(|(a, b)| Pin { a, b, ..Pin::default() }).to_vec(),
        quotas: vec![],
        coverage: None,
        interpreting: None,
    };
    let solution = solve(&Problem::new(input).unwrap(), &matching::Options::quick(), &mut Unobserved);
    assert_eq!(solution.meetings.len(), 2);
    assert!(
        matches!(&solution.conflict, Some(Conflict::NotKept { pins, quotas }) if pins.len() == 1 && quotas.is_empty()),
        "{:?}",
        solution.conflict
    );
}
