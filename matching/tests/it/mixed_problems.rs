//! Small random problems with everything at once (booths, pins, a quota, tables that vary from slot to slot), and a search
//! that tries every schedule of them. Tables are counted, not tried, so that it knows another way than the checker.

use crate::random_problems::Dice;
use matching::{Input, PairInput, PersonInput, Pin, Quota, Request, SlotInput};
use std::collections::BTreeSet;

/// An input of at most 6 people, 3 slots and 8 pairs; it may contradict itself.
pub fn input(seed: u64) -> Input {
    let mut dice = Dice::new(seed ^ 0x3A5F_11C7);
    (0..4).for_each(|_| _ = dice.roll(2));
    let (slots, people) = (1 + dice.roll(3), 2 + dice.roll(5));
    let open = [100, 80, 50][dice.roll(3)];
    let tables = |dice: &mut Dice| [None, Some(0), Some(1), Some(2), Some(3)][dice.roll(5)];
    let mut input = Input {
        slots: (0..slots).map(|s| SlotInput { tables: tables(&mut dice), part: (s / 2) as u32 }).collect(),
        ..Input::default()
    };
    let booths = dice.chance(40);
    for _ in 0..people {
        input.people.push(PersonInput {
            cap: dice.roll(4) as u32,
            minimum: dice.roll(5) as u32,
            available: (0..slots).map(|_| dice.chance(open)).collect(),
            booth: (booths && dice.chance(25)).then(|| dice.roll(3) as u32),
        });
    }
    for (a, b) in (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b))) {
        if input.pairs.len() < 8 && dice.chance(60) {
            let (a, b) = if dice.chance(50) { (a, b) } else { (b, a) };
            let request = [Request::None, Request::OneWay, Request::Mutual][dice.roll(3)];
            let weight = 1 + dice.roll(1000) as u32;
            input.pairs.push(PairInput { a, b, weight, request, crossing: dice.chance(50) });
        }
    }
    if dice.chance(50) {
        for pair in input.pairs.clone() {
            if dice.chance(25) {
                let slot = dice.chance(50).then(|| dice.roll(slots));
                let table = dice.chance(30).then(|| dice.roll(3) as u32);
                input.pins.push(Pin { a: pair.b, b: pair.a, slot, table });
            }
        }
    }
    if dice.chance(50) {
        let share = dice.chance(50);
        let quota = |dice: &mut Dice| Quota::Percent(dice.roll(101) as u32);
        input.quota = Some(if share { quota(&mut dice) } else { Quota::Count(dice.roll(5) as u32) });
    }
    input
}

/// What the schedules that keep some demands reach, each on its own, and the best in the order of the levels.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Best {
    /// Whether any schedule keeps them. Where anybody can meet, a share of nothing is no share.
    pub found: bool,
    pub mutual: u64,
    pub goals: u64,
    pub total: i64,
    pub in_order: (u64, u64, u64),
    /// Most crossing meetings, the quota left aside.
    pub crossing: u64,
    any: bool,
    some: bool,
}

/// Tries every schedule that keeps these pins (by their place in the input), and the quota if it is asked for.
pub fn best(input: &Input, goals: &[u32], pins: &[usize], quota: bool) -> Best {
    let quota = input.quota.filter(|_| quota);
    let mut search = Search { input, goals, pins, quota, slot: Vec::new(), best: Best::default() };
    search.best.total = i64::MIN;
    search.extend(&mut vec![0; input.people.len()]);
    let mut best = search.best;
    let is_share = matches!(quota, Some(Quota::Percent(percent)) if percent > 0);
    best.found &= !is_share || !best.any || best.some;
    best
}

struct Search<'a> {
    input: &'a Input,
    goals: &'a [u32],
    pins: &'a [usize],
    quota: Option<Quota>,
    /// Slot of each pair so far.
    slot: Vec<Option<usize>>,
    best: Best,
}

