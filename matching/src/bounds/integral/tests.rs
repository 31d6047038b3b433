//! Against every set of pairs of small problems.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use super::integral_set;
use crate::alarm::Alarm;
use crate::model::input::{Input, PairInput, PersonInput, Request, SlotInput};
use crate::model::objective::Objective;
use crate::model::problem::Problem;

use crate::algorithms::random::Random;
use crate::bounds::relaxation::relax;

/// Up to 7 people and 12 pairs, everybody there in all four slots, so that only degrees and all tables together count.
fn problem(random: &mut Random) -> Problem {
    let people = 3 + random.below(5);
    let tables = [None, Some(1), Some(2)][random.below(3)];
    let person = |random: &mut Random| PersonInput {
        cap: 1 + random.below(3) as u32,
        minimum: random.below(3) as u32,
        available: vec![true; 4],
        ..PersonInput::default()
    };
    let slots = (0..4).map(|_| SlotInput { tables, ..SlotInput::default() }).collect();
    let mut pairs = Vec::new();
    for b in 1..people {
        for a in 0..b {
            if pairs.len() < 12 && random.below(3) > 0 {
                let request = [Request::None, Request::OneWay, Request::Mutual][random.below(3)];
                let most = [4, 60][random.below(2)];
                let weight = 1 + random.below(most) as u32;
                pairs.push(PairInput { a, b, weight, request, ..PairInput::default() });
            }
        }
    }
    let people = (0..people).map(|_| person(random)).collect();
    Problem::new(Input { slots, people, pairs, ..Input::default() }).unwrap()
}

/// The worth of a set, if nobody has more than their cap.
fn worth(problem: &Problem, objective: &Objective, set: &[u32]) -> Option<i64> {
    let mut degree = vec![0; problem.people()];
    let mut worth = 0;
    for p in set.iter().map(|&k| &problem.pairs[k as usize]) {
        worth += objective.value(p);
        for i in [p.a as usize, p.b as usize] {
            degree[i] += 1;
            worth += objective.gain(problem, i, degree[i]);
        }
    }
    degree.iter().zip(&problem.cap).all(|(degree, cap)| degree <= cap).then_some(worth)
}

/// The greatest worth of all sets that the tables have room for.
fn greatest(problem: &Problem, objective: &Objective) -> i64 {
    let pairs = problem.pairs.len() as u32;
    let sets = (0u32..1 << pairs).map(|bits| (0..pairs).filter(|k| bits >> k & 1 == 1).collect());
    let fitting = sets.filter(|set: &Vec<u32>| set.len() as u64 <= problem.total_tables());
    fitting.filter_map(|set| worth(problem, objective, &set)).max().unwrap_or(0)
}

#[test]
fn the_integral_set_is_the_best_of_all_and_its_bound_is_never_beaten() {
    let mut random = Random::new(5);
    let (mut mended, mut exact) = (0, 0);
    for case in 0..3_000 {
        let problem = problem(&mut random);
        let objective = Objective::of_levels(&problem);
        let prices = relax(&problem, &objective, &Alarm::silent()).prices;
        let (relaxed, best) = (prices.bound(&problem, &objective), greatest(&problem, &objective));
        // Known is a schedule a little worse than the best.
        let gap = relaxed - best + 1 + random.below(50) as i64;
        let integral = integral_set(&problem, &objective, &prices, gap, &Alarm::silent()).unwrap();
        assert!(integral.bound >= best, "case {case}: {} beats {}", best, integral.bound);
        assert!(integral.bound <= relaxed, "case {case}");
        let own = worth(&problem, &objective, &integral.pairs).expect("nobody above their cap");
        if prices.all_tables == 0 {
            assert_eq!((own, integral.bound), (best, best), "case {case}");
            exact += 1;
            mended += i32::from(best < relaxed);
        }
    }
    assert!(exact > 1_000 && mended > 50, "{exact} without a price of tables, {mended} with odd cycles");
}
