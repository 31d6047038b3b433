//! What changes in the published plan, before anybody is told.

use std::collections::BTreeSet;

use crate::domain::ids::{InterpreterId, ParticipantId};
use crate::domain::meeting::{Because, Meeting};

/// What changes in the published plan of an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanChange {
    /// New meetings.
    pub added: Vec<Meeting>,
    /// Meetings as they were, and at their new slot or table with a higher sequence.
    pub moved: Vec<(Meeting, Meeting)>,
    /// Meetings as they were.
    pub cancelled: Vec<Meeting>,
    /// Somebody who leaves, with all of their meetings.
    pub leaver: Option<Leaver>,
    /// Why the organiser changes the plan, where that is to be told.
    pub because: Option<Because>,
}

/// Somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaver {
    /// Their registration ends: their calendar is cleared, and the mail about that says the rest.
    Unregistered(ParticipantId),
    /// Everything about them is deleted, and they hear nothing.
    Erased(ParticipantId),
}

impl PlanChange {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.moved.is_empty() && self.cancelled.is_empty()
    }

    /// Everyone whose plan changes.
    pub fn people(&self) -> BTreeSet<ParticipantId> {
        let moved = self.moved.iter().map(|(before, _)| before);
        let meetings = self.added.iter().chain(&self.cancelled).chain(moved);
        meetings.flat_map(|meeting| [meeting.a.clone(), meeting.b.clone()]).collect()
    }

    /// Everybody who interprets in a meeting that changes, before or after.
    pub(super) fn interpreters(&self) -> BTreeSet<InterpreterId> {
        let moved = self.moved.iter().flat_map(|(before, after)| [before, after]);
        let meetings = self.added.iter().chain(&self.cancelled).chain(moved);
        meetings.filter_map(|meeting| meeting.interpreter.clone()).collect()
    }

    /// The meetings that take a place.
    pub(super) fn arriving(&self) -> Vec<&Meeting> {
        self.added.iter().chain(self.moved.iter().map(|(_, after)| after)).collect()
    }
}
