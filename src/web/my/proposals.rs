//! Proposing a meeting in a free slot, and answering what others propose.

use actix_web::http::StatusCode;

use super::{open, path, slots};
use crate::domain::ids::{ParticipantId, ProposalId, SlotId};
use crate::services::proposals::{self, Outcome, ProposeError, Proposing, Reply};
use crate::web::error::{Answer, PageError};
use crate::web::visit::Visit;

/// Takes a proposal.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let me = mine.access.clone();
    let slot = SlotId(visit.form.one("slot").to_string());
    let asked = Proposing {
        to: ParticipantId(visit.form.one("to").to_string()),
        slot: slot.clone(),
        message: visit.form.one("message").to_string(),
        instead_of: None,
    };
    match visit.attempt(move |app| proposals::propose(app, &me, &asked)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, "/schedule"), "proposed")),
        Err(error) => {
            let (status, problem) = refusal(error)?;
            slots::page_of(&visit, mine, slot, status, problem).await
        }
    }
}

/// What is said of a proposal that is not taken; a fault is none.
pub(super) fn refusal(error: ProposeError) -> Result<(StatusCode, &'static str), PageError> {
    Ok(match error {
        ProposeError::Fault(fault) => return Err(fault.into()),
        ProposeError::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "proposal-too-long"),
        ProposeError::NotPossible => (StatusCode::CONFLICT, "proposal-not-possible"),
        ProposeError::AskedAlready => (StatusCode::CONFLICT, "proposal-asked-already"),
        ProposeError::TooMany => (StatusCode::CONFLICT, "proposal-too-many"),
        ProposeError::TooManyToOne => (StatusCode::CONFLICT, "proposal-too-many-to-one"),
        ProposeError::TooManyToday => (StatusCode::CONFLICT, "proposal-too-many-today"),
    })
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
