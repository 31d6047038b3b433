//! Files of the meeting scheduling problem: MiniZinc data (`.dzn`) in, a schedule in the same notation out.
//!
//! The names are those of the instances published with JAIR 74 (2022) 263-301; everything in them counts from 1.

mod text;

use super::problem::{
    BreakRule, FixedMeeting, FixedOutcome, FixedProblem, FixedSlot, MOST_SLOTS, SlotSet, Status,
};
use std::fmt::Write;
use text::{Items, Range};
use thiserror::Error;

/// The fairness limit of the published instances: gaps of any two people differ by at most this.
pub const PAPER_FAIRNESS: u32 = 2;

/// The most precedences a file may have.
const MAX_PRECEDENCES: usize = 10_000_000;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DznError {
    /// Not MiniZinc data.
    #[error("line {line}: expected {expected}, found {found}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A name that must be given is not.
    #[error("the file does not say {name}; add a line `{name} = ...;`")]
    Missing {
        /// The name.
        name: &'static str,
    },
    /// A name given twice.
    #[error("line {line}: {name} is given a second time")]
    Twice {
        /// Line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// A value of the wrong kind.
    #[error("{name} should be {expected}")]
    Kind {
        /// The name.
        name: &'static str,
        /// What its value should be.
        expected: &'static str,
    },
    /// A list of the wrong length.
    #[error("{name} has {found} entries instead of {expected}")]
    Length {
        /// The name.
        name: &'static str,
        /// Entries there.
        found: usize,
        /// Entries wanted.
        expected: usize,
    },
    /// A number out of its range.
    #[error("{name}, entry {entry}: {value} is not between {low} and {high}")]
    OutOfRange {
        /// The name.
        name: &'static str,
        /// Entry, from 1.
        entry: usize,
        /// The number.
        value: i64,
        /// The least allowed.
        low: i64,
        /// The greatest allowed.
        high: i64,
    },
    /// More precedences than can be handled.
    #[error("the file has more than {limit} precedences")]
    TooManyPrecedences {
        /// The most that can be handled.
        limit: usize,
    },
}

/// Reads a problem. Gaps are runs across the whole day and the fairness limit is that of the paper; set
/// `fairness` afterwards for another. `meetingsxBusiness` and `nMeetingsBusiness` repeat what `requested`
/// says and are not looked at; `forbidden`, `fixed` and `precedences` may be left out.
pub fn read_dzn(text: &str) -> Result<FixedProblem, DznError> {
    let items = text::parse(text)?;
    let people = count(&items, "nBusiness", super::problem::MAX_COUNT)?;
    let meetings = count(&items, "nMeetings", super::problem::MAX_COUNT)?;
    let tables = count(&items, "nTables", u32::MAX as usize)?;
    let slots = count(&items, "nTotalSlots", MOST_SLOTS)?;
    let morning = count(&items, "nMorningSlots", slots)?;
    let free = availability(&items, people, slots)?;
    let mut problem = FixedProblem {
        people,
        slots: (0..slots)
            .map(|slot| FixedSlot { tables: u32::try_from(tables).ok(), part: u32::from(slot >= morning) })
            .collect(),
        meetings: requested(&items, &free, meetings, SlotSet::first(morning), SlotSet::first(slots))?,
        precedences: precedences(&items, meetings)?,
        fairness: Some(PAPER_FAIRNESS),
        break_rule: BreakRule::RunsAcross,
        start: None,
    };
    for (entry, slot) in list(&items, "fixed", meetings)?.into_iter().flatten().enumerate() {
        let slot = within("fixed", entry, slot, 0, slots)?;
        if slot > 0 {
            problem.meetings[entry].slots.0 &= 1 << (slot - 1);
        }
    }
    Ok(problem)
}

/// Writes a schedule as MiniZinc data: the slot and the table of each meeting (from 1; 0: none), the gaps,
/// the bound and what is known. `tables` has an entry a meeting.
pub fn write_dzn(outcome: &FixedOutcome, tables: &[Option<u32>]) -> String {
    let numbers = |list: &[Option<u32>]| {
        let words: Vec<String> =
            list.iter().map(|it| it.map_or(0, |number| number + 1).to_string()).collect();
        words.join(",")
    };
    let state = match &outcome.status {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible(_) => "infeasible",
        Status::Unknown => "unknown",
    };
    let mut text = String::new();
    // Writing into a String cannot fail.
    let _ = writeln!(text, "status = \"{state}\";");
    let _ = writeln!(text, "breaks = {};\nlowerBound = {};", outcome.gaps, outcome.lower_bound);
    let _ = writeln!(text, "slot = [{}];\ntable = [{}];", numbers(&outcome.slots), numbers(tables));
    text
}

fn count(items: &Items, name: &'static str, high: usize) -> Result<usize, DznError> {
    let value = items.get(name).ok_or(DznError::Missing { name })?;
    let number = value.number().ok_or(DznError::Kind { name, expected: "a whole number" })?;
    within(name, 0, number, 0, high)
}

fn within(name: &'static str, entry: usize, value: i64, low: usize, high: usize) -> Result<usize, DznError> {
    match usize::try_from(value) {
        Ok(number) if (low..=high).contains(&number) => Ok(number),
        _ => Err(DznError::OutOfRange { name, entry: entry + 1, value, low: low as i64, high: high as i64 }),
    }
}

fn list(items: &Items, name: &'static str, expected: usize) -> Result<Option<Vec<i64>>, DznError> {
    let Some(value) = items.get(name) else {
        return Ok(None);
    };
    let numbers = value.numbers().ok_or(DznError::Kind { name, expected: "a list of whole numbers" })?;
    if numbers.len() != expected {
        return Err(DznError::Length { name, found: numbers.len(), expected });
    }
    Ok(Some(numbers))
}

fn sets<'a>(items: &'a Items, name: &'static str, expected: usize) -> Result<&'a [Vec<Range>], DznError> {
    let Some(value) = items.get(name) else {
        return Ok(&[]);
    };
    let sets = value.sets().ok_or(DznError::Kind { name, expected: "a list of sets" })?;
    if sets.len() != expected {
        return Err(DznError::Length { name, found: sets.len(), expected });
    }
    Ok(sets)
}

/// The slots each person is there; slot 0 in a `forbidden` set means nothing.
fn availability(items: &Items, people: usize, slots: usize) -> Result<Vec<SlotSet>, DznError> {
    let mut free = vec![SlotSet::first(slots); people];
    for (person, ranges) in sets(items, "forbidden", people)?.iter().enumerate() {
        for range in ranges {
            for slot in [range.low, range.high] {
                within("forbidden", person, slot, 0, slots)?;
            }
            for slot in range.low.max(1)..=range.high {
                free[person].0 &= !(1 << (slot - 1));
            }
        }
    }
    Ok(free)
}

fn requested(
    items: &Items,
    free: &[SlotSet],
    meetings: usize,
    morning: SlotSet,
    all: SlotSet,
) -> Result<Vec<FixedMeeting>, DznError> {
    let name = "requested";
    let cells = list(items, name, meetings * 3)?.ok_or(DznError::Missing { name })?;
    let mut found = Vec::with_capacity(meetings);
    for (entry, row) in cells.chunks_exact(3).enumerate() {
        let a = within(name, entry, row[0], 1, free.len())? - 1;
        let b = within(name, entry, row[1], 1, free.len())? - 1;
        if a == b {
            return Err(DznError::Kind { name, expected: "rows of two different people and a session" });
        }
        let session = match within(name, entry, row[2], 1, 3)? {
            1 => morning.0,
            2 => all.0 & !morning.0,
            _ => all.0,
        };
        let slots = SlotSet(session & free[a].0 & free[b].0);
        found.push(FixedMeeting { a: a as u32, b: b as u32, slots, table: None });
    }
    Ok(found)
}

fn precedences(items: &Items, meetings: usize) -> Result<Vec<(u32, u32)>, DznError> {
    let name = "precedences";
    let mut pairs = Vec::new();
    for (later, ranges) in sets(items, name, meetings)?.iter().enumerate() {
        for range in ranges {
            for earlier in [range.low, range.high] {
                within(name, later, earlier, 0, meetings)?;
            }
            if pairs.len() as i64 + range.high - range.low > MAX_PRECEDENCES as i64 {
                return Err(DznError::TooManyPrecedences { limit: MAX_PRECEDENCES });
            }
            pairs.extend((range.low.max(1)..=range.high).map(|earlier| (earlier as u32 - 1, later as u32)));
        }
    }
    Ok(pairs)
}
