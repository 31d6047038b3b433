//! The lists, agendas and questions of the events whose pages are open, kept in memory from one page to the next.
//!
//! Invariant: what is kept is as new as the version in the database, which is asked for every time
//! (`store/event_versions.rs`). In a write nothing is kept, and nothing that is kept is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::domain::event::Programme;
use crate::domain::ids::EventId;
use crate::store::event_versions::{self, Version};
use crate::store::{Db, StoreError, programme};

/// Most events that are kept; a further one takes the place of all.
const MOST: usize = 500;

/// The programmes that are kept.
#[derive(Default)]
pub struct KeptProgrammes(Mutex<HashMap<EventId, (Version, Arc<Programme>)>>);

impl KeptProgrammes {
    /// The programme of an event as it is now; inside a read.
    pub(super) fn get(&self, db: &mut Db, event: &EventId) -> Result<Arc<Programme>, StoreError> {
        let version = event_versions::of_lists(db, event)?;
        let known = self.0.lock().get(event).filter(|(known, _)| *known == version).cloned();
        if let Some((_, programme)) = known {
            return Ok(programme);
        }
        let programme = Arc::new(programme::get(db, event)?);
        let mut kept = self.0.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(event.clone(), (version, Arc::clone(&programme)));
        Ok(programme)
    }
}
