//! Small random problems with everything at once: booths, pins, a quota, tables that vary from slot to slot.

use crate::interpreters::interpreting;
use crate::random_problems::Dice;
use matching::{Booth, Input, PairInput, PersonInput, Pin, Quota, Request, SlotInput};

/// One table in every slot or some, or a table of a group that goes to others' booths.
fn booth(dice: &mut Dice, slots: usize) -> Booth {
    let some = dice.chance(30);
    let stays = (0..slots).map(|_| dice.chance(60)).collect();
    let slots = if some { stays } else { vec![] };
    Booth { slots, yields: dice.chance(20), ..Booth::at(dice.roll(3) as u32) }
}

/// An input of at most 6 people, 3 slots and 8 pairs; it may contradict itself.
pub fn input(seed: u64) -> Input {
    let mut dice = Dice::new(seed ^ 0x3A5F_11C7);
    (0..4).for_each(|_| _ = dice.roll(2));
    let (slots, people) = (1 + dice.roll(3), 2 + dice.roll(5));
    let open = [100, 80, 50][dice.roll(3)];
    let tables = |dice: &mut Dice| [None, Some(0), Some(1), Some(2), Some(3)][dice.roll(5)];
    let mut input = Input {
        slots: (0..slots)
            .map(|s| SlotInput { tables: tables(&mut dice), part: (s / 2) as u32, ..SlotInput::default() })
            .collect(),
        ..Input::default()
    };
    let booths = dice.chance(40);
    for _ in 0..people {
        input.people.push(PersonInput {
            cap: dice.roll(4) as u32,
            minimum: dice.roll(5) as u32,
            available: (0..slots).map(|_| dice.chance(open)).collect(),
            booth: (booths && dice.chance(25)).then(|| booth(&mut dice, slots)),
        });
    }
    for (a, b) in (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b))) {
        if input.pairs.len() < 8 && dice.chance(60) {
            let (a, b) = if dice.chance(50) { (a, b) } else { (b, a) };
            let request = [Request::None, Request::OneWay, Request::Mutual][dice.roll(3)];
            let weight = 1 + dice.roll(1000) as u32;
            input.pairs.push(PairInput { a, b, weight, request, crossing: dice.chance(50).into() });
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
        input.quotas.push(if share { quota(&mut dice) } else { Quota::Count(dice.roll(5) as u32) });
    }
    let mut dice = Dice::new(seed ^ 0x51E7);
    input.interpreting = dice.chance(30).then(|| interpreting(&mut dice, people, slots));
    input
}
