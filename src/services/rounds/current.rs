//! An event as it is now, read once for all who look at it.
//!
//! Invariant: what is kept is as new as the event's version in the database, which is asked for on every page
//! (`store/event_versions.rs`): with several servers too, and after a change by hand. Whoever comes while it is read anew
//! waits for that, holding no connection. Writes see what is kept only if it is right in their own transaction, and never keep.

use std::sync::Arc;

use super::kept::Kept;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::services::Fault;
use crate::store::event_versions::{self, Versions};
use crate::store::{Db, StoreError, events};

/// An event as it is now.
pub(in crate::services) fn kept(app: &App, id: &EventId) -> Result<Arc<Kept>, Fault> {
    let place = app.facts.place(id, app.clock.now());
    let now = current(app, id)?;
    if let Some(kept) = place.kept.try_lock().and_then(|kept| kept.clone())
        && kept.is_of(&now.0, &now.1)
    {
        return Ok(kept);
    }
    let mut held = place.kept.lock();
    // Whoever held the place may have read it meanwhile.
    let now = current(app, id)?;
    if let Some(kept) = held.as_ref().filter(|kept| kept.is_of(&now.0, &now.1)) {
        return Ok(Arc::clone(kept));
    }
    let before = held.take();
    let kept = Arc::new(app.store.read(|db| Kept::load(db, now.clone(), before.as_deref()))?);
    *place.people.lock() = kept.facts().people.len();
    *held = Some(Arc::clone(&kept));
    drop(held);
    app.facts.make_room();
    Ok(kept)
}

/// The same inside a write, if it is right there; else it is read for this one write.
pub(in crate::services) fn kept_in(app: &App, db: &mut Db, event: &Event) -> Result<Arc<Kept>, Fault> {
    let versions = event_versions::get(db, &event.id)?;
    let place = app.facts.place(&event.id, app.clock.now());
    let known = place.kept.try_lock().and_then(|kept| kept.clone());
    match known.filter(|kept| kept.is_of(event, &versions)) {
        Some(kept) => Ok(kept),
        None => Ok(Arc::new(Kept::load(db, (event.clone(), versions), None)?)),
    }
}

/// The event, and the version that what is read from now on has at least.
fn current(app: &App, id: &EventId) -> Result<(Event, Versions), StoreError> {
    app.store.read(|db| Ok((events::get(db, id)?, event_versions::get(db, id)?)))
}

/// Lets go of events that nobody looks at, so that the memory is there for others; gives how many.
pub fn forget_facts(app: &App) -> Result<usize, Fault> {
    app.store.write(event_versions::tidy)?;
    Ok(app.facts.forget_unused(app.clock.now()))
}
