//! Where an event stands: the first page of its back office.

use askama::Template;

use super::blocked_addresses::{ShownAlarm, shown_alarms};
use super::deletion;
use super::events::{state_class, state_key};
use super::frame::{address, of_event};
use super::mail_pause::{self, PauseNotice};
use crate::documents::pictures::signups::{self, Capacity, Signups};
use crate::domain::account::Role;
use crate::domain::event::Event;
use crate::services::asked_mails::Flood;
use crate::services::dashboard::{self, Dashboard, NextStep};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/dashboard.html")]
struct DashboardPage {
    page: Page,
    pause: Option<PauseNotice>,
    name: String,
    when: String,
    state: &'static str,
    state_class: &'static str,
    state_url: Option<String>,
    /// Where the organiser writes to the event's people.
    mailings_url: Option<String>,
    public_url: Option<String>,
    figures: Vec<Figure>,
    steps: Vec<Step>,
    alarms: Vec<ShownAlarm>,
    /// That very many forms have come whose addresses nobody has proved.
    flood: Option<String>,
    /// How many registrations nobody confirmed; empty if there is none.
    lapsed: String,
    picture: Option<Picture>,
    states: Vec<Line>,
    mails: Vec<Line>,
    /// When participants become nameless, or that they have.
    shredding: String,
    /// What is announced of it, with the way to the page about it.
    deletion: Vec<String>,
    deletion_url: Option<String>,
    settings: String,
    /// Where another event is made like this one.
    like_url: Option<String>,
}

/// A number with what it counts.
struct Figure {
    number: String,
    text: String,
    url: String,
}

/// Something to do next.
struct Step {
    text: String,
    url: String,
}

/// Sign-ups over the days, as a picture and as a table.
struct Picture {
    narrow: String,
    wide: String,
    signups: Signups,
}

struct Line {
    label: String,
    count: u32,
    url: String,
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let found = visit.run(move |app| dashboard::dashboard(app, &own)).await?;
    let page = of_event(&visit, access)?;
    let event = &found.event;
    let may_change = access.may(Role::Organiser);
    let public = event.state.has_pages();
    visit.show(&DashboardPage {
        pause: mail_pause::notice(&visit, &page, found.pause.as_ref(), event.time_zone),
        name: event.name_in(page.lang).to_string(),
        when: page.words.date_range(event.starts_on, event.ends_on),
        state: state_key(event.state),
        state_class: state_class(event.state),
        state_url: may_change.then(|| address(event, "/state")),
        mailings_url: may_change.then(|| address(event, "/mailings")),
        public_url: public.then(|| visit.app().config.base_url.join(&format!("/e/{}", event.slug))),
        figures: figures(&page, &found),
        alarms: shown_alarms(&page, &found.alarms, event.time_zone),
        flood: found.flood.as_ref().map(|flood| flooded(&page, flood)),
        lapsed: if found.lapsed > 0 {
            page.t1("dashboard-lapsed", "count", found.lapsed)
        } else {
            String::new()
        },
        steps: if may_change { steps(&page, &found) } else { Vec::new() },
        picture: picture(&page, &found),
        states: states(&page, &found),
        mails: mails(&page, &found),
        shredding: shredding(&page, &found),
        deletion: deletion::notices(&page, event, &found.deletion),
        deletion_url: may_change.then(|| address(event, "/deletion")),
        settings: address(event, "/settings#field-shred_after_days"),
        like_url: visit.account()?.is_admin.then(|| format!("/organiser/events/new?like={}", event.slug)),
        page,
    })
}

fn flooded(page: &Page, flood: &Flood) -> String {
    page.words.tn(
        "flood-what",
        &[
            ("mails", page.words.number(u64::from(flood.mails))),
            ("of", page.words.number(u64::from(flood.of_domain))),
            ("domain", flood.domain.clone()),
            ("most", page.words.number(u64::from(flood.most))),
        ],
    )
}

fn shredding(page: &Page, found: &Dashboard) -> String {
    match found.event.shredded_at {
        Some(_) => deletion::day(page, &found.event, &found.deletion),
        None => page.t1("dashboard-shreds", "date", page.words.long_date(found.deletion.day)),
    }
}

fn of_state(event: &Event, state: &str) -> String {
    address(event, &format!("/participants?state={state}"))
}

fn figures(page: &Page, found: &Dashboard) -> Vec<Figure> {
    let event = &found.event;
    let counts = &found.registrations;
    let figure =
        |number: u64, text: String, url: String| Figure { number: page.words.number(number), text, url };
    let long = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let registered = page.t1("figure-registered", "count", counts.registered);
    let mut figures = vec![figure(u64::from(counts.registered), registered, of_state(event, "registered"))];
    if let Some(capacity) = event.capacity {
        let left = capacity.saturating_sub(event.seats_taken);
        let text = page.t2("figure-seats", "count", left, "capacity", capacity);
        figures.push(figure(u64::from(left), text, address(event, "/settings#field-capacity")));
    }
    if event.approval || counts.awaiting_approval > 0 {
        let text = page.t1("figure-awaiting", "count", counts.awaiting_approval);
        figures.push(figure(u64::from(counts.awaiting_approval), text, of_state(event, "awaiting_approval")));
    }
    let waiting = page.t1("figure-waiting", "count", counts.waiting_list);
    figures.push(figure(u64::from(counts.waiting_list), waiting, of_state(event, "waiting_list")));
    if counts.invited > 0 {
        let invited = page.t1("figure-invited", "count", counts.invited);
        figures.push(figure(u64::from(counts.invited), invited, of_state(event, "invited")));
    }
    let meetings = page.t1("figure-meetings", "count", found.planned_meetings);
    figures.push(figure(long(found.planned_meetings), meetings, address(event, "/rounds")));
    if let Some(without) = found.without_meeting {
        let text = page.t1("figure-without-meeting", "count", without);
        figures.push(figure(long(without), text, address(event, "/rounds")));
    }
    if found.missed_meetings > 0 {
        let text = page.t1("figure-absent", "count", found.missed_meetings);
        figures.push(figure(long(found.missed_meetings), text, address(event, "/log")));
    }
    figures
}

