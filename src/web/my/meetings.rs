//! One meeting: who is met and why, where and when, its room while it is open, cancelling it with a reason, and saying that the
//! partner did not come.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::{DateTime, Duration, Utc};

use super::contacts::{ExchangeText, exchange};
use super::person::told;
use super::times::times;
use super::why::why;
use super::{Named, frame, named, open, path, schedule::place};
use crate::domain::direct_message::can_be_late;
use crate::domain::event::{Slot, Venue};
use crate::domain::ids::{MeetingId, SlotId};
use crate::domain::meeting::{Meeting, room_link};
use crate::domain::meeting_report::{CancelReason, absent_from};
use crate::domain::participant::InterestKind;
use crate::domain::picture::PictureKind;
use crate::domain::problems::Problems;
use crate::services::Fault;
use crate::services::contacts;
use crate::services::meeting_reports::{self, CancelInput, ReportError};
use crate::services::meetings::MyMeeting;
use crate::services::my_event::{self, MyEvent};
use crate::services::proposals::{self, Proposing};
use crate::services::schedule::{self as schedules, Pending, ScheduleView};
use crate::web::answers::{Told, interest_lines};
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::{Page, ShownPicture, Tone};
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
    /// The partner's own page.
    person: String,
    talk: Talk,
    exchange: ExchangeText,
    floor_plan: Option<ShownPicture>,
    room: Room,
    moving: Moving,
    action: String,
    /// Where one writes to the partner, and says that one is late.
    write: String,
    can_be_late: bool,
    doing: Doing,
    back: String,
}

/// What there is to talk about.
struct Talk {
    /// Why the two meet.
    reasons: Vec<String>,
    /// What the partner shows of themselves.
    told: Vec<Told>,
    offers: Vec<String>,
    seeks: Vec<String>,
}

impl Talk {
    fn of(page: &Page, mine: &MyEvent, my: &MyMeeting) -> Talk {
        let profile = &my.partner.profile;
        let lines = |kind| interest_lines(page, &mine.event, &mine.programme, &profile.interests, kind);
        Talk {
            reasons: why(page, mine, &my.partner, &my.meeting.terms),
            told: told(page, mine, &profile.person),
            offers: lines(InterestKind::Offer),
            seeks: lines(InterestKind::Seek),
        }
    }
}

/// Whether the meeting can take place at another time.
enum Moving {
    /// Both are free at no other.
    No,
    /// One of the two has proposed one, and the answer is open: a sentence.
    Asked(String),
    /// Times to choose from, and the word that goes with it as typed.
    To { others: Vec<Choice>, word: String },
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
    show_as(visit, mine, status, problems, "").await
}

/// `failure` is the key of what is said at the head; empty where all is well.
async fn show_as(
    visit: &Visit,
    mine: MyEvent,
    status: StatusCode,
    problems: Problems,
    failure: &str,
) -> Answer {
    let my = find(&mine, visit)?;
    let meeting = my.meeting.clone();
    let (mine, view, others, contacts) = visit
        .run(move |app| {
            let view = schedules::view(app, &mine)?;
            let others = schedules::other_slots(app, &mine, &meeting)?;
            let contacts = contacts::of(app, &mine)?;
            Ok::<_, Fault>((mine, view, others, contacts))
        })
        .await?;
    let page = frame(visit, &mine).with_problems(&problems);
    let page =
        if failure.is_empty() { page } else { page.clone().with_notice(Tone::Failure, page.t(failure)) };
    let page = page.clone().below(page.t("my-schedule"), path(&mine, "/schedule"));
    let times = times(visit, &page, &mine);
    let meeting = &my.meeting;
    let day = meeting.starts_at.with_timezone(&mine.event.time_zone).date_naive();
    visit.show_as(
        status,
        &MeetingPage {
            partner: named(&page, &my.partner),
            day: page.words.long_date(day),
            when: times.when(meeting.starts_at, meeting.ends_at),
            place: place(&page, &mine.programme, meeting),
            person: path(&mine, &format!("/people/{}", my.partner.id)),
            talk: Talk::of(&page, &mine, &my),
            exchange: exchange(&page, &mine, &contacts, &my.partner.id),
            floor_plan: ShownPicture::of(
                &mine.event,
                PictureKind::FloorPlan,
                &format!("/e/{}", mine.event.slug),
            ),
            room: room(&times, &page, &mine, meeting, view.now),
            moving: moving(visit, &page, &times, &mine, (&my, &view, &others)),
            action: path(&mine, &format!("/meetings/{}", meeting.id)),
            write: path(&mine, &format!("/people/{}/messages", my.partner.id)),
            can_be_late: can_be_late(meeting, view.now),
            doing: doing(visit, &page, &times, &mine, (meeting, &view), &problems),
            back: path(&mine, "/schedule"),
            page,
            problems,
        },
    )
}

