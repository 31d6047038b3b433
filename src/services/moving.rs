//! How published meetings follow their event: to another place, day or time. They keep slot and table wherever these are still there.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Fault;
use super::proposals::ending;
use super::tx::Tx;
use crate::domain::agenda_change::{Shift, SlotChange};
use crate::domain::event::{Event, MeetingBlock, Session, Slot, Venue};
use crate::domain::ids::{MeetingId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::problems::Message;
use crate::store::{agenda, proposals};

/// Meetings before and after.
pub(super) type Moved = Vec<(Meeting, Meeting)>;

/// Those of the meetings to come that move because their slots do.
pub(super) fn with_slots(to_come: &[Meeting], slots: &[Slot], now: DateTime<Utc>) -> Moved {
    let slots: HashMap<&SlotId, &Slot> = slots.iter().map(|slot| (&slot.id, slot)).collect();
    let moved = to_come.iter().filter_map(|before| {
        let slot = slots.get(&before.slot)?;
        let is_moved = (slot.starts_at, slot.ends_at) != (before.starts_at, before.ends_at);
        let (starts_at, ends_at) = (slot.starts_at, slot.ends_at);
        is_moved.then(|| (before.clone(), Meeting { starts_at, ends_at, ..changed(before, now) }))
    });
    moved.collect()
}

/// A meeting with the mark of another change, which calendars go by.
fn changed(before: &Meeting, now: DateTime<Utc>) -> Meeting {
    Meeting { sequence: before.sequence + 1, updated_at: now, ..before.clone() }
}

/// Those of the meetings to come that change with their event: with the slots that move, given at their times now, and with its place:
/// those who met online are given tables, as far as there are any, and those who go online need none.
pub(super) fn followers(
    to_come: &[Meeting],
    (before, after): (&Venue, &Venue),
    slots: &[Slot],
    now: DateTime<Utc>,
) -> Moved {
    let moved = with_slots(to_come, slots, now);
    if is_same_for_meetings(before, after) {
        return moved;
    }
    let mut moved: HashMap<MeetingId, Meeting> =
        moved.into_iter().map(|(before, after)| (before.id, after)).collect();
    let all = to_come.iter().zip(tables(after, to_come)).map(|(before, table)| {
        let after = moved.remove(&before.id).unwrap_or_else(|| changed(before, now));
        (before.clone(), Meeting { table, ..after })
    });
    all.collect()
}

/// Whether meetings and the calendars that name their place need not change.
fn is_same_for_meetings(before: &Venue, after: &Venue) -> bool {
    match (before, after) {
        (Venue::Onsite { place: one, tables: before }, Venue::Onsite { place: other, tables: after }) => {
            one == other && (*before > 0 || *after == 0)
        }
        (Venue::Online { room_link: one }, Venue::Online { room_link: other }) => one == other,
        _ => false,
    }
}

/// The table of each meeting at a venue: its own, else the free one of the lowest number.
fn tables(venue: &Venue, planned: &[Meeting]) -> Vec<Option<u32>> {
    let Venue::Onsite { tables, .. } = venue else { return vec![None; planned.len()] };
    let mut taken: HashSet<(&SlotId, u32)> =
        planned.iter().filter_map(|meeting| Some((&meeting.slot, meeting.table?))).collect();
    let mut seat = |slot| {
        let free = (1..=*tables).find(|number| !taken.contains(&(slot, *number)))?;
        taken.insert((slot, free));
        Some(free)
    };
    planned.iter().map(|meeting| meeting.table.or_else(|| seat(&meeting.slot))).collect()
}

/// Ends the proposals in slots that move or go: whoever made them meant the time that is no longer there.
pub(super) fn end_proposals(
    tx: &mut Tx<'_>,
    event: &Event,
    slots: &[Slot],
    change: &SlotChange,
) -> Result<(), Fault> {
    let touched: BTreeSet<&SlotId> =
        slots.iter().filter(|slot| !change.kept.contains(slot)).map(|slot| &slot.id).collect();
    let mut proposals = proposals::list_open(tx.db, &event.id)?;
    proposals.retain(|proposal| touched.contains(&proposal.slot));
    ending::end_now(tx, event, &proposals)
}

/// Moves the whole agenda of an event; proposals for the old times end. Gives the slots at their times now.
///
/// # Errors
/// A time that the clocks skip on the new day.
pub(super) fn shift_agenda(
    tx: &mut Tx<'_>,
    event: &Event,
    shift: Shift,
) -> Result<Result<Vec<Slot>, Message>, Fault> {
    let zones = (event.time_zone, event.time_zone);
    let sessions = agenda::list_sessions(tx.db, &event.id)?;
    let blocks = agenda::list_blocks(tx.db, &event.id)?;
    let slots = agenda::list_slots(tx.db, &event.id)?;
    let shifted: Result<(Vec<Session>, Vec<MeetingBlock>), Message> = (|| {
        let sessions: Result<_, _> =
            sessions.iter().map(|session| shift.of_session(session, zones)).collect();
        let blocks: Result<_, _> = blocks.iter().map(|block| shift.of_block(block, zones)).collect();
        Ok((sessions?, blocks?))
    })();
    let (sessions, blocks) = match shifted {
        Ok(shifted) => shifted,
        Err(skipped) => return Ok(Err(skipped)),
    };
    for session in &sessions {
        agenda::update_session(tx.db, &event.id, session)?;
    }
    let mut kept = Vec::new();
    for block in &blocks {
        let own: Vec<Slot> = slots.iter().filter(|slot| slot.block == block.id).cloned().collect();
        let times = own.iter().zip(block.slot_times());
        let slots = times.map(|(slot, (starts_at, ends_at))| Slot { starts_at, ends_at, ..slot.clone() });
        let change = SlotChange { kept: slots.collect(), ..SlotChange::default() };
        end_proposals(tx, event, &own, &change)?;
        agenda::update_block(tx.db, &event.id, block, &change, &[])?;
        kept.extend(change.kept);
    }
    Ok(Ok(kept))
}
