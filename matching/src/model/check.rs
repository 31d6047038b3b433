//! The independent checker: says every way a list of meetings breaks a problem. It reads the input alone and shares
//! no code with the solver, so that a fault there cannot hide here.

use crate::model::input::{Booth, Input};
use crate::model::problem::Problem;
use crate::model::quotas::{Crossing, Quota};
use crate::model::solution::Meeting;
use std::collections::{BTreeMap, BTreeSet};

/// One broken constraint. Meetings are named by their place in the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    #[error("meeting {meeting}: people {a} and {b} are not an allowed pair")]
    NotAllowed { meeting: usize, a: usize, b: usize },
    #[error("meeting {meeting}: there is no slot {slot}")]
    NoSuchSlot { meeting: usize, slot: usize },
    #[error("people {a} and {b} meet twice")]
    MeetTwice { a: usize, b: usize },
    #[error("meeting {meeting}: person {person} is not available in slot {slot}")]
    NotAvailable { meeting: usize, person: usize, slot: usize },
    #[error("person {person} has two meetings in slot {slot}")]
    TwoAtOnce { person: usize, slot: usize },
    #[error("person {person} has {has} meetings, more than {cap}")]
    AboveCap { person: usize, has: u32, cap: u32 },
    #[error("meeting {meeting} is at no table that exists in its slot")]
    NoSuchTable { meeting: usize },
    #[error("table {table} is used twice in slot {slot}")]
    TableTwice { table: u32, slot: usize },
    #[error("meeting {meeting}: person {person} stays at a booth, table {booth}")]
    AwayFromBooth { meeting: usize, person: usize, booth: u32 },
    #[error("meeting {meeting} is at booth {booth} of somebody else")]
    ForeignBooth { meeting: usize, booth: u32 },
    #[error("meeting {meeting}: in slot {slot} nobody is left to interpret")]
    NoInterpreter { meeting: usize, slot: usize },
    #[error("pin {pin} is not kept")]
    PinBroken { pin: usize },
    #[error("{crossing} of {meetings} meetings cross, fewer than quota {quota} asks for")]
    QuotaMissed { quota: usize, crossing: u64, meetings: u64 },
}

/// Every breach of a list of meetings, in order of the list; empty if all hard constraints hold.
#[must_use]
pub fn check(problem: &Problem, meetings: &[Meeting]) -> Vec<Breach> {
    let input = problem.input();
    let mut out = Vec::new();
    let allowed: BTreeMap<(usize, usize), Crossing> =
        input.pairs.iter().map(|p| ((p.a.min(p.b), p.a.max(p.b)), p.crossing)).collect();
    let mut held: BTreeMap<(usize, usize), &Meeting> = BTreeMap::new();
    let mut busy = BTreeMap::new();
    let mut tables = BTreeMap::new();
    let mut has: BTreeMap<usize, u32> = BTreeMap::new();
    let booths: BTreeSet<u32> =
        input.people.iter().filter_map(|p| p.booth.as_ref()).flat_map(|booth| booth.tables.clone()).collect();
    let mut crossing = Vec::new();
    for (k, m) in meetings.iter().enumerate() {
        let pair = (m.a.min(m.b), m.a.max(m.b));
        let by_rule = || problem.rule().filter(|_| pair.0 < pair.1 && pair.1 < input.people.len());
        let crosses = allowed.get(&pair).copied();
        let Some(crosses) = crosses.or_else(|| Some(by_rule()?.pair(pair.0, pair.1)?.crossing)) else {
            out.push(Breach::NotAllowed { meeting: k, a: m.a, b: m.b });
            continue;
        };
        if m.slot >= input.slots.len() {
            out.push(Breach::NoSuchSlot { meeting: k, slot: m.slot });
            continue;
        }
        crossing.push(crosses);
        if held.insert(pair, m).is_some() {
            out.push(Breach::MeetTwice { a: pair.0, b: pair.1 });
        }
        for person in [m.a, m.b] {
            *has.entry(person).or_default() += 1;
            if !input.people[person].available[m.slot] {
                out.push(Breach::NotAvailable { meeting: k, person, slot: m.slot });
            }
            if busy.insert((person, m.slot), k).is_some() {
                out.push(Breach::TwoAtOnce { person, slot: m.slot });
            }
        }
        if let Some(table) = m.table
            && tables.insert((table, m.slot), k).is_some()
        {
            out.push(Breach::TableTwice { table, slot: m.slot });
        }
        table(problem, &booths, k, m, &mut out);
    }
    for (person, has) in has {
        let cap = input.people[person].cap;
        if has > cap {
            out.push(Breach::AboveCap { person, has, cap });
        }
    }
    interpreted(input, meetings, &mut out);
    demands(problem, &held, &crossing, &mut out);
    out
}

