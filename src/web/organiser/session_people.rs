//! Who takes part in a session, who waits for a place, and what an organiser decides about one of them.

use askama::Template;

use super::agenda::{LIST, coming};
use super::export::csv_file;
use super::frame::{address, below, label_in};
use super::session_guests::{Act, FIND, GuestsView};
use crate::app::App;
use crate::domain::account::Role;
use crate::domain::ids::{ParticipantId, SessionId};
use crate::domain::text;
use crate::services::session_invitations;
use crate::services::session_places::{self, Decision, SessionPeople, SessionPerson};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/session_people.html")]
struct PeoplePage {
    page: Page,
    title: String,
    lead: String,
    rows: Vec<Row>,
    pager: Pager,
    action: String,
    file: String,
    may_change: bool,
    guests: GuestsView,
    back: String,
}

struct Row {
    id: String,
    name: String,
    organisation: String,
    url: String,
    /// Since when they wait; empty if they take part.
    waiting: String,
}

fn id(visit: &Visit) -> SessionId {
    SessionId(visit.part("id").to_string())
}

async fn found(visit: &Visit) -> Result<SessionPeople, PageError> {
    let (own, id) = (visit.access()?.clone(), id(visit));
    visit.run(move |app| session_places::people(app, &own, &id)).await
}

/// The people of the session of the path.
pub async fn show(visit: Visit) -> Answer {
    let found = found(&visit).await?;
    let access = visit.access()?;
    let event = access.event();
    let words = text::line(visit.query.one(FIND));
    let (own, id, search, lang) = (access.clone(), id(&visit), words.clone(), visit.lang());
    let guests = visit.run(move |app| session_invitations::guests(app, &own, &id, (&search, lang))).await?;
    let page = below(&visit, access, LIST.nav, LIST.end)?;
    let waiting = found.people.iter().filter(|one| one.waiting_since.is_some()).count();
    let lead = coming(&page, &found.session, (found.people.len() - waiting, waiting));
    let pager = List::ONLY.pager(&visit, found.people.len());
    let row = |one: &SessionPerson| Row {
        id: one.participant.id.0.clone(),
        name: one.participant.profile.person.name.clone(),
        organisation: one.participant.profile.person.organisation.clone(),
        url: address(event, &format!("/participants/{}", one.participant.id)),
        waiting: one
            .waiting_since
            .map(|at| page.t1("session-waits-since", "moment", page.words.moment(at, event.time_zone)))
            .unwrap_or_default(),
    };
    visit.show(&PeoplePage {
        title: page.t1("session-people-title", "session", label_in(&found.session.title, &page, event)),
        lead,
        rows: pager.cut(&found.people).map(row).collect(),
        pager,
        action: visit.path().to_string(),
        file: format!("{}.csv", visit.path()),
        may_change: access.may(Role::Organiser),
        guests: GuestsView::new(&visit, &page, event, (&guests, words)),
        back: address(event, &format!("/agenda/sessions/{}", found.session.id)),
        page,
    })
}

/// Gives somebody a place, takes them out, invites them, or takes that back.
pub async fn decide(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    if let Some(act) = Act::parse(visit.form.one("do")) {
        let (id, who) = (id(&visit), ParticipantId(visit.form.one("participant").to_string()));
        let act = move |app: &App| match act {
            Act::Invite => session_invitations::invite(app, &change, &id, &[who]).map(|_| "session-invited"),
            Act::Withdraw => session_invitations::withdraw(app, &change, &id, &who).map(|()| "removed"),
        };
        let done = visit.run(act).await?;
        return Ok(visit.see_with(visit.path(), done));
    }
    let decision = match visit.form.one("do") {
        "place" => Decision::GivePlace,
        "out" => Decision::TakeOut,
        _ => return Ok(visit.see(visit.path())),
    };
    let (id, who) = (id(&visit), ParticipantId(visit.form.one("participant").to_string()));
    visit.run(move |app| session_places::decide(app, &change, &id, &who, decision)).await?;
    Ok(visit.see_with(visit.path(), "saved"))
}

/// The same people as a CSV file.
pub async fn csv(visit: Visit) -> Answer {
    let found = found(&visit).await?;
    let access = visit.access()?;
    let page = below(&visit, access, LIST.nav, LIST.end)?;
    let zone = access.event().time_zone;
    let head = ["field-name", "field-organisation", "field-email", "session-waiting"].map(|key| page.t(key));
    let row = |one: &SessionPerson| {
        let person = &one.participant.profile.person;
        let email = person.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default();
        let since = one.waiting_since.map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string());
        vec![person.name.clone(), person.organisation.clone(), email, since.unwrap_or_default()]
    };
    let rows = std::iter::once(head.to_vec()).chain(found.people.iter().map(row));
    csv_file(&page, "session.csv", rows)
}
