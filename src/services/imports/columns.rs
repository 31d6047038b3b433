//! What is done with each column of a file: as it was said, else as its title and its cells tell.

use std::collections::BTreeMap;

use super::choices::{Choices, IGNORE};
use crate::documents::participant_list::{Column, Sheet, is_bookkeeping};
use crate::domain::event::Programme;
use crate::domain::ids::QuestionId;
use crate::domain::lang::{Lang, Localised};
use crate::domain::question::Question;
use crate::domain::text;

/// Most cells of a column that are shown, and most characters of one.
const SAMPLES: usize = 3;
const SAMPLE_MAX: usize = 40;

/// What is done with a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    Column(Column),
    Question(QuestionId),
    Ignored(Why),
    /// Nobody knows what it holds.
    Undecided,
}

/// Why a column is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody said so.
    Said,
    /// It speaks of whoever pays.
    Buyer,
    /// Another system keeps it for itself.
    Bookkeeping,
    Empty,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileColumn {
    /// Its place, from 0.
    pub at: usize,
    pub title: String,
    /// The first different cells.
    pub samples: Vec<String>,
    /// How many cells are filled.
    pub filled: usize,
    pub used: Use,
}

impl FileColumn {
    /// As the form says what it is taken as; empty where nobody knows.
    pub fn code(&self) -> String {
        match &self.used {
            Use::Column(column) => column.code().to_string(),
            Use::Question(id) => question_code(id),
            Use::Ignored(_) => IGNORE.to_string(),
            Use::Undecided => String::new(),
        }
    }
}

/// How a question of the event's own is named in forms.
pub fn question_code(id: &QuestionId) -> String {
    format!("question:{id}")
}

/// The open questions of an event, which columns may answer.
pub fn open_questions(programme: &Programme) -> impl Iterator<Item = &Question> {
    programme.questions.iter().filter(|question| question.closed_at.is_none())
}

/// Settles what each column is taken as.
pub(super) fn settle(sheet: &mut Sheet, programme: &Programme, choices: &Choices) -> Vec<FileColumn> {
    let mut columns = Vec::new();
    for at in 0..sheet.width() {
        let used = choices.columns.get(&at).and_then(|code| said(sheet, programme, at, code));
        let (samples, filled) = samples(sheet, at);
        let title = sheet.title(at);
        let used = used.unwrap_or_else(|| guessed(sheet, programme, at, filled));
        columns.push(FileColumn { at, title, samples, filled, used });
    }
    // A question is answered by one column.
    let mut answered: BTreeMap<QuestionId, usize> = BTreeMap::new();
    for column in &mut columns {
        if let Use::Question(id) = &column.used
            && *answered.entry(id.clone()).or_insert(column.at) != column.at
        {
            column.used = Use::Undecided;
        }
    }
    columns
}

fn said(sheet: &mut Sheet, programme: &Programme, at: usize, code: &str) -> Option<Use> {
    if code == IGNORE {
        sheet.columns.set(at, None);
        return Some(Use::Ignored(Why::Said));
    }
    if let Some(id) = code.strip_prefix("question:") {
        let question = open_questions(programme).find(|question| question.id.as_str() == id)?;
        sheet.columns.set(at, None);
        return Some(Use::Question(question.id.clone()));
    }
    let column = Column::parse(code)?;
    // What was guessed right keeps its place among columns of one kind.
    if sheet.columns.at(at) != Some(column) {
        sheet.columns.set(at, Some(column));
    }
    Some(Use::Column(column))
}

fn guessed(sheet: &Sheet, programme: &Programme, at: usize, filled: usize) -> Use {
    if let Some(column) = sheet.columns.at(at) {
        return Use::Column(column);
    }
    let key = text::search_key(&sheet.title(at));
    let question = open_questions(programme).find(|question| !key.is_empty() && says(&question.label, &key));
    match question {
        Some(question) => Use::Question(question.id.clone()),
        None if sheet.columns.is_buyers(at) => Use::Ignored(Why::Buyer),
        None if filled == 0 => Use::Ignored(Why::Empty),
        None if is_bookkeeping(&sheet.title(at)) => Use::Ignored(Why::Bookkeeping),
        None => Use::Undecided,
    }
}

/// Whether a label says this in any language.
pub(super) fn says(label: &Localised, key: &str) -> bool {
    Lang::ALL.into_iter().filter_map(|lang| label.exact(lang)).any(|text| text::search_key(text) == key)
}

fn samples(sheet: &Sheet, at: usize) -> (Vec<String>, usize) {
    let (mut samples, mut filled) = (Vec::new(), 0);
    for cell in sheet.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.trim().is_empty()) {
        filled += 1;
        if samples.len() < SAMPLES {
            let line = text::line(cell);
            let short: String = line.chars().take(SAMPLE_MAX).collect();
            let shown = if short.len() < line.len() { format!("{short}…") } else { short };
            if !samples.contains(&shown) {
                samples.push(shown);
            }
        }
    }
    (samples, filled)
}
