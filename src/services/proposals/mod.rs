//! Proposals: one participant asks another to meet in a slot in which both are free, or to move a meeting of theirs there. A proposal holds nothing; the
//! first meeting that is agreed on under the event's lock takes the slot, and the others lapse.

mod board;
pub(super) mod ending;
mod moves;
mod telling;

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::access::Actor;
use super::access::OwnAccess;
use super::log::note;
use super::meetings::{PlanChange, change_plan};
use super::rounds::{self, kept_in};
use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{MeetingId, ParticipantId, ProposalId, SlotId};
use crate::domain::meeting::{Meeting, MeetingState, ReasonTerm};
use crate::domain::problems::{Message, Problems};
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::text;
use crate::services::fault::from_store_error;
use crate::services::tx::{Tx, write, write_at};
use crate::store::{Db, StoreError, events, participants, proposals};

pub(super) use board::{Board, Seat, Table};
pub(super) use ending::end_between;
pub use ending::lapse_unanswered;
pub use telling::tell_due;

/// Most proposals of one participant that wait for an answer at a time.
pub const MAX_OPEN: usize = 10;
/// Most proposals of one participant to another, and most within a day.
pub const MAX_TO_ONE: usize = 3;
pub const MAX_A_DAY: usize = 20;

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
    #[error("too many proposals to one person")]
    TooManyToOne,
    #[error("too many proposals within a day")]
    TooManyToday,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(ProposeError);

/// What is proposed to somebody.
#[derive(Debug, Clone)]
pub struct Proposing {
    pub to: ParticipantId,
    pub slot: SlotId,
    /// A word to go with it, as typed.
    pub message: String,
    /// The meeting of the two that shall take place then instead.
    pub instead_of: Option<MeetingId>,
}

/// Proposes a meeting in a slot, or another slot for one. Both hear of it by mail: the one who is asked, and the author as a
/// receipt.
pub fn propose(app: &App, own: &OwnAccess, asked: &Proposing) -> Result<(), ProposeError> {
    let (from, to) = (own.id(), &asked.to);
    let message = text::long(&asked.message, text::NOTE_MAX)
        .map_err(|message: Message| ProposeError::Invalid(Problems::one("message", message)))?;
    let now = app.clock.now();
    let why = why(app, from, to)?;
    write_at(app, now, |tx| {
        let author = participants::get(tx.db, from)?;
        let event = events::lock(tx.db, &author.event)?;
        let known = proposals::list_of(tx.db, from)?;
        may_propose(&known, asked, from, now)?;
        // One that has just run out and was not tidied away yet makes room for the new one.
        for old in known {
            if old.state == ProposalState::Open && old.partner_of(from) == to {
                proposals::close(tx.db, &old.id, ProposalState::Lapsed, now, None)?;
            }
        }
        let kept = kept_in(app, tx.db, &event)?;
        let board = kept.board();
        let (Some(one), Some(other), Some(slot)) =
            (board.seat(from), board.seat(to), board.slot(&asked.slot))
        else {
            return Err(ProposeError::NotPossible);
        };
        let terms = match &asked.instead_of {
            None if board.can_be_asked(other) && board.can_meet(one, other, slot, now) => why.clone(),
            None => None,
            Some(id) => moves::movable(board, id, [one, other], slot, now).map(|moved| moved.terms.clone()),
        };
        let proposal = Proposal {
            id: app.random.id(now),
            event: event.id.clone(),
            from: from.clone(),
            to: to.clone(),
            slot: slot.id.clone(),
            message: message.clone(),
            state: ProposalState::Open,
            terms: terms.ok_or(ProposeError::NotPossible)?,
            created_at: now,
            expires_at: moves::answer_by(board, asked.instead_of.as_ref(), one, slot, now),
            answered_at: None,
            tell_at: Some(telling::due(slot, now)),
            receipt_at: Some(telling::due(slot, now)),
            instead_of: asked.instead_of.clone(),
        };
        proposals::insert(tx.db, &proposal)?;
        note(tx, &event.id, from, &Actor::Participant, "proposal.made")?;
        // Both hear of it now if the meeting begins soon.
        telling::tell(tx, &event, to)?;
        telling::tell(tx, &event, from)?;
        Ok(())
    })
}

