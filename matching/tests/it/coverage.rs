//! Everybody meets some of each other group: what is asked and filled, counted by hand; and what is said to be in the way, beside a
//! search that tries everything.

use crate::oracle::most_units_of;
use crate::random_problems::{Extras, problem};
use matching::{Input, Obstacle, Options, Problem, Solution, Unobserved, solve};
use std::collections::{BTreeMap, BTreeSet};

/// The people and groups that are asked for, and how many meetings of each.
pub struct Asked {
    of_each: u64,
    groups: Vec<Option<u32>>,
    units: BTreeSet<(usize, u32)>,
    pub asked: u64,
}

/// What an input asks for.
pub fn coverage(input: &Input) -> Asked {
    let Some(asked) = &input.coverage else {
        return Asked {
            of_each: 0,
            groups: vec![None; input.people.len()],
            units: BTreeSet::new(),
            asked: 0,
        };
    };
    let mut units = BTreeSet::new();
    for (i, person) in input.people.iter().enumerate() {
        let may_meet = person.cap > 0 && person.available.iter().any(|open| *open);
        for group in asked.groups.iter().flatten() {
            if may_meet && asked.groups[i].is_some() && asked.groups[i] != Some(*group) {
                units.insert((i, *group));
            }
        }
    }
    let of_each = u64::from(asked.of_each);
    Asked { of_each, groups: asked.groups.clone(), asked: of_each * units.len() as u64, units }
}

impl Asked {
    /// The same where only these people ask for these groups.
    pub fn only(&self, units: &[(usize, u32)]) -> Asked {
        let units: BTreeSet<(usize, u32)> = units.iter().copied().collect();
        let asked = self.of_each * units.len() as u64;
        Asked { of_each: self.of_each, groups: self.groups.clone(), units, asked }
    }

    /// The units that meetings fill.
    pub fn filled(&self, met: impl Iterator<Item = (usize, usize)>) -> u64 {
        let mut count: BTreeMap<(usize, u32), u64> = BTreeMap::new();
        for (a, b) in met {
            for (me, other) in [(a, b), (b, a)] {
                if let Some(group) = self.groups[other] {
                    *count.entry((me, group)).or_default() += 1;
                }
            }
        }
        count
            .iter()
            .filter(|(unit, _)| self.units.contains(unit))
            .map(|(_, has)| has.min(&self.of_each))
            .sum()
    }
}

/// The people of a group whom somebody may meet in some slot: a wall that no schedule can climb.
fn partners(problem: &Problem, person: usize, group: u32) -> u32 {
    let input = problem.input();
    let groups = &input.coverage.as_ref().unwrap().groups;
    let meet = |p: &&matching::PairInput| {
        let both = [p.a, p.b].map(|i| &input.people[i]);
        (0..input.slots.len()).any(|s| both.iter().all(|p| p.cap > 0 && p.available[s]))
    };
    let other =
        |p: &matching::PairInput| if p.a == person { Some(p.b) } else { (p.b == person).then_some(p.a) };
    let of_group = |p: &&matching::PairInput| other(p).is_some_and(|other| groups[other] == Some(group));
    input.pairs.iter().filter(meet).filter(of_group).count() as u32
}

/// Meetings that somebody asks for with a group, as far as there are partners.
fn asks(problem: &Problem, (person, group): (usize, u32)) -> u64 {
    let of_each = problem.input().coverage.as_ref().unwrap().of_each;
    u64::from(partners(problem, person, group).min(of_each))
}

/// What is said to be in the way is: no schedule fills more of it, and of several that are only named together none is too much.
fn verify_obstacle(seed: u64, problem: &Problem, obstacle: &Obstacle) {
    let input = problem.input();
    let said = format!("seed {seed}: {obstacle:?}");
    let all = |asked: &[(usize, u32)]| asked.iter().map(|unit| asks(problem, *unit)).sum::<u64>();
    match obstacle {
        Obstacle::Partners { person, group, has } => {
            let of_each = input.coverage.as_ref().unwrap().of_each;
            assert!(*has < of_each && partners(problem, *person, *group) == *has, "{said}");
        }
        Obstacle::Limit { person, asks, has } => {
            let open = input.people[*person].available.iter().filter(|open| **open).count() as u32;
            assert!(input.people[*person].cap.min(open) == *has && asks > has, "{said}");
        }
        Obstacle::Seats { group, members, people, asks, seats } => {
            let asked: Vec<(usize, u32)> = people.iter().map(|person| (*person, *group)).collect();
            assert!(*asks == all(&asked) && asks > seats, "{said}");
            assert!(most_units_of(input, &asked) <= *seats, "{said}");
            assert!(
                members.iter().all(|i| input.coverage.as_ref().unwrap().groups[*i] == Some(*group)),
                "{said}"
            );
        }
        Obstacle::Together { asked, asks, at_most } => {
            assert!(*asks == all(asked) && asks > at_most, "{said}");
            assert_eq!(most_units_of(input, asked), *at_most, "{said}");
            for left_out in asked {
                let others: Vec<_> = asked.iter().copied().filter(|unit| unit != left_out).collect();
                assert_eq!(most_units_of(input, &others), all(&others), "{said}: {left_out:?} is not needed");
            }
        }
    }
}

fn is_together(obstacle: &Obstacle) -> bool {
    matches!(obstacle, Obstacle::Together { .. })
}

#[test]
fn what_is_in_the_way_of_a_coverage_is_named_and_true() {
    let (mut short, mut seats, mut together) = (0, 0, 0);
    for seed in 0..2_500 {
        let Some(problem) = problem(seed, Extras::Coverage) else { continue };
        let options = Options { work: 300_000, ..Options::standard() };
        let Solution { figures, obstacles, .. } = solve(&problem, &options, &mut Unobserved);
        let is_short = figures.units < figures.units_asked;
        assert_eq!(is_short, !obstacles.is_empty(), "seed {seed}: {figures:?}");
        obstacles.iter().for_each(|obstacle| verify_obstacle(seed, &problem, obstacle));
        short += u32::from(is_short);
        seats += u32::from(obstacles.iter().any(|it| matches!(it, Obstacle::Seats { .. })));
        together += u32::from(obstacles.iter().any(is_together));
    }
    assert!(short > 500 && seats > 30 && together > 10, "{short} short, {seats} seats, {together} together");
}
