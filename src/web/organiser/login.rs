//! Logging in and out.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::network::Network;
use crate::domain::problems::{Message, Problems};
use crate::services::logins::{self, LogInError, LogInInput, Origin};
use crate::web::error::Answer;
use crate::web::page::{Page, Tone};
use crate::web::session::{self, own_path};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/login.html")]
struct LoginPage {
    page: Page,
    problems: Problems,
    email: String,
    next: String,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let next = visit.query.one("next").to_string();
    let mut page = visit.frame();
    if page.notice.is_none() && !next.is_empty() {
        let first = page.t("login-first");
        page = page.with_notice(Tone::Info, first);
    }
    visit.show(&LoginPage { page, problems: Problems::new(), email: String::new(), next })
}

/// Logs in. The token is new each time: one that somebody planted before is worth nothing.
pub async fn submit(visit: Visit) -> Answer {
    let input = LogInInput {
        email: visit.form.one("email").to_string(),
        password: visit.form.one("password").to_string(),
    };
    let origin = Origin { network: Network::of(visit.from), browser: visit.browser.clone() };
    let email = input.email.clone();
    let next = visit.form.one("next").to_string();
    match visit.attempt(move |app| logins::log_in(app, &input, &origin)).await? {
        Ok((_, token)) => {
            let there = own_path(&next).unwrap_or("/organiser");
            let cookie = visit.jar().set(session::LOGIN, token.secret().to_string(), None);
            visit.with_cookie(visit.see(there), &cookie)
        }
        Err(LogInError::Wrong) => {
            refuse(&visit, StatusCode::UNPROCESSABLE_ENTITY, Message::new("problem-login"), email, next)
        }
        Err(LogInError::Wait { minutes }) => {
            let message = Message::new("problem-login-wait").with("minutes", minutes);
            refuse(&visit, StatusCode::TOO_MANY_REQUESTS, message, email, next)
        }
        Err(LogInError::Fault(fault)) => Err(fault.into()),
    }
}

fn refuse(visit: &Visit, status: StatusCode, message: Message, email: String, next: String) -> Answer {
    let problems = Problems::one("email", message);
    let page = visit.frame().with_problems(&problems);
    visit.show_as(status, &LoginPage { page, problems, email, next })
}

/// Logs out.
pub async fn log_out(visit: Visit) -> Answer {
    if let Some(token) = visit.cookie(session::LOGIN) {
        visit.run(move |app| logins::log_out(app, &token)).await?;
    }
    let cookie = visit.jar().clear(session::LOGIN);
    visit.with_cookie(visit.see_with("/organiser/login", "signed-out"), &cookie)
}
