//! What a plan and an outcome say, in sentences that the page and the command line share.

use super::columns::{FileColumn, Use};
use super::entries::RowFault;
use super::outcome::ImportOutcome;
use super::plan::ImportPlan;
use super::planned::{Counts, PlannedRow, RowOutcome};
use crate::documents::participant_list::{Column, Source};
use crate::domain::lang::Lang;
use crate::words::Words;

/// Most new topics that are named.
const MOST_TOPICS: usize = 12;

/// How the file was read.
pub fn file(words: Words, plan: &ImportPlan) -> String {
    let rows = ("rows", plan.rows.len().to_string());
    match &plan.source {
        Source::Text { encoding, delimiter, .. } => {
            let values = [
                rows,
                ("encoding", (*encoding).to_string()),
                ("delimiter", delimiter_name(words, *delimiter)),
            ];
            words.tn("import-file-facts", &values)
        }
        Source::Book { sheet, .. } => words.tn("import-sheet-facts", &[rows, ("sheet", sheet.clone())]),
    }
}

/// What a delimiter is called.
pub fn delimiter_name(words: Words, delimiter: char) -> String {
    match delimiter {
        '\t' => words.t("import-delimiter-tab"),
        sign => words.t1("import-delimiter-sign", "sign", sign),
    }
}

/// Whether the letters of the file may have been read wrongly, with words in which it shows.
pub fn doubt(words: Words, plan: &ImportPlan) -> Option<String> {
    let Source::Text { encoding, doubt: Some(doubt), .. } = &plan.source else { return None };
    let read = ("read", doubt.words.join(", "));
    let encoding = ("encoding", (*encoding).to_string());
    Some(match &doubt.other {
        Some((other, meant)) => {
            let other = [("other", (*other).to_string()), ("meant", meant.join(", "))];
            words.tn("import-doubt", &[read, encoding].into_iter().chain(other).collect::<Vec<_>>())
        }
        None => words.tn("import-doubt-alone", &[read, encoding]),
    })
}

/// What one column is taken as, in a line.
pub fn column(words: Words, column: &FileColumn) -> String {
    let taken = match &column.used {
        Use::Column(known) => column_name(words, *known),
        Use::Question(_) => column.title.clone(),
        Use::Ignored(_) => words.t("import-column-ignored"),
        Use::Undecided => words.t("import-column-open"),
    };
    words.t2("import-column-line", "title", &column.title, "taken", taken)
}

/// The columns that nobody knows, which are not taken.
pub fn undecided(words: Words, plan: &ImportPlan) -> Option<String> {
    let titles: Vec<String> = plan
        .columns
        .iter()
        .filter(|column| column.used == Use::Undecided)
        .map(|column| column.title.clone())
        .collect();
    (!titles.is_empty())
        .then(|| words.t2("import-undecided", "count", titles.len(), "titles", titles.join("; ")))
}

/// How many rows there are of each kind.
pub fn counts(words: Words, counts: Counts) -> String {
    let Counts { new, changed, same, faulty, registers, left_out } = counts;
    let values = [
        ("new", new),
        ("changed", changed),
        ("same", same),
        ("faulty", faulty),
        ("registers", registers),
        ("left", left_out),
    ];
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
        (RowOutcome::Registers(from), _) => words.t1("import-row-registers", "here", from.code()),
        (RowOutcome::Invites(from), _) => words.t1("import-row-invites", "here", from.code()),
        (RowOutcome::LeftOut(message), _) => words.message(message),
        _ => String::new(),
    }
}

/// What was done, a sentence for each thing that was.
pub fn outcome(words: Words, outcome: &ImportOutcome) -> Vec<String> {
    let done = [
        ("import-done-registered", outcome.registered),
        ("import-done-waiting", outcome.waiting),
        ("import-done-invited", outcome.invited),
        ("import-done-changed", outcome.changed),
    ];
    let sentences: Vec<String> =
        done.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.t1(key, "count", n)).collect();
    if sentences.is_empty() { vec![words.t("import-done-nothing")] } else { sentences }
}

/// What a column is called.
pub fn column_name(words: Words, column: Column) -> String {
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
