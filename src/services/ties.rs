//! What there is between a participant and the others: meetings, proposals that wait for an answer, and wishes. Every page that
//! shows somebody asks here, so that none offers what must fail.

use std::collections::HashMap;

use super::my_event::MyEvent;
use super::schedule::{Stage, stage};
use super::wishes::{WishList, list_in};
use super::{Fault, proposals};
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::proposal::Proposal;

/// What somebody has with the others.
#[derive(Debug, Clone)]
pub struct Ties {
    pub wishes: WishList,
    /// Whether the meetings are out, so that wishes alone bring nobody together any more.
    pub is_published: bool,
    me: ParticipantId,
    meetings: HashMap<ParticipantId, Meeting>,
    proposals: HashMap<ParticipantId, Proposal>,
}

/// What is settled, or waits to be, between two people.
#[derive(Debug, Clone, Copy)]
pub enum Tie<'a> {
    Meeting(&'a Meeting),
    ProposedToMe(&'a Proposal),
    ProposedByMe(&'a Proposal),
}

/// What the reader of *My event* has with the others.
pub fn of(app: &App, mine: &MyEvent) -> Result<Ties, Fault> {
    let (me, now) = (&mine.participant.id, app.clock.now());
    let (wishes, stage, open) = app.store.read(|db| {
        Ok::<_, Fault>((list_in(db, me)?, stage(db, mine, now)?, proposals::open_of(db, me, now)?))
    })?;
    let meetings = mine.meetings.iter().map(|my| (my.partner.id.clone(), my.meeting.clone()));
    let proposals = open.into_iter().map(|proposal| (proposal.partner_of(me).clone(), proposal));
    Ok(Ties {
        wishes,
        is_published: stage == Stage::Published,
        me: me.clone(),
        meetings: meetings.collect(),
        proposals: proposals.collect(),
    })
}

impl Ties {
    /// What there is with somebody beside wishes.
    pub fn with(&self, other: &ParticipantId) -> Option<Tie<'_>> {
        let meeting = self.meetings.get(other).map(Tie::Meeting);
        meeting.or_else(|| {
            let proposal = self.proposals.get(other)?;
            Some(match proposal.to == self.me {
                true => Tie::ProposedToMe(proposal),
                false => Tie::ProposedByMe(proposal),
            })
        })
    }
}
