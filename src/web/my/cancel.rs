//! Cancelling one's registration: first what it means, then a button.

use askama::Template;

use super::{frame, open, path};
use crate::services::registrations::{self, ChangeError};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/cancel.html")]
struct CancelPage {
    page: Page,
    meetings: usize,
    registered: bool,
    action: String,
    back: String,
}

/// Says what cancelling means.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let back = path(&mine, "");
    if !mine.registration.state.is_live() {
        return Ok(visit.see(&back));
    }
    let page = frame(&visit, &mine);
    visit.show(&CancelPage {
        page: page.clone().below(page.t("my-overview"), back.clone()),
        meetings: mine.meetings.len(),
        registered: mine.registration.state.holds_seat(),
        action: path(&mine, "/cancel"),
        back,
    })
}

/// Cancels. Who is out already only sees that they are.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = mine.access.clone();
    match visit.attempt(move |app| registrations::cancel(app, &own)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, ""), "cancelled")),
        Err(ChangeError::State(_)) => Ok(visit.see(&path(&mine, ""))),
        Err(ChangeError::Fault(fault)) => Err(fault.into()),
    }
}
