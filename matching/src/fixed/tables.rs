//! Tables for meetings whose slots are known, with few changes: somebody who meets twice in a row in one part
//! of the event should not have to walk in between.
//!
//! Slot after slot, as many meetings as possible take the table one of their people comes from: a matching
//! of largest size between meetings and tables (Kuhn, Naval Research Logistics Quarterly 2 (1955) 83-97),
//! which is exact for the slot. As each meeting has at most two such tables, the graph is made of short
//! paths, and the whole is close to linear. Almost never can a meeting keep both its people (they come from
//! different tables), so half of the changes of people who meet in a row is about the best there is.
//!
//! ```text
//! slot 1        slot 2                 a stays at table 1, c at table 2; b and d walk
//! 1: a-b        1: a-d
//! 2: c-d        2: c-b
//! ```

use super::problem::{FixedProblem, ProblemError};
use std::collections::BTreeMap;
use thiserror::Error;

/// Tables and what they cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableOutcome {
    /// One table a meeting; `None`: not placed, or in a slot without limit (a video room, say).
    pub tables: Vec<Option<u32>>,
    /// How often a person changes the table between two consecutive meetings of one part.
    pub changes: u64,
    /// Consecutive meetings of a person in one part: the changes there would be if nobody ever stayed.
    pub moves: u64,
}

/// Why tables cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// The problem contradicts itself.
    #[error(transparent)]
    Problem(#[from] ProblemError),
    /// A list of the wrong length.
    #[error("{given} slots are given for {meetings} meetings; give one a meeting")]
    SlotsLength {
        /// Entries given.
        given: usize,
        /// Meetings.
        meetings: usize,
    },
    /// A meeting in a slot that does not exist.
    #[error("meeting {meeting} is in slot {slot}, but there are only {slots} slots, counted from 0")]
    NoSuchSlot {
        /// The meeting.
        meeting: usize,
        /// The slot.
        slot: u32,
        /// How many there are.
        slots: usize,
    },
    /// A meeting at a table that the slot does not have, or that another meeting has.
    #[error("meeting {meeting} must be at table {table} in slot {slot}, which is taken or not there")]
    NoSuchTable {
        /// The meeting.
        meeting: usize,
        /// Its table.
        table: u32,
        /// Its slot.
        slot: u32,
    },
    /// More meetings than tables.
    #[error("slot {slot} has {meetings} meetings for {tables} tables; move a meeting or add a table")]
    TooFewTables {
        /// The slot.
        slot: u32,
        /// Its meetings.
        meetings: usize,
        /// Its tables.
        tables: u32,
    },
}

/// No table, no meeting.
const NONE: u32 = u32::MAX;

/// Gives every placed meeting a table. Meetings with a table of their own keep it; others use such a table
/// only where nothing else is free. `slots` has an entry a meeting.
///
/// # Errors
/// A problem or schedule that contradicts itself, or a slot with more meetings than tables.
pub fn assign_tables(problem: &FixedProblem, slots: &[Option<u32>]) -> Result<TableOutcome, TableError> {
    problem.check()?;
    let by_slot = by_slot(problem, slots)?;
    let mut plan = Plan::new(problem);
    for (slot, meetings) in by_slot.iter().enumerate() {
        if slot > 0 && problem.slots[slot].part != problem.slots[slot - 1].part {
            plan.begin_part();
        }
        plan.seat(slot, meetings)?;
    }
    Ok(TableOutcome { tables: plan.tables, changes: plan.changes, moves: plan.moves })
}

fn by_slot(problem: &FixedProblem, slots: &[Option<u32>]) -> Result<Vec<Vec<u32>>, TableError> {
    let meetings = problem.meetings.len();
    if slots.len() != meetings {
        return Err(TableError::SlotsLength { given: slots.len(), meetings });
    }
    let mut by_slot = vec![Vec::new(); problem.slots.len()];
    for (meeting, slot) in slots.iter().enumerate() {
        let Some(slot) = *slot else { continue };
        let Some(list) = by_slot.get_mut(slot as usize) else {
            return Err(TableError::NoSuchSlot { meeting, slot, slots: problem.slots.len() });
        };
        list.push(meeting as u32);
    }
    Ok(by_slot)
}

/// The tables given so far.
struct Plan<'a> {
    problem: &'a FixedProblem,
    tables: Vec<Option<u32>>,
    changes: u64,
    moves: u64,
    /// The table of each person's last meeting, or [`NONE`].
    last: Vec<u32>,
    /// Whether that meeting was in the present part.
    here: Vec<bool>,
    /// Tables that some meeting has as its own, in order.
    own: Vec<u32>,
}

impl<'a> Plan<'a> {
    fn new(problem: &'a FixedProblem) -> Self {
        let mut own: Vec<u32> = problem.meetings.iter().filter_map(|it| it.table).collect();
        own.sort_unstable();
        own.dedup();
        Self {
            problem,
            tables: vec![None; problem.meetings.len()],
            changes: 0,
            moves: 0,
            last: vec![NONE; problem.people],
            here: vec![false; problem.people],
            own,
        }
    }

    fn begin_part(&mut self) {
        self.here.fill(false);
    }

