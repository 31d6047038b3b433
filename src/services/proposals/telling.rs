//! Tells of proposals: a quarter of an hour after the first of which somebody has not heard, in one mail with everything that
//! came meanwhile; what is about a meeting that begins soon at once. What has ended by then is never told.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::participant::Participant;
use crate::domain::plan_news::SOON;
use crate::domain::proposal::{Proposal, QUARTER, Side};
use crate::mail::messages::{self, ProposedMeeting, ToldProposal};
use crate::services::post::post;
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, directory, links};
use crate::store::{Db, StoreError, agenda, events, participants, proposals};

/// When a proposal is told that is made now.
pub(super) fn due(slot: &Slot, now: DateTime<Utc>) -> DateTime<Utc> {
    if slot.starts_at < now + SOON { now } else { now + QUARTER }
}

/// Tells of the proposals that are due. Gives how many mails go.
pub fn tell_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = app.store.read(|db| proposals::list_due(db, now))?;
    let readers: BTreeSet<(EventId, ParticipantId, Side)> = due
        .into_iter()
        .flat_map(|proposal| {
            let Proposal { event, from, to, .. } = proposal;
            [(event.clone(), to, Side::Asked), (event, from, Side::Author)]
        })
        .collect();
    let mut mails = 0;
    for (event, who, side) in &readers {
        mails += usize::from(write_at(app, now, |tx| {
            let event = events::lock(tx.db, event)?;
            tell(tx, &event, who, *side)
        })?);
    }
    Ok(mails)
}

/// Tells somebody of everything that they are to hear, if some of it is due; says whether a mail goes. The event's row is
/// locked.
pub(super) fn tell(tx: &mut Tx<'_>, event: &Event, who: &ParticipantId, side: Side) -> Result<bool, Fault> {
    let untold = proposals::list_untold(tx.db, who, side)?;
    if !untold.iter().any(|proposal| proposal.told_at(side).is_some_and(|at| at <= tx.now)) {
        return Ok(false);
    }
    proposals::set_told(tx.db, &untold.iter().map(|proposal| &proposal.id).collect::<Vec<_>>(), side)?;
    let reader = participants::get(tx.db, who)?;
    if reader.profile.person.email.is_none() {
        return Ok(false);
    }
    let named = named(tx.db, event, &untold, side)?;
    let told: Vec<ToldProposal<'_>> = named
        .iter()
        .map(|(proposal, other, slot)| ToldProposal { meeting: ProposedMeeting { other, slot }, proposal })
        .collect();
    let Some((first, others)) = told.split_first() else { return Ok(false) };
    let link = links::new_personal_link_to(tx, event, who, links::Page::Schedule)?;
    post(tx, |context| match side {
        Side::Asked => messages::proposal_received(context, event, &reader, &link, first, others),
        Side::Author => messages::proposal_sent(context, event, &reader, &link, first, others),
    })?;
    Ok(true)
}

/// The proposals with the other person, as the reader sees them, and the slot.
fn named<'a>(
    db: &mut Db,
    event: &Event,
    proposals: &'a [Proposal],
    side: Side,
) -> Result<Vec<(&'a Proposal, Participant, Slot)>, StoreError> {
    let slots = agenda::list_slots(db, &event.id)?;
    let mut named = Vec::new();
    for proposal in proposals {
        let Some(slot) = slots.iter().find(|slot| slot.id == proposal.slot) else { continue };
        let other = match side {
            Side::Asked => Some(participants::get(db, &proposal.from)?),
            Side::Author => {
                let other = participants::get(db, &proposal.to)?;
                directory::seen_by(db, &proposal.from, vec![other])?.pop()
            }
        };
        named.extend(other.map(|other| (proposal, other, slot.clone())));
    }
    Ok(named)
}
