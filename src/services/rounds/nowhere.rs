//! People who are registered and in no meeting slot: a round cannot give them a meeting, so whoever starts one is asked first.
//!
//! Who came with a list before the agenda had a meeting block is in none, without having said so; who unticked every block
//! said it. Nobody but the organiser can tell, and both are named.

use super::causes::is_nowhere;
use super::facts::Facts;
use crate::app::App;
use crate::domain::change::{self, differences};
use crate::domain::participant::Participant;
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::log::note_detail;
use crate::services::tx::write;
use crate::store::{events, participants};

/// Who is registered, wants meetings and is in no slot of the event, in the order of signing up. Nobody where there are no
/// slots yet.
pub fn nowhere(app: &App, access: &EventAccess) -> Result<Vec<Participant>, Fault> {
    let facts = app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Ok::<_, Fault>(Facts::load(db, event, app.clock.now())?)
    })?;
    Ok(in_no_slot(&facts))
}

fn in_no_slot(facts: &Facts) -> Vec<Participant> {
    if facts.programme.slots.is_empty() {
        return Vec::new();
    }
    facts.people.iter().filter(|person| is_nowhere(facts, person)).cloned().collect()
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
            let changes = differences(&before, &after, &facts.event, &facts.programme);
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
