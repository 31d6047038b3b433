//! Pinned and forbidden pairs: the list, and a form for another one.

use actix_web::http::StatusCode;
use askama::Template;

use super::super::breaks;
use super::frame::page_number;
use super::{base, below_rounds, frame, full_name};
use crate::domain::ids::ParticipantId;
use crate::domain::misfit::Accepted;
use crate::domain::problems::{Message, Problems};
use crate::domain::round::{PairRule, PairRuleKind};
use crate::domain::text;
use crate::services::events::EditError;
use crate::services::rounds;
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/pairs.html")]
struct PairsPage {
    page: Page,
    problems: Problems,
    url: String,
    search: String,
    rules: Vec<Rule>,
    /// How many there are without the search.
    count: usize,
    pager: Pager,
    person_a: String,
    person_b: String,
    kinds: Vec<Choice>,
}

struct Rule {
    a: String,
    b: String,
    first: String,
    second: String,
    kind: String,
}

/// The list and the form.
pub async fn show(visit: Visit) -> Answer {
    let page = page_of(&visit, Problems::new()).await?;
    visit.show(&page)
}

async fn page_of(visit: &Visit, problems: Problems) -> Result<PairsPage, PageError> {
    let access = visit.access()?.clone();
    let search = text::line(visit.query.one("search"));
    let asked = (search.clone(), page_number(visit));
    let found = visit.run(move |app| rounds::list_pair_rules(app, &access, &asked.0, asked.1)).await?;
    let page = below_rounds(visit)?.with_problems(&problems);
    let name = |id: &ParticipantId| found.people.get(id).map(full_name).unwrap_or_default();
    let word = |kind: PairRuleKind| match kind {
        PairRuleKind::Pin => page.t("round-rule-pinned"),
        PairRuleKind::Forbid => page.t("round-rule-forbidden"),
    };
    let rules = found.rules.iter().map(|rule| Rule {
        a: rule.a.0.clone(),
        b: rule.b.0.clone(),
        first: name(&rule.a),
        second: name(&rule.b),
        kind: word(rule.kind),
    });
    let chosen = PairRuleKind::parse(visit.form.one("kind")).unwrap_or(PairRuleKind::Pin);
    Ok(PairsPage {
        rules: rules.collect(),
        count: found.count,
        pager: List::ONLY.pager(visit, found.found),
        search,
        kinds: [(PairRuleKind::Pin, "round-pin"), (PairRuleKind::Forbid, "round-forbid")]
            .map(|(kind, key)| Choice::new(kind.code(), page.t(key), kind == chosen))
            .to_vec(),
        person_a: visit.form.one("person_a").to_string(),
        person_b: visit.form.one("person_b").to_string(),
        url: format!("{}/pairs", base(visit)?),
        page,
        problems,
    })
}

/// Keeps a rule for two people who are named as the organiser knows them.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let (first, second) = (visit.form.one("person_a").to_string(), visit.form.one("person_b").to_string());
    let kind = PairRuleKind::parse(visit.form.one("kind")).unwrap_or(PairRuleKind::Pin);
    let accepted = visit.accepted();
    let done = visit
        .attempt(move |app| {
            let a = rounds::find_person(app, &access, &first)?;
            let b = rounds::find_person(app, &access, &second)?;
            let mut problems = Problems::new();
            match (problems.take("person_a", a), problems.take("person_b", b)) {
                (Some(a), Some(b)) if a == b => {
                    Err(Problems::one("person_b", Message::new("problem-pair-same")).into())
                }
                (Some(a), Some(b)) => {
                    let rule = PairRule { a: a.clone(), b: b.clone(), kind, slot: None, table: None };
                    rounds::set_pair_rule(app, &access, (&a, &b), Some(rule), &accepted)
                }
                _ => Err(EditError::Invalid(problems)),
            }
        })
        .await?;
    let back = format!("{}/pairs", base(&visit)?);
    let page = frame::part(&visit, visit.access()?);
    match breaks::outcome(&visit, page, done, &back, (&back, "pair-saved")).await {
        Ok(answer) => answer,
        Err(problems) => visit.show_as(StatusCode::UNPROCESSABLE_ENTITY, &page_of(&visit, problems).await?),
    }
}

/// Forgets a rule.
pub async fn forget(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let a = ParticipantId(visit.form.one("a").to_string());
    let b = ParticipantId(visit.form.one("b").to_string());
    let done = visit
        .attempt(move |app| rounds::set_pair_rule(app, &access, (&a, &b), None, &Accepted::default()))
        .await?;
    done.map(drop).or_else(|error| frame::problems_of(error).map(drop))?;
    Ok(visit.see_with(&format!("{}/pairs", base(&visit)?), "pair-saved"))
}
