//! The first organiser makes an account, with the one-time link that the program printed.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::again;
use super::login::entered;
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::accounts::{self, AccountError, LinkFault, SetUpInput};
use crate::services::logins::{self, LogIn, LogInInput};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/setup.html")]
struct SetupPage {
    page: Page,
    problems: Problems,
    input: SetUpInput,
}

#[derive(Template)]
#[template(path = "organiser/link_fault.html")]
pub(super) struct LinkFaultPage {
    pub page: Page,
    pub title: String,
    pub text: String,
    pub way: String,
    pub way_url: String,
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let link = token(&visit);
    match visit.attempt(move |app| accounts::check_setup_link(app, &link)).await? {
        Ok(()) => visit.show(&SetupPage {
            page: visit.frame(),
            problems: Problems::new(),
            input: SetUpInput::default(),
        }),
        Err(error) => refuse(&visit, error, SetUpInput::default()),
    }
}

/// Makes the account and logs in with it.
pub async fn submit(visit: Visit) -> Answer {
    let field = |name: &str| visit.form.one(name).to_string();
    let input = SetUpInput { name: field("name"), email: field("email"), password: field("password") };
    let (link, lang, typed) = (token(&visit), visit.lang(), input.clone());
    let made = visit.attempt(move |app| accounts::set_up(app, &link, &typed, lang)).await?;
    if let Err(error) = made {
        return refuse(&visit, error, input);
    }
    let origin = visit.origin();
    let known = LogInInput { email: input.email, password: input.password, code: String::new() };
    match visit.attempt(move |app| logins::log_in(app, &known, &origin)).await? {
        Ok(LogIn::Done(entry)) => entered(&visit, visit.see_with("/organiser", "account"), &entry),
        Ok(LogIn::CodeNeeded(_)) | Err(_) => Ok(visit.see("/organiser/login")),
    }
}

fn refuse(visit: &Visit, error: AccountError, input: SetUpInput) -> Answer {
    match error {
        AccountError::Invalid(problems) => {
            let page = visit.frame().with_problems(&problems);
            again(
                visit,
                &SetupPage { page, problems, input: SetUpInput { password: String::new(), ..input } },
            )
        }
        AccountError::Link(fault) => {
            let page = visit.frame();
            visit.show_as(
                StatusCode::GONE,
                &LinkFaultPage {
                    title: page.t(fault_title(fault)),
                    text: page.t(match fault {
                        LinkFault::Used => "setup-link-used",
                        LinkFault::Unknown | LinkFault::Expired => "setup-link-other",
                    }),
                    way: page.t("login-title"),
                    way_url: "/organiser/login".to_string(),
                    page,
                },
            )
        }
        AccountError::Hash(fault) => Err(PageError::Fault(fault.to_string())),
        AccountError::Fault(fault) => Err(fault.into()),
    }
}

/// Which of the ways in which a link does not work.
pub(super) fn fault_title(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Unknown => "link-fault-unknown",
        LinkFault::Used => "link-fault-used",
        LinkFault::Expired => "link-fault-expired",
    }
}
