//! A restore from a backup, and what becomes of the mails that came with it.

use chrono::{DateTime, Utc};

use super::codes::codes;

codes! {
    /// What becomes of the mails that waited when the backup was made.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum RestoredMails {
        /// Nobody has decided yet: no mail goes out at all.
        Held = "held",
        /// They go out.
        Sent = "sent",
        /// They do not go out by themselves.
        GivenUp = "given_up",
    }
}

/// A restore. What was written and sent between its two times did not come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restore {
    pub restored_at: DateTime<Utc>,
    pub backup_at: DateTime<Utc>,
}

impl Restore {
    /// Whether the other server may have done by itself what was to be done then.
    pub fn may_be_done(&self, due: DateTime<Utc>) -> bool {
        self.backup_at <= due && due <= self.restored_at
    }
}
