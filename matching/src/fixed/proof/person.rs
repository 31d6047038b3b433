//! The rules of one person, or booth: one meeting a slot, all of them held, and what a gap is.
//!
//! All is said through one counter along the slots, "more than k meetings are over", because much of what a
//! solver would have to find out case by case is one clause there: how many meetings a half-day holds at
//! least and at most, and that without a gap one meeting follows the other.

use super::super::problem::{BreakRule, SlotSet};
use super::clauses::Lit;
use super::formula::{Builder, Window};
use super::groups::Group;
use super::windows::windows;

impl Builder<'_, '_, '_> {
    /// The rules of a person. Returns, in `[k]`, whether they have more than k gaps.
    pub(super) fn person(&mut self, person: usize, window: Window) -> Vec<Lit> {
        if self.meets[person] <= 1 {
            let busy = self.one_meeting(person);
            self.busy.push(busy);
            return Vec::new();
        }
        let reached = self.seat(person);
        self.gaps(person, &reached, window)
    }

    /// Busy in the slot of one's only meeting, if there is one.
    fn one_meeting(&self, seat: usize) -> Vec<Option<Lit>> {
        let slots = 0..self.problem.slots.len() as u32;
        slots.map(|slot| self.inside(&self.of_seat[seat], slot).first().copied()).collect()
    }

    /// One meeting a slot, and busy in as many slots as there are meetings. Returns, per slot and k, the literal
    /// "more than k meetings are over after this slot" (`None`: cannot be).
    pub(super) fn seat(&mut self, seat: usize) -> Vec<Vec<Option<Lit>>> {
        let groups = self.of_seat[seat].clone();
        let total = groups.iter().map(|&group| self.groups[group].meetings.len()).sum();
        let mut busy = Vec::with_capacity(self.problem.slots.len());
        for slot in 0..self.problem.slots.len() as u32 {
            let literals = self.inside(&groups, slot);
            self.clauses.at_most_one(&literals);
            busy.push(self.clauses.any_of(&literals));
        }
        let reached = self.count_busy(&busy, total);
        self.prefixes(&groups, &reached);
        self.busy.push(busy);
        reached
    }

    /// By the end of each slot, at least the meetings that may only be held up to it, and at most those that
    /// may be held by then at all.
    fn prefixes(&mut self, groups: &[usize], reached: &[Vec<Option<Lit>>]) {
        for (slot, reached) in reached.iter().enumerate() {
            let until = SlotSet::first(slot + 1).0;
            let (mut least, mut most) = (0, 0);
            for &place in groups {
                let Group { meetings, slots, .. } = &self.groups[place];
                least += meetings.len().saturating_sub(SlotSet(slots & !until).len());
                most += meetings.len().min(SlotSet(slots & until).len());
            }
            if let Some(last) = least.checked_sub(1) {
                self.clauses.add(reached[last]);
            }
            if let Some(&Some(over)) = reached.get(most) {
                self.clauses.add([!over]);
            }
        }
    }

    /// Exactly `total` busy slots, by a sequential counter (Sinz, CP 2005): `reached[k]` after each slot
    /// says that more than k slots were busy up to it.
    pub(super) fn count_busy(&mut self, busy: &[Option<Lit>], total: usize) -> Vec<Vec<Option<Lit>>> {
        let mut rows = Vec::with_capacity(busy.len());
        let Some(last) = total.checked_sub(1) else {
            return vec![Vec::new(); busy.len()];
        };
        let mut reached: Vec<Option<Lit>> = vec![None; total];
        for &now in busy {
            if let Some(now) = now {
                if let Some(full) = reached[last] {
                    self.clauses.add([!full, !now]);
                }
                for k in (0..total).rev() {
                    let lower = if k == 0 { None } else { reached[k - 1] };
                    if k == 0 || lower.is_some() {
                        reached[k] = Some(self.step(now, reached[k], lower));
                    }
                }
            }
            rows.push(reached.clone());
        }
        // Where so many busy slots cannot be, this is the empty clause.
        self.clauses.add(reached[last]);
        rows
    }

    /// One step of the counter: holds where `same` does, or where `now` and (if given) `lower` do.
    fn step(&mut self, now: Lit, same: Option<Lit>, lower: Option<Lit>) -> Lit {
        let next = self.clauses.fresh();
        if let Some(same) = same {
            self.clauses.add([!same, next]);
        }
        self.clauses.add([!now, next].into_iter().chain(lower.map(|lower| !lower)));
        self.clauses.add([!next, now].into_iter().chain(same));
        if let Some(lower) = lower {
            self.clauses.add([!next, lower].into_iter().chain(same));
        }
        next
    }

    /// A gap begins after a slot where the person is busy in it, idle in the next one, and busy later on in
    /// the same part. Returns the count of the person's gaps, within the window.
    fn gaps(&mut self, person: usize, reached: &[Vec<Option<Lit>>], window: Window) -> Vec<Lit> {
        let done: Vec<Option<Lit>> = reached.iter().map(|row| row.last().copied().flatten()).collect();
        let busy = self.busy[person].clone();
        let later = self.busy_later(&busy, &done);
        let mut begins = Vec::new();
        for slot in 0..busy.len() {
            let (Some(now), Some(later)) = (busy[slot], later[slot]) else {
                continue;
            };
            let gap = self.clauses.fresh();
            let next = busy[slot + 1];
            self.clauses.add([!now, !later, gap].into_iter().chain(next));
            if window.least > 0 {
                self.clauses.add([!gap, now]);
                self.clauses.add([!gap, later]);
                if let Some(next) = next {
                    self.clauses.add([!gap, !next]);
                }
            }
            begins.push(gap);
        }
        let count = self.clauses.count(&begins, begins.len());
        if self.problem.break_rule == BreakRule::RunsAcross {
            self.no_gap(person, &count, reached);
        }
        if let Some(most) = window.most
            && let Some(&over) = count.get(most)
        {
            self.clauses.add([!over]);
        }
        self.clauses.bind_below(&begins, window.least);
        count
    }

    /// Without a gap: somebody who has begun has one meeting a slot until all are over, and begins where all
    /// have a place then.
    fn no_gap(&mut self, person: usize, count: &[Lit], reached: &[Vec<Option<Lit>>]) {
        let gap = count.first().copied();
        for rows in reached.windows(2) {
            for k in 1..rows[0].len() {
                if let Some(lower) = rows[0][k - 1] {
                    self.clauses.add([!lower].into_iter().chain(gap).chain(rows[1][k]));
                }
            }
        }
        let begins = self.windows(person).iter().fold(0, |set, it| set | (it & it.wrapping_neg()));
        let mut before = None;
        for (slot, rows) in reached.iter().enumerate() {
            let begun = rows.first().copied().flatten();
            if let Some(now) = begun
                && begins >> slot & 1 == 0
            {
                self.clauses.add([!now].into_iter().chain(gap).chain(before));
            }
            before = begun;
        }
    }

    /// Per slot: the literal "busy after this slot, in the same part"; `None`: cannot be.
    fn busy_later(&mut self, busy: &[Option<Lit>], done: &[Option<Lit>]) -> Vec<Option<Lit>> {
        let mut later = vec![None; busy.len()];
        for slot in (0..busy.len().saturating_sub(1)).rev() {
            if !self.calendar.continues(slot as u32) {
                continue;
            }
            let some: Vec<Lit> = busy[slot + 1].into_iter().chain(later[slot + 1]).collect();
            later[slot] = match (self.problem.break_rule, done[slot]) {
                _ if some.is_empty() => None,
                // Across parts, "busy later" is "not all over", which the counter has already.
                (BreakRule::RunsAcross, Some(done)) => Some(!done),
                _ => self.clauses.any_of(&some),
            };
        }
        later
    }

    /// How somebody with several meetings could hold them all without a gap; empty for others.
    pub(super) fn windows(&self, person: usize) -> Vec<u128> {
        if self.meets[person] <= 1 {
            return Vec::new();
        }
        windows(self.of_seat[person].iter().map(|&it| &self.groups[it]), self.problem.slots.len())
    }
}
