//! What can be wrong with an input, found before anything is solved.

use crate::model::input::{Booth, Input, MOST_INTERPRETERS, MOST_PEOPLE, MOST_WEIGHT, Pin};
use crate::model::quotas::{MOST_QUOTAS, Quota};
use crate::model::slots::MOST_SLOTS;
use std::collections::{BTreeMap, BTreeSet};

/// One contradiction or number out of range. People, slots, pairs and pins are named by their index in the input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    #[error(
        "there are {0} slots; at most {MOST_SLOTS} can be matched in one round: split the event into several rounds"
    )]
    TooManySlots(usize),
    #[error("there are {0} people; at most {MOST_PEOPLE} can be matched in one round")]
    TooManyPeople(usize),
    #[error("there are {0} pairs; at most {max} can be listed", max = i32::MAX / 2)]
    TooManyPairs(usize),
    #[error("person {person} says for {said} slots whether they are available, but there are {slots} slots")]
    AvailabilityLength { person: usize, said: usize, slots: usize },
    #[error("the booth of person {person} is table {table}, which exists in no slot")]
    NoSuchBooth { person: usize, table: u32 },
    #[error("person {person} stays at a booth that has no table")]
    BoothWithoutTable { person: usize },
    #[error(
        "the booth of person {person} says for {said} slots whether they stay there, but there are {slots} slots"
    )]
    BoothLength { person: usize, said: usize, slots: usize },
    #[error(
        "person {person} stays at table {table} with person {other}, but they do not have all tables in common"
    )]
    BoothsOverlap { person: usize, other: usize, table: u32 },
    #[error("pair {pair} names person {person}, but there are only {people} people")]
    NoSuchPerson { pair: usize, person: usize, people: usize },
    #[error("pair {pair} is person {person} with themselves")]
    PairWithSelf { pair: usize, person: usize },
    #[error("pair {pair} has weight {weight}; weights go from 1 to {MOST_WEIGHT}")]
    Weight { pair: usize, weight: u32 },
    #[error("pairs {first} and {second} are the same two people")]
    PairTwice { first: usize, second: usize },
    #[error("pin {pin} is of two people who are not among the allowed pairs")]
    PinnedPairNotAllowed { pin: usize },
    #[error("pins {first} and {second} are of the same two people")]
    PinnedTwice { first: usize, second: usize },
    #[error("pin {pin} names slot {slot}, but there are only {slots} slots")]
    NoSuchPinnedSlot { pin: usize, slot: usize, slots: usize },
    #[error("pin {pin} is in slot {slot}, in which person {person} is not available")]
    PinnedWhenAway { pin: usize, slot: usize, person: usize },
    #[error("pin {pin} is at table {table}, which does not exist in the slots it could be in")]
    NoSuchPinnedTable { pin: usize, table: u32 },
    #[error("pin {pin} is at table {table}, but person {person} stays at booth {booth}")]
    PinnedAwayFromBooth { pin: usize, table: u32, person: usize, booth: u32 },
    #[error("pin {pin} is at table {table}, which is the booth of person {person}, who is not part of it")]
    PinnedAtForeignBooth { pin: usize, table: u32, person: usize },
    #[error("pins {first} and {second} put person {person} into two meetings in slot {slot}")]
    PinnedAtOnce { first: usize, second: usize, person: usize, slot: usize },
    #[error("pins {first} and {second} put two meetings at table {table} in slot {slot}")]
    PinnedTableTwice { first: usize, second: usize, table: u32, slot: usize },
    #[error("person {person} has {pins} pinned meetings, but may have at most {cap}")]
    PinnedAboveCap { person: usize, pins: usize, cap: u32 },
    #[error("the quota asks for {0} percent; a share is at most 100 percent")]
    QuotaAboveAll(u32),
    #[error("there are {0} quotas; at most {MOST_QUOTAS} can be asked for")]
    TooManyQuotas(usize),
    #[error("the groups are said of {said} people, but there are {people} people")]
    GroupsLength { said: usize, people: usize },
    #[error("the languages are said of {said} people, but there are {people} people")]
    LanguagesLength { said: usize, people: usize },
    #[error("there are {0} interpreters; at most {MOST_INTERPRETERS} can be matched in one round")]
    TooManyInterpreters(usize),
    #[error(
        "interpreter {interpreter} says for {said} slots whether they are there, but there are {slots} slots"
    )]
    InterpreterLength { interpreter: usize, said: usize, slots: usize },
    #[error("a coverage asks for {0} meetings with each group; at least 1 can be asked for")]
    CoverageOfNothing(u32),
}

