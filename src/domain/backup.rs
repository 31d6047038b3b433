//! What a backup is made of: tables, their rows as text that is the same for both databases, and sums over rows.
//!
//! A row is a JSON array with a value for each column: texts, whole numbers, booleans and nulls as JSON has them; a time
//! as `2026-11-22 12:00:00.5`, in UTC, with 0, 3, 6 or 9 digits of its second, as SQLite keeps it; a date as
//! `2026-11-22`; bytes as hexadecimal digits in lower case.

use std::fmt::Write as _;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A table with its columns in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

/// A column and how its values are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
}

/// What a column holds, as far as both databases know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    Text,
    /// Of up to 64 bits.
    Integer,
    Boolean,
    /// In UTC.
    Timestamp,
    Date,
    Bytes,
}

/// A row that is not what its table asks for.
#[derive(Debug, thiserror::Error)]
pub enum RowError {
    #[error("a row of {table} is no list of values: {cause}")]
    Json { table: String, cause: serde_json::Error },
    #[error("a row of {table} has {found} values for {expected} columns")]
    Length { table: String, found: usize, expected: usize },
    #[error("{table}.{column} has a value that is no {kind:?}")]
    Value { table: String, column: String, kind: ColumnKind },
}

impl Table {
    /// A row as a backup holds it: the same text from whichever database it was read.
    ///
    /// # Errors
    /// [`RowError`] if a value does not fit its column; the value itself is never told.
    pub fn canonical(&self, row: &str) -> Result<String, RowError> {
        let json = |cause| RowError::Json { table: self.name.clone(), cause };
        let mut values: Vec<Value> = serde_json::from_str(row).map_err(json)?;
        if values.len() != self.columns.len() {
            let (found, expected) = (values.len(), self.columns.len());
            return Err(RowError::Length { table: self.name.clone(), found, expected });
        }
        for (value, column) in values.iter_mut().zip(&self.columns) {
            *value = column.kind.canonical(value.take()).ok_or_else(|| RowError::Value {
                table: self.name.clone(),
                column: column.name.clone(),
                kind: column.kind,
            })?;
        }
        serde_json::to_string(&values).map_err(json)
    }
}

impl ColumnKind {
    fn canonical(self, value: Value) -> Option<Value> {
        match (self, value) {
            (_, Value::Null) => Some(Value::Null),
            (ColumnKind::Boolean, Value::Bool(is)) => Some(Value::Bool(is)),
            // SQLite has no booleans of its own.
            (ColumnKind::Boolean, Value::Number(is)) => match is.as_i64() {
                Some(0) => Some(Value::Bool(false)),
                Some(1) => Some(Value::Bool(true)),
                _ => None,
            },
            (ColumnKind::Integer, Value::Number(number)) => number.as_i64().map(Value::from),
            (ColumnKind::Timestamp, Value::String(text)) => time(&text).map(Value::String),
            (ColumnKind::Text | ColumnKind::Date | ColumnKind::Bytes, Value::String(text)) => {
                Some(Value::String(text))
            }
            _ => None,
        }
    }
}

fn time(text: &str) -> Option<String> {
    let read = |format| NaiveDateTime::parse_from_str(text, format).ok();
    let at = read("%F %T%.f").or_else(|| read("%FT%T%.f"))?;
    Some(at.format("%F %T%.f").to_string())
}

/// How many rows there are and what they say together, in whatever order they come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowSum {
    rows: u64,
    /// The SHA-256 hashes of the rows, four numbers each, added up.
    parts: [u64; 4],
}

impl RowSum {
    /// Takes in a row in its canonical form.
    pub fn add(&mut self, row: &str) {
        let hash = Sha256::digest(row.as_bytes());
        for (part, bytes) in self.parts.iter_mut().zip(hash.chunks_exact(8)) {
            let number = bytes.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
            *part = part.wrapping_add(number);
        }
        self.rows += 1;
    }

    /// The total of a table.
    pub fn total(&self, table: &str) -> TableTotal {
        let mut sum = String::new();
        for part in self.parts {
            // Writing into a text cannot fail.
            let _ = write!(sum, "{part:016x}");
        }
        TableTotal { table: table.to_string(), rows: self.rows, sum }
    }
}

/// How many rows a table has, and their sum in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableTotal {
    pub table: String,
    pub rows: u64,
    pub sum: String,
}
