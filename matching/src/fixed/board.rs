//! A schedule while it is worked on: who sits where in each slot, and what it costs.
//!
//! Invariants: a seat (a person, or a booth, which is one more participant of its meetings) has at most one
//! meeting a slot; a placed meeting is in one of its own slots; no slot has more meetings than tables; every
//! precedence between two placed meetings is kept; `cost` is the sum of the people's costs.

use super::problem::{BreakRule, FixedProblem, SlotSet};
use crate::algorithms::kempe::Chain;
use crate::algorithms::random::Random;
use crate::model::calendar::Calendar;

/// No seat, no meeting.
pub(super) const NONE: u32 = u32::MAX;

/// The cost of one gap.
pub(super) const GAP: i64 = 4;

/// The cost of one gap above the fairness limit, beside that of the gap.
const UNFAIR: i64 = 12;

/// What a part without a meeting costs a person where table changes matter: somebody who meets in more
/// parts has fewer meetings in a row, and so fewer changes. Less than a gap, so that it only breaks ties.
const SPREAD: i64 = 1;

/// A schedule of a problem, complete or not.
pub(super) struct Board<'a> {
    pub(super) problem: &'a FixedProblem,
    pub(super) calendar: Calendar,
    /// The seats of each meeting: its two people and its booth, if any.
    pub(super) seats: Vec<[u32; 3]>,
    /// The slots each meeting may be in: its own, less those without its table.
    pub(super) allowed: Vec<u128>,
    /// The slots of each seat that are taken.
    pub(super) occupied: Vec<u128>,
    /// The meeting of each seat and slot.
    at: Vec<u32>,
    /// The slot of each meeting, or [`NONE`].
    pub(super) slot: Vec<u32>,
    /// Meetings in each slot.
    pub(super) load: Vec<u32>,
    /// Tables of each slot.
    pub(super) tables: Vec<u32>,
    /// The cost of all people.
    pub(super) cost: i64,
    /// Meetings without a slot.
    pub(super) unplaced: Vec<u32>,
    before: Vec<Vec<u32>>,
    after: Vec<Vec<u32>>,
    fairness: Option<u32>,
    spread: i64,
}

impl<'a> Board<'a> {
    /// An empty board. The fairness limit is taken as "no person has more gaps than this", which is what it
    /// says wherever somebody has none.
    pub(super) fn new(problem: &'a FixedProblem) -> Self {
        let (seats, count) = seats(problem);
        let slots = problem.slots.len();
        let limited = problem.slots.iter().any(|slot| slot.tables.is_some());
        let spreads = limited && problem.break_rule == BreakRule::IdleGapsWithinPart;
        let meetings = problem.meetings.len();
        let ordered = if problem.precedences.is_empty() { 0 } else { meetings };
        let mut board = Self {
            problem,
            calendar: calendar(problem),
            seats,
            allowed: allowed(problem),
            occupied: vec![0; count],
            at: vec![NONE; count * slots],
            slot: vec![NONE; meetings],
            load: vec![0; slots],
            tables: problem.slots.iter().map(|slot| slot.tables.unwrap_or(u32::MAX)).collect(),
            cost: 0,
            unplaced: (0..meetings as u32).collect(),
            before: vec![Vec::new(); ordered],
            after: vec![Vec::new(); ordered],
            fairness: problem.fairness,
            spread: if spreads { SPREAD } else { 0 },
        };
        for &(earlier, later) in &problem.precedences {
            if earlier == later {
                // Nothing is before itself: such a meeting never gets a slot.
                board.allowed[earlier as usize] = 0;
            }
            board.before[later as usize].push(earlier);
            board.after[earlier as usize].push(later);
        }
        board
    }

    /// The meeting of a seat in a slot.
    pub(super) fn meeting_at(&self, seat: u32, slot: u32) -> Option<u32> {
        let meeting = self.at[seat as usize * self.load.len() + slot as usize];
        (meeting != NONE).then_some(meeting)
    }

    /// What a seat costs with these slots taken.
    pub(super) fn cost_of(&self, seat: u32, occupied: u128) -> i64 {
        if seat as usize >= self.problem.people {
            return 0;
        }
        let gaps = self.calendar.gaps(occupied);
        let over = self.fairness.map_or(0, |limit| gaps.saturating_sub(limit));
        let spread =
            if self.spread == 0 { 0 } else { self.spread * i64::from(self.calendar.parts_used(occupied)) };
        GAP * i64::from(gaps) + UNFAIR * i64::from(over) - spread
    }

    /// Whether no schedule can cost less: nobody has a gap, and nothing else counts.
    pub(super) fn is_perfect(&self) -> bool {
        self.cost == 0 && self.spread == 0 && self.unplaced.is_empty()
    }

