//! A schedule under construction: which pair meets in which slot, with every hard constraint kept at every moment.
//!
//! Invariants: `at` and `slot` say the same; `busy[i]` has the bits of `at[i]`; `degree` counts them; `load[s]`
//! counts the meetings of slot `s` that take a free table and never exceeds the pool; `reserved_busy[x]` has the slots in
//! which the reserved tables `x` are all in use, `reserved_load` counts the meetings there; `met` counts each person's meetings with each group where a coverage is asked for; `value` is the
//! sum of pair values, goal gains and filled units, less the price of the idle gaps where they have one.

use crate::model::calendar::Calendar;
use crate::model::coverage::Units;
use crate::model::interpreting::Interpreted;
use crate::model::places::Part;
use crate::model::problem::{NONE, Pair, Problem, QUOTA, UNIT};
use crate::model::quotas::{Crossing, Crossings, Quota};
use crate::model::slots::Mask;

/// No slot.
pub(crate) const UNSET: u8 = u8::MAX;

#[derive(Debug, Clone)]
pub(crate) struct Schedule<'p> {
    pub problem: &'p Problem,
    /// `at[person * slots + slot]`: the pair met then, or [`NONE`].
    pub at: Vec<u32>,
    /// Slot of each pair, or [`UNSET`].
    pub slot: Vec<u8>,
    pub busy: Vec<Mask>,
    pub degree: Vec<u32>,
    pub load: Vec<u32>,
    /// Slots whose tables are all taken.
    pub full: Mask,
    pub reserved_busy: Vec<Mask>,
    /// `reserved_load[x * slots + slot]`.
    reserved_load: Vec<u32>,
    interpreted: Interpreted,
    pub value: i64,
    pub meetings: u64,
    pub crossing: Crossings,
    /// Meetings of each person with each group, as [`crate::model::coverage::Units`] count them; empty without a coverage.
    met: Vec<u32>,
    gap_price: Option<GapPrice>,
}

/// What an idle gap takes from the value, and how gaps are counted.
#[derive(Debug, Clone)]
struct GapPrice {
    each: i64,
    calendar: Calendar,
}

impl<'p> Schedule<'p> {
    pub(crate) fn empty(problem: &'p Problem) -> Schedule<'p> {
        Schedule {
            problem,
            at: vec![NONE; problem.people() * problem.slots],
            slot: vec![UNSET; problem.pairs.len()],
            busy: vec![0; problem.people()],
            degree: vec![0; problem.people()],
            load: vec![0; problem.slots],
            full: crate::model::slots::mask_where(problem.slots, |s| problem.free_tables[s] == 0),
            reserved_busy: vec![0; problem.places.reserved.len()],
            reserved_load: vec![0; problem.places.reserved.len() * problem.slots],
            interpreted: Interpreted::nobody(&problem.speech),
            value: 0,
            meetings: 0,
            crossing: Crossings::default(),
            met: problem.units.as_ref().map_or_else(Vec::new, |units| units.nobody_met()),
            gap_price: None,
        }
    }

    /// Lets each idle gap take this much from the value from now on; 0: gaps count nothing.
    pub(crate) fn price_gaps(&mut self, each: i64) {
        self.value += self.gap_cost();
        let parts = self.problem.input().slots.iter().map(|s| s.part);
        self.gap_price = (each > 0).then(|| GapPrice { each, calendar: Calendar::of_parts(parts) });
        self.value -= self.gap_cost();
    }

    /// What all idle gaps take from the value.
    pub(crate) fn gap_cost(&self) -> i64 {
        let cost = |price: &GapPrice| {
            price.each * self.busy.iter().map(|&busy| i64::from(price.calendar.gaps(busy))).sum::<i64>()
        };
        self.gap_price.as_ref().map_or(0, cost)
    }

    /// What the gaps of a pair's people take more if both are taken in a slot, in which they are free now.
    pub(crate) fn more_gap_cost(&self, pair: &Pair, slot: usize) -> i64 {
        let Some(price) = &self.gap_price else {
            return 0;
        };
        let more = |i: u32| {
            let busy = self.busy[i as usize];
            i64::from(price.calendar.gaps(busy | 1 << slot)) - i64::from(price.calendar.gaps(busy))
        };
        price.each * (more(pair.a) + more(pair.b))
    }

    pub(crate) fn pair(&self, pair: u32) -> &'p Pair {
        &self.problem.pairs[pair as usize]
    }

    pub(crate) fn is_met(&self, pair: u32) -> bool {
        self.slot[pair as usize] != UNSET
    }

    pub(crate) fn met_at(&self, person: u32, slot: usize) -> u32 {
        self.at[person as usize * self.problem.slots + slot]
    }

    /// Slots in which a meeting of the pair would need a table, a booth or an interpreter that is taken, even if both people are
    /// free.
    pub(crate) fn crowded(&self, pair: &Pair) -> Mask {
        self.seatless(pair) | self.interpreted.mute(pair.kind)
    }

