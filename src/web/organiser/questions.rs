//! An event's own questions: the list in its order, and one question to be written or changed.

use askama::Template;

use super::ask_dates::{ask, goes_back, has_to_ask};
use super::frame::{address, again, below, in_all, localised, part, problems_of};
use super::lists::{ListPage, show_remove};
use super::question_choices::{choices_help, conditions, countries, kind_word, kinds, types};
use crate::domain::answer::Kind;
use crate::domain::event::{Event, Programme};
use crate::domain::event_input::LocalisedInput;
use crate::domain::ids::QuestionId;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::domain::question::{MAX_POINTS, MAX_QUESTIONS, Purpose, Question, Wanted};
use crate::domain::question_input::QuestionInput;
use crate::services::event_dates;
use crate::services::programme::InUse;
use crate::services::questions::{self, QuestionsView};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::own_questions::{said_condition, said_types};
use crate::web::page::Page;
use crate::web::visit::Visit;

const LIST: ListPage = ListPage { nav: "nav-questions", end: "/questions", merges: false };

#[derive(Template)]
#[template(path = "organiser/questions.html")]
struct QuestionsPage {
    page: Page,
    problems: Problems,
    rows: Vec<Row>,
    action: String,
    has_room: bool,
    most: usize,
    ready: Vec<Choice>,
}

struct Row {
    url: String,
    label: String,
    kind: String,
    /// Whom it is put to, what others see, how it counts.
    facts: Vec<String>,
    answers: String,
    closed: bool,
    is_first: bool,
    is_last: bool,
}

async fn view(visit: &Visit) -> Result<QuestionsView, PageError> {
    let change = visit.access()?.to_change()?;
    visit.run(move |app| questions::view(app, &change)).await
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    show(&visit, Problems::new()).await
}

async fn show(visit: &Visit, problems: Problems) -> Answer {
    let view = view(visit).await?;
    let access = visit.access()?;
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let all = &view.programme.questions;
    let row = |(place, question): (usize, &Question)| Row {
        url: address(event, &format!("/questions/{}", question.id)),
        label: in_all(&question.label, event),
        kind: kind_word(&page, question.kind),
        facts: facts(&page, event, &view.programme, question),
        answers: page.t1("questions-answers", "count", view.answers_to(&question.id)),
        closed: question.closed_at.is_some(),
        is_first: place == 0,
        is_last: place + 1 == all.len(),
    };
    let ready = [Purpose::Access, Purpose::Food].map(|purpose| {
        let word = |end: &str| page.t(&format!("question-ready-{}{end}", purpose.code()));
        Choice::new(purpose.code(), word("-add"), false).with_help(word("-lead"))
    });
    let template = QuestionsPage {
        rows: all.iter().enumerate().map(row).collect(),
        action: address(event, "/questions"),
        has_room: all.len() < MAX_QUESTIONS,
        most: MAX_QUESTIONS,
        ready: ready.into(),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn facts(page: &Page, event: &Event, programme: &Programme, question: &Question) -> Vec<String> {
    let first = event.first_language();
    let days = question.life_days.map(|days| page.t1("questions-life", "days", days));
    let counts = question
        .comparison
        .map(|one| page.t1(&format!("questions-counts-{}", one.wanted.code()), "points", one.points));
    [
        question.required.then(|| page.t("questions-required")),
        said_types(page.words, "questions-only-types", first, programme, question),
        said_condition(page.words, "questions-only-if", first, programme, question),
        Some(page.t(if question.visible { "question-visible" } else { "questions-unseen" })),
        counts,
        days,
    ]
    .into_iter()
    .flatten()
    .collect()
}

async fn done(
    visit: &Visit,
    outcome: Result<(), crate::services::events::EditError>,
    said: &'static str,
) -> Answer {
    let access = visit.access()?;
    match outcome {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/questions"), said)),
        Err(error) => show(visit, problems_of(error)?).await,
    }
}

/// Adds ready-made questions.
pub async fn add_ready_made(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let purpose = Purpose::parse(visit.form.one("purpose")).filter(|purpose| purpose.is_sensitive());
    let purpose = purpose.ok_or(PageError::BadRequest)?;
    let outcome = visit.attempt(move |app| questions::add_ready_made(app, &change, purpose)).await?;
    done(&visit, outcome, "added").await
}

/// Moves a question up or down.
pub async fn shift(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let up = visit.form.one("to") == "up";
    let outcome = visit.attempt(move |app| questions::shift(app, &change, &id, up)).await?;
    done(&visit, outcome, "saved").await
}

/// Closes a question or opens it again.
pub async fn set_closed(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let closed = visit.form.one("closed") == "yes";
    let outcome = visit.attempt(move |app| questions::set_closed(app, &change, &id, closed)).await?;
    done(&visit, outcome, "saved").await
}

#[derive(Template)]
#[template(path = "organiser/question.html")]
struct QuestionPage {
    page: Page,
    problems: Problems,
    title: String,
    languages: Vec<Lang>,
    input: QuestionInput,
    opened: Opened,
    /// Empty where the kind cannot be changed: then `kind` names it.
    kinds: Vec<Choice>,
    kind: String,
    has_choices: bool,
    choices_help: String,
    types: Vec<Choice>,
    conditions: Vec<Choice>,
    /// The countries of a condition; empty where no earlier question asks for one.
    countries: Vec<Choice>,
    comparisons: Vec<Choice>,
    points_help: String,
    life_help: String,
    /// What the answers are used for, where the law asks for more care.
    sensitive: String,
    action: String,
    back: String,
    /// None for a new one.
    known: Option<KnownQuestion>,
}

struct KnownQuestion {
    answers: String,
    closed: bool,
    close_action: String,
    /// Where it can be removed: with answers it can only be closed.
    remove_url: Option<String>,
}

fn id(visit: &Visit) -> QuestionId {
    QuestionId(visit.part("id").to_string())
}

/// An empty form.
pub async fn new(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    show_form(&visit, &view, None, QuestionInput::default().into(), Problems::new())
}

/// One question to be changed.
pub async fn form(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    let question = known(&visit, &view)?;
    let fresh = Typed::fresh(QuestionInput::of(question, &view.programme));
    show_form(&visit, &view, Some(question), fresh, Problems::new())
}

fn known<'a>(visit: &Visit, view: &'a QuestionsView) -> Result<&'a Question, PageError> {
    let id = id(visit);
    view.programme.questions.iter().find(|question| question.id == id).ok_or(PageError::NotFound)
}

