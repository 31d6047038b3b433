//! Whose turn it is to have plans worked out only to look at them: one at a time for each event, so that nobody who asks again and
//! again takes the processor from others.

use std::collections::HashSet;

use parking_lot::Mutex;

use crate::domain::ids::EventId;

/// The events of which plans are being worked out here: one at a time for each, however often somebody asks.
#[derive(Default)]
pub struct Turns(Mutex<HashSet<EventId>>);

/// Plans of an event are being worked out as long as it lives.
pub struct Turn<'a> {
    turns: &'a Turns,
    event: EventId,
}

impl Turns {
    /// Takes an event's turn; none while somebody else has it.
    pub fn begin(&self, event: &EventId) -> Option<Turn<'_>> {
        self.0.lock().insert(event.clone()).then(|| Turn { turns: self, event: event.clone() })
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.turns.0.lock().remove(&self.event);
    }
}
