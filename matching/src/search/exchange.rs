//! Simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) by ejection chains (Glover, Ejection chains,
//! reference structures and alternating path methods for traveling salesman problems, Discrete Appl. Math. 65, 1996).
//!
//! A move inserts one pair in one slot, ejects the meetings in the way, puts each ejected meeting into another slot that
//! is free for it, and lets everyone who lost a meeting take their best free partner. A worse result is undone with the
//! probability the temperature says. Between them two-slot Kempe chains are turned, which costs nothing and opens new
//! ways. Integers only.

use crate::alarm::Alarm;
use crate::algorithms::chance::Chance;
use crate::algorithms::kempe::Chain;
use crate::algorithms::random::Random;
use crate::model::problem::{GOAL, NONE, Pair, UNIT};
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::plan::colouring::{find_chain, turn};
use crate::search::partner::best_free_partner;
use crate::tuning::improve::{ASKED_FOR_TABLE, CHAIN_EVERY, COMPARED_FOR_TABLE, DEPTH};

/// The moves of one schedule, with their memory of what to undo.
pub(crate) struct Exchange {
    random: Random,
    chance: Chance,
    /// Pairs worth trying, by their prices.
    pub promising: Vec<(u32, u8)>,
    /// Slots of each pair that are worth trying.
    pub good: Vec<Mask>,
    /// Pairs that must stay where they are.
    frozen: Vec<bool>,
    /// What was done: (pair, slot before, slot after), a missing slot as `NOWHERE`.
    log: Vec<(u32, u8, u8)>,
    ejected: Vec<u32>,
    chain: Chain,
    /// People with fewer meetings than their goal: their partners' gains differ.
    below: i64,
}

const NOWHERE: u8 = u8::MAX;

/// Moves between two looks at the alarm, and elementary steps of each, about.
const BETWEEN_LOOKS: u64 = 512;
const STEPS_OF_MOVE: u64 = 40;

impl Exchange {
    pub(crate) fn new(seed: u64, schedule: &Schedule, good: Vec<Mask>) -> Exchange {
        let mut exchange = Exchange {
            random: Random::new(seed),
            chance: Chance::new(),
            promising: (0u32..)
                .zip(&good)
                .flat_map(|(k, &m)| slots_of(m).map(move |s| (k, s as u8)))
                .collect(),
            frozen: schedule.problem.pairs.iter().map(|p| p.pinned && p.common.count_ones() == 1).collect(),
            good,
            log: Vec::new(),
            ejected: Vec::new(),
            chain: Chain::new(schedule.problem.pairs.len()),
            below: 0,
        };
        exchange.count_below(schedule);
        exchange
    }

    /// To be called when the schedule was changed by somebody else.
    pub(crate) fn count_below(&mut self, schedule: &Schedule) {
        let goal = &schedule.problem.goal;
        self.below = schedule.degree.iter().zip(goal).filter(|(d, g)| d < g).count() as i64;
    }

    /// Makes `moves` moves at a temperature (in 1/16 of a unit of value).
    pub(crate) fn anneal(&mut self, schedule: &mut Schedule, moves: u64, temperature: i64, alarm: &Alarm) {
        if self.promising.is_empty() {
            return;
        }
        for step in 0..moves {
            if step % BETWEEN_LOOKS == 0 && alarm.rings(BETWEEN_LOOKS * STEPS_OF_MOVE) {
                return;
            }
            if step % CHAIN_EVERY == CHAIN_EVERY - 1 {
                self.turn_random_chain(schedule, temperature);
                continue;
            }
            let (pair, slot) = self.promising[self.random.below(self.promising.len())];
            if schedule.is_met(pair) {
                continue;
            }
            let before = schedule.value;
            self.log.clear();
            let kept = self.insert(schedule, pair, slot as usize)
                && self.chance.accepts(schedule.value - before, temperature, &mut self.random);
            if !kept {
                self.undo(schedule);
            }
        }
    }

