//! Reminders: to whom, when, once each; late ones say so, useless ones are dropped; and how a reader stops them.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::{MailId, ParticipantId};
use rendezvous::domain::mail::{MailKind, MailState};
use rendezvous::domain::subscription::Series;
use rendezvous::domain::text::Email;
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::services::{outbox, reminders};
use rendezvous::startup::{self, World};
use rendezvous::store;
use rendezvous::store::outbox::OutboxFilter;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, meet_at};
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::{PASSWORD, signs_in, with_role};

const ADA: &str = "ada@example.org";
const GRACE: &str = "grace@example.org";
const EMMY: &str = "emmy@example.org";

/// An event on 10 March 2027 in Brussels: Ada meets Grace at 10:25, Emmy meets nobody, and one has not confirmed.
fn arranged(app: &TestApp) -> Event {
    let event = an_event(app).make();
    for (name, email) in [("Ada", ADA), ("Grace", GRACE), ("Emmy", EMMY)] {
        participant(app, "clusters", name, email);
    }
    signs_up(&mut app.visitor(), "clusters", "Mary", "mary@example.org");
    meet(app, &event, 1, 3);
    app.mails_to(ADA);
    event
}

fn id_of(app: &TestApp, event: &Event, email: &str) -> ParticipantId {
    let email = Email::parse(email).unwrap();
    app.app.store.read(|db| store::participants::find_by_email(db, &event.id, &email)).unwrap().unwrap().id
}

/// Plans a meeting of Ada and Grace in a slot of the morning.
fn meet(app: &TestApp, event: &Event, slot: usize, table: u32) {
    meet_at(app, event, [ADA, GRACE].map(|email| id_of(app, event, email)), slot, table);
}

/// Lets time pass up to a moment, in UTC.
fn pass_to(app: &TestApp, moment: &str) {
    let there: DateTime<Utc> = moment.parse().unwrap();
    app.pass(there - app.app.clock.now());
}

fn send(app: &App) -> usize {
    reminders::send_due(app).unwrap()
}

/// Recipients and ids of the mails of a kind.
fn of_kind(app: &App, kind: MailKind) -> Vec<(String, MailId)> {
    let all = app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 1_000, 0)).unwrap();
    let mut found: Vec<(String, MailId)> =
        all.into_iter().filter(|mail| mail.kind == kind).map(|mail| (mail.recipient, mail.id)).collect();
    found.sort();
    found
}

fn recipients(app: &App, kind: MailKind) -> Vec<String> {
    of_kind(app, kind).into_iter().map(|(recipient, _)| recipient).collect()
}

/// The same installation after a restart: nothing but the database and the time of day is kept.
fn restarted(app: &TestApp) -> App {
    let world = World {
        clock: app.app.clock.clone(),
        random: Random::seeded(99),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    };
    startup::open(app.app.config.clone(), world).unwrap()
}

fn actions(app: &TestApp, event: &Event) -> Vec<(String, String)> {
    let entries = app.app.store.read(|db| store::log::list(db, &event.id, None, 300)).unwrap();
    entries.into_iter().map(|entry| (entry.action, entry.detail)).collect()
}

