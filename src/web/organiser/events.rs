//! The list of events, and a new one.

use askama::Template;
use chrono::NaiveDate;
use chrono_tz::Tz;

use super::ask_dates::{ask, goes_back, has_to_ask};
use super::backups::{self, BackupNotice};
use super::blocked_addresses::{ShownAlarm, shown_alarms};
use super::frame::{address, again, in_all, problems_of, top};
use super::mail_pause::PauseNotice;
use super::settings::{EventForm, input};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::deletion::days_after;
use crate::domain::event::{Event, EventState};
use crate::domain::event_input::{EventInput, date};
use crate::domain::problems::Problems;
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::access::AdminAccess;
use crate::services::backups::scheduled::{self, BackupStatus};
use crate::services::blocks::DomainAlarm;
use crate::services::mail_pause::ShownPause;
use crate::services::{
    Fault, access, announcements, blocks, event_dates, events, legal, mail_pause, trusted_time,
};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/events.html")]
struct EventsPage {
    page: Page,
    search: String,
    /// How many events there are without the search.
    count: usize,
    rows: Vec<Row>,
    pager: Pager,
    may_create: bool,
    /// Deletions to come: what is said, and the event's address.
    deletions: Vec<(String, String)>,
    /// How many more there are.
    more_deletions: usize,
    pause: Option<PauseNotice>,
    alarms: Vec<ShownAlarm>,
    backups: Option<BackupNotice>,
    /// Whether the clock has leapt and an administrator reads this.
    clock_leapt: bool,
    /// That headers of a proxy come which the settings do not name.
    doubted_proxy: Option<String>,
    /// Whether something is missing that the law asks the operator to say.
    law_is_missing: bool,
}

struct Row {
    url: String,
    name: String,
    when: String,
    state: String,
    state_class: &'static str,
    seats: String,
}

/// Most deletions to come that are told at once.
const MOST_DELETIONS: usize = 20;

/// The events that the account runs.
pub async fn list(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let may_create = account.is_admin;
    let found = visit.run(move |app| start(app, &account)).await?;
    let page = top(&visit)?;
    let row = |event: &Event| Row {
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
    let deletion = |(event, everything, day): &(Event, bool, NaiveDate)| {
        let key = if *everything { "deletion-list-everything" } else { "deletion-list-answers" };
        let name = event.name_in(page.lang);
        (page.t2(key, "event", name, "date", page.words.long_date(*day)), address(event, ""))
    };
    let Start { events, deletions, server } = found;
    let (search, count) = (text::line(visit.query.one("search")), events.len());
    let wanted = Wanted::of(&search);
    let fits = |event: &&Event| {
        wanted.is_anything() || wanted.fits(&search::key(&[&in_all(&event.name, event), &event.slug]))
    };
    let found: Vec<&Event> = events.iter().filter(fits).collect();
    let pager = List::ONLY.pager(&visit, found.len());
    visit.show(&EventsPage {
        rows: pager.cut(found).map(row).collect(),
        search,
        count,
        pager,
        may_create,
        deletions: deletions.iter().take(MOST_DELETIONS).map(deletion).collect(),
        more_deletions: deletions.len().saturating_sub(MOST_DELETIONS),
        pause: super::mail_pause::notice(&visit, &page, server.pause.as_ref(), Tz::UTC),
        alarms: shown_alarms(&page, &server.alarms, Tz::UTC),
        backups: server.backups.map(|status| backups::notice(&page, &status)),
        clock_leapt: server.clock_leapt,
        doubted_proxy: visit.site().doubted.peer().filter(|_| may_create).map(|peer| match peer.as_str() {
            "" => page.t("proxy-notice"),
            peer => page.t1("proxy-notice-of", "peer", peer),
        }),
        law_is_missing: server.law_is_missing,
        page,
    })
}

/// What the first page of the back office shows.
struct Start {
    events: Vec<Event>,
    deletions: Vec<(Event, bool, NaiveDate)>,
    server: ServerState,
}

/// What administrators see of the whole server: why no mail goes, what comes back, how the backups stand, the clock.
#[derive(Default)]
struct ServerState {
    pause: Option<ShownPause>,
    alarms: Vec<DomainAlarm>,
    backups: Option<BackupStatus>,
    clock_leapt: bool,
    law_is_missing: bool,
}

fn start(app: &App, account: &Account) -> Result<Start, PageError> {
    let server = match access::administer(account) {
        Ok(admin) => of_server(app, &admin)?,
        Err(_) => ServerState::default(),
    };
    let deletions = announcements::list_announced(app, account)?;
    Ok(Start { events: events::list(app, account)?, deletions, server })
}

fn of_server(app: &App, admin: &AdminAccess) -> Result<ServerState, Fault> {
    Ok(ServerState {
        pause: mail_pause::shown_to_admin(app, admin)?,
        alarms: blocks::alarms(app, admin)?,
        backups: scheduled::status(app, admin)?,
        clock_leapt: trusted_time::doubted_leap(app, admin)?.is_some(),
        law_is_missing: !legal::of_installation(app)?.missing().is_empty(),
    })
}

/// Key of the word for a state.
pub(super) fn state_key(state: EventState) -> &'static str {
    match state {
        EventState::Draft => "event-state-draft",
        EventState::Trial => "event-state-trial",
        EventState::Open => "event-state-open",
        EventState::Closed => "event-state-closed",
    }
}

/// How a state looks.
pub(super) fn state_class(state: EventState) -> &'static str {
    match state {
        EventState::Draft => "",
        EventState::Trial => "waiting",
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
    /// When personal data is deleted.
    deletion: String,
}

/// The form for a new event: what it cannot do without. The rest has settings of its own.
pub async fn form(visit: Visit) -> Answer {
    let page = new_frame(&visit)?;
    let blank = events::blank(visit.account()?, page.lang);
    visit.show(&new_page(page, blank, Problems::new()))
}

fn new_page(page: Page, input: EventInput, problems: Problems) -> NewPage {
    let days = input.shred_after_days.parse().unwrap_or_default();
    let last = if input.ends_on.trim().is_empty() { &input.starts_on } else { &input.ends_on };
    let deletion = match date(last) {
        Ok(last) => page.t1("deletion-on", "date", page.words.long_date(days_after(last, days))),
        Err(_) => page.t1("deletion-after", "days", days),
    };
    NewPage { event: EventForm::new(&page, input), deletion, problems, page }
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
    let typed = EventInput {
        same_country: defaults.same_country,
        calendar_mode: defaults.calendar_mode,
        wished_minimum: defaults.wished_minimum,
        reminders: defaults.reminders,
        accent: defaults.accent,
        shred_after_days: defaults.shred_after_days,
        ..input(&visit.form)
    };
    if goes_back(&visit) {
        return visit.show(&new_page(new_frame(&visit)?, typed, Problems::new()));
    }
    let given = typed.clone();
    let doubts = visit.run(move |app| Ok::<_, PageError>(event_dates::of_new(app, &given))).await?;
    if has_to_ask(&visit, &doubts) {
        return ask(&visit, new_frame(&visit)?, &doubts, visit.lang());
    }
    let given = typed.clone();
    match visit.attempt(move |app| events::create(app, &admin, &given)).await? {
        Ok(event) => Ok(visit.see_with(&address(&event, ""), "created")),
        Err(error) => {
            let problems = problems_of(error)?;
            let page = new_frame(&visit)?.with_problems(&problems);
            again(&visit, &new_page(page, typed, problems))
        }
    }
}
