//! The clock: the system's, or one that a test sets. It says what time it is, and how much time has really passed.

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Duration, SubsecRound, Utc};
use parking_lot::Mutex;

/// Tells the time in UTC and whole microseconds, the precision that both databases keep.
#[derive(Debug, Clone)]
pub struct Clock {
    kind: Kind,
    /// How much of the time that really passed is dealt with.
    settled: Arc<Mutex<Duration>>,
}

#[derive(Debug, Clone)]
enum Kind {
    /// Since when the program runs, by a clock that nobody sets.
    System(Instant),
    /// The time, and how much has really passed.
    Set(Arc<Mutex<(DateTime<Utc>, Duration)>>),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Clock {
        Clock::of(Kind::System(Instant::now()))
    }

    /// A clock that stands still until it is moved.
    pub fn set_to(at: DateTime<Utc>) -> Clock {
        Clock::of(Kind::Set(Arc::new(Mutex::new((at.trunc_subsecs(6), Duration::zero())))))
    }

    fn of(kind: Kind) -> Clock {
        Clock { kind, settled: Arc::default() }
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.kind {
            Kind::System(_) => Utc::now().trunc_subsecs(6),
            Kind::Set(state) => state.lock().0,
        }
    }

    /// How much time has really passed that is not dealt with yet, whatever the clock was set to meanwhile. It stands
    /// still while the program does not run.
    pub fn unsettled(&self) -> Duration {
        let passed = match &self.kind {
            Kind::System(start) => Duration::from_std(start.elapsed()).unwrap_or(Duration::MAX),
            Kind::Set(state) => state.lock().1,
        };
        passed - *self.settled.lock()
    }

    /// Takes so much of that time as dealt with.
    pub fn settle(&self, passed: Duration) {
        *self.settled.lock() += passed;
    }

    /// Lets time pass by a clock that was set; the system's clock goes its own way.
    pub fn advance(&self, by: Duration) {
        if let Kind::Set(state) = &self.kind {
            let mut state = state.lock();
            state.0 += by;
            state.1 += by;
        }
    }

    /// Sets it wrong, or right again: no time passes. The system's clock goes its own way.
    pub fn leap(&self, by: Duration) {
        if let Kind::Set(state) = &self.kind {
            state.lock().0 += by;
        }
    }
}
