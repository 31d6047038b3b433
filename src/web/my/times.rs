//! Times as *My event* shows them: in the event's zone with its name and distance, and in the reader's own zone where
//! they have chosen one, or said where they are at an event online. Browsers with JavaScript add their own zone by themselves.

use crate::zones::Zone;
use chrono::{DateTime, NaiveDate, Offset, Utc};

use super::{open, path};
use crate::services::my_event::MyEvent;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;
use crate::web::zone_choices;

/// Name of the cookie that keeps the reader's own zone.
pub const COOKIE: &str = "zone";

/// How times are shown to one reader.
pub(super) struct Times<'a> {
    page: &'a Page,
    event: Zone,
    own: Option<Zone>,
}

/// A stretch of time for a page.
pub(super) struct When {
    /// For `<time datetime>`, with the distance from UTC.
    pub from: String,
    pub until: String,
    /// `10:00–10:20`.
    pub text: String,
    /// `CET, UTC+1`.
    pub zone: String,
    /// The same in the reader's own zone, in words; empty if it is the event's, or none is chosen.
    pub own: String,
}

impl<'a> Times<'a> {
    pub fn of(visit: &Visit, page: &'a Page, mine: &MyEvent) -> Times<'a> {
        // What is chosen for this device comes before what was answered for the event.
        let answered = || mine.participant.profile.person.own_day(&mine.event).map(|day| day.zone);
        Times { page, event: mine.event.time_zone, own: visit.chosen_zone().or_else(answered) }
    }

    /// Whether the reader's own zone is known here, so that no script has to find it.
    pub fn are_own(&self) -> bool {
        self.own.is_some()
    }

    /// A stretch.
    pub fn when(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> When {
        let words = self.page.words;
        let stamp = |at: DateTime<Utc>| at.with_timezone(&self.event).format("%Y-%m-%dT%H:%M%:z").to_string();
        When {
            from: stamp(from),
            until: stamp(to),
            text: words.time_range(from, to, self.event),
            zone: words.zone(from, self.event).0,
            own: self.own_time(from, to),
        }
    }

    /// `09:50 (CET, UTC+1)`, with the reader's own time behind it.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let words = self.page.words;
        let text = format!("{} ({})", words.time(at, self.event), words.zone(at, self.event).0);
        let Some(own) = self.own.filter(|own| differs(at, self.event, *own)) else { return text };
        let yours = format!("{}{}", self.day_before(at, own), words.time(at, own));
        let yours = self.page.t2("time-yours", "time", yours, "zone", words.zone(at, own).0);
        format!("{text}, {yours}")
    }

    fn own_time(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
        let words = self.page.words;
        let Some(own) = self.own.filter(|own| differs(from, self.event, *own)) else { return String::new() };
        let time = format!("{}{}", self.day_before(from, own), words.time_range(from, to, own));
        self.page.t2("time-yours", "time", time, "zone", words.zone(from, own).0)
    }

    /// The date, where it is another day in the reader's own zone.
    fn day_before(&self, at: DateTime<Utc>, own: Zone) -> String {
        let date = |zone: Zone| -> NaiveDate { at.with_timezone(&zone).date_naive() };
        if date(own) == date(self.event) {
            String::new()
        } else {
            format!("{}, ", self.page.words.date(date(own)))
        }
    }
}

fn differs(at: DateTime<Utc>, one: Zone, other: Zone) -> bool {
    distance(at, one) != distance(at, other)
}

fn distance(at: DateTime<Utc>, zone: Zone) -> i32 {
    at.with_timezone(&zone).offset().fix().local_minus_utc()
}

/// The zones to choose from, the reader's own chosen.
pub(super) fn choices(visit: &Visit, page: &Page, mine: &MyEvent) -> Vec<Choice> {
    let chosen = visit.chosen_zone().map(|zone| zone.name().to_string());
    zone_choices::choices(page, mine.event.starts_on, chosen.as_ref())
}

/// Keeps the reader's own zone in this browser, or forgets it.
pub async fn choose(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let response = visit.see(&path(&mine, "/schedule"));
    let asked = visit.form.one("zone");
    let cookie = match asked.parse::<Zone>() {
        Ok(zone) => visit.jar().set(COOKIE, zone.name().replace('/', "."), Some(session::KEPT)),
        Err(_) if asked.is_empty() => visit.jar().clear(COOKIE),
        Err(_) => return Err(PageError::BadRequest),
    };
    visit.with_cookie(response, &cookie)
}
