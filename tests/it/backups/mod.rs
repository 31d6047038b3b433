//! Backups: made beside a running server, restored into an empty place of either kind, and by themselves.

mod drill;
mod files;
mod mailings;
mod older;
mod refusals;
mod reminders;
mod scheduled;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rendezvous::config::DatabaseUrl;
use rendezvous::documents::backup_file::{BackupFileError, BackupReader};
use rendezvous::domain::backup::TableTotal;
use rendezvous::services::backups::make::{self, Existing};

use crate::support::app::TestApp;
use crate::support::database::{Folder, PostgresDatabase};

/// An empty place that goes with the test.
enum Place {
    Sqlite(Folder),
    Postgres(PostgresDatabase),
}

impl Place {
    /// One of each kind; on Postgres one without tables, and one in which a server was started and never set up.
    fn each() -> Vec<Place> {
        let mut all = vec![Place::Sqlite(Folder::new())];
        if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
            all.push(Place::Postgres(PostgresDatabase::blank(&server)));
            all.push(Place::Postgres(PostgresDatabase::new(&server)));
        }
        all
    }

    fn url(&self) -> DatabaseUrl {
        match self {
            Place::Sqlite(folder) => DatabaseUrl::in_folder(&folder.0),
            Place::Postgres(database) => database.url(),
        }
    }
}

/// The command on a database.
fn command(name: &str, database: &DatabaseUrl, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
    for name in ["BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR", "MAIL_FROM", "BACKUP_FOLDER"] {
        command.env_remove(name);
    }
    let url = match database {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.expose().to_string(),
    };
    command.arg(name).env("DATABASE_URL", url).arg("--data").arg(folder);
    command
}

/// What the command printed; it must have worked.
fn printed(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let told = String::from_utf8(stderr).unwrap();
    assert!(status.success(), "{told}");
    assert!(told.is_empty(), "{told}");
    String::from_utf8(stdout).unwrap()
}

/// The one sentence with which the command refused.
fn refused(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let told = String::from_utf8(stderr).unwrap();
    assert!(!status.success(), "{}", String::from_utf8_lossy(&stdout));
    assert_eq!(told.trim().lines().count(), 1, "one sentence: {told}");
    assert!(!told.contains("panicked"), "{told}");
    told
}

/// A backup of a server in a file that goes with the folder.
fn backup_of(app: &TestApp, folder: &Folder) -> PathBuf {
    let path = folder.0.join("server.backup");
    make::make(&app.app.config, app.app.clock.now(), &path, Existing::Replace, &|| true).unwrap();
    path
}

/// Tables that say something of the copy itself.
const OF_THE_COPY: [&str; 6] =
    ["database_identity", "event_versions", "mail_pause", "restores", "scheduled_backups", "write_receipts"];

/// The totals of a backup by table.
fn totals(path: &Path) -> BTreeMap<String, TableTotal> {
    let reader = BackupReader::open(File::open(path).unwrap()).unwrap();
    let totals = reader.read(|_| Ok::<_, BackupFileError>(())).unwrap();
    let mut by_table: BTreeMap<_, _> = totals.into_iter().map(|total| (total.table.clone(), total)).collect();
    by_table.retain(|table, _| !OF_THE_COPY.contains(&table.as_str()));
    by_table
}
