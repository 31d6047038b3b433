//! At the door on the day: everybody by name, who has come, and one press for whoever comes now.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, below, label_in, name_and_below, part, query, state_class, state_word};
use crate::domain::account::Role;
use crate::domain::event::Session;
use crate::domain::ids::{CheckInId, ParticipantId};
use crate::domain::registration::RegistrationState;
use crate::domain::text;
use crate::services::door::{self, Came, DoorError, Expected, Guest, GuestDay, PAGE_SIZE};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::paging::List;
use crate::web::visit::Visit;

/// The people at the door.
const PEOPLE: List = List { size: PAGE_SIZE, ..List::ONLY };

#[derive(Template)]
#[template(path = "organiser/door.html")]
struct DoorPage {
    page: Page,
    /// How many have come, of how many.
    came: String,
    search: String,
    guests: Vec<GuestRow>,
    pager: Pager,
    action: String,
    walk_in: String,
    absent: String,
}

/// Somebody in the list, or at the head of their page.
struct GuestRow {
    name: String,
    below: String,
    url: String,
    /// Empty for whoever is registered: they come in.
    state: String,
    state_class: &'static str,
    /// When they came and who said so.
    came: Option<CameView>,
    /// Whether they can be checked in.
    may_come: bool,
    action: String,
}

struct CameView {
    at: String,
    by: String,
    /// Which check-in it is.
    id: String,
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let page = page_of(&visit).await?;
    visit.show(&page)
}

async fn page_of(visit: &Visit) -> Result<DoorPage, PageError> {
    let access = visit.door()?;
    // A form that is answered with the list brings what was searched.
    let search = text::line(if visit.changes { visit.form.one("search") } else { visit.query.one("search") });
    let asked = visit.query.one("page").parse().unwrap_or(1_usize).max(1);
    let (own, words, lang) = (access.clone(), search.clone(), visit.lang());
    let found = visit.run(move |app| door::list(app, &own, &words, (asked, lang))).await?;
    let page = part(visit, access)?;
    let event = access.event();
    let path = address(event, "/door");
    let (came, registered) = found.came;
    Ok(DoorPage {
        came: page.t2("door-came", "came", came, "registered", registered),
        guests: found.guests.iter().map(|guest| row(visit, &page, guest)).collect::<Result<_, _>>()?,
        pager: PEOPLE.pager_at(&path, visit, found.found),
        walk_in: address(event, "/door/new"),
        absent: address(event, "/absent"),
        action: path,
        search,
        page,
    })
}

fn row(visit: &Visit, page: &Page, guest: &Guest) -> Result<GuestRow, PageError> {
    let event = visit.door()?.event();
    let url = address(event, &format!("/door/{}", guest.id));
    let (name, below) = name_and_below(page.lang, &guest.name, &guest.organisation, &guest.country);
    let is_registered = guest.state == RegistrationState::Registered;
    Ok(GuestRow {
        name,
        below,
        state: if is_registered { String::new() } else { state_word(page, guest.state) },
        state_class: state_class(guest.state),
        may_come: is_registered,
        came: guest.came.as_ref().map(|came| came_view(page, came, event.time_zone)),
        action: url.clone(),
        url,
    })
}

fn came_view(page: &Page, came: &Came, zone: crate::zones::Zone) -> CameView {
    CameView { at: told(page, came, zone), by: by(page, came), id: came.check_in.id.to_string() }
}

/// When somebody came.
pub(super) fn told(page: &Page, came: &Came, zone: crate::zones::Zone) -> String {
    page.t1("door-came-at", "moment", page.words.moment(came.check_in.at, zone))
}

/// Who checked somebody in.
pub(super) fn by(page: &Page, came: &Came) -> String {
    match came.by.is_empty() {
        true => page.t("door-came-by-nobody"),
        false => page.t1("door-came-by", "name", &came.by),
    }
}

