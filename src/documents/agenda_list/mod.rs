//! Reads an agenda as people have it: a table (CSV, XLSX, ODS) whose columns are told by their titles, or a calendar file. Says what
//! each entry says of what; what it means is decided by the import.

mod headers;
mod ics;

use crate::zones::Zone;

use super::participant_list::{self, Reading};
use crate::domain::lang::Lang;
use crate::domain::problems::Message;

pub use headers::Column;

/// Most entries of a file.
pub const MAX_ENTRIES: usize = 500;

/// An entry of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// What it says of what, in a language where that is said.
    pub cells: Vec<(Column, Option<Lang>, String)>,
    /// What is wrong with the entry as a whole.
    pub fault: Option<Message>,
}

impl Entry {
    /// What it says of something; none where it says nothing of it, not even that it is empty.
    pub fn said(&self, column: Column) -> Option<&str> {
        self.cells.iter().find(|(known, ..)| *known == column).map(|(.., text)| text.as_str())
    }

    /// The same, but nothing where it says that it is empty.
    pub fn filled(&self, column: Column) -> Option<&str> {
        self.said(column).filter(|text| !text.is_empty())
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaList {
    pub entries: Vec<Entry>,
    /// Titles of columns that mean nothing here.
    pub unknown: Vec<String>,
}

/// Reads a file; its calendar times are told in a zone. The message says why it cannot be read at all, and what to do.
pub fn read(bytes: &[u8], zone: Zone) -> Result<AgendaList, Message> {
    let list = match ics::is_calendar(bytes) {
        true => ics::read(bytes, zone),
        false => table(bytes)?,
    };
    match list.entries.len() {
        0 => Err(Message::new("problem-agenda-empty")),
        n if n > MAX_ENTRIES => Err(Message::new("problem-agenda-long").with("max", MAX_ENTRIES)),
        _ => Ok(list),
    }
}

/// Under the first row in which two columns are known, one of them the title.
fn table(bytes: &[u8]) -> Result<AgendaList, Message> {
    let mut rows = participant_list::records(bytes, &Reading::default())?;
    let columns = |cells: &[String]| -> Vec<Option<(Column, Option<Lang>)>> {
        cells.iter().map(|title| headers::column(title)).collect()
    };
    let is_header = |cells: &[String]| {
        let known: Vec<(Column, Option<Lang>)> = columns(cells).into_iter().flatten().collect();
        known.len() > 1 && known.iter().any(|(column, _)| *column == Column::Title)
    };
    let Some(at) = rows.iter().take(10).position(|row| is_header(&row.cells)) else {
        return Err(Message::new("problem-agenda-no-header"));
    };
    let entries = rows.split_off(at + 1);
    let titles = rows.pop().map(|row| row.cells).unwrap_or_default();
    let known = columns(&titles);
    let entry = |row: participant_list::Row| {
        let cell = |(at, column): (usize, &Option<(Column, Option<Lang>)>)| {
            let (column, lang) = (*column)?;
            let text = row.cells.get(at).map(|text| as_typed(text.trim())).unwrap_or_default();
            Some((column, lang, text))
        };
        let cells = known.iter().enumerate().filter_map(cell).collect();
        Entry { line: row.line, cells, fault: row.fault.clone() }
    };
    let unknown =
        titles.iter().zip(&known).filter(|(title, known)| known.is_none() && !title.trim().is_empty());
    Ok(AgendaList {
        unknown: unknown.map(|(title, _)| title.trim().to_string()).collect(),
        entries: entries.into_iter().map(entry).collect(),
    })
}

/// A cell without the apostrophe before what could be taken for a formula, which our own files have.
fn as_typed(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) => rest.to_string(),
        _ => cell.to_string(),
    }
}
