//! Participant types of an event, and the matrix of who may meet whom.

use askama::Template;

use super::frame::{address, again, in_all, label_in, localised, part, problems_of};
use super::lists::{ListPage, lists, show_label, show_remove};
use crate::domain::event::{Event, ParticipantType, Programme, TypeRule};
use crate::domain::event_input::LocalisedInput;
use crate::domain::ids::TypeId;
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::services::programme;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/types.html")]
struct TypesPage {
    page: Page,
    problems: Problems,
    languages: Vec<Lang>,
    input: LocalisedInput,
    rows: Vec<Row>,
    heads: Vec<String>,
    matrix: Vec<MatrixRow>,
    action: String,
}

struct Row {
    url: String,
    label: String,
}

/// A type with a choice for itself and each type after it.
struct MatrixRow {
    label: String,
    /// Types before this one, whose cells are in their own rows.
    before: usize,
    cells: Vec<Cell>,
}

struct Cell {
    field: String,
    /// `Company with Research`, for readers who hear it.
    label: String,
    choices: Vec<Choice>,
}

/// The list, a form for another one, and the matrix.
pub async fn list(visit: Visit) -> Answer {
    show(&visit, LocalisedInput::default(), Problems::new()).await
}

async fn show(visit: &Visit, input: LocalisedInput, problems: Problems) -> Answer {
    let lists = lists(visit).await?;
    let access = visit.access()?;
    let page = part(visit, access)?.with_problems(&problems);
    let event = access.event();
    let row = |kind: &ParticipantType| Row {
        url: address(event, &format!("/types/{}", kind.id)),
        label: in_all(&kind.label, event),
    };
    let label = |kind: &ParticipantType| label_in(&kind.label, &page, event).to_string();
    let template = TypesPage {
        languages: event.languages.clone(),
        input,
        rows: lists.types.iter().map(row).collect(),
        heads: lists.types.iter().map(label).collect(),
        matrix: matrix(&page, event, &lists),
        action: address(event, "/types"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn matrix(page: &Page, event: &Event, lists: &Programme) -> Vec<MatrixRow> {
    let types = &lists.types;
    let label = |kind: &ParticipantType| label_in(&kind.label, page, event).to_string();
    let cell = |x: &ParticipantType, y: &ParticipantType| {
        let now = lists.rule_for(&x.id, &y.id);
        let choice = |rule: TypeRule| {
            Choice::new(rule.code(), page.t(&format!("type-rule-{}", rule.code())), rule == now)
        };
        Cell {
            field: format!("rule:{}:{}", x.id, y.id),
            label: page.t2("matrix-cell", "one", label(x), "other", label(y)),
            choices: TypeRule::ALL.into_iter().map(choice).collect(),
        }
    };
    let row = |(n, kind): (usize, &ParticipantType)| MatrixRow {
        label: label(kind),
        before: n,
        cells: types.iter().skip(n).map(|other| cell(kind, other)).collect(),
    };
    types.iter().enumerate().map(row).collect()
}

/// Adds a type.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let input = localised(&visit.form, "label");
    let typed = input.clone();
    match visit.attempt(move |app| programme::add_type(app, &change, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/types"), "added")),
        Err(error) => show(&visit, input, problems_of(error)?).await,
    }
}

/// Stores the matrix.
pub async fn set_matrix(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let rule = |(field, value): (&str, &str)| {
        let (x, y) = field.strip_prefix("rule:")?.split_once(':')?;
        Some((TypeId(x.to_string()), TypeId(y.to_string()), TypeRule::parse(value)?))
    };
    let rules: Vec<(TypeId, TypeId, TypeRule)> = visit.form.pairs().filter_map(rule).collect();
    match visit.attempt(move |app| programme::set_matrix(app, &change, &rules)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/types"), "saved")),
        Err(error) => show(&visit, LocalisedInput::default(), problems_of(error)?).await,
    }
}

const LIST: ListPage = ListPage { nav: "nav-types", end: "/types" };

fn id(visit: &Visit) -> TypeId {
    TypeId(visit.part("id").to_string())
}

/// One type to be changed.
pub async fn form(visit: Visit) -> Answer {
    let lists = lists(&visit).await?;
    let id = id(&visit);
    let found = lists.types.iter().find(|kind| kind.id == id).ok_or(PageError::NotFound)?;
    show_one(&visit, LocalisedInput::of(&found.label), Problems::new())
}

fn show_one(visit: &Visit, input: LocalisedInput, problems: Problems) -> Answer {
    show_label(visit, LIST, "type-title", input, problems)
}

/// Changes a type's label.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let input = localised(&visit.form, "label");
    let typed = input.clone();
    match visit.attempt(move |app| programme::update_type(app, &change, &id, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/types"), "saved")),
        Err(error) => show_one(&visit, input, problems_of(error)?),
    }
}

/// Asks before a type is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let found = visit.run(move |app| programme::type_in_use(app, &change, &id)).await?;
    show_remove(&visit, LIST, "remove-type-text", &found, Problems::new())
}

/// Removes a type.
pub async fn remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    match visit.attempt(move |app| programme::delete_type(app, &change, &id)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/types"), "removed")),
        Err(error) => show(&visit, LocalisedInput::default(), problems_of(error)?).await,
    }
}
