//! Publishing a draft: what would change, then the button.

use actix_web::http::StatusCode;
use askama::Template;
use chrono_tz::Tz;

use super::{base, below_rounds, full_name, number};
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::services::rounds::{self, PersonDifference, PlanDifference, PublishError};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/publish.html")]
struct PublishPage {
    page: Page,
    url: String,
    number: u32,
    changes: PlanDifference,
    people: Vec<Row>,
}

/// What changes for one person, in words.
struct Row {
    name: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "organiser/rounds/outdated.html")]
struct OutdatedPage {
    page: Page,
    base: String,
    number: u32,
    pairs: Vec<String>,
}

/// What publishing would change.
pub async fn confirm(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    let url = format!("{}/rounds/{round}", base(&visit)?);
    let found = visit.attempt(move |app| rounds::difference(app, &access, round)).await?;
    match found {
        Ok(changes) => {
            let page =
                below_rounds(&visit)?.below(visit.frame().t1("round-title", "number", round), url.clone());
            let people = rows(&page, &changes, visit.access()?.event().time_zone);
            visit.show(&PublishPage { page, url, number: round, changes, people })
        }
        Err(error) => refused(&visit, round, error).await,
    }
}

fn rows(page: &Page, changes: &PlanDifference, zone: Tz) -> Vec<Row> {
    let name = |id: &ParticipantId| changes.names.get(id).map(full_name).unwrap_or_default();
    let time = |meeting: &Meeting| page.words.day_and_time(meeting.starts_at, meeting.ends_at, zone);
    let row = |person: &PersonDifference| {
        let line = |key: &str, meeting: &Meeting| {
            page.t2(key, "when", time(meeting), "name", name(meeting.partner_of(&person.participant)))
        };
        let lost = person.lost.iter().map(|meeting| line("round-change-lost", meeting));
        let moved = person.moved.iter().map(|(before, after)| {
            let partner = name(after.partner_of(&person.participant));
            if before.slot == after.slot {
                return line("round-change-table", after);
            }
            let values = [("from", time(before)), ("when", time(after)), ("name", partner)];
            page.words.tn("round-change-moved", &values)
        });
        let gained = person.gained.iter().map(|meeting| line("round-change-gained", meeting));
        Row { name: name(&person.participant), lines: lost.chain(moved).chain(gained).collect() }
    };
    changes.people.iter().map(row).collect()
}

/// Publishes the draft.
pub async fn publish(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    let published = visit.attempt(move |app| rounds::publish(app, &access, round)).await?;
    match published {
        Ok(_) => Ok(visit.see_with(&format!("{}/rounds/{round}", base(&visit)?), "round-published")),
        Err(error) => refused(&visit, round, error).await,
    }
}

async fn refused(visit: &Visit, round: u32, error: PublishError) -> Answer {
    match error {
        PublishError::NoDraft => Ok(visit.see(&format!("{}/rounds/{round}", base(visit)?))),
        PublishError::Outdated(pairs) => {
            let access = visit.access()?.clone();
            let view = visit.run(move |app| rounds::view(app, &access, round)).await?;
            let name = |id: &ParticipantId| view.people.get(id).map(full_name).unwrap_or_default();
            let page = OutdatedPage {
                page: below_rounds(visit)?,
                base: base(visit)?,
                number: round,
                pairs: pairs.iter().map(|(a, b)| format!("{} – {}", name(a), name(b))).collect(),
            };
            visit.show_as(StatusCode::CONFLICT, &page)
        }
        PublishError::Fault(fault) => Err(fault.into()),
    }
}

/// Ends the search with the best draft so far.
pub async fn stop(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    visit.run(move |app| rounds::stop(app, &access, round)).await?;
    Ok(visit.see(&format!("{}/rounds/{round}", base(&visit)?)))
}

/// Throws a draft away.
pub async fn discard(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    visit.run(move |app| rounds::discard(app, &access, round)).await.map_err(|error: PageError| error)?;
    Ok(visit.see_with(&format!("{}/rounds", base(&visit)?), "round-discarded"))
}
