//! What a step of work costs: processor time and memory, as the system counts them.

use std::fs;
use std::time::Instant;

/// Clock ticks a second of /proc on Linux.
const TICKS: f64 = 100.0;

/// Runs from a moment on.
pub(super) struct Meter {
    started: Instant,
    user: Option<f64>,
}

/// What was spent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spent {
    /// User time of this process; time on the wall where the system does not say.
    pub(super) seconds: f64,
    /// Most memory held at once, in megabytes, where the system says.
    pub(super) megabytes: Option<u64>,
}

impl Meter {
    pub(super) fn start() -> Meter {
        // "5" sets the mark of most memory back to what is held now; where this is refused the mark only grows.
        let _ = fs::write("/proc/self/clear_refs", "5");
        Meter { started: Instant::now(), user: user_seconds() }
    }

    pub(super) fn stop(&self) -> Spent {
        let user = self.user.zip(user_seconds()).map(|(before, now)| now - before);
        Spent {
            seconds: user.unwrap_or_else(|| self.started.elapsed().as_secs_f64()),
            megabytes: peak_megabytes(),
        }
    }
}

fn user_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The fields after the command's name, which is in brackets and may hold spaces; the twelfth is the user time.
    let ticks: f64 = stat.rsplit_once(')')?.1.split_whitespace().nth(11)?.parse().ok()?;
    Some(ticks / TICKS)
}

fn peak_megabytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes.div_ceil(1024))
}
