//! How proposals end without an answer: the time is up, the slot is taken, somebody leaves or excludes the other.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};

use super::telling::{self, due, tell_now};
use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{ParticipantId, ProposalId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::services::Fault;
use crate::services::tx::{Tx, write_at};
use crate::store::{Db, StoreError, agenda, events, proposals};

/// Ends the proposals that nobody answered in time, and tells their authors. Gives how many.
pub fn lapse_unanswered(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let unanswered = app.store.read(|db| proposals::list_unanswered(db, now, 200))?;
    for proposal in &unanswered {
        write_at(app, now, |tx| {
            let event = events::lock(tx.db, &proposal.event)?;
            end(tx, &event, proposal, ProposalState::Lapsed)
        })?;
    }
    Ok(unanswered.len())
}

/// A proposal that ends.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::services) struct Ended {
    proposal: ProposalId,
    /// Its slot, if its author is to hear that it came to nothing.
    told: Option<Slot>,
}

impl Ended {
    /// Ends it.
    pub(in crate::services) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let at = self.told.as_ref().map(|slot| due(slot, tx.now));
        proposals::close(tx.db, &self.proposal, ProposalState::Lapsed, tx.now, at)?;
        Ok(())
    }
}

/// Ends a proposal that is still open; its author hears that it came to nothing.
pub(in crate::services) fn end(
    tx: &mut Tx<'_>,
    event: &Event,
    proposal: &Proposal,
    state: ProposalState,
) -> Result<(), Fault> {
    let slots = agenda::list_slots(tx.db, &event.id)?;
    let slot = slots.iter().find(|slot| slot.id == proposal.slot);
    let at = slot.map(|slot| due(slot, tx.now));
    if proposals::close(tx.db, &proposal.id, state, tx.now, at)? {
        telling::tell(tx, event, &proposal.from)?;
    }
    Ok(())
}

/// Ends proposals whose slot or whose other person is about to go, and tells their authors while both are there to be named.
pub(in crate::services) fn end_now(tx: &mut Tx<'_>, event: &Event, ending: &[Proposal]) -> Result<(), Fault> {
    let mut authors = BTreeSet::new();
    for proposal in ending {
        if proposals::close(tx.db, &proposal.id, ProposalState::Lapsed, tx.now, Some(tx.now))? {
            authors.insert(&proposal.from);
        }
    }
    for author in authors {
        tell_now(tx, event, author)?;
    }
    Ok(())
}

/// The proposals in the slots that meetings take from somebody; authors who do not sit in one of them are told. And those that
/// would move a meeting that is off: the mail about it says enough.
pub(in crate::services) fn beside(
    db: &mut Db,
    event: &Event,
    meetings: &[&Meeting],
    off: &[Meeting],
) -> Result<Vec<Ended>, StoreError> {
    let open = proposals::list_open(db, &event.id)?;
    if open.is_empty() || (meetings.is_empty() && off.is_empty()) {
        return Ok(Vec::new());
    }
    let seated: HashSet<(&ParticipantId, &SlotId)> = meetings
        .iter()
        .flat_map(|meeting| [(&meeting.a, &meeting.slot), (&meeting.b, &meeting.slot)])
        .collect();
    let slots = agenda::list_slots(db, &event.id)?;
    let taken = |proposal: &Proposal| {
        let sits = |who: &ParticipantId| seated.contains(&(who, &proposal.slot));
        let slot = || slots.iter().find(|slot| slot.id == proposal.slot).cloned();
        let is_off = off.iter().any(|meeting| proposal.instead_of.as_ref() == Some(&meeting.id));
        match (sits(&proposal.from), sits(&proposal.to)) {
            _ if is_off => Some(Ended { proposal: proposal.id.clone(), told: None }),
            (false, false) => None,
            (true, _) => Some(Ended { proposal: proposal.id.clone(), told: None }),
            (false, true) => Some(Ended { proposal: proposal.id.clone(), told: slot() }),
        }
    };
    Ok(open.iter().filter_map(taken).collect())
}

/// Ends every open proposal of somebody who leaves, and tells those who proposed to them.
pub(in crate::services) fn end_all_of(
    tx: &mut Tx<'_>,
    event: &Event,
    who: &ParticipantId,
) -> Result<(), Fault> {
    let (own, to_them): (Vec<Proposal>, Vec<Proposal>) =
        proposals::list_of(tx.db, who)?.into_iter().partition(|proposal| proposal.from == *who);
    for proposal in &own {
        proposals::close(tx.db, &proposal.id, ProposalState::Withdrawn, tx.now, None)?;
    }
    end_now(tx, event, &to_them)
}

/// Ends what two people proposed to each other, without a word.
pub(in crate::services) fn end_between(
    db: &mut Db,
    one: &ParticipantId,
    other: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for proposal in proposals::list_of(db, one)? {
        if proposal.partner_of(one) == other {
            let state =
                if proposal.from == *one { ProposalState::Withdrawn } else { ProposalState::Declined };
            proposals::close(db, &proposal.id, state, now, None)?;
        }
    }
    Ok(())
}
