//! The solver beside a search that tries everything.

use crate::mixed::verify_conflict;
use crate::oracle::{best, goals, is_valid, levels, profile, verify_bounds};
use crate::random_problems::{Extras, input, problem};
use matching::{
    Breach, Finished, Input, Meeting, Options, PairInput, PersonInput, Problem, Request, SlotInput,
    Unobserved, check, covered, greedy, slot_by_slot, solve,
};

const OPTIONS: Options = Options { seed: 1, work: 300_000, ..Options::standard() };

/// Compares one solution with the best there is: so small a problem is solved to the end, fairness included. Says whether the
/// demands could be kept.
fn compare(problem: &Problem, seed: u64) -> bool {
    let solution = solve(problem, &OPTIONS, &mut Unobserved);
    let (input, best) = (problem.input(), best(problem.input()));
    assert_eq!(problem.goals(), goals(input), "seed {seed}");
    if let Some(conflict) = &solution.conflict {
        assert!(!best.found, "seed {seed}: named a conflict where there is a schedule: {conflict:?}");
        if input.quotas.len() > 1 {
            verify_conflict(seed, input, &solution.meetings, conflict);
        }
        return false;
    }
    let breaches = check(problem, &solution.meetings);
    assert!(best.found, "seed {seed}: nothing is possible, and nothing is named");
    assert!(breaches.is_empty() && is_valid(input, &solution.meetings), "seed {seed}: {breaches:?}");
    let (figures, reached) = (&solution.figures, levels(input, &solution.meetings));
    let said = (figures.units, figures.mutual, figures.goals_filled, figures.score, figures.total());
    let counted = (reached.units, reached.mutual, reached.goals, reached.points, reached.total());
    assert_eq!(said, counted, "seed {seed}");
    assert_eq!(covered(problem, &solution.meetings), (figures.units, figures.units_asked), "seed {seed}");
    let profile = profile(input, &solution.meetings);
    verify_bounds(seed, &solution.bounds, (&reached, &profile), &best);
    assert_eq!((reached, profile), best.in_order(), "seed {seed}: not the best: {:?}", solution.bounds);
    assert_eq!(
        solution.finished,
        Finished::Proven,
        "seed {seed}: the best, and not proved to be: {:?} {input:?}",
        solution.open()
    );
    true
}

/// Compares so many random problems, more with `TEST_DEPTH`; returned are those that were sound and could be kept.
pub fn compare_many(count: u64, extras: Extras) -> u64 {
    let depth: u64 = std::env::var("TEST_DEPTH").ok().and_then(|depth| depth.parse().ok()).unwrap_or(1);
    let sound = (0..count * depth).filter_map(|seed| Some((seed, problem(seed, extras)?)));
    sound.filter(|(seed, problem)| compare(problem, *seed)).count() as u64
}

#[test]
fn no_schedule_beats_the_bounds_and_a_proven_one_is_the_best() {
    assert_eq!(compare_many(4_000, Extras::None), 4_000);
}

#[test]
fn bounds_hold_and_proofs_are_true_where_weights_hardly_differ() {
    for seed in 0..3_000 {
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
        pairs: vec![PairInput {
            a: 0,
            b: 1,
            weight: 1_000,
            request: Request::Mutual,
            crossing: false.into(),
        }],
        ..Input::default()
    };
    assert!(compare(&Problem::new(input).unwrap(), 0));
}

#[test]
fn booths_are_kept_and_bounds_hold_beside_them() {
    assert!(compare_many(2_000, Extras::Booths) > 1_000);
}

#[test]
fn booths_of_some_slots_tables_of_groups_and_missing_ones_are_kept() {
    assert!(compare_many(6_000, Extras::Places) > 3_000);
}

#[test]
fn pins_are_kept_or_a_conflict_is_named() {
    assert!(compare_many(4_000, Extras::Pins) > 1_000);
}

#[test]
fn quotas_are_kept_or_a_conflict_is_named() {
    assert!(compare_many(4_000, Extras::Quota) > 1_000);
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn two_quotas_are_kept_or_a_conflict_is_named() {
    assert!(compare_many(800, Extras::Quotas) > 250);
}

#[test]
fn as_many_units_of_a_coverage_are_filled_as_can_be() {
    assert!(compare_many(800, Extras::Coverage) >= 800);
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn a_coverage_beside_a_quota_is_filled_as_far_as_it_goes() {
    assert!(compare_many(800, Extras::CoverageAndQuota) > 250);
}

#[test]
fn the_baselines_are_valid_schedules() {
    for seed in 0..2_000 {
        for extras in [Extras::None, Extras::Booths, Extras::Places] {
            let Some(problem) = problem(seed, extras) else {
                continue;
            };
            // Neither promises to keep a pin.
            let breaches = |meetings: &[Meeting]| {
                let all = check(&problem, meetings).into_iter();
                all.filter(|it| !matches!(it, Breach::PinBroken { .. })).collect::<Vec<_>>()
            };
            assert_eq!(breaches(&greedy(&problem)), vec![], "seed {seed}");
            assert_eq!(breaches(&slot_by_slot(&problem)), vec![], "seed {seed}");
        }
    }
}

#[test]
fn a_total_at_its_bound_is_not_called_proven_while_a_level_could_be_served_better() {
    // A path of mutual wishes, light and heavy in turn: all light ones are one wish more, the heavy ones weigh more than that.
    let k = 21;
    let person = PersonInput { cap: 1, minimum: 0, available: vec![true], booth: None };
    let weight = |j: usize| if j.is_multiple_of(2) { 1 } else { 1_000 };
    let pair =
        |j| PairInput { a: j, b: j + 1, weight: weight(j), request: Request::Mutual, crossing: false.into() };
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
