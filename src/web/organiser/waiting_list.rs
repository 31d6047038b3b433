//! How the event's waiting list moves up shortly before the event.

use askama::Template;

use super::frame::{address, again, below, problems_of};
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::domain::waiting_list::WaitingListInput;
use crate::services::registrations::waiting_list;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/waiting_list.html")]
struct WaitingListPage {
    page: Page,
    problems: Problems,
    input: WaitingListInput,
    opened: Opened,
    action: String,
    back: String,
}

async fn stored(visit: &Visit) -> Result<WaitingListInput, PageError> {
    let access = visit.access()?.clone();
    let rule = visit.run(move |app| waiting_list::rule(app, &access)).await?;
    Ok(WaitingListInput::of(rule))
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    show(&visit, Typed::fresh(stored(&visit).await?), Problems::new())
}

fn show(visit: &Visit, typed: Typed<WaitingListInput>, problems: Problems) -> Answer {
    let access = visit.access()?;
    let page = below(visit, access, "nav-settings", "/settings")?.with_problems(&problems);
    let template = WaitingListPage {
        input: typed.input,
        opened: typed.opened,
        action: visit.path().to_string(),
        back: address(access.event(), "/settings"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Changes it.
pub async fn submit(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = WaitingListInput { stops_hours: field("stops_hours"), asks_days: field("asks_days") };
    let typed = visit.typed(input);
    let (given, back) = (typed.clone(), visit.path().to_string());
    match visit.attempt(move |app| waiting_list::set_rule(app, &change, &given)).await? {
        Ok(()) => Ok(visit.see_with(&back, "saved")),
        Err(error) => show(&visit, typed.again(&stored(&visit).await?), problems_of(error)?),
    }
}
