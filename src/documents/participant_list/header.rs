//! Which record of a file is its header.

use super::Row;
use super::columns::ColumnMap;
use crate::domain::text;

/// How many records may stand above the header: some exports begin with a title.
pub(super) const HEADER_WITHIN: usize = 10;

/// The record among the first with the most known columns, and how many it has; a lone known word in a row of many cells
/// is chance.
pub(super) fn best(records: &[Row]) -> Option<(usize, usize)> {
    let scored = records.iter().take(HEADER_WITHIN).enumerate().map(|(at, record)| {
        let known = ColumnMap::read(&record.cells).known();
        (at, if known == 1 && record.cells.len() > 3 { 0 } else { known })
    });
    scored.filter(|(_, known)| *known > 0).rev().max_by_key(|(_, known)| *known)
}

/// The first of the records among the first that has the most filled cells.
pub(super) fn widest(records: &[Row]) -> usize {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let first = records.iter().take(HEADER_WITHIN).enumerate();
    first.rev().max_by_key(|(_, row)| filled(row)).map_or(0, |(at, _)| at)
}

/// Whether a file without a header is Indico's for importing people: six cells, the last an address.
pub(super) fn is_indicos(records: &[Row]) -> bool {
    let is_row = |row: &Row| {
        row.cells.len() == 6 && row.cells.last().is_some_and(|cell| text::Email::parse(cell).is_ok())
    };
    !records.is_empty() && records.iter().all(is_row)
}
