//! The problem as clauses, after the MaxSAT model of JAIR 74 (2022) 263-301, section 5: a variable per meeting
//! and slot, one per person and slot (is busy), one per person and possible gap, and the two implied counts
//! that make proofs possible: a person is busy in as many slots as there are meetings of theirs, and a slot
//! has no more meetings than tables.
//!
//! What differs from the paper makes proofs shorter: interchangeable meetings are one (`groups`), what a person
//! does without a gap is said in full (`person`), tables are counted in three ways (`rooms`), and gaps are
//! counted per person first, so that a search can reason about people ("one of these three must have a gap")
//! and not about slots.

use super::super::board::{allowed, calendar, seats};
use super::super::problem::{FixedProblem, SlotSet};
use super::clauses::{Clauses, Lit};
use super::groups::{Group, groups, meetings_of_each, singles};
use crate::model::calendar::Calendar;

/// Whether constraints can be switched off person by person, to find out who conflicts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Switches {
    /// They cannot; proofs are quicker.
    None,
    /// Each seat has a literal that its constraints need.
    Seats,
}

/// A fairness window: everybody has at least `least` gaps and at most `most`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) least: usize,
    pub(super) most: Option<usize>,
}

/// The variables of a problem.
pub(super) struct Formula {
    /// All meetings.
    pub(super) groups: Vec<Group>,
    /// Per group: its slots and their literals.
    pub(super) in_slot: Vec<Vec<(u32, Lit)>>,
    /// Per person: `[k]` holds where the person has more than k gaps.
    pub(super) gaps: Vec<Vec<Lit>>,
    /// Per seat: the literal its constraints need, if switches were wanted.
    pub(super) switches: Vec<Option<Lit>>,
}

/// A rough count of the clauses, to leave alone what is too large.
pub(super) fn size(problem: &FixedProblem) -> u64 {
    let allowed = allowed(problem);
    let (seats, count) = seats(problem);
    let slots = problem.slots.len();
    let mut busy = vec![0_u64; count * slots];
    let mut size = 0;
    for (meeting, seats) in seats.iter().enumerate() {
        let choices = u64::from(allowed[meeting].count_ones());
        size += choices * choices / 2;
        for slot in (0..slots).filter(|&slot| allowed[meeting] >> slot & 1 == 1) {
            for &seat in seats.iter().filter(|&&seat| (seat as usize) < count) {
                busy[seat as usize * slots + slot] += 1;
            }
        }
    }
    size + busy.iter().map(|&choices| choices * choices / 2 + choices * 4).sum::<u64>()
}

impl Formula {
    /// Adds all clauses of a problem.
    pub(super) fn build(
        problem: &FixedProblem,
        window: Window,
        switches: Switches,
        clauses: &mut Clauses,
    ) -> Self {
        // A group holds only as long as the rules of its people do.
        let groups = if switches == Switches::None { groups(problem) } else { singles(problem) };
        let mut builder = Builder::new(problem, groups, clauses);
        builder.meetings();
        let (mut gaps, mut switch_of) = (Vec::new(), Vec::new());
        for seat in 0..builder.of_seat.len() {
            let switch = (switches == Switches::Seats).then(|| builder.clauses.fresh());
            builder.clauses.guard_with(switch);
            if seat < problem.people {
                gaps.push(builder.person(seat, window));
            } else {
                builder.seat(seat);
            }
            switch_of.push(switch);
        }
        builder.clauses.guard_with(None);
        builder.tables();
        if switches == Switches::None {
            builder.crowds(&gaps);
        }
        builder.precedences();
        Self { groups: builder.groups, in_slot: builder.in_slot, gaps, switches: switch_of }
    }
}

/// A formula in the making.
pub(super) struct Builder<'a, 'b, 'c> {
    pub(super) problem: &'a FixedProblem,
    pub(super) calendar: Calendar,
    pub(super) clauses: &'b mut Clauses<'c>,
    pub(super) groups: Vec<Group>,
    /// Per group: its slots and their literals.
    in_slot: Vec<Vec<(u32, Lit)>>,
    /// Per seat: its groups.
    pub(super) of_seat: Vec<Vec<usize>>,
    /// How many meetings each person has.
    pub(super) meets: Vec<usize>,
    /// Per seat and slot: busy; `None`: never.
    pub(super) busy: Vec<Vec<Option<Lit>>>,
}

impl<'a, 'b, 'c> Builder<'a, 'b, 'c> {
    fn new(problem: &'a FixedProblem, groups: Vec<Group>, clauses: &'b mut Clauses<'c>) -> Self {
        let (_, count) = seats(problem);
        let mut of_seat = vec![Vec::new(); count];
        for (place, group) in groups.iter().enumerate() {
            for &seat in group.seats.iter().filter(|&&seat| (seat as usize) < count) {
                of_seat[seat as usize].push(place);
            }
        }
        let (calendar, meets) = (calendar(problem), meetings_of_each(problem));
        Self { problem, calendar, clauses, groups, in_slot: Vec::new(), of_seat, meets, busy: Vec::new() }
    }

    /// Every meeting has exactly one slot, every group as many as it has meetings.
    fn meetings(&mut self) {
        for place in 0..self.groups.len() {
            let slots = SlotSet(self.groups[place].slots);
            let row: Vec<(u32, Lit)> = slots.iter().map(|slot| (slot, self.clauses.fresh())).collect();
            let literals: Vec<Lit> = row.iter().map(|&(_, literal)| literal).collect();
            let total = self.groups[place].meetings.len();
            if total == 1 {
                self.clauses.add(literals.iter().copied());
                self.clauses.at_most_one(&literals);
            } else {
                let busy: Vec<Option<Lit>> = literals.into_iter().map(Some).collect();
                self.count_busy(&busy, total);
            }
            self.in_slot.push(row);
        }
    }

    /// The literals of some meetings in a slot.
    pub(super) fn inside(&self, groups: &[usize], slot: u32) -> Vec<Lit> {
        let at = |group: &usize| {
            self.in_slot[*group].iter().find(|&&(it, _)| it == slot).map(|&(_, literal)| literal)
        };
        groups.iter().filter_map(at).collect()
    }

    /// If the later meeting is in a slot, the earlier one is in one before it. Such meetings are in no group with
    /// others.
    fn precedences(&mut self) {
        let mut place_of = vec![0; self.problem.meetings.len()];
        for (place, group) in self.groups.iter().enumerate() {
            for &meeting in &group.meetings {
                place_of[meeting as usize] = place;
            }
        }
        for &(earlier, later) in &self.problem.precedences {
            let [earlier, later] = [earlier, later].map(|it| place_of[it as usize]);
            for place in 0..self.in_slot[later].len() {
                let (slot, here) = self.in_slot[later][place];
                let before: Vec<Lit> = self.in_slot[earlier]
                    .iter()
                    .filter(|&&(it, _)| it < slot)
                    .map(|&(_, literal)| literal)
                    .collect();
                self.clauses.add(before.into_iter().chain([!here]));
            }
        }
    }
}
