//! The lists, agendas and questions of the events whose pages are open.

use std::sync::Arc;

use super::kept_by_version::KeptByVersion;
use crate::domain::event::Programme;
use crate::domain::ids::EventId;
use crate::store::event_versions::{self, Version};
use crate::store::{Db, StoreError, programme};

/// The programmes that are kept.
#[derive(Default)]
pub struct KeptProgrammes(KeptByVersion<Version, Programme>);

impl KeptProgrammes {
    /// The programme of an event as it is now; inside a read.
    pub(super) fn get(&self, db: &mut Db, event: &EventId) -> Result<Arc<Programme>, StoreError> {
        let version = event_versions::of_lists(db, event)?;
        self.0.get(event, version, PartialEq::eq, || programme::get(db, event))
    }
}