    /// The gaps of all people.
    pub(super) fn gaps(&self) -> u64 {
        self.occupied[..self.problem.people].iter().map(|&it| u64::from(self.calendar.gaps(it))).sum()
    }

    /// The slots a meeting could be put in now without moving another.
    pub(super) fn open_slots(&self, meeting: u32) -> u128 {
        let taken = self.real_seats(meeting).fold(0, |taken, seat| taken | self.occupied[seat as usize]);
        let has_table = |slot: u32| self.load[slot as usize] < self.tables[slot as usize];
        let fits = |slot: &u32| has_table(*slot) && self.in_order(meeting, *slot);
        SlotSet::of(SlotSet(self.allowed[meeting as usize] & !taken).iter().filter(fits)).0
    }

    /// Whether the precedences of a meeting allow the slot, the others being where they are.
    pub(super) fn in_order(&self, meeting: u32, slot: u32) -> bool {
        if self.before.is_empty() {
            return true;
        }
        let meeting = meeting as usize;
        self.before[meeting].iter().all(|&it| self.slot[it as usize] == NONE || self.slot[it as usize] < slot)
            && self.after[meeting]
                .iter()
                .all(|&it| self.slot[it as usize] == NONE || self.slot[it as usize] > slot)
    }

    /// The placed meetings that must not stay if this one is put in the slot.
    pub(super) fn in_the_way(&self, meeting: u32, slot: u32) -> Vec<u32> {
        let mut found: Vec<u32> =
            self.real_seats(meeting).filter_map(|seat| self.meeting_at(seat, slot)).collect();
        if !self.before.is_empty() {
            let placed = |it: &&u32| self.slot[**it as usize] != NONE;
            let meeting = meeting as usize;
            found.extend(
                self.before[meeting].iter().filter(placed).filter(|&&it| self.slot[it as usize] >= slot),
            );
            found.extend(
                self.after[meeting].iter().filter(placed).filter(|&&it| self.slot[it as usize] <= slot),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(super) fn real_seats(&self, meeting: u32) -> impl Iterator<Item = u32> + use<> {
        self.seats[meeting as usize].into_iter().filter(|&seat| seat != NONE)
    }

    /// Puts an unplaced meeting in a slot that is open to it.
    pub(super) fn place(&mut self, meeting: u32, slot: u32) {
        self.unplaced.retain(|&it| it != meeting);
        self.set(meeting, slot);
    }

    /// Takes a placed meeting off the board.
    pub(super) fn remove(&mut self, meeting: u32) {
        self.clear(meeting);
        self.unplaced.push(meeting);
    }

    /// Makes the unplaced meetings those without a slot, after many were set at once.
    pub(super) fn recount_unplaced(&mut self) {
        self.unplaced = (0..self.slot.len() as u32).filter(|&it| self.slot[it as usize] == NONE).collect();
    }

    /// Places a meeting without keeping the list of unplaced ones.
    pub(super) fn set(&mut self, meeting: u32, slot: u32) {
        for seat in self.real_seats(meeting) {
            self.at[seat as usize * self.load.len() + slot as usize] = meeting;
            self.toggle(seat, 1 << slot);
        }
        self.slot[meeting as usize] = slot;
        self.load[slot as usize] += 1;
    }

    fn clear(&mut self, meeting: u32) {
        let slot = self.slot[meeting as usize];
        for seat in self.real_seats(meeting) {
            self.at[seat as usize * self.load.len() + slot as usize] = NONE;
            self.toggle(seat, 1 << slot);
        }
        self.slot[meeting as usize] = NONE;
        self.load[slot as usize] -= 1;
    }

    fn toggle(&mut self, seat: u32, bits: u128) {
        let old = self.occupied[seat as usize];
        self.occupied[seat as usize] = old ^ bits;
        self.cost += self.cost_of(seat, old ^ bits) - self.cost_of(seat, old);
    }

    /// Collects the Kempe chain of a placed meeting and another slot: the meetings that must change between
    /// the two slots if this one does. `false` if one of them may not, if a slot would have too few tables,
    /// or if the chain is longer than `longest`. Meetings looked at are added to `work`.
    pub(super) fn find_chain(
        &self,
        meeting: u32,
        to: u32,
        longest: usize,
        chain: &mut Chain,
        work: &mut u64,
    ) -> bool {
        let from = self.slot[meeting as usize];
        let mut arriving = 0_i64;
        let found = chain.collect(meeting, longest, |it, others| {
            *work += 1;
            let target = if self.slot[it as usize] == from { to } else { from };
            arriving += if target == to { 1 } else { -1 };
            others.extend(self.real_seats(it).filter_map(|seat| self.meeting_at(seat, target)));
            self.allowed[it as usize] >> target & 1 == 1
        });
        let fits = |slot: u32, more: i64| {
            more <= 0 || i64::from(self.load[slot as usize]) + more <= i64::from(self.tables[slot as usize])
        };
        found && fits(to, arriving) && fits(from, -arriving) && self.chain_in_order(chain, from, to)
    }

    fn chain_in_order(&self, chain: &Chain, from: u32, to: u32) -> bool {
        if self.before.is_empty() {
            return true;
        }
        let slot = |it: u32| {
            let slot = self.slot[it as usize];
            let moves = chain.contains(it);
            if !moves {
                slot
            } else if slot == from {
                to
            } else {
                from
            }
        };
        let kept = |earlier: u32, later: u32| {
            slot(earlier) == NONE || slot(later) == NONE || slot(earlier) < slot(later)
        };
        chain.items.iter().all(|&it| {
            self.before[it as usize].iter().all(|&earlier| kept(earlier, it))
                && self.after[it as usize].iter().all(|&later| kept(it, later))
        })
    }

    /// What the cost changes by if the chain changes between the slots. Only the seats at its ends count: a
    /// seat with a meeting in both slots keeps both slots.
    pub(super) fn chain_delta(&self, chain: &[u32], from: u32, to: u32) -> i64 {
        let both = 1_u128 << from | 1_u128 << to;
        let ends = chain.iter().flat_map(|&it| self.real_seats(it));
        ends.map(|seat| {
            let old = self.occupied[seat as usize];
            if old & both == both { 0 } else { self.cost_of(seat, old ^ both) - self.cost_of(seat, old) }
        })
        .sum()
    }

    /// Changes the meetings of a chain between the two slots.
    pub(super) fn swap_chain(&mut self, chain: &[u32], from: u32, to: u32) {
        let width = self.load.len();
        let both = 1_u128 << from | 1_u128 << to;
        for &it in chain {
            let old = self.slot[it as usize];
            for seat in self.real_seats(it) {
                let there = &mut self.at[seat as usize * width + old as usize];
                // The partner of the chain may already have taken the place.
                if *there == it {
                    *there = NONE;
                }
            }
            let new = if old == from { to } else { from };
            for seat in self.real_seats(it) {
                self.at[seat as usize * width + new as usize] = it;
            }
            self.slot[it as usize] = new;
            self.load[old as usize] -= 1;
            self.load[new as usize] += 1;
        }
        for &it in chain {
            for seat in self.real_seats(it) {
                let old = self.occupied[seat as usize];
                let row = seat as usize * width;
                let now = u128::from(self.at[row + from as usize] != NONE) << from
                    | u128::from(self.at[row + to as usize] != NONE) << to;
                self.toggle(seat, (old & both) ^ now);
            }
        }
    }

    /// Takes over a schedule that keeps all rules.
    pub(super) fn restore(&mut self, slots: &[u32]) {
        for meeting in 0..self.slot.len() as u32 {
            if self.slot[meeting as usize] != NONE && self.slot[meeting as usize] != slots[meeting as usize] {
                self.clear(meeting);
            }
        }
        for (meeting, &slot) in slots.iter().enumerate() {
            if slot != NONE && self.slot[meeting] == NONE {
                self.set(meeting as u32, slot);
            }
        }
        self.recount_unplaced();
    }
}

/// The calendar under the break rule of a problem: with runs across, the event is one part.
pub(super) fn calendar(problem: &FixedProblem) -> Calendar {
    let across = problem.break_rule == BreakRule::RunsAcross;
    Calendar::of_parts(problem.slots.iter().map(|slot| if across { 0 } else { slot.part }))
}

/// One of the slots of a mask that is not empty.
pub(super) fn pick(random: &mut Random, mut mask: u128) -> u32 {
    for _ in 0..random.below(mask.count_ones() as usize) {
        mask &= mask - 1;
    }
    mask.trailing_zeros()
}

/// The seats of each meeting and their number: people first, then one seat for each booth.
pub(super) fn seats(problem: &FixedProblem) -> (Vec<[u32; 3]>, usize) {
    let mut booths: Vec<u32> = problem.meetings.iter().filter_map(|it| it.table).collect();
    booths.sort_unstable();
    booths.dedup();
    let seat =
        |table: u32| booths.binary_search(&table).map_or(NONE, |place| (problem.people + place) as u32);
    let seats = problem.meetings.iter().map(|it| [it.a, it.b, it.table.map_or(NONE, seat)]).collect();
    (seats, problem.people + booths.len())
}

/// The slots each meeting may be in: its own, less those that have no table or not the one it needs.
pub(super) fn allowed(problem: &FixedProblem) -> Vec<u128> {
    let open = |table: u32| {
        let slots = (0..).zip(&problem.slots);
        SlotSet::of(slots.filter(|(_, slot)| slot.tables.is_none_or(|tables| table < tables)).map(|it| it.0))
            .0
    };
    let any = open(0);
    problem.meetings.iter().map(|it| it.slots.0 & it.table.map_or(any, open)).collect()
}
