//! A trial run: an event that is tried out, and everything that is made meanwhile goes at its end.

/// How much was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traces {
    pub people: u32,
    pub rounds: u32,
    pub meetings: u32,
    pub mails: u32,
}
