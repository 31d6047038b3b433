//! Tells of proposals: a quarter of an hour after the first of which somebody has not heard, in one mail with everything that
//! came meanwhile, and no sooner than that after a mail about their plan; what is about a meeting that begins soon at once.
//! What has come to nothing by then is told to its author alone.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::plan_news::{PlanNews, QUARTER, SOON};
use crate::domain::proposal::{Proposal, Side};
use crate::mail::messages::{self, ToldProposal};
use crate::services::post::post;
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, directory, links};
use crate::store::{Db, StoreError, agenda, events, meetings, participants, plan_news, proposals};

/// When somebody is told of what happens now to a proposal for a slot.
pub(super) fn due(slot: &Slot, now: DateTime<Utc>) -> DateTime<Utc> {
    if is_soon(slot, now) { now } else { now + QUARTER }
}

fn is_soon(slot: &Slot, now: DateTime<Utc>) -> bool {
    slot.starts_at < now + SOON
}

/// Tells of the proposals that are due. Gives how many mails go.
pub fn tell_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = app.store.read(|db| proposals::list_due(db, now))?;
    let readers: BTreeSet<(EventId, ParticipantId)> = due
        .into_iter()
        .flat_map(|Proposal { event, from, to, .. }| [(event.clone(), to), (event, from)])
        .collect();
    let mut mails = 0;
    for (event, who) in &readers {
        mails += usize::from(write_at(app, now, |tx| {
            let event = events::lock(tx.db, event)?;
            tell(tx, &event, who)
        })?);
    }
    Ok(mails)
}

/// A proposal of which somebody has not heard.
struct Untold {
    proposal: Proposal,
    side: Side,
    /// When they are to hear of it.
    at: DateTime<Utc>,
    /// None if it is not there any more.
    slot: Option<Slot>,
}

/// Tells somebody of everything that they are to hear, if some of it is due and they may be written to; says whether a mail
/// goes. The event's row is locked.
pub(super) fn tell(tx: &mut Tx<'_>, event: &Event, who: &ParticipantId) -> Result<bool, Fault> {
    let untold = untold(tx.db, event, who)?;
    let mut due = untold.iter().filter(|one| one.at <= tx.now).peekable();
    if due.peek().is_none() {
        return Ok(false);
    }
    let is_urgent = due.any(|one| one.slot.as_ref().is_some_and(|slot| is_soon(slot, tx.now)));
    let told = plan_news::find(tx.db, who)?.map(|news| news.due_at);
    match told.map(|told| told + QUARTER).filter(|free| !is_urgent && *free > tx.now) {
        Some(free) => {
            set_told_at(tx.db, &untold, Some(free))?;
            Ok(false)
        }
        None => tell_all(tx, event, who, untold),
    }
}

/// Tells somebody of everything that they are to hear, whatever they were told before. The event's row is locked.
pub(super) fn tell_now(tx: &mut Tx<'_>, event: &Event, who: &ParticipantId) -> Result<bool, Fault> {
    let untold = untold(tx.db, event, who)?;
    tell_all(tx, event, who, untold)
}

fn untold(db: &mut Db, event: &Event, who: &ParticipantId) -> Result<Vec<Untold>, StoreError> {
    let slots = agenda::list_slots(db, &event.id)?;
    let found = proposals::list_untold(db, who)?.into_iter().filter_map(|proposal| {
        let side = if proposal.from == *who { Side::Author } else { Side::Asked };
        let slot = slots.iter().find(|slot| slot.id == proposal.slot).cloned();
        Some(Untold { at: proposal.told_at(side)?, side, slot, proposal })
    });
    Ok(found.collect())
}

fn set_told_at(db: &mut Db, untold: &[Untold], at: Option<DateTime<Utc>>) -> Result<(), StoreError> {
    for side in [Side::Asked, Side::Author] {
        let of_side = untold.iter().filter(|one| one.side == side).map(|one| &one.proposal.id);
        proposals::set_told_at(db, &of_side.collect::<Vec<_>>(), side, at)?;
    }
    Ok(())
}

fn tell_all(tx: &mut Tx<'_>, event: &Event, who: &ParticipantId, untold: Vec<Untold>) -> Result<bool, Fault> {
    set_told_at(tx.db, &untold, None)?;
    let reader = participants::get(tx.db, who)?;
    if reader.profile.person.email.is_none() {
        return Ok(false);
    }
    let told = named(tx.db, who, untold)?;
    let Some(news) = messages::ProposalNews::of(told) else { return Ok(false) };
    note_told(tx, event, who)?;
    let link = links::new_personal_link_to(tx, event, who, links::Page::Schedule)?;
    post(tx, |context| messages::proposals(context, event, &reader, &link, &news))?;
    Ok(true)
}

/// Notes that somebody is told now; what waits of their plan waits on.
fn note_told(tx: &mut Tx<'_>, event: &Event, who: &ParticipantId) -> Result<(), StoreError> {
    let waiting = plan_news::find(tx.db, who)?.filter(|news| news.waits(tx.now));
    let news = match waiting {
        Some(news) => PlanNews { told_before: Some(tx.now), ..news },
        None => PlanNews::told(&event.id, who, tx.now),
    };
    plan_news::replace(tx.db, &[who], &[news])
}

/// The proposals with the other person, as the reader sees them, and the slot.
fn named(db: &mut Db, who: &ParticipantId, untold: Vec<Untold>) -> Result<Vec<ToldProposal>, StoreError> {
    let mut told = Vec::new();
    for Untold { proposal, side, slot, .. } in untold {
        let Some(slot) = slot else { continue };
        let other = participants::get(db, proposal.partner_of(who))?;
        let other = match side {
            Side::Asked => Some(other),
            Side::Author => directory::seen_by(db, who, vec![other])?.pop(),
        };
        let instead = match &proposal.instead_of {
            Some(id) => Some(meetings::get(db, id)?),
            None => None,
        };
        told.extend(other.map(|other| ToldProposal { other, slot, proposal, side, instead }));
    }
    Ok(told)
}