/// Names those for whom nobody interprets: in each slot one meeting after the other gets somebody who has a language of each of
/// its people, and others give theirs up for another one where they can.
fn interpreted(input: &Input, meetings: &[Meeting], out: &mut Vec<Breach>) {
    let Some(said) = &input.interpreting else { return };
    let people = said.languages.len();
    let is_foreign = |m: &Meeting| {
        let exempt = said.exempt.contains(&(m.a, m.b)) || said.exempt.contains(&(m.b, m.a));
        !exempt && !said.languages[m.a].iter().any(|own| said.languages[m.b].contains(own))
    };
    let is_known = |m: &Meeting| m.slot < input.slots.len() && m.a < people && m.b < people;
    let helps = |who: usize, m: &Meeting| {
        let own = &said.interpreters[who];
        let is_there = own.slots.is_empty() || own.slots[m.slot];
        let speaks = |person: usize| said.languages[person].iter().any(|it| own.languages.contains(it));
        is_there && speaks(m.a) && speaks(m.b)
    };
    fn seek(
        k: usize,
        helps: &dyn Fn(usize, usize) -> bool,
        asked: &mut BTreeSet<usize>,
        given: &mut [Option<usize>],
    ) -> bool {
        for who in 0..given.len() {
            if helps(who, k)
                && asked.insert(who)
                && given[who].is_none_or(|other| seek(other, helps, asked, given))
            {
                given[who] = Some(k);
                return true;
            }
        }
        false
    }
    for slot in 0..input.slots.len() {
        let mut given = vec![None; said.interpreters.len()];
        let here = |(_, m): &(usize, &Meeting)| m.slot == slot && is_known(m) && is_foreign(m);
        for (k, _) in meetings.iter().enumerate().filter(here) {
            if !seek(k, &|who, k| helps(who, &meetings[k]), &mut BTreeSet::new(), &mut given) {
                out.push(Breach::NoInterpreter { meeting: k, slot });
            }
        }
    }
}

fn table(problem: &Problem, booths: &BTreeSet<u32>, k: usize, m: &Meeting, out: &mut Vec<Breach>) {
    let input = problem.input();
    let stays = |person: usize| {
        let booth = input.people[person].booth.as_ref();
        booth.filter(|booth| booth.slots.is_empty() || booth.slots[m.slot])
    };
    // Whoever stays at a booth is visited there, unless they go to the other's.
    let hosts: Vec<(usize, &Booth)> = match (stays(m.a), stays(m.b)) {
        (Some(a), Some(b)) if a.yields == b.yields && a.yields => {
            vec![if a.tables.iter().min() <= b.tables.iter().min() { (m.a, a) } else { (m.b, b) }]
        }
        (Some(a), Some(b)) if a.yields != b.yields => vec![if b.yields { (m.a, a) } else { (m.b, b) }],
        (a, b) => a.map(|a| (m.a, a)).into_iter().chain(b.map(|b| (m.b, b))).collect(),
    };
    let slot = &input.slots[m.slot];
    let right = match (slot.tables, m.table) {
        (None, None) => true,
        (Some(tables), Some(table)) => table < tables && !slot.missing.contains(&table),
        // A booth of an exhibitor stands even where meetings need no table.
        (None, Some(table)) => hosts.iter().any(|(_, booth)| booth.tables.contains(&table)),
        (Some(_), None) => false,
    };
    if !right {
        out.push(Breach::NoSuchTable { meeting: k });
    }
    for (person, booth) in &hosts {
        if !m.table.is_some_and(|table| booth.tables.contains(&table)) {
            let booth = booth.tables.first().copied().unwrap_or_default();
            out.push(Breach::AwayFromBooth { meeting: k, person: *person, booth });
        }
    }
    if let Some(table) = m.table.filter(|table| hosts.is_empty() && booths.contains(table)) {
        out.push(Breach::ForeignBooth { meeting: k, booth: table });
    }
}

fn demands(
    problem: &Problem,
    held: &BTreeMap<(usize, usize), &Meeting>,
    crossing: &[Crossing],
    out: &mut Vec<Breach>,
) {
    for (k, pin) in problem.input().pins.iter().enumerate() {
        let kept = held.get(&(pin.a.min(pin.b), pin.a.max(pin.b))).is_some_and(|m| {
            pin.slot.is_none_or(|s| m.slot == s) && pin.table.is_none_or(|t| m.table == Some(t))
        });
        if !kept {
            out.push(Breach::PinBroken { pin: k });
        }
    }
    let meetings = held.len() as u64;
    for (quota, asked) in problem.input().quotas.iter().enumerate() {
        let crossing = crossing.iter().filter(|meeting| meeting.counts_for(quota)).count() as u64;
        let missed = match *asked {
            Quota::Percent(percent) => crossing * 100 < meetings * u64::from(percent),
            Quota::Count(count) => crossing < u64::from(count),
        };
        if missed {
            out.push(Breach::QuotaMissed { quota, crossing, meetings });
        }
    }
}

/// How many units of a coverage ([`crate::Coverage`]) a list of meetings fills, and how many are asked for: of each person who may
/// have meetings so many with each group but their own. Nothing is asked for without a coverage.
#[must_use]
pub fn covered(problem: &Problem, meetings: &[Meeting]) -> (u64, u64) {
    let input = problem.input();
    let Some(coverage) = &input.coverage else { return (0, 0) };
    let mut of_group: BTreeMap<(usize, u32), BTreeSet<usize>> = BTreeMap::new();
    for m in meetings {
        for (me, other) in [(m.a, m.b), (m.b, m.a)] {
            if let Some(group) = coverage.groups[other] {
                of_group.entry((me, group)).or_default().insert(other);
            }
        }
    }
    let groups: BTreeSet<u32> = coverage.groups.iter().flatten().copied().collect();
    let (mut filled, mut asked) = (0, 0);
    for (i, person) in input.people.iter().enumerate() {
        let may = person.cap > 0 && person.available.contains(&true);
        let others = groups.iter().filter(|group| coverage.groups[i].is_some_and(|own| own != **group));
        for group in others.filter(|_| may) {
            let has = of_group.get(&(i, *group)).map_or(0, BTreeSet::len) as u64;
            asked += u64::from(coverage.of_each);
            filled += has.min(u64::from(coverage.of_each));
        }
    }
    (filled, asked)
}
