//! The tables of a problem: those that only certain meetings may use, and how many are left for all others.

use crate::model::input::{Input, PersonInput};

/// "No such thing" in the solver's index arrays.
pub(crate) const NONE: u32 = u32::MAX;

/// A table that only certain meetings may use: a booth, or one that a pin names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReservedTable {
    pub table: u32,
    pub booth: bool,
}

/// The booths, and for each person the index of theirs.
pub(crate) fn booths(input: &Input) -> (Vec<ReservedTable>, Vec<u32>) {
    let mut tables: Vec<u32> = input.people.iter().filter_map(|p| p.booth).collect();
    tables.sort_unstable();
    tables.dedup();
    let index =
        |p: &PersonInput| p.booth.and_then(|t| tables.binary_search(&t).ok()).map_or(NONE, |k| k as u32);
    let booth_of = input.people.iter().map(index).collect();
    (tables.iter().map(|&table| ReservedTable { table, booth: true }).collect(), booth_of)
}

/// Tables of each slot that are nobody's booth.
pub(crate) fn free_tables(input: &Input, booths: &[ReservedTable]) -> Vec<u32> {
    // More tables than people are as good as as many as people.
    let most = input.people.len() as u32;
    let free = |tables: u32| (tables - booths.iter().filter(|b| b.table < tables).count() as u32).min(most);
    input.slots.iter().map(|s| s.tables.map_or(u32::MAX, free)).collect()
}
