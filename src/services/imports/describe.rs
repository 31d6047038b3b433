//! What a plan and an outcome say, in sentences that the page and the command line share.

use super::entries::RowFault;
use super::outcome::ImportOutcome;
use super::plan::{Counts, ImportPlan, PlannedRow, RowOutcome};
use crate::documents::participants_csv::Column;
use crate::domain::lang::Lang;
use crate::words::Words;

/// Most new topics that are named.
const MOST_TOPICS: usize = 12;

/// How the file was read.
pub fn file(words: Words, plan: &ImportPlan) -> String {
    let delimiter = match plan.delimiter {
        '\t' => words.t("import-delimiter-tab"),
        sign => words.t1("import-delimiter-sign", "sign", sign),
    };
    let values = [
        ("rows", plan.rows.len().to_string()),
        ("encoding", plan.encoding.to_string()),
        ("delimiter", delimiter),
    ];
    words.tn("import-file-facts", &values)
}

/// How many rows there are of each kind.
pub fn counts(words: Words, counts: Counts) -> String {
    let Counts { new, changed, same, faulty } = counts;
    let values = [("new", new), ("changed", changed), ("same", same), ("faulty", faulty)];
    words.tn("import-counts", &values.map(|(name, n)| (name, n.to_string())))
}

/// The topics that the event gets, if any; the first of many.
pub fn new_topics(words: Words, plan: &ImportPlan) -> Option<String> {
    let labels: Vec<&str> =
        plan.new_topics.iter().take(MOST_TOPICS).map(|topic| topic.label.get(words.lang, Lang::En)).collect();
    let more = if plan.new_topics.len() > MOST_TOPICS { " …" } else { "" };
    let shown = format!("{}{more}", labels.join("; "));
    (!labels.is_empty())
        .then(|| words.t2("import-new-topics", "count", plan.new_topics.len(), "topics", shown))
}

/// Where a fault is: line, column and the title above it.
pub fn place(words: Words, row: &PlannedRow, fault: &RowFault) -> String {
    let line = ("line", row.line.to_string());
    match &fault.column {
        None => words.tn("import-row-at", &[line]),
        Some((column, title)) if title.is_empty() => {
            words.tn("import-row-at-column", &[line, ("column", column.to_string())])
        }
        Some((column, title)) => {
            let values = [line, ("column", column.to_string()), ("title", title.clone())];
            words.tn("import-row-at-title", &values)
        }
    }
}

/// What a row changes, or to which earlier row it belongs; empty if there is nothing to say.
pub fn change(words: Words, row: &PlannedRow) -> String {
    match (&row.outcome, row.repeats) {
        (RowOutcome::Changed(_), Some(line)) => words.t1("import-row-adds", "line", line),
        (RowOutcome::Changed(columns), None) => {
            let names: Vec<String> = columns.iter().map(|column| column_name(words, *column)).collect();
            names.join(", ")
        }
        (RowOutcome::Same, Some(line)) => words.t1("import-row-repeats", "line", line),
        _ => String::new(),
    }
}

/// What was done, a sentence for each thing that was.
pub fn outcome(words: Words, outcome: &ImportOutcome) -> Vec<String> {
    let done = [
        ("import-done-registered", outcome.registered),
        ("import-done-waiting", outcome.waiting),
        ("import-done-changed", outcome.changed),
    ];
    let sentences: Vec<String> =
        done.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.t1(key, "count", n)).collect();
    if sentences.is_empty() { vec![words.t("import-done-nothing")] } else { sentences }
}

fn column_name(words: Words, column: Column) -> String {
    let special = match column {
        Column::Field(code) => return words.field(code),
        Column::FirstName => "import-column-first-name",
        Column::LastName => "import-column-last-name",
        Column::Topics => "import-column-topics",
        Column::Offers => "import-column-offers",
        Column::Seeks => "import-column-seeks",
        Column::Language => "import-column-language",
        Column::MaxMeetings => "import-column-max-meetings",
        Column::Status => "import-column-status",
        Column::Questions => "import-column-questions",
    };
    words.t(special)
}
