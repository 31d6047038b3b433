//! What becomes of the rows of a file, kind by kind, as the page of the plan shows them.

use crate::services::imports::{PlannedRow, RowOutcome, describe};
use crate::web::page::Page;

/// Most rows of a kind that the page shows.
pub(super) const MOST_SHOWN: usize = 200;

/// The rows of one kind.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// What the last column tells.
    pub(super) tells: String,
    pub(super) rows: Vec<Line>,
    /// How many more there are.
    pub(super) more: usize,
}

pub(super) struct Line {
    pub(super) place: String,
    pub(super) who: String,
    pub(super) told: String,
}

/// The kinds of rows that there are, faulty ones first.
pub(super) fn sections(page: &Page, rows: &[PlannedRow]) -> Vec<Section> {
    let fault_lines = rows.iter().flat_map(|row| {
        row.faults().iter().map(move |fault| Line {
            place: describe::place(page.words, row, fault),
            who: row.who.clone(),
            told: page.message(&fault.message),
        })
    });
    let of = |kind: fn(&RowOutcome) -> bool| {
        rows.iter().filter(move |row| kind(&row.outcome)).map(|row| Line {
            place: page.t1("import-row-at", "line", row.line),
            who: row.who.clone(),
            told: describe::change(page.words, row),
        })
    };
    let all = [
        section(page, "faulty", fault_lines.collect()),
        section(page, "left", of(|outcome| matches!(outcome, RowOutcome::LeftOut(_))).collect()),
        section(page, "registers", of(is_raised).collect()),
        section(page, "changed", of(|outcome| matches!(outcome, RowOutcome::Changed(_))).collect()),
        section(page, "new", of(|outcome| *outcome == RowOutcome::New).collect()),
        section(page, "same", of(|outcome| *outcome == RowOutcome::Same).collect()),
    ];
    all.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

/// Whether a row is about somebody who is known and was not registered so far.
fn is_raised(outcome: &RowOutcome) -> bool {
    matches!(outcome, RowOutcome::Registers(_) | RowOutcome::Invites(_))
}

fn section(page: &Page, kind: &'static str, mut rows: Vec<Line>) -> Section {
    let more = rows.len().saturating_sub(MOST_SHOWN);
    rows.truncate(MOST_SHOWN);
    Section {
        id: kind,
        title: page.t(&format!("import-rows-{kind}")),
        tells: page.t(&format!("import-tells-{kind}")),
        rows,
        more,
    }
}
