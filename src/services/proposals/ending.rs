//! How proposals end without an answer: the time is up, the slot is taken, somebody leaves or excludes the other.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::mail::messages;
use crate::services::post::post;
use crate::services::{Fault, directory, links};
use crate::store::{Db, StoreError, events, participants, programme, proposals};

/// Ends the proposals that nobody answered in time, and tells their authors. Gives how many.
pub fn lapse_unanswered(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = app.store.read(|db| proposals::list_unanswered(db, now, 200))?;
    for proposal in &due {
        app.store.write(|db| {
            let event = events::lock(db, &proposal.event)?;
            end(app, db, &event, proposal, ProposalState::Lapsed, now)
        })?;
    }
    Ok(due.len())
}

/// Ends a proposal that is still open, and tells its author that it came to nothing.
pub(in crate::services) fn end(
    app: &App,
    db: &mut Db,
    event: &Event,
    proposal: &Proposal,
    state: ProposalState,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    if !proposals::close(db, &proposal.id, state, now)? {
        return Ok(());
    }
    let slots = programme::list_slots(db, &event.id)?;
    let Some(slot) = slots.iter().find(|slot| slot.id == proposal.slot) else { return Ok(()) };
    let author = participants::get(db, &proposal.from)?;
    let other = participants::get(db, &proposal.to)?;
    let Some(other) = directory::seen_by(db, &author.id, vec![other])?.pop() else { return Ok(()) };
    if author.profile.person.email.is_none() {
        return Ok(());
    }
    let link = links::new_personal_link_to(app, db, event, &author.id, links::Page::Schedule, now)?;
    post(app, db, now, |context| {
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
    app: &App,
    db: &mut Db,
    event: &Event,
    meeting: &Meeting,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let seated = |who: &ParticipantId| *who == meeting.a || *who == meeting.b;
    for proposal in proposals::list_open_in(db, &meeting.slot)? {
        match (seated(&proposal.from), seated(&proposal.to)) {
            (false, false) => {}
            (true, _) => {
                proposals::close(db, &proposal.id, ProposalState::Lapsed, now)?;
            }
            (false, true) => end(app, db, event, &proposal, ProposalState::Lapsed, now)?,
        }
    }
    Ok(())
}

/// Ends every open proposal of somebody who leaves, and tells those who proposed to them.
pub(in crate::services) fn end_all_of(
    app: &App,
    db: &mut Db,
    event: &Event,
    who: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    for proposal in proposals::list_of(db, who)? {
        if proposal.from == *who {
            proposals::close(db, &proposal.id, ProposalState::Withdrawn, now)?;
        } else {
            end(app, db, event, &proposal, ProposalState::Lapsed, now)?;
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
