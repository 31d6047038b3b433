//! What a caller says about people, slots, pairs and wishes before a problem is built from it.

use crate::model::coverage::Coverage;
use crate::model::quotas::{Crossing, Quota};

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
}

/// One meeting slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlotInput {
    /// Tables in this slot, numbered from 0; `None` where meetings need no table (video rooms).
    pub tables: Option<u32>,
    /// The part of the day: an idle gap or a change of table is not counted from one part to the next.
    pub part: u32,
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
    /// The table this person stays at; nobody else's meetings are put there.
    pub booth: Option<u32>,
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
