//! Wishing for somebody, excluding somebody, and taking it back.

use actix_web::http::StatusCode;

use super::open;
use crate::domain::ids::ParticipantId;
use crate::domain::wish::WishKind;
use crate::services::wishes::{self, WishError};
use crate::web::error::{Answer, PageError};
use crate::web::session::own_path;
use crate::web::visit::Visit;

/// Takes a wish, a block, or what takes either back.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let me = mine.participant.id.clone();
    let other = ParticipantId(visit.form.one("to").to_string());
    let back = match own_path(visit.form.one("back")) {
        Some(path) if path.starts_with(&super::path(&mine, "/people")) => path.to_string(),
        _ => super::path(&mine, "/people"),
    };
    let Some(kind) = WishKind::parse(visit.form.one("kind")) else {
        visit.run(move |app| wishes::remove(app, &me, &other)).await?;
        return Ok(visit.see_with(&back, "taken-back"));
    };
    let (message, to) = (visit.form.one("message").to_string(), other.clone());
    match visit.attempt(move |app| wishes::put(app, &me, &to, kind, &message)).await? {
        Ok(()) => Ok(visit.see_with(&back, kind.code())),
        Err(WishError::Invalid(problems)) => {
            super::people::page_of(&visit, &mine, &other, StatusCode::UNPROCESSABLE_ENTITY, problems).await
        }
        Err(WishError::Nobody) => Err(PageError::NotFound),
        Err(WishError::Fault(fault)) => Err(fault.into()),
    }
}
