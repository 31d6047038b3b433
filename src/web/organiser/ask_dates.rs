//! The page that asks before dates are saved by which data is deleted soon, or which are past. It carries everything that
//! was typed: one button saves it, the other one opens the form again.

use askama::Template;

use crate::domain::lang::Lang;
use crate::services::event_dates::Doubts;
use crate::web::csrf;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The field that says yes, to the dates that it names.
const SURE: &str = "sure";
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
    action: String,
}

/// Whether the form is to be opened again with what was typed.
pub(super) fn goes_back(visit: &Visit) -> bool {
    visit.form.has(CHANGE) || visit.keeps_typed()
}

/// Whether there is something to ask that was not answered yet.
pub(super) fn has_to_ask(visit: &Visit, doubts: &Doubts) -> bool {
    doubts.is_any() && visit.form.one(SURE) != doubts.dates
}

/// The page. `first` is the language that the event's texts fall back to.
pub(super) fn ask(visit: &Visit, page: Page, doubts: &Doubts, first: Lang) -> Answer {
    let action = visit.path().to_string();
    let own = [SURE, CHANGE, csrf::FIELD, "keep"];
    let typed = visit.form.pairs().filter(|(name, _)| !own.contains(name));
    let template = AskPage {
        lines: lines(&page, doubts, first),
        typed: typed.map(|(name, value)| (name.to_string(), value.to_string())).collect(),
        sure: doubts.dates.clone(),
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
    let is_soon = doubts.is_soon || !doubts.answers.is_empty();
    let soon = is_soon.then(|| page.t("ask-soon"));
    over.into_iter().chain(begun).chain(people).chain(answers).chain(soon).collect()
}
