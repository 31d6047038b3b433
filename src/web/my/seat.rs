//! A seat that is offered to somebody who waits: they take it here.

use super::{open, path};
use crate::services::registrations::{ChangeError, waiting_list};
use crate::web::error::Answer;
use crate::web::visit::Visit;

/// Takes the seat, if it is still offered.
pub async fn accept(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, back) = (mine.access.clone(), path(&mine, ""));
    match visit.attempt(move |app| waiting_list::accept(app, &own)).await? {
        Ok(()) => Ok(visit.see_with(&back, "seat-taken")),
        Err(ChangeError::State(_)) => Ok(visit.see_with(&back, "seat-gone")),
        Err(ChangeError::Fault(fault)) => Err(fault.into()),
    }
}
