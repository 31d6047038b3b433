//! The settings of an event.

use askama::Template;

use super::ask_dates::{ask, goes_back, has_to_ask, moves_agenda};
use super::breaks;
use super::deletion;
use super::frame::{address, again, localised, part};
use crate::domain::event_input::EventInput;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::events::{self, AgendaFate};
use crate::services::{event_dates, postponing};
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::posted::Posted;
use crate::web::visit::Visit;
use crate::zones;

/// What both forms about an event show.
pub(super) struct EventForm {
    pub input: EventInput,
    pub languages: Vec<Choice>,
    pub zones: Vec<Choice>,
    pub venues: Vec<Choice>,
    pub calendar_modes: Vec<Choice>,
    pub all: [Lang; 3],
}

impl EventForm {
    /// The form with what was typed.
    pub(super) fn new(page: &Page, input: EventInput) -> EventForm {
        let language = |lang: Lang| {
            Choice::new(lang.code(), lang.own_name(), Lang::parse(&input.main_language) == Some(lang))
        };
        let venue = |code: &str| {
            Choice::new(code, page.t(&format!("venue-{code}")), input.venue == code)
                .with_help(page.t(&format!("venue-{code}-help")))
        };
        let mode = |code: &str| {
            Choice::new(code, page.t(&format!("calendar-mode-{code}")), input.calendar_mode == code)
                .with_help(page.t(&format!("calendar-mode-{code}-help")))
        };
        EventForm {
            languages: Lang::ALL.into_iter().map(language).collect(),
            zones: zone_choices(&input.time_zone),
            venues: ["onsite", "online"].map(venue).to_vec(),
            calendar_modes: ["invitation", "file"].map(mode).to_vec(),
            all: Lang::ALL,
            input,
        }
    }
}

/// The time zones that are named after places, Europe's first.
fn zone_choices(chosen: &str) -> Vec<Choice> {
    let named = |zone: &&str| zone.contains('/') && !zone.starts_with("Etc/") && !zone.starts_with("US/");
    let mut names: Vec<&str> = zones::names().filter(named).collect();
    names.sort_by_key(|name| (!name.starts_with("Europe/"), *name));
    names.insert(0, "UTC");
    names.into_iter().map(|name| Choice::new(name, name.replace('_', " "), name == chosen)).collect()
}

/// What was typed into a form about an event.
pub(super) fn input(form: &Posted) -> EventInput {
    let field = |name: &str| form.one(name).to_string();
    EventInput {
        slug: field("slug"),
        main_language: field("main_language"),
        name: localised(form, "name"),
        summary: localised(form, "summary"),
        description: localised(form, "description"),
        organiser_name: field("organiser_name"),
        contact_email: field("contact_email"),
        starts_on: field("starts_on"),
        ends_on: field("ends_on"),
        time_zone: field("time_zone"),
        venue: field("venue"),
        place: field("place"),
        tables: field("tables"),
        room_link: field("room_link"),
        capacity: field("capacity"),
        approval: form.has("approval"),
        same_country: form.has("same_country"),
        calendar_mode: field("calendar_mode"),
        wished_minimum: field("wished_minimum"),
        reminders: form.has("reminders"),
        accent: field("accent"),
        changes_until: field("changes_until"),
        shred_after_days: field("shred_after_days"),
        registration_opens: field("registration_opens"),
        registration_closes: field("registration_closes"),
    }
}

#[derive(Template)]
#[template(path = "organiser/settings.html")]
struct SettingsPage {
    page: Page,
    problems: Problems,
    event: EventForm,
    opened: Opened,
    action: String,
    pictures: String,
    move_url: String,
    waiting_url: String,
    /// When personal data is deleted, as it is set now.
    deletion: String,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let stored = events::input_of(visit.access()?.event());
    show(&visit, Typed::fresh(stored), Problems::new()).await
}

async fn show(visit: &Visit, typed: Typed<EventInput>, problems: Problems) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let (known, seen) = visit.run(move |app| postponing::coming_deletion(app, &change)).await?;
    let page = part(visit, access)?;
    let problems = problems.told_by(|field, code| label(&page, field, code));
    let page = page.with_problems(&problems);
    let [action, pictures, move_url, waiting_url] =
        ["/settings", "/pictures", "/move", "/waiting-list"].map(|end| address(access.event(), end));
    let deletion = deletion::day(&page, &known, &seen);
    let event = EventForm::new(&page, typed.input);
    let opened = typed.opened;
    let template =
        SettingsPage { page, problems, event, opened, action, pictures, move_url, waiting_url, deletion };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Changes the settings.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = visit.typed(input(&visit.form));
    if moves_deletion(&typed.input, &events::input_of(access.event())) {
        visit.prove_first()?;
    }
    if goes_back(&visit) {
        return show(&visit, typed, Problems::new()).await;
    }
    let (own, given) = (change.clone(), typed.clone());
    let doubts = visit.run(move |app| event_dates::of_change(app, &own, &given)).await?;
    if has_to_ask(&visit, &doubts) {
        return ask(&visit, part(&visit, access)?, &doubts, access.event().first_language());
    }
    let (given, accepted) = (typed.clone(), visit.accepted());
    let fate = if moves_agenda(&visit) { AgendaFate::Moves } else { AgendaFate::Stays };
    let done = visit.attempt(move |app| events::update(app, &change, &given, fate, &accepted)).await?;
    // The event may have another address by now.
    let back = address(done.as_ref().map_or(access.event(), |saved| &saved.value), "/settings");
    match breaks::outcome(&visit, part(&visit, access), done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show(&visit, typed.again(&events::input_of(access.event())), problems).await,
    }
}

/// Whether a form says anything else about when personal data is deleted: it follows from the days of the event.
fn moves_deletion(typed: &EventInput, stored: &EventInput) -> bool {
    let of = |input: &EventInput| {
        [&input.starts_on, &input.ends_on, &input.shred_after_days].map(|text| text.trim().to_string())
    };
    of(typed) != of(stored)
}

/// What a stored choice is called in the form.
fn label(page: &Page, field: &str, code: &str) -> Option<String> {
    match field {
        "venue" => Some(page.t(&format!("venue-{code}"))),
        "calendar_mode" => Some(page.t(&format!("calendar-mode-{code}"))),
        "main_language" => Lang::parse(code).map(|lang| lang.own_name().to_string()),
        _ => None,
    }
}
