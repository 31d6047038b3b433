//! From where confirmations came within the hour; known in memory alone. It stands apart, since the world of the services
//! holds it.

use crate::domain::network::Network;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;

use crate::domain::burst::WITHIN;
use crate::domain::ids::{EventId, ParticipantId};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Network(Network),
    Domain(String),
}

/// Who confirmed when.
type Confirmed = HashMap<ParticipantId, DateTime<Utc>>;

/// Who confirmed when, by the place from which they came.
#[derive(Debug, Default)]
pub struct Bursts(Mutex<HashMap<(EventId, Place), Confirmed>>);

impl Bursts {
    /// Counts somebody once, however often their transaction runs; gives how many others came from there.
    pub(super) fn count(
        &self,
        event: &EventId,
        place: Place,
        who: &ParticipantId,
        now: DateTime<Utc>,
    ) -> usize {
        let mut seen = self.0.lock();
        seen.retain(|_, people| {
            people.retain(|_, at| *at > now - WITHIN);
            !people.is_empty()
        });
        let people = seen.entry((event.clone(), place)).or_default();
        people.insert(who.clone(), now);
        people.len() - 1
    }
}
