//! Why not everybody can meet as many of each other group as is asked for: a person, a group that has too few seats, or a few people
//! whose groups cannot all be met together.
//!
//! Each is proved by itself. A person's partners and limit, and the seats of a group, are counted. What is left after these is a
//! question for the linear program of the filled units, and in small problems for a search: of the people and groups that ask for
//! too much, those are kept without which the rest can be filled.

use crate::alarm::Alarm;
use crate::algorithms::irreducible::irreducible;
use crate::exact::branching::Limits;
use crate::exact::climbing::{groups, is_small};
use crate::exact::graph::Graph;
use crate::exact::ladder::Climb;
use crate::exact::seating::seat;
use crate::model::coverage::Units;
use crate::model::problem::Problem;
use crate::model::slots::slots_of;
use crate::model::solution::Obstacle;
use crate::tuning::exact::SMALL_EDGES;
use crate::tuning::obstacles::{FEWEST_TRIES, MOST_TRIES, NODES, WORK};
use std::collections::{BTreeMap, BTreeSet};

/// What is in the way of a coverage, as far as it is proved; pairs that are given by a rule are not looked at.
pub(crate) fn named(problem: &Problem, alarm: &Alarm) -> Vec<Obstacle> {
    let Some(units) = problem.units.as_deref().filter(|_| problem.rule.is_none()) else { return Vec::new() };
    let mut asking = Asking::new(problem, units);
    let mut out = asking.partners();
    out.extend(asking.limits());
    out.extend(asking.seats());
    out.extend(asking.together(alarm));
    out
}

/// A person and a group that they ask for.
type Unit = (usize, u32);

/// Who still asks for whom, and whom they could meet.
struct Asking<'p> {
    problem: &'p Problem,
    units: &'p Units,
    /// The partners of a person in each group.
    partners: BTreeMap<Unit, u32>,
    asked: Vec<Unit>,
}

