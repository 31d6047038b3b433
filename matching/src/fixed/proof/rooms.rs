//! The tables of each slot, counted in three ways: over hubs (every meeting is assigned to one of its people;
//! meetings of one hub exclude each other, so a slot's meetings are its busy hubs, of which there are far
//! fewer than people), over all people, and over the people who want the slot most (`crowds`). Each count
//! finds proofs that the others do not.

use super::super::problem::{BreakRule, SlotSet};
use super::clauses::Lit;
use super::crowds::half_weights;
use super::formula::Builder;
use super::groups::Group;

/// How much somebody wants a slot in which they must be busy unless they have a gap.
const NEEDED: i32 = 60;

impl Builder<'_, '_, '_> {
    /// No more meetings in a slot than tables, counted over hubs.
    pub(super) fn tables(&mut self) {
        let hubs = self.hubs();
        for slot in 0..self.problem.slots.len() {
            let Some(tables) = self.problem.slots[slot].tables else {
                continue;
            };
            let tables = tables as usize;
            let mut literals = Vec::new();
            for (seat, groups) in &hubs {
                let whole = groups.len() == self.of_seat[*seat].len();
                let inside = self.inside(groups, slot as u32);
                literals.extend(if whole { self.busy[*seat][slot] } else { self.clauses.any_of(&inside) });
            }
            self.no_more_than(&literals, tables);
            // The same once more, over people: a slot has twice as many busy people as meetings. Each count
            // finds proofs the other does not.
            let people: Vec<Lit> =
                (0..self.problem.people).filter_map(|person| self.busy[person][slot]).collect();
            self.no_more_than(&people, tables.saturating_mul(2));
        }
    }

    /// What the tables of a slot mean for the people who want it most, and how many of those who need it must
    /// have a gap instead.
    pub(super) fn crowds(&mut self, gaps: &[Vec<Lit>]) {
        if self.problem.break_rule != BreakRule::RunsAcross {
            // Without a gap somebody is then busy in one stretch a part, and needs no slot for certain.
            return;
        }
        let windows: Vec<Vec<u128>> = (0..self.problem.people).map(|it| self.windows(it)).collect();
        for slot in 0..self.problem.slots.len() {
            let Some(tables) = self.problem.slots[slot].tables else {
                continue;
            };
            let wanted: Vec<i32> =
                windows.iter().enumerate().map(|(it, windows)| self.wanted(it, windows, slot)).collect();
            let here = self.groups.iter().filter(|group| group.slots >> slot & 1 == 1);
            let pairs: Vec<(u32, u32)> = here.map(|group| (group.seats[0], group.seats[1])).collect();
            let weights = half_weights(&wanted, &pairs);
            self.crowd(slot, 2 * tables as usize, &wanted, &weights, gaps);
        }
    }

    /// How much somebody wants a slot: in how many of all cases they are busy in it, if they have no gap.
    fn wanted(&self, person: usize, windows: &[u128], slot: usize) -> i32 {
        let (with, all) = match (self.meets[person], self.of_seat[person].first()) {
            (1, Some(&group)) => {
                let Group { meetings, slots, .. } = &self.groups[group];
                let open = SlotSet(*slots);
                (if open.contains(slot as u32) { meetings.len().min(open.len()) } else { 0 }, open.len())
            }
            _ => (windows.iter().filter(|&it| it >> slot & 1 == 1).count(), windows.len()),
        };
        (with as i32 * NEEDED).checked_div(all as i32).unwrap_or(0)
    }

    /// The busy people of a slot weigh no more than its tables. Those who need it and have no room have a gap.
    fn crowd(&mut self, slot: usize, room: usize, wanted: &[i32], weights: &[usize], gaps: &[Vec<Lit>]) {
        let halves = |person: usize| std::iter::repeat_n(person, weights[person]);
        let people = || (0..weights.len()).flat_map(halves);
        let busy: Vec<Lit> = people().filter_map(|it| self.busy[it][slot]).collect();
        self.no_more_than(&busy, room);
        let needing: Vec<usize> = people().filter(|&it| wanted[it] == NEEDED).collect();
        if needing.len() > room {
            let gap: Vec<Lit> = needing.iter().filter_map(|&it| gaps[it].first().copied()).collect();
            self.clauses.bind_below(&gap, needing.len() - room);
        }
    }

    fn no_more_than(&mut self, literals: &[Lit], most: usize) {
        if literals.len() > most {
            let count = self.clauses.count(literals, most + 1);
            self.clauses.add([!count[most]]);
        }
    }

    /// Every group with one of its people: the person with most groups left takes all of them.
    fn hubs(&self) -> Vec<(usize, Vec<usize>)> {
        let mut free = vec![true; self.groups.len()];
        let mut hubs = Vec::new();
        loop {
            let left = |seat: usize| self.of_seat[seat].iter().filter(|&&it| free[it]).count();
            let most = (0..self.problem.people).map(|seat| (left(seat), std::cmp::Reverse(seat))).max();
            let Some((1.., std::cmp::Reverse(seat))) = most else {
                return hubs;
            };
            let groups: Vec<usize> = self.of_seat[seat].iter().copied().filter(|&it| free[it]).collect();
            for &group in &groups {
                free[group] = false;
            }
            hubs.push((seat, groups));
        }
    }
}
