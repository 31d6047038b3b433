//! One's own account: what hangs on it, and changing the password.

use askama::Template;

use super::frame::{again, top};
use crate::app::App;
use crate::domain::problems::Problems;
use crate::services::accounts::{self, AccountError};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/account.html")]
struct AccountPage {
    page: Page,
    problems: Problems,
    name: String,
    email: String,
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    let account = visit.account()?;
    visit.show(&AccountPage {
        page: top(&visit)?,
        problems: Problems::new(),
        name: account.name.clone(),
        email: account.email.clone(),
    })
}

/// Changes the password; every browser has to log in again, this one too.
pub async fn change_password(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let (name, email) = (account.name.clone(), account.email.clone());
    let (present, new) = (visit.form.one("present").to_string(), visit.form.one("password").to_string());
    let (login, origin) =
        (visit.cookie(session::LOGIN).ok_or_else(|| visit.sign_in_first())?, visit.origin());
    let change =
        move |app: &App| accounts::change_password(app, &account, (&present, &new), (&login, &origin));
    match visit.attempt(change).await? {
        Ok(browser) => {
            let jar = visit.jar();
            let known = jar.set(session::BROWSER, browser.secret().to_string(), Some(session::KEPT));
            let answer = visit.with_cookie(visit.see_with("/organiser/login", "password"), &known)?;
            visit.with_cookie(answer, &jar.clear(session::LOGIN))
        }
        Err(AccountError::Invalid(problems)) => {
            let page = top(&visit)?.with_problems(&problems);
            again(&visit, &AccountPage { page, problems, name, email })
        }
        Err(AccountError::Link(_)) => Err(PageError::NotFound),
        Err(AccountError::Hash(fault)) => Err(PageError::Fault(fault.to_string())),
        Err(AccountError::Fault(fault)) => Err(fault.into()),
    }
}
