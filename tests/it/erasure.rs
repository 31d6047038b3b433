//! Deleting people: by themselves, and everyone of an event long after it.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::subscription::Series;
use rendezvous::domain::text::Email;
use rendezvous::services::erasure;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::dump;
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, signs_in, with_role};

/// Where any of these texts stands in the database.
fn found(app: &TestApp, texts: &[&str]) -> Vec<String> {
    let dump = dump::of(app).to_lowercase();
    let hits = texts.iter().flat_map(|text| {
        let text = text.to_lowercase();
        dump.match_indices(&text)
            .map(|(at, _)| {
                let around: String =
                    dump[..at].chars().rev().take(60).collect::<Vec<_>>().iter().rev().collect();
                format!("{around}[{text}]")
            })
            .collect::<Vec<_>>()
    });
    hits.collect()
}

#[test]
fn who_deletes_everything_is_nowhere_in_the_database_any_more() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(3).make();
        let mut ada = participant(app, "clusters", "Zebedea Quirkle", "zebedea.quirkle@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        // Everywhere a name can get to: a change, wishes, a meeting, an open draft, a mailed link, a feed.
        ada.open("/e/clusters/my/profile");
        ada.fill("Name", "Zebedea von Quirkle").press("Save");
        grace.open("/e/clusters/my/people");
        grace.follow("Zebedea von Quirkle");
        grace.fill("A word to go with your wish", "Dear Zebedea von Quirkle").press("I would like to meet");
        meet(app, &event, "Zebedea von Quirkle", "Grace");
        ada.open("/e/clusters/register/profile");
        ada.fill("Name", "Zebedea von Quirkle").fill("E-mail address", "zebedea.quirkle@example.org");
        ada.press("Save and go on later");
        ada.press("Send me the link");
        ada.open("/e/clusters/my/feed");
        ada.press("Make an address");
        let mut patient = participant(app, "clusters", "Third", "third@example.org");
        let mut waiting = app.visitor();
        crate::support::journeys::signs_up(&mut waiting, "clusters", "Waiting", "waiting@example.org");
        crate::support::journeys::confirms(&mut waiting, app, "waiting@example.org");
        assert!(waiting.open("/e/clusters/my").text.contains("first on the waiting list"));
        assert!(found(app, &["Quirkle"]).len() > 3, "what is to be deleted is there");

        ada.open("/e/clusters/my");
        ada.follow("Delete everything about me");
        assert!(ada.page.text.contains("Your meeting is cancelled"), "{}", ada.page.text);
        ada.press("Delete everything");
        assert!(ada.page.text.contains("Everything about you is deleted"), "{}", ada.page.text);
        assert_eq!(ada.cookie("my-clusters"), None);

        let mails = app.mails_to("zebedea.quirkle@example.org");
        assert_eq!(mails.last().unwrap().subject, "Your data is deleted: Cluster Conference");
        let told = app.mails_to("grace@example.org");
        assert!(
            told.iter().any(|mail| mail.subject.starts_with("Cancelled: meeting with Zebedea von Quirkle")),
            "{told:#?}"
        );
        // What the worker does every minute: the partners' mails have left their text in the journal.
        erasure::empty_journal(&app.app).unwrap();
        assert_eq!(found(app, &["Quirkle", "Zebedea"]), Vec::<String>::new());

        // The seat went on, the others go on, and the figures stay.
        assert!(waiting.open("/e/clusters/my").text.contains("We look forward"));
        assert_eq!(patient.open("/e/clusters/my").status, 200);
        assert!(grace.open("/e/clusters/my/schedule").text.contains("No meetings are planned"));
        assert!(grace.open("/e/clusters/my/people").text.contains("Third"));
        let counts = app.app.store.read(|db| store::registrations::count_by_state(db, &event.id)).unwrap();
        assert!(counts.contains(&("cancelled".to_string(), 1)), "{counts:?}");
        assert!(counts.contains(&("registered".to_string(), 3)), "{counts:?}");
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Organiser);
        let list = helper.open("/organiser/events/clusters/participants");
        assert!(list.text.contains("(deleted)"), "{}", list.text);
        assert_eq!(helper.follow("(deleted)").status, 200);
        assert_eq!(helper.open("/organiser/events/clusters/outbox").status, 200);
    });
}