fn steps(page: &Page, found: &Dashboard) -> Vec<Step> {
    let event = &found.event;
    let step = |next: NextStep| {
        let (text, end) = match next {
            NextStep::AddTopics => (page.t("step-topics"), "/topics".to_string()),
            NextStep::AddBlocks => (page.t("step-blocks"), "/agenda".to_string()),
            NextStep::StateLaw => (page.t("step-law"), "/legal".to_string()),
            NextStep::OpenEvent => (page.t("step-open"), "/state".to_string()),
            NextStep::Approve(n) => {
                (page.t1("step-approve", "count", n), "/participants?state=awaiting_approval".to_string())
            }
            NextStep::SeeBurst(n) => {
                (page.t1("step-burst", "count", n), "/participants?state=awaiting_approval".to_string())
            }
            NextStep::SeeFailedMails(n) => {
                (page.t1("step-failed-mails", "count", n), "/outbox?state=failed".to_string())
            }
            NextStep::SeeBlocked(n) => (page.t1("step-blocked", "count", n), "/blocked".to_string()),
            NextStep::MergeDoubles(n, later, first) => {
                let merge = format!("/participants/{first}/merge?with={later}");
                (page.t1("step-doubles", "people", n), merge)
            }
            NextStep::MendPlan(n) => (page.t1("step-misfits", "meetings", n), "/plan".to_string()),
            NextStep::PutIntoBlocks(n) => (page.t1("step-in-no-block", "people", n), "/agenda".to_string()),
            NextStep::RunRound => (page.t("step-round"), "/rounds".to_string()),
            NextStep::SeeRunningRound(number) => {
                (page.t1("step-round-running", "number", number), format!("/rounds/{number}"))
            }
            NextStep::PublishRound(number) => {
                (page.t1("step-publish", "number", number), format!("/rounds/{number}"))
            }
            NextStep::Invite => (page.t("step-invite"), "/state".to_string()),
        };
        Step { text, url: address(event, &end) }
    };
    found.next_steps().into_iter().map(step).collect()
}

/// Most points of the picture of the registrations.
const MOST_POINTS: usize = 60;

fn picture(page: &Page, found: &Dashboard) -> Option<Picture> {
    let mut total = 0;
    // A long registration is told by weeks or more, so that it stays a picture.
    let at_once = found.days.len().div_ceil(MOST_POINTS).max(1);
    let point = |days: &[dashboard::Day]| {
        let (first, last) = (days.first()?.date, days.last()?.date);
        let new = days.iter().map(|day| day.new).sum();
        total += new;
        Some(signups::Day { label: page.words.date_range(first, last), new, total })
    };
    let days: Vec<signups::Day> = found.days.chunks(at_once).filter_map(point).collect();
    if days.is_empty() {
        return None;
    }
    let seats = &found.event.capacity;
    let signups = Signups {
        id: "signups".to_string(),
        title: page.t("picture-signups-title"),
        description: page.t1("picture-signups-sentence", "total", total),
        days,
        capacity: seats.map(|seats| Capacity { seats, label: page.t1("picture-capacity", "seats", seats) }),
    };
    let other = Signups { id: "signups-narrow".to_string(), ..signups.clone() };
    Some(Picture { narrow: signups::svg(&other, 340), wide: signups::svg(&signups, 760), signups })
}

fn states(page: &Page, found: &Dashboard) -> Vec<Line> {
    let event = &found.event;
    let counts = &found.registrations;
    let line = |(code, count): (&str, u32)| Line {
        label: super::frame::state_word_of(page, code),
        count,
        url: of_state(event, code),
    };
    let all = [
        ("invited", counts.invited),
        ("unconfirmed", counts.unconfirmed),
        ("awaiting_approval", counts.awaiting_approval),
        ("registered", counts.registered),
        ("waiting_list", counts.waiting_list),
        ("rejected", counts.rejected),
        ("cancelled", counts.cancelled),
        ("declined", counts.declined),
        ("unanswered", counts.unanswered),
    ];
    all.into_iter().map(line).collect()
}

fn mails(page: &Page, found: &Dashboard) -> Vec<Line> {
    let event = &found.event;
    let line = |(code, count): (&str, u32)| Line {
        label: page.t(&format!("outbox-state-{code}")),
        count,
        url: address(event, &format!("/outbox?state={code}")),
    };
    let counts = &found.mails;
    [
        ("waiting", counts.waiting),
        ("sent", counts.sent),
        ("failed", counts.failed),
        ("bounced", counts.bounced),
    ]
    .into_iter()
    .map(line)
    .collect()
}
