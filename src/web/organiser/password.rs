//! A forgotten password: ask for a link by mail, set a new one with it.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::again;
use super::setup::{LinkFaultPage, fault_title};
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::accounts::{self, AccountError};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/password_ask.html")]
struct AskPage {
    page: Page,
    problems: Problems,
    email: String,
}

#[derive(Template)]
#[template(path = "organiser/password_sent.html")]
struct SentPage {
    page: Page,
    email: String,
}

#[derive(Template)]
#[template(path = "organiser/password_set.html")]
struct SetPage {
    page: Page,
    problems: Problems,
    email: String,
}

/// Which account?
pub async fn ask(visit: Visit) -> Answer {
    visit.show(&AskPage { page: visit.frame(), problems: Problems::new(), email: String::new() })
}

/// Mails the link, if the address has an account; the answer is the same if not.
pub async fn send(visit: Visit) -> Answer {
    let email = visit.form.one("email").to_string();
    let (typed, lang) = (email.clone(), visit.lang());
    match visit.attempt(move |app| accounts::ask_for_password(app, &typed, lang)).await? {
        Ok(()) => visit.show(&SentPage { page: visit.frame(), email: email.trim().to_string() }),
        Err(AccountError::Invalid(problems)) => {
            let page = visit.frame().with_problems(&problems);
            again(&visit, &AskPage { page, problems, email })
        }
        Err(AccountError::Link(_)) => Err(PageError::NotFound),
        Err(AccountError::Hash(fault)) => Err(PageError::Fault(fault.to_string())),
        Err(AccountError::Fault(fault)) => Err(fault.into()),
    }
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

/// The form for a new password.
pub async fn form(visit: Visit) -> Answer {
    show_form(&visit, Problems::new()).await
}

async fn show_form(visit: &Visit, problems: Problems) -> Answer {
    let link = token(visit);
    match visit.attempt(move |app| accounts::account_of_link(app, &link)).await? {
        Ok(account) => {
            let page = visit.frame().with_problems(&problems);
            let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            visit.show_as(status, &SetPage { page, problems, email: account.email })
        }
        Err(error) => refuse(visit, error),
    }
}

/// Sets the password.
pub async fn submit(visit: Visit) -> Answer {
    let (link, password) = (token(&visit), visit.form.one("password").to_string());
    let origin = visit.origin();
    match visit.attempt(move |app| accounts::set_password(app, &link, &password, &origin)).await? {
        Ok(browser) => {
            let known = visit.jar().set(session::BROWSER, browser.secret().to_string(), Some(session::KEPT));
            visit.with_cookie(visit.see_with("/organiser/login", "password"), &known)
        }
        Err(AccountError::Invalid(problems)) => show_form(&visit, problems).await,
        Err(error) => refuse(&visit, error),
    }
}

fn refuse(visit: &Visit, error: AccountError) -> Answer {
    match error {
        AccountError::Link(fault) => {
            let page = visit.frame();
            visit.show_as(
                StatusCode::GONE,
                &LinkFaultPage {
                    title: page.t(fault_title(fault)),
                    text: page.t("password-link-text"),
                    way: page.t("password-link-way"),
                    way_url: "/organiser/password".to_string(),
                    page,
                },
            )
        }
        AccountError::Invalid(_) => Err(PageError::BadRequest),
        AccountError::Hash(fault) => Err(PageError::Fault(fault.to_string())),
        AccountError::Fault(fault) => Err(fault.into()),
    }
}
