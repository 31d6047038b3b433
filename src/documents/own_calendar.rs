//! Everything of an event that one participant has, as a file and as a feed that calendars fetch again and again: the event, the
//! sessions they chose, and their meetings. There is always the event, so that the calendar is never empty (RFC 5545, 3.6).
//!
//! What is off is not in it: a feed takes the place of what it was, and some programs show a cancelled entry as any other. Its
//! bytes change only when something in it does, so that a fetch of what is known already costs nothing.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};

use super::calendar::{
    ALARM, CalendarOwner, ScheduledMeeting, calendar, description, entry, organiser, publish_into, written,
};
use crate::domain::event::{Programme, Session, Venue};
use crate::domain::ids::MeetingId;
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::text;
use crate::words::Words;

/// How often a calendar should ask a feed for news (RFC 7986, 5.7): every hour.
const REFRESH: &str = "PT1H";

/// What somebody has of an event.
#[derive(Debug, Clone, Copy)]
pub struct OwnCalendar<'a> {
    pub owner: CalendarOwner<'a>,
    pub programme: &'a Programme,
    /// Planned, with the partners as the owner sees them.
    pub meetings: &'a [ScheduledMeeting<'a>],
    /// Whether they have a seat, and not only a place in a list.
    pub has_seat: bool,
    /// Minutes before an entry at which the calendar reminds; 0 for not at all.
    pub alarm_minutes: u32,
    /// The address of *My event*.
    pub link: &'a str,
}

impl OwnCalendar<'_> {
    /// As a file to open.
    pub fn file(&self) -> String {
        let mut calendar = calendar("PUBLISH");
        self.fill(&mut calendar, |_| self.owner.now);
        written(&calendar)
    }

    /// One of the meetings, as a file to open.
    pub fn meeting_file(&self, id: &MeetingId) -> String {
        let mut calendar = calendar("PUBLISH");
        for scheduled in self.meetings.iter().filter(|one| one.meeting.id == *id) {
            calendar.push(self.meeting(scheduled).timestamp(self.owner.now).done());
        }
        written(&calendar)
    }

    /// As a feed.
    pub fn feed(&self) -> String {
        let mut calendar = calendar("PUBLISH");
        let name = text::shown_name(self.owner.event.name_in(self.owner.participant.profile.lang));
        calendar
            .append_property(Property::new("NAME", name.as_str()).add_parameter("VALUE", "TEXT").done())
            .append_property(Property::new("X-WR-CALNAME", name))
            .append_property(
                Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done(),
            )
            .append_property(Property::new("X-PUBLISHED-TTL", REFRESH));
        self.fill(&mut calendar, |changed| changed);
        written(&calendar)
    }

    /// Puts everything in; `stamp` says when an entry was written that changed at a time.
    fn fill(&self, calendar: &mut Calendar, stamp: impl Fn(DateTime<Utc>) -> DateTime<Utc>) {
        // The event and its sessions do not know when they changed.
        let registered = self.owner.participant.created_at;
        calendar.push(whole_event(&self.owner, self.has_seat, self.link).timestamp(stamp(registered)).done());
        let attendance = &self.owner.participant.profile.attendance;
        for session in self.programme.sessions.iter().filter(|one| attendance.takes_part_in(&one.id)) {
            calendar.push(self.session(session).timestamp(stamp(registered)).done());
        }
        for scheduled in self.meetings {
            calendar.push(self.meeting(scheduled).timestamp(stamp(scheduled.meeting.updated_at)).done());
        }
    }

    fn session(&self, session: &Session) -> Entry {
        let CalendarOwner { event, participant, origin, .. } = self.owner;
        let title = session.title.get(participant.profile.lang, event.first_language());
        let mut entry = Entry::with_uid(&format!("{}@{}", session.id, origin.host));
        entry
            .sequence(origin.revision)
            .starts(session.starts_at)
            .ends(session.ends_at)
            .summary(&text::shown_name(title))
            .location(&text::shown_name(&session.place))
            .description(&text::shown_name(event.name_in(participant.profile.lang)))
            .url(self.link)
            .append_property(organiser(&self.owner))
            .status(EventStatus::Confirmed);
        self.with_alarm(entry)
    }

    fn meeting(&self, scheduled: &ScheduledMeeting<'_>) -> Entry {
        let mut entry = entry(&self.owner, scheduled, EventStatus::Confirmed);
        let event = self.owner.event;
        let words = Words::of(self.owner.participant.profile.lang);
        let mut told = description(words, event, scheduled);
        for line in self.topics(scheduled.partner) {
            told.push('\n');
            told.push_str(&line);
        }
        entry.description(&format!("{told}\n\n{}", self.link)).url(self.link);
        self.with_alarm(entry)
    }

    /// What somebody offers and looks for, in a line each.
    fn topics(&self, partner: &Participant) -> Vec<String> {
        let lang = self.owner.participant.profile.lang;
        let named = |kind: InterestKind| -> Vec<String> {
            let topics = self.programme.topics.iter().filter(|topic| {
                partner.profile.interests.iter().any(|one| one.topic == topic.id && one.kind == kind)
            });
            let first = self.owner.event.first_language();
            topics.map(|topic| text::shown_name(topic.label.get(lang, first))).collect()
        };
        let words = Words::of(lang);
        [("calendar-offers", InterestKind::Offer), ("calendar-seeks", InterestKind::Seek)]
            .into_iter()
            .map(|(key, kind)| (key, named(kind)))
            .filter(|(_, topics)| !topics.is_empty())
            .map(|(key, topics)| words.t1(key, "topics", topics.join(", ")))
            .collect()
    }

    fn with_alarm(&self, mut entry: Entry) -> Entry {
        if self.alarm_minutes > 0 {
            entry.add_property(ALARM, self.alarm_minutes.to_string());
        }
        entry.done()
    }
}

/// The event for whoever has a seat, when they get it or when it has moved, with meetings that come by the same file.
pub fn event_file(owner: &CalendarOwner<'_>, link: &str, meetings: &[ScheduledMeeting<'_>]) -> String {
    let mut calendar = calendar("PUBLISH");
    calendar.push(whole_event(owner, true, link).timestamp(owner.now).done());
    publish_into(&mut calendar, owner, meetings);
    written(&calendar)
}

/// All days of the event as one entry, during which its owner is not busy.
fn whole_event(owner: &CalendarOwner<'_>, has_seat: bool, link: &str) -> Entry {
    let CalendarOwner { event, participant, origin, .. } = *owner;
    let words = Words::of(participant.profile.lang);
    let place = match &event.venue {
        Venue::Onsite { place, .. } => text::shown_name(place),
        Venue::Online { .. } => words.t("mail-online"),
    };
    let mut entry = Entry::with_uid(&format!("{}@{}", event.id, origin.host));
    entry
        .sequence(origin.revision)
        .append_property(day("DTSTART", event.starts_on))
        // The first day on which it is over.
        .append_property(day("DTEND", event.ends_on.checked_add_days(Days::new(1)).unwrap_or(event.ends_on)))
        .summary(&text::shown_name(event.name_in(participant.profile.lang)))
        .location(&place)
        .description(link)
        .url(link)
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(organiser(owner))
        .status(if has_seat { EventStatus::Confirmed } else { EventStatus::Tentative });
    entry.done()
}

fn day(key: &str, day: NaiveDate) -> Property {
    Property::new(key, day.format("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}
