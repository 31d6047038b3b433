//! One's schedule: each day as a picture and as a list, with whom, where and why; and as a calendar file.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use askama::Template;
use chrono::{DateTime, NaiveDate, Timelike, Utc};

use super::{named, open, path};
use crate::documents::pictures::schedule::{self as picture, Item, Kind};
use crate::domain::event::{Event, Slot, Venue};
use crate::domain::meeting::{Meeting, room_link};
use crate::domain::participant::InterestKind;
use crate::services::meetings::{self, MyMeeting};
use crate::services::participants::MyEvent;
use crate::web::answers::{interest_lines, zone_of};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/schedule.html")]
struct SchedulePage {
    page: Page,
    summary: String,
    zone: String,
    days: Vec<Day>,
    has_meetings: bool,
    file: String,
    feed: String,
    people: String,
}

/// A day with its picture in two widths.
struct Day {
    title: String,
    narrow: String,
    wide: String,
    entries: Vec<Entry>,
}

/// A row of the list.
struct Entry {
    starts_at: String,
    time: String,
    what: What,
}

enum What {
    Meeting(Box<MeetingEntry>),
    Session { title: String, place: String },
    Free,
}

struct MeetingEntry {
    title: String,
    below: String,
    country: String,
    place: String,
    /// Address of the video room; empty at a place.
    room: String,
    offers: Vec<String>,
    seeks: Vec<String>,
    reasons: Vec<String>,
    url: String,
}

/// The schedule.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let page = super::frame(&visit, &mine);
    visit.show(&SchedulePage {
        summary: summary(&page, &mine),
        zone: zone_of(&page, &mine.event, &mine.programme),
        days: days(&page, &mine),
        has_meetings: !mine.meetings.is_empty(),
        file: path(&mine, "/schedule.ics"),
        feed: path(&mine, "/feed"),
        people: path(&mine, "/people"),
        page,
    })
}

/// The meetings as a calendar file.
pub async fn file(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let name = format!("attachment; filename=\"{}.ics\"", mine.event.slug);
    let text =
        visit.run(move |app| Ok::<_, crate::services::Fault>(meetings::calendar_file(app, &mine))).await?;
    let mut response = HttpResponse::Ok().body(text);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// `You meet 6 people, 5 of them from other countries.`
pub fn summary(page: &Page, mine: &MyEvent) -> String {
    let own = &mine.participant.profile.person.country;
    let foreign = |my: &&MyMeeting| {
        let country = &my.partner.profile.person.country;
        !country.is_empty() && country != own
    };
    let abroad = mine.meetings.iter().filter(foreign).count();
    let count = mine.meetings.len();
    let key = if count > 1 && abroad == count { "my-summary-all-abroad" } else { "my-summary" };
    page.t2(key, "count", count, "abroad", abroad)
}

/// Where an event takes place, in a few words.
pub fn venue(page: &Page, event: &Event) -> String {
    match &event.venue {
        Venue::Onsite { place, .. } => place.clone(),
        Venue::Online { .. } => page.t("event-online"),
    }
}

/// Something in the schedule, before it is told or drawn.
struct Stretch<'a> {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    what: Planned<'a>,
}

enum Planned<'a> {
    Meeting(&'a MyMeeting),
    Session(&'a crate::domain::event::Session),
    Free,
}

fn stretches(mine: &MyEvent) -> Vec<Stretch<'_>> {
    let attendance = &mine.participant.profile.attendance;
    let meetings = mine.meetings.iter().map(|my| Stretch {
        from: my.meeting.starts_at,
        to: my.meeting.ends_at,
        what: Planned::Meeting(my),
    });
    let sessions = mine.programme.sessions.iter().filter(|session| attendance.sessions.contains(&session.id));
    let sessions = sessions.map(|session| Stretch {
        from: session.starts_at,
        to: session.ends_at,
        what: Planned::Session(session),
    });
    let mut all: Vec<Stretch<'_>> = meetings.chain(sessions).collect();
    all.extend(free(mine));
    all.sort_by_key(|one| (one.from, one.to));
    all
}

