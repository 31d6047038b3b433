//! Registering a colleague of the same organisation: name and address, and a mail goes to them.

use actix_web::http::StatusCode;
use askama::Template;

use super::{frame, open, path};
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::services::colleagues::{self, ColleagueInput};
use crate::services::my_event::{MyEvent, UpdateError};
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/colleague.html")]
struct ColleaguePage {
    page: Page,
    problems: Problems,
    organisation: String,
    typed_name: String,
    email: String,
    languages: Vec<Choice>,
    /// Whether the event takes registrations.
    open: bool,
    invited: usize,
    most: usize,
    action: String,
    back: String,
}

/// The form.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let lang = mine.participant.profile.lang;
    page(&visit, &mine, ColleagueInput { lang, ..ColleagueInput::default() }, Problems::new()).await
}

async fn page(visit: &Visit, mine: &MyEvent, input: ColleagueInput, problems: Problems) -> Answer {
    let who = mine.participant.id.clone();
    let invited = visit.run(move |app| colleagues::invited(app, &who)).await?;
    let page = frame(visit, mine).with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let language = |lang: Lang| Choice::new(lang.code(), lang.own_name(), lang == input.lang);
    let form = ColleaguePage {
        page: page.clone().below(page.t("my-overview"), path(mine, "")),
        problems,
        organisation: mine.participant.profile.person.organisation.clone(),
        languages: Lang::ALL.into_iter().map(language).collect(),
        typed_name: input.name,
        email: input.email,
        open: mine.event.takes_registrations(visit.app().clock.now()),
        invited,
        most: colleagues::MOST,
        action: path(mine, "/colleague"),
        back: path(mine, ""),
    };
    visit.show_as(status, &form)
}

/// Writes to the colleague.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let input = ColleagueInput {
        name: visit.form.one("name").to_string(),
        email: visit.form.one("email").to_string(),
        lang: Lang::parse(visit.form.one("lang")).unwrap_or(mine.participant.profile.lang),
    };
    let (own, typed) = (mine.access.clone(), input.clone());
    match visit.attempt(move |app| colleagues::invite(app, &own, &input)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, "/colleague"), "colleague-invited")),
        Err(UpdateError::Invalid(problems)) => page(&visit, &mine, typed, problems).await,
        Err(UpdateError::Fault(fault)) => Err(fault.into()),
    }
}
