//! The rounds that this server is solving: how far each is, whether somebody wants it to end, whether it is still ours.
//!
//! Invariant: whoever solves a round asks here often, and ends as soon as it is told; a round that is not ours any more is
//! never stored.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use matching::{Continue, Observer, Progress};
use parking_lot::{Condvar, Mutex};

use crate::domain::ids::RoundId;

/// The rounds that are being solved here, by the token of the lease.
#[derive(Default)]
pub struct RoundWatch(Arc<Rounds>);

#[derive(Default)]
struct Rounds {
    held: Mutex<HeldRounds>,
    /// Told when a lease is given up and when the server stops.
    changed: Condvar,
}

#[derive(Default)]
struct HeldRounds {
    by_token: HashMap<String, Arc<Hold>>,
    is_closing: bool,
}

/// A round that this server solves, or is about to.
pub(super) struct Hold {
    pub round: RoundId,
    /// Names the lease in the round's row.
    pub token: String,
    told: Mutex<Told>,
    woken: Condvar,
}

#[derive(Default)]
struct Told {
    progress: Option<Progress>,
    /// The best so far is enough.
    to_end: bool,
    /// The lease is somebody else's, or nobody's.
    is_lost: bool,
    /// This server stops.
    to_leave: bool,
    /// It is solved, or given up.
    is_over: bool,
    /// Something has changed in the round's row: look now.
    to_look: bool,
}

/// What a heartbeat is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    /// Show that we live.
    Beat,
    /// This server stops: give the lease up.
    Leave,
    /// It is solved.
    Over,
}

impl RoundWatch {
    /// Notes that this server solves a round, or is about to, until what is returned is dropped. None while it stops.
    pub(super) fn hold(&self, round: &RoundId, token: String) -> Option<Held> {
        let mut held = self.0.held.lock();
        if held.is_closing {
            return None;
        }
        let hold = Hold {
            round: round.clone(),
            token: token.clone(),
            told: Mutex::default(),
            woken: Condvar::new(),
        };
        let hold = Arc::new(hold);
        held.by_token.insert(token, Arc::clone(&hold));
        Some(Held { hold, rounds: Arc::clone(&self.0) })
    }

    /// Whether the lease with this token is held here.
    pub(super) fn holds(&self, token: &str) -> bool {
        self.0.held.lock().by_token.contains_key(token)
    }

    /// Lets whoever solves this round here look at its row at once.
    pub(super) fn nudge(&self, round: &RoundId) {
        let held = self.0.held.lock();
        for hold in held.by_token.values().filter(|hold| hold.round == *round) {
            hold.tell(|told| told.to_look = true);
        }
    }

    /// Ends the solving of every round and gives the leases up, so that the next server goes on at once. Nothing is begun
    /// any more. Waits for the leases, no longer than this.
    pub fn close(&self, most: Duration) {
        let until = Instant::now() + most;
        let mut held = self.0.held.lock();
        held.is_closing = true;
        self.0.changed.notify_all();
        held.by_token.values().for_each(|hold| hold.tell(|told| told.to_leave = true));
        while held.by_token.values().any(|hold| !hold.is_given_up()) {
            if self.0.changed.wait_until(&mut held, until).timed_out() {
                return;
            }
        }
    }

    /// Waits, unless the server stops; says whether it does.
    pub(super) fn is_closing_after(&self, time: Duration) -> bool {
        let mut held = self.0.held.lock();
        if !held.is_closing {
            self.0.changed.wait_for(&mut held, time);
        }
        held.is_closing
    }
}

impl Hold {
    fn tell(&self, tell: impl FnOnce(&mut Told)) {
        tell(&mut self.told.lock());
        self.woken.notify_all();
    }

    fn is_given_up(&self) -> bool {
        let told = self.told.lock();
        told.is_lost || told.is_over
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Option<Progress> {
        self.told.lock().progress
    }

    /// The best so far is enough.
    pub(super) fn end(&self) {
        self.tell(|told| told.to_end = true);
    }

    /// It is solved, or given up: no more heartbeats.
    pub(super) fn over(&self) {
        self.tell(|told| told.is_over = true);
    }

    /// Whether nobody is waiting for the result any more.
    pub(super) fn is_lost(&self) -> bool {
        let told = self.told.lock();
        told.is_lost || told.to_leave
    }

    /// Waits until it is time for a heartbeat, or something else has to be done.
    pub(super) fn next_call(&self, pause: Duration) -> Call {
        let until = Instant::now() + pause;
        let mut told = self.told.lock();
        loop {
            if told.is_over {
                return Call::Over;
            }
            if told.to_leave {
                return Call::Leave;
            }
            if std::mem::take(&mut told.to_look) || self.woken.wait_until(&mut told, until).timed_out() {
                return Call::Beat;
            }
        }
    }
}

/// A round that is noted as being solved here.
pub(super) struct Held {
    pub hold: Arc<Hold>,
    rounds: Arc<Rounds>,
}

impl Held {
    /// The lease is somebody else's, or nobody's: the solving ends, and its result is not stored.
    pub(super) fn lose(&self) {
        self.hold.tell(|told| told.is_lost = true);
        // Whoever closes waits with this lock: told while it is held, they cannot miss it.
        let _held = self.rounds.held.lock();
        self.rounds.changed.notify_all();
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.hold.over();
        self.rounds.held.lock().by_token.remove(&self.hold.token);
        self.rounds.changed.notify_all();
    }
}

/// Looks on while a round is solved.
pub(super) struct Watcher<'a>(pub &'a Hold);

impl Observer for Watcher<'_> {
    fn progress(&mut self, progress: &Progress) -> Continue {
        let mut told = self.0.told.lock();
        told.progress = Some(*progress);
        if told.to_end || told.is_lost || told.to_leave { Continue::Stop } else { Continue::Yes }
    }
}
