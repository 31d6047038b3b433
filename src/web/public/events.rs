//! An event's own page: what it is, when and where, what is on the agenda, and how to come.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use askama::Template;
use chrono::NaiveDate;

use super::frame::{Opening, of_event, registration_times};
use crate::domain::event::{Event, EventDay, Programme, Venue};
use crate::domain::parallel::{Cell, Span};
use crate::services::access::Denied;
use crate::services::my_event::MyEvent;
use crate::services::{accessibility, agenda_files, events, my_event};
use crate::web::accent;
use crate::web::answers::zone_of;
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::parallel::{self, Parallel};
use crate::web::session_text::{SessionText, paragraphs};
use crate::web::times::{Times, When};
use crate::web::visit::Visit;

/// Most main topics that are named; the form shows all of them.
const MOST_TOPICS: usize = 40;

#[derive(Template)]
#[template(path = "public/event.html")]
struct EventPage {
    page: Page,
    slug: String,
    name: String,
    summary: String,
    /// In the reader's language, or in the one that the organiser wrote it in.
    description: Vec<String>,
    /// Set if the texts are in another language than the page.
    texts_in: Option<&'static str>,
    when: String,
    /// Whether it takes place today.
    is_on: bool,
    /// In which zone all times are; empty where each says its own.
    zone: String,
    /// How the reader's own time is said by JavaScript; empty where it is known without.
    own_zone: String,
    place: String,
    organiser: String,
    opening: Opening,
    /// When the registration opens or closes; empty if it does not by itself.
    opens_or_closes: String,
    seats_left: Option<u32>,
    approval: bool,
    /// Whether the reader has *My event* open in this browser.
    mine: bool,
    register: String,
    days: Vec<Day>,
    types: Vec<String>,
    /// The first main topics.
    topics: Vec<String>,
    /// How many more there are.
    more_topics: usize,
    /// Addresses of the event in easy language and in sign language; empty if there is none.
    easy_language: String,
    sign_language: String,
}

/// A day of the agenda.
struct Day {
    title: String,
    is_today: bool,
    entries: Vec<Entry>,
    groups: Vec<Parallel>,
}

impl Day {
    /// What stands in a cell.
    fn entry(&self, cell: &Cell) -> Option<&Entry> {
        self.entries.get(cell.entry)
    }
}

struct Entry {
    when: When,
    title: String,
    detail: String,
    /// Of a session.
    session: Option<SessionText>,
}

/// The page of an event.
pub async fn show(visit: Visit) -> Answer {
    let slug = visit.part("slug").to_string();
    let (event, programme, statement) = visit
        .run(move |app| {
            let (event, programme) = events::public_view(app, &slug)?;
            let (_, statement) = accessibility::public_statement(app, &slug)?;
            Ok::<_, Denied>((event, programme, statement))
        })
        .await?;
    let own = own_event(&visit, &event).await?;
    let clocks = visit.clocks(&event, own.as_ref().map(|own| &own.participant.profile.person));
    let mine = own.is_some();
    let page = of_event(&visit, &event);
    let page = if mine { page.with_link("my-nav-overview", format!("/e/{}/my", event.slug)) } else { page };
    let (lang, first) = (page.lang, event.first_language());
    let opening = Opening::of(&visit, &event);
    let today = visit.app().clock.now().with_timezone(&event.time_zone).date_naive();
    let place = match &event.venue {
        Venue::Onsite { place, .. } => place.clone(),
        Venue::Online { .. } => page.t("event-online"),
    };
    let seats_left = match (opening, event.capacity) {
        (Opening::Seats, Some(capacity)) => Some(capacity.saturating_sub(event.seats_taken)),
        _ => None,
    };
    let mains = programme.topics.iter().filter(|topic| topic.parent.is_none());
    let zone = zone_of(&page, &event, &programme);
    let times = Times::by(clocks, &page).with_zone_said(zone.is_some());
    visit.show(&EventPage {
        slug: event.slug.clone(),
        name: event.name_in(lang).to_string(),
        summary: event.summary.get(lang, first).to_string(),
        description: paragraphs(event.description.get(lang, first)),
        texts_in: event.name.exact(lang).is_none().then(|| first.code()),
        when: page.words.date_range(event.starts_on, event.ends_on),
        is_on: matches!(event.on_day(today), EventDay::First | EventDay::Running),
        own_zone: times.own_pattern(),
        zone: zone.unwrap_or_default(),
        place,
        organiser: event.organiser_name.clone(),
        opening,
        opens_or_closes: registration_times(&page, &event, opening),
        seats_left,
        approval: event.approval,
        mine,
        register: page.t1("event-register", "date", page.words.date_range(event.starts_on, event.ends_on)),
        days: days(&times, &page, &event, &programme, today),
        types: programme.types.iter().map(|kind| kind.label.get(lang, first).to_string()).collect(),
        topics: mains
            .clone()
            .take(MOST_TOPICS)
            .map(|topic| topic.label.get(lang, first).to_string())
            .collect(),
        more_topics: mains.count().saturating_sub(MOST_TOPICS),
        easy_language: statement.easy_language,
        sign_language: statement.sign_language,
        page,
    })
}