fn doing(
    visit: &Visit,
    page: &Page,
    times: &Times<'_>,
    mine: &MyEvent,
    (meeting, view): (&Meeting, &ScheduleView),
    problems: &Problems,
) -> Doing {
    let missed_from = absent_from(meeting.starts_at);
    if view.waited.contains(&meeting.id) {
        let on = view.now < meeting.ends_at;
        Doing::Missed(if on { path(mine, &format!("/slots/{}", meeting.slot)) } else { String::new() })
    } else if view.now < meeting.starts_at {
        cancelling(visit, page, problems)
    } else if view.now < missed_from {
        Doing::Wait(page.t1("meeting-miss-from", "time", times.moment(missed_from)))
    } else {
        Doing::Miss
    }
}

fn moving(
    visit: &Visit,
    page: &Page,
    times: &Times<'_>,
    mine: &MyEvent,
    (my, view, others): (&MyMeeting, &ScheduleView, &[Slot]),
) -> Moving {
    let with = |pending: &&Pending| pending.other.id == my.partner.id;
    if let Some(pending) = view.to_me.iter().chain(&view.by_me).find(with) {
        let key = match pending.proposal.to == mine.participant.id {
            true => "meeting-move-to-me",
            false => "meeting-move-by-me",
        };
        return Moving::Asked(page.t1(key, "when", times.line(pending.slot.starts_at, pending.slot.ends_at)));
    }
    let chosen = visit.form.one("slot");
    let other = |slot: &Slot| {
        let label = times.line(slot.starts_at, slot.ends_at);
        Choice::new(slot.id.as_str(), label, slot.id.as_str() == chosen)
    };
    let word = visit.form.one("word").to_string();
    match others.is_empty() {
        true => Moving::No,
        false => Moving::To { others: others.iter().map(other).collect(), word },
    }
}

/// Proposes another time for it.
pub async fn propose_move(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let my = find(&mine, &visit)?;
    let me = mine.access.clone();
    let asked = Proposing {
        to: my.partner.id,
        slot: SlotId(visit.form.one("slot").to_string()),
        message: visit.form.one("word").to_string(),
        instead_of: Some(my.meeting.id),
    };
    match visit.attempt(move |app| proposals::propose(app, &me, &asked)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, "/schedule"), "move-proposed")),
        Err(error) => {
            let (status, failure) = super::proposals::refusal(error)?;
            let failure = match failure {
                "proposal-not-possible" => "proposal-move-not-possible",
                failure => failure,
            };
            show_as(&visit, mine, status, Problems::new(), failure).await
        }
    }
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

/// The meeting as a calendar file.
pub async fn file(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let id = find(&mine, &visit)?.meeting.id;
    let name = format!("{}-meeting.ics", mine.event.slug);
    let text = visit.run(move |app| my_event::meeting_file(app, &mine, &id)).await?;
    Ok(download::answer(download::CALENDAR, &name, text))
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
