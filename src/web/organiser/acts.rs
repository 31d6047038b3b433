//! What organisers did within a day, to be undone; and the line with which each page offers to undo what was just done.

use askama::Template;

use super::breaks::outcome;
use super::frame::{address, again, name_of, part};
use crate::domain::act::Done;
use crate::domain::event::Event;
use crate::domain::ids::ActId;
use crate::domain::problems::Problems;
use crate::services::acts;
use crate::web::error::{Answer, PageError};
use crate::web::page::{JustDone, Page};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/acts.html")]
struct ActsPage {
    page: Page,
    problems: Problems,
    lines: Vec<Line>,
}

/// An act for people.
struct Line {
    when: String,
    what: String,
    /// Whom it was about, with their page.
    subject: Option<(String, String)>,
    /// How many entries of the log it made, if there are several.
    more: String,
    who: String,
    mails: String,
    /// Whether none of its mails has gone.
    is_open: bool,
    /// Whether some of them are to go.
    waits: bool,
    url: String,
}

/// The acts of a day.
pub async fn list(visit: Visit) -> Answer {
    show(&visit, Problems::new()).await
}

async fn show(visit: &Visit, problems: Problems) -> Answer {
    let change = visit.access()?.to_change()?;
    let event = change.event().clone();
    let found = visit.run(move |app| acts::list(app, &change)).await?;
    let mut page = part(visit, visit.access()?)?.with_problems(&problems);
    // What was just done stands first in the list.
    page.just_done = None;
    let line = |done: &Done| {
        let person = done
            .subject
            .as_ref()
            .and_then(|id| found.people.iter().find(|one| one.id.as_str() == id.as_str()));
        let account = found.accounts.iter().find(|account| account.id == done.account);
        Line {
            when: page.words.moment(done.done_at, event.time_zone),
            what: what(&page, done),
            subject: person
                .map(|one| (name_of(&page, one), address(&event, &format!("/participants/{}", one.id)))),
            more: if done.entries > 1 { page.t1("acts-times", "n", done.entries) } else { String::new() },
            who: account.map_or_else(|| page.t("actor-deleted"), |account| account.name.clone()),
            mails: mails(&page, &event, done),
            is_open: done.mails_gone() == 0,
            waits: done.mails_waiting > 0,
            url: url(&event, &done.id),
        }
    };
    let lines = found.done.iter().map(line).collect();
    let template = ActsPage { lines, page, problems };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn url(event: &Event, id: &ActId) -> String {
    address(event, &format!("/acts/{id}"))
}

/// What it was, as the log says it.
fn what(page: &Page, done: &Done) -> String {
    match &done.action {
        Some(action) => page.t(&format!("log-{}", action.replace(['.', '_'], "-"))),
        None => page.t("acts-unnamed"),
    }
}

fn mails(page: &Page, event: &Event, done: &Done) -> String {
    if done.mails_gone() > 0 {
        return page.t1("acts-mails-gone", "n", done.mails);
    }
    match done.mails_go_at {
        Some(at) => {
            let time = page.words.time(at, event.time_zone);
            page.t2("acts-mails-waiting", "n", done.mails_waiting, "time", time)
        }
        None => page.t("acts-mails-none"),
    }
}

/// The line about what was just done, as long as it can be undone.
pub(super) fn just_done(page: &Page, event: &Event, done: &Done) -> Option<JustDone> {
    if done.mails_gone() > 0 {
        return None;
    }
    let has_mails = done.mails_waiting > 0;
    Some(JustDone {
        text: page.t1("act-just-done", "what", what(page, done)),
        mails: if has_mails { mails(page, event, done) } else { String::new() },
        url: url(event, &done.id),
    })
}

/// Undoes one.
pub async fn undo(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let (id, accepted) = (ActId(visit.part("id").to_string()), visit.accepted());
    let back = address(change.event(), "/acts");
    let done = visit.attempt(move |app| acts::undo(app, &change, &id, &accepted)).await?;
    let page = part(&visit, visit.access()?);
    match outcome(&visit, page, done, &back, (&back, "act-undone")).await {
        Ok(answer) => answer,
        Err(problems) => show(&visit, problems).await,
    }
}

/// Lets the mails of one go at once.
pub async fn send(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let id = ActId(visit.part("id").to_string());
    let back = address(change.event(), "/acts");
    visit.run(move |app| acts::let_mails_go(app, &change, &id)).await?;
    Ok::<_, PageError>(visit.see_with(&back, "act-sent"))
}
