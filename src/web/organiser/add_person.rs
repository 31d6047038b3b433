//! An organiser adds one person by hand.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, below, problems_of};
use crate::domain::field;
use crate::domain::ids::{ParticipantId, brought_back};
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::domain::profile_input::PersonInput;
use crate::services::events;
use crate::services::registrations::{self, BeyondSeats, NewPerson};
use crate::web::answers;
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::person_fields::PersonFields;
use crate::web::slips;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/add_person.html")]
struct AddPage {
    page: Page,
    problems: Problems,
    person: PersonFields,
    /// In which language they can be written to; empty where there is one.
    langs: Vec<Choice>,
    /// What can be done for whom no seat is left; empty where there is one.
    beyond: Vec<Choice>,
    mails: bool,
    /// The id that they are to have: a form that is sent twice adds one person.
    entry: String,
    action: String,
    back: String,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let lang = visit.lang_at(visit.access()?.event());
    let new = NewPerson {
        entry: entry(&visit),
        person: PersonInput::default(),
        is_sure: false,
        beyond: None,
        lang,
        mails: false,
    };
    show(&visit, &new, Problems::new()).await
}

/// The id that a form has for whom it is about, or one for a form that is new.
pub(super) fn entry(visit: &Visit) -> ParticipantId {
    let app = visit.app();
    brought_back(visit.form.one("entry")).unwrap_or_else(|| app.random.id(app.clock.now()))
}

async fn show(visit: &Visit, new: &NewPerson, problems: Problems) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let own = access.clone();
    let (lists, is_full) = visit
        .run(move |app| {
            Ok::<_, crate::services::Fault>((events::lists(app, &own)?, registrations::is_full(app, &own)?))
        })
        .await?;
    let page = below(visit, access, "nav-participants", "/participants")?;
    let problems = answers::told(&page, event, &lists, problems);
    let page = page.with_problems(&problems);
    let lang = |lang: &Lang| Choice::new(lang.code(), lang.own_name(), *lang == new.lang);
    let beyond = |beyond: BeyondSeats| {
        let label = page.t(&format!("add-person-{}", beyond.code()));
        Choice::new(beyond.code(), label, new.beyond == Some(beyond))
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = AddPage {
        person: PersonFields::by_hand(&page, event, &lists, &new.person),
        langs: if event.languages.len() > 1 {
            event.languages.iter().map(lang).collect()
        } else {
            Vec::new()
        },
        beyond: if is_full { BeyondSeats::ALL.into_iter().map(beyond).collect() } else { Vec::new() },
        mails: new.mails,
        entry: new.entry.to_string(),
        action: visit.path().to_string(),
        back: address(event, "/participants"),
        problems,
        page,
    };
    visit.show_as(status, &template)
}

/// Adds the person.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, own) = (access.to_change()?, access.clone());
    let lists = visit.run(move |app| events::lists(app, &own)).await?;
    let form = &visit.form;
    let mut person = answers::person(form, &lists);
    let meant = slips::chosen(form, field::EMAIL);
    let is_sure = meant.is_some();
    if let Some(email) = meant {
        person = person.with(field::EMAIL, vec![email]);
    }
    let event = access.event();
    let lang = Lang::parse(form.one("lang")).filter(|lang| event.languages.contains(lang));
    let new = NewPerson {
        entry: entry(&visit),
        person,
        is_sure,
        beyond: BeyondSeats::parse(form.one("beyond")),
        lang: lang.unwrap_or_else(|| event.first_language()),
        mails: form.has("mails"),
    };
    let typed = new.clone();
    match visit.attempt(move |app| registrations::add(app, &change, &typed)).await? {
        Ok((id, state)) => {
            let done = if state.holds_seat() { "person-added" } else { "person-added-waits" };
            Ok(visit.see_with(&address(event, &format!("/participants/{id}")), done))
        }
        Err(error) => {
            let problems = problems_of(error)?;
            show(&visit, &new, problems).await
        }
    }
}
