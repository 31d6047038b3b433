//! One's schedule: what is proposed, each day as a picture and as a list with whom, where and why, what was called
//! off; and the meetings as a calendar file.

mod days;

use askama::Template;
use chrono::{DateTime, Utc};

pub(super) use days::place;
use days::{Day, What, days};

use super::meetings::Room;
use super::times::{choices, times};
use super::{named, open, path};
use crate::domain::event::{Event, Session, Venue};
use crate::domain::meeting_report::CancelReason;
use crate::domain::picture::PictureKind;
use crate::domain::problems::Problems;
use crate::services::Fault;
use crate::services::meetings::MyMeeting;
use crate::services::my_event::{self, MyEvent};
use crate::services::schedule::{self, CalledOff, Pending, ScheduleView, Stage};
use crate::services::session_invitations::SessionInvitation;
use crate::web::answers::zone_of;
use crate::web::download;
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::{Page, ShownPicture};
use crate::web::session_text::SessionText;
use crate::web::times::{Times, When};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/schedule.html")]
struct SchedulePage {
    page: Page,
    /// How many people they meet; empty where the stage says it all.
    summary: String,
    /// What there is to know at this stage of the event; may be empty.
    standing: String,
    /// What to do about it; no text if there is nothing.
    way: (String, String),
    to_me: Vec<Ask>,
    by_me: Vec<Ask>,
    /// Sessions to which they are invited and have not answered.
    invited: Vec<Invited>,
    days: Vec<Day>,
    called_off: Vec<Gone>,
    has_meetings: bool,
    /// The zone of all times, in a sentence; empty where each says its own.
    zone: String,
    zones: Vec<Choice>,
    zone_action: String,
    /// How the reader's own time is said by JavaScript; empty where the zone was chosen.
    own_zone: String,
    file: String,
    print: String,
    floor_plan: Option<ShownPicture>,
    feed: String,
}

/// A proposal that waits for its answer.
struct Ask {
    title: String,
    below: String,
    person: String,
    day: String,
    when: When,
    /// The meeting of the two that would move; empty where they would meet anew.
    instead: String,
    until: String,
    message: String,
    action: String,
}

/// An invitation to a session that waits for its answer.
struct Invited {
    day: String,
    when: When,
    session: SessionText,
    action: String,
}

/// A meeting that a partner called off.
struct Gone {
    title: String,
    day: String,
    when: When,
    reason: String,
}

/// The schedule.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (mine, view) = visit
        .run(move |app| {
            let view = schedule::view(app, &mine)?;
            Ok::<_, Fault>((mine, view))
        })
        .await?;
    let page = super::frame(&visit, &mine);
    let zone = zone_of(&page, &mine.event, &mine.programme);
    let times = times(&visit, &page, &mine).with_zone_said(zone.is_some());
    let ask = |pending: &Pending| ask(&page, &times, &mine, pending);
    let (standing, way) = standing(&page, &mine, &view);
    visit.show(&SchedulePage {
        summary: match view.stage {
            Stage::Ended | Stage::NoSeat | Stage::Over => String::new(),
            Stage::Unpublished | Stage::Published => summary(&page, &mine),
        },
        standing,
        way,
        to_me: view.to_me.iter().map(ask).collect(),
        by_me: view.by_me.iter().map(ask).collect(),
        invited: match view.stage {
            Stage::Unpublished | Stage::Published => invited(&page, &times, &mine, view.now),
            Stage::Ended | Stage::NoSeat | Stage::Over => Vec::new(),
        },
        days: if view.stage == Stage::Ended { Vec::new() } else { days(&page, &times, &mine, &view) },
        called_off: view.called_off.iter().map(|one| gone(&page, &times, &mine, one)).collect(),
        has_meetings: !mine.meetings.is_empty(),
        zone: zone.map(|zone| page.t1("schedule-zone", "zone", zone)).unwrap_or_default(),
        zones: choices(&visit, &page, &mine),
        zone_action: path(&mine, "/zone"),
        own_zone: times.own_pattern(),
        file: path(&mine, "/schedule.ics"),
        print: path(&mine, "/schedule.pdf"),
        floor_plan: ShownPicture::of(&mine.event, PictureKind::FloorPlan, &format!("/e/{}", mine.event.slug)),
        feed: path(&mine, "/feed"),
        page,
    })
}

