//! Where an organiser is logged in: every browser, to be ended one by one or all but this one.

use crate::zones::Zone;
use askama::Template;

use super::frame::{page_word, top};
use crate::domain::browser::browser_name;
use crate::domain::token::TokenHash;
use crate::services::own_logins;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

/// What the form sends to end every other log-in.
const OTHERS: &str = "others";

#[derive(Template)]
#[template(path = "organiser/logins.html")]
struct LoginsPage {
    page: Page,
    rows: Vec<Row>,
    others: &'static str,
}

struct Row {
    /// Names it in the form; a secret is not read off it.
    id: String,
    browser: String,
    since: String,
    seen: String,
    is_this: bool,
}

/// The browsers.
pub async fn list(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let found = visit.run(move |app| own_logins::list(app, &account)).await?;
    let own = visit.cookie(session::LOGIN).map(|token| token.hash());
    let page = top(&visit)?.below(page_word(&visit, "nav-account"), "/organiser/account");
    let row = |login: &own_logins::Login| {
        let browser = browser_name(&login.browser);
        Row {
            id: login.hash.0.clone(),
            browser: if browser.is_empty() { page.t("logins-unknown") } else { browser },
            since: page.words.moment(login.created_at, Zone::UTC),
            seen: page.words.moment(login.last_seen_at, Zone::UTC),
            is_this: own.as_ref() == Some(&login.hash),
        }
    };
    let rows = found.iter().map(row).collect();
    visit.show(&LoginsPage { rows, page, others: OTHERS })
}

/// Ends one, or all but this one.
pub async fn end(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let own = visit.cookie(session::LOGIN).ok_or_else(|| visit.sign_in_first())?;
    let which = visit.form.one("login").to_string();
    visit
        .run(move |app| match which.as_str() {
            OTHERS => own_logins::end_others(app, &account, &own),
            id => own_logins::end(app, &account, &TokenHash(id.to_string())),
        })
        .await?;
    Ok(visit.see_with("/organiser/logins", "login-gone"))
}
