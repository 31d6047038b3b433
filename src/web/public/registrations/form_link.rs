//! The links to registration forms: one's own, to go on with in another browser, and one that a colleague began.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::colleagues;
use crate::services::registrations::SignUpError;
use crate::services::registrations::saved_form;
use crate::web::answers::{self, Told};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::public::frame::of_event;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/registrations/begun.html")]
struct BegunPage {
    page: Page,
    colleague: String,
    told: Vec<Told>,
    action: String,
    refuse: String,
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

#[derive(Template)]
#[template(path = "public/registrations/go_on.html")]
struct GoOnPage {
    page: Page,
    /// When it was saved last.
    saved: String,
    /// Whether another form is open in this browser, which is not found here any more.
    replaces: bool,
    action: String,
}

/// What a link to a form opens: a page that says what it is, with a button, since whoever sent the link could otherwise read what
/// the reader types. In the browser in which it was begun it goes on at once.
pub async fn show(visit: Visit) -> Answer {
    let own = token(&visit);
    let form = visit.run(move |app| saved_form::open_link(app, &own)).await?;
    let kept = visit.cookie(&session::form(&form.event.slug));
    if kept.as_ref() == Some(&token(&visit)) {
        return Ok(visit.see(&format!("/e/{}/register", form.event.slug)));
    }
    let page = of_event(&visit, &form.event);
    let Some(inviter) = &form.inviter else {
        let begun = match kept {
            Some(kept) => visit.attempt(move |app| saved_form::open_link(app, &kept)).await?.ok(),
            None => None,
        };
        let saved = page.words.moment(form.saved_at, form.event.time_zone);
        let action = visit.path().to_string();
        return visit.show(&GoOnPage { page, saved, replaces: begun.is_some(), action });
    };
    visit.show(&BegunPage {
        colleague: colleagues::named(inviter),
        told: answers::tell_input(&page, &form.answers.person),
        action: visit.path().to_string(),
        refuse: format!("{}/refuse", visit.path()),
        page,
    })
}

/// Goes on with the form in this browser, and in no other.
pub async fn accept(visit: Visit) -> Answer {
    let old = token(&visit);
    let (event, new) = visit.run(move |app| saved_form::take(app, &old)).await?;
    let next = visit.see(&format!("/e/{}/register", event.slug));
    visit.with_cookie(next, &keep(&visit, &event, &new))
}

/// The cookie with which this browser finds a form again.
pub(super) fn keep(visit: &Visit, event: &Event, token: &Token) -> Cookie<'static> {
    visit.jar().set(&session::form(&event.slug), token.secret().to_string(), Some(session::KEPT))
}

/// The form that this browser has begun.
pub(super) fn token_kept(visit: &Visit) -> Option<Token> {
    visit.cookie(&session::form(visit.part("slug")))
}

/// Deletes the form that a colleague began.
pub async fn refuse(visit: Visit) -> Answer {
    let token = token(&visit);
    let form = visit.run(move |app| colleagues::refuse(app, &token)).await?;
    Ok(visit.see_with(&format!("/e/{}", form.event.slug), "refused"))
}

#[derive(Template)]
#[template(path = "public/registrations/later.html")]
struct LaterPage {
    page: Page,
    problems: Problems,
    /// When the form was saved last.
    saved: String,
    email: String,
    action: String,
    back: String,
}

/// "Saved": the way to go on here, and a mail for going on elsewhere.
pub async fn later(visit: Visit) -> Answer {
    later_page(&visit, Problems::new()).await
}

async fn later_page(visit: &Visit, problems: Problems) -> Answer {
    let back = format!("/e/{}/register", visit.part("slug"));
    let Some(token) = token_kept(visit) else { return Ok(visit.see(&back)) };
    let found = visit.attempt(move |app| saved_form::open_link(app, &token)).await?;
    let Ok(form) = found else { return Ok(visit.see(&back)) };
    if form.event.slug != visit.part("slug") {
        return Err(PageError::NotFound);
    }
    let page = of_event(visit, &form.event).with_problems(&problems);
    let typed = visit.form.one("email");
    let known = form.answers.person.one(field::EMAIL);
    let email = if problems.is_empty() { known } else { typed }.to_string();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let saved = page.words.moment(form.saved_at, form.event.time_zone);
    let action = visit.path().to_string();
    visit.show_as(status, &LaterPage { page, problems, saved, email, action, back })
}

/// Mails the link.
pub async fn mail(visit: Visit) -> Answer {
    let back = format!("/e/{}/register", visit.part("slug"));
    let Some(token) = token_kept(&visit) else { return Ok(visit.see(&back)) };
    let (email, lang) = (visit.form.one("email").to_string(), visit.lang());
    match visit.attempt(move |app| saved_form::mail_link(app, &token, &email, lang)).await? {
        Ok(()) => Ok(visit.see_with(visit.path(), "form-mailed")),
        Err(SignUpError::Invalid(problems)) => later_page(&visit, problems).await,
        Err(SignUpError::Closed) => Err(PageError::NotFound),
        Err(SignUpError::Fault(fault)) => Err(fault.into()),
    }
}
