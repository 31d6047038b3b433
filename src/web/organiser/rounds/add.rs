//! A further meeting in a draft: two people are chosen, then a time at which it works.

use actix_web::http::StatusCode;
use askama::Template;

use super::meeting::{has_tables, places};
use super::{base, below_rounds, draft, number, refusal};
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::round::RoundState;
use crate::services::Fault;
use crate::services::rounds::{self, DraftError, Possible};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::own_questions::reason;
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/add.html")]
struct AddPage {
    page: Page,
    problems: Problems,
    url: String,
    number: u32,
    person_a: String,
    person_b: String,
    chosen: Option<Chosen>,
}

/// Two people who are chosen, and what their meeting would be.
struct Chosen {
    a: String,
    b: String,
    first: (String, String),
    second: (String, String),
    reasons: Vec<(String, i32)>,
    weight: u32,
    slots: Vec<Choice>,
    has_tables: bool,
    /// Why it cannot be; empty where it can.
    problem: String,
}

/// The form for two names; with two names, what their meeting would be.
pub async fn show(visit: Visit) -> Answer {
    let (first, second) = (visit.query.one("person_a").to_string(), visit.query.one("person_b").to_string());
    if first.is_empty() && second.is_empty() {
        return visit.show(&empty(&visit, Problems::new()).await?);
    }
    match find(&visit, first, second).await? {
        Ok(both) => {
            let page = page_of(&visit, both, None).await?;
            visit.show(&page)
        }
        Err(problems) => visit.show_as(StatusCode::UNPROCESSABLE_ENTITY, &empty(&visit, problems).await?),
    }
}

/// The two people who are named as the organiser knows them.
async fn find(
    visit: &Visit,
    first: String,
    second: String,
) -> Result<Result<(ParticipantId, ParticipantId), Problems>, PageError> {
    let access = visit.access()?.clone();
    visit
        .run(move |app| {
            let a = rounds::find_person(app, &access, &first)?;
            let b = rounds::find_person(app, &access, &second)?;
            let mut problems = Problems::new();
            Ok::<_, Fault>(match (problems.take("person_a", a), problems.take("person_b", b)) {
                (Some(a), Some(b)) if a == b => {
                    Err(Problems::one("person_b", Message::new("problem-pair-same")))
                }
                (Some(a), Some(b)) => Ok((a, b)),
                _ => Err(problems),
            })
        })
        .await
}

async fn empty(visit: &Visit, problems: Problems) -> Result<AddPage, PageError> {
    let access = visit.access()?.clone();
    let round = number(visit)?;
    let state = visit.run(move |app| rounds::outline(app, &access, round, "")).await?.view.round.state;
    if state != RoundState::Draft {
        return Err(PageError::NotFound);
    }
    let url = format!("{}/rounds/{round}", base(visit)?);
    let page = below_rounds(visit)?.below(visit.frame().t1("round-title", "number", round), url.clone());
    Ok(AddPage {
        page: page.with_problems(&problems),
        problems,
        url,
        number: round,
        person_a: visit.query.one("person_a").to_string(),
        person_b: visit.query.one("person_b").to_string(),
        chosen: None,
    })
}

async fn page_of(
    visit: &Visit,
    (a, b): (ParticipantId, ParticipantId),
    refused: Option<DraftError>,
) -> Result<AddPage, PageError> {
    let mut form = empty(visit, Problems::new()).await?;
    let access = visit.access()?.clone();
    let round = form.number;
    let possible = visit.run(move |app| rounds::possible(app, &access, round, (&a, &b))).await?;
    if let Some(error) = refused {
        let both = [&possible.a, &possible.b];
        let text = refusal::of_error(&form.page, &possible.view, &both, error)?;
        form.page = form.page.with_notice(Tone::Failure, text);
    }
    let chosen = Some(chosen(&form.page, &possible));
    Ok(AddPage { chosen, ..form })
}

fn chosen(page: &Page, possible: &Possible) -> Chosen {
    let view = &possible.view;
    let named = |participant: &Participant| {
        let person = &participant.profile.person;
        (person.name.clone(), person.organisation.clone())
    };
    let line = |term| (reason(page.words, view.event.first_language(), &view.programme, term), term.points);
    let nowhere = possible.places.is_empty().then(|| page.t("round-add-nowhere"));
    let problem = possible.problem.as_ref().map(|problem| {
        let both = [&possible.a, &possible.b];
        refusal::of_problem(page, view, &both, problem)
    });
    Chosen {
        a: possible.a.id.0.clone(),
        b: possible.b.id.0.clone(),
        first: named(&possible.a),
        second: named(&possible.b),
        reasons: possible.reasons.iter().map(line).collect(),
        weight: possible.weight,
        slots: places(page, view, None, &possible.places),
        has_tables: has_tables(view),
        problem: problem.or(nowhere).unwrap_or_default(),
    }
}

/// The form for two names, since one of those who were chosen takes part no longer.
async fn gone(visit: &Visit) -> Result<AddPage, PageError> {
    let mut form = empty(visit, Problems::new()).await?;
    let text = form.page.t("round-add-gone");
    form.page = form.page.with_notice(Tone::Failure, text);
    Ok(form)
}

/// Adds the meeting.
pub async fn add(visit: Visit) -> Answer {
    let (a, b) = (visit.form.one("a").to_string(), visit.form.one("b").to_string());
    let (a, b) = (ParticipantId(a), ParticipantId(b));
    let slot = SlotId(visit.form.one("slot").to_string());
    let table = visit.form.one("table").trim().parse().ok();
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let pair = (a.clone(), b.clone());
    let added = visit
        .attempt(move |app| rounds::add_meeting(app, &access, round, (&pair.0, &pair.1), (&slot, table)))
        .await?;
    match added {
        Ok(()) => Ok(visit.see_with(&format!("{}/rounds/{round}", base(&visit)?), "round-changed")),
        Err(DraftError::NoDraft) => draft::refused(&visit, DraftError::NoDraft).await,
        Err(error) => {
            let page = match page_of(&visit, (a, b), Some(error)).await {
                Err(PageError::NotFound) => gone(&visit).await?,
                page => page?,
            };
            visit.show_as(StatusCode::CONFLICT, &page)
        }
    }
}
