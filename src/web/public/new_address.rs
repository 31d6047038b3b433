//! The link to a new address: who opens it reads its mail, and a button puts it in the place of the old one.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::addresses::{self, AddressError};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::public::frame::of_event_in;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/new_address.html")]
struct NewAddressPage {
    page: Page,
    problems: Problems,
    email: String,
    action: String,
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

/// Shows the button. Opening the page changes nothing: mail scanners follow links.
pub async fn show(visit: Visit) -> Answer {
    page(&visit, Problems::new()).await
}

async fn page(visit: &Visit, problems: Problems) -> Answer {
    let token = token(visit);
    let view = visit.run(move |app| addresses::view(app, &token)).await?;
    let page = of_event_in(visit, &view.event, view.participant.profile.lang).with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let email = view.email.as_str().to_string();
    visit.show_as(status, &NewAddressPage { page, problems, email, action: visit.path().to_string() })
}

/// Changes it, and opens *My event* in this browser.
pub async fn submit(visit: Visit) -> Answer {
    let token = token(&visit);
    match visit.attempt(move |app| addresses::confirm(app, &token)).await? {
        Ok((event, token)) => {
            let cookie = session::personal(&event.slug);
            let cookie = visit.jar().set(&cookie, token.secret().to_string(), Some(session::KEPT));
            visit.with_cookie(visit.see_with(&format!("/e/{}/my", event.slug), "address-changed"), &cookie)
        }
        Err(AddressError::Invalid(problems)) => page(&visit, problems).await,
        Err(AddressError::Link(problem)) => Err(PageError::Link(problem)),
        Err(AddressError::Fault(fault)) => Err(fault.into()),
    }
}
