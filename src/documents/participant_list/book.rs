//! Lists in spreadsheets, XLSX and ODS: the cells of one sheet as the texts that a CSV file would hold. A file is weighed
//! before it is unpacked: it may be made to become larger than any memory.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, DataType, ExcelDateTime, Ods, Reader, Xlsx};
use zip::ZipArchive;

use super::{MAX_COLUMNS, MOST_RECORDS, Reading, Records, Row, Source, header};
use crate::domain::problems::Message;
use crate::domain::text;

/// Most bytes of a spreadsheet that is unpacked.
const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
/// Most cells of a sheet, empty ones between others too.
const MAX_CELLS: usize = 5_000_000;
/// Most sheets that are looked at.
const MAX_SHEETS: usize = 50;
/// Most bytes of all texts of a sheet: one text may stand in many cells.
const MAX_TEXT: usize = 200 * 1024 * 1024;

/// A format of spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

impl Kind {
    /// The format of a file, if it is one of these.
    pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        if !bytes.starts_with(b"PK") {
            None
        } else if holds(b"application/vnd.oasis.opendocument.spreadsheet") {
            Some(Kind::Ods)
        } else {
            holds(b"xl/workbook.xml").then_some(Kind::Xlsx)
        }
    }
}

/// A row of a sheet: its number in the file, from 1, and its cells.
type Line = (usize, Vec<String>);

/// Collects the cells of a sheet as long as it is not too large.
#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    cells: usize,
    bytes: usize,
}

impl Lines {
    /// Takes a cell; cells come row by row.
    fn add(&mut self, row: usize, column: usize, text: String) -> Result<(), Message> {
        if text.is_empty() {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            return Err(Message::new("problem-import-too-many-columns").with("max", MAX_COLUMNS));
        }
        let last = self.lines.last().map(|(line, _)| *line);
        if last > Some(row + 1) {
            return Err(bad());
        }
        if last != Some(row + 1) {
            self.lines.push((row + 1, Vec::new()));
        }
        self.bytes += text.len();
        if let Some((_, cells)) = self.lines.last_mut() {
            self.cells += (column + 1).saturating_sub(cells.len());
            cells.resize(cells.len().max(column + 1), String::new());
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        if self.cells > MAX_CELLS || self.bytes > MAX_TEXT { Err(too_large()) } else { Ok(()) }
    }

    fn is_full(&self) -> bool {
        self.lines.len() > MOST_RECORDS
    }
}

/// The records of a sheet: of the one that was chosen, else of the first with a header that is known.
pub(super) fn records(bytes: &[u8], kind: Kind, reading: &Reading) -> Result<Records, Message> {
    weigh(bytes)?;
    let sheets = match kind {
        Kind::Xlsx => xlsx(bytes)?,
        Kind::Ods => ods(bytes)?,
    };
    let filled: Vec<(String, Vec<Row>)> = sheets.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
    let names: Vec<String> = filled.iter().map(|(name, _)| name.clone()).collect();
    let chosen = filled.iter().position(|(name, _)| Some(name) == reading.sheet.as_ref());
    let known = || filled.iter().position(|(_, rows)| header::best(rows).is_some_and(|(_, known)| known > 1));
    let some = || filled.iter().position(|(_, rows)| header::best(rows).is_some());
    let at = chosen.or_else(known).or_else(some).unwrap_or_default();
    let Some((sheet, records)) = filled.into_iter().nth(at) else {
        return Err(Message::new("problem-import-empty"));
    };
    Ok(Records { records, source: Source::Book { sheet, sheets: names }, is_damaged: false })
}

fn bad() -> Message {
    Message::new("problem-import-bad-spreadsheet")
}

fn too_large() -> Message {
    Message::new("problem-import-spreadsheet-too-large")
}

/// Unpacks the file once without keeping anything, since what it says of its own size may be a lie.
fn weigh(bytes: &[u8]) -> Result<(), Message> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| bad())?;
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| bad())?;
        let taken = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| bad())?;
        left = left.checked_sub(taken).ok_or_else(too_large)?;
    }
    Ok(())
}

fn rows_of(lines: Lines) -> Vec<Row> {
    lines.lines.into_iter().map(|(line, cells)| Row { line, cells, fault: None }).collect()
}

