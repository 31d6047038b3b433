//! Booths, pins, quotas and varying tables together, beside a search that tries everything: what is possible is kept, what is
//! not is named, and what is named is true and as little as can be.

use crate::mixed_problems::input;
use crate::oracle::{Best, best, best_with, is_valid, levels, profile, verify_bounds};
use crate::reasons::verify_all;
use matching::{
    Conflict, Crossing, Finished, Input, Meeting, Options, Problem, Quota, Solution, Unobserved, check, solve,
};

/// Work in which so small a problem is solved to the end.
const ENOUGH_FOR_ALL: u64 = 300_000;

/// Without any one of the pins and quotas the others can be kept; all together they cannot.
pub fn is_needed_for_it(seed: u64, input: &Input, pins: &[usize], quotas: &[usize]) {
    assert!(!best_with(input, pins, quotas).found, "seed {seed}: {pins:?} {quotas:?} can be kept");
    for left_out in pins {
        let others = without(pins, *left_out);
        assert!(best_with(input, &others, quotas).found, "seed {seed}: {left_out} is not needed");
    }
    for left_out in quotas {
        let others = without(quotas, *left_out);
        assert!(best_with(input, pins, &others).found, "seed {seed}: quota {left_out} is not needed");
    }
}

fn without(all: &[usize], left_out: usize) -> Vec<usize> {
    all.iter().copied().filter(|one| *one != left_out).collect()
}

pub fn verify_conflict(seed: u64, input: &Input, meetings: &[Meeting], conflict: &Conflict) {
    // What is made all the same breaks nothing else; and the pins are kept unless it is them that conflict.
    let pins = if matches!(conflict, Conflict::Pins { .. }) { Vec::new() } else { input.pins.clone() };
    let without = Input { pins, quotas: vec![], ..input.clone() };
    assert!(is_valid(&without, meetings), "seed {seed}: {meetings:?} beside {conflict:?}");
    match conflict {
        Conflict::Pins { pins } => is_needed_for_it(seed, input, pins, &[]),
        Conflict::Quota { quota, at_most } => {
            let alone = best_with(input, &[], &[*quota]);
            assert!(!alone.found, "seed {seed}: the quota can be kept");
            assert_eq!(*at_most, alone.crossing.for_quota(*quota), "seed {seed}");
        }
        Conflict::Quotas { quotas, pins } => is_needed_for_it(seed, input, pins, quotas),
        other => panic!("seed {seed}: small demands are always decided, not {other:?}"),
    }
}

fn verify_possible(seed: u64, problem: &Problem, solution: &Solution, best: &Best) {
    let (figures, bounds) = (&solution.figures, &solution.bounds);
    let reached = levels(problem.input(), &solution.meetings);
    assert_eq!(check(problem, &solution.meetings), vec![], "seed {seed}");
    assert!(is_valid(problem.input(), &solution.meetings), "seed {seed}: {solution:?}");
    assert_eq!(
        (figures.mutual, figures.goals_filled, figures.score, figures.total()),
        (reached.mutual, reached.goals, reached.points, reached.total()),
        "seed {seed}"
    );
    let profile = profile(problem.input(), &solution.meetings);
    verify_bounds(seed, bounds, (&reached, &profile), best);
    if solution.finished == Finished::Proven {
        assert_eq!((reached, profile), best.in_order(), "seed {seed}: proven, but not the best in order");
    }
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn what_is_possible_is_kept_and_what_is_not_is_named() {
    let (mut valid, mut conflicts) = (0, 0);
    for seed in 0..3_000 {
        let input = input(seed);
        let Ok(problem) = Problem::new(input.clone()) else {
            continue;
        };
        valid += 1;
        let options =
            Options { seed, work: [0, 1, 200, ENOUGH_FOR_ALL][(seed % 4) as usize], ..Options::standard() };
        let solution = solve(&problem, &options, &mut Unobserved);
        verify_all(&problem, &solution.meetings, &solution.shortfalls, &[]);
        let best = best(&input);
        match &solution.conflict {
            None => {
                assert!(best.found, "seed {seed}: nothing is possible, and nothing is named");
                verify_possible(seed, &problem, &solution, &best);
                let is_proved = solution.finished == Finished::Proven;
                assert!(is_proved || options.work < ENOUGH_FOR_ALL, "seed {seed}: not solved to the end");
            }
            Some(conflict) => {
                conflicts += 1;
                assert!(!best.found, "seed {seed}: {conflict:?}, but there is a schedule");
                verify_conflict(seed, &input, &solution.meetings, conflict);
            }
        }
    }
    assert!(valid > 2_000 && conflicts > 80, "{conflicts} conflicts of {valid}");
}

#[test]
fn a_share_of_nothing_is_named_and_the_plan_is_made_without_it() {
    let mut seen = 0;
    for seed in 0..300 {
        let mut input = input(seed);
        (input.pins, input.quotas) = (Vec::new(), vec![Quota::Percent(30)]);
        input.pairs.iter_mut().for_each(|pair| pair.crossing = Crossing::NOWHERE);
        let Ok(problem) = Problem::new(input.clone()) else {
            continue;
        };
        let solution =
            solve(&problem, &Options { seed: 1, work: 100, ..Options::standard() }, &mut Unobserved);
        input.quotas.clear();
        let open = solve(
            &Problem::new(input).unwrap(),
            &Options { seed: 1, work: 100, ..Options::standard() },
            &mut Unobserved,
        );
        assert_eq!(solution.meetings, open.meetings, "seed {seed}");
        if !open.meetings.is_empty() {
            seen += 1;
            assert_eq!(solution.conflict, Some(Conflict::Quota { quota: 0, at_most: 0 }), "seed {seed}");
            assert_ne!(solution.finished, Finished::Proven);
        }
    }
    assert!(seen > 100);
}
