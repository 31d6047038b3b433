//! The rounds that this server is solving: how far each is, and whether somebody wants it to end.

use std::collections::HashMap;

use matching::{Continue, Observer, Progress};
use parking_lot::Mutex;

use crate::domain::ids::RoundId;

/// The rounds that are being solved here.
#[derive(Default)]
pub struct RoundWatch {
    rounds: Mutex<HashMap<RoundId, Watched>>,
}

#[derive(Default)]
struct Watched {
    progress: Option<Progress>,
    to_end: bool,
}

impl RoundWatch {
    /// Watches a round until the observer is dropped.
    pub(super) fn watch(&self, round: &RoundId) -> Watcher<'_> {
        self.rounds.lock().insert(round.clone(), Watched::default());
        Watcher { watch: self, round: round.clone() }
    }

    /// How far a round is; none where it is not being solved here, or has only begun.
    pub fn progress(&self, round: &RoundId) -> Option<Progress> {
        self.rounds.lock().get(round).and_then(|watched| watched.progress)
    }

    /// Asks a round to end with the best it has found so far; says whether it is being solved here.
    pub(super) fn end(&self, round: &RoundId) -> bool {
        let mut rounds = self.rounds.lock();
        let Some(watched) = rounds.get_mut(round) else { return false };
        watched.to_end = true;
        true
    }
}

/// Looks on while one round is solved.
pub(super) struct Watcher<'a> {
    watch: &'a RoundWatch,
    round: RoundId,
}

impl Observer for Watcher<'_> {
    fn progress(&mut self, progress: &Progress) -> Continue {
        let mut rounds = self.watch.rounds.lock();
        match rounds.get_mut(&self.round) {
            Some(watched) if watched.to_end => Continue::Stop,
            Some(watched) => {
                watched.progress = Some(*progress);
                Continue::Yes
            }
            None => Continue::Yes,
        }
    }
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        self.watch.rounds.lock().remove(&self.round);
    }
}
