//! The organiser's part of an event's accessibility statement.

use askama::Template;

use super::frame::{address, again, localised, part, problems_of};
use crate::domain::accessibility::StatementInput;
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::accessibility;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/accessibility.html")]
struct StatementPage {
    page: Page,
    problems: Problems,
    input: StatementInput,
    languages: Vec<Lang>,
    action: String,
    /// Where everybody reads it.
    public: String,
}

fn page(
    visit: &Visit,
    access: &EventAccess,
    input: StatementInput,
    problems: Problems,
) -> Result<StatementPage, PageError> {
    let event = access.event();
    Ok(StatementPage {
        page: part(visit, access)?.with_problems(&problems),
        problems,
        input,
        languages: event.languages.clone(),
        action: address(event, "/accessibility"),
        public: format!("/e/{}/accessibility", event.slug),
    })
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let statement = visit.run(move |app| accessibility::statement(app, &change)).await?;
    visit.show(&page(&visit, access, StatementInput::of(&statement), Problems::new())?)
}

/// Changes the statement.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = StatementInput {
        checked_on: field("checked_on"),
        limits: localised(&visit.form, "limits"),
        phone: field("phone"),
        enforcement: localised(&visit.form, "enforcement"),
        easy_language: field("easy_language"),
        sign_language: field("sign_language"),
    };
    let typed = input.clone();
    match visit.attempt(move |app| accessibility::state(app, &change, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/accessibility"), "saved")),
        Err(error) => again(&visit, &page(&visit, access, input, problems_of(error)?)?),
    }
}
