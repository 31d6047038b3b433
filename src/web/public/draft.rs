//! The links to drafts: one's own, to go on with on any device, and one that a colleague began.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::of_event;
use crate::domain::field;
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::colleagues;
use crate::services::drafts::{self, LinkedDraft};
use crate::services::registrations::SignUpError;
use crate::web::answers::{self, Told};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/draft_begun.html")]
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

/// Opens one's own draft in this browser; of one that a colleague began it shows first what it is.
pub async fn show(visit: Visit) -> Answer {
    let token = token(&visit);
    let draft = visit.run(move |app| drafts::open_link(app, &token)).await?;
    let Some(inviter) = &draft.inviter else { return go_on(&visit, &draft) };
    let page = of_event(&visit, &draft.event);
    visit.show(&BegunPage {
        colleague: colleagues::named(inviter),
        told: answers::tell_input(&page, &draft.answers.person),
        action: visit.path().to_string(),
        refuse: format!("{}/refuse", visit.path()),
        page,
    })
}

/// Takes the draft that a colleague began.
pub async fn accept(visit: Visit) -> Answer {
    let token = token(&visit);
    let draft = visit.run(move |app| drafts::open_link(app, &token)).await?;
    go_on(&visit, &draft)
}

fn go_on(visit: &Visit, draft: &LinkedDraft) -> Answer {
    let slug = &draft.event.slug;
    let secret = token(visit).secret().to_string();
    let cookie = visit.jar().set(&session::draft(slug), secret, Some(session::KEPT));
    visit.with_cookie(visit.see(&format!("/e/{slug}/register")), &cookie)
}

/// Deletes the draft that a colleague began.
pub async fn refuse(visit: Visit) -> Answer {
    let token = token(&visit);
    let draft = visit.run(move |app| colleagues::refuse(app, &token)).await?;
    Ok(visit.see_with(&format!("/e/{}", draft.event.slug), "refused"))
}

#[derive(Template)]
#[template(path = "public/register_later.html")]
struct LaterPage {
    page: Page,
    problems: Problems,
    /// When the draft was saved last.
    saved: String,
    email: String,
    action: String,
    back: String,
}

/// "Saved": the way to go on here, and a mail for going on elsewhere.
pub async fn later(visit: Visit) -> Answer {
    later_page(&visit, Problems::new()).await
}

fn draft_cookie(visit: &Visit) -> Option<Token> {
    visit.cookie(&session::draft(visit.part("slug")))
}

async fn later_page(visit: &Visit, problems: Problems) -> Answer {
    let back = format!("/e/{}/register", visit.part("slug"));
    let Some(token) = draft_cookie(visit) else { return Ok(visit.see(&back)) };
    let found = visit.attempt(move |app| drafts::open_link(app, &token)).await?;
    let Ok(draft) = found else { return Ok(visit.see(&back)) };
    if draft.event.slug != visit.part("slug") {
        return Err(PageError::NotFound);
    }
    let page = of_event(visit, &draft.event).with_problems(&problems);
    let typed = visit.form.one("email");
    let email = if problems.is_empty() {
        draft.answers.person.one(field::EMAIL).to_string()
    } else {
        typed.to_string()
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let saved = page.words.moment(draft.saved_at, draft.event.time_zone);
    let action = visit.path().to_string();
    visit.show_as(status, &LaterPage { page, problems, saved, email, action, back })
}

/// Mails the link.
pub async fn mail(visit: Visit) -> Answer {
    let back = format!("/e/{}/register", visit.part("slug"));
    let Some(token) = draft_cookie(&visit) else { return Ok(visit.see(&back)) };
    let (email, lang) = (visit.form.one("email").to_string(), visit.lang());
    match visit.attempt(move |app| drafts::mail_link(app, &token, &email, lang)).await? {
        Ok(()) => Ok(visit.see_with(visit.path(), "draft-mailed")),
        Err(SignUpError::Invalid(problems)) => later_page(&visit, problems).await,
        Err(SignUpError::Closed) => Err(PageError::NotFound),
        Err(SignUpError::Fault(fault)) => Err(fault.into()),
    }
}
