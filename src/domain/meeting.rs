//! A meeting: two participants, a slot, a table or a room.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::ids::{EventId, InterpreterId, MeetingId, ParticipantId, QuestionId, RoundId, SlotId};
use super::question::{Comparison, Question};

codes! {
    /// Whether a meeting takes place.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum MeetingState {
        Planned = "planned",
        Cancelled = "cancelled",
    }
}

/// One named part of why two people meet; the points of a pair's terms sum to its weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonTerm {
    /// Key of the term in the word catalogue, less `term-`; after a colon the id of the question that it is about.
    pub term: String,
    pub points: i32,
}

impl ReasonTerm {
    /// What divides the kind of a term about a question from the question's id.
    const OF: char = ':';

    /// That two people's answers to a question are as it wants them.
    pub fn of_question(question: &Question, comparison: Comparison) -> ReasonTerm {
        let term = format!("{}_answer{}{}", comparison.wanted.code(), ReasonTerm::OF, question.id);
        ReasonTerm { term, points: i32::try_from(comparison.points).unwrap_or(i32::MAX) }
    }

    /// The key of its word in the catalogue, and the question that it is about.
    pub fn word(&self) -> (String, Option<QuestionId>) {
        let (term, question) = match self.term.split_once(ReasonTerm::OF) {
            Some((term, id)) => (term, Some(QuestionId(id.to_string()))),
            None => (self.term.as_str(), None),
        };
        (format!("term-{}", term.replace('_', "-")), question)
    }
}

/// Why the organiser changes published meetings, as the mail about it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// The event takes place on other days: those before.
    EventMoved { first: NaiveDate, last: NaiveDate },
    /// On the same days the agenda begins so many minutes later, or earlier.
    AgendaMoved { minutes: i64 },
    /// The event takes place elsewhere.
    PlaceChanged,
    /// A meeting block is at another time.
    BlockMoved,
    /// The whole plan is taken back.
    Withdrawn,
    /// They no longer fit what the event has become.
    NoLongerFits,
}

impl Because {
    /// What is told of two changes that come as one mail: the days that somebody knows, and then the place, matter more than what
    /// came of it.
    pub fn of_both(earlier: Option<Because>, later: Option<Because>) -> Option<Because> {
        let is_more = |one: &Because| match one {
            Because::EventMoved { .. } => 2,
            Because::PlaceChanged => 1,
            _ => 0,
        };
        let outlives = |one: &Because| is_more(one) > 0 && is_more(one) >= later.as_ref().map_or(0, is_more);
        earlier.filter(outlives).or(later)
    }
}

/// A published meeting; `a < b`.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    pub id: MeetingId,
    pub event: EventId,
    pub round: Option<RoundId>,
    pub a: ParticipantId,
    pub b: ParticipantId,
    pub slot: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// From 1; none at an online event.
    pub table: Option<u32>,
    /// Who interprets, where the two need somebody.
    pub interpreter: Option<InterpreterId>,
    pub state: MeetingState,
    pub terms: Vec<ReasonTerm>,
    /// Rises with each change that a calendar must learn of (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    pub updated_at: DateTime<Utc>,
}

impl Meeting {
    /// The other one of the two.
    pub fn partner_of(&self, who: &ParticipantId) -> &ParticipantId {
        if self.a == *who { &self.b } else { &self.a }
    }

    /// The meeting's id in the calendar of one of the two. Each has their own: the texts differ, and no calendar may
    /// learn the other's address from a shared entry.
    pub fn calendar_uid(&self, who: &ParticipantId, host: &str) -> String {
        let side = if self.a == *who { 'a' } else { 'b' };
        format!("{}-{side}@{host}", self.id)
    }
}

/// The room link of an online meeting, from the event's pattern.
pub fn room_link(pattern: &str, meeting: &MeetingId) -> String {
    pattern.replace("{meeting}", meeting.as_str())
}
