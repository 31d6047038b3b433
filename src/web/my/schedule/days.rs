//! The days of a schedule, each as a picture and as a list of meetings, sessions and free slots.

use chrono::{DateTime, NaiveDate, Timelike, Utc};

use super::super::meetings::{Room, room};
use super::super::{named, path};
use crate::documents::pictures::schedule::{self as picture, Item, Kind};
use crate::domain::event::{Programme, Session, Slot};
use crate::domain::meeting::Meeting;
use crate::services::meetings::MyMeeting;
use crate::services::my_event::MyEvent;
use crate::services::schedule::ScheduleView;
use crate::web::page::Page;
use crate::web::session_text::SessionText;
use crate::web::times::{Times, When};

/// A day with its picture in two widths.
pub(super) struct Day {
    pub title: String,
    pub narrow: String,
    pub wide: String,
    pub entries: Vec<Entry>,
}

/// A row of the list.
pub(super) struct Entry {
    pub when: When,
    /// What else is at the same time; empty where nothing is.
    pub clash: String,
    pub what: What,
}

pub(super) enum What {
    Meeting(Box<MeetingEntry>),
    Session(SessionText),
    Free(FreeEntry),
}

pub(super) struct MeetingEntry {
    pub title: String,
    /// Organisation and country.
    pub below: String,
    pub place: String,
    pub room: Room,
    /// Whether its organiser looks at it, since it cannot take place as it is planned.
    pub looked_at: bool,
    /// Opens the room while it is open.
    pub room_url: String,
    /// The meeting's own page.
    pub url: String,
}

/// A slot in which nothing is planned.
pub(super) struct FreeEntry {
    /// How many are free too, or that no table is left; empty if it is over or nobody is.
    pub told: String,
    /// Where one of them is asked; empty where nobody can be.
    pub url: String,
}

/// Something in the schedule, before it is told or drawn.
struct Stretch<'a> {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    what: Planned<'a>,
}

impl Stretch<'_> {
    /// Whether somebody cannot be at both.
    fn clashes_with(&self, other: &Stretch<'_>) -> bool {
        let is_fixed = |one: &Stretch<'_>| !matches!(one.what, Planned::Free(_));
        is_fixed(self) && is_fixed(other) && self.from < other.to && other.from < self.to
    }
}

enum Planned<'a> {
    Meeting(&'a MyMeeting),
    Session(&'a Session),
    Free(&'a Slot),
}

fn stretches<'a>(mine: &'a MyEvent, view: &ScheduleView) -> Vec<Stretch<'a>> {
    let attendance = &mine.participant.profile.attendance;
    let meetings = mine.meetings.iter().map(|my| Stretch {
        from: my.meeting.starts_at,
        to: my.meeting.ends_at,
        what: Planned::Meeting(my),
    });
    let sessions = mine.programme.sessions.iter().filter(|session| attendance.takes_part_in(&session.id));
    let sessions = sessions.map(|session| Stretch {
        from: session.starts_at,
        to: session.ends_at,
        what: Planned::Session(session),
    });
    let taken = |slot: &Slot| {
        mine.meetings.iter().any(|my| {
            let meeting = &my.meeting;
            meeting.starts_at < slot.ends_at
                && slot.starts_at < meeting.ends_at
                && !view.waited.contains(&meeting.id)
        })
    };
    let availability = mine.participant.profile.availability(&mine.event, &mine.programme);
    let free = mine.programme.slots.iter().filter(|slot| !taken(slot) && availability.is_free_in(slot));
    let free = free.map(|slot| Stretch { from: slot.starts_at, to: slot.ends_at, what: Planned::Free(slot) });
    let mut all: Vec<Stretch<'_>> = meetings.chain(sessions).chain(free).collect();
    all.sort_by_key(|one| (one.from, one.to));
    all
}

/// The days on which something is.
pub(super) fn days(page: &Page, times: &Times<'_>, mine: &MyEvent, view: &ScheduleView) -> Vec<Day> {
    let zone = mine.event.time_zone;
    let date = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let all = stretches(mine, view);
    let mut dates: Vec<NaiveDate> = all.iter().map(|one| date(one.from)).collect();
    dates.dedup();
    dates
        .into_iter()
        .enumerate()
        .map(|(n, day)| {
            let own: Vec<&Stretch<'_>> = all.iter().filter(|one| date(one.from) == day).collect();
            let title = page.words.long_date(day);
            let meetings = own.iter().filter(|one| matches!(one.what, Planned::Meeting(_))).count();
            let drawn = |width: u32| picture::Day {
                id: format!("day-{n}-{width}"),
                title: title.clone(),
                description: page.t1("schedule-day", "count", meetings),
                items: items(page, mine, &own),
            };
            Day {
                narrow: picture::svg(&drawn(340), 340),
                wide: picture::svg(&drawn(680), 680),
                entries: own.iter().map(|one| entry(page, times, mine, view, one, &own)).collect(),
                title,
            }
        })
        .collect()
}

