//! A participant's e-mail address: an organiser gives them another one, or says that one works again from which mail came
//! back.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, below};
use crate::domain::ids::ParticipantId;
use crate::domain::problems::Problems;
use crate::services::addresses::{self, AddressError, Corrected};
use crate::services::bounces;
use crate::services::participants::{self, Dossier};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::slips;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/participant_address.html")]
struct AddressPage {
    page: Page,
    problems: Problems,
    name: String,
    /// What happens to the address that is typed.
    help: String,
    button: String,
    /// Why no mail goes to the one so far, if so.
    block: Option<BlockView>,
    email: String,
    action: String,
    back: String,
}

struct BlockView {
    known: String,
    reason: String,
    since: String,
    lift: String,
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
    let back = back(visit)?;
    let action = address(access.event(), &format!("/participants/{}/address", visit.part("id")));
    let person = &found.participant.profile.person;
    let page = below(visit, access, "nav-participants", "/participants")?
        .below(person.name.clone(), back.clone())
        .with_problems(&problems);
    let known = person.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default();
    let state = found.registration.state;
    let unproved = !state.has_proved_address();
    let key = if unproved || found.blocked.is_some() || known.is_empty() { "at-once" } else { "asked" };
    let typed = visit.form.one("email");
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = AddressPage {
        name: person.name.clone(),
        help: page.t(&format!("participant-address-{key}")),
        button: page.t(&format!("participant-address-{key}-button")),
        block: found.blocked.as_ref().map(|block| BlockView {
            known: known.clone(),
            reason: block.reason.clone(),
            since: page.words.moment(block.at, access.event().time_zone),
            lift: format!("{action}/lift"),
        }),
        email: if typed.is_empty() { known } else { typed.to_string() },
        action,
        back,
        problems,
        page,
    };
    visit.show_as(status, &page)
}

/// Asks for the right address.
pub async fn form(visit: Visit) -> Answer {
    page(&visit, Problems::new()).await
}

/// Takes another address.
pub async fn correct(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let input = slips::address(&visit.form);
    match visit.attempt(move |app| addresses::correct(app, &change, &id, &input)).await? {
        Ok(Corrected::AtOnce) => Ok(visit.see_with(&back(&visit)?, "address-corrected")),
        Ok(Corrected::Asked) => Ok(visit.see_with(&back(&visit)?, "address-asked-for")),
        Err(AddressError::Invalid(problems)) => page(&visit, problems).await,
        Err(AddressError::Link(problem)) => Err(PageError::Link(problem)),
        Err(AddressError::Fault(fault)) => Err(fault.into()),
    }
}

/// Lets mail go to the address again.
pub async fn lift(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    visit.run(move |app| bounces::lift(app, &change, &id)).await?;
    Ok(visit.see_with(&back(&visit)?, "address-lifted"))
}
