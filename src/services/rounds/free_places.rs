//! Where a meeting of a draft can go when it is moved by hand: the times at which both are there and free and a table is, each
//! with what it costs the two in gaps between their meetings. Points do not change by moving.

use std::collections::HashMap;

use super::draft::{DraftMeeting, RoundView};
use crate::app::App;
use crate::domain::event::Venue;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::round::RoundMeeting;

/// A time at which a meeting can be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreePlace {
    pub slot: SlotId,
    /// The tables that are free then, in order; empty where meetings need none.
    pub tables: Vec<u32>,
    /// Gaps between meetings that the two have more than now, together; negative: fewer.
    pub more_gaps: i64,
}

/// The places for a meeting of a draft, in order of time; its own slot is among them while its two people are there.
pub fn free_places(app: &App, view: &RoundView, draft: &DraftMeeting) -> Vec<FreePlace> {
    let now = app.clock.now();
    let others: Vec<&RoundMeeting> =
        view.meetings.iter().map(|other| &other.meeting).filter(|other| **other != draft.meeting).collect();
    let sessions = &view.programme.sessions;
    let fits = |person: &crate::domain::participant::Participant, slot: &crate::domain::event::Slot| {
        let busy = others.iter().any(|other| other.slot == slot.id && has(other, &person.id));
        !busy && person.profile.attendance.is_free_in(slot, sessions)
    };
    let gaps = Gaps::of(view, &others);
    let before = gaps.with(&draft.meeting, &draft.meeting.slot);
    let to_come = view.programme.slots.iter().filter(|slot| slot.starts_at > now);
    let free = to_come.filter(|slot| fits(&draft.a, slot) && fits(&draft.b, slot)).filter_map(|slot| {
        let tables = tables(view, &others, &slot.id)?;
        let more_gaps = gaps.with(&draft.meeting, &slot.id) - before;
        Some(FreePlace { slot: slot.id.clone(), tables, more_gaps })
    });
    free.collect()
}

fn has(meeting: &RoundMeeting, who: &ParticipantId) -> bool {
    meeting.a == *who || meeting.b == *who
}

/// The free tables of a slot; none where all are taken.
fn tables(view: &RoundView, others: &[&RoundMeeting], slot: &SlotId) -> Option<Vec<u32>> {
    let Venue::Onsite { tables: last @ 1.., .. } = view.event.venue else { return Some(Vec::new()) };
    let taken = |table: &u32| others.iter().any(|other| other.slot == *slot && other.table == Some(*table));
    let free: Vec<u32> = (1..=last).filter(|table| !taken(table)).collect();
    (!free.is_empty()).then_some(free)
}

/// Counts the gaps between meetings.
struct Gaps<'a> {
    /// The place of each slot in the order of time, and its block.
    slots: HashMap<&'a SlotId, (usize, &'a str)>,
    others: &'a [&'a RoundMeeting],
}

impl<'a> Gaps<'a> {
    fn of(view: &'a RoundView, others: &'a [&'a RoundMeeting]) -> Gaps<'a> {
        let placed = view.programme.slots.iter().enumerate();
        let slots = placed.map(|(place, slot)| (&slot.id, (place, slot.block.as_str()))).collect();
        Gaps { slots, others }
    }

    /// The gaps of the two of a meeting, were it in this slot: stretches of empty slots between two meetings in one block.
    fn with(&self, meeting: &RoundMeeting, slot: &SlotId) -> i64 {
        let of = |who: &ParticipantId| {
            let own = self.others.iter().filter(|other| has(other, who)).map(|other| &other.slot);
            let mut places: Vec<(usize, &str)> =
                own.chain([slot]).filter_map(|slot| self.slots.get(slot).copied()).collect();
            places.sort_unstable();
            let gap = |two: &&[(usize, &str)]| two[0].1 == two[1].1 && two[1].0 > two[0].0 + 1;
            places.windows(2).filter(gap).count() as i64
        };
        of(&meeting.a) + of(&meeting.b)
    }
}