#[test]
fn everyone_registered_is_reminded_once_the_evening_before_and_once_before_the_first_meeting() {
    on_each_database(|app| {
        arranged(app);
        pass_to(app, "2027-03-09T15:59:00Z");
        assert_eq!(send(&app.app), 0, "it is not yet five in Brussels");
        pass_to(app, "2027-03-09T16:00:00Z");
        assert_eq!(send(&app.app), 3);
        assert_eq!(send(&app.app), 0, "once each");
        assert_eq!(send(&restarted(app)), 0, "once each, after a restart too");
        assert_eq!(recipients(&app.app, MailKind::ReminderDay), [ADA, EMMY, GRACE]);

        let mail = app.mails_to(ADA).pop().unwrap();
        assert_eq!(mail.subject, "Your programme on 10 March 2027: Cluster Conference");
        for said in ["one meeting", "Grace", "10:25–10:45", "Table 3, Brussels"] {
            assert!(mail.text.contains(said) && mail.html.contains(said), "{said} in {}", mail.text);
        }
        assert!(mail.attachments.is_empty(), "the calendar is not sent again");
        assert!(!mail.text.contains("later than planned"), "{}", mail.text);
        let mail = app.mails_to(EMMY).pop().unwrap();
        for said in ["No meeting is arranged for you", "09:00–10:00", "Opening", "Hall A"] {
            assert!(mail.text.contains(said), "{said} in {}", mail.text);
        }

        pass_to(app, "2027-03-10T08:24:00Z");
        assert_eq!(send(&app.app), 0);
        pass_to(app, "2027-03-10T08:25:00Z");
        assert_eq!(send(&app.app), 2);
        assert_eq!(send(&restarted(app)), 0);
        assert_eq!(recipients(&app.app, MailKind::ReminderHour), [ADA, GRACE]);
        let mail = app.mails_to(GRACE).pop().unwrap();
        assert_eq!(mail.subject, "At 10:25: your meeting with Ada (Analytical Engines)");
        assert!(mail.text.contains("Table 3, Brussels"), "{}", mail.text);
    });
}

#[test]
fn two_workers_at_once_send_no_reminder_twice() {
    on_each_database(|app| {
        arranged(app);
        pass_to(app, "2027-03-09T16:00:30Z");
        let other = Arc::new(restarted(app));
        std::thread::scope(|scope| {
            for server in [&app.app, &other, &app.app, &other] {
                scope.spawn(|| send(server));
            }
        });
        assert_eq!(recipients(&app.app, MailKind::ReminderDay), [ADA, EMMY, GRACE]);
    });
}

#[test]
fn a_reminder_that_the_server_was_off_for_says_that_it_is_late() {
    on_each_database(|app| {
        let event = arranged(app);
        pass_to(app, "2027-03-09T21:00:00Z");
        assert_eq!(send(&app.app), 3);
        let mail = app.mails_to(ADA).pop().unwrap();
        assert!(mail.text.contains("This reminder comes later than planned."), "{}", mail.text);
        pass_to(app, "2027-03-10T09:00:00Z");
        assert_eq!(send(&app.app), 2);
        let mail = app.mails_to(ADA).pop().unwrap();
        assert!(mail.text.contains("This reminder comes later than planned."), "{}", mail.text);
        let late = ("reminders.late".to_string(), "2027-03-10: 3".to_string());
        assert!(actions(app, &event).contains(&late), "{:?}", actions(app, &event));
    });
}

#[test]
fn a_reminder_that_would_come_after_its_meeting_is_dropped_with_a_note() {
    on_each_database(|app| {
        let event = arranged(app);
        pass_to(app, "2027-03-10T13:00:00Z");
        assert_eq!(send(&app.app), 5, "three of the day, two of the hour");
        assert!(of_kind(&app.app, MailKind::ReminderDay).is_empty());
        assert!(of_kind(&app.app, MailKind::ReminderHour).is_empty());
        let dropped = |n: usize| ("reminders.dropped".to_string(), format!("2027-03-10: {n}"));
        let told = actions(app, &event);
        assert!(told.contains(&dropped(3)) && told.contains(&dropped(2)), "{told:?}");
        assert_eq!(send(&app.app), 0);
    });
}

#[test]
fn a_reminder_that_waits_in_the_outbox_beyond_its_use_is_not_sent() {
    on_each_database(|app| {
        arranged(app);
        pass_to(app, "2027-03-09T16:00:00Z");
        send(&app.app);
        pass_to(app, "2027-03-10T09:30:00Z");
        outbox::deliver_due(&app.app).unwrap();
        let (_, id) = of_kind(&app.app, MailKind::ReminderDay).remove(0);
        let (entry, ..) = app.app.store.read(|db| store::outbox::get(db, &id)).unwrap();
        assert_eq!((entry.state, entry.problem.as_str()), (MailState::Failed, "too-late"));
    });
}

#[test]
fn whoever_registers_after_the_reminders_went_gets_none_of_them() {
    on_each_database(|app| {
        arranged(app);
        pass_to(app, "2027-03-09T16:00:00Z");
        send(&app.app);
        pass_to(app, "2027-03-09T18:00:00Z");
        participant(app, "clusters", "Lise", "lise@example.org");
        send(&app.app);
        assert_eq!(recipients(&app.app, MailKind::ReminderDay), [ADA, EMMY, GRACE]);
    });
}

