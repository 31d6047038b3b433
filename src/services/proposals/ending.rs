//! How proposals end without an answer: the time is up, the slot is taken, somebody leaves or excludes the other.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::mail::messages;
use crate::services::post::post;
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, directory, links};
use crate::store::{Db, StoreError, events, participants, programme, proposals};

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

/// Ends a proposal that is still open, and tells its author that it came to nothing.
pub(in crate::services) fn end(
    tx: &mut Tx<'_>,
    event: &Event,
    proposal: &Proposal,
    state: ProposalState,
) -> Result<(), Fault> {
    if !proposals::close(tx.db, &proposal.id, state, tx.now)? {
        return Ok(());
    }
    let slots = programme::list_slots(tx.db, &event.id)?;
    let Some(slot) = slots.iter().find(|slot| slot.id == proposal.slot) else { return Ok(()) };
    let author = participants::get(tx.db, &proposal.from)?;
    let other = participants::get(tx.db, &proposal.to)?;
    let Some(other) = directory::seen_by(tx.db, &author.id, vec![other])?.pop() else { return Ok(()) };
    if author.profile.person.email.is_none() {
        return Ok(());
    }
    let link = links::new_personal_link_to(tx, event, &author.id, links::Page::Schedule)?;
    post(tx, |context| {
        messages::proposal_closed(
            context,
            event,
            &author,
            &link,
            &messages::ProposedMeeting { other: &other, slot },
        )
    })
}

/// Ends the proposals in a slot that a meeting has taken, and tells the authors who do not sit in it.
pub(in crate::services) fn end_beside(
    tx: &mut Tx<'_>,
    event: &Event,
    meeting: &Meeting,
) -> Result<(), Fault> {
    let seated = |who: &ParticipantId| *who == meeting.a || *who == meeting.b;
    for proposal in proposals::list_open_in(tx.db, &meeting.slot)? {
        match (seated(&proposal.from), seated(&proposal.to)) {
            (false, false) => {}
            (true, _) => {
                proposals::close(tx.db, &proposal.id, ProposalState::Lapsed, tx.now)?;
            }
            (false, true) => end(tx, event, &proposal, ProposalState::Lapsed)?,
        }
    }
    Ok(())
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
