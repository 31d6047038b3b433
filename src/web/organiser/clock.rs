//! The server's clock after a leap: an administrator says whether it is right.

use crate::zones::Zone;
use askama::Template;
use chrono::{DateTime, Utc};

use super::frame::top;
use crate::services::{access, trusted_time};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/clock.html")]
struct ClockPage {
    page: Page,
    leap: Option<Leap>,
}

/// A leap that nobody has confirmed.
struct Leap {
    /// Names it, so that no other one is confirmed.
    id: i64,
    went: String,
    now: String,
    waits: String,
}

/// What the clock did, and the button that believes it.
pub async fn show(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let (leap, now) = visit
        .run(move |app| Ok::<_, PageError>((trusted_time::doubted_leap(app, &admin)?, app.clock.now())))
        .await?;
    let label = super::frame::page_word(&visit, "nav-events");
    let page = top(&visit)?.below(label, "/organiser");
    let moment = |at: DateTime<Utc>| page.words.moment(at, Zone::UTC);
    let leap = leap.map(|leap| Leap {
        id: leap.to.timestamp_micros(),
        went: {
            let key = if leap.to > leap.from { "clock-ahead" } else { "clock-back" };
            page.t2(key, "from", moment(leap.from), "to", moment(leap.to))
        },
        now: page.t1("clock-now", "now", moment(now)),
        waits: {
            let days = (leap.length().num_hours() + 23) / 24;
            page.t2("clock-waits", "days", days, "hours", leap.ran.num_hours())
        },
    });
    visit.show(&ClockPage { leap, page })
}

/// Believes the clock.
pub async fn confirm(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let micros: i64 = visit.form.one("leap").parse().map_err(|_| PageError::BadRequest)?;
    let to = DateTime::from_timestamp_micros(micros).ok_or(PageError::BadRequest)?;
    let is_meant = visit.run(move |app| trusted_time::believe(app, &admin, to)).await?;
    match is_meant {
        true => Ok(visit.see_with("/organiser", "clock-confirmed")),
        false => Ok(visit.see_with("/organiser/clock", "clock-moved")),
    }
}
