//! The list of events, and a new one.

use crate::zones::Zone;
use askama::Template;
use chrono::NaiveDate;

use super::ask_dates::{ask, goes_back, has_to_ask};
use super::backups::{self, BackupNotice};
use super::blocked_addresses::{ShownAlarm, shown_alarms};
use super::frame::{address, again, home_for, in_all, problems_of, top};
use super::mail_pause::PauseNotice;
use super::settings::{EventForm, input};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::deletion::days_after;
use crate::domain::event::{Event, EventState};
use crate::domain::event_input::{EventInput, date};
use crate::domain::ids::EventId;
use crate::domain::problems::Problems;
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::access::{AdminAccess, EventAccess};
use crate::services::backups::scheduled::{self, BackupStatus};
use crate::services::blocks::DomainAlarm;
use crate::services::mail_pause::ShownPause;
use crate::services::{
    Fault, access, announcements, blocks, event_copy, event_dates, events, legal, mail_pause, trusted_time,
};
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
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
    let Front { events, helped, deletions, server } = visit.run(move |app| front(app, &account)).await?;
    let page = top(&visit)?;
    let row = |event: &Event| Row {
        url: address(event, home_for(!helped.contains(&event.id))),
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
        pause: super::mail_pause::notice(&visit, &page, server.pause.as_ref(), Zone::UTC),
        alarms: shown_alarms(&page, &server.alarms, Zone::UTC),
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
struct Front {
    events: Vec<Event>,
    /// Those at which the account only helps on the day.
    helped: Vec<EventId>,
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

fn front(app: &App, account: &Account) -> Result<Front, PageError> {
    let server = match access::administer(account) {
        Ok(admin) => of_server(app, &admin)?,
        Err(_) => ServerState::default(),
    };
    let deletions = announcements::list_announced(app, account)?;
    Ok(Front {
        events: events::list(app, account)?,
        helped: events::helped(app, account)?,
        deletions,
        server,
    })
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
    ends_on_help: String,
    /// When personal data is deleted.
    deletion: String,
    /// The address and the name of the event that it is made like.
    like: Option<(String, String)>,
    /// The events that it can be made like.
    events: Vec<Choice>,
}

/// What a new event begins with.
enum Start {
    Blank(Box<EventInput>),
    Like(Box<EventAccess>),
}

impl Start {
    /// What the address or the form names: another event, if there is one of that name.
    async fn of(visit: &Visit, slug: &str) -> Result<Start, PageError> {
        let admin = access::administer(visit.account()?)?;
        if slug.is_empty() {
            return Ok(Start::Blank(Box::new(events::blank(admin.account(), visit.lang()))));
        }
        let slug = slug.to_string();
        let see = move |app: &App| access::enter(app, admin.account(), &slug, Role::Viewer);
        Ok(Start::Like(Box::new(visit.run(see).await?)))
    }

    /// What the form shows at first, and what it leaves to the settings.
    fn input(&self) -> EventInput {
        match self {
            Start::Blank(input) => EventInput::clone(input),
            Start::Like(like) => event_copy::input_like(like.event()),
        }
    }
}

/// The form for a new event: what it cannot do without. The rest has settings of its own, or comes from another event.
pub async fn form(visit: Visit) -> Answer {
    let start = Start::of(&visit, visit.query.one("like")).await?;
    let page = new_page(&visit, &start, start.input(), Problems::new()).await?;
    visit.show(&page)
}

async fn new_page(
    visit: &Visit,
    start: &Start,
    input: EventInput,
    problems: Problems,
) -> Result<NewPage, PageError> {
    let page = new_frame(visit)?.with_problems(&problems);
    let days = input.shred_after_days.parse().unwrap_or_default();
    let last = if input.ends_on.trim().is_empty() { &input.starts_on } else { &input.ends_on };
    let deletion = match date(last) {
        Ok(last) => page.t1("deletion-on", "date", page.words.long_date(days_after(last, days))),
        Err(_) => page.t1("deletion-after", "days", days),
    };
    let named = |event: &Event| (event.slug.clone(), event.name_in(page.lang).to_string());
    let (like, events) = match start {
        Start::Like(like) => (Some(named(like.event())), Vec::new()),
        Start::Blank(_) => (None, all_events(visit, &page).await?),
    };
    let ends_on_help = like.as_ref().map(|_| page.t("event-like-ends-on")).unwrap_or_default();
    let event = EventForm::new(&page, input);
    Ok(NewPage { event, ends_on_help, deletion, problems, like, events, page })
}

/// All events, to choose one of.
async fn all_events(visit: &Visit, page: &Page) -> Result<Vec<Choice>, PageError> {
    let account = visit.account()?.clone();
    let events = visit.run(move |app| events::list(app, &account)).await?;
    let choice = |event: &Event| {
        let days = page.words.date_range(event.starts_on, event.ends_on);
        Choice::new(&event.slug, format!("{}, {days}", event.name_in(page.lang)), false)
    };
    Ok(events.iter().map(choice).collect())
}

fn new_frame(visit: &Visit) -> Result<Page, PageError> {
    let page = top(visit)?;
    let label = page.t("nav-events");
    Ok(page.below(label, "/organiser"))
}

/// Makes an event.
pub async fn create(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let start = Start::of(&visit, visit.form.one("like")).await?;
    let defaults = start.input();
    let typed = input(&visit.form);
    // The short form leaves these to the settings.
    let typed = EventInput {
        main_language: typed.main_language,
        name: typed.name,
        slug: typed.slug,
        organiser_name: typed.organiser_name,
        contact_email: typed.contact_email,
        starts_on: typed.starts_on,
        ends_on: typed.ends_on,
        time_zone: typed.time_zone,
        venue: typed.venue,
        place: typed.place,
        tables: typed.tables,
        room_link: typed.room_link,
        capacity: typed.capacity,
        approval: typed.approval,
        ..defaults
    };
    if goes_back(&visit) {
        return visit.show(&new_page(&visit, &start, typed, Problems::new()).await?);
    }
    let given = typed.clone();
    let doubts = visit.run(move |app| Ok::<_, PageError>(event_dates::of_new(app, &given))).await?;
    if has_to_ask(&visit, &doubts) {
        return ask(&visit, new_frame(&visit)?, &doubts, visit.lang());
    }
    let given = typed.clone();
    let like = match &start {
        Start::Like(like) => Some(like.clone()),
        Start::Blank(_) => None,
    };
    let make = move |app: &App| match &like {
        Some(like) => event_copy::create_like(app, &admin, like, &given),
        None => events::create(app, &admin, &given),
    };
    match visit.attempt(make).await? {
        Ok(event) => Ok(visit.see_with(&address(&event, ""), "created")),
        Err(error) => {
            let page = new_page(&visit, &start, typed, problems_of(error)?).await?;
            again(&visit, &page)
        }
    }
}
