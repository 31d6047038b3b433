//! The second factor of one's own account: setting it up with an app, recovery codes, turning it off.

use crate::zones::Zone;
use askama::Template;

use super::frame::{again, page_word, query, top};
use crate::documents::qr;
use crate::domain::problems::Problems;
use crate::services::second_factor::{self, FactorError, FactorView, Offer};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::session::{self, own_path};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/factor.html")]
struct FactorPage {
    page: Page,
    /// Since when there is one; empty if there is none.
    since: String,
    left: String,
    next: String,
}

/// How the account stands, and what can be done about it.
pub async fn show(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let FactorView { since, codes_left } = visit.run(move |app| second_factor::view(app, &account)).await?;
    let next = own_path(visit.query.one("next")).unwrap_or_default().to_string();
    let mut page = frame(&visit)?;
    if since.is_none() && !next.is_empty() {
        let first = page.t("factor-first");
        page = page.with_notice(Tone::Info, first);
    }
    visit.show(&FactorPage {
        since: since.map(|at| page.words.moment(at, Zone::UTC)).unwrap_or_default(),
        left: page.t1("factor-codes-left", "count", codes_left),
        next,
        page,
    })
}

fn frame(visit: &Visit) -> Result<Page, PageError> {
    Ok(top(visit)?.below(page_word(visit, "nav-account"), "/organiser/account"))
}

fn below(visit: &Visit) -> Result<Page, PageError> {
    Ok(frame(visit)?.below(page_word(visit, "factor-title"), "/organiser/factor"))
}

/// Makes a secret to be confirmed.
pub async fn offer(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    visit.run(move |app| second_factor::offer(app, &account)).await?;
    Ok(visit.see(&query("/organiser/factor/app", &[("next", visit.form.one("next"))])))
}

#[derive(Template)]
#[template(path = "organiser/factor_app.html")]
struct AppPage {
    page: Page,
    problems: Problems,
    picture: String,
    link: String,
    /// In groups of four, for whoever types it.
    secret: String,
    next: String,
}

/// The picture that the app reads, and the field for its first code.
pub async fn app(visit: Visit) -> Answer {
    let next = visit.query.one("next").to_string();
    show_app(&visit, next, Problems::new()).await
}

async fn show_app(visit: &Visit, next: String, problems: Problems) -> Answer {
    let account = visit.account()?.clone();
    let offered = visit.run(move |app| second_factor::offered(app, &account)).await?;
    let Some(Offer { secret, link }) = offered else { return Ok(visit.see("/organiser/factor")) };
    let picture =
        qr::svg(&link).ok_or_else(|| PageError::Fault("the secret fits into no picture".to_string()))?;
    let page = below(visit)?.with_problems(&problems);
    let letters: Vec<char> = secret.chars().collect();
    let secret = letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ");
    let template = AppPage { page, problems, picture, link, secret, next };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

#[derive(Template)]
#[template(path = "organiser/recovery_codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
    /// Where the reader goes on.
    next: String,
}

fn show_codes(visit: &Visit, codes: Vec<String>, next: &str) -> Answer {
    let next = own_path(next).unwrap_or("/organiser/account").to_string();
    visit.show(&CodesPage { page: below(visit)?, codes, next })
}

/// Confirms the secret by a code of the app, and shows the recovery codes: nobody can look them up later.
pub async fn confirm(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let (code, next) = (visit.form.one("code").to_string(), visit.form.one("next").to_string());
    let own = visit.cookie(session::LOGIN).ok_or_else(|| visit.sign_in_first())?;
    match visit.attempt(move |app| second_factor::confirm(app, &account, &code, &own)).await? {
        Ok(codes) => show_codes(&visit, codes, &next),
        Err(FactorError::Invalid(problems)) => show_app(&visit, next, problems).await,
        // It waited too long, or another page has confirmed it.
        Err(FactorError::NoOffer) => {
            let there = query("/organiser/factor", &[("next", &next)]);
            Ok(visit.see_with(&there, "factor-late"))
        }
        Err(FactorError::Fault(fault)) => Err(fault.into()),
    }
}

/// Makes new recovery codes and shows them.
pub async fn renew_codes(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    match visit.attempt(move |app| second_factor::renew_codes(app, &account)).await? {
        Ok(codes) => show_codes(&visit, codes, ""),
        Err(FactorError::Fault(fault)) => Err(fault.into()),
        // There is none to have codes for.
        Err(FactorError::NoOffer | FactorError::Invalid(_)) => Ok(visit.see("/organiser/factor")),
    }
}

/// Turns it off.
pub async fn turn_off(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    visit.run(move |app| second_factor::turn_off(app, &account)).await?;
    Ok(visit.see_with("/organiser/factor", "factor-off"))
}
