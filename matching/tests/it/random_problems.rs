//! Small random problems, from a seed.

use crate::interpreters::interpreting;
use matching::{
    Booth, Coverage, Crossing, Input, PairInput, PersonInput, Pin, Problem, Quota, Request, SlotInput,
};

/// A generator of pseudo-random numbers (xorshift*), independent of the solver's.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % sides
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// What a random problem may contain beyond people, slots and pairs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extras {
    None,
    Booths,
    /// Booths of some slots, tables of groups, tables that are missing, pins at tables.
    Places,
    Pins,
    /// Languages, and people who interpret.
    Interpreters,
    InterpretersAndPins,
    Quota,
    /// Two of them.
    Quotas,
    /// Everybody meets one or two of each other group.
    Coverage,
    CoverageAndQuota,
}

/// An input of at most 7 people, 3 slots and 9 pairs.
pub fn input(seed: u64, extras: Extras) -> Input {
    let mut dice = Dice::new(seed);
    let slots = 1 + dice.roll(3);
    let people = 2 + dice.roll(6);
    let tables = [None, Some(1), Some(2), Some(3)][dice.roll(4)];
    let open = [100, 80, 50][dice.roll(3)];
    let mut input = Input {
        slots: (0..slots)
            .map(|s| SlotInput { tables, part: (s / 2) as u32, ..SlotInput::default() })
            .collect(),
        people: (0..people)
            .map(|_| PersonInput {
                cap: dice.roll(4) as u32,
                minimum: dice.roll(4) as u32,
                available: (0..slots).map(|_| dice.chance(open)).collect(),
                booth: None,
            })
            .collect(),
        ..Input::default()
    };
    for a in 0..people {
        for b in a + 1..people {
            if input.pairs.len() < 9 && dice.chance(60) {
                let request = [Request::None, Request::OneWay, Request::Mutual][dice.roll(3)];
                let weight = 1 + dice.roll(1000) as u32;
                let crossing = match extras {
                    Extras::Quotas => Crossing::of([dice.chance(50), dice.chance(60)]),
                    _ => dice.chance(50).into(),
                };
                input.pairs.push(PairInput { a, b, weight, request, crossing });
            }
        }
    }
    match extras {
        Extras::None => {}
        Extras::Booths => {
            let most = tables.unwrap_or(3) as usize;
            for person in &mut input.people {
                person.booth = dice.chance(30).then(|| Booth::at(dice.roll(most) as u32));
            }
        }
        Extras::Places => {
            let most = tables.map_or(4, |tables| tables + 1);
            for slot in &mut input.slots {
                slot.tables = tables.map(|_| most);
                slot.missing = (0..most).filter(|_| dice.chance(15)).collect();
            }
            // A booth of one table, one of two, and tables of a group whose people go to others' booths.
            let booths = [(vec![0], false), (vec![1, 2], false), (vec![3], true), (vec![1, 2], true)];
            for person in &mut input.people {
                let (tables, yields) = booths[dice.roll(4)].clone();
                let some = dice.chance(50);
                let stays = (0..slots).map(|_| dice.chance(70)).collect();
                let exists = tables.iter().all(|t| *t < most);
                let booth = Booth { tables, slots: if some { stays } else { vec![] }, yields };
                person.booth = (exists && dice.chance(40)).then_some(booth);
            }
            for pair in input.pairs.clone() {
                if dice.chance(10) {
                    let slot = dice.chance(50).then(|| dice.roll(slots));
                    let table = (tables.is_some() && dice.chance(60)).then(|| dice.roll(4) as u32);
                    input.pins.push(Pin { a: pair.b, b: pair.a, slot, table });
                }
            }
        }
        Extras::Interpreters => {
            input.interpreting = Some(interpreting(&mut dice, people, slots));
        }
        Extras::Pins | Extras::InterpretersAndPins => {
            for pair in input.pairs.clone() {
                if dice.chance(25) {
                    let slot = dice.chance(50).then(|| dice.roll(slots));
                    let table = (tables.is_some() && dice.chance(30)).then(|| dice.roll(2) as u32);
                    input.pins.push(Pin { a: pair.b, b: pair.a, slot, table });
                }
            }
            if extras == Extras::InterpretersAndPins {
                input.interpreting = Some(interpreting(&mut dice, people, slots));
            }
        }
        Extras::Quota => input.quotas.push(quota(&mut dice)),
        Extras::Quotas => input.quotas.extend([quota(&mut dice), quota(&mut dice)]),
        Extras::Coverage | Extras::CoverageAndQuota => {
            let groups = 2 + dice.roll(2);
            let group = |dice: &mut Dice| dice.chance(95).then(|| 3 * dice.roll(groups) as u32);
            let of_each = 1 + dice.roll(2) as u32;
            let groups = (0..people).map(|_| group(&mut dice)).collect();
            input.coverage = Some(Coverage { of_each, groups });
            if extras == Extras::CoverageAndQuota {
                input.quotas.push(quota(&mut dice));
            }
        }
    }
    input
}

fn quota(dice: &mut Dice) -> Quota {
    match dice.roll(2) {
        0 => Quota::Percent(dice.roll(101) as u32),
        _ => Quota::Count(dice.roll(5) as u32),
    }
}

/// A problem whose input is sound; none where the dice made a contradiction.
pub fn problem(seed: u64, extras: Extras) -> Option<Problem> {
    Problem::new(input(seed, extras)).ok()
}
