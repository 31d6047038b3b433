//! The agenda of an event: sessions and meeting blocks in the order of time, and the form for a session.

use std::collections::HashMap;

use askama::Template;

use super::breaks;
use super::frame::{address, again, below, label_in, localised, page_word, part, problems_of};
use super::lists::{ListPage, lists, show_remove};
use crate::domain::agenda_input::{BlockInput, INVITED, SessionInput};
use crate::domain::answer::SPOKEN_LANGUAGES;
use crate::domain::event::{Event, ParticipantType, Programme, Session};
use crate::domain::ids::SessionId;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::parallel::{Cell, Span};
use crate::domain::problems::Problems;
use crate::services::{agenda, session_places};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::parallel::{Parallel, groups};
use crate::web::posted::Posted;
use crate::web::visit::Visit;

pub(super) const LIST: ListPage = ListPage { nav: "nav-agenda", end: "/agenda", merges: false };

#[derive(Template)]
#[template(path = "organiser/agenda.html")]
struct AgendaPage {
    page: Page,
    zone: String,
    days: Vec<Day>,
    has_blocks: bool,
    add_session_url: String,
    add_block_url: String,
    import_url: String,
    csv_url: String,
    ics_url: String,
}

struct Day {
    title: String,
    /// Whether it is none of the event's.
    is_outside: bool,
    items: Vec<Item>,
    groups: Vec<Parallel>,
}

impl Day {
    /// What stands in a cell.
    fn item(&self, cell: &Cell) -> Option<&Item> {
        self.items.get(cell.entry)
    }
}

struct Item {
    time: String,
    title: String,
    detail: String,
    url: String,
}

/// The whole agenda.
pub async fn list(visit: Visit) -> Answer {
    let lists = lists(&visit).await?;
    let access = visit.access()?;
    let own = access.clone();
    let counts = visit.run(move |app| session_places::counts(app, &own)).await?;
    let page = part(&visit, access)?;
    let event = access.event();
    visit.show(&AgendaPage {
        zone: page.t1("agenda-zone", "zone", event.time_zone.name().replace('_', " ")),
        days: days(&page, event, &lists, &counts),
        has_blocks: !lists.blocks.is_empty(),
        add_session_url: address(event, "/agenda/sessions/new"),
        add_block_url: address(event, "/agenda/blocks/new"),
        import_url: address(event, "/agenda/import"),
        csv_url: address(event, "/agenda.csv"),
        ics_url: address(event, "/agenda.ics"),
        page,
    })
}

