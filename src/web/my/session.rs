//! The answer to an invitation to a session: taking part, or not.

use super::{breaks, open, path};
use crate::domain::ids::SessionId;
use crate::services::events::EditError;
use crate::services::{my_event, session_invitations};
use crate::web::error::{Answer, PageError};
use crate::web::visit::Visit;

/// Takes the answer.
pub async fn answer(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, back) = (mine.access.clone(), path(&mine, "/schedule"));
    let id = SessionId(visit.part("id").to_string());
    match visit.form.one("do") {
        "decline" => {
            visit.run(move |app| session_invitations::decline(app, &own, &id)).await?;
            return Ok(visit.see_with(&back, "session-declined"));
        }
        "accept" => {}
        _ => return Err(PageError::BadRequest),
    }
    let accepted = visit.accepted();
    match visit.attempt(move |app| my_event::join_session(app, &own, &id, &accepted)).await? {
        Ok(saved) => {
            let done = visit.see_with(&back, "session-accepted");
            breaks::follow(&visit, &mine, saved.broken, done).await
        }
        Err(EditError::Breaks(broken)) => breaks::ask(&visit, &mine, &broken, &back),
        // Whoever comes no more sees on their schedule that it has ended.
        Err(EditError::Invalid(_)) => Ok(visit.see(&back)),
        Err(EditError::Fault(fault)) => Err(fault.into()),
    }
}
