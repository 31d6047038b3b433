//! "Report a barrier": a form that whoever runs the event, or the site, gets as a mail.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::of_event;
use crate::domain::accessibility::BarrierInput;
use crate::domain::network::Network;
use crate::domain::problems::Problems;
use crate::services::accessibility::{self, ReportError};
use crate::services::events;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::public::trap;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/barrier.html")]
struct BarrierPage {
    page: Page,
    problems: Problems,
    input: BarrierInput,
    action: String,
    back: String,
}

/// The form; the page that the reader comes from stands in it already.
pub async fn show(visit: Visit) -> Answer {
    let input = BarrierInput { page: visit.came_from(), ..BarrierInput::default() };
    page(&visit, StatusCode::OK, input, Problems::new()).await
}

/// The event of the path, if it has one.
fn slug(visit: &Visit) -> Option<String> {
    Some(visit.part("slug").to_string()).filter(|slug| !slug.is_empty())
}

async fn page(visit: &Visit, status: StatusCode, input: BarrierInput, problems: Problems) -> Answer {
    let page = match slug(visit) {
        Some(slug) => {
            let (event, _) = visit.run(move |app| events::public_view(app, &slug)).await?;
            of_event(visit, &event)
        }
        None => visit.frame(),
    };
    let page = page.with_problems(&problems);
    let (action, back) = (page.barrier_url(), page.accessibility_url());
    visit.show_as(status, &BarrierPage { page, problems, input, action, back })
}

/// Sends the report.
pub async fn submit(visit: Visit) -> Answer {
    let field = |name: &str| visit.form.one(name).to_string();
    let input = BarrierInput { told: field("told"), page: field("page"), email: field("email") };
    let sent = Ok(visit.see_with(visit.path(), "reported"));
    if trap::is_caught(&visit.form) {
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, input, trap::question()).await;
    }
    let (slug, typed) = (slug(&visit), input.clone());
    let from = Network::of(visit.from);
    match visit.attempt(move |app| accessibility::report(app, slug.as_deref(), &typed, from)).await? {
        Ok(()) => sent,
        Err(ReportError::Invalid(problems)) => {
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, input, problems).await
        }
        Err(ReportError::TooMany) => Err(PageError::TooMany),
        Err(ReportError::Denied(denied)) => Err(denied.into()),
    }
}
