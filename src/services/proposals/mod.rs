//! Proposals: one participant asks another to meet in a slot in which both are free. A proposal holds nothing; the
//! first meeting that is agreed on under the event's lock takes the slot, and the others lapse.

mod board;
pub(super) mod ending;

use chrono::{DateTime, Utc};

use super::log::{Actor, note};
use super::meetings::{PlanChange, change_plan};
use super::post::post;
use super::rounds::{self, Facts};
use super::{Fault, directory, links};
use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{ParticipantId, ProposalId, SlotId};
use crate::domain::meeting::{Meeting, MeetingState, ReasonTerm};
use crate::domain::meeting_report::MeetingReport;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::proposal::{Proposal, ProposalState, answer_by};
use crate::domain::text;
use crate::mail::messages::{self, ProposedMeeting};
use crate::store::{self, Db, StoreError, events, participants, proposals};

pub(super) use board::Board;
pub(super) use ending::end_between;
pub use ending::lapse_unanswered;

/// Most proposals of one participant that wait for an answer at a time.
pub const MAX_OPEN: usize = 10;

/// Why a proposal was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    #[error("the proposal has problems: {0}")]
    Invalid(Problems),
    /// One of the two is not free then, has enough meetings, or a rule keeps them apart. Which of these is not said:
    /// nobody learns of a block.
    #[error("the two cannot meet in this slot")]
    NotPossible,
    /// One of the two has asked the other already, and the answer is open.
    #[error("one of the two has asked already")]
    AskedAlready,
    /// So many proposals are open.
    #[error("too many proposals are open")]
    TooMany,
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ProposeError {
    fn from(error: StoreError) -> ProposeError {
        ProposeError::Fault(error.into())
    }
}

/// Proposes a meeting in a slot, and mails both: the one to be asked, and the author as a receipt.
pub fn propose(
    app: &App,
    from: &ParticipantId,
    to: &ParticipantId,
    slot: &SlotId,
    raw_message: &str,
) -> Result<(), ProposeError> {
    let message = text::long(raw_message, text::NOTE_MAX)
        .map_err(|message: Message| ProposeError::Invalid(Problems::one("message", message)))?;
    let now = app.clock.now();
    let terms = app.store.read(|db| why(db, from, to, now))?;
    app.store.write(|db| {
        let author = participants::get(db, from)?;
        let event = events::lock(db, &author.event)?;
        let open: Vec<Proposal> =
            proposals::list_of(db, from)?.into_iter().filter(|known| known.is_open(now)).collect();
        if open.iter().any(|known| known.partner_of(from) == to) {
            return Err(ProposeError::AskedAlready);
        }
        if open.iter().filter(|known| known.from == *from).count() >= MAX_OPEN {
            return Err(ProposeError::TooMany);
        }
        // One that has just run out and was not tidied away yet makes room for the new one.
        for old in proposals::list_of(db, from)? {
            if old.state == ProposalState::Open && old.partner_of(from) == to {
                proposals::close(db, &old.id, ProposalState::Lapsed, now)?;
            }
        }
        let (facts, reports) = plan(db, event, now)?;
        let board = Board::new(&facts, &reports);
        let (Some(one), Some(other), Some(slot)) = (board.person(from), board.person(to), board.slot(slot))
        else {
            return Err(ProposeError::NotPossible);
        };
        if !board.can_meet(one, other, slot, now) || !can_be_asked(other) {
            return Err(ProposeError::NotPossible);
        }
        let proposal = Proposal {
            id: app.random.id(now),
            event: facts.event.id.clone(),
            from: from.clone(),
            to: to.clone(),
            slot: slot.id.clone(),
            message,
            state: ProposalState::Open,
            terms,
            created_at: now,
            expires_at: answer_by(slot, now),
            answered_at: None,
        };
        proposals::insert(db, &proposal)?;
        note(app, db, &facts.event.id, from, &Actor::Participant, "proposal.made", now)?;
        mail_both(app, db, &facts.event, &proposal, slot, one, other, now)?;
        Ok(())
    })
}

/// Whether somebody can be asked: they agreed to be seen, and a mail reaches them.
pub(super) fn can_be_asked(other: &Participant) -> bool {
    other.profile.listed && other.profile.person.email.is_some()
}