    /// Places a pair, whatever is in the way; false if something is that must stay.
    fn insert(&mut self, schedule: &mut Schedule, pair: u32, slot: usize) -> bool {
        let p = schedule.pair(pair);
        let crossing = schedule.crossing;
        self.ejected.clear();
        for i in [p.a, p.b] {
            let k = schedule.met_at(i, slot);
            if k != NONE && !self.eject(schedule, k) {
                return false;
            }
        }
        if schedule.crowded(p) >> slot & 1 == 1 {
            let has_place = self.make_place(schedule, pair, slot);
            if !has_place || schedule.crowded(p) >> slot & 1 == 1 {
                return false;
            }
        }
        for i in [p.a, p.b] {
            if schedule.degree[i as usize] >= schedule.problem.cap[i as usize]
                && !self.eject_one_of(schedule, i)
            {
                return false;
            }
        }
        self.place(schedule, pair, slot);
        let mut e = 0;
        while e < self.ejected.len() {
            let ejected = self.ejected[e];
            if !self.replace(schedule, ejected) && e < DEPTH {
                self.displace(schedule, ejected, slot);
            }
            e += 1;
        }
        for e in 0..self.ejected.len() {
            let p = schedule.pair(self.ejected[e]);
            if !schedule.is_met(self.ejected[e]) {
                self.fill(schedule, p.a);
                self.fill(schedule, p.b);
            }
        }
        schedule.quotas_hold_beside(&crossing)
    }

    fn any_slot(&mut self, slots: Mask) -> Option<usize> {
        let count = slots.count_ones() as usize;
        slots_of(slots).nth(self.random.below(count))
    }

    fn good_slot(&mut self, pair: u32, slots: Mask) -> Option<usize> {
        let good = slots & self.good[pair as usize];
        // What is announced is moved to slots that were allowed only.
        let any = good == 0;
        self.any_slot(if any { slots } else { good })
    }

    fn eject(&mut self, schedule: &mut Schedule, pair: u32) -> bool {
        if self.frozen[pair as usize] {
            return false;
        }
        let slot = self.remove(schedule, pair);
        self.log.push((pair, slot as u8, NOWHERE));
        self.ejected.push(pair);
        true
    }

    /// Frees the table or the interpreter that the pair needs in a slot, if one of the two is all that it lacks.
    fn make_place(&mut self, schedule: &mut Schedule, pair: u32, slot: usize) -> bool {
        let p = schedule.pair(pair);
        if schedule.booth_taken(p, slot) {
            return false;
        }
        let is_mute = schedule.is_mute(p, slot);
        // The least valuable of a few meetings of the slot.
        let mut worst = None;
        for _ in 0..ASKED_FOR_TABLE {
            let person = self.random.below(schedule.problem.people());
            let k = schedule.met_at(person as u32, slot);
            let takes = |other: &Pair| match is_mute {
                true => other.kind != NONE,
                false => schedule.problem.takes_table(other, slot),
            };
            if k != NONE && takes(schedule.pair(k)) {
                let (value, tries) = worst.map_or((i64::MAX, 0), |w: (i64, u32, u32)| (w.0, w.2));
                let mine = schedule.pair(k).value;
                worst = if mine < value {
                    Some((mine, k, tries + 1))
                } else {
                    worst.map(|w| (w.0, w.1, tries + 1))
                };
                if tries >= COMPARED_FOR_TABLE {
                    break;
                }
            }
        }
        worst.is_some_and(|w| self.eject(schedule, w.1))
    }

    /// Ejects a meeting of somebody who is at their cap: mostly the least valuable one.
    fn eject_one_of(&mut self, schedule: &mut Schedule, person: u32) -> bool {
        let busy = schedule.busy[person as usize];
        let slot = if self.random.below(4) == 0 {
            self.any_slot(busy)
        } else {
            slots_of(busy).min_by_key(|&s| schedule.pair(schedule.met_at(person, s)).value)
        };
        slot.is_some_and(|s| self.eject(schedule, schedule.met_at(person, s)))
    }

