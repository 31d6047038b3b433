//! What a file says of whether people come, in words of other systems, and what becomes of whom they are said.

use std::collections::BTreeMap;

use super::choices::{Choices, Fate, state_key};
use crate::documents::participant_list::states::{Said, said_under};
use crate::documents::participant_list::{Cell, Column, Row, Sheet};
use crate::domain::text;

/// A state that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileState {
    pub key: String,
    /// The title of its column.
    pub title: String,
    /// As the first row that has it spells it.
    pub state: String,
    pub rows: usize,
    /// What happens; none if nobody knows what it means.
    pub fate: Option<Fate>,
}

/// The states of a file.
pub(super) struct States {
    found: BTreeMap<String, FileState>,
}

/// What the states of a row lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowFate {
    Import,
    Wait,
    /// Because of this state.
    LeaveOut(String),
    /// Nobody knows what this cell means.
    Unknown(usize, String),
}

impl RowFate {
    /// Whether the row is read.
    pub(super) fn is_in(&self) -> bool {
        matches!(self, RowFate::Import | RowFate::Wait)
    }
}

impl States {
    /// Those of a file. Who waits elsewhere, or has not paid or answered, is left out unless somebody says otherwise.
    pub(super) fn of(sheet: &Sheet, choices: &Choices) -> States {
        let mut found: BTreeMap<String, FileState> = BTreeMap::new();
        for cell in sheet.rows.iter().flat_map(|row| sheet.cells(row, Column::Status)) {
            let title = sheet.title(cell.at);
            let key = state_key(&title, cell.text);
            let entry = found.entry(key.clone()).or_insert_with(|| {
                let usual = said_under(&title, cell.text).map(usual);
                let fate = choices.states.get(&key).copied().or(usual);
                FileState { key, title, state: text::line(cell.text), rows: 0, fate }
            });
            entry.rows += 1;
        }
        States { found }
    }

    /// What becomes of a row: who is gone in one column is gone.
    pub(super) fn fate(&self, sheet: &Sheet, row: &Row) -> RowFate {
        let fates: Vec<(Cell<'_>, Option<Fate>)> = sheet
            .cells(row, Column::Status)
            .map(|cell| {
                let known = self.found.get(&state_key(&sheet.title(cell.at), cell.text));
                (cell, known.and_then(|state| state.fate))
            })
            .collect();
        let has =
            |wanted: Option<Fate>| fates.iter().find(|(_, fate)| *fate == wanted).map(|(cell, _)| *cell);
        if let Some(cell) = has(Some(Fate::LeaveOut)) {
            RowFate::LeaveOut(shown(sheet, cell))
        } else if let Some(cell) = has(None) {
            RowFate::Unknown(cell.at, text::line(cell.text))
        } else if has(Some(Fate::Wait)).is_some() {
            RowFate::Wait
        } else {
            RowFate::Import
        }
    }

    /// Those that nobody knows first, then those of most rows.
    pub(super) fn into_list(self) -> Vec<FileState> {
        let mut list: Vec<FileState> = self.found.into_values().collect();
        list.sort_by_key(|state| (state.fate.is_some(), std::cmp::Reverse(state.rows)));
        list
    }
}

fn usual(said: Said) -> Fate {
    match said {
        Said::Comes => Fate::Import,
        Said::Waits | Said::Open | Said::Gone => Fate::LeaveOut,
    }
}

/// A state with its column where it says nothing by itself, as *yes* does under *Cancelled*.
fn shown(sheet: &Sheet, cell: Cell<'_>) -> String {
    let line: String = text::line(cell.text).chars().take(60).collect();
    format!("{}: {line}", sheet.title(cell.at))
}
