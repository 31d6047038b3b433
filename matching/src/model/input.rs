//! What a caller says about people, slots, pairs and wishes before a problem is built from it.

use crate::model::coverage::Coverage;
use crate::model::quotas::{Crossing, Quota};
use std::collections::BTreeSet;

/// Highest weight of a pair.
pub const MOST_WEIGHT: u32 = 1000;
/// Most people of a problem.
pub const MOST_PEOPLE: usize = 1_000_000;

/// A whole matching problem as plain data; [`crate::Problem::new`] checks it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// The meeting slots in order of time, at most [`crate::MOST_SLOTS`].
    pub slots: Vec<SlotInput>,
    pub people: Vec<PersonInput>,
    /// The pairs that may meet, each once; a pair that is not listed never meets.
    pub pairs: Vec<PairInput>,
    /// Meetings the organiser has decided.
    pub pins: Vec<Pin>,
    /// All of them are kept; at most [`crate::MOST_QUOTAS`].
    pub quotas: Vec<Quota>,
    /// Kept as far as it can be, before anything else is looked at.
    pub coverage: Option<Coverage>,
    /// Where a meeting needs a language that both speak, or somebody who interprets; else languages do not matter.
    pub interpreting: Option<Interpreting>,
}

impl Input {
    /// Adds slots like the last one, with everybody there who is there at any time, and where they stay last.
    pub fn add_slots(&mut self, more: usize) {
        let Some(last) = self.slots.last().cloned() else { return };
        self.slots.extend(std::iter::repeat_n(last, more));
        for person in &mut self.people {
            let comes = person.available.contains(&true);
            person.available.extend(std::iter::repeat_n(comes, more));
            if let Some(booth) = person.booth.as_mut().filter(|booth| !booth.slots.is_empty()) {
                let stays = booth.slots.last().copied().unwrap_or(true);
                booth.slots.extend(std::iter::repeat_n(stays, more));
            }
        }
        let interpreters = self.interpreting.iter_mut().flat_map(|said| &mut said.interpreters);
        for own in interpreters.map(|one| &mut one.slots).filter(|own| !own.is_empty()) {
            let is_there = own.last().copied().unwrap_or(true);
            own.extend(std::iter::repeat_n(is_there, more));
        }
    }
}

/// One meeting slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlotInput {
    /// Tables in this slot, numbered from 0; `None` where meetings need no table (video rooms).
    pub tables: Option<u32>,
    /// Those of them that are not there in this slot.
    pub missing: Vec<u32>,
    /// The part of the day: an idle gap or a change of table is not counted from one part to the next.
    pub part: u32,
}

impl SlotInput {
    /// Whether a table is there.
    pub(crate) fn has(&self, table: u32) -> bool {
        self.tables.is_some_and(|tables| table < tables) && !self.missing.contains(&table)
    }
}

/// One participant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonInput {
    /// Most meetings.
    pub cap: u32,
    /// Wished minimum of meetings.
    pub minimum: u32,
    /// One entry per slot.
    pub available: Vec<bool>,
    /// Where this person stays; nobody else's meetings are put there.
    pub booth: Option<Booth>,
}

/// Tables that are kept for the meetings of certain people, who come with the same ones: an exhibitor's booth, or the tables of a
/// group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Booth {
    /// Those of one person are those of another one, or all different.
    pub tables: Vec<u32>,
    /// For each slot whether the person stays there; in others they sit at any free table. Empty: in every slot.
    pub slots: Vec<bool>,
    /// Whether the person goes to others who stay at a booth of theirs and do not yield. Of two who yield, the one of the lower
    /// tables is the host; two who do not yield cannot meet while both stay.
    pub yields: bool,
}

impl Booth {
    /// One table, in every slot.
    #[must_use]
    pub fn at(table: u32) -> Booth {
        Booth { tables: vec![table], ..Booth::default() }
    }
}

/// Most interpreters of a problem (they are bits of a machine word).
pub const MOST_INTERPRETERS: usize = 128;

/// What people speak, and who interprets between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpreting {
    /// The languages of each person, as numbers.
    pub languages: Vec<Vec<u32>>,
    /// At most [`MOST_INTERPRETERS`].
    pub interpreters: Vec<Interpreter>,
    /// Pairs whose meeting needs nobody, whatever they speak; the order of the two does not matter.
    pub exempt: BTreeSet<(usize, usize)>,
}

/// Somebody who interprets between any two of their languages, one meeting at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpreter {
    pub languages: Vec<u32>,
    /// For each slot whether they are there. Empty: in every slot.
    pub slots: Vec<bool>,
}

impl Interpreter {
    pub(crate) fn is_there(&self, slot: usize) -> bool {
        self.slots.is_empty() || self.slots[slot]
    }
}

/// Two people who may meet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairInput {
    pub a: usize,
    pub b: usize,
    /// 1 to [`crate::MOST_WEIGHT`].
    pub weight: u32,
    pub request: Request,
    /// The quotas that the meeting counts for.
    pub crossing: Crossing,
}

impl PairInput {
    /// The two in order.
    pub(crate) fn key(&self) -> (usize, usize) {
        ordered(self.a, self.b)
    }
}

/// Who asked for the meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Request {
    #[default]
    None,
    OneWay,
    /// Both asked, or one asked and the other accepted.
    Mutual,
}

/// A meeting that must take place, in this slot and at this table where they are given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pin {
    pub a: usize,
    pub b: usize,
    pub slot: Option<usize>,
    pub table: Option<u32>,
}

impl Pin {
    /// The two in order.
    pub(crate) fn key(&self) -> (usize, usize) {
        ordered(self.a, self.b)
    }
}

/// Two people in the order in which pairs are looked up.
pub(crate) fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}
