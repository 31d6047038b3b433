//! What a participant and one other write each other: the page, a message, "I am late", and muting.

use actix_web::http::StatusCode;
use askama::Template;

use super::times::times;
use super::{Named, frame, named, open, path};
use crate::domain::direct_message::{DirectMessage, MAX_A_DAY, MAX_UNANSWERED, MessageKind, TEXT_MAX};
use crate::domain::ids::ParticipantId;
use crate::domain::problems::Problems;
use crate::services::direct_messages::{self, Conversation, MessageError};
use crate::services::my_event::MyEvent;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::times::Times;
use crate::web::visit::Visit;

/// So many messages stand on the page, the newest; all of them stand in *My data*.
const SHOWN: usize = 40;

#[derive(Template)]
#[template(path = "my/messages.html")]
struct MessagesPage {
    page: Page,
    problems: Problems,
    other: Named,
    lines: Vec<Line>,
    /// That older ones are not shown, in a sentence; empty where all are.
    older: String,
    /// What keeps the reader from writing, in a sentence; empty where they can.
    shut: String,
    /// How much more they can write, in a sentence.
    left: String,
    help: String,
    typed: String,
    late: Late,
    is_muted: bool,
    action: String,
    /// The page about the other one; empty where there is none.
    person: String,
    data: String,
}

/// A message on the page.
struct Line {
    is_mine: bool,
    who: String,
    when: String,
    text: String,
}

/// Whether somebody can say that they are late.
enum Late {
    /// For nothing.
    No,
    /// For a meeting at this time.
    For(String),
    /// They have said so.
    Said,
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    page_of(&visit, &mine, StatusCode::OK, Problems::new()).await
}

/// The page, also after a message that was not taken.
async fn page_of(visit: &Visit, mine: &MyEvent, status: StatusCode, problems: Problems) -> Answer {
    let (own, id) = (mine.access.clone(), other(visit));
    let found = visit.run(move |app| direct_messages::open(app, &own, &id)).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let person = found.has_page.then(|| path(mine, &format!("/people/{}", found.other.id)));
    let page = frame(visit, mine).with_problems(&problems);
    let page = page.clone().below(page.t("my-people"), path(mine, "/people"));
    let times = times(visit, &page, mine);
    let other = named(&page, &found.other);
    let hidden = found.messages.len().saturating_sub(SHOWN);
    let newest = found.messages.iter().skip(hidden);
    let lines = newest.map(|message| line(&page, &times, mine, &other, message)).collect();
    let refused = !problems.is_empty();
    visit.show_as(
        status,
        &MessagesPage {
            lines,
            older: if hidden > 0 { page.t1("message-older", "count", SHOWN) } else { String::new() },
            shut: if refused { String::new() } else { shut(&page, &found) },
            left: found.left.map(|left| page.t1("message-left", "count", left.now())).unwrap_or_default(),
            help: page.t1("message-text-help", "max", TEXT_MAX),
            typed: if refused { visit.form.one("text").to_string() } else { String::new() },
            late: late(&times, &found),
            is_muted: found.is_muted,
            action: visit.path().to_string(),
            person: person.unwrap_or_default(),
            data: path(mine, "/data"),
            other,
            page,
            problems,
        },
    )
}

/// Who wrote it when, and what.
fn line(page: &Page, times: &Times<'_>, mine: &MyEvent, other: &Named, message: &DirectMessage) -> Line {
    let is_mine = message.from == mine.participant.id;
    Line {
        is_mine,
        who: if is_mine { page.t("message-own") } else { other.title.clone() },
        when: times.instant(message.sent_at),
        text: match message.kind {
            MessageKind::Text => message.text.clone(),
            MessageKind::Late => page.t("message-late-said"),
        },
    }
}

/// What keeps the reader from writing.
fn shut(page: &Page, found: &Conversation) -> String {
    match found.left {
        None if found.is_excluded => page.t("message-shut-excluded"),
        None => page.t("message-shut"),
        Some(left) if left.to_one == 0 => page.t1("message-full", "count", MAX_UNANSWERED),
        Some(left) if left.today == 0 => page.t1("message-full-today", "count", MAX_A_DAY),
        Some(_) => String::new(),
    }
}

fn late(times: &Times<'_>, found: &Conversation) -> Late {
    match &found.late_for {
        None => Late::No,
        Some(_) if found.has_said_late => Late::Said,
        Some(meeting) => Late::For(times.begins(meeting.starts_at)),
    }
}

/// Takes a message, that somebody is late, or that they want no messages.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, id) = (mine.access.clone(), other(&visit));
    let typed = visit.form.one("text").to_string();
    let (taken, done) = match visit.form.one("do") {
        "send" => {
            (visit.attempt(move |app| direct_messages::send(app, &own, &id, &typed)).await?, "message-sent")
        }
        "late" => {
            (visit.attempt(move |app| direct_messages::tell_late(app, &own, &id)).await?, "message-late")
        }
        "mute" => return mute(&visit, &mine, true).await,
        "unmute" => return mute(&visit, &mine, false).await,
        _ => return Err(PageError::BadRequest),
    };
    match taken {
        Ok(()) => Ok(visit.see_with(visit.path(), done)),
        Err(MessageError::Invalid(problems)) => {
            page_of(&visit, &mine, StatusCode::UNPROCESSABLE_ENTITY, problems).await
        }
        // Something has changed since the page was opened: the page as it is now says so.
        Err(MessageError::NoTie | MessageError::NotLate) => Ok(visit.see(visit.path())),
        Err(MessageError::Fault(fault)) => Err(fault.into()),
    }
}

async fn mute(visit: &Visit, mine: &MyEvent, is_muted: bool) -> Answer {
    let (own, id) = (mine.access.clone(), other(visit));
    visit.run(move |app| direct_messages::set_muted(app, &own, &id, is_muted)).await?;
    Ok(visit.see_with(visit.path(), if is_muted { "message-muted" } else { "message-unmuted" }))
}

/// The other one, by the path.
fn other(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}
