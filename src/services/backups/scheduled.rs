//! Backups that the server makes by itself. Of several servers on one database, one makes each.

use std::fs;
use std::io;
use std::path::Path;

use crate::app::App;
use crate::config::{BackupConfig, DatabaseUrl};
use crate::documents::atomic_file::PART;
use crate::documents::private_files;
use crate::domain::scheduled_backup::{BackupState, ScheduledBackup, file_name, is_due, is_file_name};
use crate::services::Fault;
use crate::services::access::AdminAccess;
use crate::services::backups::make::{Existing, Made, MakeError, make};
use crate::store::{StoreError, scheduled_backups};

/// What administrators see of the backups.
#[derive(Debug, Clone)]
pub struct BackupStatus {
    /// The last one that was made.
    pub made: Option<ScheduledBackup>,
    /// The one after it, if that failed.
    pub failed: Option<ScheduledBackup>,
}

/// How the backups stand; nothing if the server makes none.
pub fn status(app: &App, _: &AdminAccess) -> Result<Option<BackupStatus>, StoreError> {
    if app.config.backups.is_none() {
        return Ok(None);
    }
    app.store.read(|db| {
        let made = scheduled_backups::last(db, Some(BackupState::Made))?;
        let failed = scheduled_backups::last(db, Some(BackupState::Failed))?;
        let since = made.as_ref().map_or(0, |made| made.number);
        Ok(Some(BackupStatus { made, failed: failed.filter(|failed| failed.number > since) }))
    })
}

/// Forgets what a killed server had begun. On Postgres another server may be at it: there, it is left to time.
pub fn begin_anew(app: &App) -> Result<usize, Fault> {
    match app.config.database {
        DatabaseUrl::Sqlite(_) => Ok(app.store.write(scheduled_backups::forget_running)?),
        DatabaseUrl::Postgres(_) => Ok(0),
    }
}

/// Makes a backup if one is due; gives how many were made. It ends early once `goes_on` says no, and the next start
/// makes it. A failure is noted for the administrators, and logged once.
pub fn make_if_due(app: &App, goes_on: &dyn Fn() -> bool) -> Result<usize, Fault> {
    let Some(settings) = &app.config.backups else { return Ok(0) };
    let now = app.clock.now();
    let last = app.store.read(|db| scheduled_backups::last(db, None))?;
    if !is_due(last.as_ref(), settings.every, now) {
        return Ok(0);
    }
    let number = last.as_ref().map_or(0, |last| last.number) + 1;
    let name = file_name(now);
    match app.store.write(|db| scheduled_backups::begin(db, number, &name, now)) {
        // Another server was quicker.
        Err(StoreError::Conflict(_)) => return Ok(0),
        begun => begun?,
    }
    let path = settings.folder.join(&name);
    let made = private_files::create_folder(&settings.folder)
        .map_err(|cause| MakeError::File { file: settings.folder.display().to_string(), cause })
        .and_then(|()| make(&app.config, now, &path, Existing::Keep, goes_on));
    match made {
        Ok(made) => keep(app, settings, number, &made).map(|()| 1),
        Err(MakeError::Stopped) => {
            app.store.write(|db| scheduled_backups::forget(db, number))?;
            Ok(0)
        }
        Err(error) => fail(app, last.as_ref(), number, &plainly(settings, &error)).map(|()| 0),
    }
}

/// The same words for the same fault: they must not hold the name of the file, which has the time in it.
fn plainly(settings: &BackupConfig, error: &MakeError) -> String {
    let folder = settings.folder.display();
    match error {
        MakeError::File { cause, .. } => format!("Cannot write into {folder}: {cause}"),
        MakeError::ReadBack { cause, .. } => {
            format!("What was written into {folder} cannot be read back: {cause}")
        }
        other => other.to_string(),
    }
}

fn keep(app: &App, settings: &BackupConfig, number: i32, made: &Made) -> Result<(), Fault> {
    let bytes = i64::try_from(made.bytes).unwrap_or(i64::MAX);
    let now = app.clock.now();
    app.store.write(|db| {
        scheduled_backups::made(db, number, bytes, now)?;
        scheduled_backups::forget_before(db, number - i32::from(settings.keep))
    })?;
    tracing::info!(bytes, "backup made");
    if let Err(cause) = remove_old(&settings.folder, usize::from(settings.keep)) {
        tracing::error!(%cause, "cannot remove old backups");
    }
    Ok(())
}

/// Told once, however often the same goes wrong: the row keeps it.
fn fail(app: &App, last: Option<&ScheduledBackup>, number: i32, problem: &str) -> Result<(), Fault> {
    if last.is_none_or(|last| last.problem != problem) {
        tracing::error!(problem, "cannot make a backup; it is tried again every hour");
    }
    let now = app.clock.now();
    app.store.write(|db| scheduled_backups::failed(db, number, problem, now))?;
    Ok(())
}

/// Removes all but the newest backups of this folder, and what killed servers left of theirs; no other file is touched.
fn remove_old(folder: &Path, keep: usize) -> io::Result<()> {
    let mut whole: Vec<String> = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let Ok(name) = entry?.file_name().into_string() else { continue };
        if is_file_name(&name) {
            whole.push(name);
        } else if name.strip_suffix(PART).is_some_and(is_file_name) {
            parts.push(name);
        }
    }
    whole.sort();
    let old = whole.len().saturating_sub(keep);
    whole.iter().take(old).chain(&parts).try_for_each(|name| fs::remove_file(folder.join(name)))
}
