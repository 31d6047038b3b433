//! Showing again who one is, before what an open browser alone must not do. Whoever wanted to send a form goes on with it:
//! its fields travel through these pages, and a button sends them.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{office, page_word};
use super::login::{Asked, CODE, refusal};
use crate::domain::problems::Problems;
use crate::services::proofs::{self, ProofInput};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::posted::Posted;
use crate::web::session::{self, own_path};
use crate::web::visit::Visit;

/// Stands before the names of fields of the form that waits, so that they are not taken for this page's own.
const KEPT: &str = "kept.";
/// What is said of the password.
const PASSWORD: Asked =
    Asked { wrong: "problem-password-present", wait: "problem-proof-wait", slow: "problem-proof-wait" };
/// Where the reader goes on if nothing says where.
const START: &str = "/organiser";

#[derive(Template)]
#[template(path = "organiser/prove.html")]
pub struct ProvePage {
    page: Page,
    problems: Problems,
    /// The address that waits.
    to: String,
    /// Whether a form waits for it; else a page.
    is_form: bool,
    kept: Vec<(String, String)>,
    has_factor: bool,
}

#[derive(Template)]
#[template(path = "organiser/proved.html")]
struct ProvedPage {
    page: Page,
    to: String,
    is_form: bool,
    kept: Vec<(String, String)>,
}

/// What comes before a page.
pub async fn form(visit: Visit) -> Answer {
    let to = own_path(visit.query.one("next")).unwrap_or(START).to_string();
    visit.show(&ask(&visit, to, None, Problems::new()))
}

/// What comes before a form that was sent.
pub fn before_form(visit: &Visit, form: &Posted, has_factor: bool) -> ProvePage {
    let kept = form.carried(&[]).into_iter().map(|(name, value)| (format!("{KEPT}{name}"), value)).collect();
    let shown = ask(visit, visit.address.clone(), Some(kept), Problems::new());
    ProvePage { has_factor, ..shown }
}

fn ask(visit: &Visit, to: String, kept: Option<Vec<(String, String)>>, problems: Problems) -> ProvePage {
    let page = office(visit).unwrap_or_else(|_| visit.frame()).with_problems(&problems);
    let has_factor = visit.shown.factor;
    ProvePage { page, problems, to, is_form: kept.is_some(), kept: kept.unwrap_or_default(), has_factor }
}

/// Takes the proof and leads on.
pub async fn submit(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let login = visit.cookie(session::LOGIN).ok_or_else(|| visit.sign_in_first())?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = ProofInput { password: field("password"), code: field("code") };
    let (origin, by_code) = (visit.origin(), visit.shown.factor);
    let to = own_path(visit.form.one("to")).unwrap_or(START).to_string();
    let is_form = visit.form.one("way") == "form";
    let kept: Vec<(String, String)> = visit.form.carried(&["to", "way"]);
    let done = visit.attempt(move |app| proofs::prove(app, &account, &login, &input, &origin)).await?;
    if let Err(error) = done {
        let (field, asked) = if by_code { ("code", &CODE) } else { ("password", &PASSWORD) };
        let (status, message) = refusal(error, asked)?;
        let problems = Problems::one(field, message);
        return visit.show_as(status, &ask(&visit, to, is_form.then_some(kept), problems));
    }
    if !is_form && !is_file(&to) {
        return Ok(visit.see(&to));
    }
    let own = |(name, value): (String, String)| Some((name.strip_prefix(KEPT)?.to_string(), value));
    let kept = kept.into_iter().filter_map(own).collect();
    let page = office(&visit)?.below(page_word(&visit, "nav-events"), START);
    visit.show_as(StatusCode::OK, &ProvedPage { page, to, is_form, kept })
}

/// Whether an address leads to a file, after which the browser stays where it is.
fn is_file(to: &str) -> bool {
    let path = to.split('?').next().unwrap_or_default();
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}
