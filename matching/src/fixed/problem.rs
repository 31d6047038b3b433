//! The input and the answer of a schedule of fixed meetings: plain values, no algorithm.
//!
//! The problem is the Business-to-Business Meeting Scheduling Problem (B2BSP) of Bofill, Coll, Garcia,
//! Giraldez-Cru, Pesant, Suy and Villaret, JAIR 74 (2022) 263-301, widened by parts of the day, unlimited
//! tables and meetings at a fixed table, so that the second stage of a match round is the same problem.

pub use crate::model::slots::{MOST_SLOTS, SlotSet};
use thiserror::Error;

/// One slot; slots are listed in time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSlot {
    /// How many meetings can be held at once, at tables `0..tables`; `None`: as many as wanted.
    pub tables: Option<u32>,
    /// The part of the event (a half-day, say) the slot lies in; a pause separates two parts.
    pub part: u32,
}

/// One meeting that must be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedMeeting {
    /// One of the two people, `0..people`.
    pub a: u32,
    /// The other one.
    pub b: u32,
    /// When it may be held: availability of both, session and pins already taken into account.
    pub slots: SlotSet,
    /// The table it must be held at (a booth), if any. No two such meetings share a table and slot.
    pub table: Option<u32>,
}

/// What counts as a gap in somebody's schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakRule {
    /// An idle stretch between two meetings of the same part: match rounds.
    IdleGapsWithinPart,
    /// An idle stretch between two meetings, parts or not: the B2BSP of the paper.
    RunsAcross,
}

/// Meetings to be given slots so that people have few gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedProblem {
    /// How many people there are; those without a meeting count for fairness.
    pub people: usize,
    /// The slots in time order, at most [`MOST_SLOTS`].
    pub slots: Vec<FixedSlot>,
    /// The meetings, all of which must be held.
    pub meetings: Vec<FixedMeeting>,
    /// Pairs of meetings `(earlier, later)`: the first in a strictly earlier slot than the second.
    pub precedences: Vec<(u32, u32)>,
    /// By how much the numbers of gaps of any two people may differ.
    pub fairness: Option<u32>,
    /// What counts as a gap.
    pub break_rule: BreakRule,
    /// A schedule to start from, one slot a meeting. What in it breaks a rule is placed anew.
    pub start: Option<Vec<Option<u32>>>,
}

/// How much to try. Everything is counted in work units, never in seconds, so that a run can be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedOptions {
    /// The same problem, options and seed give the same answer.
    pub seed: u64,
    /// Units for the search; a unit is one meeting looked at (about 15 million a second).
    pub work: u64,
    /// Units for proofs, in the same measure; 0: no proof by search is tried.
    pub proof_work: u64,
}

impl FixedOptions {
    /// For a file an organiser waits for: a second or two of search, up to about a minute of proof.
    pub fn for_files(seed: u64) -> Self {
        Self { seed, work: 20_000_000, proof_work: 2_700_000_000 }
    }

    /// For the second stage of a round, whose meetings have slots already: a few seconds at 15,000 people,
    /// and no proof.
    pub fn for_rounds(seed: u64, meetings: usize) -> Self {
        // A unit takes longer where the board does not fit into the processor's cache.
        let most = if meetings > 20_000 { 8_000_000 } else { 20_000_000 };
        Self { seed, work: (meetings as u64 * 20_000).min(most), proof_work: 0 }
    }
}

/// How far a run has come, for a progress bar and for the decision to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedProgress {
    /// Gaps of the best schedule so far.
    pub gaps: u64,
    /// No schedule has fewer.
    pub lower_bound: u64,
    /// Meetings that have no slot yet.
    pub unplaced: usize,
    /// Work units used so far.
    pub work: u64,
}

/// A schedule and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedOutcome {
    /// One slot a meeting; `None` only where the status is `Unknown` or `Infeasible`.
    pub slots: Vec<Option<u32>>,
    /// The gaps of all people together.
    pub gaps: u64,
    /// No schedule has fewer gaps.
    pub lower_bound: u64,
    /// What was found or proved.
    pub status: Status,
    /// Work units used.
    pub work: u64,
}

/// What a run has found or proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Every rule is kept and no schedule has fewer gaps.
    Optimal,
    /// Every rule is kept.
    Feasible,
    /// No schedule keeps every rule, for this reason.
    Infeasible(FixedConflict),
    /// No schedule was found, and none was excluded; the slots given keep all rules but one: some meetings
    /// have none, or people's gaps differ by more than the fairness allows.
    Unknown,
}

