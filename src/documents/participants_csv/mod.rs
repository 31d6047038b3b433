//! Reads a list of participants from CSV as people have it: any of the usual encodings and delimiters, and the headers of
//! other registration systems. Says where each row stands; what the cells mean is decided by the import.

mod columns;
mod decode;
pub mod vocabulary;

use csv::{ReaderBuilder, StringRecord};

pub use columns::{Column, ColumnMap};

use crate::domain::problems::Message;
use crate::domain::text;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: usize = 50_000;
/// Most columns of a file.
const MAX_COLUMNS: usize = 500;
/// How many records may stand above the header: some exports begin with a title.
const HEADER_WITHIN: usize = 10;
/// What may stand between two cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Ends the text while it is parsed: what swallows it has an open quotation mark.
const END: &str = "\u{1}end of file\u{1}";

/// A file that was read.
#[derive(Debug)]
pub struct Sheet {
    /// As in the file; empty if the file has no header.
    pub header: Vec<String>,
    pub columns: ColumnMap,
    pub rows: Vec<Row>,
    /// Name of the encoding (WHATWG).
    pub encoding: &'static str,
    pub delimiter: char,
}

/// A row of the file under its header.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line of the file on which the row begins, from 1.
    pub line: usize,
    pub cells: Vec<String>,
    /// What is wrong with the row as a whole.
    pub fault: Option<Message>,
}

/// A cell that is not empty.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    pub text: &'a str,
    /// Its column in the file, from 0.
    pub at: usize,
}

impl Sheet {
    /// The cell of a row under a column, the best one that is filled.
    pub fn cell<'a>(&self, row: &'a Row, column: Column) -> Option<Cell<'a>> {
        self.columns.places(column).find_map(|at| {
            let text = row.cells.get(at)?.trim();
            (!text.is_empty()).then_some(Cell { text, at })
        })
    }

    /// The header above a column of the file, cleaned; empty if there is none.
    pub fn title(&self, at: usize) -> String {
        self.header.get(at).map(|cell| text::line(cell)).unwrap_or_default()
    }
}

/// Reads a file. The message says why it cannot be read at all, and what to do.
pub fn read(bytes: &[u8]) -> Result<Sheet, Message> {
    if bytes.len() > MAX_BYTES {
        return Err(Message::new("problem-import-too-large").with("max", MAX_BYTES / 1024 / 1024));
    }
    let decoded = decode::decode(bytes)?;
    if decoded.text.trim().is_empty() {
        return Err(Message::new("problem-import-empty"));
    }
    let body = decoded.text.as_str();
    let (delimiter, header_at) = find_header(body);
    let mut records = records(body, delimiter, MAX_ROWS + HEADER_WITHIN + 1)?;
    let (header, columns) = match header_at {
        Some(at) => {
            let header = records.drain(..=at).next_back().map(|record| record.cells).unwrap_or_default();
            let columns = ColumnMap::read(&header);
            (header, columns)
        }
        None if records.iter().all(is_indico_row) => (Vec::new(), ColumnMap::headless()),
        None => return Err(Message::new("problem-import-no-header")),
    };
    if !columns.has(Column::ORGANISATION) && !has_name(&columns) {
        return Err(Message::new("problem-import-no-name-column"));
    }
    if records.len() > MAX_ROWS {
        return Err(Message::new("problem-import-too-many-rows").with("max", MAX_ROWS));
    }
    if records.is_empty() {
        return Err(Message::new("problem-import-no-rows"));
    }
    let width = if header.is_empty() { 6 } else { header.len() };
    let rows = records.into_iter().map(|record| check_shape(record, width, decoded.is_damaged)).collect();
    Ok(Sheet { header, columns, rows, encoding: decoded.encoding, delimiter })
}

fn has_name(columns: &ColumnMap) -> bool {
    [Column::NAME, Column::LastName, Column::FirstName].into_iter().any(|column| columns.has(column))
}

fn is_indico_row(row: &Row) -> bool {
    row.cells.len() == 6 && row.cells.last().is_some_and(|cell| text::Email::parse(cell).is_ok())
}

/// The delimiter under which the most header names are known, and at which record the header stands.
fn find_header(body: &str) -> (char, Option<usize>) {
    if let Some(named) = named_delimiter(body) {
        return (named, best_header(body, named).map(|(at, _)| at));
    }
    let tried = DELIMITERS.into_iter().map(|delimiter| (delimiter, best_header(body, delimiter)));
    let best = tried.rev().max_by_key(|(_, header)| header.map_or(0, |(_, known)| known));
    match best {
        Some((delimiter, Some((at, _)))) => (delimiter, Some(at)),
        _ => (most_frequent_delimiter(body), None),
    }
}

/// The record among the first with the most known columns, and how many it has; a lone known word in a row of many cells
/// is chance.
fn best_header(body: &str, delimiter: char) -> Option<(usize, usize)> {
    let first = records(body, delimiter, HEADER_WITHIN).ok()?;
    let scored = first.iter().enumerate().map(|(at, record)| {
        let known = ColumnMap::read(&record.cells).known();
        (at, if known == 1 && record.cells.len() > 3 { 0 } else { known })
    });
    scored.filter(|(_, known)| *known > 0).rev().max_by_key(|(_, known)| *known)
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
fn records(body: &str, delimiter: char, most: usize) -> Result<Vec<Row>, Message> {
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

/// Notes what is wrong with a row as a whole: cells beyond the header, or bytes that could not be read.
fn check_shape(mut row: Row, width: usize, is_damaged: bool) -> Row {
    let beyond = row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
    if row.fault.is_none() && beyond {
        let message = Message::new("problem-import-too-many-cells")
            .with("cells", row.cells.len())
            .with("columns", width);
        row.fault = Some(message);
    }
    if row.fault.is_none() && is_damaged && row.cells.iter().any(|cell| cell.contains('\u{fffd}')) {
        row.fault = Some(Message::new("problem-import-unreadable"));
    }
    row
}