/// Whether one more proposal is taken, beside those that are known of its author; however they ended, they count.
fn may_propose(
    known: &[Proposal],
    asked: &Proposing,
    from: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<(), ProposeError> {
    let to = &asked.to;
    let open = || known.iter().filter(|one| one.is_open(now));
    let own = || known.iter().filter(|one| one.from == *from);
    if open().any(|one| one.partner_of(from) == to) {
        return Err(ProposeError::AskedAlready);
    }
    if open().filter(|one| one.from == *from).count() >= MAX_OPEN {
        return Err(ProposeError::TooMany);
    }
    if own().filter(|one| one.to == *to).count() >= MAX_TO_ONE {
        return Err(ProposeError::TooManyToOne);
    }
    if own().filter(|one| one.created_at > now - Duration::hours(24)).count() >= MAX_A_DAY {
        return Err(ProposeError::TooManyToday);
    }
    Ok(())
}

/// The proposals to and by somebody that can still be answered.
pub(super) fn open_of(
    db: &mut Db,
    who: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<Vec<Proposal>, StoreError> {
    let all = proposals::list_of(db, who)?;
    Ok(all.into_iter().filter(|proposal| proposal.is_open(now)).collect())
}

/// Why two people should meet; nothing where a rule of the event keeps them apart.
fn why(app: &App, from: &ParticipantId, to: &ParticipantId) -> Result<Option<Vec<ReasonTerm>>, ProposeError> {
    let author = app.store.read(|db| participants::get(db, from))?;
    let kept = rounds::kept(app, &author.event)?;
    let place = kept.board().seat(to).ok_or(ProposeError::NotPossible)?;
    let fit = kept.ranking(from).and_then(|ranking| ranking.fit(place));
    Ok(fit.map(|fit| fit.terms))
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
pub fn answer(app: &App, own: &OwnAccess, id: &ProposalId, reply: Reply) -> Result<Outcome, Fault> {
    write(app, |tx| {
        let proposal = proposals::get(tx.db, id)?;
        let event = events::lock(tx.db, &proposal.event)?;
        let proposal = proposals::get(tx.db, id)?;
        let theirs = if reply == Reply::Withdraw { &proposal.from } else { &proposal.to };
        if theirs != own.id() {
            return Err(StoreError::NotFound.into());
        }
        if !proposal.is_open(tx.now) {
            return Ok(Outcome::Ended);
        }
        match reply {
            Reply::Accept => accept(tx, event, &proposal),
            Reply::Decline => {
                ending::end(tx, &event, &proposal, ProposalState::Declined)?;
                Ok(Outcome::Closed)
            }
            Reply::Withdraw => {
                proposals::close(tx.db, &proposal.id, ProposalState::Withdrawn, tx.now, None)?;
                Ok(Outcome::Closed)
            }
        }
    })
}

/// Plans the meeting if both can still have it. The event's row is locked.
fn accept(tx: &mut Tx<'_>, event: Event, proposal: &Proposal) -> Result<Outcome, Fault> {
    let kept = kept_in(tx.app, tx.db, &event)?;
    let board = kept.board();
    let people = (board.seat(&proposal.from), board.seat(&proposal.to));
    let change = match (people, board.slot(&proposal.slot)) {
        ((Some(one), Some(other)), Some(slot)) => match &proposal.instead_of {
            Some(id) => moves::moved(board, id, [one, other], slot, tx.now),
            None if board.can_meet(one, other, slot, tx.now) => {
                Some(agreed(tx.app, board, proposal, (one, other), slot, tx.now))
            }
            None => None,
        },
        _ => None,
    };
    let Some(change) = change else {
        ending::end(tx, &event, proposal, ProposalState::Lapsed)?;
        return Ok(Outcome::TooLate);
    };
    proposals::close(tx.db, &proposal.id, ProposalState::Accepted, tx.now, None)?;
    for who in [&proposal.to, &proposal.from] {
        let action = if proposal.instead_of.is_some() { "meeting.moved_by_both" } else { "meeting.agreed" };
        note(tx, &event.id, who, &Actor::Participant, action)?;
    }
    change_plan(tx, &event, change)?;
    Ok(Outcome::Agreed)
}

/// The new meeting; a meeting in which one of the two waits for somebody who does not come makes way for it.
fn agreed(
    app: &App,
    board: &Board,
    proposal: &Proposal,
    seats: (Seat, Seat),
    slot: &Slot,
    now: DateTime<Utc>,
) -> PlanChange {
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
        table: board.table(slot, seats.into()).number(),
        interpreter: board.interpreter(slot, seats.into()).ok().flatten(),
        state: MeetingState::Planned,
        terms: proposal.terms.clone(),
        sequence: 0,
        updated_at: now,
    };
    let seats: [Seat; 2] = seats.into();
    let waited = seats.into_iter().filter_map(|seat| board.waits_in(seat, &slot.id)).cloned().collect();
    PlanChange { added: vec![meeting], cancelled: waited, ..PlanChange::default() }
}