/// Everything wrong with an input; empty for a sound one.
pub(crate) fn faults(input: &Input) -> Vec<Invalid> {
    let mut out = Vec::new();
    sizes(input, &mut out);
    people(input, &mut out);
    pairs(input, &mut out);
    demands(input, &mut out);
    interpreting(input, &mut out);
    // The pins are looked at only when what they refer to is sound.
    if out.is_empty() {
        pins(input, &mut out);
    }
    out
}

fn demands(input: &Input, out: &mut Vec<Invalid>) {
    if input.quotas.len() > MOST_QUOTAS {
        out.push(Invalid::TooManyQuotas(input.quotas.len()));
    }
    for quota in &input.quotas {
        if let Quota::Percent(percent) = *quota
            && percent > 100
        {
            out.push(Invalid::QuotaAboveAll(percent));
        }
    }
    if let Some(coverage) = &input.coverage {
        let (said, people) = (coverage.groups.len(), input.people.len());
        if said != people {
            out.push(Invalid::GroupsLength { said, people });
        }
        if coverage.of_each == 0 {
            out.push(Invalid::CoverageOfNothing(coverage.of_each));
        }
    }
}

fn interpreting(input: &Input, out: &mut Vec<Invalid>) {
    let Some(said) = &input.interpreting else { return };
    if said.languages.len() != input.people.len() {
        out.push(Invalid::LanguagesLength { said: said.languages.len(), people: input.people.len() });
    }
    if said.interpreters.len() > MOST_INTERPRETERS {
        out.push(Invalid::TooManyInterpreters(said.interpreters.len()));
    }
    let slots = input.slots.len();
    for (interpreter, said) in said.interpreters.iter().map(|one| one.slots.len()).enumerate() {
        if said != 0 && said != slots {
            out.push(Invalid::InterpreterLength { interpreter, said, slots });
        }
    }
}

fn sizes(input: &Input, out: &mut Vec<Invalid>) {
    if input.slots.len() > MOST_SLOTS {
        out.push(Invalid::TooManySlots(input.slots.len()));
    }
    if input.people.len() > MOST_PEOPLE {
        out.push(Invalid::TooManyPeople(input.people.len()));
    }
    if input.pairs.len() > (i32::MAX / 2) as usize {
        out.push(Invalid::TooManyPairs(input.pairs.len()));
    }
}

fn people(input: &Input, out: &mut Vec<Invalid>) {
    let most_tables = input.slots.iter().map(|s| s.tables.unwrap_or(u32::MAX)).max().unwrap_or(0);
    for (person, p) in input.people.iter().enumerate() {
        if p.available.len() != input.slots.len() {
            out.push(Invalid::AvailabilityLength {
                person,
                said: p.available.len(),
                slots: input.slots.len(),
            });
        }
        if let Some(booth) = &p.booth {
            booth_of(input, (person, booth), most_tables, out);
        }
    }
    booths_overlap(input, out);
}

fn booth_of(input: &Input, (person, booth): (usize, &Booth), most_tables: u32, out: &mut Vec<Invalid>) {
    if booth.tables.is_empty() {
        out.push(Invalid::BoothWithoutTable { person });
    }
    if let Some(&table) = booth.tables.iter().find(|&&t| t >= most_tables) {
        out.push(Invalid::NoSuchBooth { person, table });
    }
    let (said, slots) = (booth.slots.len(), input.slots.len());
    if said != 0 && said != slots {
        out.push(Invalid::BoothLength { person, said, slots });
    }
}

/// Two people whose booths have some tables in common but not all.
fn booths_overlap(input: &Input, out: &mut Vec<Invalid>) {
    let mut first_at: BTreeMap<u32, (usize, BTreeSet<u32>)> = BTreeMap::new();
    for (person, booth) in input.people.iter().enumerate().filter_map(|(i, p)| Some((i, p.booth.as_ref()?))) {
        let own: BTreeSet<u32> = booth.tables.iter().copied().collect();
        for &table in &own {
            let (other, tables) = first_at.entry(table).or_insert_with(|| (person, own.clone()));
            if *tables != own {
                out.push(Invalid::BoothsOverlap { person, other: *other, table });
                break;
            }
        }
    }
}