/// What there is to know at this stage, and the way on: its words and its address.
fn standing(page: &Page, mine: &MyEvent, view: &ScheduleView) -> (String, (String, String)) {
    let say = |key: &str| page.t(key);
    let none = (String::new(), String::new());
    let people = (say("my-open-people"), path(mine, "/people"));
    let has_meetings = !mine.meetings.is_empty();
    match view.stage {
        Stage::Ended => {
            (say("schedule-ended"), (say("register-closed-way"), format!("/e/{}", mine.event.slug)))
        }
        Stage::NoSeat => (say("schedule-no-seat"), (say("my-overview"), path(mine, ""))),
        Stage::Over if has_meetings => (say("schedule-over"), none),
        Stage::Over => (say("schedule-over-empty"), none),
        _ if view.has_enough && has_meetings => {
            let most = mine.participant.profile.attendance.max_meetings;
            (page.t1("schedule-enough", "count", most), (say("change"), path(mine, "/availability")))
        }
        Stage::Unpublished if !has_meetings => (say("schedule-empty"), people),
        _ if mine.programme.slots.is_empty() => (String::new(), none),
        _ if view.free.iter().all(|free| free.count == 0) => {
            let is_full = view.free.iter().any(|free| free.is_full);
            (say(if is_full { "schedule-no-tables" } else { "schedule-no-free" }), none)
        }
        Stage::Published if !has_meetings => (say("schedule-none-found"), people),
        Stage::Unpublished | Stage::Published => (say("schedule-has-free"), none),
    }
}

fn ask(page: &Page, times: &Times<'_>, mine: &MyEvent, pending: &Pending) -> Ask {
    let named = named(page, &pending.other);
    let now = mine.meetings.iter().find(|my| Some(&my.meeting.id) == pending.proposal.instead_of.as_ref());
    let instead = now.map(|my| {
        let when = times.line(my.meeting.starts_at, my.meeting.ends_at);
        page.t1("proposal-instead", "when", when)
    });
    Ask {
        instead: instead.unwrap_or_default(),
        below: named.line_below(),
        title: named.title,
        person: path(mine, &format!("/people/{}", pending.other.id)),
        day: page.words.long_date(pending.slot.starts_at.with_timezone(&mine.event.time_zone).date_naive()),
        when: times.when(pending.slot.starts_at, pending.slot.ends_at),
        until: page.t1("proposal-until", "when", times.instant(pending.proposal.expires_at)),
        message: pending.proposal.message.clone(),
        action: path(mine, &format!("/proposals/{}", pending.proposal.id)),
    }
}

/// The invitations that are not answered, to sessions that are not over.
fn invited(page: &Page, times: &Times<'_>, mine: &MyEvent, now: DateTime<Utc>) -> Vec<Invited> {
    let waits = |session: &&Session| {
        let asked = |one: &SessionInvitation| one.session == session.id && one.declined_at.is_none();
        session.ends_at > now
            && !mine.participant.profile.attendance.sessions.contains(&session.id)
            && mine.invitations.iter().any(asked)
    };
    let one = |session: &Session| Invited {
        day: page.words.long_date(session.starts_at.with_timezone(&mine.event.time_zone).date_naive()),
        when: times.when(session.starts_at, session.ends_at),
        session: SessionText::of(page, &mine.event, session),
        action: path(mine, &format!("/sessions/{}", session.id)),
    };
    mine.programme.sessions.iter().filter(waits).map(one).collect()
}

fn gone(page: &Page, times: &Times<'_>, mine: &MyEvent, one: &CalledOff) -> Gone {
    let reason = |(reason, note): &(CancelReason, String)| {
        let word = page.t(&format!("cancel-reason-{}", reason.code()));
        if note.is_empty() { word } else { format!("{word}. {note}") }
    };
    Gone {
        title: one.partner.profile.person.shown(),
        day: page.words.long_date(one.meeting.starts_at.with_timezone(&mine.event.time_zone).date_naive()),
        when: times.when(one.meeting.starts_at, one.meeting.ends_at),
        reason: one.reason.as_ref().map(reason).unwrap_or_default(),
    }
}

/// The meetings as a calendar file.
pub async fn file(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let name = format!("{}.ics", mine.event.slug);
    let text = visit.run(move |app| my_event::calendar_file(app, &mine)).await?;
    Ok(download::answer(download::CALENDAR, &name, text))
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
