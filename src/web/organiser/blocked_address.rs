//! An address that mail comes back from: an organiser corrects it, or says that it works again.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, below};
use crate::domain::ids::ParticipantId;
use crate::domain::problems::Problems;
use crate::services::bounces;
use crate::services::participants::{self, Dossier};
use crate::services::registrations::DecisionError;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/blocked_address.html")]
struct AddressPage {
    page: Page,
    problems: Problems,
    name: String,
    known: String,
    reason: String,
    since: String,
    email: String,
    action: String,
    lift: String,
    back: String,
}

fn id(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// The way back to the participant.
fn back(visit: &Visit) -> Result<String, PageError> {
    Ok(address(visit.access()?.event(), &format!("/participants/{}", visit.part("id"))))
}

async fn page(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (own, id) = (access.clone(), id(visit));
    let found: Dossier = visit.run(move |app| participants::dossier(app, &own, &id)).await?;
    let block = found.blocked.as_ref().ok_or(PageError::NotFound)?;
    let (back, own) =
        (back(visit)?, address(access.event(), &format!("/participants/{}/address", visit.part("id"))));
    let person = &found.participant.profile.person;
    let page = below(visit, access, "nav-participants", "/participants")?
        .below(person.name.clone(), back.clone())
        .with_problems(&problems);
    let known = person.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default();
    let typed = visit.form.one("email");
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = AddressPage {
        name: person.name.clone(),
        reason: block.reason.clone(),
        since: page.words.moment(block.at, access.event().time_zone),
        email: if typed.is_empty() { known.clone() } else { typed.to_string() },
        known,
        lift: format!("{own}/lift"),
        action: own,
        back,
        problems,
        page,
    };
    visit.show_as(status, &page)
}

/// Says what came back, and asks for the right address.
pub async fn form(visit: Visit) -> Answer {
    page(&visit, Problems::new()).await
}

/// Takes another address.
pub async fn correct(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let typed = visit.form.one("email").to_string();
    match visit.attempt(move |app| bounces::correct(app, &change, &id, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&back(&visit)?, "address-corrected")),
        Err(DecisionError::Invalid(problems)) => page(&visit, problems).await,
        Err(DecisionError::Fault(fault)) => Err(fault.into()),
        Err(DecisionError::State(_)) => Err(PageError::BadRequest),
    }
}

/// Lets mail go to the address again.
pub async fn lift(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    visit.run(move |app| bounces::lift(app, &change, &id)).await?;
    Ok(visit.see_with(&back(&visit)?, "address-lifted"))
}
