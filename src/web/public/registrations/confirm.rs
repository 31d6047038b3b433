//! The links of mails: the confirmation with its button, and the personal link that opens *My event*.

use askama::Template;

use crate::domain::event::Event;
use crate::domain::token::Token;
use crate::services::links::{LinkError, LinkProblem, Page};
use crate::services::{my_event, registrations};
use crate::web::error::{self, Answer, PageError};
use crate::web::forwarded::is_of_ones_own;
use crate::web::page;
use crate::web::public::frame::of_event_in;
use crate::web::session::own_path;
use crate::web::visit::Visit;
use crate::web::{language, limits, session};

#[derive(Template)]
#[template(path = "public/registrations/confirm.html")]
struct ConfirmPage {
    page: page::Page,
    name: String,
    email: String,
    action: String,
}

/// Shows the button. Opening the page changes nothing: mail scanners follow links.
pub async fn show(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let action = visit.path().to_string();
    let view = match visit.attempt(move |app| registrations::confirm_view(app, &token)).await? {
        Ok(view) => view,
        Err(LinkError::Problem(problem)) => return shut(&visit, problem).await,
        Err(LinkError::Fault(fault)) => return Err(fault.into()),
    };
    let profile = view.participant.profile;
    let page = of_event_in(&visit, &view.event, profile.lang);
    let email = profile.person.email.map(|email| email.as_str().to_string()).unwrap_or_default();
    visit.show(&ConfirmPage { page, name: profile.person.name, email, action })
}

/// A link that opens nothing any more: whoever used it in this browser is led on, and everybody is told in the language of the
/// registration.
async fn shut(visit: &Visit, problem: LinkProblem) -> Answer {
    if let LinkProblem::Used { slug } = &problem
        && let Some(own) = visit.cookie(&session::personal(slug))
        && visit.attempt(move |app| my_event::by_token(app, &own)).await?.is_ok()
    {
        return Ok(visit.see(&format!("/e/{slug}/my")));
    }
    let token = Token::from_outside(visit.part("token"));
    match visit.run(move |app| registrations::confirm_lang(app, &token)).await? {
        Some(lang) => Ok(error::answer(&visit.reading(lang), &PageError::Link(problem))),
        None => Err(PageError::Link(problem)),
    }
}

/// Confirms, and opens *My event* in this browser.
pub async fn submit(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    // One's own network is known, and a proxy of which the settings know nothing is no place at all.
    let network = Some(visit.from).filter(|from| !is_of_ones_own(*from)).map(limits::network);
    let confirmed = match visit.attempt(move |app| registrations::confirm(app, &token, network)).await? {
        Ok(confirmed) => confirmed,
        Err(LinkError::Problem(problem)) => return shut(&visit, problem).await,
        Err(LinkError::Fault(fault)) => return Err(fault.into()),
    };
    enter(&visit, &confirmed.event, &confirmed.token)
}

/// Opens *My event* of somebody who is confirmed just now.
pub(super) fn enter(visit: &Visit, event: &Event, token: &Token) -> Answer {
    let slug = &event.slug;
    let cookie = visit.jar().set(&session::personal(slug), token.secret().to_string(), Some(session::KEPT));
    visit.with_cookie(visit.see_with(&format!("/e/{slug}/my"), "confirmed"), &cookie)
}

/// Opens *My event* by the link of a mail: the secret moves from the address into a cookie.
pub async fn personal(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let secret = token.secret().to_string();
    let mine = visit.run(move |app| my_event::by_token(app, &token)).await?;
    let (jar, slug) = (visit.jar(), &mine.event.slug);
    let cookie = jar.set(&session::personal(slug), secret, Some(session::KEPT));
    let page = match Page::parse(visit.query.one("to")) {
        Page::Schedule => "/schedule".to_string(),
        Page::Calendar => "/calendar".to_string(),
        Page::Invitation => "/invitation".to_string(),
        Page::Overview => String::new(),
        // The ids in the addresses of pages are made of letters, digits and hyphens.
        Page::Declined(id) => own_path(&format!("/meetings/{id}/declined")).unwrap_or_default().to_string(),
    };
    let response = visit.with_cookie(visit.see(&format!("/e/{slug}/my{page}")), &cookie)?;
    if visit.has_chosen_lang() {
        return Ok(response);
    }
    // The language of the mail that brought them here.
    let lang = mine.participant.profile.lang.code().to_string();
    visit.with_cookie(response, &jar.set(language::COOKIE, lang, Some(session::KEPT)))
}
