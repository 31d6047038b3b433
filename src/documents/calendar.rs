//! Meetings as calendar files (RFC 5545) and as invitations to one participant (RFC 5546).

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Parameter, Property};

use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::country;
use crate::domain::event::{Event, Venue};
use crate::domain::floor::Floor;
use crate::domain::interpreter::Interpreting;
use crate::domain::meeting::{Meeting, MeetingState, room_link};
use crate::domain::participant::Participant;
use crate::domain::text::{self, Email};
use crate::words::Words;

const PRODUCT: &str = "-//Rendezvous//Rendezvous 1//EN";
/// Longest content line in octets, without its line end (RFC 5545, 3.1).
const LINE_MAX: usize = 75;

/// A meeting with the other one of the two.
#[derive(Debug, Clone, Copy)]
pub struct ScheduledMeeting<'a> {
    pub meeting: &'a Meeting,
    pub partner: &'a Participant,
    /// What is said of the event's tables.
    pub floor: &'a Floor,
    pub interpreting: &'a Interpreting,
}

impl ScheduledMeeting<'_> {
    /// The partner as a calendar and a mail name them: `Ada Lovelace (Analytical Engines)`, or the organisation alone
    /// where no name is known.
    pub fn partner_name(&self) -> String {
        self.partner.profile.person.shown()
    }

    /// `with interpreter Anna Schmidt`; none where nobody is needed.
    pub fn interpreter(&self, words: Words) -> Option<String> {
        words.interpreter(self.interpreting, self.meeting.interpreter.as_ref())
    }

    /// Where the meeting takes place: table and place, or the link of the video room.
    pub fn place(&self, words: Words, event: &Event) -> String {
        place(words, event, self.floor, self.meeting)
    }
}

/// Where a meeting takes place: table and place, or the link of the video room.
pub(super) fn place(words: Words, event: &Event, floor: &Floor, meeting: &Meeting) -> String {
    match &event.venue {
        Venue::Onsite { place, .. } => {
            let table = meeting.table.map(|number| words.table(floor, number));
            let place = Some(text::shown_name(place)).filter(|place| !place.is_empty());
            [table, place].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Venue::Online { room_link: pattern } => text::line(&room_link(pattern, &meeting.id)),
    }
}

/// Whose calendar it is.
#[derive(Debug, Clone, Copy)]
pub struct CalendarOwner<'a> {
    pub event: &'a Event,
    pub participant: &'a Participant,
    /// It alone changes and cancels what it invited to.
    pub origin: &'a CalendarOrigin,
    pub now: DateTime<Utc>,
}

/// An invitation of `recipient` to one meeting, or its update (RFC 5546, 3.2.2).
pub fn request(owner: &CalendarOwner<'_>, recipient: &Email, meeting: &ScheduledMeeting<'_>) -> String {
    let mut entry = entry(owner, meeting, EventStatus::Confirmed);
    entry.timestamp(owner.now).append_multi_property(attendee(owner.participant, recipient));
    written(calendar("REQUEST").push(entry.done()))
}

/// The cancellation of one meeting (RFC 5546, 3.2.5).
pub fn cancel(owner: &CalendarOwner<'_>, recipient: &Email, meeting: &ScheduledMeeting<'_>) -> String {
    let mut entry = entry(owner, meeting, EventStatus::Cancelled);
    entry.timestamp(owner.now).append_multi_property(attendee(owner.participant, recipient));
    written(calendar("CANCEL").push(entry.done()))
}

/// A file with all meetings (RFC 5546, 3.2.1): it names no attendee, and nobody answers it.
pub fn publish(owner: &CalendarOwner<'_>, meetings: &[ScheduledMeeting<'_>]) -> String {
    let mut calendar = calendar("PUBLISH");
    publish_into(&mut calendar, owner, meetings);
    written(&calendar)
}

