//! The clock: the system's, or one that a test sets.

use std::sync::Arc;

use chrono::{DateTime, Duration, SubsecRound, Utc};
use parking_lot::Mutex;

/// Tells the time in UTC and whole microseconds, the precision that both databases keep.
#[derive(Debug, Clone)]
pub struct Clock(Kind);

#[derive(Debug, Clone)]
enum Kind {
    System,
    Set(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Clock {
        Clock(Kind::System)
    }

    /// A clock that stands still until it is moved.
    pub fn set_to(at: DateTime<Utc>) -> Clock {
        Clock(Kind::Set(Arc::new(Mutex::new(at.trunc_subsecs(6)))))
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Kind::System => Utc::now().trunc_subsecs(6),
            Kind::Set(at) => *at.lock(),
        }
    }

    /// Moves a clock that was set; the system's clock goes its own way.
    pub fn advance(&self, by: Duration) {
        if let Kind::Set(at) = &self.0 {
            *at.lock() += by;
        }
    }
}
