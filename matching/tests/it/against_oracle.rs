//! The solver beside a search that tries everything.

use crate::oracle::{best, goals, is_valid, levels, verify_bounds};
use crate::random_problems::{Extras, input, problem};
use matching::{
    Finished, Input, Options, PairInput, PersonInput, Problem, Request, SlotInput, Unobserved, check, greedy,
    slot_by_slot, solve,
};

const OPTIONS: Options = Options { seed: 1, work: 3_000 };

/// Compares one solution with the best there is; says whether it was proven and whether it was the best.
fn compare(problem: &Problem, seed: u64) -> (bool, bool) {
    let solution = solve(problem, &OPTIONS, &mut Unobserved);
    let (input, best) = (problem.input(), best(problem.input()));
    assert_eq!(problem.goals(), goals(input), "seed {seed}");
    if solution.conflict.is_some() {
        assert!(
            !best.found,
            "seed {seed}: named a conflict where there is a schedule: {:?}",
            solution.conflict
        );
        return (false, true);
    }
    let breaches = check(problem, &solution.meetings);
    assert!(best.found, "seed {seed}: nothing is possible, and nothing is named");
    assert!(breaches.is_empty() && is_valid(input, &solution.meetings), "seed {seed}: {breaches:?}");
    let (figures, reached) = (&solution.figures, levels(input, &solution.meetings));
    let said = (figures.mutual, figures.goals_filled, figures.score, figures.total());
    assert_eq!(said, (reached.mutual, reached.goals, reached.points, reached.total()), "seed {seed}");
    verify_bounds(seed, &solution.bounds, &reached, &best);
    let total = reached.total();
    let proven = solution.finished == Finished::Proven;
    assert!(!proven || total == best.total(), "seed {seed}: called proven, but {total} < {}", best.total());
    (proven, total == best.total())
}

fn compare_many(count: u64, extras: Extras) -> (u64, u64, u64) {
    let (mut all, mut proven, mut exact) = (0, 0, 0);
    for seed in 0..count {
        let Some(problem) = problem(seed, extras) else {
            continue;
        };
        let (is_proven, is_best) = compare(&problem, seed);
        all += 1;
        proven += u64::from(is_proven);
        exact += u64::from(is_best);
    }
    (all, proven, exact)
}

#[test]
fn no_schedule_beats_the_bounds_and_a_proven_one_is_the_best() {
    let (all, proven, exact) = compare_many(10_000, Extras::None);
    assert_eq!(all, 10_000);
    assert!(proven * 100 >= all * 79, "only {proven} of {all} proven");
    assert!(exact * 100 >= all * 97, "only {exact} of {all} at the best");
}

#[test]
fn bounds_hold_and_proofs_are_true_where_weights_hardly_differ() {
    for seed in 0..6_000 {
        let mut input = input(seed, Extras::None);
        for pair in &mut input.pairs {
            (pair.weight, pair.request) = (981 + pair.weight % 20, Request::None);
        }
        compare(&Problem::new(input).unwrap(), seed);
    }
}

#[test]
fn the_best_two_people_there_can_be_have_a_bound_on_their_points() {
    let person = PersonInput { cap: 1, minimum: 1, available: vec![true], booth: None };
    let input = Input {
        slots: vec![SlotInput::default()],
        people: vec![person; 2],
        pairs: vec![PairInput { a: 0, b: 1, weight: 1_000, request: Request::Mutual, crossing: false }],
        ..Input::default()
    };
    assert_eq!(compare(&Problem::new(input).unwrap(), 0), (true, true));
}

#[test]
fn booths_are_kept_and_bounds_hold_beside_them() {
    let (all, _, exact) = compare_many(2_000, Extras::Booths);
    assert!(exact * 100 >= all * 95, "only {exact} of {all} at the best");
}

#[test]
fn pins_are_kept_or_a_conflict_is_named() {
    let (all, _, exact) = compare_many(4_000, Extras::Pins);
    assert!(exact * 100 >= all * 95, "only {exact} of {all} at the best");
}

#[test]
fn quotas_are_kept_or_a_conflict_is_named() {
    let (all, _, exact) = compare_many(4_000, Extras::Quota);
    assert!(exact * 100 >= all * 85, "only {exact} of {all} at the best");
}

#[test]
fn the_baselines_are_valid_schedules() {
    for seed in 0..2_000 {
        for extras in [Extras::None, Extras::Booths] {
            let Some(problem) = problem(seed, extras) else {
                continue;
            };
            assert_eq!(check(&problem, &greedy(&problem)), vec![], "seed {seed}");
            assert_eq!(check(&problem, &slot_by_slot(&problem)), vec![], "seed {seed}");
        }
    }
}

#[test]
fn a_total_at_its_bound_is_not_called_proven_while_a_level_could_be_served_better() {
    // A path of mutual wishes, light and heavy in turn: all light ones are one wish more, the heavy ones weigh more than that.
    let k = 21;
    let person = PersonInput { cap: 1, minimum: 0, available: vec![true], booth: None };
    let weight = |j: usize| if j.is_multiple_of(2) { 1 } else { 1_000 };
    let pair = |j| PairInput { a: j, b: j + 1, weight: weight(j), request: Request::Mutual, crossing: false };
    let input = Input {
        slots: vec![SlotInput::default()],
        people: vec![person; 2 * k + 2],
        pairs: (0..=2 * k).map(pair).collect(),
        ..Input::default()
    };
    let solution = solve(&Problem::new(input).unwrap(), &OPTIONS, &mut Unobserved);
    let all = solution.figures.mutual == solution.bounds.mutual;
    assert!(all || solution.finished != Finished::Proven, "{solution:?}");
}