/// Puts meetings into a file.
pub(super) fn publish_into(
    calendar: &mut Calendar,
    owner: &CalendarOwner<'_>,
    meetings: &[ScheduledMeeting<'_>],
) {
    for meeting in meetings {
        let mut entry = entry(owner, meeting, status(meeting));
        calendar.push(entry.timestamp(owner.now).done());
    }
}

fn status(meeting: &ScheduledMeeting<'_>) -> EventStatus {
    match meeting.meeting.state {
        MeetingState::Planned => EventStatus::Confirmed,
        MeetingState::Cancelled => EventStatus::Cancelled,
    }
}

pub(super) fn calendar(method: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", method)]
    {
        calendar.append_property(Property::new(key, value));
    }
    calendar
}

pub(super) fn entry(
    owner: &CalendarOwner<'_>,
    scheduled: &ScheduledMeeting<'_>,
    status: EventStatus,
) -> Entry {
    let words = Words::of(owner.participant.profile.lang);
    let meeting = scheduled.meeting;
    let uid = meeting.calendar_uid(&owner.participant.id, &owner.origin.host);
    let partner = scheduled.partner_name();
    // Somebody who had everything about them deleted has no name any more.
    let mut summary = if partner.is_empty() {
        words.t("calendar-summary-unnamed")
    } else {
        words.t1("calendar-summary", "partner", partner)
    };
    if status == EventStatus::Cancelled {
        // Some programs show a cancelled entry as any other.
        summary = words.t1("calendar-summary-cancelled", "summary", summary);
    }
    let mut entry = Entry::with_uid(&uid);
    // Times in UTC need no VTIMEZONE, and every calendar shows them in its reader's own zone.
    entry
        .sequence(meeting.sequence)
        .last_modified(meeting.updated_at)
        .starts(meeting.starts_at)
        .ends(meeting.ends_at)
        .summary(&summary)
        .location(&scheduled.place(words, owner.event))
        .description(&description(words, owner.event, scheduled))
        .add_property("TRANSP", if status == EventStatus::Cancelled { "TRANSPARENT" } else { "OPAQUE" })
        .append_property(organiser(owner));
    entry.status(status).done()
}

pub(super) fn description(words: Words, event: &Event, scheduled: &ScheduledMeeting<'_>) -> String {
    let person = &scheduled.partner.profile.person;
    let country = country::name(&person.country, words.lang);
    let event_name = text::shown_name(event.name_in(words.lang));
    let lines = [
        text::shown_name(&person.name),
        text::shown_name(&person.organisation),
        country,
        String::new(),
        event_name,
        scheduled.place(words, event),
        scheduled.interpreter(words).unwrap_or_default(),
    ];
    let mut told: Vec<String> = Vec::new();
    for line in lines {
        // An organisation that stands for itself has one name, not two.
        if told.last() != Some(&line) {
            told.push(line);
        }
    }
    told.join("\n").trim().to_string()
}

pub(super) fn organiser(owner: &CalendarOwner<'_>) -> Property {
    address("ORGANIZER", &owner.event.organiser_name, &owner.origin.organiser).done()
}

/// The one attendee. Nobody reads answers, so none is asked for; registering was the answer.
fn attendee(participant: &Participant, email: &Email) -> Property {
    address("ATTENDEE", &participant.profile.person.name, email)
        .append_parameter(Parameter::new("CUTYPE", "INDIVIDUAL"))
        .append_parameter(Parameter::new("ROLE", "REQ-PARTICIPANT"))
        .append_parameter(Parameter::new("PARTSTAT", "ACCEPTED"))
        .append_parameter(Parameter::new("RSVP", "FALSE"))
        .done()
}

fn address(key: &str, name: &str, email: &Email) -> Property {
    let mut property = Property::new(key, format!("mailto:{}", email.wire()));
    // A quotation mark cannot stand in a parameter (RFC 5545, 3.2).
    let name = text::shown_name(name).replace('"', "'");
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    property
}

/// Stands in an entry for its alarm, in minutes: the crate would give one a time and an id that are none of its own.
pub(super) const ALARM: &str = "X-ALARM-MINUTES";

pub(super) fn written(calendar: &Calendar) -> String {
    // The crate's own folding lets a last line grow to 76 octets.
    let unfolded = calendar.to_string().replace("\r\n ", "");
    let (mut alarm, mut summary, mut out) = (None, "", String::with_capacity(unfolded.len()));
    for line in unfolded.split_inclusive("\r\n") {
        match line.split_once(':') {
            Some((ALARM, minutes)) => {
                alarm = Some(minutes.trim_end());
                continue;
            }
            Some(("SUMMARY", text)) => summary = text.trim_end(),
            Some(("END", "VEVENT\r\n")) => {
                if let Some(minutes) = alarm.take() {
                    let lines = ["BEGIN:VALARM", "ACTION:DISPLAY", &format!("TRIGGER:-PT{minutes}M")];
                    lines.iter().for_each(|line| out.push_str(&folded(line)));
                    out.push_str(&folded(&format!("DESCRIPTION:{summary}")));
                    out.push_str("END:VALARM\r\n");
                }
            }
            _ => {}
        }
        out.push_str(&folded(line));
    }
    out
}

/// Folds a content line at 75 octets, never inside a character (RFC 5545, 3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / LINE_MAX * 3);
    let mut room = LINE_MAX;
    for c in line.trim_end_matches("\r\n").chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE_MAX - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
    out
}
