//! An organiser deletes everything about somebody who asked for it.

use askama::Template;

use super::frame::{address, below};
use crate::domain::ids::ParticipantId;
use crate::services::Fault;
use crate::services::erasure;
use crate::services::participants;
use crate::services::registrations::ChangeError;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/delete_person.html")]
struct DeletePage {
    page: Page,
    /// Who it is: name, organisation, address.
    who: Vec<(String, String)>,
    meetings: usize,
    live: bool,
    /// Whether a last mail goes, in a sentence; empty for whom no address is known.
    mail: String,
    action: String,
    back: String,
}

fn id(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// Says who it is, and what deleting means.
pub async fn ask(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (own, id) = (access.clone(), id(&visit));
    let (found, told) = visit
        .run(move |app| {
            let found = participants::dossier(app, &own, &id)?;
            let told = erasure::will_be_told(app, &found.participant)?;
            Ok::<_, Fault>((found, told))
        })
        .await?;
    let person = &found.participant.profile.person;
    if person.is_erased() {
        return Err(PageError::NotFound);
    }
    let page = below(&visit, access, "nav-participants", "/participants")?;
    let back = address(access.event(), &format!("/participants/{}", found.participant.id));
    let key = if told { "delete-mail" } else { "delete-no-mail" };
    let email = person.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default();
    let who = [
        ("field-name", person.name.clone()),
        ("field-organisation", person.organisation.clone()),
        ("field-email", email.clone()),
        ("participant-code", found.registration.code.clone()),
    ];
    visit.show(&DeletePage {
        who: who
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (page.t(key), value))
            .collect(),
        meetings: found.meetings.len(),
        live: found.registration.state.is_live(),
        mail: if email.is_empty() { String::new() } else { page.t1(key, "email", email) },
        action: visit.path().to_string(),
        page: page.below(person.name.clone(), back.clone()),
        back,
    })
}

/// Deletes everything.
pub async fn delete(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    match visit.attempt(move |app| erasure::erase_on_request(app, &change, &id)).await? {
        Ok(told) => {
            let done = if told { "person-deleted" } else { "person-deleted-without-mail" };
            Ok(visit.see_with(&address(access.event(), "/participants"), done))
        }
        Err(ChangeError::State(_)) => Err(PageError::NotFound),
        Err(ChangeError::Fault(fault)) => Err(fault.into()),
    }
}
