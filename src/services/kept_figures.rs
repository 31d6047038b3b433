//! The figures of published plans, as they are kept in memory.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::kept_by_version::KeptByVersion;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::store::event_versions::Versions;

/// The published plan of an event in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlanFigures {
    pub meetings: usize,
    /// How many people sit in them.
    pub seated: usize,
    /// Meetings to which somebody did not come, as far as it was said.
    pub missed: usize,
    /// Registered people who want meetings and are in no meeting block.
    pub in_no_block: usize,
    /// When the meetings begin that no longer fit, and who sits in them.
    pub misfits: Vec<(DateTime<Utc>, [ParticipantId; 2])>,
}

/// How many meetings fit no longer, and how many people sit in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MisfitCount {
    pub meetings: usize,
    pub people: usize,
}

/// The figures that are kept.
#[derive(Default)]
pub struct KeptFigures(pub(super) KeptByVersion<(Event, Versions), PlanFigures>);

impl PlanFigures {
    /// The meetings to come that fit no longer.
    pub fn count_misfits(&self, now: DateTime<Utc>) -> MisfitCount {
        let to_come = || self.misfits.iter().filter(|(starts_at, _)| *starts_at > now);
        let people: HashSet<&ParticipantId> = to_come().flat_map(|(_, both)| both).collect();
        MisfitCount { meetings: to_come().count(), people: people.len() }
    }
}
