//! Publishing a draft: what would change, then the button.

use actix_web::http::StatusCode;
use askama::Template;

use super::{base, below_rounds, full_name, number};
use crate::domain::ids::ParticipantId;
use crate::services::rounds::{self, PlanDifference, PublishError};
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
            visit.show(&PublishPage { page, url, number: round, changes })
        }
        Err(error) => refused(&visit, round, error).await,
    }
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

/// Throws a draft away.
pub async fn discard(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    visit.run(move |app| rounds::discard(app, &access, round)).await.map_err(|error: PageError| error)?;
    Ok(visit.see_with(&format!("{}/rounds", base(&visit)?), "round-discarded"))
}
