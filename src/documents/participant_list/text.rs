//! A CSV file as records, with the lines of the file on which they begin.

use csv::{ReaderBuilder, StringRecord};

use super::header::{self, HEADER_WITHIN};
use super::{MAX_COLUMNS, Row};
use crate::domain::problems::Message;

/// What may stand between two cells.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Ends the text while it is parsed: what swallows it has an open quotation mark.
const END: &str = "\u{1}end of file\u{1}";

/// The delimiter under which the most header names are known.
pub(super) fn find_delimiter(body: &str) -> char {
    if let Some(named) = named_delimiter(body) {
        return named;
    }
    let known = |delimiter| {
        let first = records(body, delimiter, HEADER_WITHIN).unwrap_or_default();
        header::best(&first).map_or(0, |(_, known)| known)
    };
    let tried = DELIMITERS.into_iter().map(|delimiter| (delimiter, known(delimiter)));
    match tried.rev().max_by_key(|(_, known)| *known) {
        Some((delimiter, 1..)) => delimiter,
        _ => most_frequent_delimiter(body),
    }
}

/// Excel's own first line `sep=;`.
fn named_delimiter(body: &str) -> Option<char> {
    let first = body.lines().next()?.trim().trim_matches('"').to_ascii_lowercase();
    first.strip_prefix("sep=")?.chars().next().filter(|named| DELIMITERS.contains(named))
}

fn most_frequent_delimiter(body: &str) -> char {
    let line = body.lines().next().unwrap_or_default();
    let count = |delimiter: &char| line.matches(*delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(',')
}

/// The first records that are not empty, with the lines on which they begin.
pub(super) fn records(body: &str, delimiter: char, most: usize) -> Result<Vec<Row>, Message> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let ended = format!("{body}\n{END}");
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(ended.as_bytes());
    let mut lines = LineCounter { body: &ended, byte: 0, line: 1 };
    let mut records = Vec::new();
    let mut record = StringRecord::new();
    while records.len() < most {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| Message::new("problem-import-is-not-csv"))? {
            break;
        }
        let line = lines.at_record(start);
        if record.iter().any(|cell| cell.contains(END)) {
            let is_whole = record.len() == 1 && record.get(0) == Some(END);
            if !is_whole {
                records.push(open_quote(line));
            }
            break;
        }
        if record.len() > MAX_COLUMNS {
            return Err(Message::new("problem-import-too-many-columns").with("max", MAX_COLUMNS));
        }
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            records.push(Row { line, cells: record.iter().map(String::from).collect(), fault: None });
        }
    }
    Ok(records)
}

fn open_quote(line: usize) -> Row {
    Row { line, cells: Vec::new(), fault: Some(Message::new("problem-import-open-quote")) }
}

/// Counts lines up to a byte; the parser's own count is off after empty lines.
struct LineCounter<'a> {
    body: &'a str,
    byte: usize,
    line: usize,
}

impl LineCounter<'_> {
    /// The line of the record that begins at a byte, or after the empty lines there.
    fn at_record(&mut self, start: usize) -> usize {
        let rest = self.body.as_bytes().get(start..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let passed = self.body.as_bytes().get(self.byte..start + empty).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.byte = start + empty;
        self.line
    }
}
