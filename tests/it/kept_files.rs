//! What lies on the disk and for how long: who may read it, import files, addresses of networks.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::services::imports::uploads;
use rendezvous::services::networks;
use sha2::{Digest, Sha256};

use crate::starting::{lines_until_ready, program, rendezvous};
use crate::support::app::{on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::database::Folder;
use crate::support::dump;
use crate::support::organisers::{PASSWORD, account, signs_in, with_role};

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

/// Every file and folder below one, with what its owner and others may do.
fn modes(folder: &Path) -> Vec<(String, bool, u32)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.push((path.display().to_string(), path.is_dir(), mode(&path)));
        if path.is_dir() {
            all.extend(modes(&path));
        }
    }
    all
}

#[test]
fn nobody_else_reads_what_the_program_makes() {
    let folder = Folder::new();
    let mut server = program("demo", &folder, "127.0.0.1:0")
        .args(["--participants", "10"])
        .env("BACKUP_FOLDER", folder.0.join("data/backups"))
        .spawn()
        .unwrap();
    lines_until_ready(&mut server);
    let data = folder.0.join("data");
    let copy = data.join("copy.backup");
    let made = Command::new(env!("CARGO_BIN_EXE_rendezvous"))
        .args(["backup", "--data"])
        .arg(&data)
        .arg(&copy)
        .output()
        .unwrap();
    // Mails are written within seconds.
    for _ in 0..100 {
        if fs::read_dir(data.join("mail")).is_ok_and(|mut files| files.next().is_some()) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let all = modes(&data);
    Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    let log = String::from_utf8(server.wait_with_output().unwrap().stderr).unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(mode(&data), 0o700);
    for (path, is_folder, mode) in &all {
        assert_eq!(*mode, if *is_folder { 0o700 } else { 0o600 }, "{path}: {mode:o}");
    }
    for wanted in [".sqlite", ".sqlite-wal", ".sqlite-shm", ".lock", "database-id", ".eml", "copy.backup"] {
        assert!(all.iter().any(|(path, ..)| path.ends_with(wanted)), "no {wanted} among {all:?}");
    }
    assert!(!log.contains("chmod"), "{log}");
}

#[test]
fn what_others_may_read_is_said_at_start_with_the_command_that_ends_it() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    fs::create_dir_all(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    let started = |folder: &Folder| {
        let mut server = rendezvous(folder, "127.0.0.1:0").spawn().unwrap();
        lines_until_ready(&mut server);
        Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
        String::from_utf8(server.wait_with_output().unwrap().stderr).unwrap()
    };
    let log = started(&folder);
    let command = format!("chmod -R go= '{}'", data.display());
    assert_eq!(log.matches(&command).count(), 1, "{log}");
    assert!(Command::new("sh").args(["-c", &command]).status().unwrap().success());
    assert!(!started(&folder).contains("chmod"));
    // A file alone counts too.
    fs::set_permissions(data.join("rendezvous.sqlite"), fs::Permissions::from_mode(0o644)).unwrap();
    assert!(started(&folder).contains("chmod -R go="));
}

#[test]
fn a_file_that_nobody_imports_goes_after_a_day() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/import");
        let list = "Name;E-Mail;Firma;Land\nZebedea Quirkle;zebedea@example.org;Quirkle Ltd;FR\n";
        let plan = olga.press_with_file("Show what would change", "file", "list.csv", list).path.clone();
        app.pass(Duration::hours(23));
        uploads::forget_old(&app.app).unwrap();
        signs_in(&mut olga, "olga@example.org", PASSWORD);
        assert_eq!(olga.open(&plan).status, 200);
        app.pass(Duration::hours(2));
        uploads::forget_old(&app.app).unwrap();
        assert_eq!(olga.open(&plan).status, 404);
        let left = dump::of(app);
        for text in ["Quirkle", "5175696b6c65", "zebedea"] {
            assert!(!left.contains(text), "{text} is still there");
        }
    });
}

#[test]
fn an_address_of_the_network_cannot_be_guessed_back_and_its_mark_goes_after_a_week() {
    with_settings(
        |config| config.limits.sign_ins_per_minute = 100_000,
        |app| {
            account(app, "grace@example.org", None);
            let mut eve = app.visitor();
            signs_in(&mut eve, "grace@example.org", "guess after guess");
            let kept = dump::of(app);
            assert!(kept.contains("login.failed"));
            assert!(!kept.contains("127.0.0.1"), "the address itself");
            for guessed in ["127.0.0.1", "address\n127.0.0.1", "network\n127.0.0.1"] {
                let hash: String = Sha256::digest(guessed.as_bytes())
                    .iter()
                    .take(16)
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                assert!(!kept.contains(&hash), "a hash that anybody can make of {guessed:?}");
            }
            let key = network_key(app);
            app.pass(Duration::days(8));
            networks::forget_old(&app.app).unwrap();
            app.app.store.empty_journal().unwrap();
            let left = dump::of(app);
            assert!(
                !left.contains("login.failed") && !left.contains(&key),
                "the mark or its key is still there"
            );
            signs_in(&mut eve, "grace@example.org", "guess after guess");
            assert_ne!(network_key(app), key, "each week has a key of its own");
        },
    );
}

/// The key of this week.
fn network_key(app: &crate::support::app::TestApp) -> String {
    let week = (app.app.clock.now().timestamp().div_euclid(86_400) + 3).div_euclid(7);
    app.app.store.read(|db| rendezvous::store::network_keys::find(db, week)).unwrap().unwrap()
}

#[test]
fn a_backup_has_no_key_of_networks() {
    on_each_database(|app| {
        account(app, "grace@example.org", None);
        signs_in(&mut app.visitor(), "grace@example.org", "guess after guess");
        let key = network_key(app);
        let file = std::env::temp_dir().join(format!("rendezvous-keys-{}.backup", std::process::id()));
        let made = rendezvous::services::backups::make::make(
            &app.app.config,
            app.app.clock.now(),
            &file,
            rendezvous::services::backups::make::Existing::Replace,
            &|| true,
        );
        assert_eq!(made.unwrap().rows("network_keys"), 0);
        let mut text = String::new();
        let bytes = fs::File::open(&file).unwrap();
        std::io::Read::read_to_string(&mut flate2::read::MultiGzDecoder::new(bytes), &mut text).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(text.contains("login.failed") && !text.contains(&key));
    });
}
