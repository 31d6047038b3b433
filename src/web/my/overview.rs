//! The first page of *My event*: where the registration stands, what is next, and every answer with its change link.

use askama::Template;
use chrono::NaiveDate;

use super::contacts::ContactText;
use super::times::times;
use super::today::Today;
use super::{frame, open, path, sign};
use crate::domain::event::EventDay;
use crate::domain::field;
use crate::domain::registration::RegistrationState;
use crate::services::consents::{self, OwnConsent};
use crate::services::my_event::MyEvent;
use crate::services::{Fault, contacts, schedule};
use crate::web::answers::{self, Told};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/overview.html")]
struct OverviewPage {
    page: Page,
    when: String,
    place: String,
    code: String,
    state: String,
    sign: &'static str,
    standing: String,
    /// What is on and what comes next, while the event is on.
    today: Option<Today>,
    /// What others gave the reader of theirs, and how many wait for the reader's, in a sentence.
    contacts: Vec<ContactText>,
    contacts_waiting: String,
    /// That a seat is offered, and until when; empty if none is.
    offered: String,
    live: bool,
    registered: bool,
    /// Whether others see them.
    listed: bool,
    meetings: String,
    /// How many proposals wait for an answer, in a sentence; empty if none does.
    proposals: String,
    has_meetings: bool,
    /// Whether they have not said yet how they want their meetings in their calendar.
    asks_calendar: bool,
    sections: Vec<Section>,
    /// Until when answers can be changed, or that it is too late; empty where there is no limit.
    changes: String,
    my: String,
    event_url: String,
}

pub(super) struct Section {
    pub title: String,
    pub change: String,
    pub told: Vec<Told>,
}

impl Section {
    /// Where an answer is changed: the address at a page of its own.
    fn change_of(&self, page: &Page, one: &Told) -> String {
        let is_address = one.question == page.words.field(field::EMAIL);
        if is_address { self.change.replace("/profile", "/address") } else { self.change.clone() }
    }
}

/// Shows it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    if super::invitation::is_in_the_way(&mine) {
        return Ok(visit.see(&path(&mine, "/invitation")));
    }
    let me = mine.participant.id.clone();
    let event = mine.event.id.clone();
    let asking = mine.clone();
    let (waiting, own, contacts) = visit
        .run(move |app| {
            let contacts = contacts::of(app, &asking)?;
            Ok::<_, Fault>((schedule::waiting_for(app, &me)?, consents::own(app, &event, &me)?, contacts))
        })
        .await?;
    let unanswered = contacts.waiting().count();
    let page = frame(&visit, &mine);
    let state = mine.registration.state;
    let now = visit.app().clock.now();
    let today = now.with_timezone(&mine.event.time_zone).date_naive();
    visit.show(&OverviewPage {
        when: page.words.date_range(mine.event.starts_on, mine.event.ends_on),
        place: super::schedule::venue(&page, &mine.event),
        code: mine.registration.code.clone(),
        state: page.t(&format!("registration-state-{}", state.code().replace('_', "-"))),
        sign: sign(state),
        standing: standing(&page, &mine, today),
        today: Today::of(&page, &times(&visit, &page, &mine), &mine, now),
        contacts: contacts.known.iter().map(|one| ContactText::of(&mine, one)).collect(),
        contacts_waiting: match unanswered {
            0 => String::new(),
            count => page.t1("contact-waiting", "count", count),
        },
        offered: offered(&visit, &page, &mine),
        live: state.is_live(),
        registered: state.holds_seat(),
        listed: mine.participant.profile.listed,
        meetings: super::schedule::summary(&page, &mine),
        sections: sections(&visit, &page, &mine, &own),
        changes: changes(&visit, &page, &mine),
        proposals: if waiting == 0 { String::new() } else { page.t1("my-proposals", "count", waiting) },
        has_meetings: !mine.meetings.is_empty(),
        asks_calendar: state.holds_seat() && mine.calendar.is_none(),
        my: path(&mine, ""),
        event_url: format!("/e/{}", mine.event.slug),
        page,
    })
}

/// That a seat is offered, and until when.
fn offered(visit: &Visit, page: &Page, mine: &MyEvent) -> String {
    let Some(until) = mine.offered_until.filter(|until| visit.app().clock.now() < *until) else {
        return String::new();
    };
    page.t1("my-seat-offered", "time", times(visit, page, mine).instant(until))
}

