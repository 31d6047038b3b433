//! The list of events, a new one, and opening or closing one.

use askama::Template;
use chrono_tz::Tz;

use super::backups::{self, BackupNotice};
use super::blocked_addresses::{ShownAlarm, shown_alarms};
use super::frame::{address, again, part, problems_of, top};
use super::mail_pause::PauseNotice;
use super::settings::{EventForm, input};
use crate::domain::event::EventState;
use crate::domain::problems::Problems;
use crate::services::access::AdminAccess;
use crate::services::backups::scheduled;
use crate::services::{Fault, access, blocks, events, mail_pause};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/events.html")]
struct EventsPage {
    page: Page,
    rows: Vec<Row>,
    may_create: bool,
    pause: Option<PauseNotice>,
    alarms: Vec<ShownAlarm>,
    backups: Option<BackupNotice>,
}

struct Row {
    url: String,
    name: String,
    when: String,
    state: String,
    state_class: &'static str,
    seats: String,
}

/// The events that the account runs.
pub async fn list(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let may_create = account.is_admin;
    let found = visit.run(move |app| events::list(app, &account)).await?;
    let page = top(&visit)?;
    let ServerNotices { pause, alarms, backups } = match access::administer(visit.account()?) {
        Ok(admin) => of_server(&visit, &page, admin).await?,
        Err(_) => ServerNotices::default(),
    };
    let row = |event: &crate::domain::event::Event| Row {
        url: address(event, ""),
        name: event.name_in(page.lang).to_string(),
        when: page.words.date_range(event.starts_on, event.ends_on),
        state: page.t(state_key(event.state)),
        state_class: state_class(event.state),
        seats: match event.capacity {
            Some(capacity) => page.t2("events-seats", "taken", event.seats_taken, "capacity", capacity),
            None => event.seats_taken.to_string(),
        },
    };
    let rows = found.iter().map(row).collect();
    visit.show(&EventsPage { rows, may_create, pause, alarms, backups, page })
}

/// What administrators see of the whole server.
#[derive(Default)]
struct ServerNotices {
    pause: Option<PauseNotice>,
    alarms: Vec<ShownAlarm>,
    backups: Option<BackupNotice>,
}

/// What administrators see of the whole server: why no mail goes, what comes back, and how the backups stand.
async fn of_server(visit: &Visit, page: &Page, admin: AdminAccess) -> Result<ServerNotices, PageError> {
    let found = visit.run(move |app| {
        let pause = mail_pause::shown_to_admin(app, &admin)?;
        Ok::<_, Fault>((pause, blocks::alarms(app, &admin)?, scheduled::status(app, &admin)?))
    });
    let (pause, alarms, status) = found.await?;
    Ok(ServerNotices {
        pause: super::mail_pause::notice(visit, page, pause.as_ref(), Tz::UTC),
        alarms: shown_alarms(page, &alarms, Tz::UTC),
        backups: status.map(|status| backups::notice(page, &status)),
    })
}

/// Key of the word for a state.
pub(super) fn state_key(state: EventState) -> &'static str {
    match state {
        EventState::Draft => "event-state-draft",
        EventState::Open => "event-state-open",
        EventState::Closed => "event-state-closed",
    }
}

/// How a state looks.
pub(super) fn state_class(state: EventState) -> &'static str {
    match state {
        EventState::Draft => "",
        EventState::Open => "good",
        EventState::Closed => "bad",
    }
}

#[derive(Template)]
#[template(path = "organiser/event_new.html")]
struct NewPage {
    page: Page,
    problems: Problems,
    event: EventForm,
}

/// The form for a new event: what it cannot do without. The rest has settings of its own.
pub async fn form(visit: Visit) -> Answer {
    let page = new_frame(&visit)?;
    let blank = events::blank(visit.account()?, page.lang);
    visit.show(&NewPage { event: EventForm::new(&page, blank), problems: Problems::new(), page })
}

fn new_frame(visit: &Visit) -> Result<Page, PageError> {
    let page = top(visit)?;
    let label = page.t("nav-events");
    Ok(page.below(label, "/organiser"))
}

/// Makes an event.
pub async fn create(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let defaults = events::blank(admin.account(), visit.lang());
    // The short form leaves these to the settings.
    let typed = crate::domain::event_input::EventInput {
        same_country: defaults.same_country,
        calendar_mode: defaults.calendar_mode,
        wished_minimum: defaults.wished_minimum,
        reminders: defaults.reminders,
        accent: defaults.accent,
        shred_after_days: defaults.shred_after_days,
        ..input(&visit.form)
    };
    let given = typed.clone();
    match visit.attempt(move |app| events::create(app, &admin, &given)).await? {
        Ok(event) => Ok(visit.see_with(&address(&event, ""), "created")),
        Err(error) => {
            let problems = problems_of(error)?;
            let page = new_frame(&visit)?.with_problems(&problems);
            again(&visit, &NewPage { event: EventForm::new(&page, typed), problems, page })
        }
    }
}

#[derive(Template)]
#[template(path = "organiser/event_state.html")]
struct StatePage {
    page: Page,
    problems: Problems,
    state: &'static str,
    choices: Vec<(EventState, &'static str, &'static str)>,
    action: String,
    public_url: String,
}

/// The states with the key of what pressing says and does.
const STATES: [(EventState, &str, &str); 3] = [
    (EventState::Open, "event-open-button", "event-open-text"),
    (EventState::Closed, "event-close-button", "event-close-text"),
    (EventState::Draft, "event-draft-button", "event-draft-text"),
];

/// What the event's states mean, and buttons to change it.
pub async fn state_form(visit: Visit) -> Answer {
    state_page(&visit, Problems::new())
}

fn state_page(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let template = StatePage {
        page: part(visit, access)?.with_problems(&problems),
        state: state_key(event.state),
        choices: STATES.into_iter().filter(|(state, ..)| *state != event.state).collect(),
        action: address(event, "/state"),
        public_url: visit.app().config.base_url.join(&format!("/e/{}", event.slug)),
        problems,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Opens or closes the event, or makes it a draft again.
pub async fn set_state(visit: Visit) -> Answer {
    let state = EventState::parse(visit.form.one("state")).ok_or(PageError::BadRequest)?;
    let change = visit.access()?.to_change()?;
    match visit.attempt(move |app| events::set_state(app, &change, state)).await? {
        Ok(event) => {
            let done = match state {
                EventState::Draft => "drafted",
                EventState::Open => "opened",
                EventState::Closed => "closed",
            };
            Ok(visit.see_with(&address(&event, ""), done))
        }
        Err(error) => state_page(&visit, problems_of(error)?),
    }
}
