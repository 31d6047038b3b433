//! The file of a backup: gzip (RFC 1952) over lines of JSON.
//!
//! The first line is the [`Header`]. Then each table: a line `{"table":"…"}`, and a line for each row, as
//! [`crate::domain::backup`] says. The last line, `{"end":{…}}`, has the rows and the sum of each table and the SHA-256
//! hash of the first line: a file without it was not finished.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::backup::{RowSum, Table, TableTotal};

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;
/// Most bytes of a line: a row with a picture in it has a few million.
const LINE_MAX: u64 = 1 << 30;
const BUFFER: usize = 1 << 16;
/// How gzip begins (RFC 1952, 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The format of the file; its name makes the file known as a backup.
    pub rendezvous_backup: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// When it was begun: what was written before is in it.
    pub made_at: DateTime<Utc>,
    /// `sqlite` or `postgres`; either can be restored into both.
    pub database: String,
    /// The migrations that the database had seen, in their order.
    pub migrations: Vec<String>,
    /// Settings without secrets; of those with secrets only that there were some.
    pub settings: BTreeMap<String, String>,
    pub tables: Vec<Table>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mark {
    Table(String),
    End(End),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    tables: Vec<TableTotal>,
    header: String,
}

/// Why a file cannot be read as a backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupFileError {
    #[error("it is not a backup of Rendezvous")]
    Foreign,
    #[error("it was written by a newer version of Rendezvous ({program}): restore it with that one")]
    Newer { program: String },
    #[error("it is damaged or was cut off: {0}")]
    Damaged(String),
    #[error("it cannot be read: {0}")]
    Io(io::Error),
}

/// Writes a backup.
pub struct BackupWriter<W: Write> {
    out: BufWriter<GzEncoder<W>>,
    header: String,
    table: Option<(String, RowSum)>,
    totals: Vec<TableTotal>,
}

impl<W: Write> BackupWriter<W> {
    /// Begins with the header.
    pub fn new(out: W, header: &Header) -> io::Result<BackupWriter<W>> {
        let line = serde_json::to_string(header)?;
        let out = BufWriter::with_capacity(BUFFER, GzEncoder::new(out, Compression::fast()));
        let mut writer = BackupWriter { out, header: hash(&line), table: None, totals: Vec::new() };
        writer.line(&line)?;
        Ok(writer)
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }

    /// Begins a table; the rows that follow are its own.
    pub fn begin_table(&mut self, name: &str) -> io::Result<()> {
        self.end_table();
        self.table = Some((name.to_string(), RowSum::default()));
        let mark = serde_json::to_string(&Mark::Table(name.to_string()))?;
        self.line(&mark)
    }

    /// Writes a row in its canonical form.
    pub fn row(&mut self, row: &str) -> io::Result<()> {
        if let Some((_, sum)) = &mut self.table {
            sum.add(row);
        }
        self.line(row)
    }

    fn end_table(&mut self) {
        if let Some((name, sum)) = self.table.take() {
            self.totals.push(sum.total(&name));
        }
    }

    /// Writes the last line and gives the totals of the tables.
    pub fn finish(mut self) -> io::Result<Vec<TableTotal>> {
        self.end_table();
        let end = End { tables: self.totals.clone(), header: self.header.clone() };
        let line = serde_json::to_string(&Mark::End(end))?;
        self.line(&line)?;
        let gzip = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        gzip.finish()?.flush()?;
        Ok(self.totals)
    }
}

/// What stands between the header and the end.
#[derive(Debug)]
pub enum Part<'a> {
    /// A table begins.
    Table(&'a str),
    /// A row of the table that began last.
    Row(&'a str),
}

/// Reads a backup line by line.
pub struct BackupReader<R: Read> {
    lines: BufReader<GzDecoder<BufReader<R>>>,
    line: String,
    pub header: Header,
}

impl<R: Read> BackupReader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`BackupFileError::Foreign`] for what is no backup at all, [`BackupFileError::Newer`] for a format of the future.
    pub fn open(file: R) -> Result<BackupReader<R>, BackupFileError> {
        let mut file = BufReader::with_capacity(BUFFER, file);
        if !file.fill_buf().map_err(BackupFileError::Io)?.starts_with(&GZIP) {
            return Err(BackupFileError::Foreign);
        }
        let mut lines = BufReader::with_capacity(BUFFER, GzDecoder::new(file));
        let line = next_line(&mut lines)?.ok_or(BackupFileError::Foreign)?;
        let first: serde_json::Value = serde_json::from_str(&line).map_err(|_| BackupFileError::Foreign)?;
        let format = first.get("rendezvous_backup").and_then(serde_json::Value::as_u64);
        let program = first.get("program").and_then(serde_json::Value::as_str).unwrap_or_default();
        match format {
            None => Err(BackupFileError::Foreign),
            Some(format) if format > u64::from(FORMAT) => {
                Err(BackupFileError::Newer { program: program.to_string() })
            }
            Some(_) => {
                let header = serde_json::from_str(&line).map_err(|error| damaged(error.to_string()))?;
                Ok(BackupReader { lines, line, header })
            }
        }
    }

    /// Goes through the tables and their rows, and then compares them with what the end says of them. Gives the totals.
    ///
    /// # Errors
    /// What `take` gives, and [`BackupFileError`] for a file that is not whole.
    pub fn read<E: From<BackupFileError>>(
        mut self,
        mut take: impl FnMut(Part<'_>) -> Result<(), E>,
    ) -> Result<Vec<TableTotal>, E> {
        let header = hash(&self.line);
        let mut totals = Vec::new();
        let mut table: Option<(String, RowSum)> = None;
        let end = loop {
            let line = next_line(&mut self.lines)?.ok_or_else(|| damaged("its end is missing"))?;
            if line.starts_with('[') {
                let (_, sum) = table.as_mut().ok_or_else(|| damaged("a row stands outside a table"))?;
                sum.add(&line);
                take(Part::Row(&line))?;
                continue;
            }
            totals.extend(table.take().map(|(name, sum)| sum.total(&name)));
            match serde_json::from_str(&line).map_err(|_| damaged("a line of it is unknown"))? {
                Mark::Table(name) => {
                    take(Part::Table(&name))?;
                    table = Some((name, RowSum::default()));
                }
                Mark::End(end) => break end,
            }
        };
        // Reading to the end makes the decoder compare the checksum of gzip.
        if next_line(&mut self.lines)?.is_some() {
            return Err(damaged("something stands behind its end").into());
        }
        let names = self.header.tables.iter().map(|table| &table.name);
        if end.header != header || end.tables != totals || !names.eq(totals.iter().map(|total| &total.table))
        {
            return Err(damaged("its rows do not add up to what its end says").into());
        }
        Ok(totals)
    }
}

fn damaged(what: impl Into<String>) -> BackupFileError {
    BackupFileError::Damaged(what.into())
}

fn next_line(lines: &mut impl BufRead) -> Result<Option<String>, BackupFileError> {
    let mut line = String::new();
    let read = lines.take(LINE_MAX).read_line(&mut line).map_err(|error| match error.kind() {
        // What the decoder says of bytes that are not its own.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            damaged(error.to_string())
        }
        _ => BackupFileError::Io(error),
    })?;
    match (read, line.pop()) {
        (0, _) => Ok(None),
        (_, Some('\n')) => Ok(Some(line)),
        _ => Err(damaged("its last line is cut off")),
    }
}

fn hash(line: &str) -> String {
    Sha256::digest(line.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
