//! How proposals end without an answer: the time is up, the slot is taken, somebody leaves or excludes the other.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::mail::messages;
use crate::services::letters::Letters;
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, directory, links};
use crate::store::{Db, StoreError, agenda, events, participants, proposals};

/// Ends the proposals that nobody answered in time, and tells their authors. Gives how many.
pub fn lapse_unanswered(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = app.store.read(|db| proposals::list_unanswered(db, now, 200))?;
    for proposal in &due {
        write_at(app, now, |tx| {
            let event = events::lock(tx.db, &proposal.event)?;
            end(tx, &event, proposal, ProposalState::Lapsed)
        })?;
    }
    Ok(due.len())
}

/// A proposal that ends, with what its author is told.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::services) struct Ended {
    proposal: Proposal,
    state: ProposalState,
    told: Option<Told>,
}

/// Who is told of which meeting that comes to nothing.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    author: Participant,
    /// As the author sees them.
    other: Participant,
    slot: Slot,
}

/// Ends a proposal that is still open, and tells its author that it came to nothing.
pub(in crate::services) fn end(
    tx: &mut Tx<'_>,
    event: &Event,
    proposal: &Proposal,
    state: ProposalState,
) -> Result<(), Fault> {
    let slots = agenda::list_slots(tx.db, &event.id)?;
    let ended = ended(tx.db, proposal.clone(), state, &slots)?;
    if !close(tx, &ended)? {
        return Ok(());
    }
    let mut letters = Letters::few(tx.app, tx.now);
    tell(&mut letters, event, &ended)?;
    Ok(letters.post(tx.db)?)
}

/// What must be known to end a proposal and tell its author.
fn ended(db: &mut Db, proposal: Proposal, state: ProposalState, slots: &[Slot]) -> Result<Ended, StoreError> {
    let Some(slot) = slots.iter().find(|slot| slot.id == proposal.slot) else {
        return Ok(Ended { proposal, state, told: None });
    };
    let author = participants::get(db, &proposal.from)?;
    let other = participants::get(db, &proposal.to)?;
    let other = directory::seen_by(db, &author.id, vec![other])?.pop();
    let told = other.filter(|_| author.profile.person.email.is_some()).map(|other| Told {
        author,
        other,
        slot: slot.clone(),
    });
    Ok(Ended { proposal, state, told })
}

/// Ends a proposal; says whether it still was open.
pub(in crate::services) fn close(tx: &mut Tx<'_>, ended: &Ended) -> Result<bool, StoreError> {
    proposals::close(tx.db, &ended.proposal.id, ended.state, tx.now)
}

/// Writes to the author of a proposal that comes to nothing, if they are to hear of it.
pub(in crate::services) fn tell(
    letters: &mut Letters<'_>,
    event: &Event,
    ended: &Ended,
) -> Result<(), Fault> {
    let Some(Told { author, other, slot }) = &ended.told else { return Ok(()) };
    let link = letters.personal_link_to(event, &author.id, links::Page::Schedule);
    let meeting = messages::ProposedMeeting { other, slot };
    letters.write(|context| messages::proposal_closed(context, event, author, &link, &meeting))
}

/// The proposals in the slots that meetings take from somebody; authors who do not sit in one of them are told.
pub(in crate::services) fn beside(
    db: &mut Db,
    event: &Event,
    meetings: &[&Meeting],
) -> Result<Vec<Ended>, StoreError> {
    let open = proposals::list_open(db, &event.id)?;
    if open.is_empty() || meetings.is_empty() {
        return Ok(Vec::new());
    }
    let seated: HashSet<(&ParticipantId, &SlotId)> = meetings
        .iter()
        .flat_map(|meeting| [(&meeting.a, &meeting.slot), (&meeting.b, &meeting.slot)])
        .collect();
    let slots = agenda::list_slots(db, &event.id)?;
    let mut found = Vec::new();
    for proposal in open {
        let sits = |who: &ParticipantId| seated.contains(&(who, &proposal.slot));
        match (sits(&proposal.from), sits(&proposal.to)) {
            (false, false) => {}
            (true, _) => found.push(Ended { proposal, state: ProposalState::Lapsed, told: None }),
            (false, true) => found.push(ended(db, proposal, ProposalState::Lapsed, &slots)?),
        }
    }
    Ok(found)
}

/// Ends every open proposal of somebody who leaves, and tells those who proposed to them.
pub(in crate::services) fn end_all_of(
    tx: &mut Tx<'_>,
    event: &Event,
    who: &ParticipantId,
) -> Result<(), Fault> {
    for proposal in proposals::list_of(tx.db, who)? {
        if proposal.from == *who {
            proposals::close(tx.db, &proposal.id, ProposalState::Withdrawn, tx.now)?;
        } else {
            end(tx, event, &proposal, ProposalState::Lapsed)?;
        }
    }
    Ok(())
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
            proposals::close(db, &proposal.id, state, now)?;
        }
    }
    Ok(())
}
