//! "Do you come?": the page behind the mail to whoever is invited. Opening it changes nothing; one button accepts, another declines,
//! and once the invitation is over it says so.

use actix_web::http::StatusCode;
use askama::Template;

use super::overview::{Section, sections};
use super::{frame, open, path};
use crate::domain::consent::ConsentText;
use crate::domain::problems::Problems;
use crate::domain::registration::RegistrationState;
use crate::services::consents::{self, OwnConsent};
use crate::services::my_event::MyEvent;
use crate::services::registrations::Permissions;
use crate::services::registrations::invitations;
use crate::services::registrations::{ChangeError, DecisionError};
use crate::web::consents::{self as fields, PermissionFields};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/invitation.html")]
struct InvitationPage {
    page: Page,
    problems: Problems,
    /// Who invites to what.
    title: String,
    when: String,
    place: String,
    last_day: String,
    /// Whether it can be answered.
    open: bool,
    /// Why not, or that it was declined; empty if there is nothing to say.
    told: String,
    declined: bool,
    full: bool,
    approval: bool,
    sections: Vec<Section>,
    permissions: PermissionFields,
    organiser: String,
    action: String,
    delete: String,
    event_url: String,
}

/// Whether somebody has an invitation to answer, or one that came to nothing, instead of a registration.
pub(super) fn is_in_the_way(mine: &MyEvent) -> bool {
    let Some(invitation) = &mine.invitation else { return false };
    match mine.registration.state {
        RegistrationState::Invited | RegistrationState::Declined | RegistrationState::Unanswered => true,
        RegistrationState::Unconfirmed | RegistrationState::Cancelled => invitation.answered_at.is_none(),
        RegistrationState::AwaitingApproval
        | RegistrationState::Registered
        | RegistrationState::WaitingList(_)
        | RegistrationState::Rejected => false,
    }
}

/// Shows it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    page(&visit, &mine, &Permissions::default(), Problems::new()).await
}

async fn page(visit: &Visit, mine: &MyEvent, said: &Permissions, problems: Problems) -> Answer {
    let Some(invitation) = mine.invitation.as_ref().filter(|_| is_in_the_way(mine)) else {
        return Ok(visit.see(&path(mine, "")));
    };
    let own = own(visit, mine).await?;
    let event = mine.event.clone();
    let full = visit.run(move |app| invitations::is_full(app, &event)).await?;
    let page = frame(visit, mine).with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (event, state) = (&mine.event, mine.registration.state);
    let open = invitation.can_be_accepted(state, visit.app().clock.now());
    let last_day = page.words.long_date(invitation.last_day(event.time_zone));
    let told = match state {
        RegistrationState::Cancelled => page.t1("invitation-withdrawn", "organiser", &event.organiser_name),
        RegistrationState::Declined if open => page.t1("invitation-declined", "date", &last_day),
        RegistrationState::Declined => page.t("invitation-declined-over"),
        _ if !open => page.t1("invitation-over", "date", &last_day),
        _ => String::new(),
    };
    let texts: Vec<&ConsentText> = own.iter().filter_map(|one| one.asked.as_ref()).collect();
    let shown = InvitationPage {
        problems,
        title: page.t1("invitation-title", "event", event.name_in(page.lang)),
        when: page.words.date_range(event.starts_on, event.ends_on),
        place: super::schedule::venue(&page, event),
        last_day,
        open,
        told,
        declined: state == RegistrationState::Declined,
        full,
        approval: event.approval,
        sections: answered(visit, &page, mine, &own),
        permissions: PermissionFields::new(&page, event, texts, said),
        organiser: event.organiser_name.clone(),
        action: path(mine, "/invitation"),
        delete: path(mine, "/delete"),
        event_url: format!("/e/{}", event.slug),
        page,
    };
    visit.show_as(status, &shown)
}

/// What is filled in, without who sees it: that is asked here.
fn answered(visit: &Visit, page: &Page, mine: &MyEvent, own: &[OwnConsent]) -> Vec<Section> {
    let mut sections = sections(visit, page, mine, own);
    sections.pop();
    sections
}

async fn own(visit: &Visit, mine: &MyEvent) -> Result<Vec<OwnConsent>, PageError> {
    let (event, who) = (mine.event.id.clone(), mine.participant.id.clone());
    visit.run(move |app| consents::own(app, &event, &who)).await
}

/// Accepts.
pub async fn accept(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let said = fields::permissions(&visit.form, frame(&visit, &mine).lang);
    let (own, given) = (mine.access.clone(), said.clone());
    match visit.attempt(move |app| invitations::accept(app, &own, &given)).await? {
        Ok(_) => Ok(visit.see_with(&path(&mine, ""), "invitation-accepted")),
        Err(DecisionError::Invalid(problems)) => page(&visit, &mine, &said, problems).await,
        // It is over, or answered elsewhere: the page says where things stand.
        Err(DecisionError::State(_)) => Ok(visit.see(&path(&mine, "/invitation"))),
        Err(DecisionError::Fault(fault)) => Err(fault.into()),
    }
}

/// Declines.
pub async fn decline(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, back) = (mine.access.clone(), path(&mine, "/invitation"));
    match visit.attempt(move |app| invitations::decline(app, &own)).await? {
        Ok(()) => Ok(visit.see_with(&back, "invitation-declined")),
        Err(ChangeError::State(_)) => Ok(visit.see(&back)),
        Err(ChangeError::Fault(fault)) => Err(fault.into()),
    }
}
