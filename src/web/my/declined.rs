//! "Is this meeting off?": the page behind the mail to somebody who has declined a meeting in their calendar. Its one button calls
//! the meeting off; opening it changes nothing.

use askama::Template;

use super::times::times;
use super::{Named, frame, named, open, path};
use crate::domain::meeting_report::CancelReason;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/declined.html")]
struct DeclinedPage {
    page: Page,
    partner: Named,
    when: String,
    reason: &'static str,
    action: String,
    back: String,
}

/// Asks. Of a meeting that is off already, the schedule tells; of one that has begun, its own page.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let back = path(&mine, "/schedule");
    let found = mine.meetings.iter().find(|my| my.meeting.id.as_str() == visit.part("id"));
    let Some(my) = found else { return Ok(visit.see(&back)) };
    if visit.app().clock.now() >= my.meeting.starts_at {
        return Ok(visit.see(visit.path_above()));
    }
    let page = frame(&visit, &mine);
    let page = page.clone().below(page.t("my-schedule"), back.clone());
    let day = my.meeting.starts_at.with_timezone(&mine.event.time_zone).date_naive();
    let when = times(&visit, &page, &mine).moment(my.meeting.starts_at);
    visit.show(&DeclinedPage {
        partner: named(&page, &my.partner),
        when: format!("{}, {when}", page.words.long_date(day)),
        reason: CancelReason::Calendar.code(),
        action: path(&mine, &format!("/meetings/{}/cancel", my.meeting.id)),
        back,
        page,
    })
}
