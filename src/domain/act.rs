//! What an organiser does in one go, so that it can be undone.

use chrono::{DateTime, Duration, Utc};

use super::ids::{AccountId, ActId, EventId};

/// What an organiser is about to do at an event.
#[derive(Debug, Clone)]
pub struct Act {
    pub id: ActId,
    pub event: EventId,
    pub account: AccountId,
    pub done_at: DateTime<Utc>,
    /// How long its mails wait.
    pub mails_wait: Duration,
}

/// What was done, as far as it can be undone.
#[derive(Debug, Clone)]
pub struct Done {
    pub id: ActId,
    pub account: AccountId,
    pub done_at: DateTime<Utc>,
    /// How many entries of the log it made.
    pub entries: usize,
    /// What the first of them says.
    pub action: Option<String>,
    /// What it was done to.
    pub subject: Option<String>,
    /// Its mails that nobody has begun to send, and never will where something is in the way.
    pub mails_unsent: usize,
    /// Those of them that are to go.
    pub mails_waiting: usize,
    /// When the first of them may go.
    pub mails_go_at: Option<DateTime<Utc>>,
    /// All its mails.
    pub mails: usize,
}

impl Done {
    /// How many of its mails have gone, or are just going.
    pub fn mails_gone(&self) -> usize {
        self.mails.saturating_sub(self.mails_unsent)
    }
}
