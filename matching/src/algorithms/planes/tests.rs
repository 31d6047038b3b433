//! The lowest point beside a search of all.

use super::Planes;
use crate::algorithms::random::Random;

/// The least height of the highest plane on a grid of two prices.
fn lowest_on_grid(planes: &[(i64, Vec<i64>)], side: i64) -> i64 {
    let height = |x: i64, y: i64| planes.iter().map(|p| p.0 + p.1[0] * x + p.1[1] * y).max();
    (0..=side).flat_map(|x| (0..=side).filter_map(move |y| height(x, y))).min().unwrap_or(0)
}

#[test]
fn the_lowest_point_is_as_low_as_any_of_a_grid_and_planes_lie_below_it() {
    let mut random = Random::new(3);
    for case in 0..2_000 {
        let side = 40;
        let mut planes = Planes::new(vec![side; 2]);
        let mut known = Vec::new();
        for _ in 0..2 + random.below(9) {
            let slope = |random: &mut Random| random.below(41) as i64 - 20;
            let plane = (random.below(2_000) as i64, vec![slope(&mut random), slope(&mut random)]);
            planes.add(plane.0, plane.1.clone());
            known.push(plane);
            let lowest = planes.lowest();
            let on_grid = lowest_on_grid(&known, side);
            // The true minimum lies between grid points: at most half a step of each slope lower.
            assert!(lowest.value <= on_grid && lowest.value >= on_grid - 41, "case {case}");
            let total: i128 = lowest.weights.iter().map(|w| w.1).sum();
            assert!((total - super::ONE).abs() < super::ONE / 1_000, "case {case}: weights add up to 1");
        }
    }
}
