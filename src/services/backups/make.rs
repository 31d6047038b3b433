//! Makes a backup: the database as it is at one moment, beside running servers, which notice nothing.

use std::fs::File;
use std::io::{self, BufWriter, Seek};
use std::path::Path;

use chrono::{DateTime, Utc};

use super::settings::{self, KEPT_APART};
use crate::config::{Config, DatabaseUrl};
use crate::documents::atomic_file::{AtomicFile, AtomicFileError};
use crate::documents::backup_file::{BackupFileError, BackupReader, BackupWriter, FORMAT, Header};
use crate::domain::backup::TableTotal;
use crate::store::StoreError;
use crate::store::backup::Snapshot;

/// What was made.
#[derive(Debug, Clone)]
pub struct Made {
    pub bytes: u64,
    pub totals: Vec<TableTotal>,
    /// Settings that are secrets, or name files of their own: they are not in the backup.
    pub kept_apart: Vec<String>,
}

impl Made {
    /// How many rows a table has.
    pub fn rows(&self, table: &str) -> u64 {
        self.totals.iter().find(|total| total.table == table).map_or(0, |total| total.rows)
    }
}

/// What to do about a file of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Why no backup was made. Nothing is left of it then.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error("There is no database of Rendezvous yet: there is nothing to back up.")]
    NoDatabase,
    #[error("{file} is there already: choose another name, or say --overwrite.")]
    Exists { file: String },
    #[error("Another program is writing {file}.")]
    Busy { file: String },
    #[error("Cannot write {file}: {cause}.")]
    File { file: String, cause: io::Error },
    #[error("What was written to {file} cannot be read back: {cause}.")]
    ReadBack { file: String, cause: BackupFileError },
    #[error("The server stops.")]
    Stopped,
    #[error("Cannot read the database: {0}.")]
    Store(#[from] StoreError),
}

/// Rows after which it is asked whether to go on.
const ROWS_BETWEEN: u32 = 1_000;

/// Writes a backup, reads it back, and only then gives it its name. It ends early once `goes_on` says no.
pub fn make(
    config: &Config,
    now: DateTime<Utc>,
    path: &Path,
    existing: Existing,
    goes_on: &dyn Fn() -> bool,
) -> Result<Made, MakeError> {
    let name = || path.display().to_string();
    let failed = |cause| MakeError::File { file: name(), cause };
    let mut snapshot = Snapshot::open(&config.database)?.ok_or(MakeError::NoDatabase)?;
    let file = AtomicFile::create(path, existing == Existing::Replace).map_err(|error| match error {
        AtomicFileError::Exists => MakeError::Exists { file: name() },
        AtomicFileError::Busy => MakeError::Busy { file: name() },
        AtomicFileError::Io(cause) => failed(cause),
    })?;
    let header = header(config, now, &snapshot);
    let totals = write(&mut snapshot, &header, file.file(), goes_on, &failed)?;
    drop(snapshot);
    read_back(file.file(), &totals).map_err(|cause| MakeError::ReadBack { file: name(), cause })?;
    let bytes = file.file().metadata().map_err(failed)?.len();
    file.keep().map_err(failed)?;
    let settings = header.settings.into_iter();
    let kept_apart = settings.filter(|(_, value)| value == KEPT_APART).map(|(name, _)| name).collect();
    Ok(Made { bytes, totals, kept_apart })
}

fn header(config: &Config, now: DateTime<Utc>, snapshot: &Snapshot) -> Header {
    Header {
        rendezvous_backup: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_string(),
        made_at: now,
        database: match config.database {
            DatabaseUrl::Sqlite(_) => "sqlite".to_string(),
            DatabaseUrl::Postgres(_) => "postgres".to_string(),
        },
        migrations: snapshot.migrations.clone(),
        settings: settings::told(config),
        tables: snapshot.tables.clone(),
    }
}

fn write(
    snapshot: &mut Snapshot,
    header: &Header,
    file: &File,
    goes_on: &dyn Fn() -> bool,
    failed: &dyn Fn(io::Error) -> MakeError,
) -> Result<Vec<TableTotal>, MakeError> {
    let mut writer = BackupWriter::new(BufWriter::new(file), header).map_err(failed)?;
    let mut until_asked = ROWS_BETWEEN;
    for table in &header.tables {
        writer.begin_table(&table.name).map_err(failed)?;
        snapshot.rows(table, |row| {
            until_asked -= 1;
            if until_asked == 0 {
                until_asked = ROWS_BETWEEN;
                if !goes_on() {
                    return Err(MakeError::Stopped);
                }
            }
            writer.row(row).map_err(failed)
        })?;
    }
    writer.finish().map_err(failed)
}

fn read_back(mut file: &File, totals: &[TableTotal]) -> Result<(), BackupFileError> {
    file.rewind().map_err(BackupFileError::Io)?;
    let found = BackupReader::open(file)?.read(|_| Ok::<_, BackupFileError>(()))?;
    if found == totals {
        Ok(())
    } else {
        Err(BackupFileError::Damaged("it does not hold what was written".to_string()))
    }
}
