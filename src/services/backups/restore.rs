//! Restores a backup into an empty place, where no mail goes out until somebody decides about those that waited.

use std::fs::File;
use std::io;
use std::path::Path;

use chrono::{DateTime, Duration, Utc};

use super::settings::{self, Differing};
use crate::config::Config;
use crate::documents::backup_file::{BackupFileError, BackupReader, Header, Part};
use crate::domain::backup::TableTotal;
use crate::domain::mail::MailPause;
use crate::domain::restore::Restore;
use crate::store::restore::{self, Contents, RestoreError};
use crate::store::restores::{self, Contained};
use crate::store::{Db, StoreError, mail_pause, mailings, outbox, scheduled_backups};

/// What came back.
#[derive(Debug, Clone)]
pub struct Restored {
    /// When the backup was made.
    pub made_at: DateTime<Utc>,
    pub rows: u64,
    pub contained: Contained,
    /// Events whose seats do not add up: they did not when the backup was made.
    pub miscounted: Vec<String>,
    pub differing: Vec<Differing>,
}

/// Why a backup was not restored. Nothing is left of it then.
#[derive(Debug, thiserror::Error)]
pub enum RestoreFailure {
    #[error("Cannot read {file}: {cause}.")]
    Open { file: String, cause: io::Error },
    #[error("{file} cannot be restored: {cause}.")]
    File { file: String, cause: BackupFileError },
    #[error(
        "The database is in use: it has {accounts} accounts and {events} events. A backup is restored into an empty place: \
         name another with --data or --database-url, or move this one away first."
    )]
    InUse { accounts: i64, events: i64 },
    #[error("Cannot restore here, {0}. Nothing was changed.")]
    Refused(RestoreError),
    #[error("Cannot restore: {0}. Nothing was changed.")]
    Store(#[from] StoreError),
}

impl From<RestoreError> for RestoreFailure {
    fn from(error: RestoreError) -> RestoreFailure {
        match error {
            RestoreError::InUse { accounts, events } => RestoreFailure::InUse { accounts, events },
            RestoreError::Store(error) => RestoreFailure::Store(error),
            other => RestoreFailure::Refused(other),
        }
    }
}

/// What fails while rows are on their way from the file into the database.
#[derive(Debug, thiserror::Error)]
enum LoadError {
    #[error(transparent)]
    File(#[from] BackupFileError),
    #[error(transparent)]
    Restore(#[from] RestoreError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Restores a backup. The file is read through before the first row is written.
pub fn restore(config: &Config, now: DateTime<Utc>, path: &Path) -> Result<Restored, RestoreFailure> {
    let name = path.display().to_string();
    let unreadable = |cause| RestoreFailure::File { file: name.clone(), cause };
    let open = || -> Result<BackupReader<File>, RestoreFailure> {
        let file = File::open(path).map_err(|cause| RestoreFailure::Open { file: name.clone(), cause })?;
        BackupReader::open(file).map_err(unreadable)
    };
    let reader = open()?;
    let header = reader.header.clone();
    let contents = Contents { tables: &header.tables, migrations: &header.migrations };
    restore::check_place(&config.database, contents)?;
    let totals = reader.read(|_| Ok::<_, BackupFileError>(())).map_err(unreadable)?;
    let reader = open()?;
    let (contained, miscounted) = restore::restore(
        &config.database,
        contents,
        |loader| {
            reader.read(|part| match part {
                Part::Table(table) => Ok::<_, LoadError>(loader.begin_table(table)?),
                Part::Row(row) => Ok(loader.row(row)?),
            })
        },
        |db| Ok(settle(db, &header, now)?),
    )
    .map_err(|error| match error {
        LoadError::File(cause) => unreadable(cause),
        LoadError::Restore(error) => error.into(),
        LoadError::Store(error) => error.into(),
    })?;
    Ok(Restored {
        made_at: header.made_at,
        rows: rows(&totals),
        contained,
        miscounted,
        differing: settings::differing(&header.settings, config),
    })
}

fn rows(totals: &[TableTotal]) -> u64 {
    totals.iter().map(|total| total.rows).sum()
}

/// Makes the copy fit to be another server: its mails are held, and the backups of the first are not its own.
fn settle(db: &mut Db, header: &Header, now: DateTime<Utc>) -> Result<(Contained, Vec<String>), StoreError> {
    // Whatever the two clocks say: every mail of the copy is older than the restore, and every restore than the next.
    let newest = restores::newest(db)?.map(|newest| newest + Duration::seconds(1));
    let restored_at = newest.into_iter().chain([now]).max().unwrap_or(now);
    restores::insert(db, Restore { restored_at, backup_at: header.made_at })?;
    outbox::settle_all_batches(db)?;
    mailings::settle_restored(db)?;
    mail_pause::set(db, &MailPause::restored(now))?;
    scheduled_backups::forget_all(db)?;
    let contained = restores::contained(db, now)?;
    let miscounted = restores::miscounted_events(db)?;
    Ok((contained, miscounted.into_iter().map(|event| event.0).collect()))
}