/// Where the registration stands, in a sentence.
fn standing(page: &Page, mine: &MyEvent, today: NaiveDate) -> String {
    let key = mine.registration.state.code().replace('_', "-");
    match mine.registration.state {
        RegistrationState::WaitingList(_) | RegistrationState::AwaitingApproval
            if mine.event.on_day(today) == EventDay::Over =>
        {
            page.t1("my-standing-over", "event", mine.event.name_in(page.lang))
        }
        RegistrationState::WaitingList(_) => {
            page.t1("my-standing-waiting-list", "place", mine.place.unwrap_or_default())
        }
        RegistrationState::Registered => {
            let begins = page.words.long_date(mine.event.starts_on);
            match mine.event.on_day(today) {
                EventDay::Before => page.t1("my-standing-registered", "date", begins),
                EventDay::First => page.t("my-standing-today"),
                EventDay::Running => {
                    page.t1("my-standing-running", "date", page.words.long_date(mine.event.ends_on))
                }
                EventDay::Over => page.t1("my-standing-over", "event", mine.event.name_in(page.lang)),
            }
        }
        RegistrationState::AwaitingApproval => {
            page.t1("my-standing-awaiting-approval", "organiser", &mine.event.organiser_name)
        }
        RegistrationState::Invited
        | RegistrationState::Unconfirmed
        | RegistrationState::Rejected
        | RegistrationState::Cancelled
        | RegistrationState::Declined
        | RegistrationState::Unanswered => page.t(&format!("my-standing-{key}")),
    }
}

/// Until when answers can be changed, or whom to ask now.
fn changes(visit: &Visit, page: &Page, mine: &MyEvent) -> String {
    let Some(last) = mine.event.changes_until else { return String::new() };
    if mine.event.takes_changes(visit.app().clock.now()) {
        page.t1("my-changes-until", "date", page.words.long_date(last))
    } else {
        let date = page.words.long_date(last);
        page.t2("my-changes-over", "date", date, "contact", &mine.event.contact_email)
    }
}

pub(super) fn sections(visit: &Visit, page: &Page, mine: &MyEvent, own: &[OwnConsent]) -> Vec<Section> {
    let (event, programme, profile) = (&mine.event, &mine.programme, &mine.participant.profile);
    let live = mine.registration.state.is_live();
    let open = live && event.takes_changes(visit.app().clock.now());
    let change = |part: &str| if open { path(mine, part) } else { String::new() };
    let mut sections = vec![Section {
        title: page.t("register-profile-title"),
        change: change("/profile"),
        told: answers::tell_person(page, event, programme, &profile.person),
    }];
    if !programme.topics.is_empty() {
        sections.push(Section {
            title: page.t("register-topics-title"),
            change: change("/topics"),
            told: answers::tell_interests(page, event, programme, &profile.interests),
        });
    }
    let attendance = answers::tell_attendance(page, event, programme, &profile.attendance);
    if !attendance.is_empty() {
        let title = page.t("register-availability-title");
        sections.push(Section { title, change: change("/availability"), told: attendance });
    }
    sections.push(Section {
        title: page.t("my-consent-title"),
        change: path(mine, "/consent"),
        told: tell_consents(page, mine, own),
    });
    sections
}

/// Who sees me, what I agree to, and the language of mails.
fn tell_consents(page: &Page, mine: &MyEvent, own: &[OwnConsent]) -> Vec<Told> {
    let profile = &mine.participant.profile;
    let yes_no = |yes: bool| page.t(if yes { "yes" } else { "no" });
    let mut all = vec![Told::new(page.t("my-consent-listed"), yes_no(profile.listed))];
    if profile.listed {
        let fields = profile.shown.iter().map(|field| page.t(&field.word("-shown")));
        let fields: Vec<String> = fields.collect();
        let answer = if fields.is_empty() { page.t("none") } else { fields.join("\n") };
        all.push(Told::new(page.t("shown-legend"), answer));
    }
    for one in own {
        let name = page.t(&format!("consent-{}", one.purpose.code()));
        all.push(Told::new(name, yes_no(one.standing.is_some())));
    }
    all.push(Told::new(page.t("my-consent-lang"), profile.lang.own_name().to_string()));
    all
}