/// Why two people should meet; not possible where a rule of the event keeps them apart.
fn why(
    db: &mut Db,
    from: &ParticipantId,
    to: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<Vec<ReasonTerm>, ProposeError> {
    let author = participants::get(db, from)?;
    let event = events::get(db, &author.event)?;
    let facts = Facts::load(db, event, now)?;
    let place = facts.people.iter().position(|person| person.id == *to);
    let ranked = rounds::rank(db, &facts, from)?;
    let found = ranked.into_iter().find(|(ranked, _)| Some(*ranked) == place);
    found.map(|(_, fit)| fit.terms).ok_or(ProposeError::NotPossible)
}

/// The plan of an event, with what was said of its meetings.
pub(super) fn plan(
    db: &mut Db,
    event: Event,
    now: DateTime<Utc>,
) -> Result<(Facts, Vec<MeetingReport>), StoreError> {
    let reports = store::meeting_reports::list(db, &event.id)?;
    Ok((Facts::load(db, event, now)?, reports))
}

#[expect(clippy::too_many_arguments, reason = "every one of them is already at hand in the transaction")]
fn mail_both(
    app: &App,
    db: &mut Db,
    event: &Event,
    proposal: &Proposal,
    slot: &Slot,
    author: &Participant,
    other: &Participant,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let link = links::new_personal_link_to(app, db, event, &other.id, links::Page::Schedule, now)?;
    post(app, db, now, |context| {
        messages::proposal_received(
            context,
            event,
            other,
            &link,
            &ProposedMeeting { other: author, slot },
            proposal,
        )
    })?;
    if author.profile.person.email.is_none() {
        return Ok(());
    }
    let link = links::new_personal_link_to(app, db, event, &author.id, links::Page::Schedule, now)?;
    let seen = directory::seen_by(db, &author.id, vec![other.clone()])?;
    let Some(other) = seen.first() else { return Ok(()) };
    post(app, db, now, |context| {
        messages::proposal_sent(context, event, author, &link, &ProposedMeeting { other, slot }, proposal)
    })
}

/// What an answer led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The meeting is planned, and both have mails and calendar entries.
    Agreed,
    /// The slot is no longer free for both, or no table is: the proposal has lapsed.
    TooLate,
    /// Somebody or something had ended the proposal before.
    Ended,
    /// It was declined or taken back.
    Closed,
}

/// What somebody says to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The one who was asked agrees.
    Accept,
    /// The one who was asked does not.
    Decline,
    /// Its author takes it back.
    Withdraw,
}

impl Reply {
    /// Reads what a form sends.
    pub fn parse(code: &str) -> Option<Reply> {
        match code {
            "accept" => Some(Reply::Accept),
            "decline" => Some(Reply::Decline),
            "withdraw" => Some(Reply::Withdraw),
            _ => None,
        }
    }
}

/// Answers a proposal, or takes it back. Somebody else's is not there.
pub fn answer(app: &App, who: &ParticipantId, id: &ProposalId, reply: Reply) -> Result<Outcome, Fault> {
    let now = app.clock.now();
    app.store.write(|db| {
        let proposal = proposals::get(db, id)?;
        let event = events::lock(db, &proposal.event)?;
        let proposal = proposals::get(db, id)?;
        let theirs = if reply == Reply::Withdraw { &proposal.from } else { &proposal.to };
        if theirs != who {
            return Err(StoreError::NotFound.into());
        }
        if !proposal.is_open(now) {
            return Ok(Outcome::Ended);
        }
        match reply {
            Reply::Accept => accept(app, db, event, &proposal, now),
            Reply::Decline => {
                ending::end(app, db, &event, &proposal, ProposalState::Declined, now)?;
                Ok(Outcome::Closed)
            }
            Reply::Withdraw => {
                proposals::close(db, &proposal.id, ProposalState::Withdrawn, now)?;
                Ok(Outcome::Closed)
            }
        }
    })
}

/// Plans the meeting if both can still have it. The event's row is locked.
fn accept(
    app: &App,
    db: &mut Db,
    event: Event,
    proposal: &Proposal,
    now: DateTime<Utc>,
) -> Result<Outcome, Fault> {
    let (facts, reports) = plan(db, event, now)?;
    let board = Board::new(&facts, &reports);
    let people = (board.person(&proposal.from), board.person(&proposal.to));
    let change = match (people, board.slot(&proposal.slot)) {
        ((Some(one), Some(other)), Some(slot)) if board.can_meet(one, other, slot, now) => {
            agreed(app, &board, proposal, slot, now)
        }
        _ => {
            ending::end(app, db, &facts.event, proposal, ProposalState::Lapsed, now)?;
            return Ok(Outcome::TooLate);
        }
    };
    proposals::close(db, &proposal.id, ProposalState::Accepted, now)?;
    for who in [&proposal.to, &proposal.from] {
        note(app, db, &facts.event.id, who, &Actor::Participant, "meeting.agreed", now)?;
    }
    change_plan(app, db, &facts.event, change, &[], now)?;
    Ok(Outcome::Agreed)
}

/// The new meeting; a meeting in which one of the two waits for somebody who does not come makes way for it.
fn agreed(app: &App, board: &Board<'_>, proposal: &Proposal, slot: &Slot, now: DateTime<Utc>) -> PlanChange {
    let (a, b) = if proposal.from < proposal.to {
        (&proposal.from, &proposal.to)
    } else {
        (&proposal.to, &proposal.from)
    };
    let meeting = Meeting {
        id: app.random.id(now),
        event: proposal.event.clone(),
        round: None,
        a: a.clone(),
        b: b.clone(),
        slot: slot.id.clone(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        table: board.table(slot, [a, b]).number(),
        state: MeetingState::Planned,
        terms: proposal.terms.clone(),
        sequence: 0,
        updated_at: now,
    };
    let waited = [a, b].into_iter().filter_map(|who| board.waits_in(who, &slot.id)).cloned().collect();
    PlanChange { added: vec![meeting], cancelled: waited, ..PlanChange::default() }
}
