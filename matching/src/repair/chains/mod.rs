//! Puts one more meeting into an announced schedule: what is in its way goes elsewhere, which may push others on (ejection
//! chains: Glover, Discrete Appl. Math. 65, 1996), searched depth first with as few moves of announced meetings as possible.
//!
//! Invariants: an announced meeting always takes place, in its announced slot or moved; `moved` counts the moved ones and
//! never exceeds the limit of a search that succeeded; after a change no meeting is away from an announced slot that is free.

use self::steps::Edit;
use crate::algorithms::random::Random;
use crate::model::frozen::FrozenSet;
use crate::model::problem::{GOAL, NONE, Pair};
use crate::model::schedule::{Schedule, UNSET};
use crate::model::slots::{Mask, slots_of};
use crate::model::solution::Meeting;
use crate::search::partner::best_free_partner;

mod steps;
mod tables;

/// A schedule that keeps the meetings of an announced one, with a log of what to undo.
pub(super) struct Chains<'p> {
    pub schedule: Schedule<'p>,
    /// Announced meetings that are not in their announced slot.
    pub moved: u64,
    /// Looked-at slots of meetings, the measure of work.
    pub work: u64,
    pub random: Random,
    /// Slots that may change.
    pub open: Mask,
    /// Announced slot of each pair, or [`UNSET`].
    announced: Vec<u8>,
    /// Pair announced for a person and slot, or [`NONE`].
    announced_at: Vec<u32>,
    /// Announced meetings that stay where they are.
    frozen: Vec<bool>,
    /// Meetings that were not announced.
    pub new: Vec<u32>,
    log: Vec<Edit>,
    /// Meetings lifted out of their slots that still need another one.
    pending: Vec<u32>,
    /// Pending ones lifted out of their announced slot: each will be one more move.
    displaced: u64,
    /// Last search that gave the pair its slot: within one search nothing is given two.
    settled: Vec<u32>,
    search: u32,
    /// Work at which the present search is given up.
    patience: u64,
}

