//! The mailings of an event, newest first.

use askama::Template;

use super::{state_class, title, url};
use crate::domain::mailing::{Mailing, MailingState};
use crate::services::mailings::{self, PAGE_SIZE};
use crate::web::error::Answer;
use crate::web::forms::Pager;
use crate::web::organiser::frame::{address, page_number, part};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/mailings/list.html")]
struct MailingsPage {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
    new_url: String,
}

struct Row {
    url: String,
    title: String,
    state: String,
    state_class: &'static str,
    /// For how many; empty before anybody is chosen.
    people: String,
    when: String,
}

const LIST: List = List { size: PAGE_SIZE, ..List::ONLY };

/// The list.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, number) = (access.to_change()?, page_number(&visit));
    let event = access.event();
    let found = visit.run(move |app| mailings::list(app, &change, number)).await?;
    let page = part(&visit, access)?;
    let row = |(mailing, people): &(Mailing, usize)| Row {
        url: url(event, &mailing.id, ""),
        title: title(&page, event, mailing),
        state: page.t(&format!("mailing-state-{}", mailing.state.code())),
        state_class: state_class(mailing.state),
        people: if *people > 0 { page.t1("mailing-people", "count", people) } else { String::new() },
        when: page.words.moment(when(mailing), event.time_zone),
    };
    visit.show(&MailingsPage {
        rows: found.rows.iter().map(row).collect(),
        pager: LIST.pager(&visit, found.found),
        new_url: address(event, "/mailings/new"),
        page,
    })
}

/// The time that says most of it: when it is to go or went, or was written last.
fn when(mailing: &Mailing) -> chrono::DateTime<chrono::Utc> {
    let known = match mailing.state {
        MailingState::Draft => None,
        MailingState::Scheduled => mailing.send_at,
        MailingState::Sending | MailingState::Paused => mailing.started_at,
        MailingState::Stopped | MailingState::Sent => mailing.ended_at.or(mailing.started_at),
    };
    known.unwrap_or(mailing.changed_at)
}
