//! What was made of an event, kept in memory from one page to the next for as long as its version is the same.
//!
//! Invariant: what is kept is as new as the version in the database, which whoever asks has read first, each time
//! (`store/event_versions.rs`). What is read after it is at least as new. In a write nothing is kept, and nothing that is kept
//! is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::domain::ids::EventId;

/// Most events of which something is kept; a further one takes the place of all.
const MOST: usize = 500;

/// A value for each event, with the version it was made at.
pub(super) struct KeptByVersion<V, T>(Mutex<HashMap<EventId, (V, Arc<T>)>>);

impl<V, T> Default for KeptByVersion<V, T> {
    fn default() -> Self {
        KeptByVersion(Mutex::default())
    }
}

impl<V, T> KeptByVersion<V, T> {
    /// The value of an event at a version: the one that is kept if `is_same` as the version it was made at, else a new one.
    pub fn get<E>(
        &self,
        event: &EventId,
        version: V,
        is_same: impl Fn(&V, &V) -> bool,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let known = self
            .0
            .lock()
            .get(event)
            .filter(|(known, _)| is_same(known, &version))
            .map(|(_, value)| Arc::clone(value));
        if let Some(value) = known {
            return Ok(value);
        }
        let value = Arc::new(make()?);
        let mut kept = self.0.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(event.clone(), (version, Arc::clone(&value)));
        Ok(value)
    }
}
