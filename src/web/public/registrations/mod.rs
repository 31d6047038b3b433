//! The registration in steps: who I am, what I offer and seek, when I am there, check answers. What is typed is kept on
//! the server at each step; the browser has only the form's token.

pub mod confirm;
pub mod form_link;
mod pages;

use std::sync::Arc;

use actix_web::http::StatusCode;

use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::services::links::confirm_path;
use crate::services::registrations::saved_form::{self, Begun, Press, Then, Turn};
use crate::services::registrations::{Form, Step};
use crate::web::answers;
use crate::web::error::{Answer, PageError};
use crate::web::limits::Pace;
use crate::web::posted::Posted;
use crate::web::public::trap;
use crate::web::slips;
use crate::web::topic_picker;
use crate::web::visit::Visit;
use pages::{closed, page};

pub use pages::{correct, sent};

/// The button that saves what was typed, to go on later.
const LATER: &str = "later";
/// Opens a step with its problems at once.
const AGAIN: &str = "again";

async fn open(visit: &Visit) -> Result<Form, PageError> {
    let (slug, token) = (visit.part("slug").to_string(), form_link::token_kept(visit));
    visit.run(move |app| saved_form::open(app, &slug, token)).await
}

/// Where everyone begins, or goes on.
pub async fn start(visit: Visit) -> Answer {
    let form = open(&visit).await?;
    Ok(visit.see(&address(&form.event, form.next())))
}

/// Shows a step.
pub async fn show(visit: Visit) -> Answer {
    let step = step_of(&visit)?;
    let (slug, token) = (visit.part("slug").to_string(), form_link::token_kept(&visit));
    let turn = visit.run(move |app| saved_form::visit(app, &slug, token, step)).await?;
    lead_on(&visit, step, turn)
}

/// Takes a step's answers.
pub async fn submit(visit: Visit) -> Answer {
    let step = step_of(&visit)?;
    let (slug, token) = (visit.part("slug").to_string(), form_link::token_kept(&visit));
    let (press, posted, lang) = (press(&visit), visit.form.clone(), visit.asked_lang());
    let fill = move |form: &mut Form| take(&posted, lang, form, step);
    let (site, from) = (Arc::clone(visit.site()), visit.from);
    let may_begin = Box::new(move || site.gate.check(Pace::Draft, from).is_ok());
    let begun = Begun { token, may_begin };
    let turn = visit.run(move |app| saved_form::submit(app, &slug, begun, step, press, fill)).await?;
    let kept = turn.form.token.as_ref().map(|token| form_link::keep(&visit, &turn.form.event, token));
    let response = lead_on(&visit, step, turn)?;
    match kept {
        Some(cookie) => visit.with_cookie(response, &cookie),
        None => Ok(response),
    }
}

fn step_of(visit: &Visit) -> Result<Step, PageError> {
    let last = visit.path().rsplit('/').next().unwrap_or_default();
    Step::parse(last).ok_or(PageError::NotFound)
}

fn press(visit: &Visit) -> Press {
    if visit.keeps_typed() || topic_picker::is_turned(&visit.form) {
        Press::Stay
    } else if visit.form.has(LATER) {
        Press::Later
    } else if trap::is_caught(&visit.form) {
        Press::Trapped
    } else {
        Press::Next
    }
}

/// Puts what was typed into the answers.
fn take(posted: &Posted, lang: Option<Lang>, form: &mut Form, step: Step) {
    form.answers.lang = lang.unwrap_or_else(|| form.event.first_language());
    match step {
        Step::Profile => {
            form.answers.person = answers::person(posted, &form.programme);
            if let Some(chosen) = slips::chosen(posted, field::EMAIL) {
                form.answers.person = form.answers.person.clone().with(field::EMAIL, vec![chosen.clone()]);
                form.answers.sure = chosen;
            }
        }
        Step::Topics => form.answers.interests = topic_picker::interests(posted, &form.programme),
        Step::Availability => form.answers.attendance = answers::attendance(posted),
        Step::Check => {}
    }
}

fn lead_on(visit: &Visit, step: Step, turn: Turn) -> Answer {
    let Turn { form, then } = turn;
    let event = &form.event;
    match then {
        Then::Closed => closed(visit, event),
        Then::Open => {
            let problems = if visit.query.has(AGAIN) { form.problems(step) } else { Problems::new() };
            page(visit, &form, step, StatusCode::OK, problems)
        }
        Then::Caught => page(visit, &form, step, StatusCode::UNPROCESSABLE_ENTITY, trap::question()),
        Then::Refused(problems) => page(visit, &form, step, StatusCode::UNPROCESSABLE_ENTITY, problems),
        // From the topics to the topics: another part of a long list, or another language.
        Then::Step(Step::Topics) => {
            Ok(visit.see(&topic_picker::turned_to(&address(event, Step::Topics), &visit.form)))
        }
        Then::Step(step) => Ok(visit.see(&address(event, step))),
        Then::StepAgain(step) => Ok(visit.see(&format!("{}?{AGAIN}=1", address(event, step)))),
        Then::TooMany => Err(PageError::TooMany),
        Then::Later => Ok(visit.see(&format!("/e/{}/register/later", event.slug))),
        Then::Sent => Ok(visit.see(&format!("/e/{}/register/sent", event.slug))),
        Then::Confirm(link) => Ok(visit.see(&confirm_path(&link))),
    }
}

fn address(event: &Event, step: Step) -> String {
    format!("/e/{}/register/{}", event.slug, step.code())
}
