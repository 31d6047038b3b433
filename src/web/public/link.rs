//! "Mail me a new link": the same answer whoever asks.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::of_event;
use crate::domain::problems::Problems;
use crate::services::events;
use crate::services::registrations::{self, SignUpError};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/link.html")]
struct LinkPage {
    page: Page,
    problems: Problems,
    email: String,
    action: String,
}

/// Asks for the address.
pub async fn show(visit: Visit) -> Answer {
    page(&visit, StatusCode::OK, Problems::new()).await
}

async fn page(visit: &Visit, status: StatusCode, problems: Problems) -> Answer {
    let slug = visit.part("slug").to_string();
    let (event, _) = visit.run(move |app| events::public_view(app, &slug)).await?;
    let page = of_event(visit, &event).with_problems(&problems);
    let email = visit.form.one("email").to_string();
    visit.show_as(status, &LinkPage { page, problems, email, action: visit.path().to_string() })
}

/// Sends the link, if there is somebody to send it to.
pub async fn submit(visit: Visit) -> Answer {
    let (slug, email) = (visit.part("slug").to_string(), visit.form.one("email").to_string());
    match visit.attempt(move |app| registrations::ask_for_link(app, &slug, &email)).await? {
        Ok(()) => Ok(visit.see_with(visit.path(), "link-sent")),
        Err(SignUpError::Invalid(problems)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, problems).await,
        Err(SignUpError::Closed) => Err(PageError::NotFound),
        Err(SignUpError::Fault(fault)) => Err(fault.into()),
    }
}
