//! Where an event stands: the first page of its back office.

use askama::Template;
use chrono::{DateTime, Utc};

use super::blocked_addresses::{ShownAlarm, shown_alarms};
use super::deletion;
use super::events::{state_class, state_key};
use super::frame::{address, of_event};
use super::mail_pause::{self, PauseNotice};
use crate::documents::pictures::signups::{self, Capacity, Signups};
use crate::domain::account::Role;
use crate::domain::checklist::{Check, Item, Stage};
use crate::domain::event::Event;
use crate::domain::round::RoundState;
use crate::services::asked_mails::Flood;
use crate::services::dashboard::{self, Dashboard};
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
    stages: Vec<ShownStage>,
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

/// What is missing before something, and what is there.
struct ShownStage {
    title: String,
    /// How much of it is there.
    count: String,
    open: Vec<Step>,
    done: Vec<Step>,
}

/// Something to do, or that is done.
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
        stages: if may_change { stages(&page, &found, visit.app().clock.now()) } else { Vec::new() },
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

/// The checklist, stage by stage.
fn stages(page: &Page, found: &Dashboard, now: DateTime<Utc>) -> Vec<ShownStage> {
    let items = found.checklist(now);
    let shown = |stage: Stage| {
        let own: Vec<&Item> = items.iter().filter(|item| item.check.stage() == stage).collect();
        let (done, open): (Vec<&Item>, Vec<&Item>) = own.iter().partition(|item| item.missing == 0);
        let step = |item: &&Item| step(page, found, item);
        (!own.is_empty()).then(|| ShownStage {
            title: page.t(&format!("stage-{}", stage.code())),
            count: match stage {
                Stage::Now => String::new(),
                _ => page.t2("stage-count", "done", done.len(), "all", own.len()),
            },
            open: open.iter().map(step).collect(),
            done: done.iter().map(step).collect(),
        })
    };
    Stage::ALL.into_iter().filter_map(shown).collect()
}

/// What an item says, and where it is mended.
fn step(page: &Page, found: &Dashboard, item: &Item) -> Step {
    let end = match item.check {
        Check::FailedMails => "/outbox?state=failed".to_string(),
        Check::Misfits => "/plan".to_string(),
        Check::InNoBlock | Check::Blocks => "/agenda".to_string(),
        Check::Blocked => "/blocked".to_string(),
        Check::Doubles => match found.doubles.first() {
            Some((later, first)) => format!("/participants/{first}/merge?with={later}"),
            None => "/participants".to_string(),
        },
        Check::Burst | Check::Approve => "/participants?state=awaiting_approval".to_string(),
        Check::Law => "/legal".to_string(),
        Check::Topics => "/topics".to_string(),
        Check::Languages => "/settings".to_string(),
        Check::Closing => "/settings#field-registration_closes".to_string(),
        Check::Open | Check::Invite => "/state".to_string(),
        Check::Tables => "/settings#field-tables".to_string(),
        Check::Wishes => "/nudges".to_string(),
        Check::Publish => publish(page, found).1,
        Check::Meetings => "/rounds".to_string(),
        Check::Reminders => "/settings#field-reminders".to_string(),
    };
    let text = match item.check {
        _ if item.missing == 0 => page.t(&format!("step-{}-done", item.check.code())),
        Check::Publish => publish(page, found).0,
        check => page.t1(&format!("step-{}", check.code()), "count", item.missing),
    };
    Step { text, url: address(&found.event, &end) }
}

/// How a plan comes about that is missing: the next step to it, and its page.
fn publish(page: &Page, found: &Dashboard) -> (String, String) {
    let of = |key: &str, number: u32| (page.t1(key, "number", number), format!("/rounds/{number}"));
    match &found.last_round {
        Some(round) if round.state == RoundState::Running => of("step-round-running", round.number),
        Some(round) if round.state == RoundState::Draft => of("step-publish", round.number),
        None | Some(_) => (page.t("step-round"), "/rounds".to_string()),
    }
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
