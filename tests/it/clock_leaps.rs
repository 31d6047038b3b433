//! A clock that has leapt is not believed: nothing is deleted by its date until somebody confirms it or time passes.

use std::sync::{Arc, Barrier};
use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::services::{announcements, erasure, trusted_time};
use rendezvous::startup::{World, open};
use rendezvous::store;
use rendezvous::worker::Worker;

use crate::support::app::{TestApp, first_moment, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, participant};
use crate::support::organisers::{ADMIN, PASSWORD, administrator, signs_in, with_role};
use crate::support::visitor::Visitor;

/// An event with somebody registered, and the administrator. The clock has been read.
fn somebody(app: &TestApp) -> (Event, Visitor) {
    let ada = administrator(app);
    let event = an_event(app).make();
    participant(app, "clusters", "Zebedea", "zebedea@example.org");
    app.deletes_what_is_due();
    (event, ada)
}

fn named(app: &TestApp, event: &Event) -> i64 {
    app.app.store.read(|db| store::announcements::count_people(db, &event.id)).unwrap()
}

fn owner_is_told(app: &TestApp) -> usize {
    app.mails_to("owner-of-clusters@example.org").len()
}

/// Ten minutes of a running server.
fn runs(app: &TestApp) {
    for _ in 0..10 {
        app.pass(Duration::minutes(1));
        assert_eq!(app.deletes_what_is_due(), (0, 0));
    }
}

/// Log-ins end while days pass.
fn opens(ada: &mut Visitor, path: &str) -> String {
    if ada.open(path).path.starts_with("/organiser/login") {
        signs_in(ada, ADMIN, PASSWORD);
        ada.open(path);
    }
    ada.page.text.clone()
}

/// Another server on the same database, with a clock of its own.
fn another_server(app: &TestApp, at: DateTime<Utc>) -> Arc<App> {
    let world = World {
        clock: Clock::set_to(at),
        random: Random::seeded(2),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    };
    Arc::new(open(app.app.config.clone(), world).unwrap())
}

#[test]
fn a_server_that_starts_a_year_ahead_deletes_nobody() {
    on_each_database(|app| {
        let (event, _) = somebody(app);
        let wrong = another_server(app, first_moment() + Duration::days(365));
        let worker = Worker::start(Arc::clone(&wrong)).unwrap();
        let leapt = || app.app.store.read(store::clock_memory::get).unwrap().unwrap().leap.is_some();
        for _ in 0..3_000 {
            if leapt() {
                break;
            }
            std::thread::sleep(Wait::from_millis(10));
        }
        assert!(leapt(), "the worker has read the clock");
        // It ends what it has begun, and with it everything of this minute.
        worker.stop();
        let announced = app.app.store.read(|db| store::announcements::list_open(db, &event.id)).unwrap();
        assert_eq!((named(app, &event), announced.len()), (1, 0));
    });
}

#[test]
fn an_administrator_sees_the_leap_and_only_their_word_lets_anything_be_deleted() {
    on_each_database(|app| {
        let (event, mut ada) = somebody(app);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        app.app.clock.leap(Duration::days(365));
        runs(app);
        assert_eq!((named(app, &event), owner_is_told(app)), (1, 0));

        signs_in(&mut olga, "olga@example.org", PASSWORD);
        assert!(!olga.open("/organiser").text.contains("clock"), "{}", olga.page.text);
        assert_eq!(olga.get("/organiser/clock").status, 403);
        assert!(opens(&mut ada, "/organiser").contains("The server’s clock has jumped"), "{}", ada.page.text);
        ada.follow("Check the clock");
        for told in [
            "jumped from 22 November 2026, 12:01 to 22 November 2027, 12:01 (UTC)",
            "It now shows 22 November 2027, 12:10 (UTC)",
            "365 days",
        ] {
            assert!(ada.page.text.contains(told), "{told}: {}", ada.page.text);
        }
        // A page that is older than another leap confirms nothing.
        let (_, action, fields) = ada.filled("Confirm the time");
        app.app.clock.leap(Duration::days(700));
        app.deletes_what_is_due();
        opens(&mut ada, "/organiser/clock");
        let token = ada.filled("Confirm the time").2.into_iter().find(|(name, _)| name == "csrf").unwrap();
        let stale = fields.into_iter().filter(|(name, _)| name != "csrf").chain([token]).collect::<Vec<_>>();
        let answer = ada.post(&action, &stale);
        assert_eq!(answer.header("location"), Some("/organiser/clock?done=clock-moved"));
        app.app.clock.leap(-Duration::days(700));
        app.deletes_what_is_due();

        opens(&mut ada, "/organiser/clock");
        ada.press("Confirm the time");
        assert!(ada.page.text.contains("The time is confirmed"), "{}", ada.page.text);
        assert!(!ada.page.text.contains("has jumped"), "{}", ada.page.text);
        // What is due now is announced, and waits its 14 days all the same.
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert_eq!(owner_is_told(app), 1);
        app.pass(Duration::days(14) - Duration::minutes(1));
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((0, 0), 1));
        app.pass(Duration::minutes(1));
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((1, 0), 0));
    });
}

