//! Whether the clock is believed: what is remembered of it, and what a new reading makes of that.
//!
//! What is deleted by date is deleted by the time that is believed. It follows the clock as long as the clock goes on as
//! time does; after a leap it goes on by the time that really passes, until somebody says that the clock is right.

use chrono::{DateTime, Duration, Utc};

/// How many days the clock may be from where it is expected, either way, and still be believed at once.
pub const BELIEVED_DAYS: i64 = 2;

/// What is remembered of the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockMemory {
    /// The latest time that is believed.
    pub believed: DateTime<Utc>,
    /// What the clock said when it was read last, believed or not.
    pub seen: DateTime<Utc>,
    /// The leap that is not believed yet.
    pub leap: Option<Leap>,
}

/// The clock said something else than was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leap {
    /// Where it was expected.
    pub from: DateTime<Utc>,
    /// Where it was.
    pub to: DateTime<Utc>,
    /// How long the program has really run since, with a clock that went on from there.
    pub ran: Duration,
}

impl Leap {
    /// How far it went, whether ahead or back: after so much time that really passed it is believed.
    pub fn length(&self) -> Duration {
        (self.to - self.from).abs()
    }
}

impl ClockMemory {
    /// A clock that is believed: the first reading, or one that somebody confirmed.
    pub fn believing(now: DateTime<Utc>) -> ClockMemory {
        ClockMemory { believed: now, seen: now, leap: None }
    }

    /// What is remembered after a further reading. `passed` is the time that really passed since this server's last one.
    pub fn after(&self, now: DateTime<Utc>, passed: Duration) -> ClockMemory {
        // Another server may have counted some of that time already.
        let passed = passed.min(now - self.seen).max(Duration::zero());
        let expected = self.believed + passed;
        let is_near = |at: DateTime<Utc>| (now - at).abs() <= Duration::days(BELIEVED_DAYS);
        if is_near(expected) {
            return ClockMemory { believed: now.max(self.believed), seen: now, leap: None };
        }
        let leap = match &self.leap {
            Some(leap) if is_near(self.seen + passed) => Leap { ran: leap.ran + passed, ..leap.clone() },
            _ => Leap { from: expected, to: now, ran: Duration::zero() },
        };
        if leap.ran >= leap.length() {
            return ClockMemory::believing(now);
        }
        ClockMemory { believed: expected, seen: now, leap: Some(leap) }
    }

    /// The time by which something may be deleted: the clock's, if that is not later than what is believed.
    pub fn trusted(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now.min(self.believed)
    }
}