fn xlsx(bytes: &[u8]) -> Result<Vec<(String, Vec<Row>)>, Message> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| bad())?;
    let names = book.sheet_names();
    let mut sheets = Vec::new();
    for name in names.into_iter().take(MAX_SHEETS) {
        // A sheet that holds a chart has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut lines = Lines::default();
        while let Some(cell) = cells.next_cell().map_err(|_| bad())? {
            let (row, column) = cell.get_position();
            lines.add(row as usize, column as usize, of_xlsx(cell.get_value()))?;
            if lines.is_full() {
                break;
            }
        }
        sheets.push((name, rows_of(lines)));
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<(String, Vec<Row>)>, Message> {
    repeats(bytes)?;
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|_| bad())?;
    let mut sheets = Vec::new();
    for (name, range) in book.worksheets().into_iter().take(MAX_SHEETS) {
        let (top, left) = range.start().unwrap_or_default();
        let mut lines = Lines::default();
        for (row, column, value) in range.used_cells() {
            lines.add(top as usize + row, left as usize + column, of_ods(value))?;
            if lines.is_full() {
                break;
            }
        }
        sheets.push((name, rows_of(lines)));
    }
    Ok(sheets)
}

/// A cell of an ODS file may stand for millions: whether all that are meant, with the empty ones between them, are few enough
/// to be held.
fn repeats(bytes: &[u8]) -> Result<(), Message> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| bad())?;
    let mut content = Vec::new();
    let part = archive.by_name("content.xml").map_err(|_| bad())?;
    part.take(MAX_UNPACKED).read_to_end(&mut content).map_err(|_| bad())?;
    let content = String::from_utf8_lossy(&content);
    let cells = content.split("<table:table ").map(cells_of).fold(0, usize::saturating_add);
    if cells > MAX_CELLS { Err(too_large()) } else { Ok(()) }
}

/// How many cells a table takes, up to its last filled row and column.
fn cells_of(table: &str) -> usize {
    let (mut row, mut height, mut width) = (0_usize, 0, 0);
    for text in table.split("<table:table-row").skip(1) {
        let (head, body) = text.split_once('>').unwrap_or_default();
        row = row.saturating_add(repeated(head, "number-rows-repeated"));
        let own = width_of(body);
        if own > 0 {
            (height, width) = (row, own.max(width));
        }
    }
    height.saturating_mul(width)
}

/// Up to which column a row is filled.
fn width_of(row: &str) -> usize {
    let (mut column, mut filled) = (0_usize, 0);
    for element in row.split("<table:").skip(1) {
        let head = element.split('>').next().unwrap_or_default();
        if head.starts_with("table-cell") || head.starts_with("covered-table-cell") {
            column = column.saturating_add(repeated(head, "number-columns-repeated"));
            if head.contains("value") || !head.ends_with('/') {
                filled = column;
            }
        }
    }
    filled
}

fn repeated(head: &str, attribute: &str) -> usize {
    let value = head.split_once(attribute).map(|(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
    let digits: String = value.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    if value.is_none() { 1 } else { digits.parse().unwrap_or(usize::MAX) }
}

fn of_xlsx(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => of_number(*number),
        DataRef::Bool(is) => of_bool(*is),
        DataRef::DateTime(time) => of_time(time),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
    }
}

fn of_ods(value: &Data) -> String {
    match value {
        Data::Float(number) => of_number(*number),
        Data::Bool(is) => of_bool(*is),
        Data::DateTime(time) => of_time(time),
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_string(),
        Data::Error(_) => String::new(),
        other => other.as_string().map(|text| clean(&text)).unwrap_or_default(),
    }
}

/// Nothing but what people see: a NUL is refused by Postgres.
fn clean(text: &str) -> String {
    text::lines(text)
}

fn of_bool(is: bool) -> String {
    if is { "TRUE" } else { "FALSE" }.to_string()
}

fn of_number(number: f64) -> String {
    number.to_string()
}

/// A date, a time of the day, or both, as ISO 8601 writes them.
fn of_time(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return of_number(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    match (time.as_f64() < 1.0, clock.as_str()) {
        (true, _) => clock,
        (false, "00:00:00") => date,
        (false, _) => format!("{date} {clock}"),
    }
}
