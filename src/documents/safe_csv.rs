//! Writes CSV for spreadsheets, in which nothing that somebody typed becomes a formula.

use csv::WriterBuilder;

/// What a formula or a command begins with in one spreadsheet or another, full-width forms included
/// (OWASP, *CSV Injection*).
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A CSV file in UTF-8 with a byte order mark, by which spreadsheets know the encoding.
pub fn write(delimiter: char, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(b"\xef\xbb\xbf".to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| defused(cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

/// A text behind an apostrophe where it could be taken for a formula: it stays readable, and spreadsheets show it as text.
fn defused(cell: &str) -> String {
    if cell.starts_with(FORMULA_STARTS) { format!("'{cell}") } else { cell.to_string() }
}