    /// Gives the meetings of one slot their tables.
    fn seat(&mut self, slot: usize, meetings: &[u32]) -> Result<(), TableError> {
        let mut seating = Seating::default();
        let mut free = Vec::with_capacity(meetings.len());
        let count = self.problem.slots[slot].tables;
        for &meeting in meetings {
            match self.problem.meetings[meeting as usize].table {
                None => free.push(meeting),
                Some(table) if count.is_some_and(|count| table >= count) || !seating.fix(meeting, table) => {
                    return Err(TableError::NoSuchTable {
                        meeting: meeting as usize,
                        table,
                        slot: slot as u32,
                    });
                }
                Some(_) => (),
            }
        }
        if let Some(count) = count {
            if meetings.len() > count as usize {
                let meetings = meetings.len();
                return Err(TableError::TooFewTables { slot: slot as u32, meetings, tables: count });
            }
            self.seat_free(&free, count, &mut seating);
        }
        for &meeting in meetings {
            self.sit(meeting, seating.table_of.get(&meeting).copied());
        }
        Ok(())
    }

    /// Seats meetings without a table of their own: first those whose people come from a table of this part,
    /// then those whose people sat somewhere before the pause, then the others.
    fn seat_free(&self, meetings: &[u32], count: u32, seating: &mut Seating) {
        for &meeting in meetings {
            let wanted = self.wanted(meeting, count, true);
            seating.wanted.insert(meeting, wanted);
        }
        // A meeting that can keep both its people goes first: it has no second choice and is not moved again.
        let keeps_both = |it: &&u32| seating.wanted.get(it).is_some_and(|[a, b]| a == b);
        let (both, one): (Vec<u32>, Vec<u32>) = meetings.iter().partition(keeps_both);
        for meeting in both.into_iter().chain(one) {
            seating.settle(meeting);
        }
        let mut left: Vec<u32> =
            meetings.iter().copied().filter(|it| !seating.table_of.contains_key(it)).collect();
        left.retain(|&meeting| {
            let known = self.wanted(meeting, count, false);
            !known.into_iter().any(|table| table != NONE && seating.fix(meeting, table))
        });
        let own = |table: &u32| self.own.binary_search(table).is_ok();
        let own_last =
            (0..count).filter(|table| !own(table)).chain(self.own.iter().copied().filter(|&it| it < count));
        let mut tables = own_last.filter(|table| !seating.holder.contains_key(table));
        let fresh: Vec<(u32, u32)> = left.into_iter().zip(&mut tables).collect();
        for (meeting, table) in fresh {
            seating.fix(meeting, table);
        }
    }

    /// The tables the two people come from, if the slot has them.
    fn wanted(&self, meeting: u32, count: u32, in_part: bool) -> [u32; 2] {
        let it = self.problem.meetings[meeting as usize];
        [it.a, it.b].map(|person| {
            let table = self.last[person as usize];
            let known = table < count && self.here[person as usize] == in_part;
            if known { table } else { NONE }
        })
    }

    /// Notes where a meeting is held and what it changes.
    fn sit(&mut self, meeting: u32, table: Option<u32>) {
        self.tables[meeting as usize] = table;
        let it = self.problem.meetings[meeting as usize];
        for person in [it.a as usize, it.b as usize] {
            if self.here[person] {
                self.moves += 1;
                self.changes += u64::from(self.last[person] != table.unwrap_or(NONE));
            }
            self.here[person] = true;
            self.last[person] = table.unwrap_or(NONE);
        }
    }
}

/// The tables of one slot while they are given out.
#[derive(Default)]
struct Seating {
    holder: BTreeMap<u32, u32>,
    table_of: BTreeMap<u32, u32>,
    /// The one or two tables each meeting would like; it may be moved between them, never away from both.
    wanted: BTreeMap<u32, [u32; 2]>,
}

impl Seating {
    /// Gives a meeting a table if it is free.
    fn fix(&mut self, meeting: u32, table: u32) -> bool {
        if self.holder.contains_key(&table) {
            return false;
        }
        self.holder.insert(table, meeting);
        self.table_of.insert(meeting, table);
        true
    }

    /// Gives a meeting one of its wanted tables, moving others to their second choice where needed.
    fn settle(&mut self, meeting: u32) {
        let Some(&wanted) = self.wanted.get(&meeting) else {
            return;
        };
        for table in wanted {
            if table != NONE
                && let Some(path) = self.alternating_path(meeting, table)
            {
                for (meeting, table) in path {
                    self.holder.insert(table, meeting);
                    self.table_of.insert(meeting, table);
                }
                return;
            }
        }
    }

    /// Who takes which table if the meeting takes this one; `None` if it ends at somebody without a second
    /// choice or runs in a circle. No branching, as nobody has more than two choices.
    fn alternating_path(&self, meeting: u32, table: u32) -> Option<Vec<(u32, u32)>> {
        let mut path = vec![(meeting, table)];
        let mut table = table;
        while let Some(&other) = self.holder.get(&table) {
            let [first, second] = *self.wanted.get(&other)?;
            let next = if first == table { second } else { first };
            if next == NONE || next == table || path.len() > self.holder.len() {
                return None;
            }
            path.push((other, next));
            table = next;
        }
        Some(path)
    }
}