    /// Puts an ejected pair into any slot that is free for it.
    fn replace(&mut self, schedule: &mut Schedule, pair: u32) -> bool {
        let p = schedule.pair(pair);
        if schedule.below_caps(p)
            && let Some(slot) = self.good_slot(pair, schedule.free(p))
        {
            self.place(schedule, pair, slot);
            return true;
        }
        false
    }

    /// Puts an ejected pair into a slot where only one of the two is taken, and ejects the meeting there.
    fn displace(&mut self, schedule: &mut Schedule, pair: u32, not: usize) {
        let p = schedule.pair(pair);
        if !schedule.below_caps(p) {
            return;
        }
        let (a, b) = (schedule.busy[p.a as usize], schedule.busy[p.b as usize]);
        let half = self.good[pair as usize] & (a ^ b) & !schedule.crowded(p) & !(1 << not);
        let Some(slot) = self.any_slot(half) else {
            return;
        };
        let taken = if a >> slot & 1 == 1 { p.a } else { p.b };
        let k = schedule.met_at(taken, slot);
        if self.log.iter().any(|l| l.0 == k) {
            return;
        }
        if self.eject(schedule, k) {
            self.place(schedule, pair, slot);
        }
    }

    /// Gives somebody their best free partner, if there is one.
    fn fill(&mut self, schedule: &mut Schedule, person: u32) {
        let problem = schedule.problem;
        if schedule.degree[person as usize] >= problem.cap[person as usize] {
            return;
        }
        let open = problem.open[person as usize] & !schedule.busy[person as usize];
        // Where some miss their goal or a group, a partner of less value may be worth more.
        let units = problem.units.is_some();
        let more = if self.below > 0 { 2 * GOAL } else { 0 } + if units { 2 * UNIT } else { 0 };
        let found = best_free_partner(
            schedule,
            person,
            |p, best| best.is_some_and(|best| p.value + more <= best),
            |k| if self.below == 0 { open & self.good[k as usize] } else { open },
            |p, partner| match units {
                true => schedule.gain(p),
                false => p.value + problem.gain(partner, schedule.degree[partner] + 1),
            },
        );
        if let Some((k, free)) = found
            && let Some(slot) = self.good_slot(k, free)
        {
            self.place(schedule, k, slot);
        }
    }

    fn place(&mut self, schedule: &mut Schedule, pair: u32, slot: usize) {
        schedule.place(pair, slot);
        self.log.push((pair, NOWHERE, slot as u8));
        let p = schedule.pair(pair);
        for i in [p.a as usize, p.b as usize] {
            self.below -= i64::from(schedule.degree[i] == schedule.problem.goal[i]);
        }
    }

    fn remove(&mut self, schedule: &mut Schedule, pair: u32) -> usize {
        let p = schedule.pair(pair);
        for i in [p.a as usize, p.b as usize] {
            self.below += i64::from(schedule.degree[i] == schedule.problem.goal[i]);
        }
        schedule.remove(pair)
    }

    fn undo(&mut self, schedule: &mut Schedule) {
        while let Some((pair, before, after)) = self.log.pop() {
            if after != NOWHERE {
                self.remove(schedule, pair);
            }
            if before != NOWHERE {
                self.place(schedule, pair, before as usize);
                self.log.pop();
            }
        }
    }

    /// Turns the chain of a random meeting with a random other slot, which costs something only where gaps do.
    fn turn_random_chain(&mut self, schedule: &mut Schedule, temperature: i64) {
        let person = self.random.below(schedule.problem.people());
        let busy = schedule.busy[person];
        let free = schedule.problem.open[person] & !busy;
        let (Some(s), Some(t)) = (self.any_slot(busy), self.any_slot(free)) else {
            return;
        };
        let found = find_chain(schedule, person as u32, s, t, &mut self.chain);
        if found && self.chain.items.iter().all(|&k| !self.frozen[k as usize]) {
            let before = schedule.value;
            turn(schedule, &self.chain, s, t);
            if !self.chance.accepts(schedule.value - before, temperature, &mut self.random) {
                turn(schedule, &self.chain, s, t);
            }
        }
    }
}
