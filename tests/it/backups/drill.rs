//! The drill: a backup under load, back into a place of each kind, and everything is there and works.

use std::collections::HashSet;

use rendezvous::domain::picture::{PictureFormat, PictureKind};
use rendezvous::domain::restore::RestoredMails;
use rendezvous::services::backups::{mails, restore};
use rendezvous::store;

use super::{Place, backup_of, command, printed, totals};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, meet};
use crate::support::database::Folder;
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::{ADMIN, PASSWORD, administrator, signs_in};
use crate::support::rounds::published;
use crate::support::visitor::Visitor;

/// What outsiders see of the conference, the demo and one participant.
#[derive(Debug, PartialEq)]
struct Seen {
    people: Vec<u8>,
    history: String,
    feed: String,
}

struct Paths {
    demo: String,
    link: String,
    feed: String,
}

fn seen(app: &TestApp, paths: &Paths) -> Seen {
    let mut admin = app.visitor();
    signs_in(&mut admin, ADMIN, PASSWORD);
    let mut get = |path: &str| {
        let page = admin.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        page
    };
    Seen {
        people: get(&format!("/organiser/events/{}/participants.csv", paths.demo)).bytes,
        history: get(&format!("/organiser/events/{}/log", paths.demo)).text,
        // A long line goes on in the next one (RFC 5545, 3.1).
        feed: get(&paths.feed).html.replace("\r\n ", "").replace(app.app.config.base_url.as_str(), ""),
    }
}

/// A server with a conference, people, a feed, a picture, a published round, and mails that were sent and that wait.
fn lives(app: &TestApp) -> Paths {
    administrator(app);
    let event = an_event(app).make();
    let picture: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    app.app
        .store
        .write(|db| store::pictures::put(db, &event.id, PictureKind::Logo, PictureFormat::Png, &picture))
        .unwrap();
    let mut ada = participant(app, "clusters", "Ada O'Neil Žižková", "ada@example.org");
    participant(app, "clusters", "Grace", "grace@example.org");
    meet(app, &event, "Ada O'Neil Žižková", "Grace");
    let link = app.mailed_path("ada@example.org", "/my/");
    ada.open("/e/clusters/my/schedule");
    ada.follow("Keep my own calendar up to date");
    ada.press("Make an address");
    let feed = ada.page.link("Open it in my calendar").replace("webcal://", "http://");
    let feed = feed.strip_prefix(app.app.config.base_url.as_str()).unwrap().to_string();
    assert!(!app.sent().is_empty());
    // Its schedules wait in the outbox.
    let demo = published(&app.app).event().slug.clone();
    Paths { demo, link, feed }
}

/// Makes a backup with the command while people sign up.
fn backup_under_load(app: &TestApp, folder: &Folder) -> std::path::PathBuf {
    let path = folder.0.join("loaded.backup");
    let address = app.address();
    std::thread::scope(|scope| {
        for crowd in 0..2 {
            let address = address.clone();
            scope.spawn(move || {
                for n in 0..6 {
                    let mut visitor = Visitor::new(address.clone());
                    signs_up(&mut visitor, "clusters", "Somebody", &format!("crowd{crowd}-{n}@example.org"));
                }
            });
        }
        let told = printed(command("backup", &app.app.config.database, &folder.0).arg(&path));
        assert!(told.contains("2 events") && told.contains("read back"), "{told}");
    });
    path
}

#[test]
fn a_backup_under_load_comes_back_whole_on_either_database_and_sends_nothing_by_itself() {
    on_each_database(|app| {
        let paths = lives(app);
        let folder = Folder::new();
        let path = backup_under_load(app, &folder);
        let (before, expected) = (seen(app, &paths), totals(&path));
        let delivered: HashSet<String> = app.delivered();
        for place in Place::each() {
            let told = printed(command("restore", &place.url(), &folder.0).arg(&path));
            assert!(told.contains("restored, as it was at") && told.contains("mail is paused"), "{told}");
            let copy = TestApp::on(place.url(), |_| {});
            assert_eq!(totals(&backup_of(&copy, &folder)), expected);
            let after = seen(&copy, &paths);
            assert_eq!((&after.history, &after.feed), (&before.history, &before.feed));
            assert_eq!(String::from_utf8_lossy(&after.people), String::from_utf8_lossy(&before.people));
            works(&copy, &paths);
            held_until_released(&copy, &delivered);
        }
    });
}

