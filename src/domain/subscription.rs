//! What of an event's mail its people can stop, each by itself.

use super::codes::codes;

codes! {
    /// Mails that can be stopped.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Series {
        /// The programme of the day, and the first meeting.
        Reminders = "reminders",
        /// What organisers write.
        Mailings = "mailings",
    }
}