impl<'p> Chains<'p> {
    /// The meetings of the schedule are announced from now on; what is frozen or pinned does not move.
    pub(super) fn new(schedule: Schedule<'p>, set: &FrozenSet, seed: u64) -> Chains<'p> {
        let mut frozen = vec![false; schedule.problem.pairs.len()];
        for (k, slot) in schedule.placed() {
            let p = schedule.pair(k);
            let meeting = Meeting { a: p.a as usize, b: p.b as usize, slot, table: None };
            frozen[k as usize] = p.pinned || set.contains(&meeting);
        }
        Chains {
            moved: 0,
            work: 0,
            random: Random::new(seed),
            announced: schedule.slot.clone(),
            announced_at: schedule.at.clone(),
            frozen,
            open: !set.slots,
            new: Vec::new(),
            log: Vec::new(),
            pending: Vec::new(),
            displaced: 0,
            settled: vec![0; schedule.slot.len()],
            search: 0,
            patience: 0,
            schedule,
        }
    }

    /// Places an unplaced pair in a slot if no more than `limit` announced meetings are moved then, and if a way is found
    /// within `patience` work. People at their cap give up a meeting that is not announced, and those who lose one take their
    /// best free partner. False, with nothing changed, if no way was found; else [`Chains::undo`] takes it back.
    pub(super) fn insert(&mut self, pair: u32, slot: usize, limit: u64, patience: u64) -> bool {
        let p = self.schedule.pair(pair);
        let missing = self.schedule.quota_shortfall();
        self.begin();
        self.patience = self.work + patience;
        let room = [p.a, p.b].into_iter().all(|i| self.has_room(i, slot));
        let found = room
            && [p.a, p.b].into_iter().all(|i| self.lift_in_way(i, slot))
            && (self.schedule.crowded(p) >> slot & 1 == 0 || self.free_table(p, slot, limit))
            && {
                self.place(pair, slot);
                self.settle(limit)
            };
        if found {
            self.take_partners();
            self.return_to_announced();
        }
        if found && self.schedule.quota_shortfall() <= missing {
            return true;
        }
        self.undo();
        false
    }

    /// Gives a meeting up that was not announced, and with it the moves that made room for it.
    pub(super) fn withdraw(&mut self, pair: u32) -> bool {
        let missing = self.schedule.quota_shortfall();
        self.begin();
        if self.announced[pair as usize] != UNSET {
            return false;
        }
        self.lift(pair);
        self.forget(pair);
        self.return_to_announced();
        self.take_partners();
        if self.schedule.quota_shortfall() <= missing {
            return true;
        }
        self.undo();
        false
    }

    /// Takes back what the last call changed.
    pub(super) fn undo(&mut self) {
        self.undo_to(0);
        self.pending.clear();
        self.displaced = 0;
    }

    /// Places what is free as it is.
    pub(super) fn add(&mut self, pair: u32, slot: usize) {
        self.begin();
        self.place(pair, slot);
    }

    /// Whether somebody may have more meetings than were announced.
    pub(super) fn has_room_of_old(&self, person: u32) -> bool {
        let i = person as usize;
        let problem = self.schedule.problem;
        problem.slots < self.idle_of_old(person).count_ones() as usize + problem.cap[i] as usize
    }

    /// Slots in which nothing was announced for somebody.
    pub(super) fn idle_of_old(&self, person: u32) -> Mask {
        let slots = self.schedule.problem.slots;
        let mine = &self.announced_at[person as usize * slots..(person as usize + 1) * slots];
        crate::model::slots::mask_where(slots, |s| mine[s] == NONE)
    }

    /// Whether the pair is one of the announced.
    pub(super) fn is_announced(&self, pair: u32) -> bool {
        self.announced[pair as usize] != UNSET
    }

    fn begin(&mut self) {
        self.log.clear();
        self.pending.clear();
        self.displaced = 0;
        self.search += 1;
    }

    /// Whether somebody may have one more meeting, after giving up one that was not announced if need be: the one in the
    /// slot, else the least valuable.
    fn has_room(&mut self, person: u32, slot: usize) -> bool {
        let schedule = &self.schedule;
        if schedule.degree[person as usize] < schedule.problem.cap[person as usize] {
            return true;
        }
        let new = |k: &u32| self.announced[*k as usize] == UNSET && self.settled[*k as usize] != self.search;
        let there = Some(schedule.met_at(person, slot)).filter(|&k| k != NONE && new(&k));
        let worst = || {
            slots_of(schedule.busy[person as usize] & self.open)
                .map(|s| schedule.met_at(person, s))
                .filter(new)
                .min_by_key(|&k| schedule.pair(k).value)
        };
        let Some(k) = there.or_else(worst) else {
            return false;
        };
        self.lift(k);
        self.forget(k);
        true
    }

    fn may_move(&self, pair: u32) -> bool {
        !self.frozen[pair as usize] && self.settled[pair as usize] != self.search
    }

    /// Lifts what somebody has in a slot; false if that must stay.
    fn lift_in_way(&mut self, person: u32, slot: usize) -> bool {
        let k = self.schedule.met_at(person, slot);
        if k == NONE {
            return true;
        }
        let may = self.may_move(k);
        if may {
            self.lift(k);
            self.pending.push(k);
        }
        may
    }

    /// Gives every pending meeting a slot, pushing others on as far as the limit allows.
    fn settle(&mut self, limit: u64) -> bool {
        if self.moved + self.displaced > limit {
            return false;
        }
        let Some(pair) = self.pending.pop() else {
            return true;
        };
        let mark = self.log.len();
        let p = self.schedule.pair(pair);
        let (from, announced) = (self.schedule.slot[pair as usize], self.announced[pair as usize]);
        let was_displaced = u64::from(from == announced);
        self.displaced -= was_displaced;
        let usable = p.common & self.open & !(1 << from);
        // The announced slot first, then where nobody is in the way.
        let in_announced = if announced == UNSET { 0 } else { usable & 1 << announced };
        let elsewhere = if announced == UNSET || self.moved + self.displaced < limit {
            usable & !in_announced
        } else {
            0
        };
        let free = self.schedule.free(p);
        for slots in [in_announced & free, elsewhere & free, (elsewhere | in_announced) & !free] {
            if self.work >= self.patience {
                break;
            }
            for slot in self.turned(slots) {
                self.work += 1;
                let (waiting, displaced) = (self.pending.len(), self.displaced);
                if self.clear(p, slot, limit) {
                    self.drop_at(pair, slot);
                    if self.settle(limit) {
                        return true;
                    }
                }
                self.undo_to(mark);
                self.pending.truncate(waiting);
                self.displaced = displaced;
            }
        }
        if announced == UNSET {
            self.forget(pair);
            if self.settle(limit) {
                return true;
            }
            self.undo_to(mark);
        }
        self.pending.push(pair);
        self.displaced += was_displaced;
        false
    }

    /// Lifts what is in the way of a pair in a slot.
    fn clear(&mut self, pair: &Pair, slot: usize, limit: u64) -> bool {
        self.lift_in_way(pair.a, slot)
            && self.lift_in_way(pair.b, slot)
            && (self.schedule.crowded(pair) >> slot & 1 == 0 || self.free_table(pair, slot, limit))
    }

    /// The slots of a mask from a random one on.
    fn turned(&mut self, slots: Mask) -> impl Iterator<Item = usize> + use<> {
        let count = slots.count_ones();
        let first = if count > 1 { self.random.below(self.schedule.problem.slots) as u32 } else { 0 };
        slots_of(slots.rotate_right(first)).map(move |s| (s + first as usize) % 128)
    }

    /// Those who gave up a meeting take their best free partner.
    fn take_partners(&mut self) {
        let given_up: Vec<u32> = (self.log.iter())
            .filter_map(|step| if let Edit::Forgotten(k, _) = step { Some(*k) } else { None })
            .collect();
        for k in given_up {
            let p = self.schedule.pair(k);
            self.take_partner(p.a);
            self.take_partner(p.b);
        }
    }

    fn take_partner(&mut self, person: u32) {
        let schedule = &self.schedule;
        let problem = schedule.problem;
        let i = person as usize;
        let idle = problem.open[i] & !schedule.busy[i] & self.open;
        if schedule.degree[i] >= problem.cap[i] || idle == 0 {
            return;
        }
        let mut looked = 0;
        let found = best_free_partner(
            schedule,
            person,
            |p, best| p.value + 3 * GOAL <= best.unwrap_or(0),
            |_| {
                looked += 1;
                idle
            },
            |p, _| schedule.gain(p),
        );
        self.work += looked;
        if let Some((k, free)) = found
            && let Some(slot) = self.turned(free).next()
        {
            self.place(k, slot);
        }
    }

    /// Moved meetings return to their announced slots where these have become free.
    fn return_to_announced(&mut self) {
        let mut next = 0;
        while next < self.log.len() {
            if let Edit::Lifted(k, slot) = self.log[next] {
                let p = self.schedule.pair(k);
                for i in [p.a, p.b] {
                    self.return_one(
                        self.announced_at[i as usize * self.schedule.problem.slots + slot as usize],
                    );
                }
            }
            next += 1;
        }
    }

    fn return_one(&mut self, pair: u32) {
        if pair == NONE || self.schedule.slot[pair as usize] == self.announced[pair as usize] {
            return;
        }
        let (announced, p) = (self.announced[pair as usize] as usize, self.schedule.pair(pair));
        if self.schedule.free(p) >> announced & 1 == 1 {
            self.lift(pair);
            self.drop_at(pair, announced);
        }
    }

    fn is_moved(&self, pair: u32, slot: u8) -> bool {
        let announced = self.announced[pair as usize];
        announced != UNSET && announced != slot
    }
}
