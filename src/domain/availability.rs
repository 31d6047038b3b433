//! When somebody can meet: in the meeting blocks in which they are there, beside the sessions that they take part in, and at
//! the hours of their own day in which they meet.

use super::day_hours::OwnDay;
use super::event::{Event, Programme, Session, Slot};
use super::participant::{Attendance, Profile};

/// When somebody can meet.
#[derive(Debug, Clone, Copy)]
pub struct Availability<'a> {
    pub attendance: &'a Attendance,
    pub sessions: &'a [Session],
    /// None where the hour does not matter.
    pub own_day: Option<OwnDay>,
}

impl<'a> Availability<'a> {
    /// Whether they can meet in this slot.
    pub fn is_free_in(&self, slot: &Slot) -> bool {
        self.is_there_in(slot) && self.own_day.is_none_or(|day| day.holds(slot.starts_at, slot.ends_at))
    }

    /// The same at whatever hour it is for them.
    pub fn is_there_in(&self, slot: &Slot) -> bool {
        self.attendance.blocks.contains(&slot.block)
            && self.attendance.session_in(slot, self.sessions).is_none()
    }
}

impl Profile {
    /// When they can meet at an event.
    pub fn availability<'a>(&'a self, event: &Event, programme: &'a Programme) -> Availability<'a> {
        let own_day = self.person.own_day(event);
        Availability { attendance: &self.attendance, sessions: &programme.sessions, own_day }
    }
}
