//! Opening or closing an event, and trying it out before.

use askama::Template;

use super::events::state_key;
use super::frame::{address, again, below, part, problems_of};
use crate::domain::event::EventState;
use crate::domain::problems::Problems;
use crate::domain::trial::Traces;
use crate::services::{event_state, trials};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The field that says that a trial run may go with all that it made.
const SURE: &str = "sure";
/// How many people the form makes up if nobody says otherwise.
const PEOPLE: &str = "40";

/// A state that the event can go to, with what pressing says and does.
struct Next {
    code: &'static str,
    button: String,
    text: String,
}

/// What can be done with an event that is tried out.
struct TrialView {
    /// What it has made so far.
    lines: Vec<String>,
    people: String,
    action: String,
    outbox: String,
}

#[derive(Template)]
#[template(path = "organiser/event_state.html")]
struct StatePage {
    page: Page,
    problems: Problems,
    state: &'static str,
    choices: Vec<Next>,
    action: String,
    /// Where everybody sees it; none: nobody does.
    public_url: Option<String>,
    trial: Option<TrialView>,
}

/// The states that one leads to.
fn nexts(state: EventState) -> &'static [EventState] {
    match state {
        EventState::Draft => &[EventState::Open, EventState::Trial, EventState::Closed],
        EventState::Trial => &[EventState::Open, EventState::Draft],
        EventState::Open => &[EventState::Closed, EventState::Draft],
        EventState::Closed => &[EventState::Open, EventState::Draft],
    }
}

fn next(page: &Page, from: EventState, to: EventState) -> Next {
    let (button, text) = match to {
        EventState::Open => ("event-open-button", "event-open-text"),
        EventState::Closed => ("event-close-button", "event-close-text"),
        EventState::Trial => ("event-trial-button", "event-trial-text"),
        EventState::Draft if from == EventState::Trial => ("event-trial-end-button", "event-trial-end-text"),
        EventState::Draft => ("event-draft-button", "event-draft-text"),
    };
    Next { code: to.code(), button: page.t(button), text: page.t(text) }
}

/// What the event's states mean, and buttons to change it.
pub async fn form(visit: Visit) -> Answer {
    show(&visit, PEOPLE, Problems::new()).await
}

async fn show(visit: &Visit, people: &str, problems: Problems) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let own = access.clone();
    let traces = visit.run(move |app| trials::traces(app, &own)).await?;
    let page = part(visit, access)?.with_problems(&problems);
    let template = StatePage {
        state: state_key(event.state),
        choices: nexts(event.state).iter().map(|to| next(&page, event.state, *to)).collect(),
        action: address(event, "/state"),
        public_url: event
            .state
            .has_pages()
            .then(|| visit.app().config.base_url.join(&format!("/e/{}", event.slug))),
        trial: traces.map(|traces| TrialView {
            lines: lines(&page, &traces),
            people: people.to_string(),
            action: address(event, "/trial/people"),
            outbox: address(event, "/outbox"),
        }),
        page,
        problems,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn lines(page: &Page, traces: &Traces) -> Vec<String> {
    let counts = [
        ("trial-people", traces.people),
        ("trial-rounds", traces.rounds),
        ("trial-meetings", traces.meetings),
        ("trial-mails", traces.mails),
    ];
    counts.iter().map(|(key, count)| page.t1(key, "count", *count)).collect()
}

#[derive(Template)]
#[template(path = "organiser/trial_end.html")]
struct EndPage {
    page: Page,
    lines: Vec<String>,
    action: String,
    state: &'static str,
    button: String,
    back: String,
}

/// Says what goes with a trial run, before it does.
async fn ask(visit: &Visit, to: EventState) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let own = access.clone();
    let traces = visit.run(move |app| trials::traces(app, &own)).await?.unwrap_or_default();
    let page = below(visit, access, "event-state-title", "/state")?;
    let button = if to == EventState::Open { "trial-end-open" } else { "trial-end-draft" };
    visit.show(&EndPage {
        lines: lines(&page, &traces),
        action: address(event, "/state"),
        state: to.code(),
        button: page.t(button),
        back: address(event, "/state"),
        page,
    })
}

/// Opens or closes the event, tries it out, or makes it a draft again.
pub async fn set(visit: Visit) -> Answer {
    let state = EventState::parse(visit.form.one("state")).ok_or(PageError::BadRequest)?;
    let access = visit.access()?;
    let change = access.to_change()?;
    let ends_trial = access.event().state == EventState::Trial && state != EventState::Trial;
    if ends_trial && visit.form.one(SURE).is_empty() {
        return ask(&visit, state).await;
    }
    match visit.attempt(move |app| event_state::set(app, &change, state)).await? {
        Ok(event) => {
            let (page, done) = match state {
                EventState::Draft => ("", "drafted"),
                EventState::Trial => ("/state", "tried"),
                EventState::Open => ("", "opened"),
                EventState::Closed => ("", "closed"),
            };
            Ok(visit.see_with(&address(&event, page), done))
        }
        Err(error) => show(&visit, PEOPLE, problems_of(error)?).await,
    }
}

/// Makes up people for an event that is tried out.
pub async fn fill(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = visit.form.one("people").to_string();
    let count = typed.clone();
    match visit.attempt(move |app| trials::fill(app, &change, &count)).await? {
        Ok(_) => Ok(visit.see_with(&address(access.event(), "/participants"), "trial-filled")),
        Err(error) => show(&visit, &typed, problems_of(error)?).await,
    }
}