#[test]
fn after_an_announcement_a_leap_does_not_shorten_the_14_days() {
    on_each_database(|app| {
        let (event, _) = somebody(app);
        app.pass_until("2027-05-26T12:00:00Z");
        app.deletes_what_is_due();
        assert_eq!(owner_is_told(app), 1);
        app.app.clock.leap(Duration::days(30));
        runs(app);
        app.pass(Duration::days(13));
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((0, 0), 1));
        // The clock is still a month ahead, and 14 days have really passed.
        app.pass(Duration::days(1));
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((1, 0), 0));
    });
}

#[test]
fn a_stop_of_a_day_is_believed_and_one_of_four_days_after_four_days_of_running() {
    on_each_database(|app| {
        let (_, mut ada) = somebody(app);
        app.app.clock.leap(Duration::hours(36));
        app.deletes_what_is_due();
        assert!(!opens(&mut ada, "/organiser").contains("has jumped"));
        app.app.clock.leap(Duration::days(4));
        app.deletes_what_is_due();
        assert!(opens(&mut ada, "/organiser").contains("has jumped"));
        app.pass(Duration::days(3));
        app.deletes_what_is_due();
        assert!(
            opens(&mut ada, "/organiser/clock").contains("So far it has run for 72 hours"),
            "{}",
            ada.page.text
        );
        app.pass(Duration::days(1));
        app.deletes_what_is_due();
        assert!(opens(&mut ada, "/organiser/clock").contains("nothing to confirm"), "{}", ada.page.text);
        assert!(!opens(&mut ada, "/organiser").contains("has jumped"));
    });
}

#[test]
fn a_clock_that_goes_back_and_forth_deletes_nothing_early_and_breaks_nothing() {
    on_each_database(|app| {
        let (event, mut ada) = somebody(app);
        for days in [-9_000, 9_000, -1, 1, 400, -400] {
            app.app.clock.leap(Duration::days(days));
            runs(app);
        }
        assert_eq!((named(app, &event), owner_is_told(app)), (1, 0));
        assert!(!opens(&mut ada, "/organiser").contains("has jumped"), "{}", ada.page.text);
        app.app.clock.leap(-Duration::days(400));
        runs(app);
        assert!(
            opens(&mut ada, "/organiser/clock")
                .contains("The server’s clock went back from 22 November 2026"),
            "{}",
            ada.page.text
        );
        ada.press("Confirm the time");
        // From the earlier time on, time goes on as ever.
        app.pass_until("2027-05-25T12:00:00Z");
        app.deletes_what_is_due();
        assert_eq!(owner_is_told(app), 1);
        app.pass_until("2027-06-08T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (1, 0));
    });
}

#[test]
fn of_two_servers_the_one_whose_clock_is_wrong_deletes_nothing_and_both_announce_once() {
    on_each_database(|app| {
        let (event, _) = somebody(app);
        let wrong = another_server(app, first_moment() + Duration::days(365));
        for _ in 0..5 {
            for server in [&wrong, &app.app] {
                server.clock.advance(Duration::minutes(1));
                trusted_time::watch(server).unwrap();
                assert_eq!(announcements::announce_due(server).unwrap(), 0);
                assert_eq!(erasure::shred_due(server).unwrap(), 0);
            }
        }
        app.pass_until("2027-05-25T12:00:00Z");
        let right = another_server(app, app.app.clock.now());
        app.deletes_what_is_due();
        let before = owner_is_told(app);
        assert_eq!(before, 1);
        // Both servers find it due at the same moment.
        app.pass_until("2027-06-08T12:00:00Z");
        right.clock.leap(app.app.clock.now() - right.clock.now());
        trusted_time::watch(&app.app).unwrap();
        let barrier = &Barrier::new(2);
        std::thread::scope(|scope| {
            for server in [&app.app, &right] {
                scope.spawn(move || {
                    barrier.wait();
                    announcements::announce_due(server).unwrap();
                    erasure::shred_due(server).unwrap();
                });
            }
        });
        assert_eq!((named(app, &event), owner_is_told(app)), (0, 1));
        let log = app.app.store.read(|db| store::log::list(db, &event.id, None, 300)).unwrap();
        assert_eq!(log.iter().filter(|entry| entry.action == "event.shredded").count(), 1);
    });
}

#[test]
fn two_servers_that_find_a_deletion_due_at_once_tell_everybody_once() {
    on_each_database(|app| {
        somebody(app);
        app.pass_until("2027-05-25T12:00:00Z");
        trusted_time::watch(&app.app).unwrap();
        let other = another_server(app, app.app.clock.now());
        let barrier = &Barrier::new(2);
        std::thread::scope(|scope| {
            for server in [&app.app, &other] {
                scope.spawn(move || {
                    barrier.wait();
                    announcements::announce_due(server).unwrap();
                });
            }
        });
        assert_eq!(owner_is_told(app), 1);
    });
}

#[test]
fn a_registration_form_that_was_left_outlives_a_leap() {
    on_each_database(|app| {
        somebody(app);
        let mut grace = app.visitor();
        grace.open("/e/clusters/register");
        answers_the_profile(&mut grace, "Grace", "grace@example.org");
        grace.press("Continue");
        app.app.clock.leap(Duration::days(60));
        runs(app);
        app.app.clock.leap(-Duration::days(60));
        app.deletes_what_is_due();
        assert_eq!(grace.open("/e/clusters/register/profile").field("Name").value, "Grace");
        app.pass(Duration::days(15));
        app.deletes_what_is_due();
        assert_eq!(grace.open("/e/clusters/register/profile").field("Name").value, "");
    });
}
