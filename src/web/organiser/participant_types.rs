//! Participant types of an event, and the matrix of who may meet whom.

use askama::Template;

use super::breaks;
use super::frame::{address, again, in_all, label_in, localised, part, problems_of};
use super::lists::{ListPage, lists, show_label, show_remove};
use crate::domain::event::{Event, ParticipantType, Programme, TypeRule};
use crate::domain::event_input::{LabelInput, LocalisedInput};
use crate::domain::ids::TypeId;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::programme::{self, MatrixInput};
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
    opened: Opened,
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
    show(&visit, LocalisedInput::default(), None, Problems::new()).await
}

/// The page, with what was typed for a new type, and into the matrix.
async fn show(
    visit: &Visit,
    input: LocalisedInput,
    typed: Option<Typed<MatrixInput>>,
    problems: Problems,
) -> Answer {
    let lists = lists(visit).await?;
    let access = visit.access()?;
    let stored = programme::matrix_input(&lists);
    let typed = typed.map_or_else(|| Typed::fresh(stored.clone()), |typed| typed.again(&stored));
    let page = part(visit, access)?;
    let label_of =
        |code: &str| TypeRule::parse(code).map(|rule| page.t(&format!("type-rule-{}", rule.code())));
    let problems = problems.told_by(|_, code| label_of(code));
    let page = page.with_problems(&problems);
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
        matrix: matrix(&page, event, &lists, &typed.input),
        opened: typed.opened,
        action: address(event, "/types"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn matrix(page: &Page, event: &Event, lists: &Programme, input: &MatrixInput) -> Vec<MatrixRow> {
    let types = &lists.types;
    let label = |kind: &ParticipantType| label_in(&kind.label, page, event).to_string();
    let cell = |x: &ParticipantType, y: &ParticipantType| {
        let field = programme::rule_field(&x.id, &y.id);
        let choice = |rule: TypeRule| {
            let now = input.get(&field).map(String::as_str);
            Choice::new(rule.code(), page.t(&format!("type-rule-{}", rule.code())), now == Some(rule.code()))
        };
        Cell {
            label: page.t2("matrix-cell", "one", label(x), "other", label(y)),
            choices: TypeRule::ALL.into_iter().map(choice).collect(),
            field,
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
        Err(error) => show(&visit, input, None, problems_of(error)?).await,
    }
}

/// Stores the matrix.
pub async fn set_matrix(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let rule = |(field, value): (&str, &str)| {
        field.starts_with("rule:").then(|| (field.to_string(), value.to_string()))
    };
    let typed: Typed<MatrixInput> = visit.typed(visit.form.pairs().filter_map(rule).collect());
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), "/types");
    let done = visit.attempt(move |app| programme::set_matrix(app, &change, &given, &accepted)).await?;
    match breaks::outcome(&visit, part(&visit, access), done, &back, (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show(&visit, LocalisedInput::default(), Some(typed), problems).await,
    }
}

const LIST: ListPage = ListPage { nav: "nav-types", end: "/types", merges: false };

fn id(visit: &Visit) -> TypeId {
    TypeId(visit.part("id").to_string())
}

/// One type to be changed.
pub async fn form(visit: Visit) -> Answer {
    show_one(&visit, Typed::fresh(stored(&visit).await?), Problems::new())
}

/// The type of the path as it is stored.
async fn stored(visit: &Visit) -> Result<LabelInput, PageError> {
    let (lists, id) = (lists(visit).await?, id(visit));
    let found = lists.types.iter().find(|kind| kind.id == id).ok_or(PageError::NotFound)?;
    Ok(LabelInput::of(&found.label))
}

fn show_one(visit: &Visit, typed: Typed<LabelInput>, problems: Problems) -> Answer {
    show_label(visit, LIST, "type-title", typed, problems)
}

/// Changes a type's label.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let typed = visit.typed(LabelInput { label: localised(&visit.form, "label") });
    let given = typed.clone();
    match visit.attempt(move |app| programme::update_type(app, &change, &id, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/types"), "saved")),
        Err(error) => show_one(&visit, typed.again(&stored(&visit).await?), problems_of(error)?),
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
        Err(error) => show(&visit, LocalisedInput::default(), None, problems_of(error)?).await,
    }
}
