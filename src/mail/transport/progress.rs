//! Where a mail on its way stands: whoever watches sees a conversation that hangs, and can give it up.

use std::time::{Duration, Instant};

use parking_lot::Mutex;

/// The steps of a conversation, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Nothing is on its way.
    Idle,
    /// Connection, greeting, `EHLO`, TLS and log-in.
    Connect,
    /// `MAIL`: until here the answers are about every mail.
    Sender,
    /// `RCPT`: from here on they are about this one.
    Recipient,
    /// `DATA`.
    Data,
    /// The mail itself with its final dot: the server may have it.
    Text,
}

/// The conversation was given up: who gave it up settles its mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenUp;

/// The step at which one connection is, since when.
pub struct Progress(Mutex<State>);

struct State {
    phase: Phase,
    since: Instant,
    given_up: bool,
}

impl Default for Progress {
    fn default() -> Progress {
        Progress(Mutex::new(State { phase: Phase::Idle, since: Instant::now(), given_up: false }))
    }
}

impl Progress {
    /// Begins a step, unless the conversation was given up: then nothing more may be said, for the mail is another's.
    pub fn enter(&self, phase: Phase) -> Result<(), GivenUp> {
        let mut state = self.0.lock();
        if state.given_up {
            return Err(GivenUp);
        }
        (state.phase, state.since) = (phase, Instant::now());
        Ok(())
    }

    /// The step, and how long it has lasted.
    pub fn at(&self) -> (Phase, Duration) {
        let state = self.0.lock();
        (state.phase, state.since.elapsed())
    }

    /// Gives the conversation up; gives the step at which it stays, or nothing if that was done before.
    pub fn give_up(&self) -> Option<Phase> {
        let mut state = self.0.lock();
        let first = !state.given_up;
        state.given_up = true;
        first.then_some(state.phase)
    }

    /// Whether it was given up.
    pub fn is_given_up(&self) -> bool {
        self.0.lock().given_up
    }
}
