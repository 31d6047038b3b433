//! The events that people are looking at, kept in memory from one page to the next.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use parking_lot::Mutex;

use super::kept::Kept;
use crate::domain::ids::EventId;

/// Most people whose facts are kept; the event that nobody has looked at for longest goes first.
const MOST_PEOPLE: usize = 20_000;

/// For how long an event is kept that nobody looks at.
const UNUSED: Duration = Duration::minutes(10);

/// The events that are kept.
#[derive(Default)]
pub struct FactsCache(Mutex<HashMap<EventId, Arc<Place>>>);

/// The place of an event. It is locked while the event is read.
#[derive(Default)]
pub(super) struct Place {
    pub kept: Mutex<Option<Arc<Kept>>>,
    used_at: Mutex<DateTime<Utc>>,
    pub people: Mutex<usize>,
}

impl FactsCache {
    /// Where an event is kept, which somebody asks for.
    pub(super) fn place(&self, event: &EventId, now: DateTime<Utc>) -> Arc<Place> {
        let mut places = self.0.lock();
        let place = places.entry(event.clone()).or_default();
        *place.used_at.lock() = now;
        Arc::clone(place)
    }

    /// Lets go of what is too much; the event that was asked for last stays.
    pub(super) fn make_room(&self) {
        let mut places = self.0.lock();
        let mut by_use: Vec<(DateTime<Utc>, EventId, usize)> = places
            .iter()
            .map(|(event, place)| (*place.used_at.lock(), event.clone(), *place.people.lock()))
            .collect();
        by_use.sort_by(|(one, ..), (other, ..)| other.cmp(one));
        let mut people = 0;
        for (nth, (_, event, own)) in by_use.into_iter().enumerate() {
            people += own;
            if nth > 0 && people > MOST_PEOPLE {
                places.remove(&event);
            }
        }
    }

    /// Lets go of the events that nobody looks at; gives how many.
    pub(super) fn forget_unused(&self, now: DateTime<Utc>) -> usize {
        let mut places = self.0.lock();
        let before = places.len();
        places.retain(|_, place| (now - *place.used_at.lock()).abs() < UNUSED);
        before - places.len()
    }
}
