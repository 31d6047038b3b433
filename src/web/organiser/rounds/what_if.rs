//! What if: one more table, one more slot, another minimum, another quota, each with what it would gain.

use std::fmt::Display;

use actix_web::http::StatusCode;
use askama::Template;

use super::{base, below_rounds, number};
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::services::Fault;
use crate::services::rounds::what_if::{self, AsItIs, Change, MOST_PEOPLE, Outcome, WorkedOut};
use crate::services::rounds::{self, RoundView};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/what_if.html")]
struct WhatIfPage {
    page: Page,
    problems: Problems,
    url: String,
    number: u32,
    /// Changes of one step, with what their buttons send.
    steps: Vec<(String, String)>,
    fields: Vec<Field>,
    rows: Vec<Row>,
    has_plan: bool,
    most: String,
}

/// Something that can be another.
struct Field {
    name: &'static str,
    label: String,
    value: String,
}

/// A plan: by which change, and what it reaches.
struct Row {
    change: String,
    meetings: String,
    mutual: String,
    below: String,
    /// Whether there is a plan at all.
    is_possible: bool,
}

/// The changes that can be looked at; where one was chosen, what it would gain.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    let (view, now) = visit
        .run(move |app| {
            let view = rounds::view(app, &access, round)?;
            let now = what_if::as_it_is(app, &view);
            Ok::<_, Fault>((view, now))
        })
        .await?;
    let (chosen, problems) = match now.as_ref().map(|now| chosen(&visit, now)) {
        Some(Ok(chosen)) => (chosen, Problems::new()),
        Some(Err(problems)) => (Vec::new(), problems),
        None => (Vec::new(), Problems::new()),
    };
    let access = visit.access()?.clone();
    let (view, worked) = visit
        .run(move |app| {
            let is_asked = !chosen.is_empty();
            let worked = is_asked.then(|| what_if::work_out(app, &access, &view, &chosen)).transpose()?;
            Ok::<_, Fault>((view, worked))
        })
        .await?;
    let status = match &worked {
        _ if !problems.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        Some(None) => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let mut page = page_of(&visit, &view, now, worked.flatten().as_ref(), problems)?;
    if status == StatusCode::CONFLICT {
        let text = page.page.t("what-if-busy");
        page.page = page.page.with_notice(Tone::Warning, text);
    }
    visit.show_as(status, &page)
}

/// The changes that are asked for: all of one step, one of them, or what was typed.
fn chosen(visit: &Visit, now: &AsItIs) -> Result<Vec<Change>, Problems> {
    match visit.query.one("try") {
        "" => typed(visit, now),
        "all" => Ok(now.steps()),
        one => Ok(now.steps().into_iter().filter(|step| code(step) == one).collect()),
    }
}

/// What was typed and is another than it is now.
fn typed(visit: &Visit, now: &AsItIs) -> Result<Vec<Change>, Problems> {
    let mut problems = Problems::new();
    let mut number = |field: &str, min: u32, max: u32| {
        let raw = text::line(visit.query.one(field));
        let parsed = raw.parse::<u32>().ok().filter(|n| (min..=max).contains(n));
        let wrong = || Message::new("problem-number-range").with("min", min).with("max", max);
        if raw.is_empty() { None } else { problems.take(field, parsed.ok_or_else(wrong)) }
    };
    let most = u32::try_from(matching::MOST_SLOTS).unwrap_or(u32::MAX);
    let tables = now.tables.and_then(|_| number("tables", 1, 10_000)).filter(|n| Some(*n) != now.tables);
    let slots = number("slots", now.slots, most).filter(|n| *n != now.slots);
    let minimum = number("minimum", 0, 50).filter(|n| *n != now.minimum);
    let quota = number("quota", 1, 100);
    // An empty field beside others that are filled says that there is none.
    let is_sent = !visit.query.one("minimum").is_empty();
    let quota = (is_sent && quota != now.quota).then_some(Change::Quota(quota));
    if !problems.is_empty() {
        return Err(problems);
    }
    let changes = [tables.map(Change::Tables), slots.map(Change::Slots), minimum.map(Change::Minimum), quota];
    Ok(changes.into_iter().flatten().collect())
}

