//! Columns of a file that hold answers to the event's own questions, as the columns are taken.

use super::cells::unknown;
use super::columns::{FileColumn, Use, says};
use crate::documents::participant_list::{Cell, Row, country_code};
use crate::domain::answer::{Kind, Value};
use crate::domain::event::Programme;
use crate::domain::event_input;
use crate::domain::ids::ChoiceId;
use crate::domain::lang::Lang;
use crate::domain::problems::Message;
use crate::domain::question::Question;
use crate::domain::text;

/// Most choices that a message names.
const NAMED: usize = 12;
/// What stands in a cell for a tick, and for none, as [`text::search_key`] leaves it.
const YES: [&str; 8] = ["yes", "ja", "oui", "y", "x", "1", "true", "wahr"];
const NO: [&str; 8] = ["no", "nein", "non", "n", "0", "false", "falsch", "faux"];

/// The columns of a file that answer questions.
pub(super) struct QuestionColumns<'a>(Vec<(usize, &'a Question)>);

impl<'a> QuestionColumns<'a> {
    /// Those of the file's columns that are taken as answers.
    pub(super) fn of(columns: &[FileColumn], programme: &'a Programme) -> QuestionColumns<'a> {
        let of_column = |column: &FileColumn| match &column.used {
            Use::Question(id) => {
                let question = programme.questions.iter().find(|question| question.id == *id)?;
                Some((column.at, question))
            }
            _ => None,
        };
        QuestionColumns(columns.iter().filter_map(of_column).collect())
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
    let wrong = |key: &'static str| unknown(key, raw);
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
            let code = country_code(raw).ok_or_else(|| wrong("problem-import-country"))?;
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
                let message = unknown("problem-import-choice", part.trim_end_matches([',', ';', '|']));
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
