//! What the public pages of an event have in common: its head, and what visitors are told of its registration.

use crate::domain::event::{Event, EventState};
use crate::domain::lang::Lang;
use crate::domain::picture::PictureKind;
use crate::web::page::{EventHeader, Page, ShownPicture};
use crate::web::visit::Visit;

/// The event at the head of a page.
pub fn header(event: &Event, page: &Page) -> EventHeader {
    EventHeader {
        name: event.name_in(page.lang).to_string(),
        url: format!("/e/{}", event.slug),
        accent: event.accent.clone(),
        organiser: event.organiser_name.clone(),
        contact: event.contact_email.clone(),
        logo: ShownPicture::of(event, PictureKind::Logo, &format!("/e/{}", event.slug)),
        standing: if event.state == EventState::Trial { page.t("trial-banner") } else { String::new() },
    }
}

/// The frame of an event's page, in the reader's language or the event's first one.
pub fn of_event(visit: &Visit, event: &Event) -> Page {
    let page = visit.frame_in(visit.lang_at(event));
    let header = header(event, &page);
    page.of_event(header)
}

/// The same in the language of somebody whom a link names, unless the reader has chosen another one here.
pub fn of_event_in(visit: &Visit, event: &Event, lang: Lang) -> Page {
    let lang = if visit.has_chosen_lang() { visit.lang_at(event) } else { lang };
    let page = visit.frame_in(lang);
    let header = header(event, &page);
    page.of_event(header)
}

/// Whether somebody can register now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// A seat is free, as far as one can tell now.
    Seats,
    /// Only for the waiting list.
    Full,
    /// It opens by itself later.
    NotYet,
    /// The organiser takes no more registrations.
    Closed,
    /// The event is over.
    Over,
}

impl Opening {
    /// What holds now.
    pub fn of(visit: &Visit, event: &Event) -> Opening {
        let now = visit.app().clock.now();
        if now.with_timezone(&event.time_zone).date_naive() > event.ends_on {
            return Opening::Over;
        }
        match event.state {
            EventState::Trial if event.has_seat() => Opening::Seats,
            EventState::Trial => Opening::Full,
            EventState::Open if event.registration.is_before(now) => Opening::NotYet,
            EventState::Open if !event.registration.is_open(now) => Opening::Closed,
            EventState::Open if event.has_seat() => Opening::Seats,
            EventState::Open => Opening::Full,
            EventState::Closed | EventState::Draft => Opening::Closed,
        }
    }

    /// Whether the form is open.
    pub fn takes_registrations(self) -> bool {
        matches!(self, Opening::Seats | Opening::Full)
    }
}

/// From when or until when people can register, in a sentence; empty where it is open without an end, or shut.
pub fn registration_times(page: &Page, event: &Event, opening: Opening) -> String {
    let tell = |key: &str, at| page.t1(key, "time", page.words.moment(at, event.time_zone));
    match (opening, event.registration.opens_at, event.registration.closes_at) {
        (Opening::NotYet, Some(opens), _) => tell("event-opens", opens),
        (Opening::Seats | Opening::Full, _, Some(closes)) => tell("event-closes", closes),
        _ => String::new(),
    }
}