/// Free slots, those that follow each other in a block as one stretch.
fn free(mine: &MyEvent) -> Vec<Stretch<'_>> {
    let attendance = &mine.participant.profile.attendance;
    let taken = |slot: &Slot| mine.meetings.iter().any(|my| my.meeting.slot == slot.id);
    let mut found: Vec<Stretch<'_>> = Vec::new();
    let mut last: Option<&Slot> = None;
    for slot in &mine.programme.slots {
        if taken(slot) || !attendance.is_free_in(slot, &mine.programme.sessions) {
            last = None;
            continue;
        }
        match found.last_mut().filter(|_| last.is_some_and(|before| before.block == slot.block)) {
            Some(stretch) => stretch.to = slot.ends_at,
            None => found.push(Stretch { from: slot.starts_at, to: slot.ends_at, what: Planned::Free }),
        }
        last = Some(slot);
    }
    found
}

fn days(page: &Page, mine: &MyEvent) -> Vec<Day> {
    let zone = mine.event.time_zone;
    let date = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let all = stretches(mine);
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
                items: own.iter().map(|one| item(page, mine, one)).collect(),
            };
            Day {
                narrow: picture::svg(&drawn(340), 340),
                wide: picture::svg(&drawn(680), 680),
                entries: own.iter().map(|one| entry(page, mine, one)).collect(),
                title,
            }
        })
        .collect()
}

fn item(page: &Page, mine: &MyEvent, stretch: &Stretch<'_>) -> Item {
    let (zone, first) = (mine.event.time_zone, mine.event.first_language());
    let start = minute(stretch.from.with_timezone(&zone));
    let minutes = u32::try_from((stretch.to - stretch.from).num_minutes()).unwrap_or(0);
    let (kind, title, detail, place) = match &stretch.what {
        Planned::Meeting(my) => {
            let named = named(page, &my.partner);
            let parts = [named.below, named.place];
            let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            (Kind::Meeting, named.title, detail, table(page, &my.meeting))
        }
        Planned::Session(session) => {
            let title = session.title.get(page.lang, first).to_string();
            (Kind::Session, title, String::new(), session.place.clone())
        }
        Planned::Free => (Kind::Free, page.t("picture-free"), String::new(), String::new()),
    };
    Item { start, end: start + minutes, kind, title, detail, place }
}

fn minute(at: impl Timelike) -> u32 {
    at.hour() * 60 + at.minute()
}

fn table(page: &Page, meeting: &Meeting) -> String {
    meeting.table.map(|number| page.t1("picture-table-number", "number", number)).unwrap_or_default()
}

fn entry(page: &Page, mine: &MyEvent, stretch: &Stretch<'_>) -> Entry {
    let zone = mine.event.time_zone;
    let what = match &stretch.what {
        Planned::Meeting(my) => What::Meeting(Box::new(meeting_entry(page, mine, my))),
        Planned::Session(session) => What::Session {
            title: session.title.get(page.lang, mine.event.first_language()).to_string(),
            place: session.place.clone(),
        },
        Planned::Free => What::Free,
    };
    Entry {
        starts_at: stretch.from.with_timezone(&zone).format("%Y-%m-%dT%H:%M%:z").to_string(),
        time: page.words.time_range(stretch.from, stretch.to, zone),
        what,
    }
}

fn meeting_entry(page: &Page, mine: &MyEvent, my: &MyMeeting) -> MeetingEntry {
    let named = named(page, &my.partner);
    let interests = &my.partner.profile.interests;
    let lines = |kind| interest_lines(page, &mine.event, &mine.programme, interests, kind);
    let room = match &mine.event.venue {
        Venue::Online { room_link: pattern } => room_link(pattern, &my.meeting.id),
        Venue::Onsite { .. } => String::new(),
    };
    MeetingEntry {
        title: named.title,
        below: named.below,
        country: named.place,
        place: table(page, &my.meeting),
        room,
        offers: lines(InterestKind::Offer),
        seeks: lines(InterestKind::Seek),
        reasons: reasons(page, &my.meeting),
        url: path(mine, &format!("/people/{}", my.partner.id)),
    }
}

/// Why they meet, the weightiest first; what every pair has is no reason.
fn reasons(page: &Page, meeting: &Meeting) -> Vec<String> {
    const TELLS_NOTHING: [&str; 2] = ["both_take_part", "limit"];
    let mut terms: Vec<_> = meeting
        .terms
        .iter()
        .filter(|term| term.points > 0 && !TELLS_NOTHING.contains(&term.term.as_str()))
        .collect();
    terms.sort_by_key(|term| std::cmp::Reverse(term.points));
    terms.iter().map(|term| page.t(&format!("term-{}", term.term.replace('_', "-")))).collect()
}
