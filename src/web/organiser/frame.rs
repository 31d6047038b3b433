//! What the pages of the back office have in common: frame, ways to go, labels in several languages, forms that are
//! shown again.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::account::Role;
use crate::domain::country;
use crate::domain::event::{Event, EventState};
use crate::domain::event_input::LocalisedInput;
use crate::domain::lang::{Lang, Localised};
use crate::domain::participant::Participant;
use crate::domain::picture::PictureKind;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::RegistrationState;
use crate::services::access::Member;
use crate::services::events::EditError;
use crate::web::error::{Answer, PageError};
use crate::web::page::{EventHeader, NavLink, Page, ShownPicture};
use crate::web::posted::Posted;
use crate::web::visit::Visit;

pub(super) use crate::web::paging::query;

/// The frame of a page for somebody who is signed in.
pub(super) fn office(visit: &Visit) -> Result<Page, PageError> {
    let account = visit.account()?;
    Ok(visit.frame().signed_in(&account.name, "/organiser/logout"))
}

/// The frame of a page above all events.
pub(super) fn top(visit: &Visit) -> Result<Page, PageError> {
    let page = office(visit)?.with_link("nav-events", "/organiser").with_link("nav-outbox", "/outbox");
    let page = match visit.account()?.is_admin {
        true => page.with_link("accounts-title", "/organiser/accounts"),
        false => page,
    };
    Ok(page.with_link("nav-account", "/organiser/account"))
}

/// A page of an event's back office that its navigation leads to.
struct Part {
    /// Key of its word.
    key: &'static str,
    /// End of its address.
    end: &'static str,
    /// Whose work it is for.
    needs: Role,
}

const fn seen(key: &'static str, end: &'static str) -> Part {
    Part { key, end, needs: Role::Viewer }
}

const fn changed(key: &'static str, end: &'static str) -> Part {
    Part { key, end, needs: Role::Organiser }
}

/// The parts of an event's back office, in groups: the head of a page shows the groups and the parts of its own.
/// A group of one part needs no word of its own.
const GROUPS: [(&str, &[Part]); 7] = [
    ("nav-overview", &[seen("nav-overview", "")]),
    (
        "nav-set-up",
        &[
            changed("nav-settings", "/settings"),
            changed("nav-types", "/types"),
            changed("nav-questions", "/questions"),
            changed("nav-topics", "/topics"),
            changed("nav-agenda", "/agenda"),
            changed("nav-tables", "/tables"),
            changed("nav-interpreters", "/interpreters"),
            changed("nav-calendars", "/calendars"),
            changed("nav-consents", "/consents"),
            changed("nav-legal", "/legal"),
            changed("nav-accessibility", "/accessibility"),
            seen("nav-team", "/team"),
        ],
    ),
    (
        "nav-participants",
        &[
            seen("nav-participant-list", "/participants"),
            changed("nav-import", "/import"),
            changed("nav-organisations", "/organisations"),
        ],
    ),
    ("nav-rounds", &[seen("nav-rounds", "/rounds")]),
    ("nav-door", &[Part { key: "nav-door", end: "/door", needs: Role::Helper }]),
    (
        "nav-mail",
        &[
            changed("nav-mailings", "/mailings"),
            changed("nav-mail-words", "/mail-words"),
            changed("nav-nudges", "/nudges"),
            seen("nav-outbox", "/outbox"),
            changed("nav-blocked", "/blocked"),
        ],
    ),
    ("nav-log", &[seen("nav-log", "/log"), changed("nav-acts", "/acts")]),
];

/// The frame of a page of an event's back office, with the parts that the account may use.
pub(super) fn of_event(visit: &Visit, access: &Member) -> Result<Page, PageError> {
    let mut page = office(visit)?;
    let header = header(access, page.lang);
    page = page.of_event(header).below(page_word(visit, "nav-events"), "/organiser");
    page.just_done =
        visit.just_done.as_ref().and_then(|done| super::acts::just_done(&page, access.event(), done));
    show_ways(&mut page, access, visit.path());
    Ok(page)
}

/// Puts the groups that the account may use into the page's head, and below them the parts of the group with the page
/// of this address.
fn show_ways(page: &mut Page, access: &Member, here: &str) {
    page.nav.clear();
    page.subnav.clear();
    for (key, parts) in &GROUPS {
        let links: Vec<NavLink> = parts
            .iter()
            .filter(|part| access.may(part.needs))
            .map(|part| {
                let url = address(access.event(), part.end);
                NavLink { label: page.t(part.key), current: url == here, url }
            })
            .collect();
        let Some(first) = links.first() else { continue };
        let current = links.iter().any(|link| link.current);
        let group = NavLink { label: page.t(key), url: first.url.clone(), current };
        page.nav.push(group);
        if current && links.len() > 1 {
            page.subnav = links;
        }
    }
}

/// The same for a page below one of the parts.
pub(super) fn below(
    visit: &Visit,
    access: &Member,
    part: &'static str,
    end: &str,
) -> Result<Page, PageError> {
    let event = access.event();
    let page = self::part(visit, access)?;
    let label = page.t(part);
    let mut page = page.below(label, address(event, end));
    // The part is where the reader is, though not on its first page.
    show_ways(&mut page, access, &address(event, end));
    Ok(page)
}

