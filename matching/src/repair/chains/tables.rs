//! Makes room at the tables of a full slot, or among its interpreters: a meeting that could be elsewhere leaves, or the least
//! valuable new one.

use super::Chains;
use crate::model::problem::{NONE, Pair};
use crate::tuning::repair::ASKED_FOR_TABLE;

impl Chains<'_> {
    /// Frees a table or an interpreter for a pair in a full slot: lifts a meeting that could be elsewhere, or a new one. False where
    /// that is not enough.
    pub(super) fn free_table(&mut self, pair: &Pair, slot: usize, limit: u64) -> bool {
        let is_mute = self.schedule.is_mute(pair, slot);
        let no_table = !is_mute && self.schedule.problem.free_tables[slot] == 0;
        if self.schedule.booth_taken(pair, slot) || no_table {
            return false;
        }
        let swap = self.random.below(2) == 0;
        let found = if swap { self.worst_new(slot, is_mute) } else { None };
        let found = found
            .or_else(|| if self.moved + self.displaced < limit { self.leaver(slot, is_mute) } else { None });
        let found = found.or_else(|| if swap { None } else { self.worst_new(slot, is_mute) });
        found.is_some_and(|k| {
            self.lift(k);
            self.pending.push(k);
            self.schedule.crowded(pair) >> slot & 1 == 0
        })
    }

    /// A meeting at a table, or with an interpreter, in a slot that would fit into another one as it is: the first from a random person on.
    fn leaver(&mut self, slot: usize, is_mute: bool) -> Option<u32> {
        let people = self.schedule.problem.people();
        let first = self.random.below(people);
        for person in (0..people.min(ASKED_FOR_TABLE)).map(|i| (first + i) % people) {
            let k = self.schedule.met_at(person as u32, slot);
            self.work += 1;
            if k != NONE && self.may_move(k) && self.takes(k, slot, is_mute) && self.could_leave(k, slot) {
                return Some(k);
            }
        }
        None
    }

    /// The least valuable of some new meetings at a table, or with an interpreter, in a slot.
    fn worst_new(&mut self, slot: usize, is_mute: bool) -> Option<u32> {
        let count = self.new.len();
        let first = self.random.below(count);
        let mut worst: Option<u32> = None;
        for at in (0..count.min(ASKED_FOR_TABLE)).map(|i| (first + i) % count) {
            let k = self.new[at];
            let there = self.schedule.slot[k as usize] as usize == slot && self.takes(k, slot, is_mute);
            self.work += 1;
            if there && self.may_move(k) && !self.pending.contains(&k) {
                let value = |k: u32| self.schedule.pair(k).value;
                worst = worst.filter(|&w| value(w) <= value(k)).or(Some(k));
            }
        }
        worst
    }

    fn takes(&self, k: u32, slot: usize, is_mute: bool) -> bool {
        let pair = self.schedule.pair(k);
        if is_mute { pair.kind != NONE } else { self.schedule.problem.takes_table(pair, slot) }
    }

    /// Whether a placed meeting would fit into another slot as it is.
    fn could_leave(&self, k: u32, slot: usize) -> bool {
        self.schedule.free(self.schedule.pair(k)) & self.open & !(1 << slot) != 0
    }
}
