//! Reads a list of participants as people have it: CSV in any of the usual encodings and delimiters, XLSX and ODS, with the
//! headers of other registration systems. Says where each row stands; what the cells mean is decided by the import.

mod book;
mod columns;
mod countries;
mod doubt;
mod encoding;
mod header;
mod headers;
pub mod states;
mod text;
pub mod vocabulary;

pub use columns::{Column, ColumnMap, is_bookkeeping};
pub use countries::country_code;
pub use doubt::Doubt;
pub use encoding::ENCODINGS;
pub use text::DELIMITERS;

use crate::domain::problems::Message;
use crate::domain::text as texts;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: usize = 50_000;
/// Most columns of a file.
const MAX_COLUMNS: usize = 500;

/// How somebody wants a file to be read; what they leave open is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// One of [`ENCODINGS`].
    pub encoding: Option<String>,
    /// One of [`DELIMITERS`].
    pub delimiter: Option<char>,
    /// The sheet of a spreadsheet by its name.
    pub sheet: Option<String>,
}

/// How a file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Text {
        /// Name of the encoding (WHATWG).
        encoding: &'static str,
        delimiter: char,
        doubt: Option<Doubt>,
    },
    Book {
        sheet: String,
        /// All that have cells.
        sheets: Vec<String>,
    },
}

/// A file that was read.
#[derive(Debug)]
pub struct Sheet {
    /// As in the file; empty if the file has no header.
    pub header: Vec<String>,
    pub columns: ColumnMap,
    pub rows: Vec<Row>,
    pub source: Source,
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
        self.cells(row, column).next()
    }

    /// The filled cells of a row under a column, the best first.
    pub fn cells<'a>(&self, row: &'a Row, column: Column) -> impl Iterator<Item = Cell<'a>> {
        self.columns.places(column).filter_map(|at| {
            let text = row.cells.get(at)?.trim();
            (!text.is_empty()).then_some(Cell { text, at })
        })
    }

    /// The header above a column of the file, cleaned; empty if there is none.
    pub fn title(&self, at: usize) -> String {
        self.header.get(at).map(|cell| texts::line(cell)).unwrap_or_default()
    }

    /// How many columns the file has.
    pub fn width(&self) -> usize {
        if self.header.is_empty() { INDICOS_WIDTH } else { self.header.len() }
    }

    /// What the file lacks to be a list of participants, as its columns are taken.
    pub fn lack(&self) -> Option<Message> {
        let names = [Column::ORGANISATION, Column::NAME, Column::LastName, Column::FirstName];
        if self.columns.known() == 0 {
            return Some(Message::new("problem-import-no-header"));
        }
        let is_named = names.into_iter().any(|column| self.columns.has(column));
        (!is_named).then(|| Message::new("problem-import-no-name-column"))
    }
}

const INDICOS_WIDTH: usize = 6;

/// What a file holds before anything is made of it.
struct Records {
    records: Vec<Row>,
    source: Source,
    /// Whether some of its bytes could not be read.
    is_damaged: bool,
}

/// Reads a list of participants. The message says why the file is none, and what to do.
pub fn read(bytes: &[u8]) -> Result<Sheet, Message> {
    let sheet = open(bytes, &Reading::default())?;
    sheet.lack().map_or(Ok(sheet), Err)
}

/// Reads a file whose columns may still have to be told. The message says why it cannot be read at all, and what to do.
pub fn open(bytes: &[u8], reading: &Reading) -> Result<Sheet, Message> {
    under_header(records_of(bytes, reading)?)
}

/// The rows of a file as they stand, a header among them: for a list of something else.
pub(super) fn records(bytes: &[u8], reading: &Reading) -> Result<Vec<Row>, Message> {
    Ok(records_of(bytes, reading)?.records)
}

fn records_of(bytes: &[u8], reading: &Reading) -> Result<Records, Message> {
    if bytes.len() > MAX_BYTES {
        return Err(Message::new("problem-import-too-large").with("max", MAX_BYTES / 1024 / 1024));
    }
    match book::Kind::of(bytes) {
        Some(kind) => book::records(bytes, kind, reading),
        None => encoding::records(bytes, reading),
    }
}

/// Most records that are read of a file: one more than may be there, so that it shows.
const MOST_RECORDS: usize = MAX_ROWS + header::HEADER_WITHIN + 1;

fn under_header(read: Records) -> Result<Sheet, Message> {
    let Records { mut records, source, is_damaged } = read;
    let (header, mut columns) = match header::best(&records) {
        None if header::is_indicos(&records) => (Vec::new(), ColumnMap::headless()),
        best => {
            // Where no column is known the widest record names them, in words that somebody has to explain.
            let at = best.map_or_else(|| header::widest(&records), |(at, _)| at);
            let mut above = records.drain(..records.len().min(at + 1));
            let header = above.next_back().map(|record| record.cells).unwrap_or_default();
            let columns = ColumnMap::read(&header);
            (header, columns)
        }
    };
    if records.len() > MAX_ROWS {
        return Err(Message::new("problem-import-too-many-rows").with("max", MAX_ROWS));
    }
    if records.is_empty() {
        return Err(Message::new("problem-import-no-rows"));
    }
    columns.find_states(&header, &records);
    let width = if header.is_empty() { INDICOS_WIDTH } else { header.len() };
    let rows = records.into_iter().map(|record| check_shape(record, width, is_damaged)).collect();
    Ok(Sheet { header, columns, rows, source })
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
