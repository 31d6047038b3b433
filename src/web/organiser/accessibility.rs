//! The organiser's part of an event's accessibility statement.

use askama::Template;

use super::frame::{address, again, localised, part, problems_of};
use crate::domain::accessibility::StatementInput;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
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
    opened: Opened,
    languages: Vec<Lang>,
    action: String,
    /// Where everybody reads it.
    public: String,
}

fn page(
    visit: &Visit,
    access: &EventAccess,
    Typed { input, opened }: Typed<StatementInput>,
    problems: Problems,
) -> Result<StatementPage, PageError> {
    let event = access.event();
    Ok(StatementPage {
        page: part(visit, access)?.with_problems(&problems),
        problems,
        input,
        opened,
        languages: event.languages.clone(),
        action: address(event, "/accessibility"),
        public: format!("/e/{}/accessibility", event.slug),
    })
}

async fn stored(visit: &Visit) -> Result<StatementInput, PageError> {
    let change = visit.access()?.to_change()?;
    Ok(StatementInput::of(&visit.run(move |app| accessibility::statement(app, &change)).await?))
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let fresh = Typed::fresh(stored(&visit).await?);
    visit.show(&page(&visit, visit.access()?, fresh, Problems::new())?)
}

/// Changes the statement.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let typed = visit.typed(StatementInput {
        checked_on: field("checked_on"),
        limits: localised(&visit.form, "limits"),
        phone: field("phone"),
        enforcement: localised(&visit.form, "enforcement"),
        easy_language: field("easy_language"),
        sign_language: field("sign_language"),
    });
    let given = typed.clone();
    match visit.attempt(move |app| accessibility::state(app, &change, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/accessibility"), "saved")),
        Err(error) => {
            let typed = typed.again(&stored(&visit).await?);
            again(&visit, &page(&visit, access, typed, problems_of(error)?)?)
        }
    }
}
