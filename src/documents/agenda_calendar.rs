//! The agenda of an event as a calendar file (RFC 5545), for visitors and for its team.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus};

use super::calendar::{calendar, written};
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{Event, Programme, Session};
use crate::domain::lang::Lang;
use crate::domain::text;

/// An agenda, and how it is written.
#[derive(Debug, Clone, Copy)]
pub struct AgendaCalendar<'a> {
    pub event: &'a Event,
    pub lists: &'a Programme,
    pub origin: &'a CalendarOrigin,
    pub lang: Lang,
    /// Whether links stand in it, which are for those who take part.
    pub with_links: bool,
    pub now: DateTime<Utc>,
}

impl AgendaCalendar<'_> {
    /// The file.
    pub fn file(&self) -> String {
        let mut calendar = calendar("PUBLISH");
        for session in &self.lists.sessions {
            self.push(&mut calendar, self.session(session));
        }
        for block in &self.lists.blocks {
            let label = block.label.get(self.lang, self.event.first_language());
            let mut entry = self.entry(block.id.as_str(), label);
            entry.starts(block.starts_at).ends(block.ends_at());
            self.push(&mut calendar, entry);
        }
        written(&calendar)
    }

    fn push(&self, calendar: &mut Calendar, mut entry: Entry) {
        calendar.push(entry.timestamp(self.now).status(EventStatus::Confirmed).done());
    }

    fn entry(&self, id: &str, title: &str) -> Entry {
        let mut entry = Entry::with_uid(&format!("{id}@{}", self.origin.host));
        entry.sequence(self.origin.revision).summary(&text::shown_name(title));
        entry
    }

    fn session(&self, session: &Session) -> Entry {
        let first = self.event.first_language();
        let mut entry = self.entry(session.id.as_str(), session.title.get(self.lang, first));
        entry.starts(session.starts_at).ends(session.ends_at);
        if !session.place.is_empty() {
            entry.location(&text::shown_name(&session.place));
        }
        let about = session.description.get(self.lang, first);
        let told: Vec<&str> =
            [session.speakers.as_str(), about].into_iter().filter(|one| !one.is_empty()).collect();
        if !told.is_empty() {
            entry.description(&told.join("\n\n"));
        }
        if let Some(link) = session.link.as_ref().filter(|_| self.with_links) {
            entry.url(link.as_str());
        }
        entry
    }
}
