//! Restoring into a SQLite file: beside its name, and renamed when everything is right.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;

use super::{Contents, Loader, RestoreError, compare, make_tables, place, transaction};
use crate::config::DatabaseUrl;
use crate::domain::backup::TableTotal;
use crate::store::connection::{Manager, texts};
use crate::store::identity::bring_up;
use crate::store::{Db, StoreError, away};

/// Files that SQLite keeps beside a database.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Nothing if the file is not there, or is a database that nobody uses.
pub(super) fn check_place(path: &Path) -> Result<(), RestoreError> {
    if !path.exists() {
        return Ok(());
    }
    let foreign = |_| RestoreError::Foreign("it is a file of another kind".to_string());
    let mut db = Manager::new(&DatabaseUrl::Sqlite(path.to_path_buf())).open().map_err(foreign)?.db;
    place::check(&mut db)
}

pub(super) fn restore<T, E: From<StoreError> + From<RestoreError>>(
    path: &Path,
    contents: Contents<'_>,
    load: impl FnOnce(&mut Loader<'_>) -> Result<Vec<TableTotal>, E>,
    finish: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    remove_leftovers(path).map_err(|cause| failed(path, cause))?;
    let part = Part(beside(path, ".restoring"));
    let made = fill(&part.0, contents, load, finish)?;
    put_in_place(&part.0, path).map_err(|cause| failed(path, cause))?;
    Ok(made)
}

fn failed(path: &Path, cause: io::Error) -> RestoreError {
    RestoreError::File { file: path.display().to_string(), cause }
}

/// The file in the making; what is not put in place is removed.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = remove(&self.0);
    }
}

/// Removes what a killed restore left beside this database. Only whoever has the lock of the server may.
pub fn remove_leftovers(path: &Path) -> io::Result<()> {
    remove(&beside(path, ".restoring"))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.to_path_buf().into_os_string();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(path: &Path) -> io::Result<()> {
    let all = BESIDE.iter().map(|ending| beside(path, ending)).chain([path.to_path_buf()]);
    for file in all {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Until it is renamed the file is nobody's: it need not survive a power cut, and rows may come before those that they
/// belong to.
const WHILE_FILLING: &str = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; \
     PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536;";

fn fill<T, E: From<StoreError> + From<RestoreError>>(
    part: &Path,
    contents: Contents<'_>,
    load: impl FnOnce(&mut Loader<'_>) -> Result<Vec<TableTotal>, E>,
    finish: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    let db = &mut Manager::new(&DatabaseUrl::Sqlite(part.to_path_buf())).open().map_err(away)?.db;
    db.batch_execute(WHILE_FILLING).map_err(StoreError::from)?;
    transaction::<_, E>(db, |db| {
        make_tables(db, contents)?;
        let mut loader = Loader::new(db, contents)?;
        let totals = load(&mut loader)?;
        loader.flush()?;
        Ok(compare(db, contents, &totals)?)
    })?;
    let orphans = texts(db, "SELECT \"table\" AS value FROM pragma_foreign_key_check LIMIT 1")?;
    if let Some(table) = orphans.first() {
        return Err(RestoreError::Differs(format!("{table}, which names rows that are missing,")).into());
    }
    db.batch_execute("PRAGMA foreign_keys = ON").map_err(StoreError::from)?;
    bring_up(db)?;
    let made = transaction(db, finish)?;
    match texts(db, "SELECT integrity_check AS value FROM pragma_integrity_check LIMIT 1")?.pop() {
        Some(answer) if answer != "ok" => Err(RestoreError::Differs(format!("the file ({answer})")).into()),
        _ => Ok(made),
    }
}

fn put_in_place(part: &Path, path: &Path) -> io::Result<()> {
    fs::File::open(part)?.sync_all()?;
    // The journal of an unused database must not be taken for that of the new one.
    remove(path)?;
    fs::rename(part, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
