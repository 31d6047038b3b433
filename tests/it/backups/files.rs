//! The file of a backup: private, never half written, and read back before it has its name.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use rendezvous::config::DatabaseUrl;
use rendezvous::documents::backup_file::BackupReader;

use super::{backup_of, command, printed, refused};
use crate::support::app::{TestApp, on_each_database};
use crate::support::database::Folder;
use crate::support::organisers::administrator;

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The tables by the catalogue of the database.
fn tables(app: &TestApp) -> Vec<String> {
    let found: Vec<Name> = match &app.app.config.database {
        DatabaseUrl::Sqlite(file) => diesel::sql_query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .load(&mut SqliteConnection::establish(&file.to_string_lossy()).unwrap())
        .unwrap(),
        DatabaseUrl::Postgres(url) => {
            diesel::sql_query("SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'")
                .load(&mut PgConnection::establish(url.expose()).unwrap())
                .unwrap()
        }
    };
    let mut names: Vec<String> = found.into_iter().map(|table| table.name).collect();
    // The list of migrations is at the head of the file.
    names.retain(|name| name != "__diesel_schema_migrations");
    names.sort();
    names
}

#[test]
fn a_backup_has_every_table_of_the_database_and_no_secret_setting() {
    on_each_database(|app| {
        let folder = Folder::new();
        let path = folder.0.join("all.backup");
        let mut command = command("backup", &app.app.config.database, &folder.0);
        command
            .env("SMTP_URL", "smtp://user:hunter2@mail.example.org")
            .env("BASE_URL", "https://events.example.org");
        let told = printed(command.arg(&path));
        assert!(told.contains("keep them apart: SMTP_URL"), "{told}");
        let header = BackupReader::open(fs::File::open(&path).unwrap()).unwrap().header;
        assert_eq!(header.tables.iter().map(|table| table.name.clone()).collect::<Vec<_>>(), tables(app));
        assert_eq!(header.settings["BASE_URL"], "https://events.example.org");
        assert!(!format!("{header:?}").contains("hunter2"), "{header:?}");
        assert!(header.migrations.len() > 10);
    });
}

#[test]
fn only_its_owner_reads_it_and_a_file_that_is_there_stays_unless_told() {
    on_each_database(|app| {
        administrator(app);
        let folder = Folder::new();
        let path = folder.0.join("mine.backup");
        fs::write(&path, "something dear").unwrap();
        let told = refused(command("backup", &app.app.config.database, &folder.0).arg(&path));
        assert!(told.contains("--overwrite"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "something dear");
        printed(command("backup", &app.app.config.database, &folder.0).arg(&path).arg("--overwrite"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let names: Vec<_> =
            fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["mine.backup"], "no part is left");
    });
}

#[test]
fn without_a_database_or_a_folder_there_is_a_sentence_and_no_file() {
    let folder = Folder::new();
    let nowhere = DatabaseUrl::in_folder(&folder.0);
    let path = folder.0.join("none.backup");
    assert!(refused(command("backup", &nowhere, &folder.0).arg(&path)).contains("nothing to back up"));
    assert!(!path.exists() && !folder.0.join("rendezvous.sqlite").exists());
    on_each_database(|app| {
        let path = folder.0.join("no/such/folder.backup");
        let told = refused(command("backup", &app.app.config.database, &folder.0).arg(&path));
        assert!(told.contains("Cannot write") && told.contains("folder.backup"), "{told}");
    });
}

#[test]
fn what_was_written_twice_is_the_same() {
    on_each_database(|app| {
        administrator(app);
        let folder = Folder::new();
        let first = fs::read(backup_of(app, &folder)).unwrap();
        assert_eq!(fs::read(backup_of(app, &folder)).unwrap(), first);
    });
}
