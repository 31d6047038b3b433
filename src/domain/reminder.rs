//! Reminders: when one is due, and what it is still good for when its turn comes.

use crate::zones::Zone;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};

/// Hour of the evening before at which the programme of a day goes out, in the event's zone.
const EVENING_HOUR: u32 = 17;
/// How long before the first meeting of a day its reminder goes out.
const BEFORE_MEETING: Duration = Duration::hours(1);

/// What is reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderKind {
    /// A day of the event, the evening before.
    Day,
    /// The first meeting of a day, an hour before.
    Hour,
}

impl ReminderKind {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            ReminderKind::Day => "day",
            ReminderKind::Hour => "hour",
        }
    }

    /// How much later than planned counts as punctual.
    fn tolerance(self) -> Duration {
        match self {
            ReminderKind::Day => Duration::hours(1),
            ReminderKind::Hour => Duration::minutes(10),
        }
    }
}

/// What became of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// Sent, and it says that it is late.
    Late,
    /// Too late to be of use.
    Dropped,
    /// The person has just heard of it all, or has nothing on that day.
    Unneeded,
}

impl Outcome {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Late => "late",
            Outcome::Dropped => "dropped",
            Outcome::Unneeded => "unneeded",
        }
    }
}

/// When a reminder goes out, and what bounds its use.
#[derive(Debug, Clone, Copy)]
pub struct Occasion {
    pub kind: ReminderKind,
    pub due: DateTime<Utc>,
    /// From here on it helps nobody: what it is about has begun.
    pub useless_from: DateTime<Utc>,
    /// When the person last heard of what it is about.
    pub heard_at: DateTime<Utc>,
}

impl Occasion {
    /// What to do now; nothing before it is due.
    pub fn outcome(&self, now: DateTime<Utc>) -> Option<Outcome> {
        if now < self.due {
            None
        } else if self.heard_at >= self.due {
            Some(Outcome::Unneeded)
        } else if now >= self.useless_from {
            Some(Outcome::Dropped)
        } else if now < self.due + self.kind.tolerance() {
            Some(Outcome::Sent)
        } else {
            Some(Outcome::Late)
        }
    }
}

/// When the programme of a day goes out: at five in the evening before.
pub fn evening_before(day: NaiveDate, zone: Zone) -> DateTime<Utc> {
    local(day.pred_opt().unwrap_or(day), EVENING_HOUR, zone)
}

/// When the reminder of a meeting goes out.
pub fn before_meeting(starts_at: DateTime<Utc>) -> DateTime<Utc> {
    starts_at - BEFORE_MEETING
}

/// An hour of a day in a zone; where the clock skips it, the same hour by UTC.
pub fn local(day: NaiveDate, hour: u32, zone: Zone) -> DateTime<Utc> {
    let at = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    zone.from_local_datetime(&at).earliest().map_or(at.and_utc(), |at| at.to_utc())
}
