//! The deletion of an event's personal data: when it is, what it takes, and how it is postponed.

use askama::Template;

use super::frame::{address, again, part, problems_of};
use crate::domain::deletion::MOST_POSTPONED_DAYS;
use crate::domain::event::Event;
use crate::domain::problems::Problems;
use crate::services::announcements::DeletionView;
use crate::services::postponing::{self, PostponeInput};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/deletion.html")]
struct DeletionPage {
    page: Page,
    problems: Problems,
    lead: String,
    lines: Vec<String>,
    /// Where the day comes from; empty once everything is deleted.
    why: String,
    settings: String,
    postponing: Option<Postponing>,
    action: String,
}

/// The form with which it is postponed.
struct Postponing {
    input: PostponeInput,
    lead: String,
    days_help: String,
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    show_with(&visit, PostponeInput::default(), Problems::new()).await
}

async fn show_with(visit: &Visit, input: PostponeInput, problems: Problems) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let (event, seen) = visit.run(move |app| postponing::coming_deletion(app, &change)).await?;
    let page = part(visit, access)?.with_problems(&problems);
    let told = notices(&page, &event, &seen);
    let may_postpone = event.shredded_at.is_none() && seen.postponed.is_none() && seen.announced.is_some();
    let postponing = may_postpone.then(|| Postponing {
        input,
        lead: page.t1("postpone-lead", "days", MOST_POSTPONED_DAYS),
        days_help: page.t2(
            "postpone-days-help",
            "days",
            MOST_POSTPONED_DAYS,
            "date",
            page.words.date(seen.day),
        ),
    });
    let template = DeletionPage {
        lead: day(&page, &event, &seen),
        lines: if told.is_empty() && event.shredded_at.is_none() {
            vec![page.t("deletion-none")]
        } else {
            told
        },
        why: why(&page, &event, &seen),
        settings: address(&event, "/settings#field-ends_on"),
        action: address(&event, "/deletion"),
        postponing,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// When everything that tells of persons is deleted, or that it is.
pub(super) fn day(page: &Page, event: &Event, seen: &DeletionView) -> String {
    match event.shredded_at {
        Some(at) => page.t1("dashboard-shredded", "date", page.words.moment(at, event.time_zone)),
        None => page.t1("deletion-on", "date", page.words.long_date(seen.day)),
    }
}

fn why(page: &Page, event: &Event, seen: &DeletionView) -> String {
    if event.shredded_at.is_some() || seen.postponed.as_ref().is_some_and(|one| one.counts(event)) {
        return String::new();
    }
    let last = page.words.date(event.ends_on);
    page.t2("deletion-why", "days", event.shred_after_days.max(1), "last", last)
}

/// What organisers have to know of it now: what is announced, withdrawn or postponed.
pub(super) fn notices(page: &Page, event: &Event, seen: &DeletionView) -> Vec<String> {
    if event.shredded_at.is_some() {
        return Vec::new();
    }
    let date = |day| page.words.long_date(day);
    let mut told = Vec::new();
    if let Some(announced) = &seen.announced {
        let people = page.t2("deletion-people", "people", seen.people, "date", date(seen.day));
        let at = announced.announced_at.with_timezone(&event.time_zone).date_naive();
        told.push(format!("{people} {}", page.t1("deletion-told", "date", page.words.date(at))));
    }
    if let Some(withdrawn) = &seen.withdrawn {
        let old = page.words.date(withdrawn.due_on);
        told.push(page.t2("deletion-withdrawn", "old", old, "date", date(seen.day)));
    }
    if let Some(postponed) = seen.postponed.as_ref().filter(|one| one.counts(event)) {
        let to = page.words.date(postponed.to);
        told.push(page.t2("deletion-postponed", "date", to, "why", &postponed.why));
    }
    for (label, count, day) in &seen.answers {
        let question = label.get(page.lang, event.first_language()).to_string();
        let values = [("question", question), ("count", count.to_string()), ("date", date(*day))];
        told.push(page.words.tn("deletion-answers", &values));
    }
    told
}

/// Postpones it.
pub async fn postpone(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let input =
        PostponeInput { days: visit.form.one("days").to_string(), why: visit.form.one("why").to_string() };
    let typed = input.clone();
    match visit.attempt(move |app| postponing::postpone(app, &change, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(visit.access()?.event(), "/deletion"), "postponed")),
        Err(error) => show_with(&visit, input, problems_of(error)?).await,
    }
}
