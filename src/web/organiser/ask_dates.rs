//! The page that asks before dates are saved by which data is deleted soon, or which are past. It carries everything that
//! was typed: one button saves it, the other one opens the form again.

use askama::Template;

use crate::domain::lang::Lang;
use crate::services::event_dates::{Doubts, LeftBehind};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The field that says yes, to the dates that it names.
const SURE: &str = "sure";
/// Ends the answer where the agenda shall move too.
const MOVES: &str = "/agenda";
/// The field that goes back to the form.
const CHANGE: &str = "change";

#[derive(Template)]
#[template(path = "organiser/ask_dates.html")]
struct AskPage {
    page: Page,
    lines: Vec<String>,
    /// Everything that was typed: names and values.
    typed: Vec<(String, String)>,
    sure: String,
    /// The same, and the agenda moves too; absent where nothing is left behind.
    moves: Option<String>,
    action: String,
}

/// Whether the form is to be opened again with what was typed.
pub(super) fn goes_back(visit: &Visit) -> bool {
    visit.form.has(CHANGE) || visit.keeps_typed()
}

/// Whether there is something to ask that was not answered yet.
pub(super) fn has_to_ask(visit: &Visit, doubts: &Doubts) -> bool {
    let said = visit.form.one(SURE);
    doubts.is_any() && said.strip_suffix(MOVES).unwrap_or(said) != doubts.dates
}

/// Whether the agenda shall move with the event's days.
pub(super) fn moves_agenda(visit: &Visit) -> bool {
    visit.form.one(SURE).ends_with(MOVES)
}

/// The page. `first` is the language that the event's texts fall back to.
pub(super) fn ask(visit: &Visit, page: Page, doubts: &Doubts, first: Lang) -> Answer {
    let action = visit.path().to_string();
    let template = AskPage {
        lines: lines(&page, doubts, first),
        typed: visit.form.carried(&[SURE, CHANGE, "keep"]),
        sure: doubts.dates.clone(),
        moves: doubts
            .left_behind
            .filter(|behind| behind.items > 0)
            .map(|_| format!("{}{MOVES}", doubts.dates)),
        page: page.keeping_typed(&action),
        action,
    };
    visit.show(&template)
}

fn lines(page: &Page, doubts: &Doubts, first: Lang) -> Vec<String> {
    let date = |day| page.words.long_date(day);
    let over = doubts.over_since.map(|day| page.t1("ask-over", "date", date(day)));
    let begun = doubts.begun_on.map(|day| page.t1("ask-begun", "date", date(day)));
    let people =
        doubts.people.map(|(people, day)| page.t2("ask-people", "people", people, "date", date(day)));
    let answers = doubts.answers.iter().map(|(label, count, day)| {
        let question = label.get(page.lang, first).to_string();
        let values = [("question", question), ("count", count.to_string()), ("date", date(*day))];
        page.words.tn("ask-answers", &values)
    });
    let behind = doubts.left_behind.into_iter().flat_map(|behind| left_behind(page, behind));
    let is_soon = doubts.is_soon || !doubts.answers.is_empty();
    let soon = is_soon.then(|| page.t("ask-soon"));
    behind.chain(over).chain(begun).chain(people).chain(answers).chain(soon).collect()
}

fn left_behind(page: &Page, behind: LeftBehind) -> Vec<String> {
    let mut lines = Vec::new();
    if behind.items > 0 {
        let (items, meetings) = (behind.items, behind.meetings);
        lines.push(page.t2("ask-left-behind", "items", items, "meetings", meetings));
    }
    if behind.told > 0 {
        lines.push(page.t1("move-mails", "people", behind.told));
    }
    lines
}
