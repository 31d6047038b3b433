//! One meeting: its room while it is open, cancelling it with a reason, and saying that the partner did not come.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::{DateTime, Duration, Utc};

use super::times::times;
use super::{Named, frame, named, open, path, schedule::place};
use crate::domain::direct_message::can_be_late;
use crate::domain::event::Venue;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{Meeting, room_link};
use crate::domain::meeting_report::{CancelReason, absent_from};
use crate::domain::problems::Problems;
use crate::services::Fault;
use crate::services::meeting_reports::{self, CancelInput, ReportError};
use crate::services::meetings::MyMeeting;
use crate::services::my_event::MyEvent;
use crate::services::schedule as schedules;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::times::{Times, When};
use crate::web::visit::Visit;

/// Minutes before the start from which on a room is open.
const ROOM_MINUTES: i64 = 10;

/// The video room of a meeting at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Room {
    /// The meeting has a table instead.
    None,
    /// It opens then: a sentence.
    Opens(String),
    Open,
    Closed,
}

/// What there is to say of a meeting's room now.
pub(super) fn room(
    times: &Times<'_>,
    page: &Page,
    mine: &MyEvent,
    meeting: &Meeting,
    now: DateTime<Utc>,
) -> Room {
    let opens = meeting.starts_at - Duration::minutes(ROOM_MINUTES);
    match &mine.event.venue {
        Venue::Onsite { .. } => Room::None,
        Venue::Online { .. } if now < opens => {
            Room::Opens(page.t1("schedule-room-opens", "time", times.moment(opens)))
        }
        Venue::Online { .. } if now < meeting.ends_at => Room::Open,
        Venue::Online { .. } => Room::Closed,
    }
}

#[derive(Template)]
#[template(path = "my/meeting.html")]
struct MeetingPage {
    page: Page,
    problems: Problems,
    partner: Named,
    day: String,
    when: When,
    place: String,
    room: Room,
    action: String,
    /// Where one writes to the partner, and says that one is late.
    write: String,
    can_be_late: bool,
    doing: Doing,
    back: String,
}

/// What can be done about the meeting now.
enum Doing {
    /// It has not begun: it can be cancelled.
    Cancel { reasons: Vec<Choice>, note: String, told: bool },
    /// It has just begun: a sentence says from when on somebody can be missed.
    Wait(String),
    /// The partner can be missed.
    Miss,
    /// The partner was missed; the address of those who are free now, while the slot goes on.
    Missed(String),
}

fn find(mine: &MyEvent, visit: &Visit) -> Result<MyMeeting, PageError> {
    let found = mine.meetings.iter().find(|my| my.meeting.id.as_str() == visit.part("id"));
    found.cloned().ok_or(PageError::NotFound)
}

/// The page of a meeting.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    page_of(&visit, mine, StatusCode::OK, Problems::new()).await
}

async fn page_of(visit: &Visit, mine: MyEvent, status: StatusCode, problems: Problems) -> Answer {
    let my = find(&mine, visit)?;
    let (mine, view) = visit
        .run(move |app| {
            let view = schedules::view(app, &mine)?;
            Ok::<_, Fault>((mine, view))
        })
        .await?;
    let page = frame(visit, &mine).with_problems(&problems);
    let page = page.clone().below(page.t("my-schedule"), path(&mine, "/schedule"));
    let times = times(visit, &page, &mine);
    let meeting = &my.meeting;
    let missed_from = absent_from(meeting.starts_at);
    let doing = if view.waited.contains(&meeting.id) {
        let on = view.now < meeting.ends_at;
        Doing::Missed(if on { path(&mine, &format!("/slots/{}", meeting.slot)) } else { String::new() })
    } else if view.now < meeting.starts_at {
        cancelling(visit, &page, &problems)
    } else if view.now < missed_from {
        Doing::Wait(page.t1("meeting-miss-from", "time", times.moment(missed_from)))
    } else {
        Doing::Miss
    };
    let day = meeting.starts_at.with_timezone(&mine.event.time_zone).date_naive();
    visit.show_as(
        status,
        &MeetingPage {
            partner: named(&page, &my.partner),
            day: page.words.long_date(day),
            when: times.when(meeting.starts_at, meeting.ends_at),
            place: place(&page, &mine.programme, meeting),
            room: room(&times, &page, &mine, meeting, view.now),
            action: path(&mine, &format!("/meetings/{}", meeting.id)),
            write: path(&mine, &format!("/people/{}/messages", my.partner.id)),
            can_be_late: can_be_late(meeting, view.now),
            doing,
            back: path(&mine, "/schedule"),
            page,
            problems,
        },
    )
}

fn cancelling(visit: &Visit, page: &Page, problems: &Problems) -> Doing {
    let chosen = visit.form.one("reason");
    let choice = |reason: CancelReason| {
        Choice::new(
            reason.code(),
            page.t(&format!("cancel-reason-{}", reason.code())),
            reason.code() == chosen,
        )
    };
    Doing::Cancel {
        reasons: CancelReason::OFFERED.map(choice).to_vec(),
        note: visit.form.one("note").to_string(),
        told: problems.is_empty() || visit.form.has("told"),
    }
}

/// Cancels it.
pub async fn cancel(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (me, id) = (mine.access.clone(), MeetingId(visit.part("id").to_string()));
    let input = CancelInput {
        reason: visit.form.one("reason").to_string(),
        note: visit.form.one("note").to_string(),
        told: visit.form.has("told"),
    };
    match visit.attempt(move |app| meeting_reports::cancel(app, &me, &id, &input)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, "/schedule"), "meeting-cancelled")),
        Err(ReportError::Invalid(problems)) => {
            page_of(&visit, mine, StatusCode::UNPROCESSABLE_ENTITY, problems).await
        }
        Err(error) => refused(&visit, &mine, error),
    }
}

/// Notes that the partner did not come, and shows who is free now.
pub async fn absent(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let my = find(&mine, &visit)?;
    let me = mine.access.clone();
    let id = my.meeting.id.clone();
    match visit.attempt(move |app| meeting_reports::report_absent(app, &me, &id)).await? {
        Ok(()) if visit.app().clock.now() < my.meeting.ends_at => {
            Ok(visit.see_with(&path(&mine, &format!("/slots/{}", my.meeting.slot)), "missed"))
        }
        Ok(()) => Ok(visit.see_with(&path(&mine, "/schedule"), "missed")),
        Err(error) => refused(&visit, &mine, error),
    }
}

/// Something has changed since the page was opened: the page as it is now says so.
fn refused(visit: &Visit, mine: &MyEvent, error: ReportError) -> Answer {
    match error {
        ReportError::Begun | ReportError::TooEarly => Ok(visit.see(visit.path_above())),
        ReportError::Cancelled | ReportError::Invalid(_) => Ok(visit.see(&path(mine, "/schedule"))),
        ReportError::Fault(fault) => Err(fault.into()),
    }
}

/// Opens the room while it is open; else the meeting's page says when.
pub async fn enter(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let my = find(&mine, &visit)?;
    let page = frame(&visit, &mine);
    let times = times(&visit, &page, &mine);
    let now = visit.app().clock.now();
    match (room(&times, &page, &mine, &my.meeting, now), &mine.event.venue) {
        (Room::Open, Venue::Online { room_link: pattern }) => {
            Ok(visit.see(&room_link(pattern, &my.meeting.id)))
        }
        _ => Ok(visit.see(visit.path_above())),
    }
}
