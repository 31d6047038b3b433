//! A backup is made as the database is, and one of an older program is brought up to date after it is restored.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use rendezvous::config::DatabaseUrl;
use rendezvous::documents::backup_file::{BackupFileError, BackupReader, Part};

use super::{Place, backup_of, command, printed};
use crate::support::app::TestApp;
use crate::support::database::Folder;

/// The migrations of the first program that people used, in their order.
fn first_migrations() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut all: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("2026-11-22"));
    all.sort();
    assert!(all.len() > 10);
    all
}

/// A database as that program left it, with an event and somebody who runs it.
fn old_database(folder: &Folder) {
    let mut sqlite =
        SqliteConnection::establish(&folder.0.join("rendezvous.sqlite").to_string_lossy()).unwrap();
    sqlite
        .batch_execute(
            "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, \
             run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)",
        )
        .unwrap();
    for migration in first_migrations() {
        sqlite.batch_execute(&fs::read_to_string(migration.join("up.sql")).unwrap()).unwrap();
        let name = migration.file_name().unwrap().to_string_lossy().into_owned();
        let version = name.split('_').next().unwrap().replace('-', "");
        let insert = format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')");
        sqlite.batch_execute(&insert).unwrap();
    }
    sqlite
        .batch_execute(
            "INSERT INTO accounts VALUES \
             ('a1', 'ada@example.org', 'Ada', NULL, 1, 'en', '2026-11-22 12:00:00.123456'); \
             INSERT INTO events (id, slug, state, languages, name, summary, description, organiser_name, contact_email, \
             starts_on, ends_on, time_zone, venue_kind, venue, table_count, room_link, approval, same_country, \
             calendar_mode, wished_minimum, accent, seats_taken, next_seq, created_at, updated_at, pictures) VALUES \
             ('e1', 'old', 'open', 'en', '{\"en\":\"Old conference\"}', '{}', '{}', 'Ada', 'ada@example.org', '2027-03-10', \
             '2027-03-11', 'Europe/Berlin', 'online', '', 0, '', 0, 1, 'file', 0, '', 0, 9007199254740993, \
             '2026-11-22 12:00:00', '2026-11-22 12:00:00.5', '{}');",
        )
        .unwrap();
}

#[test]
fn a_backup_of_an_older_program_is_brought_up_to_date_on_either_database() {
    let folder = Folder::new();
    old_database(&folder);
    let path = folder.0.join("old.backup");
    let told = printed(command("backup", &DatabaseUrl::in_folder(&folder.0), &folder.0).arg(&path));
    assert!(told.contains("1 events"), "{told}");
    let header = BackupReader::open(fs::File::open(&path).unwrap()).unwrap().header;
    assert_eq!(header.migrations.len(), first_migrations().len(), "making a backup migrates nothing");
    for place in Place::each() {
        printed(command("restore", &place.url(), &folder.0).arg(&path));
        let copy = TestApp::on(place.url(), |_| {});
        let page = copy.visitor().get("/e/old");
        assert!(page.status == 200 && page.text.contains("Old conference"), "{}", page.text);
        let rows = rows(&backup_of(&copy, &folder));
        let event = rows.iter().find(|row| row.starts_with("[\"e1\",\"old\"")).unwrap();
        for exact in
            ["9007199254740993", "\"2026-11-22 12:00:00\"", "\"2026-11-22 12:00:00.500\"", "true", "null"]
        {
            assert!(event.contains(exact), "{exact}: {event}");
        }
        assert!(rows.iter().any(|row| row.contains("\"2026-11-22 12:00:00.123456\"")));
    }
}

/// All rows of a backup.
fn rows(path: &Path) -> Vec<String> {
    let mut rows = Vec::new();
    let take = |part: Part<'_>| {
        if let Part::Row(row) = part {
            rows.push(row.to_string());
        }
        Ok::<_, BackupFileError>(())
    };
    BackupReader::open(fs::File::open(path).unwrap()).unwrap().read(take).unwrap();
    rows
}
