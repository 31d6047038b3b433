//! Another e-mail address: a link goes there, and nothing changes before it is confirmed.

use actix_web::http::StatusCode;
use askama::Template;

use super::{frame, open, path};
use crate::domain::problems::Problems;
use crate::services::addresses::{self, AddressError};
use crate::services::my_event::MyEvent;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::slips;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/address.html")]
struct AddressPage {
    page: Page,
    problems: Problems,
    /// The address so far; empty if there is none.
    known: String,
    /// The one that was asked for and is not confirmed; empty if there is none.
    pending: String,
    email: String,
    action: String,
    back: String,
}

/// The form.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    if !mine.registration.state.is_live() {
        return Ok(visit.see(&path(&mine, "")));
    }
    page(&visit, &mine, Problems::new()).await
}

async fn page(visit: &Visit, mine: &MyEvent, problems: Problems) -> Answer {
    let me = mine.participant.id.clone();
    let pending = visit.run(move |app| addresses::pending(app, &me)).await?;
    let page = frame(visit, mine).with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let text =
        |email: Option<&crate::domain::text::Email>| email.map_or("", |email| email.as_str()).to_string();
    let template = AddressPage {
        known: text(mine.participant.profile.person.email.as_ref()),
        pending: text(pending.as_ref()),
        email: visit.form.one("email").to_string(),
        action: path(mine, "/address"),
        back: path(mine, ""),
        page: page.clone().below(page.t("my-overview"), path(mine, "")),
        problems,
    };
    visit.show_as(status, &template)
}

/// Asks for it.
pub async fn ask(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, input) = (mine.access.clone(), slips::address(&visit.form));
    match visit.attempt(move |app| addresses::ask(app, &own, &input)).await? {
        Ok(_) => Ok(visit.see_with(&path(&mine, "/address"), "address-asked")),
        Err(AddressError::Invalid(problems)) => page(&visit, &mine, problems).await,
        Err(AddressError::Link(problem)) => Err(PageError::Link(problem)),
        Err(AddressError::Fault(fault)) => Err(fault.into()),
    }
}