/// What is drawn: free slots that follow each other in a block are one stretch.
fn items(page: &Page, mine: &MyEvent, stretches: &[&Stretch<'_>]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut last: Option<&Slot> = None;
    for stretch in stretches {
        let item = item(page, mine, stretch);
        let Planned::Free(slot) = stretch.what else {
            items.push(item);
            last = None;
            continue;
        };
        match items.last_mut().filter(|_| last.is_some_and(|before| before.block == slot.block)) {
            Some(begun) => begun.end = item.end,
            None => items.push(item),
        }
        last = Some(slot);
    }
    items
}

fn item(page: &Page, mine: &MyEvent, stretch: &Stretch<'_>) -> Item {
    let (zone, first) = (mine.event.time_zone, mine.event.first_language());
    let start = minute(stretch.from.with_timezone(&zone));
    let minutes = u32::try_from((stretch.to - stretch.from).num_minutes()).unwrap_or(0);
    let (kind, title, detail, place) = match &stretch.what {
        Planned::Meeting(my) => {
            let named = named(page, &my.partner);
            (
                Kind::Meeting,
                named.title.clone(),
                named.line_below(),
                place(page, &mine.programme, &my.meeting),
            )
        }
        Planned::Session(session) => {
            let title = session.title.get(page.lang, first).to_string();
            (Kind::Session, title, String::new(), session.place.clone())
        }
        Planned::Free(_) => (Kind::Free, page.t("picture-free"), String::new(), String::new()),
    };
    Item { start, end: start + minutes, kind, title, detail, place }
}

fn minute(at: impl Timelike) -> u32 {
    at.hour() * 60 + at.minute()
}

/// `Table 7`, with what is said of it and who interprets; empty where there is neither.
pub(in crate::web::my) fn place(page: &Page, lists: &Programme, meeting: &Meeting) -> String {
    page.words.place(lists, meeting.table, meeting.interpreter.as_ref())
}

fn entry(
    page: &Page,
    times: &Times<'_>,
    mine: &MyEvent,
    view: &ScheduleView,
    stretch: &Stretch<'_>,
    of_day: &[&Stretch<'_>],
) -> Entry {
    let what = match &stretch.what {
        Planned::Meeting(my) => What::Meeting(Box::new(meeting_entry(page, times, mine, view, my))),
        Planned::Session(session) => What::Session(SessionText::of(page, &mine.event, session)),
        Planned::Free(slot) => What::Free(free_entry(page, mine, view, slot)),
    };
    let clashes = |other: &&&Stretch<'_>| !std::ptr::eq(**other, stretch) && other.clashes_with(stretch);
    let others: Vec<String> =
        of_day.iter().filter(clashes).map(|other| title(page, mine, &other.what)).collect();
    let clash = match others.is_empty() {
        true => String::new(),
        false => page.t1("schedule-clash", "what", others.join(", ")),
    };
    Entry { when: times.when(stretch.from, stretch.to), clash, what }
}

fn title(page: &Page, mine: &MyEvent, what: &Planned<'_>) -> String {
    match what {
        Planned::Meeting(my) => named(page, &my.partner).title,
        Planned::Session(session) => session.title.get(page.lang, mine.event.first_language()).to_string(),
        Planned::Free(_) => page.t("picture-free"),
    }
}

fn meeting_entry(
    page: &Page,
    times: &Times<'_>,
    mine: &MyEvent,
    view: &ScheduleView,
    my: &MyMeeting,
) -> MeetingEntry {
    let named = named(page, &my.partner);
    let url = path(mine, &format!("/meetings/{}", my.meeting.id));
    MeetingEntry {
        below: named.line_below(),
        title: named.title,
        place: place(page, &mine.programme, &my.meeting),
        room: room(times, page, mine, &my.meeting, view.now),
        looked_at: view.looked_at.contains(&my.meeting.id),
        room_url: format!("{url}/room"),
        url,
    }
}

fn free_entry(page: &Page, mine: &MyEvent, view: &ScheduleView, slot: &Slot) -> FreeEntry {
    let nothing = FreeEntry { told: String::new(), url: String::new() };
    match view.free.iter().find(|free| free.slot == slot.id) {
        Some(free) if free.count > 0 => FreeEntry {
            told: page.t1("schedule-free-too", "count", free.count),
            url: path(mine, &format!("/slots/{}", slot.id)),
        },
        Some(free) if free.is_full => FreeEntry { told: page.t("schedule-no-table"), ..nothing },
        _ => nothing,
    }
}
