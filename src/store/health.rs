//! Whether the database can do its work, as it was last seen: for the probes of machines, and so that nobody is made to
//! wait for a database of which it is known that it does not answer.

use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::error::Trouble;

/// Older looks say nothing.
const FRESH: Duration = Duration::from_secs(3);
/// A look that waits for its answer for longer means that the database hangs.
const SILENT: Duration = Duration::from_millis(1_200);
/// How often it is tried whether it can be written, if nothing speaks against it.
const PROBE: Duration = Duration::from_secs(30);

/// What was seen.
pub struct Health(Mutex<Seen>);

struct Seen {
    /// The last look that ended.
    looked: Option<(Instant, Result<(), Trouble>)>,
    /// Since when a look waits for an answer, if one does.
    looking: Option<Instant>,
    /// When writing was last tried by a look.
    probed_at: Instant,
    /// Why a write failed since then; only what a look has to clear up.
    failed: Option<Trouble>,
}

impl Seen {
    fn is_silent(&self) -> bool {
        self.looking.is_some_and(|since| since.elapsed() >= SILENT)
    }
}

impl Health {
    /// That of a database which was opened and written just now.
    pub(super) fn opened() -> Health {
        Health(Mutex::new(Seen { looked: None, looking: None, probed_at: Instant::now(), failed: None }))
    }

    /// Notes that a look asks the database something.
    pub(super) fn looking(&self) {
        self.0.lock().looking = Some(Instant::now());
    }

    /// Notes that it was answered. A write that a look tries may wait for a disk that others keep busy.
    pub(super) fn answered(&self) {
        self.0.lock().looking = None;
    }

    /// Notes how a look at the database ended.
    pub(super) fn looked(&self, found: Result<(), Trouble>) {
        let mut seen = self.0.lock();
        (seen.looked, seen.looking) = (Some((Instant::now(), found)), None);
    }

    /// Notes that a write failed.
    pub(super) fn write_failed(&self, trouble: Trouble) {
        if matches!(trouble, Trouble::Full | Trouble::ReadOnly | Trouble::Io) {
            self.0.lock().failed = Some(trouble);
        }
    }

    /// Notes that a look has written.
    pub(super) fn write_succeeded(&self) {
        let mut seen = self.0.lock();
        (seen.failed, seen.probed_at) = (None, Instant::now());
    }

    /// Whether the next look should try to write.
    pub(super) fn is_write_due(&self) -> bool {
        let seen = self.0.lock();
        seen.failed.is_some() || seen.probed_at.elapsed() >= PROBE
    }

    /// Whether nobody could write for longer than others may be the reason.
    pub(super) fn is_write_overdue(&self) -> bool {
        self.0.lock().probed_at.elapsed() >= 2 * PROBE
    }

    /// Whether the database did not answer a moment ago.
    pub(super) fn is_away(&self) -> bool {
        let looked = self.0.lock().looked;
        looked.is_some_and(|(at, found)| found == Err(Trouble::Away) && at.elapsed() < FRESH)
            || self.is_silent()
    }

    /// Whether a look at the database has been waiting for an answer for long.
    pub fn is_silent(&self) -> bool {
        self.0.lock().is_silent()
    }

    /// Whether work can be sent here; else why not, in a word.
    pub fn ready(&self) -> Result<(), &'static str> {
        let seen = self.0.lock();
        match (seen.looked, seen.failed) {
            (None, _) => Err("starting"),
            _ if seen.is_silent() => Err("silent"),
            (Some((_, Err(trouble))), _) | (_, Some(trouble)) => Err(trouble.word()),
            (Some((_, Ok(()))), None) => Ok(()),
        }
    }
}
