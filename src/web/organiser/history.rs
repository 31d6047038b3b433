//! The log of an event: who did what, and when.

use askama::Template;

use super::frame::{address, page_number, part};
use crate::domain::account::Account;
use crate::domain::change;
use crate::domain::event::Event;
use crate::domain::participant::Participant;
use crate::services::history::{self, LogEntry};
use crate::web::answers;
use crate::web::error::Answer;
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/log.html")]
struct LogPage {
    page: Page,
    lines: Vec<Line>,
    pager: Pager,
}

/// One entry for people.
pub(super) struct Line {
    pub when: String,
    pub actor: String,
    pub action: String,
    pub detail: String,
    /// Whom it was about, with their page.
    pub subject: Option<(String, String)>,
}

/// The log of an event.
const LOG: List = List { size: history::PAGE_SIZE, ..List::ONLY };

/// A page of the log, the newest entries first.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (own, number) = (access.clone(), page_number(&visit));
    let found = visit.run(move |app| history::event_log(app, &own, number)).await?;
    let page = part(&visit, access)?;
    let lines = lines(&page, access.event(), &found.entries, &found.people, &found.accounts);
    let pager = LOG.pager(&visit, found.count);
    visit.show(&LogPage { page, lines, pager })
}

/// Entries with names instead of ids, as far as they are given.
pub(super) fn lines(
    page: &Page,
    event: &Event,
    entries: &[LogEntry],
    people: &[Participant],
    accounts: &[Account],
) -> Vec<Line> {
    let line = |entry: &LogEntry| {
        let person = people.iter().find(|person| person.id.as_str() == entry.subject);
        Line {
            when: page.words.moment(entry.at, event.time_zone),
            actor: actor(page, &entry.actor, accounts),
            action: page.t(&format!("log-{}", entry.action.replace(['.', '_'], "-"))),
            detail: detail(page, entry),
            subject: person.map(|person| {
                let url = address(event, &format!("/participants/{}", person.id));
                (super::frame::name_of(page, person), url)
            }),
        }
    };
    entries.iter().map(line).collect()
}

/// What was changed, or the text as it stands.
fn detail(page: &Page, entry: &LogEntry) -> String {
    if entry.action == "act.undone" && !entry.detail.is_empty() {
        return page.t(&format!("log-{}", entry.detail.replace(['.', '_'], "-")));
    }
    let changes = change::decode(&entry.detail);
    if changes.is_empty() { entry.detail.clone() } else { answers::tell_changes(page, &changes) }
}

fn actor(page: &Page, actor: &str, accounts: &[Account]) -> String {
    match actor.split_once(':') {
        Some((_, id)) => {
            let found = accounts.iter().find(|account| account.id.as_str() == id);
            found.map_or_else(|| page.t("actor-deleted"), |account| account.name.clone())
        }
        None if actor == "participant" => page.t("actor-participant"),
        None => page.t("actor-system"),
    }
}
