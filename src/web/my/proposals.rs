//! Proposing a meeting in a free slot, and answering what others propose.

use actix_web::http::StatusCode;

use super::{open, path, slots};
use crate::domain::ids::{ParticipantId, ProposalId, SlotId};
use crate::services::proposals::{self, Outcome, ProposeError, Reply};
use crate::web::error::{Answer, PageError};
use crate::web::visit::Visit;

/// Takes a proposal.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let me = mine.access.clone();
    let to = ParticipantId(visit.form.one("to").to_string());
    let slot = SlotId(visit.form.one("slot").to_string());
    let (asked, message) = (slot.clone(), visit.form.one("message").to_string());
    let refused = match visit.attempt(move |app| proposals::propose(app, &me, &to, &asked, &message)).await? {
        Ok(()) => return Ok(visit.see_with(&path(&mine, "/schedule"), "proposed")),
        Err(ProposeError::Fault(fault)) => return Err(fault.into()),
        Err(ProposeError::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, "proposal-too-long"),
        Err(ProposeError::NotPossible) => (StatusCode::CONFLICT, "proposal-not-possible"),
        Err(ProposeError::AskedAlready) => (StatusCode::CONFLICT, "proposal-asked-already"),
        Err(ProposeError::TooMany) => (StatusCode::CONFLICT, "proposal-too-many"),
        Err(ProposeError::TooManyToOne) => (StatusCode::CONFLICT, "proposal-too-many-to-one"),
        Err(ProposeError::TooManyToday) => (StatusCode::CONFLICT, "proposal-too-many-today"),
    };
    slots::page_of(&visit, mine, slot, refused.0, refused.1).await
}

/// Takes the answer to a proposal, or takes one's own back.
pub async fn answer(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (me, id) = (mine.access.clone(), ProposalId(visit.part("id").to_string()));
    let reply = Reply::parse(visit.form.one("reply")).ok_or(PageError::BadRequest)?;
    let outcome = visit.run(move |app| proposals::answer(app, &me, &id, reply)).await?;
    let done = match (outcome, reply) {
        (Outcome::Agreed, _) => "agreed",
        (Outcome::TooLate, _) => "too-late",
        (Outcome::Ended, _) => "proposal-ended",
        (Outcome::Closed, Reply::Withdraw) => "withdrawn",
        (Outcome::Closed, Reply::Accept | Reply::Decline) => "proposal-declined",
    };
    Ok(visit.see_with(&path(&mine, "/schedule"), done))
}
