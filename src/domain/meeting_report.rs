//! What a participant says of one of their meetings: why they cancelled it, or that the partner did not come.

use chrono::{DateTime, Duration, Utc};

use super::codes::codes;
use super::ids::{EventId, MeetingId, ParticipantId};

/// Minutes after its start from which on somebody can say that they wait alone.
pub const ABSENT_AFTER_MINUTES: i64 = 5;

/// From when on somebody can say that they wait alone.
pub fn absent_from(starts_at: DateTime<Utc>) -> DateTime<Utc> {
    starts_at + Duration::minutes(ABSENT_AFTER_MINUTES)
}

codes! {
    /// Why somebody cancels a meeting.
    /// Its word is `cancel-reason-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum CancelReason {
        /// Something else is at that time.
        Clash = "clash",
        /// Not there at that time, or leaving early.
        Away = "away",
        Ill = "ill",
        /// The two have nothing for each other.
        NoFit = "no-fit",
        /// Said elsewhere, or not at all.
        Other = "other",
        /// Declined in the calendar.
        Calendar = "calendar",
    }
}

impl CancelReason {
    /// Those that a form offers.
    pub const OFFERED: [CancelReason; 5] = [
        CancelReason::Clash,
        CancelReason::Away,
        CancelReason::Ill,
        CancelReason::NoFit,
        CancelReason::Other,
    ];
}

/// Why a meeting is cancelled, in the words of the one who cancels it; the partner reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelWord {
    pub by: ParticipantId,
    pub reason: CancelReason,
    /// May be empty.
    pub note: String,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The author cancelled the meeting; `told` if the partner reads why.
    Cancelled { reason: CancelReason, note: String, told: bool },
    /// The partner did not come.
    Absent,
}

/// A report of one of the two about their meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingReport {
    pub meeting: MeetingId,
    pub event: EventId,
    pub by: ParticipantId,
    pub said: Said,
    pub created_at: DateTime<Utc>,
}