#[test]
fn an_event_that_moves_is_reminded_of_at_its_new_date() {
    on_each_database(|app| {
        let event = arranged(app);
        let moved = |days: i64| {
            let now = app.app.clock.now();
            let mut event = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap();
            event.starts_on += Duration::days(days);
            event.ends_on += Duration::days(days);
            app.app.store.write(|db| store::events::update(db, &event, now)).unwrap();
        };
        moved(7);
        pass_to(app, "2027-03-09T16:00:00Z");
        send(&app.app);
        assert!(of_kind(&app.app, MailKind::ReminderDay).is_empty(), "not the day before any more");
        pass_to(app, "2027-03-16T16:00:00Z");
        send(&app.app);
        assert_eq!(of_kind(&app.app, MailKind::ReminderDay).len(), 3);
        moved(7);
        pass_to(app, "2027-03-23T16:00:00Z");
        send(&app.app);
        assert_eq!(of_kind(&app.app, MailKind::ReminderDay).len(), 6, "another day, another reminder");
    });
}

#[test]
fn an_organiser_stops_the_reminders_of_an_event_and_sets_them_again() {
    on_each_database(|app| {
        let event = arranged(app);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/settings");
        olga.untick("Remind participants by mail").press("Save");
        pass_to(app, "2027-03-09T16:00:00Z");
        assert_eq!(send(&app.app), 0);
        signs_in(&mut olga, "olga@example.org", PASSWORD);
        olga.open("/organiser/events/clusters/settings");
        olga.tick("Remind participants by mail").press("Save");
        assert_eq!(send(&app.app), 3);
    });
}

/// The path of the link in a reminder's header.
fn stop_path(app: &TestApp, id: &MailId) -> String {
    let (_, _, mime) = app.app.store.read(|db| store::outbox::get(db, id)).unwrap();
    let (_, rest) = mime.split_once("List-Unsubscribe: <").unwrap();
    let link = rest.split('>').next().unwrap();
    link.strip_prefix(app.app.config.base_url.as_str()).unwrap().to_string()
}

#[test]
fn one_click_of_a_mail_program_stops_reminders_at_once_and_opening_the_page_does_not() {
    on_each_database(|app| {
        let event = arranged(app);
        pass_to(app, "2027-03-09T16:00:00Z");
        send(&app.app);
        let mails = of_kind(&app.app, MailKind::ReminderDay);
        let path = stop_path(app, &mails[0].1);
        let ada = id_of(app, &event, ADA);
        let is_stopped = || {
            app.app.store.read(|db| store::subscriptions::is_stopped(db, &ada, Series::Reminders)).unwrap()
        };
        for _ in 0..10 {
            assert_eq!(app.visitor().get(&path).status, 200);
        }
        assert!(!is_stopped(), "a page that is opened changes nothing");

        // As a mail program sends it: no cookie, from nowhere of ours.
        let mut program = app.visitor();
        program.extra = vec![
            ("Origin".into(), "https://mail.example".into()),
            ("Sec-Fetch-Site".into(), "cross-site".into()),
        ];
        let page = program.request("POST", &path, Some("List-Unsubscribe=One-Click".into()));
        assert_eq!((page.status, page.header("location")), (200, None), "{}", page.text);
        assert!(is_stopped());
        let again = program.request("POST", &path, Some("List-Unsubscribe=One-Click".into()));
        assert_eq!(again.status, 200, "twice is no fault");
        assert_eq!(program.request("POST", "/unsubscribe/0123", Some(String::new())).status, 404);

        pass_to(app, "2027-03-10T08:25:00Z");
        send(&app.app);
        assert_eq!(recipients(&app.app, MailKind::ReminderHour), [GRACE]);
        let mut ada = app.visitor();
        ada.open(&path);
        assert!(
            ada.page.text.contains("You get no more reminders of Cluster Conference."),
            "{}",
            ada.page.text
        );
        ada.press("Send me reminders again");
        assert!(!is_stopped());
    });
}
