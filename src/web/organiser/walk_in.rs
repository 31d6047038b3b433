//! Somebody who comes without a registration: a short form at the door, after which they are registered and have come.

use actix_web::http::StatusCode;
use askama::Template;

use super::add_person::entry;
use super::frame::{address, below, problems_of};
use crate::domain::account::Role;
use crate::domain::problems::Problems;
use crate::domain::profile_input::PersonInput;
use crate::services::{Fault, door, registrations};
use crate::web::answers;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::person_fields::PersonFields;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/walk_in.html")]
struct WalkInPage {
    page: Page,
    problems: Problems,
    person: PersonFields,
    /// Whether nobody gets a seat any more.
    is_full: bool,
    /// Where an organiser gives one beyond the capacity; none for helpers.
    beyond: Option<String>,
    entry: String,
    action: String,
    back: String,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    show(&visit, &PersonInput::default(), Problems::new()).await
}

async fn show(visit: &Visit, typed: &PersonInput, problems: Problems) -> Answer {
    let access = visit.door()?;
    let event = access.event();
    let own = access.clone();
    let (lists, is_full) = visit
        .run(move |app| Ok::<_, Fault>((door::lists(app, &own)?, registrations::is_full(app, &own)?)))
        .await?;
    let page = below(visit, access, "nav-door", "/door")?;
    let problems = answers::told(&page, event, &lists, problems);
    let page = page.with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = WalkInPage {
        person: PersonFields::at_door(&page, event, &lists, typed),
        is_full,
        beyond: access.may(Role::Organiser).then(|| address(event, "/participants/new")),
        entry: entry(visit).to_string(),
        action: visit.path().to_string(),
        back: address(event, "/door"),
        problems,
        page,
    };
    visit.show_as(status, &template)
}

/// Registers the person, who has come.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.door()?.clone();
    let own = access.clone();
    let lists = visit.run(move |app| door::lists(app, &own)).await?;
    let (typed, entry) = (answers::person(&visit.form, &lists), entry(&visit));
    let sent = typed.clone();
    let done = visit.attempt(move |app| registrations::walk_in(app, &access, &entry, &sent)).await?;
    match done {
        Ok(id) => {
            let page = address(visit.door()?.event(), &format!("/door/{id}"));
            Ok(visit.see_with(&page, "walk-in"))
        }
        Err(error) => show(&visit, &typed, problems_of(error)?).await,
    }
}