/// What this browser opens as *My event*, of somebody who takes part or waits.
async fn own_event(visit: &Visit, event: &Event) -> Result<Option<MyEvent>, PageError> {
    let Some(token) = visit.personal_token() else { return Ok(None) };
    let found = visit.attempt(move |app| my_event::by_token(app, &token)).await?;
    Ok(found.ok().filter(|mine| mine.event.id == event.id && mine.registration.state.is_live()))
}

fn days(times: &Times<'_>, page: &Page, event: &Event, programme: &Programme, today: NaiveDate) -> Vec<Day> {
    let (lang, first, tz) = (page.lang, event.first_language(), event.time_zone);
    let sessions = programme.sessions.iter().map(|session| {
        let text = SessionText::of(page, event, session);
        let (title, place) = (text.title.clone(), session.place.as_str());
        (session.starts_at, session.ends_at, title, String::new(), place, Some(text))
    });
    let blocks = programme.blocks.iter().map(|block| {
        let title = block.label.get(lang, first).to_string();
        let count = page.t2("block-slots", "count", block.slot_count, "minutes", block.slot_minutes);
        (block.starts_at, block.ends_at(), title, count, "", None)
    });
    let mut all: Vec<_> = sessions.chain(blocks).collect();
    all.sort_by_key(|(from, to, ..)| (*from, *to));
    let mut days: Vec<(Day, Vec<Span<'_>>)> = Vec::new();
    for (from, to, title, detail, place, session) in all {
        let date = from.with_timezone(&tz).date_naive();
        let day = page.words.long_date(date);
        if days.last().is_none_or(|(last, _)| last.title != day) {
            let day = Day { title: day, is_today: date == today, entries: Vec::new(), groups: Vec::new() };
            days.push((day, Vec::new()));
        }
        let entry = Entry { when: times.when(from, to), title, detail, session };
        if let Some((last, spans)) = days.last_mut() {
            last.entries.push(entry);
            spans.push((from, to, place));
        }
    }
    let grouped =
        |(day, spans): (Day, Vec<Span<'_>>)| Day { groups: parallel::groups(page, tz, &spans), ..day };
    days.into_iter().map(grouped).collect()
}

/// The agenda for the visitor's calendar, in their language.
pub async fn agenda(visit: Visit) -> Answer {
    let (slug, asked) = (visit.part("slug").to_string(), visit.clone());
    let (name, file) = visit
        .run(move |app| {
            let (event, _) = events::public_view(app, &slug)?;
            let lang = asked.lang_at(&event);
            let file = agenda_files::calendar(app, &event, lang, false)?;
            Ok::<_, Denied>((format!("{}-agenda.ics", event.slug), file))
        })
        .await?;
    Ok(download::answer(download::CALENDAR, &name, file))
}

/// The event's accent colour as a style sheet.
pub async fn accent(visit: Visit) -> Answer {
    let slug = visit.part("slug").to_string();
    let (event, _) = visit.run(move |app| events::public_view(app, &slug)).await?;
    let mut response = HttpResponse::Ok().body(accent::stylesheet(&event.accent));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=600"));
    Ok(response)
}
