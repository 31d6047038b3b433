//! A slot and a proposal, for the samples of mails.

use chrono::{DateTime, Duration, TimeZone, Utc};
use rendezvous::domain::event::Slot;
use rendezvous::domain::ids::{BlockId, EventId, ParticipantId, ProposalId, SlotId};
use rendezvous::domain::proposal::{Proposal, ProposalState};

fn asked_at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2020, 11, 2, 8, 30, 0).unwrap()
}

/// A slot in the afternoon.
pub fn slot() -> Slot {
    let start = Utc.with_ymd_and_hms(2020, 11, 11, 14, 0, 0).unwrap();
    Slot {
        id: SlotId("s1".into()),
        block: BlockId("b1".into()),
        starts_at: start,
        ends_at: start + Duration::minutes(20),
    }
}

/// A proposal for it, with words that could be taken for markup.
pub fn proposal() -> Proposal {
    Proposal {
        id: ProposalId("p1".into()),
        event: EventId("e1".into()),
        from: ParticipantId("2".into()),
        to: ParticipantId("1".into()),
        slot: SlotId("s1".into()),
        message: "Shall we talk about\nwater <b>pipes</b>?".into(),
        state: ProposalState::Open,
        terms: vec![],
        created_at: asked_at(),
        expires_at: asked_at() + Duration::hours(48),
        answered_at: None,
    }
}
