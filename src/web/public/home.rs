//! The front page with the public events, and the pages about the site itself.

use askama::Template;

use super::frame::Opening;
use crate::domain::event::{Event, Venue};
use crate::services::events;
use crate::web::error::Answer;
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    page: Page,
    coming: Vec<Card>,
    coming_pages: Pager,
    past: Vec<Card>,
    past_pages: Pager,
}

/// The events that are over.
const PAST: List = List { field: "past", head: "past", ..List::ONLY };

/// An event in the list.
struct Card {
    url: String,
    name: String,
    when: String,
    place: String,
    summary: String,
    opening: Opening,
}

/// The events that are public.
pub async fn show(visit: Visit) -> Answer {
    let found = visit.run(events::public_list).await?;
    let page = visit.frame();
    let is_over = |event: &&Event| Opening::of(&visit, event) == Opening::Over;
    let (mut past, coming): (Vec<&Event>, Vec<&Event>) = found.iter().partition(is_over);
    // By start: what is to come begins with the next, what is over with the latest.
    past.reverse();
    let coming_pages = List::ONLY.pager(&visit, coming.len());
    let past_pages = PAST.pager(&visit, past.len());
    visit.show(&HomePage {
        coming: coming_pages.cut(coming).map(|event| card(&visit, &page, event)).collect(),
        past: past_pages.cut(past).map(|event| card(&visit, &page, event)).collect(),
        coming_pages,
        past_pages,
        page,
    })
}

fn card(visit: &Visit, page: &Page, event: &Event) -> Card {
    let place = match &event.venue {
        Venue::Onsite { place, .. } => place.clone(),
        Venue::Online { .. } => page.t("event-online"),
    };
    Card {
        url: format!("/e/{}", event.slug),
        name: event.name_in(page.lang).to_string(),
        when: page.words.date_range(event.starts_on, event.ends_on),
        place,
        summary: event.summary.get(page.lang, event.first_language()).to_string(),
        opening: Opening::of(visit, event),
    }
}

/// A page of headings and paragraphs from the catalogue.
#[derive(Template)]
#[template(path = "public/text.html")]
pub(super) struct TextPage {
    pub page: Page,
    pub title: String,
    pub parts: Vec<Part>,
}

pub(super) struct Part {
    pub heading: String,
    pub text: String,
}

fn text(visit: &Visit, name: &str, parts: &[&str]) -> Answer {
    let page = visit.frame();
    let parts = self::parts(&page, name, parts);
    visit.show(&TextPage { title: page.t(&format!("{name}-title")), parts, page })
}

/// Headings and paragraphs of the catalogue.
pub(super) fn parts(page: &Page, name: &str, keys: &[&str]) -> Vec<Part> {
    let part = |key: &&str| Part {
        heading: page.t(&format!("{name}-{key}-title")),
        text: page.t(&format!("{name}-{key}-text")),
    };
    keys.iter().map(part).collect()
}

/// How far everyone can use these pages, and whom to tell what is missing.
pub async fn accessibility(visit: Visit) -> Answer {
    text(&visit, "accessibility", &["aim", "how", "limits", "tell"])
}
