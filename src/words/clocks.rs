//! Times by two clocks: the event's and the reader's own, where that is known and shows something else. Whatever a page or a mail
//! says about a time that decides something is said here.

use chrono::{DateTime, Offset, Utc};

use super::Words;
use crate::domain::day_hours::OwnTime;
use crate::domain::event::{Event, Venue};
use crate::domain::participant::Person;
use crate::zones::Zone;

/// The clocks by which somebody reads times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    pub event: Zone,
    /// The reader's own, if it is known.
    pub own: Option<Zone>,
}

impl Clocks {
    /// The event's alone.
    pub fn of_event(event: &Event) -> Clocks {
        Clocks { event: event.time_zone, own: None }
    }

    /// Those of somebody who takes part: their own too where people meet online.
    pub fn of(event: &Event, person: &Person) -> Clocks {
        let own = match event.venue {
            Venue::Onsite { .. } => None,
            Venue::Online { .. } => OwnTime::of(&person.answers).known_zone(&person.country),
        };
        Clocks { event: event.time_zone, own }
    }

    /// The reader's own, where it shows another time at this moment.
    fn other(&self, at: DateTime<Utc>) -> Option<Zone> {
        let distance = |zone: Zone| at.with_timezone(&zone).offset().fix().local_minus_utc();
        self.own.filter(|own| distance(*own) != distance(self.event))
    }
}

impl Words {
    /// `Wednesday, 11 November 2020, 14:20–14:40 (CET, UTC+1), 18:50–19:10 for you (IST, UTC+5:30)`.
    pub fn stretch(&self, from: DateTime<Utc>, to: DateTime<Utc>, clocks: Clocks) -> String {
        let said =
            format!("{} ({})", self.day_and_time(from, to, clocks.event), self.zone(from, clocks.event).0);
        joined(said, self.own_range(from, to, clocks))
    }

    /// The same; without the event's zone where it is said once for all times.
    pub fn stretch_in(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        clocks: Clocks,
        is_said: bool,
    ) -> String {
        match is_said {
            true => joined(self.day_and_time(from, to, clocks.event), self.own_range(from, to, clocks)),
            false => self.stretch(from, to, clocks),
        }
    }

    /// `11 November 2020, 14:20 (CET, UTC+1), 18:50 for you (IST, UTC+5:30)`.
    pub fn instant(&self, at: DateTime<Utc>, clocks: Clocks) -> String {
        let said = format!("{} ({})", self.moment(at, clocks.event), self.zone(at, clocks.event).0);
        joined(said, self.own_clock(at, clocks))
    }

    /// `14:20 (CET, UTC+1), 18:50 for you (IST, UTC+5:30)`.
    pub fn clock_time(&self, at: DateTime<Utc>, clocks: Clocks) -> String {
        let said = format!("{} ({})", self.time(at, clocks.event), self.zone(at, clocks.event).0);
        joined(said, self.own_clock(at, clocks))
    }

    /// `Tue 12 January, 14:25, 15:25 for you (EET, UTC+2)`: when something begins, in a line that names it.
    pub fn begins(&self, at: DateTime<Utc>, clocks: Clocks) -> String {
        let local = at.with_timezone(&clocks.event);
        let said = format!("{}, {}", self.short_date(local.date_naive()), self.time(at, clocks.event));
        joined(said, self.own_clock(at, clocks))
    }

    /// `14:20`; with its zone where the reader's own clock shows something else: `14:20 (CET, UTC+1)`.
    pub fn plain_time(&self, at: DateTime<Utc>, clocks: Clocks) -> String {
        let time = self.time(at, clocks.event);
        match clocks.other(at) {
            Some(_) => format!("{time} ({})", self.zone(at, clocks.event).0),
            None => time,
        }
    }

    /// `18:50–19:10 for you (IST, UTC+5:30)`, after its date where that is another; nothing where both clocks show the same.
    pub fn own_range(&self, from: DateTime<Utc>, to: DateTime<Utc>, clocks: Clocks) -> String {
        self.yours(from, clocks, |own| self.time_range(from, to, own))
    }

    fn own_clock(&self, at: DateTime<Utc>, clocks: Clocks) -> String {
        self.yours(at, clocks, |own| self.time(at, own))
    }

    fn yours(&self, at: DateTime<Utc>, clocks: Clocks, time: impl Fn(Zone) -> String) -> String {
        let Some(own) = clocks.other(at) else { return String::new() };
        let date = |zone: Zone| at.with_timezone(&zone).date_naive();
        let same_day = date(own) == date(clocks.event);
        let day = if same_day { String::new() } else { format!("{}, ", self.date(date(own))) };
        self.t2("time-yours", "time", format!("{day}{}", time(own)), "zone", self.zone(at, own).0)
    }
}

fn joined(said: String, own: String) -> String {
    if own.is_empty() { said } else { format!("{said}, {own}") }
}