#[test]
fn deleting_twice_or_by_an_old_link_does_nothing() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/my/");
        ada.open("/e/clusters/my/delete");
        let (_, action, fields) = ada.filled("Delete everything");
        ada.press("Delete everything");
        assert_eq!(ada.post(&action, &fields).status, 403);
        assert_eq!(ada.open(&link).status, 404);
        // The address is free: whoever wants to come after all registers again.
        participant(app, "clusters", "Ada", "ada@example.org");
    });
}

#[test]
fn everyone_becomes_nameless_so_many_days_after_the_event_and_the_organiser_knew() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Organiser);
        helper.open("/organiser/events/clusters/settings");
        helper.fill("Days after the event until personal data is deleted", "30").press("Save");
        let page = helper.open("/organiser/events/clusters");
        assert!(page.text.contains("On Friday, 9 April 2027 the names"), "{}", page.text);
        participant(app, "clusters", "Zebedea Quirkle", "zebedea.quirkle@example.org");
        participant(app, "clusters", "Grace Hopper", "grace@example.org");
        meet(app, &event, "Zebedea Quirkle", "Grace Hopper");
        let id = id_of(app, &event, "Grace Hopper");

        // The day of the announcement begins in Brussels.
        app.pass_until("2027-03-25T23:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        // Half past two in the morning in Brussels, one day early.
        app.pass_until("2027-04-08T00:30:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert!(!found(app, &["Quirkle"]).is_empty());
        app.pass(Duration::days(1));
        assert_eq!(app.deletes_what_is_due(), (1, 0));
        assert_eq!(
            found(app, &["Quirkle", "Hopper", "zebedea", "grace@example.org", "Analytical Engines"]),
            Vec::<String>::new()
        );
        assert_eq!(app.deletes_what_is_due(), (0, 0), "once is enough");

        signs_in(&mut helper, "helper@example.org", PASSWORD);
        let page = helper.open("/organiser/events/clusters");
        assert!(page.text.contains("The personal data was deleted on 9 April 2027"), "{}", page.text);
        assert!(page.text.contains("2 people registered"), "the figures stay: {}", page.text);
        let state = app.app.store.read(|db| store::registrations::get(db, &id)).unwrap().state;
        assert_eq!(state, RegistrationState::Registered);
        assert_eq!(helper.open("/organiser/events/clusters/participants").status, 200);
        assert_eq!(helper.open(&format!("/organiser/events/clusters/participants/{id}")).status, 200);
    });
}

#[test]
fn an_address_from_which_mail_comes_back_is_not_kept_for_a_last_mail() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "zebedea.quirkle@example.org");
        let id = id_of(app, &event, "Ada");
        let email = Email::parse("zebedea.quirkle@example.org").unwrap();
        let now = app.app.clock.now();
        let reason = "550 zebedea.quirkle@example.org: no such user";
        app.app
            .store
            .write(|db| {
                store::subscriptions::stop(db, &id, Series::Reminders, now)?;
                store::blocked_addresses::insert(db, &email, reason, now)
            })
            .unwrap();
        let before = app.mails_to("zebedea.quirkle@example.org").len();
        let page = ada.open("/e/clusters/my/delete");
        let none = "No last e-mail says that it is done: mail to zebedea.quirkle@example.org came back.";
        assert!(page.text.contains(none), "{}", page.text);
        assert!(!page.text.contains("A last e-mail"), "{}", page.text);
        ada.press("Delete everything");
        let done = "Everything about you is deleted. No e-mail follows";
        assert!(ada.page.text.contains(done), "{}", ada.page.text);
        assert_eq!(app.mails_to("zebedea.quirkle@example.org").len(), before);
        assert_eq!(found(app, &["zebedea"]), Vec::<String>::new());
    });
}
