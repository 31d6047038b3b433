//! The links of mails: the confirmation with its button, and the personal link that opens *My event*.

use askama::Template;

use super::pages::{Section, confirmable};
use super::{AGAIN, form_link};
use crate::domain::event::Event;
use crate::domain::network::Network;
use crate::domain::problems::Problems;
use crate::domain::token::Token;
use crate::services::links::{CONFIRM_HOURS, LinkError, LinkProblem, Page};
use crate::services::my_event::MyEvent;
use crate::services::registrations::{Outcome, Permissions};
use crate::services::{my_event, registrations};
use crate::web::consents::{self, PermissionFields};
use crate::web::error::{self, Answer, PageError};
use crate::web::forwarded::is_of_ones_own;
use crate::web::page;
use crate::web::public::frame::of_event_in;
use crate::web::session::own_path;
use crate::web::visit::Visit;
use crate::web::{language, session};

#[derive(Template)]
#[template(path = "public/registrations/confirm.html")]
struct ConfirmPage {
    page: page::Page,
    /// None: nothing that is asked here can be wrong.
    problems: Problems,
    email: String,
    sections: Vec<Section>,
    permissions: PermissionFields,
    full: bool,
    approval: bool,
    action: String,
    delete_after: u32,
}

/// Shows the button. Opening the page changes nothing: mail scanners follow links.
pub async fn show(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let action = visit.path().to_string();
    let view = match visit.attempt(move |app| registrations::confirm_view(app, &token)).await? {
        Ok(view) => view,
        Err(LinkError::Problem(problem)) => return shut(&visit, problem).await,
        Err(LinkError::Fault(fault)) => return Err(fault.into()),
    };
    let page = of_event_in(&visit, &view.event, view.lang);
    let nothing = Permissions::default();
    visit.show(&ConfirmPage {
        sections: confirmable(&page, &view),
        permissions: PermissionFields::new(&page, &view.event, &view.asked, &nothing),
        full: view.full,
        approval: view.event.approval,
        email: view.email,
        action,
        delete_after: CONFIRM_HOURS,
        problems: Problems::new(),
        page,
    })
}

/// A link that opens nothing any more: whoever used it in this browser is led on, and everybody is told in the language of the
/// registration.
async fn shut(visit: &Visit, problem: LinkProblem) -> Answer {
    if let LinkProblem::Used { slug } = &problem
        && let Some(own) = visit.cookie(&session::personal(slug))
        && visit.attempt(move |app| my_event::by_token(app, &own)).await?.is_ok()
    {
        return Ok(visit.see(&format!("/e/{slug}/my")));
    }
    let token = Token::from_outside(visit.part("token"));
    match visit.run(move |app| registrations::confirm_lang(app, &token)).await? {
        Some(lang) => Ok(error::answer(&visit.reading(lang), &PageError::Link(problem))),
        None => Err(PageError::Link(problem)),
    }
}

/// Confirms, and opens *My event* in this browser.
pub async fn submit(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let opened = token.clone();
    let shown_in = match visit.attempt(move |app| registrations::confirm_view(app, &opened)).await? {
        Ok(view) => of_event_in(&visit, &view.event, view.lang).lang,
        Err(LinkError::Problem(problem)) => return shut(&visit, problem).await,
        Err(LinkError::Fault(fault)) => return Err(fault.into()),
    };
    let said = consents::permissions(&visit.form, shown_in);
    // One's own network is known, and a proxy of which the settings know nothing is no place at all.
    let network = Some(visit.from).filter(|from| !is_of_ones_own(*from)).map(Network::of);
    match visit.attempt(move |app| registrations::confirm(app, &token, &said, network)).await? {
        Ok(Outcome::Confirmed(confirmed)) => enter(&visit, &confirmed.event, &confirmed.token),
        Ok(Outcome::Outdated { event, form }) => {
            let next =
                visit.see_with(&format!("/e/{}/register/profile?{AGAIN}=1", event.slug), "form-outdated");
            visit.with_cookie(next, &form_link::keep(&visit, &event, &form))
        }
        Err(LinkError::Problem(problem)) => shut(&visit, problem).await,
        Err(LinkError::Fault(fault)) => Err(fault.into()),
    }
}

