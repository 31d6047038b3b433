//! The meetings of an interpreter as a calendar file.

use chrono::{DateTime, Utc};
use icalendar::{Component, Event as Entry, EventLike, EventStatus};

use super::calendar::{calendar, place, written};
use crate::domain::event::Event;
use crate::domain::floor::Floor;
use crate::domain::interpreter::Interpreter;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::words::Words;

/// A meeting in which somebody interprets.
#[derive(Debug, Clone, Copy)]
pub struct Interpreted<'a> {
    pub meeting: &'a Meeting,
    pub people: [&'a Participant; 2],
}

impl Interpreted<'_> {
    /// `Ada Lovelace (Analytical Engines) – Jean Martin (Lyon)`.
    pub fn pair(&self) -> String {
        self.people.map(|one| one.profile.person.shown()).join(" – ")
    }

    /// `German, English – French`: what each of the two speaks.
    pub fn languages(&self, words: Words) -> String {
        self.people.map(|one| words.languages(&one.profile.person.languages)).join(" – ")
    }

    /// Table and place, or the link of the video room.
    pub fn place(&self, words: Words, event: &Event, floor: &Floor) -> String {
        place(words, event, floor, self.meeting)
    }
}

/// Whose file it is.
#[derive(Debug, Clone, Copy)]
pub struct InterpreterCalendar<'a> {
    pub event: &'a Event,
    pub floor: &'a Floor,
    pub interpreter: &'a Interpreter,
    /// Of the address of this program, which makes ids its own.
    pub host: &'a str,
    pub now: DateTime<Utc>,
}

/// A file with their meetings; `gone` are those that somebody else interprets now, or nobody.
pub fn file(of: &InterpreterCalendar<'_>, meetings: &[Interpreted<'_>], gone: &[Interpreted<'_>]) -> String {
    let mut all = calendar("PUBLISH");
    for meeting in meetings {
        all.push(entry(of, meeting, meeting.meeting.state == MeetingState::Planned));
    }
    for meeting in gone {
        all.push(entry(of, meeting, false));
    }
    written(&all)
}

fn entry(of: &InterpreterCalendar<'_>, interpreted: &Interpreted<'_>, is_on: bool) -> Entry {
    let words = Words::of(of.interpreter.lang);
    let meeting = interpreted.meeting;
    let name = text::shown_name(of.event.name_in(words.lang));
    let summary = words.t1("interpreter-calendar-summary", "pair", interpreted.pair());
    let summary = if is_on { summary } else { words.t1("calendar-summary-cancelled", "summary", summary) };
    let place = interpreted.place(words, of.event, of.floor);
    let description = [interpreted.pair(), interpreted.languages(words), String::new(), name, place.clone()];
    // One meeting is another entry for each who interprets in it.
    let mut entry = Entry::with_uid(&format!("{}-{}@{}", meeting.id, of.interpreter.id, of.host));
    entry
        .sequence(meeting.sequence)
        .last_modified(meeting.updated_at)
        .timestamp(of.now)
        .starts(meeting.starts_at)
        .ends(meeting.ends_at)
        .summary(&summary)
        .location(&place)
        .description(description.join("\n").trim())
        .add_property("TRANSP", if is_on { "OPAQUE" } else { "TRANSPARENT" })
        .status(if is_on { EventStatus::Confirmed } else { EventStatus::Cancelled })
        .done()
}
