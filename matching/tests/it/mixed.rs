//! Booths, pins, quotas and varying tables together, beside a search that tries everything: what is possible is kept, what is
//! not is named, and what is named is true and as little as can be.

use crate::mixed_problems::{Best, best, input};
use crate::reasons::verify_all;
use matching::{Conflict, Finished, Input, Options, Problem, Quota, Solution, Unobserved, check, solve};

/// The best with some of the pins, and with the quota or without.
fn possible(input: &Input, pins: &[usize], quota: bool) -> Best {
    best(input, &vec![0; input.people.len()], pins, quota)
}

/// Without any one of the pins the others and the quota, if it is part of it, can be kept; all together they cannot.
fn is_needed_for_it(seed: u64, input: &Input, pins: &[usize], quota: bool) {
    assert!(!possible(input, pins, quota).found, "seed {seed}: {pins:?} can be kept");
    for left_out in pins {
        let others: Vec<usize> = pins.iter().copied().filter(|pin| pin != left_out).collect();
        assert!(possible(input, &others, quota).found, "seed {seed}: {left_out} is not needed");
    }
}

fn verify_conflict(seed: u64, input: &Input, conflict: &Conflict) {
    match conflict {
        Conflict::Pins { pins } => is_needed_for_it(seed, input, pins, false),
        Conflict::Quota { at_most, .. } => {
            let alone = possible(input, &[], true);
            assert!(!alone.found, "seed {seed}: the quota can be kept");
            assert_eq!(*at_most, alone.crossing, "seed {seed}");
        }
        Conflict::QuotaAndPins { pins, .. } => {
            assert!(possible(input, pins, false).found, "seed {seed}: the pins alone conflict");
            is_needed_for_it(seed, input, pins, true);
        }
        other => panic!("seed {seed}: small demands are always decided, not {other:?}"),
    }
}

fn verify_possible(seed: u64, problem: &Problem, solution: &Solution, best: &Best) {
    let (figures, bounds) = (&solution.figures, &solution.bounds);
    assert_eq!(check(problem, &solution.meetings), vec![], "seed {seed}");
    // The bound of the goals is one of schedules that meet as many wishes as this one.
    let (mutual, goals, _) = best.in_order;
    assert!(bounds.mutual >= mutual && bounds.goals >= goals, "seed {seed}: a bound was beaten");
    assert!(bounds.total >= best.total, "seed {seed}: the bound of the total was beaten");
    assert!(figures.total() <= best.total, "seed {seed}: better than the best");
    if solution.finished == Finished::Proven {
        assert_eq!(figures.total(), best.total, "seed {seed}: proven, but not the best");
        let levels = (figures.mutual, figures.goals_filled, figures.score);
        assert_eq!(levels, best.in_order, "seed {seed}: proven, but not the best in order");
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
        let options = Options { seed, work: [0, 1, 200, 3_000][(seed % 4) as usize] };
        let solution = solve(&problem, &options, &mut Unobserved);
        verify_all(&problem, &solution.meetings, &solution.shortfalls, &[]);
        let pins: Vec<usize> = (0..input.pins.len()).collect();
        let best = best(&input, problem.goals(), &pins, true);
        match &solution.conflict {
            None => {
                assert!(best.found, "seed {seed}: nothing is possible, and nothing is named");
                verify_possible(seed, &problem, &solution, &best);
            }
            Some(conflict) => {
                conflicts += 1;
                assert!(!best.found, "seed {seed}: {conflict:?}, but there is a schedule");
                verify_conflict(seed, &input, conflict);
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
        (input.pins, input.quota) = (Vec::new(), Some(Quota::Percent(30)));
        input.pairs.iter_mut().for_each(|pair| pair.crossing = false);
        let Ok(problem) = Problem::new(input.clone()) else {
            continue;
        };
        let solution = solve(&problem, &Options { seed: 1, work: 100 }, &mut Unobserved);
        input.quota = None;
        let open = solve(&Problem::new(input).unwrap(), &Options { seed: 1, work: 100 }, &mut Unobserved);
        assert_eq!(solution.meetings, open.meetings, "seed {seed}");
        if !open.meetings.is_empty() {
            seen += 1;
            let quota = Quota::Percent(30);
            assert_eq!(solution.conflict, Some(Conflict::Quota { quota, at_most: 0 }), "seed {seed}");
            assert_ne!(solution.finished, Finished::Proven);
        }
    }
    assert!(seen > 100);
}
