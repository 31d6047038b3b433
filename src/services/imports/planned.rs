//! What becomes of the rows of a file, and of the participants whom they are about.

use super::entries::{Entry, RowFault};
use crate::documents::participant_list::Column;
use crate::domain::change::Change;
use crate::domain::participant::{Participant, Profile};
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;

/// A row of the file and what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// The line of the file on which the row begins, from 1.
    pub line: usize,
    /// Who it is about, as far as the row says.
    pub who: String,
    pub outcome: RowOutcome,
    /// The line of the first row about the same participant, if that is another.
    pub repeats: Option<usize>,
    /// The row's cells as they stand in the file.
    pub cells: Vec<String>,
}

impl PlannedRow {
    /// What is wrong with the row; nothing if it can be imported.
    pub fn faults(&self) -> &[RowFault] {
        match &self.outcome {
            RowOutcome::Faulty(faults) => faults,
            _ => &[],
        }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// A participant that the event does not have.
    New,
    /// Changes a participant in these columns, or adds to an earlier row of the file.
    Changed(Vec<Column>),
    /// Registers a participant who is known and was not registered, from this state.
    Registers(RegistrationState),
    /// Asks a participant who is known and was not registered, from this state.
    Invites(RegistrationState),
    /// Says nothing that is not known.
    Same,
    /// Is not imported, for this reason.
    LeftOut(Message),
    /// Cannot be imported as it is.
    Faulty(Vec<RowFault>),
}

/// How many rows there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub faulty: usize,
    /// Known people who were not registered and become so, or are asked.
    pub registers: usize,
    pub left_out: usize,
}

/// What becomes of one participant, from all rows about them.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// Waits if the file says so, even if there are seats.
    New(Box<Profile>, bool),
    Changed(Box<Participant>, Vec<Change>),
    /// Is registered, or waits, or is asked, from this state.
    Registered(Box<Participant>, Vec<Change>, RegistrationState),
    Same,
}

/// All rows about one participant.
pub(super) struct Group {
    pub entry: Entry,
    pub line: usize,
    pub waits: bool,
    /// Places of the rows, and whether each added something to those before it.
    pub rows: Vec<(usize, bool)>,
}
