//! Makes room at the tables of a full slot: a meeting that could be elsewhere leaves, or the least valuable new one.

use super::Chains;
use crate::model::problem::{NONE, Pair};
use crate::tuning::repair::ASKED_FOR_TABLE;

impl Chains<'_> {
    /// Frees a table for a pair in a full slot: lifts a meeting that could be elsewhere, or a new one.
    pub(super) fn free_table(&mut self, pair: &Pair, slot: usize, limit: u64) -> bool {
        if self.schedule.booth_taken(pair, slot) || self.schedule.problem.free_tables[slot] == 0 {
            return false;
        }
        let swap = self.random.below(2) == 0;
        let found = if swap { self.worst_new(slot) } else { None };
        let found =
            found.or_else(|| if self.moved + self.displaced < limit { self.leaver(slot) } else { None });
        let found = found.or_else(|| if swap { None } else { self.worst_new(slot) });
        found.is_some_and(|k| {
            self.lift(k);
            self.pending.push(k);
            true
        })
    }

    /// A meeting at a table in a slot that would fit into another one as it is: the first from a random person on.
    fn leaver(&mut self, slot: usize) -> Option<u32> {
        let people = self.schedule.problem.people();
        let first = self.random.below(people);
        for person in (0..people.min(ASKED_FOR_TABLE)).map(|i| (first + i) % people) {
            let k = self.schedule.met_at(person as u32, slot);
            self.work += 1;
            if k != NONE && self.may_move(k) && self.could_leave(self.schedule.pair(k), slot) {
                return Some(k);
            }
        }
        None
    }

    /// The least valuable of some new meetings at a table in a slot.
    fn worst_new(&mut self, slot: usize) -> Option<u32> {
        let count = self.new.len();
        let first = self.random.below(count);
        let mut worst: Option<u32> = None;
        for at in (0..count.min(ASKED_FOR_TABLE)).map(|i| (first + i) % count) {
            let k = self.new[at];
            let there = self.schedule.slot[k as usize] as usize == slot && self.takes_table(k, slot);
            self.work += 1;
            if there && self.may_move(k) && !self.pending.contains(&k) {
                let value = |k: u32| self.schedule.pair(k).value;
                worst = worst.filter(|&w| value(w) <= value(k)).or(Some(k));
            }
        }
        worst
    }

    fn takes_table(&self, k: u32, slot: usize) -> bool {
        self.schedule.problem.takes_table(self.schedule.pair(k), slot)
    }

    /// Whether a placed meeting would fit into another slot as it is.
    fn could_leave(&self, pair: &Pair, slot: usize) -> bool {
        self.schedule.problem.takes_table(pair, slot)
            && self.schedule.free(pair) & self.open & !(1 << slot) != 0
    }
}
