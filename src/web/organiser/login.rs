//! Logging in and out.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::frame::address;
use crate::domain::problems::{Message, Problems};
use crate::services::logins::{self, Entry, LogIn, LogInError, LogInInput};
use crate::services::{Fault, events};
use crate::web::error::{Answer, PageError};
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
    /// Whether the code is asked for with the password: strangers have slowed the account down.
    with_code: bool,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let next = visit.query.one("next").to_string();
    let mut page = visit.frame();
    if page.notice.is_none() && !next.is_empty() {
        let first = page.t("login-first");
        page = page.with_notice(Tone::Info, first);
    }
    let (problems, email) = (Problems::new(), String::new());
    visit.show(&LoginPage { page, problems, email, next, with_code: false })
}

/// Logs in, half where a second factor is still asked for. The tokens are new each time: one that somebody planted before is
/// worth nothing.
pub async fn submit(visit: Visit) -> Answer {
    let field = |name: &str| visit.form.one(name).to_string();
    let input = LogInInput { email: field("email"), password: field("password"), code: field("code") };
    let origin = visit.origin();
    let (email, next) = (input.email.clone(), field("next"));
    match visit.attempt(move |app| logins::log_in(app, &input, &origin)).await? {
        Ok(LogIn::Done(entry)) => entered(&visit, visit.see(&start(&visit, &next, &entry).await?), &entry),
        Ok(LogIn::CodeNeeded(half)) => {
            let cookie = visit.jar().set(session::HALF_LOGIN, half.secret().to_string(), None);
            visit.with_cookie(visit.see(&code_page(&next)), &cookie)
        }
        Err(error) => {
            let with_code = matches!(error, LogInError::SlowedDown { .. });
            let (status, message) = refusal(error, &LOGIN)?;
            let problems = Problems::one("email", message);
            let page = visit.frame().with_problems(&problems);
            visit.show_as(status, &LoginPage { page, problems, email, next, with_code })
        }
    }
}

/// Where somebody goes on who has just logged in. Whoever helps at one event and has no other begins at its door.
async fn start(visit: &Visit, next: &str, entry: &Entry) -> Result<String, PageError> {
    if let Some(path) = own_path(next) {
        return Ok(path.to_string());
    }
    let login = entry.login.clone();
    let only = visit.run(move |app| {
        let Some(found) = logins::account_of(app, &login)? else { return Ok::<_, Fault>(None) };
        let (mut all, helped) = (events::list(app, &found.account)?, events::helped(app, &found.account)?);
        Ok(all.pop().filter(|one| all.is_empty() && helped.contains(&one.id)))
    });
    Ok(only.await?.map_or_else(|| "/organiser".to_string(), |event| address(&event, "/door")))
}

/// The answer to a browser that is logged in now.
pub(super) fn entered(visit: &Visit, answer: HttpResponse, entry: &Entry) -> Answer {
    let jar = visit.jar();
    let answer =
        visit.with_cookie(answer, &jar.set(session::LOGIN, entry.login.secret().to_string(), None))?;
    let known = jar.set(session::BROWSER, entry.browser.secret().to_string(), Some(session::KEPT));
    let answer = visit.with_cookie(answer, &known)?;
    match visit.cookie(session::HALF_LOGIN) {
        Some(_) => visit.with_cookie(answer, &jar.clear(session::HALF_LOGIN)),
        None => Ok(answer),
    }
}

/// What is said of what was asked for: where it is wrong, where there were too many from here, and from anywhere.
pub(super) struct Asked {
    pub wrong: &'static str,
    pub wait: &'static str,
    pub slow: &'static str,
}

const LOGIN: Asked = Asked { wrong: "problem-login", wait: "problem-login-wait", slow: "problem-login-slow" };
pub(super) const CODE: Asked =
    Asked { wrong: "problem-code", wait: "problem-code-slow", slow: "problem-code-slow" };

/// What is said of a log-in or a proof that was refused.
pub(super) fn refusal(error: LogInError, asked: &Asked) -> Result<(StatusCode, Message), PageError> {
    let wait =
        |minutes: i64, key| (StatusCode::TOO_MANY_REQUESTS, Message::new(key).with("minutes", minutes));
    Ok(match error {
        LogInError::Wrong | LogInError::Ended => {
            (StatusCode::UNPROCESSABLE_ENTITY, Message::new(asked.wrong))
        }
        LogInError::Wait { minutes } => wait(minutes, asked.wait),
        LogInError::SlowedDown { seconds } => wait((seconds + 59) / 60, asked.slow),
        LogInError::Deactivated => (StatusCode::FORBIDDEN, Message::new("problem-login-deactivated")),
        LogInError::Fault(fault) => return Err(fault.into()),
    })
}

#[derive(Template)]
#[template(path = "organiser/login_code.html")]
struct CodePage {
    page: Page,
    problems: Problems,
    next: String,
}

fn code_page(next: &str) -> String {
    super::frame::query("/organiser/login/code", &[("next", next)])
}

/// The second page of the log-in: the code.
pub async fn code_form(visit: Visit) -> Answer {
    let next = visit.query.one("next").to_string();
    let half = match visit.cookie(session::HALF_LOGIN) {
        Some(half) => visit.run(move |app| logins::is_half_done(app, &half)).await?,
        None => false,
    };
    if !half {
        return Ok(visit.see(&super::frame::query("/organiser/login", &[("next", &next)])));
    }
    visit.show(&CodePage { page: visit.frame(), problems: Problems::new(), next })
}

/// Ends the log-in with the code.
pub async fn submit_code(visit: Visit) -> Answer {
    let (next, code) = (visit.form.one("next").to_string(), visit.form.one("code").to_string());
    let Some(half) = visit.cookie(session::HALF_LOGIN) else { return Ok(begin_anew(&visit)) };
    let origin = visit.origin();
    match visit.attempt(move |app| logins::complete(app, &half, &code, &origin)).await? {
        Ok(entry) => entered(&visit, visit.see(&start(&visit, &next, &entry).await?), &entry),
        Err(LogInError::Ended) => {
            visit.with_cookie(begin_anew(&visit), &visit.jar().clear(session::HALF_LOGIN))
        }
        Err(error) => {
            let (status, message) = refusal(error, &CODE)?;
            let problems = Problems::one("code", message);
            let page = visit.frame().with_problems(&problems);
            visit.show_as(status, &CodePage { page, problems, next })
        }
    }
}

fn begin_anew(visit: &Visit) -> HttpResponse {
    visit.see_with("/organiser/login", "login-ended")
}

/// Logs out.
pub async fn log_out(visit: Visit) -> Answer {
    if let Some(token) = visit.cookie(session::LOGIN) {
        visit.run(move |app| logins::log_out(app, &token)).await?;
    }
    let cookie = visit.jar().clear(session::LOGIN);
    visit.with_cookie(visit.see_with("/organiser/login", "signed-out"), &cookie)
}