/// What the button of a step sends.
fn code(change: &Change) -> String {
    match change {
        Change::Tables(n) => format!("tables-{n}"),
        Change::Slots(n) => format!("slots-{n}"),
        Change::Minimum(n) => format!("minimum-{n}"),
        Change::Quota(percent) => format!("quota-{}", percent.unwrap_or_default()),
    }
}

fn page_of(
    visit: &Visit,
    view: &RoundView,
    now: Option<AsItIs>,
    worked: Option<&WorkedOut>,
    problems: Problems,
) -> Result<WhatIfPage, PageError> {
    let url = format!("{}/rounds/{}", base(visit)?, view.round.number);
    let title = visit.frame().t1("round-title", "number", view.round.number);
    let page = below_rounds(visit)?.below(title, url.clone()).with_problems(&problems);
    let steps = now.map(|now| now.steps()).unwrap_or_default();
    let said = |change: &Change| now.map(|now| label(&page, &now, change)).unwrap_or_default();
    Ok(WhatIfPage {
        steps: steps.iter().map(|step| (code(step), said(step))).collect(),
        fields: now.map(|now| fields(visit, &page, &now)).unwrap_or_default(),
        rows: worked.map(|worked| rows(&page, worked, said)).unwrap_or_default(),
        has_plan: now.is_some(),
        most: page.words.number(MOST_PEOPLE as u64),
        number: view.round.number,
        problems,
        page,
        url,
    })
}

fn fields(visit: &Visit, page: &Page, now: &AsItIs) -> Vec<Field> {
    let field = |name: &'static str, key: &str, now: Option<u32>| {
        let typed = visit.query.one(name);
        let now = now.map(|n| n.to_string()).unwrap_or_default();
        Field { name, label: page.t(key), value: if typed.is_empty() { now } else { typed.to_string() } }
    };
    let tables = now.tables.map(|tables| field("tables", "what-if-field-tables", Some(tables)));
    let others = [
        field("slots", "what-if-field-slots", Some(now.slots)),
        field("minimum", "round-wished-minimum", Some(now.minimum)),
        field("quota", "round-quota", now.quota),
    ];
    tables.into_iter().chain(others).collect()
}

/// A change in words.
fn label(page: &Page, now: &AsItIs, change: &Change) -> String {
    let instead = |key: &str, n: &dyn Display, was: &dyn Display| {
        page.t2(key, "n", n.to_string(), "was", was.to_string())
    };
    match change {
        Change::Tables(n) => instead("what-if-tables", n, &now.tables.unwrap_or_default()),
        Change::Slots(n) => instead("what-if-slots", n, &now.slots),
        Change::Minimum(n) => instead("what-if-minimum", n, &now.minimum),
        Change::Quota(None) => page.t("what-if-no-quota"),
        Change::Quota(Some(percent)) => match now.quota {
            Some(was) => instead("what-if-quota", percent, &was),
            None => page.t1("what-if-new-quota", "n", percent),
        },
    }
}

fn rows(page: &Page, worked: &WorkedOut, said: impl Fn(&Change) -> String) -> Vec<Row> {
    let beside = |n: u64, was: Option<u64>| {
        let gain = was.map(|was| i128::from(n) - i128::from(was)).filter(|gain| *gain != 0);
        let gain = gain.map(|gain| format!(" ({gain:+})")).unwrap_or_default();
        format!("{}{gain}", page.words.number(n))
    };
    let row = |change: String, outcome: Option<Outcome>, was: Option<Outcome>| {
        let figure = |of: fn(&Outcome) -> u64| {
            outcome.as_ref().map(|outcome| beside(of(outcome), was.as_ref().map(of))).unwrap_or_default()
        };
        Row {
            change,
            meetings: figure(|outcome| outcome.meetings),
            mutual: figure(|outcome| outcome.mutual),
            below: figure(|outcome| outcome.below),
            is_possible: outcome.is_some(),
        }
    };
    let changed = worked.changes.iter().map(|(change, outcome)| row(said(change), *outcome, worked.as_it_is));
    std::iter::once(row(page.t("what-if-as-it-is"), worked.as_it_is, None)).chain(changed).collect()
}
