//! Columns of a file that hold answers to the event's own questions, found by what the questions are called.

use crate::documents::participants_csv::{Cell, Row, Sheet, vocabulary};
use crate::domain::answer::{Kind, Value};
use crate::domain::event::Programme;
use crate::domain::event_input;
use crate::domain::ids::ChoiceId;
use crate::domain::lang::{Lang, Localised};
use crate::domain::problems::Message;
use crate::domain::question::Question;
use crate::domain::text;

/// Most choices that a message names.
const NAMED: usize = 12;
/// What stands in a cell for a tick, and for none, as [`text::search_key`] leaves it.
const YES: [&str; 8] = ["yes", "ja", "oui", "y", "x", "1", "true", "wahr"];
const NO: [&str; 8] = ["no", "nein", "non", "n", "0", "false", "falsch", "faux"];

/// The columns of a file that belong to open questions.
pub(super) struct QuestionColumns<'a>(Vec<(usize, &'a Question)>);

impl<'a> QuestionColumns<'a> {
    /// Those of a file whose header is what a question is called in any language, and means nothing else.
    pub(super) fn of(sheet: &Sheet, programme: &'a Programme) -> QuestionColumns<'a> {
        let is_called = |question: &Question, title: &str| {
            let key = text::search_key(title);
            !key.is_empty() && says(&question.label, &key)
        };
        let open = programme.questions.iter().filter(|question| question.closed_at.is_none());
        let columns = open.filter_map(|question| {
            let free = |at: &usize| !sheet.columns.takes(*at) && is_called(question, &sheet.title(*at));
            (0..sheet.header.len()).find(free).map(|at| (at, question))
        });
        QuestionColumns(columns.collect())
    }

    /// The filled cells of a row with the questions that they answer.
    pub(super) fn cells<'r>(&self, row: &'r Row) -> Vec<(Cell<'r>, &'a Question)> {
        let filled = |(at, question): &(usize, &'a Question)| {
            let text = row.cells.get(*at)?.trim();
            (!text.is_empty()).then_some((Cell { text, at: *at }, *question))
        };
        self.0.iter().filter_map(filled).collect()
    }
}

/// What a cell answers.
///
/// # Errors
/// What is wrong with it.
pub(super) fn value(question: &Question, raw: &str) -> Result<Option<Value>, Message> {
    let wrong = |key: &'static str| super::entries::unknown(key, raw);
    match question.kind {
        Kind::One => match choices(question, raw)?.as_slice() {
            [one] => Ok(Some(Value::Choice(one.clone()))),
            _ => Err(wrong("problem-import-one-choice")),
        },
        Kind::Several => {
            let chosen = choices(question, raw)?;
            let in_order = question.choices.iter().map(|one| &one.id).filter(|id| chosen.contains(id));
            Ok(Some(Value::Choices(in_order.cloned().collect())))
        }
        Kind::Country => {
            let code = vocabulary::country_code(raw).ok_or_else(|| wrong("problem-import-country"))?;
            Ok(Some(Value::Country(code)))
        }
        Kind::Date => event_input::date(raw).map(|date| Some(Value::Date(date))),
        Kind::Agree => match text::search_key(raw) {
            yes if YES.contains(&yes.as_str()) => Ok(Some(Value::Agreed)),
            no if NO.contains(&no.as_str()) => Ok(None),
            _ => Err(wrong("problem-import-tick")),
        },
        kind => kind.parse(&[raw.to_string()], &[]),
    }
}

/// The choices that a cell names, by what they are called in any language. Signs that divide them may be part of a name:
/// the longest name that is known counts.
fn choices(question: &Question, raw: &str) -> Result<Vec<ChoiceId>, Message> {
    let parts: Vec<&str> = raw.split_inclusive([',', ';', '|', '\n']).collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < parts.len() {
        let named = (from + 1..=parts.len()).rev().find_map(|until| {
            let name = parts.get(from..until)?.concat();
            Some((choice(question, &name)?, until))
        });
        match named {
            Some((id, until)) => {
                found.push(id);
                from = until;
            }
            None if parts.get(from).is_some_and(|part| text::search_key(part).is_empty()) => from += 1,
            None => {
                let names = question.choices.iter().take(NAMED);
                let names: Vec<&str> = names.map(|one| one.label.get(Lang::En, Lang::En)).collect();
                let more = if question.choices.len() > NAMED { " …" } else { "" };
                let part = parts.get(from).copied().unwrap_or_default();
                let message =
                    super::entries::unknown("problem-import-choice", part.trim_end_matches([',', ';', '|']));
                return Err(message.with("choices", format!("{}{more}", names.join("; "))));
            }
        }
    }
    Ok(found)
}

fn choice(question: &Question, name: &str) -> Option<ChoiceId> {
    let key = text::search_key(name);
    question.choices.iter().find(|one| says(&one.label, &key)).map(|one| one.id.clone())
}

/// Whether a label says this in any language.
fn says(label: &Localised, key: &str) -> bool {
    Lang::ALL.into_iter().filter_map(|lang| label.exact(lang)).any(|text| text::search_key(text) == key)
}