/// Checks somebody in.
pub async fn check_in(visit: Visit) -> Answer {
    let (access, id) = (visit.door()?.clone(), id(&visit));
    match visit.attempt(move |app| door::check_in(app, &access, &id)).await? {
        Ok(true) => Ok(visit.see_with(&back(&visit)?, "came")),
        Ok(false) => Ok(visit.see_with(&back(&visit)?, "came-before")),
        Err(DoorError::NotRegistered) => {
            let mut page = page_of(&visit).await?;
            let text = page.page.t("door-not-registered");
            page.page = page.page.with_notice(Tone::Failure, text);
            visit.show_as(StatusCode::CONFLICT, &page)
        }
        Err(DoorError::Fault(fault)) => Err(fault.into()),
    }
}

/// Says that a check-in was a mistake.
pub async fn undo(visit: Visit) -> Answer {
    let (access, id) = (visit.door()?.clone(), id(&visit));
    let check_in = CheckInId(visit.form.one("check_in").to_string());
    visit.run(move |app| door::undo(app, &access, &id, &check_in)).await?;
    Ok(visit.see_with(&back(&visit)?, "came-undone"))
}

fn id(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// Where a form came from: somebody's page, or the list with what was searched.
fn back(visit: &Visit) -> Result<String, PageError> {
    let event = visit.door()?.event();
    Ok(match visit.form.has("person") {
        true => address(event, &format!("/door/{}", visit.part("id"))),
        false => query(&address(event, "/door"), &[("search", visit.form.one("search"))]),
    })
}

#[derive(Template)]
#[template(path = "organiser/door_guest.html")]
struct GuestPage {
    page: Page,
    guest: GuestRow,
    facts: Vec<(String, String)>,
    sessions: Vec<String>,
    meetings: Vec<MeetingRow>,
    /// Everything that an organiser sees of them; none for helpers.
    dossier: Option<String>,
}

struct MeetingRow {
    when: String,
    partner: String,
    place: String,
    /// Where those are brought together who wait, if they are missing there.
    missing: String,
}

/// Somebody, with where they are expected.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.door()?;
    let (own, id) = (access.clone(), id(&visit));
    let found = visit.run(move |app| door::guest(app, &own, &id)).await?;
    let page = below(&visit, access, "nav-door", "/door")?;
    let event = access.event();
    let dossier = address(event, &format!("/participants/{}", found.guest.id));
    let session = |one: &Session| {
        let when = page.words.day_and_time(one.starts_at, one.ends_at, event.time_zone);
        format!("{when}: {}", label_in(&one.title, &page, event))
    };
    visit.show(&GuestPage {
        guest: row(&visit, &page, &found.guest)?,
        facts: facts(&visit, &page, &found)?,
        sessions: found.sessions.iter().map(session).collect(),
        meetings: meetings(&visit, &page, &found)?,
        dossier: access.may(Role::Viewer).then_some(dossier),
        page,
    })
}

fn facts(visit: &Visit, page: &Page, found: &GuestDay) -> Result<Vec<(String, String)>, PageError> {
    let event = visit.door()?.event();
    let types = &found.programme.types;
    let kind = types.iter().find(|one| Some(&one.id) == found.guest.participant_type.as_ref());
    let facts = [
        ("field-participant-type", kind.map(|one| label_in(&one.label, page, event).to_string())),
        ("field-languages", Some(page.words.languages(&found.guest.languages))),
        ("participants-state", Some(state_word(page, found.guest.state))),
    ];
    let told = facts.into_iter().filter_map(|(key, value)| Some((page.t(key), value?)));
    Ok(told.filter(|(_, value)| !value.is_empty()).collect())
}

fn meetings(visit: &Visit, page: &Page, found: &GuestDay) -> Result<Vec<MeetingRow>, PageError> {
    let event = visit.door()?.event();
    let row = |one: &Expected| {
        let meeting = &one.meeting;
        let who = [one.name.as_str(), one.organisation.as_str()];
        let pairs = [("slot", meeting.slot.as_str()), ("absent", found.guest.id.as_str())];
        MeetingRow {
            when: page.words.day_and_time(meeting.starts_at, meeting.ends_at, event.time_zone),
            partner: who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            place: meeting
                .table
                .map_or_else(|| page.t("venue-online"), |n| page.words.table(&found.programme.floor, n)),
            missing: query(&address(event, "/absent"), &pairs),
        }
    };
    Ok(found.meetings.iter().map(row).collect())
}
