//! The numbers under which the engine knows people and slots, and the way there and back.

use std::collections::HashMap;

use super::facts::Facts;
use crate::domain::ids::{ParticipantId, SlotId};

/// Where each person and slot stands in the lists of the facts.
pub(super) struct Places<'a> {
    people: HashMap<&'a ParticipantId, usize>,
    slots: HashMap<&'a SlotId, usize>,
    /// Of each slot, whether it has begun.
    begun: Vec<bool>,
}

impl<'a> Places<'a> {
    /// Numbers everyone registered and every slot.
    pub fn of(facts: &'a Facts) -> Places<'a> {
        let slots = &facts.programme.slots;
        Places {
            people: facts.places(),
            slots: slots.iter().enumerate().map(|(place, slot)| (&slot.id, place)).collect(),
            begun: slots.iter().map(|slot| slot.starts_at <= facts.now).collect(),
        }
    }

    /// By participant.
    pub fn people(&self) -> &HashMap<&'a ParticipantId, usize> {
        &self.people
    }

    pub fn person(&self, id: &ParticipantId) -> Option<usize> {
        self.people.get(id).copied()
    }

    /// Two people, the lower number first.
    pub fn pair(&self, a: &ParticipantId, b: &ParticipantId) -> Option<(usize, usize)> {
        let (a, b) = (self.person(a)?, self.person(b)?);
        Some((a.min(b), a.max(b)))
    }

    pub fn slot(&self, id: &SlotId) -> Option<usize> {
        self.slots.get(id).copied()
    }

    /// What happens there is no longer planned: tables of these slots are what they were, and the engine is not asked.
    pub fn has_begun(&self, slot: usize) -> bool {
        self.begun.get(slot).copied().unwrap_or(false)
    }

    /// The slots that have begun.
    pub fn begun(&self) -> Vec<usize> {
        (0..self.begun.len()).filter(|slot| self.has_begun(*slot)).collect()
    }

    /// A meeting by numbers; none where one of the two is no longer registered. Its table is counted from 1.
    pub fn meeting(
        &self,
        pair: (&ParticipantId, &ParticipantId),
        slot: &SlotId,
        table: Option<u32>,
    ) -> Option<matching::Meeting> {
        let ((a, b), slot) = (self.pair(pair.0, pair.1)?, self.slot(slot)?);
        let table = table.and_then(|number| number.checked_sub(1)).filter(|_| !self.has_begun(slot));
        Some(matching::Meeting { a, b, slot, table })
    }
}