/// Why no schedule keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixedConflict {
    /// These meetings of one person have fewer slots between them than there are meetings.
    Person {
        /// The person.
        person: u32,
        /// The meetings.
        meetings: Vec<u32>,
        /// The slots they may be held in, too few.
        slots: SlotSet,
    },
    /// These meetings must be held in slots that have too few tables for them.
    Tables {
        /// The meetings.
        meetings: Vec<u32>,
        /// The slots they may be held in.
        slots: SlotSet,
        /// The tables of these slots together.
        places: u64,
    },
    /// These meetings must follow one another in too few slots (or in a circle).
    Order {
        /// The meetings, each to be before the next.
        meetings: Vec<u32>,
    },
    /// Shown by a search through all cases: the schedules of these people cannot be had together.
    People {
        /// The people; leaving out any other person does not help.
        people: Vec<u32>,
    },
}

/// What contradicts itself in a problem.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// Too many slots.
    #[error(
        "the problem has {count} slots; at most {MOST_SLOTS} can be scheduled together, so split the event"
    )]
    TooManySlots {
        /// Slots given.
        count: usize,
    },
    /// Parts not in time order.
    #[error(
        "slot {slot} lies in part {part}, before the part of the slot ahead of it; list slots in time order"
    )]
    PartOrder {
        /// The slot.
        slot: usize,
        /// Its part.
        part: u32,
    },
    /// A person that does not exist.
    #[error("meeting {meeting} names person {person}, but there are only {people} people, counted from 0")]
    NoSuchPerson {
        /// The meeting.
        meeting: usize,
        /// The person.
        person: u32,
        /// How many there are.
        people: usize,
    },
    /// Both sides the same.
    #[error("meeting {meeting} has person {person} on both sides")]
    WithOneself {
        /// The meeting.
        meeting: usize,
        /// The person.
        person: u32,
    },
    /// A slot that does not exist.
    #[error("meeting {meeting} may be held in slot {slot}, but there are only {slots} slots, counted from 0")]
    NoSuchSlot {
        /// The meeting.
        meeting: usize,
        /// The slot.
        slot: u32,
        /// How many there are.
        slots: usize,
    },
    /// A meeting that does not exist.
    #[error("a precedence names meeting {meeting}, but there are only {meetings} meetings, counted from 0")]
    NoSuchMeeting {
        /// The meeting.
        meeting: u32,
        /// How many there are.
        meetings: usize,
    },
    /// A list of the wrong length.
    #[error("the given schedule has {given} entries for {meetings} meetings; give one a meeting")]
    StartLength {
        /// Entries given.
        given: usize,
        /// Meetings.
        meetings: usize,
    },
    /// Too many things to number in 32 bits.
    #[error("the problem has more than {limit} {what}; split the event")]
    TooLarge {
        /// People or meetings.
        what: &'static str,
        /// The most that can be numbered.
        limit: usize,
    },
}

/// The most people and the most meetings of a problem.
pub const MAX_COUNT: usize = 1 << 24;

impl FixedProblem {
    /// Refuses what contradicts itself, so that everything after it can index without doubt.
    pub fn check(&self) -> Result<(), ProblemError> {
        if self.slots.len() > MOST_SLOTS {
            return Err(ProblemError::TooManySlots { count: self.slots.len() });
        }
        for (what, count) in [("people", self.people), ("meetings", self.meetings.len())] {
            if count > MAX_COUNT {
                return Err(ProblemError::TooLarge { what, limit: MAX_COUNT });
            }
        }
        for (slot, pair) in self.slots.windows(2).enumerate() {
            if pair[1].part < pair[0].part {
                return Err(ProblemError::PartOrder { slot: slot + 1, part: pair[1].part });
            }
        }
        for (meeting, it) in self.meetings.iter().enumerate() {
            self.check_meeting(meeting, it)?;
        }
        let meetings = self.meetings.len();
        for &(earlier, later) in &self.precedences {
            for meeting in [earlier, later] {
                if meeting as usize >= meetings {
                    return Err(ProblemError::NoSuchMeeting { meeting, meetings });
                }
            }
        }
        match &self.start {
            Some(start) if start.len() != meetings => {
                Err(ProblemError::StartLength { given: start.len(), meetings })
            }
            _ => Ok(()),
        }
    }

    fn check_meeting(&self, meeting: usize, it: &FixedMeeting) -> Result<(), ProblemError> {
        let people = self.people;
        for person in [it.a, it.b] {
            if person as usize >= people {
                return Err(ProblemError::NoSuchPerson { meeting, person, people });
            }
        }
        if it.a == it.b {
            return Err(ProblemError::WithOneself { meeting, person: it.a });
        }
        let slots = self.slots.len();
        match it.slots.iter().find(|&slot| slot as usize >= slots) {
            Some(slot) => Err(ProblemError::NoSuchSlot { meeting, slot, slots }),
            None => Ok(()),
        }
    }
}
