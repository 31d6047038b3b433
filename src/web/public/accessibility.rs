//! How far everyone can use the pages of an event, what is known to be missing, and whom to tell.

use askama::Template;

use super::frame::of_event;
use crate::services::accessibility;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct StatementPage {
    page: Page,
    event: String,
    organiser: String,
    contact: String,
    phone: String,
    /// In the reader's language, or in the one that the organiser wrote it in.
    limits: String,
    enforcement: String,
    checked_on: Option<String>,
    easy_language: String,
    sign_language: String,
    report: String,
}

/// The statement of an event.
pub async fn show(visit: Visit) -> Answer {
    let slug = visit.part("slug").to_string();
    let (event, statement) = visit.run(move |app| accessibility::public_statement(app, &slug)).await?;
    let page = of_event(&visit, &event);
    let (lang, first) = (page.lang, event.first_language());
    visit.show(&StatementPage {
        event: event.name_in(lang).to_string(),
        organiser: event.organiser_name.clone(),
        contact: event.contact_email.clone(),
        phone: statement.phone,
        limits: statement.limits.get(lang, first).to_string(),
        enforcement: statement.enforcement.get(lang, first).to_string(),
        checked_on: statement.checked_on.map(|day| page.words.date(day)),
        easy_language: statement.easy_language,
        sign_language: statement.sign_language,
        report: page.barrier_url(),
        page,
    })
}
