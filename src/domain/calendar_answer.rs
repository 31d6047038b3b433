//! What a calendar answers to an invitation (RFC 5546, 3.2.3), and when that is news.

use chrono::{DateTime, Utc};

use super::codes::codes;

codes! {
    /// What somebody's calendar says of a meeting.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Answer {
        Accepted = "accepted",
        Tentative = "tentative",
        Declined = "declined",
    }
}

codes! {
    /// What an event does when somebody declines a meeting in their calendar.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub enum Declines {
        /// They are asked by mail whether the meeting is off.
        #[default]
        Ask = "ask",
        /// The meeting is called off at once.
        Cancel = "cancel",
    }
}

/// An answer as it came by mail: whoever wrote it may say what they like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarAnswer {
    pub uid: String,
    /// The addresses that the mail is from, and those in whose name it answers, in lower case.
    pub from: Vec<String>,
    pub attendees: Vec<(String, Answer)>,
    /// Of the invitation that is answered.
    pub sequence: u32,
    /// When the calendar answered, if it says so.
    pub stamped_at: Option<DateTime<Utc>>,
}

/// The last answer that was heard of one side of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub answer: Answer,
    pub sequence: u32,
    pub stamped_at: DateTime<Utc>,
}

impl Heard {
    /// Whether another answer comes after this one and says something else.
    pub fn is_before(&self, other: &Heard) -> bool {
        let later = (other.sequence, other.stamped_at) >= (self.sequence, self.stamped_at);
        later && (other.sequence, other.answer) != (self.sequence, self.answer)
    }
}