fn days(
    page: &Page,
    event: &Event,
    lists: &Programme,
    counts: &HashMap<SessionId, (usize, usize)>,
) -> Vec<Day> {
    let zone = event.time_zone;
    let sessions = lists.sessions.iter().map(|session| {
        let item = Item {
            time: page.words.time_range(session.starts_at, session.ends_at, zone),
            title: label_in(&session.title, page, event).to_string(),
            detail: detail(page, session, counts.get(&session.id).copied().unwrap_or_default()),
            url: address(event, &format!("/agenda/sessions/{}", session.id)),
        };
        (session.starts_at, session.ends_at, session.place.as_str(), item)
    });
    let blocks = lists.blocks.iter().map(|block| {
        let facts = [
            ("count", block.slot_count.to_string()),
            ("minutes", block.slot_minutes.to_string()),
            ("pause", block.pause_minutes.to_string()),
        ];
        let item = Item {
            time: page.words.time_range(block.starts_at, block.ends_at(), zone),
            title: label_in(&block.label, page, event).to_string(),
            detail: page.words.tn("agenda-block", &facts),
            url: address(event, &format!("/agenda/blocks/{}", block.id)),
        };
        (block.starts_at, block.ends_at(), "", item)
    });
    let mut all: Vec<_> = sessions.chain(blocks).collect();
    all.sort_by_key(|(from, to, ..)| (*from, *to));
    let mut days: Vec<(Day, Vec<Span<'_>>)> = Vec::new();
    for (at, to, place, item) in all {
        let day = at.with_timezone(&zone).date_naive();
        let is_outside = !(event.starts_on..=event.ends_on).contains(&day);
        let title = page.words.long_date(day);
        if days.last().is_none_or(|(day, _)| day.title != title) {
            days.push((Day { title, is_outside, items: Vec::new(), groups: Vec::new() }, Vec::new()));
        }
        if let Some((day, spans)) = days.last_mut() {
            day.items.push(item);
            spans.push((at, to, place));
        }
    }
    let grouped = |(day, spans): (Day, Vec<Span<'_>>)| Day { groups: groups(page, zone, &spans), ..day };
    days.into_iter().map(grouped).collect()
}

/// How many come to a session, and how many wait for a place: `28 of 30 places taken, 4 waiting`.
pub(super) fn coming(page: &Page, session: &Session, (come, wait): (usize, usize)) -> String {
    let Some(places) = session.places else { return page.t1("session-come", "people", come) };
    let facts = [("taken", come.to_string()), ("places", places.to_string()), ("waiting", wait.to_string())];
    page.words.tn("session-places-taken", &facts)
}

/// Where a session is, and how many come.
fn detail(page: &Page, session: &Session, counts: (usize, usize)) -> String {
    let people = coming(page, session, counts);
    if session.place.is_empty() { people } else { format!("{} · {people}", session.place) }
}

/// What the form for an entry of the agenda holds.
pub(super) enum EntryInput {
    Session(SessionInput),
    Block(BlockInput),
}

impl From<SessionInput> for EntryInput {
    fn from(input: SessionInput) -> EntryInput {
        EntryInput::Session(input)
    }
}

impl From<BlockInput> for EntryInput {
    fn from(input: BlockInput) -> EntryInput {
        EntryInput::Block(input)
    }
}

#[derive(Template)]
#[template(path = "organiser/agenda_entry.html")]
struct EntryPage {
    page: Page,
    problems: Problems,
    title: String,
    languages: Vec<Lang>,
    input: EntryInput,
    opened: Opened,
    zone: String,
    action: String,
    /// Absent for a new one.
    remove_url: Option<String>,
    /// Of a new block: who is in it.
    members: Vec<Choice>,
    /// Where it stands who is in it, and the key of its word.
    people_url: Option<String>,
    people_way: &'static str,
    /// Of a session: who hears of another time.
    told: String,
    /// Of a session: in which languages one can speak, and as what people take part.
    spoken: Vec<Choice>,
    types: Vec<Choice>,
    back: String,
}

/// What stands beside the fields of an entry.
#[derive(Default)]
pub(super) struct Beside {
    pub members: Vec<Choice>,
    pub people_url: Option<String>,
    pub told: String,
    pub types: Vec<Choice>,
}

/// The form for an entry of the agenda, at the address that it is sent to.
pub(super) fn show_entry<T: Into<EntryInput>>(
    visit: &Visit,
    typed: Typed<T>,
    problems: Problems,
    beside: Beside,
) -> Answer {
    let access = visit.access()?;
    let (input, opened) = (typed.input.into(), typed.opened);
    let event = access.event();
    let page = below(visit, access, LIST.nav, LIST.end)?.with_problems(&problems);
    let action = visit.path().to_string();
    let chosen = match &input {
        EntryInput::Session(session) => session.language.clone(),
        EntryInput::Block(_) => String::new(),
    };
    let template = EntryPage {
        spoken: spoken(&page, &chosen),
        types: beside.types,
        title: page.t(match input {
            EntryInput::Session(_) => "session-title",
            EntryInput::Block(_) => "block-title",
        }),
        people_way: match input {
            EntryInput::Session(_) => "session-people-way",
            EntryInput::Block(_) => "block-people-way",
        },
        languages: event.languages.clone(),
        input,
        opened,
        zone: page.t1("agenda-zone", "zone", event.time_zone.name().replace('_', " ")),
        remove_url: (!action.ends_with("/new")).then(|| format!("{action}/remove")),
        action,
        members: beside.members,
        people_url: beside.people_url,
        told: beside.told,
        back: address(event, LIST.end),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// The languages of sessions by their names, after none.
fn spoken(page: &Page, chosen: &str) -> Vec<Choice> {
    let one = |code: &&str| Choice::new(*code, page.t(&format!("language-{code}")), *code == chosen);
    let none = Choice::new("", page.t("session-language-none"), chosen.is_empty());
    std::iter::once(none).chain(SPOKEN_LANGUAGES.iter().map(one)).collect()
}

fn input(form: &Posted) -> SessionInput {
    SessionInput {
        title: localised(form, "title"),
        place: form.one("place").to_string(),
        date: form.one("date").to_string(),
        starts: form.one("starts").to_string(),
        ends: form.one("ends").to_string(),
        description: localised(form, "description"),
        speakers: form.one("speakers").to_string(),
        language: form.one("language").to_string(),
        link: form.one("link").to_string(),
        places: form.one("places").to_string(),
        types: form.many("types"),
    }
}

fn id(visit: &Visit) -> SessionId {
    SessionId(visit.part("id").to_string())
}

/// A new session, on the day and after the end of the last one.
pub async fn new_session(visit: Visit) -> Answer {
    let lists = lists(&visit).await?;
    let event = visit.access()?.event();
    let last = lists.sessions.last().map(|session| SessionInput::of(session, event.time_zone));
    let input = match last {
        Some(last) => {
            SessionInput { date: last.date, starts: last.ends, place: last.place, ..SessionInput::default() }
        }
        None => SessionInput { date: event.starts_on.to_string(), ..SessionInput::default() },
    };
    let beside = Beside { types: types(&visit, &lists, &input), ..Beside::default() };
    show_entry(&visit, Typed::from(input), Problems::new(), beside)
}

/// Who can be asked to a session.
fn types(visit: &Visit, lists: &Programme, input: &SessionInput) -> Vec<Choice> {
    let lang = visit.lang();
    let kind = |kind: &ParticipantType| {
        let label = kind.label.get(lang, lang).to_string();
        Choice::new(kind.id.as_str(), label, input.types.contains(&kind.id.0))
    };
    let invited = Choice::new(
        INVITED,
        page_word(visit, "session-types-invited"),
        input.types.iter().any(|one| one == INVITED),
    );
    lists.types.iter().map(kind).chain([invited]).collect()
}

/// Adds a session.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = input(&visit.form);
    let given = typed.clone();
    match visit.attempt(move |app| agenda::add_session(app, &change, &given)).await? {
        Ok(()) => Ok(done(&visit, access.event(), "added")),
        Err(error) => {
            let types = types(&visit, &lists(&visit).await?, &typed);
            let beside = Beside { types, ..Beside::default() };
            show_entry(&visit, Typed::from(typed), problems_of(error)?, beside)
        }
    }
}

/// The session of the path as it is stored.
async fn stored(visit: &Visit) -> Result<SessionInput, PageError> {
    let (lists, id) = (lists(visit).await?, id(visit));
    let found = lists.sessions.iter().find(|session| session.id == id).ok_or(PageError::NotFound)?;
    Ok(SessionInput::of(found, visit.access()?.event().time_zone))
}

/// One session to be changed.
pub async fn form(visit: Visit) -> Answer {
    let stored = stored(&visit).await?;
    let told = told(&visit, &stored).await?;
    show_entry(&visit, Typed::fresh(stored), Problems::new(), told)
}

/// How many people hear of another time or place of the session.
async fn told(visit: &Visit, input: &SessionInput) -> Result<Beside, PageError> {
    let (change, id) = (visit.access()?.to_change()?, id(visit));
    let found = visit.run(move |app| agenda::session_in_use(app, &change, &id)).await?;
    let told = match found.count {
        0 => String::new(),
        count => page_word_with(visit, "session-told", count),
    };
    let types = types(visit, &lists(visit).await?, input);
    let people_url = Some(format!("{}/people", visit.path()));
    Ok(Beside { told, types, people_url, ..Beside::default() })
}

fn page_word_with(visit: &Visit, key: &str, count: i64) -> String {
    crate::words::Words::of(visit.lang()).t1(key, "people", count)
}

/// Changes a session.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let typed = visit.typed(input(&visit.form));
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), LIST.end);
    let done = visit.attempt(move |app| agenda::update_session(app, &change, &id, &given, &accepted)).await?;
    let page = below(&visit, access, LIST.nav, LIST.end);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => {
            let told = told(&visit, &typed.input).await?;
            show_entry(&visit, typed.again(&stored(&visit).await?), problems, told)
        }
    }
}

pub(super) fn done(visit: &Visit, event: &Event, key: &str) -> actix_web::HttpResponse {
    visit.see_with(&address(event, LIST.end), key)
}

/// Asks before a session is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let found = visit.run(move |app| agenda::session_in_use(app, &change, &id)).await?;
    show_remove(&visit, LIST, "remove-session-text", &found, Problems::new())
}

/// Removes a session.
pub async fn remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let removed = visit.attempt(move |app| agenda::delete_session(app, &change, &id)).await?;
    removed.or_else(|error| problems_of(error).map(|_| ()))?;
    Ok(done(&visit, access.event(), "removed"))
}
