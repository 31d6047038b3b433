//! Changes of somebody's plan that follow each other closely become one mail: as long as a mail about changes waits, what its
//! reader knows of the plan is kept, and a further change makes it anew from there. Between two such mails, or one of them and
//! one about proposals, lies a quarter of an hour.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{EventId, MailId, MeetingId, ParticipantId};
use super::meeting::{Because, Meeting};

/// So long after a change nothing else may happen before it is told.
pub const QUIET: Duration = Duration::minutes(3);
/// However much happens, a change is told after so long, unless its reader has been told of something just before.
pub const AT_MOST: Duration = Duration::minutes(10);
/// So long nobody is told again of changes and proposals.
pub const QUARTER: Duration = Duration::minutes(15);
/// What is about a meeting that begins within this time is told at once.
pub const SOON: Duration = Duration::hours(2);
/// A mail that goes within this time may be on its way already: the clocks of two servers differ.
const NEARLY_GONE: Duration = Duration::seconds(30);

/// A meeting as somebody was told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMeeting {
    pub id: MeetingId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub table: Option<u32>,
    pub sequence: u32,
}

impl KnownMeeting {
    /// As it stands now.
    pub fn of(meeting: &Meeting) -> KnownMeeting {
        KnownMeeting {
            id: meeting.id.clone(),
            starts_at: meeting.starts_at,
            ends_at: meeting.ends_at,
            table: meeting.table,
            sequence: meeting.sequence,
        }
    }

    /// A meeting that is off, where and when its people knew it to be.
    pub fn as_known(&self, off: &Meeting) -> Meeting {
        let KnownMeeting { starts_at, ends_at, table, .. } = *self;
        Meeting { starts_at, ends_at, table, ..off.clone() }
    }
}

/// What waits to be told to somebody, or has been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanNews {
    pub participant: ParticipantId,
    pub event: EventId,
    /// When they were told of something before that.
    pub told_before: Option<DateTime<Utc>>,
    /// When the first change was made of which nothing was told.
    pub since: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    /// The plan as they know it.
    pub known: Vec<KnownMeeting>,
    /// The mails that say so, and wait.
    pub mails: Vec<MailId>,
    /// Why the organiser made the changes.
    pub because: Option<Because>,
}

impl PlanNews {
    /// Whether its mails still wait, so that others can take their place.
    pub fn waits(&self, now: DateTime<Utc>) -> bool {
        self.due_at > now + NEARLY_GONE && self.since <= now
    }

    /// When its reader was told last.
    pub fn last_told(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.waits(now) { self.told_before } else { Some(self.due_at) }
    }

    /// That somebody was told of something then, and nothing waits.
    pub fn told(event: &EventId, participant: &ParticipantId, at: DateTime<Utc>) -> PlanNews {
        PlanNews {
            participant: participant.clone(),
            event: event.clone(),
            told_before: None,
            since: at,
            due_at: at,
            known: Vec::new(),
            mails: Vec::new(),
            because: None,
        }
    }

    /// When a change is told that is made now, if the first of them was made `since` and its reader was told last then.
    pub fn due(since: DateTime<Utc>, last_told: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
        let due = (now + QUIET).min(since + AT_MOST).max(now);
        // A time that lies ahead of a clock that was put back holds nothing up.
        let free = last_told.filter(|told| *told <= now + QUARTER).map(|told| told + QUARTER);
        free.map_or(due, |free| free.max(due))
    }
}
