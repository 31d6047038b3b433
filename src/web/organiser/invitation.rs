//! An invitation to run an event, or to have an account: who invites to what, and accepting or declining it.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, again, home_for, query};
use super::login::entered;
use super::setup::{LinkFaultPage, fault_title};
use crate::domain::account::Role;
use crate::domain::event::Event;
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::account_invitations::{self as invitations, InvitationView, JoinInput};
use crate::services::accounts::AccountError;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/invitation.html")]
struct InvitationPage {
    page: Page,
    problems: Problems,
    lead: String,
    role: String,
    email: String,
    way: Way,
    decline: String,
}

/// How it is accepted.
enum Way {
    /// With a new account.
    Newly { typed_name: String },
    /// By the account that is logged in.
    Account,
    /// The address has an account, and another one or none is logged in.
    LogIn { url: String },
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

/// What one is invited to.
pub async fn show(visit: Visit) -> Answer {
    show_with(&visit, None, Problems::new()).await
}

async fn show_with(visit: &Visit, typed: Option<JoinInput>, problems: Problems) -> Answer {
    let link = token(visit);
    let view = match visit.attempt(move |app| invitations::open(app, &link)).await? {
        Ok(view) => view,
        Err(error) => return refuse(visit, error),
    };
    let own = session::logged_in(visit).await?.map(|found| found.account.email);
    let page = visit.frame().with_problems(&problems);
    let way = if !view.has_account {
        Way::Newly { typed_name: typed.map_or_else(|| view.name.clone(), |typed| typed.name) }
    } else if own.as_deref() == Some(view.email.as_str()) {
        Way::Account
    } else {
        Way::LogIn { url: query("/organiser/login", &[("next", visit.path())]) }
    };
    let template = InvitationPage {
        lead: lead(&page, &view),
        role: view.place.as_ref().map(|(_, role)| role_text(&page, *role)).unwrap_or_default(),
        email: view.email,
        way,
        decline: format!("{}/decline", visit.path()),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn lead(page: &Page, view: &InvitationView) -> String {
    let event = view.place.as_ref().map(|(event, _)| event.name_in(page.lang).to_string());
    let values = |by: &str| [("name", by.to_string()), ("event", event.clone().unwrap_or_default())];
    match (&view.by, &event) {
        (Some(by), Some(_)) => page.words.tn("team-invitation-lead", &values(by)),
        (None, Some(_)) => page.words.tn("team-invitation-lead-server", &values("")),
        (Some(by), None) => page.words.tn("account-invitation-lead", &values(by)),
        (None, None) => page.t("account-invitation-lead-server"),
    }
}

fn role_text(page: &Page, role: Role) -> String {
    let word = |end: &str| page.t(&format!("role-{}{end}", role.code()));
    format!("{}: {}", word(""), word("-help"))
}

/// Accepts it.
pub async fn accept(visit: Visit) -> Answer {
    let link = token(&visit);
    if let Some(found) = session::logged_in(&visit).await?
        && visit.form.one("way") == "account"
    {
        let account = found.account;
        return match visit.attempt(move |app| invitations::accept(app, &link, &account)).await? {
            Ok(joined) => Ok(visit.see_with(&start(joined.as_ref()), "joined")),
            Err(error) => refuse(&visit, error),
        };
    }
    let input = JoinInput {
        name: visit.form.one("name").to_string(),
        password: visit.form.one("password").to_string(),
    };
    let (typed, lang, origin) = (input.clone(), visit.lang(), visit.origin());
    let done = visit.attempt(move |app| invitations::accept_newly(app, &link, &typed, lang, &origin));
    match done.await? {
        Ok((joined, entry)) => entered(&visit, visit.see_with(&start(joined.as_ref()), "joined"), &entry),
        Err(AccountError::Invalid(problems)) => show_with(&visit, Some(input), problems).await,
        Err(error) => refuse(&visit, error),
    }
}

fn start(joined: Option<&(Event, Role)>) -> String {
    let first = |(event, role): &(Event, Role)| address(event, home_for(role.covers(Role::Viewer)));
    joined.map_or_else(|| "/organiser".to_string(), first)
}

#[derive(Template)]
#[template(path = "organiser/invitation_declined.html")]
struct DeclinedPage {
    page: Page,
}

/// Declines it.
pub async fn decline(visit: Visit) -> Answer {
    let link = token(&visit);
    match visit.attempt(move |app| invitations::decline(app, &link)).await? {
        Ok(()) => visit.show(&DeclinedPage { page: visit.frame() }),
        Err(error) => refuse(&visit, error),
    }
}

fn refuse(visit: &Visit, error: AccountError) -> Answer {
    match error {
        AccountError::Link(fault) => {
            let page = visit.frame();
            let template = LinkFaultPage {
                title: page.t(fault_title(fault)),
                text: page.t("team-invitation-gone"),
                way: page.t("login-title"),
                way_url: "/organiser/login".to_string(),
                page,
            };
            visit.show_as(StatusCode::GONE, &template)
        }
        AccountError::Invalid(_) => Err(PageError::BadRequest),
        AccountError::Hash(fault) => Err(PageError::Fault(fault.to_string())),
        AccountError::Fault(fault) => Err(fault.into()),
    }
}
