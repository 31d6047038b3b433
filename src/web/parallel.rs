//! Entries of an agenda that are at the same time, as pages draw them side by side.

use crate::zones::Zone;

use super::page::Page;
use crate::domain::parallel::{Cell, Group, Span, groups as grouped};

/// Entries that are at the same time, or one alone.
pub struct Parallel {
    /// When all of it is, where several are side by side.
    pub time: String,
    pub columns: usize,
    pub is_even: bool,
    pub cells: Vec<Cell>,
}

impl Parallel {
    /// Whether several are side by side.
    pub fn is_parallel(&self) -> bool {
        self.columns > 1
    }

    /// How the list of those that are looks: classes of the stylesheet.
    pub fn class(&self) -> &'static str {
        if self.is_even { "tracks even" } else { "tracks" }
    }

    /// Where an entry stands in it: classes of the stylesheet.
    pub fn place(&self, cell: &Cell) -> String {
        format!("col-{} row-{} rows-{}", cell.column, cell.row, cell.rows)
    }
}

/// The groups of entries that are in the order of time.
pub fn groups(page: &Page, zone: Zone, entries: &[Span<'_>]) -> Vec<Parallel> {
    let told = |group: Group| Parallel {
        time: page.words.time_range(group.starts_at, group.ends_at, zone),
        columns: group.columns,
        is_even: group.is_even,
        cells: group.cells,
    };
    grouped(entries).into_iter().map(told).collect()
}
