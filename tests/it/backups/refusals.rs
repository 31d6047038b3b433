//! What cannot be restored is refused with a sentence, and leaves nothing behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rendezvous::documents::backup_file::{BackupFileError, BackupReader, BackupWriter, Header, Part};

use super::{Place, backup_of, command, printed, refused, totals};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::database::Folder;
use crate::support::journeys::participant;
use crate::support::organisers::administrator;

/// A backup like another, after a change to its header and its rows: a row is written if the function leaves one.
fn forged(
    path: &Path,
    header: impl FnOnce(&mut Header),
    row: impl Fn(&str, &str) -> Option<String>,
) -> PathBuf {
    let reader = BackupReader::open(File::open(path).unwrap()).unwrap();
    let mut changed = reader.header.clone();
    header(&mut changed);
    let forged = path.with_extension("forged");
    let mut writer = BackupWriter::new(File::create(&forged).unwrap(), &changed).unwrap();
    let mut current = String::new();
    reader
        .read(|part| {
            match part {
                Part::Table(name) => {
                    current = name.to_string();
                    writer.begin_table(name).unwrap();
                }
                Part::Row(line) => {
                    if let Some(line) = row(&current, line) {
                        writer.row(&line).unwrap();
                    }
                }
            }
            Ok::<_, BackupFileError>(())
        })
        .unwrap();
    writer.finish().unwrap();
    forged
}

fn unchanged(_: &str, row: &str) -> Option<String> {
    Some(row.to_string())
}

fn server(app: &TestApp) {
    administrator(app);
    an_event(app).make();
    participant(app, "clusters", "Ada", "ada@example.org");
}

/// Restoring this is refused everywhere; then the good one is restored into the same place.
fn refuses_and_leaves_nothing(good: &Path, bad: &Path, folder: &Folder, part: &str) {
    for place in Place::each() {
        let told = refused(command("restore", &place.url(), &folder.0).arg(bad));
        assert!(told.contains(part), "{part}: {told}");
        if let Place::Sqlite(folder) = &place {
            let left: Vec<_> =
                fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(left, ["rendezvous.lock"]);
        }
        printed(command("restore", &place.url(), &folder.0).arg(good));
    }
}

#[test]
fn a_file_that_is_damaged_cut_off_or_of_another_kind_is_refused() {
    on_each_database(|app| {
        server(app);
        let folder = Folder::new();
        let good = backup_of(app, &folder);
        let bytes = fs::read(&good).unwrap();
        let middle = bytes.len() / 2;
        let mut flipped = bytes.clone();
        flipped[middle] ^= 0x10;
        let place = Place::Sqlite(Folder::new());
        let cases = [
            ("cut.backup", bytes[..middle].to_vec(), "cut off"),
            ("tail.backup", bytes[..bytes.len() - 1].to_vec(), "cut off"),
            ("flipped.backup", flipped, "damaged"),
            ("notes.backup", b"shopping list".to_vec(), "not a backup"),
            ("empty.backup", Vec::new(), "not a backup"),
        ];
        for (name, bytes, part) in cases {
            let bad = folder.0.join(name);
            fs::write(&bad, bytes).unwrap();
            let told = refused(command("restore", &place.url(), &folder.0).arg(&bad));
            assert!(told.contains(part) && told.contains(name), "{name}: {told}");
        }
        let told = refused(command("restore", &place.url(), &folder.0).arg(folder.0.join("none")));
        assert!(told.contains("Cannot read"), "{told}");
    });
}

#[test]
fn a_place_that_is_in_use_is_refused_and_stays_as_it_is() {
    on_each_database(|app| {
        server(app);
        let folder = Folder::new();
        let good = backup_of(app, &folder);
        let other = Folder::new();
        for place in Place::each() {
            printed(command("restore", &place.url(), &folder.0).arg(&good));
            let rows = || totals(&backup_of(&TestApp::on(place.url(), |_| {}), &other));
            let before = rows();
            let told = refused(command("restore", &place.url(), &folder.0).arg(&good));
            assert!(told.contains("accounts and 1 events"), "{told}");
            assert_eq!(rows(), before);
        }
    });
}

#[test]
fn a_running_server_keeps_a_restore_off_its_file() {
    let place = Place::Sqlite(Folder::new());
    let folder = Folder::new();
    let _server = TestApp::on(place.url(), |_| {});
    let told = refused(command("restore", &place.url(), &folder.0).arg("any.backup"));
    assert!(told.contains("Another server already runs"), "{told}");
}

#[test]
fn what_a_killed_restore_left_is_removed_at_the_next_start() {
    let place = Folder::new();
    let left = place.0.join("rendezvous.sqlite.restoring");
    fs::write(&left, "people").unwrap();
    let url = Place::Sqlite(place);
    let _server = TestApp::on(url.url(), |_| {});
    assert!(!left.exists());
}

#[test]
fn a_backup_of_a_newer_program_is_refused() {
    on_each_database(|app| {
        server(app);
        let folder = Folder::new();
        let good = backup_of(app, &folder);
        let newer = forged(&good, |header| header.migrations.push("99991231000001".to_string()), unchanged);
        refuses_and_leaves_nothing(&good, &newer, &folder, "newer version");
        let future = forged(&good, |header| header.rendezvous_backup = 2, unchanged);
        refuses_and_leaves_nothing(&good, &future, &folder, "newer version");
    });
}

#[test]
fn rows_that_the_rules_of_the_database_refuse_leave_nothing_behind() {
    on_each_database(|app| {
        server(app);
        let folder = Folder::new();
        let good = backup_of(app, &folder);
        let states = |table: &str, row: &str| {
            Some(if table == "events" { row.replace("\"open\"", "\"ajar\"") } else { row.to_string() })
        };
        let wrong = forged(&good, |_| {}, states);
        refuses_and_leaves_nothing(&good, &wrong, &folder, "events");
        let orphans = |table: &str, row: &str| (table != "participants").then(|| row.to_string());
        let wrong = forged(&good, |_| {}, orphans);
        refuses_and_leaves_nothing(&good, &wrong, &folder, "Nothing was changed");
        // Its end names another table than its head.
        let unknown = forged(&good, |header| header.tables[0].name = "strangers".to_string(), unchanged);
        refuses_and_leaves_nothing(&good, &unknown, &folder, "do not add up");
    });
}
