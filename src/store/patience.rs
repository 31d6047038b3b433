//! How long whoever works with the database waits for a turn: the program for itself a while, a request no longer than its
//! reader does.

use std::cell::Cell;
use std::time::Duration;

/// How long the program waits for a turn in its own work: behind other writes of this program, or of another one.
pub(super) const TURN: Duration = Duration::from_secs(5);

thread_local! {
    static LONGEST: Cell<Duration> = const { Cell::new(TURN) };
}

/// How long this thread waits for a turn at most.
pub(super) fn longest() -> Duration {
    LONGEST.get()
}

/// Does some work on this thread whose reads and writes wait for their turn so long at most, each by itself.
pub fn waiting_at_most<T>(longest: Duration, work: impl FnOnce() -> T) -> T {
    let _before = Before(LONGEST.replace(longest));
    work()
}

/// Does what a request is long busy with in any case, and what would be in vain if a turn were not waited for.
pub fn waiting_as_the_program<T>(work: impl FnOnce() -> T) -> T {
    waiting_at_most(TURN, work)
}

/// Gives the thread its patience back, also when the work panics: it works for others afterwards.
struct Before(Duration);

impl Drop for Before {
    fn drop(&mut self) {
        LONGEST.set(self.0);
    }
}