/// The frame of one of the parts: it has the event above it.
pub(super) fn part(visit: &Visit, access: &Member) -> Result<Page, PageError> {
    let page = of_event(visit, access)?;
    let name = access.event().name_in(page.lang).to_string();
    Ok(page.below(name, home(access)))
}

/// The first page of an event's back office that somebody on its team may open.
pub(super) fn home(access: &Member) -> String {
    address(access.event(), home_for(access.may(Role::Viewer)))
}

/// The end of its address, for those who see the event and for those who only help.
pub(super) fn home_for(sees: bool) -> &'static str {
    if sees { "" } else { "/door" }
}

/// A word in the reader's language, before there is a page.
pub(super) fn page_word(visit: &Visit, key: &str) -> String {
    crate::words::Words::of(visit.lang()).t(key)
}

/// The event at the head of its back office. A draft has no public style sheet yet.
fn header(access: &Member, lang: Lang) -> EventHeader {
    let event = access.event();
    let (public, words) = (event.state.has_pages(), crate::words::Words::of(lang));
    let pictures = match access.may(Role::Viewer) {
        true => Some(address(event, "")),
        false => public.then(|| format!("/e/{}", event.slug)),
    };
    EventHeader {
        name: event.name_in(lang).to_string(),
        url: if public { format!("/e/{}", event.slug) } else { home(access) },
        accent: if public { event.accent.clone() } else { crate::domain::colour::PETROL.to_string() },
        organiser: event.organiser_name.clone(),
        contact: event.contact_email.clone(),
        logo: pictures.and_then(|base| ShownPicture::of(event, PictureKind::Logo, &base)),
        standing: match event.state {
            EventState::Draft => words.t("draft-banner"),
            EventState::Trial => words.t("trial-office-banner"),
            EventState::Open | EventState::Closed => String::new(),
        },
    }
}

/// An address in an event's back office.
pub(super) fn address(event: &Event, end: &str) -> String {
    format!("/organiser/events/{}{end}", event.slug)
}

/// The fields `<name>_de`, `<name>_en` and `<name>_fr` of a form.
pub(super) fn localised(form: &Posted, name: &str) -> LocalisedInput {
    let typed = |lang: Lang| form.one(&format!("{name}_{lang}")).to_string();
    LocalisedInput { de: typed(Lang::De), en: typed(Lang::En), fr: typed(Lang::Fr) }
}

/// A label in the page's language, else in the event's first one.
pub(super) fn label_in<'a>(label: &'a Localised, page: &Page, event: &Event) -> &'a str {
    label.get(page.lang, event.first_language())
}

/// Every language in which an entry is written, as one line: `Energie · Énergie`.
pub(super) fn in_all(label: &Localised, event: &Event) -> String {
    let texts = event.languages.iter().filter_map(|lang| label.exact(*lang));
    texts.collect::<Vec<_>>().join(" · ")
}

/// The problems of a refused change, or the error to be answered by the table.
pub(super) fn problems_of(error: EditError) -> Result<Problems, PageError> {
    match error {
        EditError::Invalid(problems) => Ok(problems),
        // A form that can break meetings asks about them itself.
        EditError::Breaks(breaks) => {
            let count = breaks.0.meetings.len();
            Ok(Problems::one("plan", Message::new("problem-plan-breaks").with("meetings", count)))
        }
        EditError::Fault(fault) => Err(fault.into()),
    }
}

/// A form that is shown again.
pub(super) fn again(visit: &Visit, template: &impl Template) -> Answer {
    visit.show_as(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// The word for a state of a registration.
pub(super) fn state_word(page: &Page, state: RegistrationState) -> String {
    state_word_of(page, state.code())
}

/// The word for the code of a state.
pub(super) fn state_word_of(page: &Page, code: &str) -> String {
    page.t(&format!("registration-state-{}", code.replace('_', "-")))
}

/// How a state looks: class of the stylesheet.
pub(super) fn state_class(state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Registered => "good",
        RegistrationState::AwaitingApproval | RegistrationState::WaitingList(_) => "waiting",
        RegistrationState::Rejected | RegistrationState::Cancelled | RegistrationState::Declined => "bad",
        RegistrationState::Invited | RegistrationState::Unconfirmed | RegistrationState::Unanswered => "",
    }
}

/// The number of a page in the query, from 1.
pub(super) fn page_number(visit: &Visit) -> usize {
    visit.query.one("page").parse().unwrap_or(1).clamp(1, 100_000)
}

/// A page that asks before something is removed.
#[derive(Template)]
#[template(path = "organiser/remove.html")]
pub(super) struct RemovePage {
    pub page: Page,
    pub problems: Problems,
    pub title: String,
    pub text: String,
    pub action: String,
    pub back: String,
}

/// A participant's name; that there is none any more, where everything about them was deleted.
pub(super) fn name_of(page: &Page, participant: &Participant) -> String {
    let person = &participant.profile.person;
    if person.is_erased() { page.t("person-erased") } else { person.name.clone() }
}

/// Somebody's name, and organisation with country below it; an organisation may stand for itself.
pub(super) fn name_and_below(lang: Lang, name: &str, organisation: &str, code: &str) -> (String, String) {
    let country = country::name(code, lang);
    let is_nameless = name.is_empty() || name == organisation;
    let below = [if is_nameless { "" } else { organisation }, country.as_str()];
    let below = below.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    (if is_nameless { organisation } else { name }.to_string(), below)
}
