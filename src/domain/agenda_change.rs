//! How an agenda changes as one: the slots of a meeting block with the block, everything with the days of its event.

use crate::zones::Zone;
use chrono::{DateTime, Days, Duration, NaiveDateTime, Utc};

use super::agenda_input::moment;
use super::event::{Event, MeetingBlock, Session, Slot};
use super::ids::SlotId;
use super::problems::Message;

/// What becomes of the slots of a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlotChange {
    /// Those that stay, with their times now.
    pub kept: Vec<Slot>,
    /// Start and end of those that are new.
    pub new: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Those that are not on the agenda any more.
    pub gone: Vec<SlotId>,
}

/// What becomes of a block's slots, given in order of time. A block that grows or shrinks at one end keeps each slot at its
/// time; one that moves takes them along: the first stays the first.
pub fn slots_after(before: &MeetingBlock, slots: &[Slot], after: &MeetingBlock) -> SlotChange {
    let lengths = |block: &MeetingBlock| (block.slot_minutes, block.pause_minutes);
    let is_resized = lengths(before) == lengths(after)
        && (before.starts_at == after.starts_at || before.ends_at() == after.ends_at());
    let mut change = SlotChange::default();
    let mut left: Vec<&Slot> = slots.iter().collect();
    for (starts_at, ends_at) in after.slot_times() {
        let same = left.iter().position(|slot| !is_resized || slot.starts_at == starts_at);
        match same.map(|at| left.remove(at)) {
            Some(slot) => change.kept.push(Slot { starts_at, ends_at, ..slot.clone() }),
            None => change.new.push((starts_at, ends_at)),
        }
    }
    change.gone = left.into_iter().map(|slot| slot.id.clone()).collect();
    change
}

/// By how much an event and everything on its agenda moves. Days count on the calendar and minutes on the clock of the event's
/// zone, so that what begins at nine begins at nine, whether or not clocks change in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    pub days: i64,
    pub minutes: i64,
}

impl Shift {
    /// Whether nothing moves.
    pub fn is_none(self) -> bool {
        self == Shift { days: 0, minutes: 0 }
    }

    /// A time after it, at the same time of day in another zone.
    ///
    /// # Errors
    /// A time that the clocks skip on that day.
    pub fn between(self, at: DateTime<Utc>, (from, to): (Zone, Zone)) -> Result<DateTime<Utc>, Message> {
        moment(self.of_local(at.with_timezone(&from).naive_local()), to)
    }

    fn of_local(self, local: NaiveDateTime) -> NaiveDateTime {
        let days = Days::new(self.days.unsigned_abs());
        let moved = if self.days < 0 { local - days } else { local + days };
        moved + Duration::minutes(self.minutes)
    }

    /// An event after it, with the last day of changes.
    pub fn of_event(self, event: &Event) -> Event {
        let days = Duration::days(self.days);
        Event {
            starts_on: event.starts_on + days,
            ends_on: event.ends_on + days,
            changes_until: event.changes_until.map(|last| last + days),
            ..event.clone()
        }
    }

    /// A session after it, at the same time of day in another zone; it lasts as long as before.
    pub fn of_session(self, session: &Session, zones: (Zone, Zone)) -> Result<Session, Message> {
        let starts_at = self.between(session.starts_at, zones)?;
        let ends_at = starts_at + (session.ends_at - session.starts_at);
        Ok(Session { starts_at, ends_at, ..session.clone() })
    }

    /// The same of a block; its slots are as long as before.
    pub fn of_block(self, block: &MeetingBlock, zones: (Zone, Zone)) -> Result<MeetingBlock, Message> {
        Ok(MeetingBlock { starts_at: self.between(block.starts_at, zones)?, ..block.clone() })
    }
}
