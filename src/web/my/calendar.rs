//! How my meetings come into my calendar.

use actix_web::http::StatusCode;
use askama::Template;

use super::{frame, open, path};
use crate::domain::calendar_choice::{ALARMS, CalendarChoice, CalendarInput};
use crate::domain::event::CalendarMode;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::calendar_choices;
use crate::services::my_event::{MyEvent, UpdateError};
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/calendar.html")]
struct CalendarPage {
    page: Page,
    problems: Problems,
    opened: Opened,
    modes: Vec<Choice>,
    alarms: Vec<Choice>,
    action: String,
    my: String,
}

fn stored(mine: &MyEvent) -> CalendarInput {
    CalendarInput::of(CalendarChoice::effective(mine.calendar, mine.event.calendar_mode))
}

fn page(visit: &Visit, mine: &MyEvent, typed: Typed<CalendarInput>, problems: Problems) -> Answer {
    let page = frame(visit, mine).with_problems(&problems);
    let page = page.clone().below(page.t("my-overview"), path(mine, ""));
    let Typed { input, opened } = typed;
    let mode = |mode: CalendarMode| {
        let key = format!("my-calendar-mode-{}", mode.code());
        Choice::new(mode.code(), page.t(&key), mode.code() == input.mode)
            .with_help(page.t(&format!("{key}-help")))
    };
    let alarm = |minutes: u32| {
        let label = match minutes {
            0 => page.t("my-calendar-alarm-none"),
            minutes => page.t1("my-calendar-alarm-minutes", "minutes", minutes),
        };
        Choice::new(minutes.to_string(), label, minutes.to_string() == input.alarm)
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_as(
        status,
        &CalendarPage {
            modes: [CalendarMode::File, CalendarMode::Invitation].map(mode).to_vec(),
            alarms: ALARMS.map(alarm).to_vec(),
            action: path(mine, "/calendar"),
            my: path(mine, ""),
            opened,
            problems,
            page,
        },
    )
}

/// Asks.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    page(&visit, &mine, Typed::fresh(stored(&mine)), Problems::new())
}

/// Takes the answer.
pub async fn save(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let field = |name: &str| visit.form.one(name).to_string();
    let typed = visit.typed(CalendarInput { mode: field("mode"), alarm: field("alarm") });
    let (own, given) = (mine.access.clone(), typed.clone());
    match visit.attempt(move |app| calendar_choices::choose(app, &own, &given)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, ""), "saved")),
        Err(UpdateError::Invalid(problems)) => page(&visit, &mine, typed.again(&stored(&mine)), problems),
        Err(UpdateError::Fault(fault)) => Err(fault.into()),
    }
}