    /// Whether all who could interpret for a pair in a slot are taken.
    pub(crate) fn is_mute(&self, pair: &Pair, slot: usize) -> bool {
        self.interpreted.mute(pair.kind) >> slot & 1 == 1
    }

    /// Whether two slots have interpreters for all their meetings after these have changed from one to the other.
    pub(crate) fn hears_exchange(&self, meetings: &[u32], s: usize, t: usize) -> bool {
        let of = |slot: usize| {
            let here = meetings.iter().filter(move |k| self.slot[**k as usize] as usize == slot);
            here.map(|k| self.pair(*k).kind)
        };
        self.interpreted.allows(s, of(s), of(t)) && self.interpreted.allows(t, of(t), of(s))
    }

    fn seatless(&self, pair: &Pair) -> Mask {
        if pair.venue == NONE {
            return self.full;
        }
        let venue = self.problem.venue(pair);
        let of_part = |part: &Part| {
            let full = if part.place.takes_table { self.full } else { 0 };
            part.slots & part.place.tables().fold(full, |all, at| all | self.reserved_busy[at])
        };
        venue.parts.iter().fold(self.full & venue.free, |all, part| all | of_part(part))
    }

    /// Whether the booth or pinned table that a pair needs in a slot is taken.
    pub(crate) fn booth_taken(&self, pair: &Pair, slot: usize) -> bool {
        pair.venue != NONE
            && self.problem.place(pair, slot).tables().any(|at| self.reserved_busy[at] >> slot & 1 == 1)
    }

    /// Slots in which the pair could meet beside everything that is placed, caps left aside.
    pub(crate) fn free(&self, pair: &Pair) -> Mask {
        pair.common & !self.busy[pair.a as usize] & !self.busy[pair.b as usize] & !self.crowded(pair)
    }

    /// Whether both people may have one more meeting.
    pub(crate) fn below_caps(&self, pair: &Pair) -> bool {
        let has_room = |i: u32| self.degree[i as usize] < self.problem.cap[i as usize];
        has_room(pair.a) && has_room(pair.b)
    }

    /// What placing an unplaced pair adds to the value.
    pub(crate) fn gain(&self, pair: &Pair) -> i64 {
        let (a, b) = (pair.a as usize, pair.b as usize);
        pair.value
            + self.quota_gain(pair)
            + UNIT * i64::from(self.units_gain(pair))
            + self.problem.gain(a, self.degree[a] + 1)
            + self.problem.gain(b, self.degree[b] + 1)
    }

    /// How many units of a coverage one more meeting fills.
    fn units_gain(&self, pair: &Pair) -> u32 {
        let gain = |units: &Units| units.gain(&self.met, pair.a as usize, pair.b as usize);
        self.problem.units.as_deref().map_or(0, gain)
    }

    /// The filled units of a coverage.
    pub(crate) fn units(&self) -> u64 {
        let filled = |units: &Units| {
            let met = self.placed().map(|(k, _)| (self.pair(k).a as usize, self.pair(k).b as usize));
            units.filled(met)
        };
        self.problem.units.as_deref().map_or(0, filled)
    }

    /// What one more meeting adds by how much less the quotas miss then; what it takes where they miss more.
    fn quota_gain(&self, pair: &Pair) -> i64 {
        let of = |(at, quota): (usize, Quota)| {
            let (crossing, crosses) = (self.crossing.for_quota(at), u64::from(pair.crossing.counts_for(at)));
            let now = quota.missing(crossing, self.meetings).max(0);
            let less = now - quota.missing(crossing + crosses, self.meetings + 1).max(0);
            if quota.is_share() { QUOTA / 100 * less } else { QUOTA * less }
        };
        self.problem.asked_quotas().map(of).sum()
    }

    /// How much the quotas miss together: crossing meetings, or hundredths of them for a share.
    pub(crate) fn quota_shortfall(&self) -> u64 {
        let missing = |(at, quota): (usize, Quota)| {
            quota.missing(self.crossing.for_quota(at), self.meetings).max(0) as u64
        };
        self.problem.asked_quotas().map(missing).sum()
    }

    /// Places a pair in a slot that [`Schedule::free`] offers.
    pub(crate) fn place(&mut self, pair: u32, slot: usize) {
        self.count(pair);
        self.drop_at(pair, slot);
    }

    /// First half of placing a pair: it counts. [`Schedule::drop_at`] must follow.
    pub(crate) fn count(&mut self, pair: u32) {
        let p = self.pair(pair);
        self.value += self.gain(p);
        self.meetings += 1;
        self.crossing.add(p.crossing);
        if let Some(units) = self.problem.units.as_deref() {
            units.add(&mut self.met, p.a as usize, p.b as usize);
        }
        self.degree[p.a as usize] += 1;
        self.degree[p.b as usize] += 1;
    }