fn pairs(input: &Input, out: &mut Vec<Invalid>) {
    let people = input.people.len();
    let mut sorted = Vec::with_capacity(input.pairs.len());
    for (pair, p) in input.pairs.iter().enumerate() {
        for person in [p.a, p.b] {
            if person >= people {
                out.push(Invalid::NoSuchPerson { pair, person, people });
            }
        }
        if p.a == p.b {
            out.push(Invalid::PairWithSelf { pair, person: p.a });
        }
        if p.weight == 0 || p.weight > MOST_WEIGHT {
            out.push(Invalid::Weight { pair, weight: p.weight });
        }
        sorted.push((p.key(), pair));
    }
    sorted.sort_unstable();
    for two in sorted.windows(2) {
        if two[0].0 == two[1].0 {
            out.push(Invalid::PairTwice { first: two[0].1, second: two[1].1 });
        }
    }
}

fn pins(input: &Input, out: &mut Vec<Invalid>) {
    if input.pins.is_empty() {
        return;
    }
    let mut allowed: Vec<(usize, usize)> = input.pairs.iter().map(|p| p.key()).collect();
    allowed.sort_unstable();
    let mut pairs = BTreeMap::new();
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    for (k, pin) in input.pins.iter().enumerate() {
        let pair = pin.key();
        if allowed.binary_search(&pair).is_err() {
            out.push(Invalid::PinnedPairNotAllowed { pin: k });
            continue;
        }
        if let Some(first) = pairs.insert(pair, k) {
            out.push(Invalid::PinnedTwice { first, second: k });
        }
        for person in [pin.a, pin.b] {
            *count.entry(person).or_default() += 1;
        }
        pinned_slot(input, k, pin, out);
        pinned_table(input, k, pin, out);
    }
    for (person, pins) in count {
        let cap = input.people[person].cap;
        if pins > cap as usize {
            out.push(Invalid::PinnedAboveCap { person, pins, cap });
        }
    }
    clashes(input, out);
}

fn pinned_slot(input: &Input, k: usize, pin: &Pin, out: &mut Vec<Invalid>) {
    let Some(slot) = pin.slot else { return };
    if slot >= input.slots.len() {
        out.push(Invalid::NoSuchPinnedSlot { pin: k, slot, slots: input.slots.len() });
        return;
    }
    for person in [pin.a, pin.b] {
        if !input.people[person].available[slot] {
            out.push(Invalid::PinnedWhenAway { pin: k, slot, person });
        }
    }
}

fn pinned_table(input: &Input, k: usize, pin: &Pin, out: &mut Vec<Invalid>) {
    let Some(table) = pin.table else { return };
    let mut possible = input.slots.iter().enumerate().filter(|(s, _)| pin.slot.is_none_or(|p| p == *s));
    if !possible.any(|(_, s)| s.has(table)) {
        out.push(Invalid::NoSuchPinnedTable { pin: k, table });
    }
    // Of a booth that is not stayed at all the time, the solver finds out.
    let stays = |person: usize| {
        let always = |booth: &&Booth| booth.slots.iter().all(|stays| *stays) && !booth.yields;
        input.people[person].booth.as_ref().filter(always)
    };
    for person in [pin.a, pin.b] {
        if let Some(booth) = stays(person).filter(|booth| !booth.tables.contains(&table)) {
            let booth = booth.tables.first().copied().unwrap_or_default();
            out.push(Invalid::PinnedAwayFromBooth { pin: k, table, person, booth });
        }
    }
    let is_at =
        |person: usize| input.people[person].booth.as_ref().is_some_and(|it| it.tables.contains(&table));
    let own = [pin.a, pin.b].iter().any(|&p| is_at(p));
    if let Some(person) = (0..input.people.len()).find(|&p| is_at(p)).filter(|_| !own) {
        out.push(Invalid::PinnedAtForeignBooth { pin: k, table, person });
    }
}

/// Two pins that cannot both be, seen from their slots alone.
fn clashes(input: &Input, out: &mut Vec<Invalid>) {
    let mut busy = BTreeMap::new();
    let mut tables = BTreeMap::new();
    for (second, pin) in input.pins.iter().enumerate() {
        let Some(slot) = pin.slot else { continue };
        for person in [pin.a, pin.b] {
            if let Some(first) = busy.insert((person, slot), second) {
                out.push(Invalid::PinnedAtOnce { first, second, person, slot });
            }
        }
        if let Some(table) = pin.table
            && let Some(first) = tables.insert((table, slot), second)
        {
            out.push(Invalid::PinnedTableTwice { first, second, table, slot });
        }
    }
}
