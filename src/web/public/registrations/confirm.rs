//! The links of mails: the confirmation with its button, and the personal link that opens *My event*.

use askama::Template;

use crate::domain::event::Event;
use crate::domain::token::Token;
use crate::services::links::Page;
use crate::services::{my_event, registrations};
use crate::web::error::Answer;
use crate::web::page;
use crate::web::public::frame::of_event;
use crate::web::session::own_path;
use crate::web::visit::Visit;
use crate::web::{language, session};

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
    let view = visit.run(move |app| registrations::confirm_view(app, &token)).await?;
    let person = view.participant.profile.person;
    let email = person.email.map(|email| email.as_str().to_string()).unwrap_or_default();
    visit.show(&ConfirmPage { page: of_event(&visit, &view.event), name: person.name, email, action })
}

/// Confirms, and opens *My event* in this browser.
pub async fn submit(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let confirmed = visit.run(move |app| registrations::confirm(app, &token)).await?;
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
