//! Times as pages show them: in the event's zone with its name and distance, and in the reader's own where that is known. Browsers
//! with JavaScript add their own zone by themselves.

use chrono::{DateTime, Utc};

use super::page::Page;
use crate::words::Clocks;

/// How times are shown to one reader.
pub struct Times<'a> {
    page: &'a Page,
    clocks: Clocks,
    /// Whether the event's zone is said once for all times.
    zone_is_said: bool,
}

/// A stretch of time for a page.
pub struct When {
    /// For `<time datetime>`, with the distance from UTC.
    pub from: String,
    pub until: String,
    /// `10:00–10:20`.
    pub text: String,
    /// `CET, UTC+1`; empty where it is said for all times.
    pub zone: String,
    /// The same in the reader's own zone, in words; empty if it is the event's, or none is chosen.
    pub own: String,
}

impl<'a> Times<'a> {
    /// By the clocks of a reader.
    pub fn by(clocks: Clocks, page: &'a Page) -> Times<'a> {
        Times { page, clocks, zone_is_said: false }
    }

    /// Below a line that says the event's zone for all of them.
    pub fn with_zone_said(self, zone_is_said: bool) -> Times<'a> {
        Times { zone_is_said, ..self }
    }

    /// How a script shall say the reader's own time; empty where that zone is known here, so that no script has to find it.
    pub fn own_pattern(&self) -> String {
        match self.clocks.own {
            Some(_) => String::new(),
            None => self.page.t2("time-yours", "time", "{time}", "zone", "{zone}"),
        }
    }

    /// A stretch.
    pub fn when(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> When {
        let (words, event) = (self.page.words, self.clocks.event);
        let stamp = |at: DateTime<Utc>| at.with_timezone(&event).format("%Y-%m-%dT%H:%M%:z").to_string();
        When {
            from: stamp(from),
            until: stamp(to),
            text: words.time_range(from, to, event),
            zone: if self.zone_is_said { String::new() } else { words.zone(from, event).0 },
            own: words.own_range(from, to, self.clocks),
        }
    }

    /// `09:50 (CET, UTC+1)`, with the reader's own time behind it.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        self.page.words.clock_time(at, self.clocks)
    }

    /// `11 November 2020, 09:50 (CET, UTC+1)`, with the reader's own time behind it.
    pub fn instant(&self, at: DateTime<Utc>) -> String {
        self.page.words.instant(at, self.clocks)
    }

    /// When something begins, with its day, in a few words.
    pub fn begins(&self, at: DateTime<Utc>) -> String {
        self.page.words.begins(at, self.clocks)
    }

    /// A stretch with its day, in one line of text.
    pub fn line(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
        self.page.words.stretch(from, to, self.clocks)
    }
}
