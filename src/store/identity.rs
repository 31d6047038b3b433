//! Which database this is: its id and its tables, and on SQLite the very files that were opened. Whoever writes into a
//! file that was deleted or replaced writes into nothing.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::{QueryDsl, RunQueryDsl};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{Backend, Db, Manager, text, texts};
use super::error::{StoreError, Trouble};
use super::schema::database_identity;
use super::{acts, address_keys, event_versions, search_keys};
use crate::config::DatabaseUrl;

pub(super) const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock of whoever makes or changes tables on Postgres.
pub(super) const TABLES_LOCK: i64 = 727_274;

/// A database that was opened.
pub struct Identity {
    id: String,
    files: Vec<(PathBuf, FileId)>,
}

/// Device and number of a file, which a new file of the same name does not share.
type FileId = (u64, u64);

/// The id of the database at an address; nothing if it is empty, or older than ids. Changes nothing.
pub fn id_of(url: &DatabaseUrl) -> Result<Option<String>, StoreError> {
    if let DatabaseUrl::Sqlite(path) = url
        && fs::metadata(path).map_or(true, |file| file.len() == 0)
    {
        return Ok(None);
    }
    let mut line = Manager::new(url).of_existing().open().map_err(away)?;
    if !has_table(&mut line.db, "database_identity")? {
        return Ok(None);
    }
    read_id(&mut line.db).map(Some)
}

/// Brings the tables up to date, unless they are newer than this program, and names a database that has no name.
pub(super) fn bring_up(db: &mut Db) -> Result<(), StoreError> {
    // Two servers on one Postgres may start at once: the first migrates, the second waits.
    if let Db::Pg(pg) = db {
        pg.batch_execute(&format!(
            "SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock({TABLES_LOCK})"
        ))?;
    }
    let done = migrate(db);
    if let Db::Pg(pg) = db {
        pg.batch_execute(&format!("SELECT pg_advisory_unlock({TABLES_LOCK})"))?;
    }
    done
}

/// The same without waiting for anybody, in a transaction or outside one.
pub(super) fn migrate(db: &mut Db) -> Result<(), StoreError> {
    if has_table(db, "__diesel_schema_migrations")? {
        check_tables(db)?;
    }
    if db.has_pending_migration(MIGRATIONS).map_err(away)? {
        event_versions::unwatch(db)?;
        acts::unwatch(db)?;
        db.run_pending_migrations(MIGRATIONS).map_err(away)?;
    }
    search_keys::fill(db)?;
    address_keys::fill(db)?;
    event_versions::watch(db)?;
    acts::watch(db)?;
    let name = match db {
        Db::Sqlite(_) => "lower(hex(randomblob(16)))",
        Db::Pg(_) => "gen_random_uuid()::text",
    };
    Ok(db.batch_execute(&format!(
        "INSERT INTO database_identity (id, probed_at) SELECT {name}, CURRENT_TIMESTAMP \
         WHERE NOT EXISTS (SELECT 1 FROM database_identity)"
    ))?)
}

/// Refuses tables that a newer program has made or changed.
fn check_tables(db: &mut Db) -> Result<(), StoreError> {
    let applied = texts(db, "SELECT version AS value FROM __diesel_schema_migrations")?;
    let known = MigrationSource::<Backend>::migrations(&MIGRATIONS);
    let known = known.map_err(|error| StoreError::Unavailable(Trouble::Tables, error.to_string()))?;
    let is_known = |version: &String| known.iter().any(|one| one.name().version().to_string() == *version);
    match applied.into_iter().find(|version| !is_known(version)) {
        Some(version) => Err(StoreError::NewerTables(version)),
        None => Ok(()),
    }
}

fn away(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unavailable(Trouble::Away, error.to_string())
}

impl Identity {
    /// That of a database whose tables are up to date.
    pub(super) fn of(url: &DatabaseUrl, db: &mut Db) -> Result<Identity, StoreError> {
        let id = read_id(db)?;
        let files = match url {
            DatabaseUrl::Sqlite(path) => {
                let mut journal = path.clone().into_os_string();
                journal.push("-wal");
                let files = [path.clone(), PathBuf::from(journal)];
                files.into_iter().filter_map(|path| Some((path.clone(), file_id(&path).ok()?))).collect()
            }
            DatabaseUrl::Postgres(_) => Vec::new(),
        };
        Ok(Identity { id, files })
    }

    /// The id, which stands in the database itself.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the files that are open are still those that the next start would find.
    pub(super) fn check_files(&self) -> Result<(), StoreError> {
        for (path, opened) in &self.files {
            match file_id(path) {
                Ok(found) if found == *opened => {}
                Ok(_) => return Err(gone(format!("another file has taken the place of {}", path.display()))),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(gone(format!("{} is not there any more", path.display())));
                }
                Err(error) => return Err(StoreError::Unavailable(Trouble::Io, error.to_string())),
            }
        }
        Ok(())
    }

    /// Whether a connection leads to this database, with tables that this program knows.
    pub(super) fn check(&self, db: &mut Db) -> Result<(), StoreError> {
        let another = || gone("another database answers in its place".to_string());
        if !has_table(db, "database_identity")? {
            return Err(another());
        }
        match read_id(db) {
            Ok(id) if id == self.id => check_tables(db),
            Ok(_) | Err(StoreError::NotFound) => Err(another()),
            Err(error) => Err(error),
        }
    }
}

fn gone(told: String) -> StoreError {
    StoreError::Unavailable(Trouble::Gone, told)
}

fn file_id(path: &Path) -> std::io::Result<FileId> {
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

fn read_id(db: &mut Db) -> Result<String, StoreError> {
    Ok(database_identity::table.select(database_identity::id).order(database_identity::id).first(db)?)
}

fn has_table(db: &mut Db, name: &str) -> Result<bool, StoreError> {
    let known = match db {
        Db::Sqlite(_) => {
            format!("SELECT CAST(COUNT(*) AS TEXT) AS value FROM sqlite_master WHERE name = '{name}'")
        }
        Db::Pg(_) => format!("SELECT (to_regclass('{name}') IS NOT NULL)::int::text AS value"),
    };
    Ok(text(db, &known)? != "0")
}
