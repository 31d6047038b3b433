//! Backups that the server makes by itself.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Barrier;
use std::time::{Duration, Instant};

use rendezvous::config::{BackupConfig, DatabaseUrl};
use rendezvous::services::backups::scheduled::make_if_due;

use super::{command, printed};
use crate::support::app::{TestApp, with_settings};
use crate::support::database::Folder;
use crate::support::organisers::administrator;

fn backups_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

/// Runs a test on servers that make a backup every six hours and keep three.
fn with_backups(folder: &Path, test: impl Fn(&TestApp)) {
    let settings = BackupConfig { folder: folder.to_path_buf(), every: 6, keep: 3 };
    with_settings(
        move |config| {
            config.backups = Some(settings.clone());
        },
        |app| {
            let _ = fs::remove_dir_all(folder);
            test(app);
        },
    );
}

fn made(app: &TestApp) -> usize {
    make_if_due(&app.app, &|| true).unwrap()
}

#[test]
fn one_is_made_every_so_many_hours_and_so_many_are_kept() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    with_backups(&backups, |app| {
        let mut admin = administrator(app);
        assert!(admin.open("/organiser").text.contains("No backup has been made yet"));
        assert_eq!((made(app), made(app)), (1, 0));
        assert_eq!(backups_in(&backups), ["rendezvous-20261122T120000Z.backup"]);
        assert!(admin.open("/organiser").text.contains("Last backup: 22 November 2026, 12:00"));
        app.pass(chrono::Duration::minutes(359));
        assert_eq!(made(app), 0);
        fs::write(backups.join("notes.txt"), "mine").unwrap();
        fs::write(backups.join("rendezvous-20261101T000000Z.backup.part"), "of a killed server").unwrap();
        for _ in 0..4 {
            app.pass(chrono::Duration::hours(6));
            assert_eq!(made(app), 1);
        }
        let kept = backups_in(&backups);
        assert_eq!(kept.len(), 4, "{kept:?}");
        assert!(kept.contains(&"notes.txt".to_string()) && !kept.iter().any(|name| name.ends_with(".part")));
        assert!(!kept[1].contains("20261122T12"), "the oldest went: {kept:?}");
    });
}

#[test]
fn of_two_servers_one_makes_it() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    with_backups(&backups, |app| {
        let gate = Barrier::new(4);
        let made: usize = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        gate.wait();
                        make_if_due(&app.app, &|| true).unwrap()
                    })
                })
                .collect();
            tries.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!((made, backups_in(&backups).len()), (1, 1));
    });
}

#[test]
fn a_failure_is_shown_to_administrators_alone_and_tried_again_and_the_old_ones_stay() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    with_backups(&backups, |app| {
        let mut admin = administrator(app);
        made(app);
        let kept = folder.0.join("kept");
        fs::rename(&backups, &kept).unwrap();
        fs::write(&backups, "a file where the folder should be").unwrap();
        app.pass(chrono::Duration::hours(6));
        assert_eq!(made(app), 0);
        let page = admin.open("/organiser");
        assert!(
            page.text.contains("The last backup failed") && page.text.contains("backups"),
            "{}",
            page.text
        );
        fs::remove_file(&backups).unwrap();
        fs::rename(&kept, &backups).unwrap();
        assert_eq!(made(app), 0, "not at once");
        app.pass(chrono::Duration::hours(1));
        assert_eq!(made(app), 1);
        assert_eq!(backups_in(&backups).len(), 2);
        assert!(!admin.open("/organiser").text.contains("The last backup failed"));
    });
}

#[test]
fn a_server_that_stops_gives_it_up_and_leaves_nothing() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    with_backups(&backups, |app| {
        // Enough rows for it to be asked whether to go on.
        rendezvous::services::demo::fill(&app.app, 60, 1).unwrap();
        assert_eq!(make_if_due(&app.app, &|| false).unwrap(), 0);
        assert_eq!(backups_in(&backups), Vec::<String>::new());
        assert_eq!(made(app), 1, "the next start makes it at once");
    });
}

#[test]
fn the_server_makes_them_by_itself_and_they_can_be_restored() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    let mut server = Command::new(env!("CARGO_BIN_EXE_rendezvous"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.0.join("data"))
        .env("BACKUP_FOLDER", &backups)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let whole = || backups_in(&backups).into_iter().find(|name| name.ends_with(".backup"));
    while whole().is_none() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(50));
    }
    Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(server.wait().unwrap().success());
    let file = backups.join(whole().unwrap());
    let place = Folder::new();
    printed(command("restore", &DatabaseUrl::in_folder(&place.0), &place.0).arg(file));
}