impl Search<'_> {
    fn extend(&mut self, busy: &mut Vec<u32>) {
        let Some(pair) = self.input.pairs.get(self.slot.len()) else {
            self.look(busy);
            return;
        };
        self.slot.push(None);
        self.extend(busy);
        self.slot.pop();
        let both = [pair.a, pair.b];
        for slot in 0..self.input.slots.len() {
            let person = |i: usize| &self.input.people[i];
            let can = |i: usize| {
                person(i).available[slot] && busy[i] >> slot & 1 == 0 && busy[i].count_ones() < person(i).cap
            };
            if both.iter().all(|&i| can(i)) {
                both.iter().for_each(|&i| busy[i] |= 1 << slot);
                self.slot.push(Some(slot));
                self.extend(busy);
                self.slot.pop();
                both.iter().for_each(|&i| busy[i] &= !(1 << slot));
            }
        }
    }

    fn look(&mut self, busy: &[u32]) {
        if !self.keeps_pins() || (0..self.input.slots.len()).any(|slot| !self.has_tables(slot)) {
            return;
        }
        let met = || self.input.pairs.iter().zip(&self.slot).filter(|x| x.1.is_some()).map(|x| x.0);
        let count = |holds: &dyn Fn(&PairInput) -> bool| met().filter(|p| holds(p)).count() as u64;
        let (meetings, crossing) = (count(&|_| true), count(&|p| p.crossing));
        let mutual = count(&|p| p.request == Request::Mutual);
        let best = &mut self.best;
        best.crossing = best.crossing.max(crossing);
        best.any |= meetings > 0;
        let kept = match self.quota {
            None => true,
            Some(Quota::Percent(percent)) => crossing * 100 >= meetings * u64::from(percent),
            Some(Quota::Count(count)) => crossing >= u64::from(count),
        };
        if !kept {
            return;
        }
        let filled = busy.iter().zip(self.goals).map(|(b, g)| u64::from(b.count_ones().min(*g)));
        let (goals, score) = (filled.sum::<u64>(), met().map(|p| u64::from(p.weight)).sum::<u64>());
        best.found = true;
        best.some |= meetings > 0;
        best.mutual = best.mutual.max(mutual);
        best.goals = best.goals.max(goals);
        best.total = best.total.max((score + 20_000 * mutual + 3_000 * goals) as i64);
        best.in_order = best.in_order.max((mutual, goals, score));
    }

    fn keeps_pins(&self) -> bool {
        self.pins.iter().all(|&pin| {
            let pin = &self.input.pins[pin];
            let slot = self.input.pairs.iter().zip(&self.slot).find(|x| same(x.0, pin)).and_then(|x| *x.1);
            slot.is_some_and(|slot| pin.slot.is_none_or(|s| s == slot))
        })
    }

    /// Whether the meetings of a slot find tables: booths and pinned ones first, then the free ones are counted.
    fn has_tables(&self, slot: usize) -> bool {
        let input = self.input;
        let booths: BTreeSet<u32> = input.people.iter().filter_map(|p| p.booth).collect();
        let tables = input.slots[slot].tables;
        let (mut used, mut others) = (BTreeSet::new(), 0);
        for (pair, _) in input.pairs.iter().zip(&self.slot).filter(|x| *x.1 == Some(slot)) {
            let (x, y) = (input.people[pair.a].booth, input.people[pair.b].booth);
            let pinned = self.pins.iter().find(|&&pin| same(pair, &input.pins[pin]));
            let pinned = pinned.and_then(|&pin| input.pins[pin].table);
            if x.is_some() && y.is_some() && x != y {
                return false;
            }
            let booth = x.or(y);
            let foreign = booth.is_none() && pinned.is_some_and(|t| booths.contains(&t));
            match (booth.or(pinned), tables) {
                (None, _) => others += 1,
                (Some(t), Some(count)) if foreign || t >= count || !used.insert(t) => return false,
                (Some(t), None) if booth.is_none() || !used.insert(t) => return false,
                _ if pinned.is_some() && booth.is_some() && pinned != booth => return false,
                _ => {}
            }
        }
        let free = |count: u32| (0..count).filter(|t| !booths.contains(t) && !used.contains(t)).count();
        tables.is_none_or(|count| others <= free(count))
    }
}

fn same(pair: &PairInput, pin: &Pin) -> bool {
    (pair.a.min(pair.b), pair.a.max(pair.b)) == (pin.a.min(pin.b), pin.a.max(pin.b))
}
