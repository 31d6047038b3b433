//! The problem as clauses, after the MaxSAT model of JAIR 74 (2022) 263-301, section 5: a variable per meeting
//! and slot, one per person and slot (is busy), one per person and possible gap, and the two implied counts
//! that make proofs possible: a person is busy in as many slots as there are meetings of theirs, and a slot
//! has no more meetings than tables.
//!
//! Two things differ from the paper. Tables are counted over *hubs* too: every meeting is assigned to one of
//! its people, meetings of one hub exclude each other, so a slot's meetings are its busy hubs, of which there
//! are far fewer than people. And gaps are counted per person first, so that a search can reason about
//! people ("one of these three must have a gap") and not about slots.

use super::super::board::{allowed, seats};
use super::super::calendar::Calendar;
use super::super::problem::{BreakRule, FixedProblem};
use super::clauses::{Clauses, Lit};

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
    /// Per meeting: its slots and their literals.
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
        let (seats, count) = seats(problem);
        let mut builder = Builder {
            problem,
            calendar: Calendar::new(problem),
            clauses,
            in_slot: Vec::new(),
            of_seat: vec![Vec::new(); count],
            busy: Vec::new(),
        };
        for (meeting, seats) in seats.iter().enumerate() {
            for &seat in seats.iter().filter(|&&seat| (seat as usize) < count) {
                builder.of_seat[seat as usize].push(meeting);
            }
        }
        builder.meetings();
        let mut formula = Self { in_slot: Vec::new(), gaps: Vec::new(), switches: Vec::new() };
        for seat in 0..count {
            let switch = (switches == Switches::Seats).then(|| builder.clauses.fresh());
            builder.clauses.guard_with(switch);
            let done = builder.seat(seat);
            if seat < problem.people {
                formula.gaps.push(builder.gaps(seat, &done, window));
            }
            formula.switches.push(switch);
        }
        builder.clauses.guard_with(None);
        builder.tables();
        builder.precedences();
        formula.in_slot = builder.in_slot;
        formula
    }
}

struct Builder<'a, 'b, 'c> {
    problem: &'a FixedProblem,
    calendar: Calendar,
    clauses: &'b mut Clauses<'c>,
    in_slot: Vec<Vec<(u32, Lit)>>,
    of_seat: Vec<Vec<usize>>,
    /// Per seat and slot: busy; `None`: never.
    busy: Vec<Vec<Option<Lit>>>,
}

impl Builder<'_, '_, '_> {
    /// Every meeting has exactly one slot.
    fn meetings(&mut self) {
        for slots in allowed(self.problem) {
            let row: Vec<(u32, Lit)> = (0..self.problem.slots.len() as u32)
                .filter(|slot| slots >> slot & 1 == 1)
                .map(|slot| (slot, self.clauses.fresh()))
                .collect();
            let literals: Vec<Lit> = row.iter().map(|&(_, literal)| literal).collect();
            self.clauses.add(literals.iter().copied());
            self.clauses.at_most_one(&literals);
            self.in_slot.push(row);
        }
    }

    /// The literals of some meetings in a slot.
    fn inside(&self, meetings: &[usize], slot: u32) -> Vec<Lit> {
        let at = |meeting: &usize| {
            self.in_slot[*meeting].iter().find(|&&(it, _)| it == slot).map(|&(_, literal)| literal)
        };
        meetings.iter().filter_map(at).collect()
    }

    /// One meeting a slot, and busy in as many slots as there are meetings. Returns, per slot, the literal
    /// "all meetings are over after this slot" (`None`: cannot be).
    fn seat(&mut self, seat: usize) -> Vec<Option<Lit>> {
        let meetings = self.of_seat[seat].clone();
        let mut busy = Vec::with_capacity(self.problem.slots.len());
        for slot in 0..self.problem.slots.len() as u32 {
            let literals = self.inside(&meetings, slot);
            self.clauses.at_most_one(&literals);
            busy.push(self.clauses.any_of(&literals));
        }
        let done = self.count_busy(&busy, meetings.len());
        self.busy.push(busy);
        done
    }

    /// Exactly `total` busy slots, by a sequential counter (Sinz, CP 2005): `reached[k]` after each slot
    /// says that more than k slots were busy up to it.
    fn count_busy(&mut self, busy: &[Option<Lit>], total: usize) -> Vec<Option<Lit>> {
        let mut done = vec![None; busy.len()];
        let Some(last) = total.checked_sub(1) else {
            return done;
        };
        let mut reached: Vec<Option<Lit>> = vec![None; total];
        for (slot, &now) in busy.iter().enumerate() {
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
            done[slot] = reached[last];
        }
        // Where so many busy slots cannot be, this is the empty clause.
        self.clauses.add(reached[last]);
        done
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
    fn gaps(&mut self, person: usize, done: &[Option<Lit>], window: Window) -> Vec<Lit> {
        let busy = self.busy[person].clone();
        let later = self.busy_later(&busy, done);
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
        if let Some(most) = window.most
            && let Some(&over) = count.get(most)
        {
            self.clauses.add([!over]);
        }
        self.clauses.bind_below(&begins, window.least);
        count
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

    /// No more meetings in a slot than tables, counted over hubs.
    fn tables(&mut self) {
        let hubs = self.hubs();
        for slot in 0..self.problem.slots.len() {
            let Some(tables) = self.problem.slots[slot].tables else {
                continue;
            };
            let tables = tables as usize;
            let mut literals = Vec::new();
            for (seat, meetings) in &hubs {
                let whole = meetings.len() == self.of_seat[*seat].len();
                let inside = self.inside(meetings, slot as u32);
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

    fn no_more_than(&mut self, literals: &[Lit], most: usize) {
        if literals.len() > most {
            let count = self.clauses.count(literals, most + 1);
            self.clauses.add([!count[most]]);
        }
    }

    /// Every meeting with one of its people: the person with most meetings left takes all of them.
    fn hubs(&self) -> Vec<(usize, Vec<usize>)> {
        let mut free = vec![true; self.in_slot.len()];
        let mut hubs = Vec::new();
        loop {
            let left = |seat: usize| self.of_seat[seat].iter().filter(|&&it| free[it]).count();
            let most = (0..self.problem.people).map(|seat| (left(seat), std::cmp::Reverse(seat))).max();
            let Some((1.., std::cmp::Reverse(seat))) = most else {
                return hubs;
            };
            let meetings: Vec<usize> = self.of_seat[seat].iter().copied().filter(|&it| free[it]).collect();
            for &meeting in &meetings {
                free[meeting] = false;
            }
            hubs.push((seat, meetings));
        }
    }

    /// If the later meeting is in a slot, the earlier one is in one before it.
    fn precedences(&mut self) {
        for &(earlier, later) in &self.problem.precedences {
            for place in 0..self.in_slot[later as usize].len() {
                let (slot, here) = self.in_slot[later as usize][place];
                let before: Vec<Lit> = self.in_slot[earlier as usize]
                    .iter()
                    .filter(|&&(it, _)| it < slot)
                    .map(|&(_, literal)| literal)
                    .collect();
                self.clauses.add(before.into_iter().chain([!here]));
            }
        }
    }
}