impl<'p> Asking<'p> {
    fn new(problem: &'p Problem, units: &'p Units) -> Asking<'p> {
        let mut partners = BTreeMap::new();
        for p in &problem.pairs {
            for (me, other) in [(p.a, p.b), (p.b, p.a)] {
                if let Some(group) = units.group[other as usize] {
                    *partners.entry((me as usize, group)).or_default() += 1;
                }
            }
        }
        Asking { problem, units, partners, asked: units.asked().collect() }
    }

    /// How many meetings somebody asks for with a group, as far as there are partners.
    fn asks(&self, unit: &Unit) -> u32 {
        self.partners.get(unit).copied().unwrap_or_default().min(self.units.of_each)
    }

    fn asks_together(&self, asked: &[Unit]) -> u64 {
        asked.iter().map(|unit| u64::from(self.asks(unit))).sum()
    }

    fn name(&self, group: u32) -> u32 {
        self.units.names[group as usize]
    }

    /// Those who may meet too few of a group at all.
    fn partners(&mut self) -> Vec<Obstacle> {
        let few = self.asked.iter().filter(|unit| self.asks(unit) < self.units.of_each);
        let named = |unit: &Unit| Obstacle::Partners {
            person: unit.0,
            group: self.name(unit.1),
            has: self.asks(unit),
        };
        let out = few.map(named).collect();
        let left = self.asked.iter().copied().filter(|unit| self.asks(unit) > 0).collect();
        self.asked = left;
        out
    }

    /// Those who ask for more than they may have; what they ask for is left aside from then on.
    fn limits(&mut self) -> Vec<Obstacle> {
        let mut asks: BTreeMap<usize, u32> = BTreeMap::new();
        for unit in &self.asked {
            *asks.entry(unit.0).or_default() += self.asks(unit);
        }
        let cap = |person: usize| self.problem.cap[person];
        asks.retain(|person, asks| *asks > cap(*person));
        let named = |(&person, &asks): (&usize, &u32)| Obstacle::Limit { person, asks, has: cap(person) };
        let out = asks.iter().map(named).collect();
        self.asked.retain(|unit| !asks.contains_key(&unit.0));
        out
    }

    /// The groups whose members have fewer seats than the others ask for; who asks for them is left aside from then on.
    fn seats(&mut self) -> Vec<Obstacle> {
        let groups: BTreeSet<u32> = self.asked.iter().map(|unit| unit.1).collect();
        let mut out = Vec::new();
        for group in groups {
            let of_group: Vec<Unit> = self.asked.iter().copied().filter(|unit| unit.1 == group).collect();
            let (asks, seats) = (self.asks_together(&of_group), self.seats_of(group, &of_group));
            if asks > seats {
                let members = self.members(group).collect();
                let people = of_group.iter().map(|unit| unit.0).collect();
                out.push(Obstacle::Seats { group: self.name(group), members, people, asks, seats });
                self.asked.retain(|unit| unit.1 != group);
            }
        }
        out
    }

    fn members(&self, group: u32) -> impl Iterator<Item = usize> {
        (0..self.problem.people()).filter(move |&i| self.units.group[i] == Some(group))
    }

    /// The most meetings of a group's members with these others: by their limits and partners, and by the tables of each slot.
    fn seats_of(&self, group: u32, others: &[Unit]) -> u64 {
        let problem = self.problem;
        let asks: BTreeSet<usize> = others.iter().map(|unit| unit.0).collect();
        let mut partners: BTreeMap<usize, u32> = BTreeMap::new();
        let mut there = 0;
        for p in &problem.pairs {
            for (me, other) in [(p.a as usize, p.b as usize), (p.b as usize, p.a as usize)] {
                if self.units.group[me] == Some(group) && asks.contains(&other) {
                    *partners.entry(me).or_default() += 1;
                    there |= p.common;
                }
            }
        }
        let by_limits = partners.iter().map(|(&i, &has)| u64::from(has.min(problem.cap[i]))).sum();
        let in_slot = |s: usize| {
            let members = partners.keys().filter(|&&i| problem.open[i] >> s & 1 == 1).count() as u64;
            members.min(u64::from(problem.free_tables[s]) + problem.places.room_of_booths(s))
        };
        slots_of(there).map(in_slot).sum::<u64>().min(by_limits)
    }

    /// Of those who are left some whose groups cannot all be met together.
    fn together(&self, alarm: &Alarm) -> Option<Obstacle> {
        let exactly = is_small(self.problem);
        let lacks = |some: &[Unit], exactly: bool| {
            let most = self.most_filled(some, exactly, alarm)?;
            (most < self.asks_together(some)).then_some(most)
        };
        let search = lacks(&self.asked, false).is_none();
        let exactly = exactly && search;
        if search && (!exactly || lacks(&self.asked, true).is_none()) {
            return None;
        }
        let impossible = |some: &[Unit]| !some.is_empty() && lacks(some, exactly).is_some();
        let asked = irreducible(self.first_set(&impossible), self.tries(), &impossible);
        let (asks, at_most) = (self.asks_together(&asked), lacks(&asked, exactly)?);
        let asked = asked.into_iter().map(|(person, group)| (person, self.name(group))).collect();
        Some(Obstacle::Together { asked, asks, at_most })
    }

    /// Those who ask for one group, if they ask for too much; else all.
    fn first_set(&self, impossible: &dyn Fn(&[Unit]) -> bool) -> Vec<Unit> {
        let of =
            |group: u32| -> Vec<Unit> { self.asked.iter().copied().filter(|unit| unit.1 == group).collect() };
        let one = (0..self.units.groups() as u32).map(of).find(|some| impossible(some));
        one.unwrap_or_else(|| self.asked.clone())
    }

    fn tries(&self) -> u64 {
        let size = (self.problem.people() + self.problem.pairs.len()) as u64;
        (WORK / size.max(1)).clamp(FEWEST_TRIES, MOST_TRIES)
    }

    /// The most units that any schedule fills of some, if nobody else asks: by the linear program, or exactly. None if it was
    /// stopped.
    fn most_filled(&self, some: &[Unit], exactly: bool, alarm: &Alarm) -> Option<u64> {
        let problem = &self.problem.with_units(self.units.only(some));
        let limits = Limits { nodes: NODES, work: u64::MAX };
        let graph = if exactly { Graph::of_times(problem) } else { Graph::of_sets(problem) };
        if exactly && graph.edges.len() > SMALL_EDGES {
            return None;
        }
        let groups = if exactly { None } else { groups(problem) };
        let climb = Climb::new(&graph, groups, limits, alarm)?;
        let mut seated = |edges: &[u32]| seat(&graph, edges).0;
        let most = climb.most_of_first(if exactly { Some(&mut seated) } else { None })?;
        Some(most.max(0) as u64)
    }
}
