//! A proposal: one participant asks another to meet in a slot in which both are free, anew or instead of a meeting that they
//! have. It holds no slot.

use chrono::{DateTime, Duration, Utc};

use super::codes::codes;
use super::event::Slot;
use super::ids::{EventId, MeetingId, ParticipantId, ProposalId, SlotId};
use super::meeting::ReasonTerm;

/// How long a proposal waits for its answer, in hours.
pub const ANSWER_HOURS: i64 = 48;

/// Who hears of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The one who is asked.
    Asked,
    /// Its author, who gets a receipt, and hears when it comes to nothing.
    Author,
}

codes! {
    /// What became of a proposal.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum ProposalState {
        /// It waits for an answer.
        Open = "open",
        Accepted = "accepted",
        Declined = "declined",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// Nobody answered in time, or one of the two has something else in the slot.
        Lapsed = "lapsed",
    }
}

/// A proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub id: ProposalId,
    pub event: EventId,
    pub from: ParticipantId,
    pub to: ParticipantId,
    pub slot: SlotId,
    /// A short word to the other person; may be empty.
    pub message: String,
    pub state: ProposalState,
    /// Why the two should meet.
    pub terms: Vec<ReasonTerm>,
    pub created_at: DateTime<Utc>,
    /// From when on silence counts as no.
    pub expires_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// When the one who is asked hears of it; none once they have, or need not any more.
    pub tell_at: Option<DateTime<Utc>>,
    /// The same of its author: that it is on its way, or that it came to nothing.
    pub receipt_at: Option<DateTime<Utc>>,
    /// The meeting of the two that takes place in this slot instead, if both agree; none where they would meet anew.
    pub instead_of: Option<MeetingId>,
}

impl Proposal {
    /// Whether it can still be answered.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.state == ProposalState::Open && now < self.expires_at
    }

    /// When somebody hears of it, as it stands, who has not yet.
    pub fn told_at(&self, side: Side) -> Option<DateTime<Utc>> {
        match side {
            Side::Asked => self.tell_at,
            Side::Author => self.receipt_at,
        }
    }

    /// The other one of the two.
    pub fn partner_of(&self, who: &ParticipantId) -> &ParticipantId {
        if self.from == *who { &self.to } else { &self.from }
    }
}

/// Until when a proposal made now can be answered: [`ANSWER_HOURS`], but no longer than until the slot begins. In a
/// slot that is going on already, which somebody waits through alone, until it ends.
pub fn answer_by(slot: &Slot, now: DateTime<Utc>) -> DateTime<Utc> {
    let latest = if now < slot.starts_at { slot.starts_at } else { slot.ends_at };
    latest.min(now + Duration::hours(ANSWER_HOURS))
}