    /// Takes a placed pair out; its slot is returned.
    pub(crate) fn remove(&mut self, pair: u32) -> usize {
        let slot = self.slot[pair as usize] as usize;
        self.lift(pair);
        self.forget(pair);
        slot
    }

    /// Second half of taking a pair out, after [`Schedule::lift`]: it counts no more.
    pub(crate) fn forget(&mut self, pair: u32) {
        let p = self.pair(pair);
        self.slot[pair as usize] = UNSET;
        self.degree[p.a as usize] -= 1;
        self.degree[p.b as usize] -= 1;
        self.meetings -= 1;
        self.crossing.take(p.crossing);
        if let Some(units) = self.problem.units.as_deref() {
            units.take(&mut self.met, p.a as usize, p.b as usize);
        }
        self.value -= self.gain(p);
    }

    /// The same meetings as a schedule of another form of the problem; pairs it does not have are left out.
    pub(crate) fn carried_to<'q>(&self, problem: &'q Problem) -> Schedule<'q> {
        let mut out = Schedule::empty(problem);
        for (k, slot) in self.placed() {
            let p = self.pair(k);
            if let Some(there) = problem.index_of(p.a as usize, p.b as usize) {
                out.place(there, slot);
            }
        }
        out
    }

    /// First half of a change of slot: takes a placed pair out of its slot but not out of the count.
    /// [`Schedule::drop_at`] must follow.
    pub(crate) fn lift(&mut self, pair: u32) {
        let p = self.pair(pair);
        let slot = self.slot[pair as usize] as usize;
        for i in [p.a, p.b] {
            self.at[i as usize * self.problem.slots + slot] = NONE;
            self.busy[i as usize] &= !(1 << slot);
        }
        self.value += self.more_gap_cost(p, slot);
        self.interpreted.release(p.kind, slot);
        let place = self.problem.place(p, slot);
        for at in place.tables() {
            self.reserved_load[at * self.problem.slots + slot] -= 1;
            self.reserved_busy[at] &= !(1 << slot);
        }
        if place.takes_table {
            self.load[slot] -= 1;
            self.full &= !(1 << slot);
        }
    }

    /// Second half of a change of slot.
    pub(crate) fn drop_at(&mut self, pair: u32, slot: usize) {
        let p = self.pair(pair);
        self.slot[pair as usize] = slot as u8;
        self.value -= self.more_gap_cost(p, slot);
        for i in [p.a, p.b] {
            self.at[i as usize * self.problem.slots + slot] = pair;
            self.busy[i as usize] |= 1 << slot;
        }
        self.interpreted.take(p.kind, slot);
        let place = self.problem.place(p, slot);
        for at in place.tables() {
            let load = &mut self.reserved_load[at * self.problem.slots + slot];
            *load += 1;
            if *load >= self.problem.places.reserved[at].room[slot] {
                self.reserved_busy[at] |= 1 << slot;
            }
        }
        if place.takes_table {
            self.load[slot] += 1;
            if self.load[slot] >= self.problem.free_tables[slot] {
                self.full |= 1 << slot;
            }
        }
    }

    /// The placed pairs with their slots, by pair.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (u32, usize)> {
        self.slot.iter().enumerate().filter(|(_, s)| **s != UNSET).map(|(k, s)| (k as u32, *s as usize))
    }

    /// Whether all quotas hold.
    pub(crate) fn quotas_hold(&self) -> bool {
        self.missed_quotas().next().is_none()
    }

    /// The quotas that do not hold, by their place in the input.
    pub(crate) fn missed_quotas(&self) -> impl Iterator<Item = usize> {
        let holds = |at: usize, quota: Quota| quota.holds(self.crossing.for_quota(at), self.meetings);
        self.problem.asked_quotas().filter(move |&(at, quota)| !holds(at, quota)).map(|(at, _)| at)
    }

    /// Whether all shares hold, and no count is further away than with what crossed `before`.
    pub(crate) fn quotas_hold_beside(&self, before: &Crossings) -> bool {
        self.problem.asked_quotas().all(|(at, quota)| {
            let crossing = self.crossing.for_quota(at);
            quota.holds(crossing, self.meetings) || (!quota.is_share() && crossing >= before.for_quota(at))
        })
    }

    /// Whether one more meeting keeps the shares, or brings those nearer that it may break.
    pub(crate) fn quotas_allow(&self, crossing: Crossing) -> bool {
        self.problem.asked_quotas().all(|(at, quota)| {
            let crosses = crossing.counts_for(at);
            crosses || !quota.is_share() || quota.holds(self.crossing.for_quota(at), self.meetings + 1)
        })
    }

    /// Of some free slots, the one with most tables left (unlimited ones count by load), the earliest of equals.
    pub(crate) fn emptiest(&self, slots: Mask) -> Option<usize> {
        crate::model::slots::slots_of(slots).max_by_key(|&s| {
            (i64::from(self.problem.free_tables[s]) - i64::from(self.load[s]), std::cmp::Reverse(s))
        })
    }
}