fn show_form(
    visit: &Visit,
    view: &QuestionsView,
    question: Option<&Question>,
    Typed { input, opened }: Typed<QuestionInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, LIST.nav, LIST.end)?;
    let conditions = conditions(&page, event, &view.programme, question, &input);
    let label = |field: &str, code: &str| match field {
        "kind" => Kind::of_question(code).map(|kind| kind_word(&page, kind)),
        "comparison" => Some(page.t(&format!("question-comparison-{code}"))),
        "condition" => {
            conditions.iter().find(|choice| choice.value == code).map(|choice| choice.label.clone())
        }
        _ => None,
    };
    let problems = problems.told_by(label);
    let page = page.with_problems(&problems);
    let answers = question.map_or(0, |question| view.answers_to(&question.id));
    let purpose = question.map(|question| question.purpose).filter(|purpose| purpose.is_sensitive());
    let url = question.map(|question| address(event, &format!("/questions/{}", question.id)));
    let template = QuestionPage {
        title: page.t(if question.is_some() { "question-title" } else { "question-new-title" }),
        languages: event.languages.clone(),
        kinds: if answers > 0 { Vec::new() } else { kinds(&page, &input.kind) },
        kind: question.map(|question| kind_word(&page, question.kind)).unwrap_or_default(),
        has_choices: question.is_none_or(|one| answers == 0 || matches!(one.kind, Kind::One | Kind::Several)),
        choices_help: choices_help(&page, event),
        types: types(&page, event, &view.programme, &input),
        conditions,
        countries: countries(&page, &view.programme, question, &input),
        comparisons: Wanted::ALL
            .map(|wanted| {
                let label = page.t(&format!("question-comparison-{}", wanted.code()));
                Choice::new(wanted.code(), label, wanted.code() == input.comparison)
            })
            .into(),
        points_help: page.t1("question-points-help", "most", MAX_POINTS),
        life_help: life_help(&page, event, view, question),
        sensitive: purpose
            .map(|purpose| page.t(&format!("question-purpose-{}", purpose.code())))
            .unwrap_or_default(),
        action: visit.path().to_string(),
        back: address(event, "/questions"),
        known: question.zip(url).map(|(question, url)| KnownQuestion {
            answers: page.t1("questions-answers", "count", answers),
            closed: question.closed_at.is_some(),
            close_action: format!("{url}/closed"),
            remove_url: (answers == 0).then(|| format!("{url}/remove")),
        }),
        input,
        opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// How long answers can be kept, and when they are deleted as it is set now.
fn life_help(page: &Page, event: &Event, view: &QuestionsView, question: Option<&Question>) -> String {
    let most = page.t1("question-life-help", "days", event.shred_after_days);
    let date = |day| page.words.long_date(day);
    let day = match question.and_then(|question| view.answers_go.get(&question.id)) {
        Some(day) => page.t1("deletion-answers-on", "date", date(*day)),
        None => page.t1("deletion-on", "date", date(view.everything_goes)),
    };
    format!("{most} {day}")
}

/// The form as posted.
fn posted(visit: &Visit) -> QuestionInput {
    let form = &visit.form;
    let text = |name: &str| form.one(name).to_string();
    let first = |(name, _): (&str, &str)| {
        let id = name.strip_prefix("choice-")?.rsplit_once('_')?.0.to_string();
        Some(id)
    };
    let mut choices: Vec<String> = form.pairs().filter_map(first).collect();
    choices.dedup();
    let choice = |id: String| {
        let label: LocalisedInput = localised(form, &format!("choice-{id}"));
        (id, label)
    };
    QuestionInput {
        kind: text("kind"),
        label: localised(form, "label"),
        help: localised(form, "help"),
        choices: choices.into_iter().map(choice).collect(),
        more_choices: text("more_choices"),
        required: form.has("required"),
        visible: form.has("visible"),
        types: form.many("types"),
        condition: text("condition"),
        condition_country: text("condition_country"),
        comparison: text("comparison"),
        points: text("points"),
        life_days: text("life_days"),
    }
}

/// Adds a question.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let input = posted(&visit);
    let typed = input.clone();
    match visit.attempt(move |app| questions::add(app, &change, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/questions"), "added")),
        Err(error) => {
            let problems = problems_of(error)?;
            show_form(&visit, &view(&visit).await?, None, input.into(), problems)
        }
    }
}

/// Changes a question.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let typed = visit.typed(posted(&visit));
    let before = view(&visit).await?;
    let question = known(&visit, &before)?;
    if typed.input.life_days.trim() != QuestionInput::of(question, &before.programme).life_days {
        visit.prove_first()?;
    }
    if goes_back(&visit) {
        return show_form(&visit, &before, Some(question), typed, Problems::new());
    }
    let (own, of, given) = (change.clone(), id.clone(), typed.clone());
    let doubts = visit.run(move |app| event_dates::of_question(app, &own, &of, &given)).await?;
    if has_to_ask(&visit, &doubts) {
        let page = below(&visit, access, LIST.nav, LIST.end)?;
        return ask(&visit, page, &doubts, access.event().first_language());
    }
    let given = typed.clone();
    match visit.attempt(move |app| questions::update(app, &change, &id, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/questions"), "saved")),
        Err(error) => {
            let problems = problems_of(error)?;
            let view = view(&visit).await?;
            let question = known(&visit, &view)?;
            let typed = typed.again(&QuestionInput::of(question, &view.programme));
            show_form(&visit, &view, Some(question), typed, problems)
        }
    }
}

/// Asks before a question is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    let question = known(&visit, &view)?;
    let found = InUse { label: question.label.clone(), count: view.answers_to(&question.id) };
    show_remove(&visit, LIST, "remove-question-text", &found, Problems::new())
}

/// Removes a question.
pub async fn remove(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let outcome = visit.attempt(move |app| questions::remove(app, &change, &id)).await?;
    done(&visit, outcome, "removed").await
}
