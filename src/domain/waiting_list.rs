//! When a free seat still goes to whoever waits first, and whether they are told or asked.

use chrono::{DateTime, Duration, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::event_input::number;
use super::problems::Problems;

/// Most hours before the event in which nobody moves up.
const MOST_HOURS: u32 = 720;
/// Most days before the event in which people are asked.
const MOST_DAYS: u32 = 60;
/// How long an offered seat waits for its answer, at most.
const ANSWER_WITHIN: Duration = Duration::hours(24);

/// How an event's waiting list moves up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingListRule {
    /// In so many hours before the event's first day nobody moves up any more.
    pub stops_hours: u32,
    /// In so many days before it people are asked whether they can still come.
    pub asks_days: u32,
}

impl Default for WaitingListRule {
    fn default() -> WaitingListRule {
        WaitingListRule { stops_hours: 0, asks_days: 3 }
    }
}

/// What a free seat leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovingUp {
    /// Whoever is first gets it and is told.
    Told,
    /// Whoever is first is asked, and the seat is theirs until then.
    Asked { until: DateTime<Utc> },
    /// It stays free.
    Nobody,
}

impl WaitingListRule {
    /// What a seat leads to that is free now.
    pub fn moving_up(self, event: &Event, now: DateTime<Utc>) -> MovingUp {
        let midnight = event.starts_on.and_time(NaiveTime::MIN);
        let local = event.time_zone.from_local_datetime(&midnight);
        // Where clocks skip midnight, the day begins with its first moment.
        let begins = local.earliest().map_or_else(|| midnight.and_utc(), |at| at.to_utc());
        let stops = begins - Duration::hours(i64::from(self.stops_hours));
        if now >= stops {
            MovingUp::Nobody
        } else if now >= begins - Duration::days(i64::from(self.asks_days)) {
            MovingUp::Asked { until: stops.min(now + ANSWER_WITHIN) }
        } else {
            MovingUp::Told
        }
    }
}

/// The rule as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WaitingListInput {
    pub stops_hours: String,
    pub asks_days: String,
}

impl WaitingListInput {
    /// A stored rule as the form shows it.
    pub fn of(rule: WaitingListRule) -> WaitingListInput {
        WaitingListInput { stops_hours: rule.stops_hours.to_string(), asks_days: rule.asks_days.to_string() }
    }

    /// Checks what was typed.
    pub fn parse(&self) -> Result<WaitingListRule, Problems> {
        let mut problems = Problems::new();
        let stops = problems.take("stops_hours", number(&self.stops_hours, 0, MOST_HOURS));
        let asks = problems.take("asks_days", number(&self.asks_days, 0, MOST_DAYS));
        match (stops, asks) {
            (Some(stops_hours), Some(asks_days)) => Ok(WaitingListRule { stops_hours, asks_days }),
            _ => Err(problems),
        }
    }
}
