//! What the form of a question gives to choose from.

use super::frame::label_in;
use crate::domain::answer::Kind;
use crate::domain::country;
use crate::domain::event::{Event, ParticipantType, Programme};
use crate::domain::question::{MAX_CHOICES, Question};
use crate::domain::question_input::{QuestionInput, condition_code, country_code, earlier};
use crate::web::forms::Choice;
use crate::web::page::Page;

/// What a kind of question is called.
pub(super) fn kind_word(page: &Page, kind: Kind) -> String {
    page.t(&format!("question-kind-{}", kind.code_of_question().replace('_', "-")))
}

/// The kinds of question.
pub(super) fn kinds(page: &Page, now: &str) -> Vec<Choice> {
    let kind = |(code, kind): &(&'static str, Kind)| Choice::new(*code, kind_word(page, *kind), *code == now);
    Kind::OF_QUESTIONS.iter().map(kind).collect()
}

/// How further choices are typed.
pub(super) fn choices_help(page: &Page, event: &Event) -> String {
    match event.languages.as_slice() {
        [_] => page.t1("question-choices-help", "most", MAX_CHOICES),
        several => {
            let form: Vec<&str> = several.iter().map(|lang| lang.own_name()).collect();
            page.t2("question-choices-help-languages", "most", MAX_CHOICES, "form", form.join(" | "))
        }
    }
}

/// The participant types that can be asked alone.
pub(super) fn types(page: &Page, event: &Event, programme: &Programme, input: &QuestionInput) -> Vec<Choice> {
    let choice = |kind: &ParticipantType| {
        let chosen = input.types.iter().any(|id| id == kind.id.as_str());
        Choice::new(kind.id.as_str(), label_in(&kind.label, page, event), chosen)
    };
    programme.types.iter().map(choice).collect()
}

/// What an earlier question can have been answered with.
pub(super) fn conditions(
    page: &Page,
    event: &Event,
    programme: &Programme,
    own: Option<&Question>,
    input: &QuestionInput,
) -> Vec<Choice> {
    let entry = |question: &Question, code: String, answer: &str| {
        let label = label_in(&question.label, page, event);
        let text = page.t2("question-condition-entry", "question", label, "answer", answer);
        let chosen = code == input.condition;
        Choice::new(code, text, chosen)
    };
    let of = |question: &Question| -> Vec<Choice> {
        let id = question.id.as_str();
        match question.kind {
            Kind::Country => vec![entry(question, country_code(id), &page.t("question-condition-country"))],
            Kind::Agree => vec![entry(question, condition_code(id, "yes"), &page.t("yes"))],
            _ => {
                let choice = |one: &crate::domain::question::QuestionChoice| {
                    entry(question, condition_code(id, one.id.as_str()), label_in(&one.label, page, event))
                };
                question.choices.iter().map(choice).collect()
            }
        }
    };
    let deciding = earlier(programme, own.map(|one| &one.id)).filter(|one| one.can_decide());
    deciding.flat_map(of).collect()
}

/// The countries of a condition; none where no earlier question asks for one.
pub(super) fn countries(
    page: &Page,
    programme: &Programme,
    own: Option<&Question>,
    input: &QuestionInput,
) -> Vec<Choice> {
    if !earlier(programme, own.map(|one| &one.id)).any(|one| one.kind == Kind::Country) {
        return Vec::new();
    }
    let sorted = country::sorted(page.lang).into_iter();
    sorted
        .map(|one| Choice::new(one.code, one.name(page.lang), one.code == input.condition_country))
        .collect()
}
