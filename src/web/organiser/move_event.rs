//! Moving an event to other days or to another time, with everything on its agenda: what moves and how many mails go is said
//! first.

use askama::Template;

use super::breaks;
use super::frame::{address, again, below};
use crate::domain::problems::Problems;
use crate::services::event_move::{self, MoveInput, MovePlan};
use crate::services::events;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The field that says yes, to the move that it names.
const SURE: &str = "sure";

#[derive(Template)]
#[template(path = "organiser/move.html")]
struct MovePage {
    page: Page,
    problems: Problems,
    input: MoveInput,
    has_agenda: bool,
    now: String,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "organiser/move_sure.html")]
struct SurePage {
    page: Page,
    input: MoveInput,
    lines: Vec<String>,
    sure: String,
    button: String,
    action: String,
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let stored = visit.run(move |app| event_move::stored(app, &change)).await?;
    show(&visit, stored.clone(), &stored, Problems::new())
}

fn show(visit: &Visit, input: MoveInput, stored: &MoveInput, problems: Problems) -> Answer {
    let access = visit.access()?;
    let page = below(visit, access, "nav-settings", "/settings")?.with_problems(&problems);
    let event = access.event();
    let template = MovePage {
        now: page.words.date_range(event.starts_on, event.ends_on),
        has_agenda: !stored.begins.is_empty(),
        action: visit.path().to_string(),
        back: address(event, "/settings"),
        input,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Says what moves, or moves it.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = MoveInput { first_day: field("first_day"), begins: field("begins") };
    let (own, given) = (change.clone(), input.clone());
    let (stored, plan) = visit
        .run(move |app| {
            let stored = event_move::stored(app, &own)?;
            Ok::<_, PageError>((stored, event_move::plan(app, &own, &given)?))
        })
        .await?;
    let plan = match plan {
        Ok(plan) => plan,
        Err(problems) => return show(&visit, input, &stored, problems),
    };
    if visit.form.one(SURE) != plan.name {
        return sure(&visit, input, &plan);
    }
    let (shift, accepted) = (plan.shift, visit.accepted());
    let (page, back) =
        (below(&visit, access, "nav-settings", "/settings"), address(access.event(), "/agenda"));
    let done = visit.attempt(move |app| events::move_event(app, &change, shift, &accepted)).await?;
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "moved")).await {
        Ok(answer) => answer,
        Err(problems) => show(&visit, input, &stored, problems),
    }
}

fn sure(visit: &Visit, input: MoveInput, plan: &MovePlan) -> Answer {
    let page = below(visit, visit.access()?, "nav-settings", "/settings")?;
    let (from, to) = (plan.before, plan.after);
    let days = |(first, last)| page.words.date_range(first, last);
    let mut lines = vec![page.t2("move-days", "before", days(from), "after", days(to))];
    if plan.shift.minutes != 0 {
        lines.push(page.t1("move-clock", "time", &plan.begins));
    }
    let counts = [("sessions", plan.sessions), ("blocks", plan.blocks), ("meetings", plan.meetings)];
    let counts: Vec<(&str, String)> = counts.iter().map(|(name, n)| (*name, n.to_string())).collect();
    lines.push(page.words.tn("move-agenda", &counts));
    lines.push(page.t1("move-mails", "people", plan.told));
    lines.push(page.t("move-after"));
    visit.show(&SurePage {
        lines,
        sure: plan.name.clone(),
        button: page.t1("move-do", "people", plan.told),
        action: visit.path().to_string(),
        input,
        page,
    })
}
