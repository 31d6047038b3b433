//! Before a participant's change calls meetings of theirs off: which ones, with whom, and that the partners are told.

use actix_web::HttpResponse;
use askama::Template;

use super::times::times;
use super::{frame, named, path};
use crate::domain::ids::MeetingId;
use crate::services::calling_off;
use crate::services::events::EditError;
use crate::services::my_event::MyEvent;
use crate::services::revising::Breaks;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::{ACCEPTED, Visit};

#[derive(Template)]
#[template(path = "my/breaks.html")]
struct BreaksPage {
    page: Page,
    title: String,
    /// Each meeting in a line.
    meetings: Vec<String>,
    accepted: String,
    typed: Vec<(String, String)>,
    button: String,
    action: String,
    back: String,
}

/// Asks whether they shall be called off. `back` leads away without a change.
pub(super) fn ask(visit: &Visit, mine: &MyEvent, breaks: &Breaks, back: &str) -> Answer {
    let page = frame(visit, mine);
    let page = page.clone().below(page.t("my-overview"), path(mine, ""));
    let times = times(visit, &page, mine);
    let misfits = &breaks.0;
    let count = misfits.meetings.len();
    let lines = misfits.meetings.iter().filter_map(|one| {
        let meeting = &one.meeting;
        let partner = mine.meetings.iter().find(|my| my.meeting.id == meeting.id)?;
        let when = times.line(meeting.starts_at, meeting.ends_at);
        Some(format!("{when}: {}", named(&page, &partner.partner).title))
    });
    visit.show(&BreaksPage {
        title: page.t1("my-breaks-title", "meetings", count),
        meetings: lines.collect(),
        accepted: misfits.accepted().as_str().to_string(),
        typed: visit.form.carried(&[ACCEPTED, "keep"]),
        button: page.t1("my-breaks-do", "meetings", count),
        action: visit.path().to_string(),
        back: back.to_string(),
        page,
    })
}

/// Calls off what no longer fits, once the change is stored.
pub(super) async fn follow(
    visit: &Visit,
    mine: &MyEvent,
    broken: Vec<MeetingId>,
    done: HttpResponse,
) -> Answer {
    if broken.is_empty() {
        return Ok(done);
    }
    let own = mine.access.clone();
    match visit.attempt(move |app| calling_off::call_off_own(app, &own, &broken)).await? {
        Ok(_) => Ok(done),
        Err(EditError::Fault(fault)) => Err(fault.into()),
        // Calling off breaks nothing, and nothing is typed.
        Err(EditError::Invalid(_) | EditError::Breaks(_)) => Err(PageError::BadRequest),
    }
}