/// Opens *My event* of somebody who is confirmed just now.
fn enter(visit: &Visit, event: &Event, token: &Token) -> Answer {
    let slug = &event.slug;
    let cookie = visit.jar().set(&session::personal(slug), token.secret().to_string(), Some(session::KEPT));
    visit.with_cookie(visit.see_with(&format!("/e/{slug}/my"), "confirmed"), &cookie)
}

/// Opens *My event* by the link of a mail: the secret moves from the address into a cookie. Where this browser has somebody else's
/// *My event* open, it asks first.
pub async fn personal(visit: Visit) -> Answer {
    let (mine, present) = whose(&visit).await?;
    match present {
        Some(present) => {
            let page = of_event_in(&visit, &mine.event, mine.participant.profile.lang);
            visit.show(&OtherPersonPage {
                here: named(&present),
                other: named(&mine),
                action: format!("{}?to={}", visit.path(), Page::parse(visit.query.one("to")).code()),
                stay: format!("/e/{}/my", mine.event.slug),
                page,
            })
        }
        None => open_personal(&visit, &mine),
    }
}

/// Goes on as the person of the link.
pub async fn take_over(visit: Visit) -> Answer {
    let (mine, _) = whose(&visit).await?;
    open_personal(&visit, &mine)
}

#[derive(Template)]
#[template(path = "public/registrations/other_person.html")]
struct OtherPersonPage {
    page: page::Page,
    /// Whose *My event* is open in this browser, and whom the link belongs to.
    here: String,
    other: String,
    action: String,
    stay: String,
}

fn named(mine: &MyEvent) -> String {
    let person = &mine.participant.profile.person;
    if person.name.is_empty() { person.organisation.clone() } else { person.name.clone() }
}

/// Whose link it is, and who else has *My event* of the same event open in this browser.
async fn whose(visit: &Visit) -> Result<(MyEvent, Option<MyEvent>), PageError> {
    let token = Token::from_outside(visit.part("token"));
    let mine = visit.run(move |app| my_event::by_token(app, &token)).await?;
    let Some(kept) = visit.cookie(&session::personal(&mine.event.slug)) else { return Ok((mine, None)) };
    let present = visit.attempt(move |app| my_event::by_token(app, &kept)).await?.ok();
    let is_other = |one: &MyEvent| one.event.id == mine.event.id && one.participant.id != mine.participant.id;
    let present = present.filter(is_other);
    Ok((mine, present))
}

fn open_personal(visit: &Visit, mine: &MyEvent) -> Answer {
    let (jar, slug) = (visit.jar(), &mine.event.slug);
    let secret = visit.part("token").to_string();
    let cookie = jar.set(&session::personal(slug), secret, Some(session::KEPT));
    let page = match Page::parse(visit.query.one("to")) {
        Page::Schedule => "/schedule".to_string(),
        Page::Calendar => "/calendar".to_string(),
        Page::Invitation => "/invitation".to_string(),
        Page::Overview => String::new(),
        Page::Messages(id) => own_path(&format!("/people/{id}/messages")).unwrap_or_default().to_string(),
        // The ids in the addresses of pages are made of letters, digits and hyphens.
        Page::Declined(id) => own_path(&format!("/meetings/{id}/declined")).unwrap_or_default().to_string(),
    };
    let response = visit.with_cookie(visit.see(&format!("/e/{slug}/my{page}")), &cookie)?;
    if visit.has_chosen_lang() {
        return Ok(response);
    }
    // The language of the mail that brought them here.
    let lang = mine.participant.profile.lang.code().to_string();
    visit.with_cookie(response, &jar.set(language::COOKIE, lang, Some(session::KEPT)))
}
