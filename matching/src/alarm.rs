//! Whether a run is to end: asked by counts of work, in every loop that can take long, so that a wish to stop is heard in
//! whatever a run is doing.
//!
//! Invariant: counting decides when the observer is asked, never what a run that nobody stops gives. A step that is cut short
//! leaves something true: a valid schedule, a bound that holds, "not known".

use std::cell::{Cell, RefCell};

use crate::model::solution::Bounds;
use crate::options::{Continue, Observer, Progress, Step};

/// Elementary steps (an edge looked at, a chain of a few meetings) between two questions to the observer: some hundredths of
/// a second.
pub(crate) const ASK_AFTER: u64 = 4_000_000;

/// Asks the observer of a run, and remembers that it wants the run to end.
pub(crate) struct Alarm<'o> {
    observer: Option<RefCell<&'o mut dyn Observer>>,
    /// What the observer was shown last.
    shown: Cell<Progress>,
    /// Elementary steps since it was asked.
    unasked: Cell<u64>,
    rang: Cell<bool>,
}

impl<'o> Alarm<'o> {
    /// Asks an observer.
    pub(crate) fn new(observer: &'o mut dyn Observer) -> Alarm<'o> {
        Alarm { observer: Some(RefCell::new(observer)), ..Alarm::silent() }
    }

    /// Never rings.
    pub(crate) fn silent() -> Alarm<'o> {
        let nothing = Progress {
            step: Step::Flow,
            work: 0,
            work_total: 0,
            mutual: 0,
            goals_filled: 0,
            score: 0,
            bounds: Bounds::default(),
        };
        Alarm { observer: None, shown: Cell::new(nothing), unasked: Cell::new(0), rang: Cell::new(false) }
    }

    /// Whether the observer wanted the run to end when it was asked last.
    pub(crate) fn rang(&self) -> bool {
        self.rang.get()
    }

    /// Shows the observer how far the run is, and asks it.
    pub(crate) fn show(&self, progress: Progress) {
        self.shown.set(progress);
        self.ask();
    }

    /// Counts elementary steps, asks if there were many since the last time, and says whether the run is to end.
    pub(crate) fn rings(&self, steps: u64) -> bool {
        let unasked = self.unasked.get() + steps;
        self.unasked.set(unasked);
        if unasked >= ASK_AFTER {
            self.ask();
        }
        self.rang.get()
    }

    fn ask(&self) {
        self.unasked.set(0);
        if self.rang.get() {
            return;
        }
        if let Some(observer) = &self.observer {
            let goes_on = observer.borrow_mut().progress(&self.shown.get()) == Continue::Yes;
            self.rang.set(!goes_on);
        }
    }
}
