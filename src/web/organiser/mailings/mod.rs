//! Mailings: the list, the form, the page that shows one before it goes, and what becomes of it.

pub mod check;
pub mod list;
mod progress;
pub mod write;

use super::frame::{address, below};
use crate::domain::event::Event;
use crate::domain::ids::MailingId;
use crate::domain::mailing::{Mailing, MailingState};
use crate::services::mailings::{self, MailingView};
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The field of a query that says that it brings a filter, even if that leaves nobody out.
pub(super) const FOUND: &str = "found";

fn id(visit: &Visit) -> MailingId {
    MailingId(visit.part("id").to_string())
}

/// The address of a mailing, or of one of its pages.
fn url(event: &Event, id: &MailingId, end: &str) -> String {
    address(event, &format!("/mailings/{id}{end}"))
}

/// The mailing of the path.
async fn view(visit: &Visit) -> Result<MailingView, PageError> {
    let (change, id) = (visit.access()?.to_change()?, id(visit));
    visit.run(move |app| mailings::view(app, &change, &id)).await
}

/// The frame of a page below the list.
fn frame(visit: &Visit) -> Result<Page, PageError> {
    below(visit, visit.access()?, "nav-mailings", "/mailings")
}

/// What a mailing is called: its subject as the reader of the page reads it.
fn title(page: &Page, event: &Event, mailing: &Mailing) -> String {
    let subject = mailing.subject.get(page.lang, event.first_language());
    if subject.is_empty() { page.t("mailing-untitled") } else { subject.to_string() }
}

/// How a state looks: class of the stylesheet.
fn state_class(state: MailingState) -> &'static str {
    match state {
        MailingState::Draft => "",
        MailingState::Scheduled | MailingState::Sending | MailingState::Paused => "waiting",
        MailingState::Stopped => "bad",
        MailingState::Sent => "good",
    }
}