/// Links and feeds work; nobody has to log in anew with another password.
fn works(copy: &TestApp, paths: &Paths) {
    let mut ada = copy.visitor();
    ada.open(&paths.link);
    assert!(ada.page.path.starts_with("/e/clusters/my"), "{}", ada.page.text);
    assert!(ada.page.text.contains("O'Neil"), "{}", ada.page.text);
}

/// No mail goes, however late it is, until an administrator lets it; and none that had been delivered goes again.
fn held_until_released(copy: &TestApp, delivered: &HashSet<String>) {
    copy.pass(chrono::Duration::days(1));
    assert!(copy.sent().is_empty(), "nothing goes by itself");
    let mut admin = copy.visitor();
    signs_in(&mut admin, ADMIN, PASSWORD);
    admin.open("/organiser");
    assert!(admin.page.text.contains("No emails are sent at the moment"), "{}", admin.page.text);
    assert!(admin.page.text.contains("delete their data again"), "{}", admin.page.text);
    let waiting =
        copy.app.store.read(|db| store::restores::contained(db, copy.app.clock.now())).unwrap().waiting;
    admin.press(&format!("Start sending: {waiting} emails"));
    let sent = copy.sent();
    assert!(sent.len() > 10, "{}", sent.len());
    assert!(sent.iter().all(|mail| !delivered.contains(mail)), "a delivered mail went again");
}

#[test]
fn mails_of_a_backup_can_be_given_up_and_new_ones_go() {
    on_each_database(|app| {
        lives(app);
        let folder = Folder::new();
        let path = backup_of(app, &folder);
        for place in Place::each() {
            let config = rendezvous::config::Config { database: place.url(), ..app.app.config.clone() };
            let later = app.app.clock.now() + chrono::Duration::hours(1);
            let restored = restore::restore(&config, later, &path).unwrap();
            assert!(restored.contained.waiting > 10 && restored.contained.overdue > 10, "{restored:?}");
            assert_eq!(restored.miscounted, Vec::<String>::new());
            assert!(restored.differing.is_empty(), "{restored:?}");
            let copy = TestApp::on(place.url(), |_| {});
            copy.pass(chrono::Duration::hours(2));
            signs_up(&mut copy.visitor(), "clusters", "New", "new@example.org");
            let mut admin = copy.visitor();
            signs_in(&mut admin, ADMIN, PASSWORD);
            admin.open("/outbox");
            let count = restored.contained.waiting;
            admin.press(&format!("Do not send the {count} emails from the backup, only new ones"));
            assert!(admin.page.text.contains("New emails are sent again"), "{}", admin.page.text);
            let sent = copy.sent();
            // The administrator came with a browser that the account does not know.
            let others = sent.iter().filter(|mail| !mail.contains("New browser signed in"));
            assert_eq!(others.count(), 1, "the new one goes, and no other");
            admin.open("/outbox?state=failed");
            assert!(admin.page.text.contains("may have been sent before"), "{}", admin.page.text);
        }
    });
}

#[test]
fn the_operator_can_decide_at_the_command_line_too() {
    on_each_database(|app| {
        lives(app);
        let folder = Folder::new();
        let path = backup_of(app, &folder);
        let decisions = [("give-up", "are not sent"), ("send", "are sent"), ("give-up", "are not sent")];
        for (place, (choice, part)) in Place::each().into_iter().zip(decisions) {
            printed(command("restore", &place.url(), &folder.0).arg(&path));
            let told = printed(command("restored-mail", &place.url(), &folder.0).arg(choice));
            assert!(told.contains(part), "{told}");
            let told = printed(command("restored-mail", &place.url(), &folder.0).arg(choice));
            assert!(told.contains("Nothing is to be decided"), "{told}");
            let copy = TestApp::on(place.url(), |_| {});
            assert!(mails::decide_as_operator(&copy.app, mails::Decision::Send).unwrap().is_none());
            let expected = if choice == "send" { RestoredMails::Sent } else { RestoredMails::GivenUp };
            assert_eq!(copy.app.store.read(|db| store::restores::list(db, expected)).unwrap().len(), 1);
            assert_eq!(copy.sent().is_empty(), choice == "give-up");
        }
    });
}
