//! What is on for a participant at this moment of the event, and what comes next.

use chrono::{DateTime, Utc};

use super::schedule::place;
use super::{named, path};
use crate::domain::event::EventDay;
use crate::services::my_event::MyEvent;
use crate::web::page::Page;
use crate::web::times::{Times, When};

/// Minutes before something begins from which on they are counted down.
const SOON: i64 = 60;

/// The day as it stands.
pub(super) struct Today {
    pub now: Vec<Item>,
    /// What begins next; several where they begin at once.
    pub next: Vec<Item>,
}

/// A meeting or a session.
pub(super) struct Item {
    pub title: String,
    /// Organisation and country of whom they meet.
    pub below: String,
    pub place: String,
    /// The meeting's page; empty for a session.
    pub url: String,
    pub when: When,
    /// The day, where it is not today.
    pub day: String,
    /// In how many minutes; empty where that is long.
    pub soon: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

impl Today {
    /// Of somebody who has a seat, while the event is on.
    pub fn of(page: &Page, times: &Times<'_>, mine: &MyEvent, now: DateTime<Utc>) -> Option<Today> {
        let day = now.with_timezone(&mine.event.time_zone).date_naive();
        let is_on = matches!(mine.event.on_day(day), EventDay::First | EventDay::Running);
        if !is_on || !mine.registration.state.holds_seat() {
            return None;
        }
        let items = items(page, times, mine, now);
        let begins = items.iter().map(|item| item.starts_at).filter(|from| *from > now).min();
        let (next, rest): (Vec<Item>, Vec<Item>) =
            items.into_iter().partition(|item| Some(item.starts_at) == begins);
        let is_now = |item: &Item| item.starts_at <= now && now < item.ends_at;
        Some(Today { now: rest.into_iter().filter(is_now).collect(), next })
    }
}

/// Everything that is planned for somebody.
fn items(page: &Page, times: &Times<'_>, mine: &MyEvent, now: DateTime<Utc>) -> Vec<Item> {
    let zone = mine.event.time_zone;
    let date = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let item = |title: String, (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>)| {
        let minutes = (starts_at - now).num_seconds().div_euclid(60) + 1;
        Item {
            title,
            below: String::new(),
            place: String::new(),
            url: String::new(),
            when: times.when(starts_at, ends_at),
            day: if date(starts_at) == date(now) {
                String::new()
            } else {
                page.words.long_date(date(starts_at))
            },
            soon: match (1..=SOON).contains(&minutes) {
                true => page.t1("today-in", "minutes", minutes),
                false => String::new(),
            },
            starts_at,
            ends_at,
        }
    };
    let meetings = mine.meetings.iter().map(|my| {
        let (meeting, named) = (&my.meeting, named(page, &my.partner));
        Item {
            below: named.line_below(),
            place: place(page, &mine.programme, meeting),
            url: path(mine, &format!("/meetings/{}", meeting.id)),
            ..item(named.title, (meeting.starts_at, meeting.ends_at))
        }
    });
    let attendance = &mine.participant.profile.attendance;
    let sessions = mine.programme.sessions.iter().filter(|one| attendance.takes_part_in(&one.id));
    let sessions = sessions.map(|session| {
        let title = session.title.get(page.lang, mine.event.first_language()).to_string();
        Item { place: session.place.clone(), ..item(title, (session.starts_at, session.ends_at)) }
    });
    meetings.chain(sessions).collect()
}
