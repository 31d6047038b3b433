//! People who are registered and in no meeting slot: a round cannot give them a meeting, so whoever starts one is asked first.
//!
//! Who came with a list before the agenda had a meeting block is in none, without having said so; who unticked every block
//! said it. Nobody but the organiser can tell, and both are named.

use super::causes::{is_in_none, is_nowhere};
use super::facts::Facts;
use crate::app::App;
use crate::domain::availability::Availability;
use crate::domain::change::{self, differences};
use crate::domain::event::Slot;
use crate::domain::ids::ParticipantId;
use crate::domain::misfit::is_near;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::log::note_detail;
use crate::services::tx::write;
use crate::store::registrations::{self, Filter, Named};
use crate::store::{events, participants, programme, sitting};

/// Who is registered, wants meetings and is in no slot of the event.
#[derive(Debug, Clone)]
pub struct Nowhere {
    pub count: usize,
    /// The first of them, in the order of signing up.
    pub first: Vec<Participant>,
}

/// Most of them that are named.
const NAMED: usize = 20;

/// Nobody where there are no slots yet.
pub fn nowhere(app: &App, access: &EventAccess) -> Result<Nowhere, Fault> {
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let lists = programme::get(db, &event.id)?;
        let slots: Vec<&Slot> = lists.slots.iter().filter(|slot| is_near(&event, &lists, slot)).collect();
        let people = sitting::list_sitters(db, &event.id)?;
        let state = Some(RegistrationState::Registered.code().to_string());
        let registered = registrations::names(db, &event.id, &Filter { state, ..Filter::default() })?;
        let is_out = |one: &&Named| {
            let sitter = people.get(&one.id);
            sitter.is_some_and(|one| {
                let availability =
                    Availability { attendance: &one.attendance, sessions: &lists.sessions, own_day: None };
                is_in_none(availability, slots.iter().copied())
            })
        };
        // Names come newest first.
        let found: Vec<&ParticipantId> =
            registered.iter().rev().filter(|_| !slots.is_empty()).filter(is_out).map(|one| &one.id).collect();
        let named: Vec<&ParticipantId> = found.iter().copied().take(NAMED).collect();
        let mut first = participants::list_by_ids(db, &named)?;
        first.sort_by_key(|one| named.iter().position(|id| **id == one.id));
        Ok(Nowhere { count: found.len(), first })
    })
}

/// Those of the people of some facts.
pub(super) fn in_no_slot(facts: &Facts) -> Vec<&Participant> {
    if facts.programme.slots.is_empty() {
        return Vec::new();
    }
    facts.people.iter().filter(|person| is_nowhere(facts, person)).collect()
}

/// Puts everybody who is in no slot into every meeting block, as if each had ticked them all; says how many were put. Whoever
/// takes part in sessions at all these times stays without a slot.
pub fn put_into_all_blocks(app: &App, access: &ChangeAccess) -> Result<usize, Fault> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let facts = Facts::load(tx.db, event, tx.now)?;
        let mut put = 0;
        for before in in_no_slot(&facts) {
            let mut after = before.clone();
            after.profile.attendance.blocks =
                facts.programme.blocks.iter().map(|block| block.id.clone()).collect();
            let changes = differences(before, &after, &facts.event, &facts.programme);
            if changes.is_empty() {
                continue;
            }
            after.updated_at = tx.now;
            participants::update(tx.db, &after)?;
            let detail = change::encode(&changes);
            let action = "participant.changed_attendance";
            note_detail(tx, &facts.event.id, &after.id, access.actor(), action, &detail)?;
            put += 1;
        }
        Ok(put)
    })
}
