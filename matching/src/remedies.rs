//! What would let more people reach their minimum, where they do not: more tables, more slots, no quotas. Each is found with a
//! plan that proves it, made for the same people; nothing is promised from a count alone.
//!
//! A number of tables is the least if fewer have no places for so many meetings; the count of places says where to begin.

use crate::model::input::Input;
use crate::model::problem::Problem;
use crate::model::slots::MOST_SLOTS;
use crate::model::solution::{Figures, Finished, Hindrance, Reason, Shortfall, Solution};
use crate::options::{Observer, Options};
use crate::solve::solve;
use crate::tuning::remedies::{TRIES_OF_SLOTS, TRIES_OF_TABLES, WORK};

/// One change of an event, and what a plan reaches with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    pub change: RemedyChange,
    /// People below their wished minimum in the plan that was made.
    pub people_below: u64,
}

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemedyChange {
    /// So many tables in each slot; whether it is proved that fewer do not do as well.
    Tables { tables: u32, is_least: bool },
    /// So many slots in all; everybody who is there at any time is there in the new ones.
    Slots { slots: u32 },
    /// No quotas.
    NoQuota,
}

/// The changes that let more goals be filled than a solution does, each as far as it is needed: so many tables that more would
/// not help, so many slots that they help as much, no quotas. Tables are tried where somebody who has too few finds them all
/// taken, the quotas where one stands in somebody's way. None where pairs are given by a rule, or the observer stops it.
pub fn remedies(
    problem: &Problem,
    solution: &Solution,
    seed: u64,
    observer: &mut dyn Observer,
) -> Vec<Remedy> {
    let reached = &solution.figures;
    if reached.goals_filled >= reached.goals_total || problem.rule().is_some() {
        return Vec::new();
    }
    let is_met = |is_it: fn(&Hindrance) -> bool| {
        let by = |short: &Shortfall| match &short.reason {
            Reason::Hindered(partners) => partners.iter().any(|(_, what)| is_it(what)),
            _ => false,
        };
        solution.shortfalls.iter().any(by)
    };
    let mut trials = Trials { problem, reached, seed, observer };
    let quota = if is_met(|what| *what == Hindrance::Quota) { trials.without_quotas() } else { None };
    let tables = if is_met(|what| matches!(what, Hindrance::TablesFull { .. })) {
        trials.with_more_tables()
    } else {
        None
    };
    let enough = tables.as_ref().map(|remedy| remedy.people_below);
    let slots = enough.and_then(|below| trials.with_more_slots(below));
    [tables, slots, quota].into_iter().flatten().collect()
}

impl Problem {
    /// The number of meetings that all slots together have places for: tables, and people to sit at them.
    #[must_use]
    pub fn places(&self) -> u64 {
        self.total_tables()
    }
}

/// Plans for a changed event.
struct Trials<'a> {
    problem: &'a Problem,
    reached: &'a Figures,
    seed: u64,
    observer: &'a mut dyn Observer,
}

impl Trials<'_> {
    /// What a plan reaches; none where it contradicts itself or was stopped.
    fn figures(&mut self, input: Input) -> Option<Figures> {
        let problem = Problem::new(input).ok()?;
        let options = Options { seed: self.seed, work: WORK, ..Options::quick() };
        let solution = solve(&problem, &options, self.observer);
        (solution.finished != Finished::Stopped).then_some(solution.figures)
    }

    fn without_quotas(&mut self) -> Option<Remedy> {
        if !self.problem.has_quota() {
            return None;
        }
        let found = self.figures(Input { quotas: Vec::new(), ..self.problem.input().clone() })?;
        let helps = found.goals_filled > self.reached.goals_filled;
        helps.then_some(Remedy { change: RemedyChange::NoQuota, people_below: found.people_below })
    }

    /// As few tables as are found to fill all goals; where no number does, as many goals as any number fills.
    fn with_more_tables(&mut self) -> Option<Remedy> {
        let now = self.problem.input().slots.iter().filter_map(|slot| slot.tables).max()?;
        let most = (self.problem.people() as u32 / 2).max(now + 1);
        let mut target = self.reached.goals_total;
        let mut least = self.least_tables(target, now + 1, most);
        let mut found = self.figures(self.with_tables(least))?;
        if found.goals_filled < target {
            target = self.figures(self.with_tables(most))?.goals_filled;
            if target <= self.reached.goals_filled {
                return None;
            }
            least = self.least_tables(target, now + 1, most);
            found = self.figures(self.with_tables(least))?;
        }
        let mut tables = least;
        for step in 0..TRIES_OF_TABLES {
            if found.goals_filled >= target {
                let change = RemedyChange::Tables { tables, is_least: tables == least };
                return Some(Remedy { change, people_below: found.people_below });
            }
            tables = (tables + (1 << step)).min(most);
            found = self.figures(self.with_tables(tables))?;
        }
        None
    }

    /// The least number of tables, from one to another, that has places for the meetings of so many filled goals.
    fn least_tables(&self, goals: u64, from: u32, to: u32) -> u32 {
        let places = |tables: u32| -> u64 {
            let slots = self.problem.input().slots.iter().zip(self.there());
            let of = |(slot, there): (&crate::SlotInput, u64)| match slot.tables {
                Some(_) => (there / 2).min(u64::from(tables)),
                None => there / 2,
            };
            slots.map(of).sum()
        };
        (from..to).find(|&tables| 2 * places(tables) >= goals).unwrap_or(to)
    }

    /// How many people are there in each slot.
    fn there(&self) -> Vec<u64> {
        let input = self.problem.input();
        let people = |s: usize| input.people.iter().filter(|person| person.available[s]).count() as u64;
        (0..input.slots.len()).map(people).collect()
    }

    fn with_tables(&self, tables: u32) -> Input {
        let mut input = self.problem.input().clone();
        for slot in &mut input.slots {
            slot.tables = slot.tables.map(|now| now.max(tables));
        }
        input
    }

    /// As few slots as leave no more people below their minimum than `below`.
    fn with_more_slots(&mut self, below: u64) -> Option<Remedy> {
        let last = self.problem.input().slots.last()?;
        let comes = self.problem.input().people.iter().filter(|person| person.available.contains(&true));
        let each = (comes.count() as u64 / 2).min(last.tables.map_or(u64::MAX, u64::from)).max(1);
        let lacking = self.reached.goals_total.div_ceil(2).saturating_sub(self.problem.total_tables());
        let least = lacking.div_ceil(each).max(1);
        for more in least..least + u64::from(TRIES_OF_SLOTS) {
            let slots = self.problem.input().slots.len() as u64 + more;
            if slots > MOST_SLOTS as u64 {
                return None;
            }
            let found = self.figures(self.with_slots(more as usize))?;
            if found.people_below <= below {
                let change = RemedyChange::Slots { slots: slots as u32 };
                return Some(Remedy { change, people_below: found.people_below });
            }
        }
        None
    }

    fn with_slots(&self, more: usize) -> Input {
        let mut input = self.problem.input().clone();
        input.add_slots(more);
        input
    }
}
