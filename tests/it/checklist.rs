//! The first page of the back office says what is missing, leads to where it is mended, and counts what is done.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, EventState};
use rendezvous::domain::ids::EventId;
use rendezvous::store::{self, events};

use crate::support::app::on_each_database;
use crate::support::build::{an_event, meet, plain_event};
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, account, signs_in, with_role};

#[test]
fn what_is_missing_leads_to_where_it_is_mended_and_what_is_done_is_counted() {
    on_each_database(|app| {
        let owner = account(app, "owner@example.org", None);
        let bare = Event {
            slug: "bare".to_string(),
            state: EventState::Draft,
            ..plain_event(EventId(app.app.random.id(app.app.clock.now())))
        };
        app.app.store.write(|db| events::insert(db, &bare, &owner.id, app.app.clock.now())).unwrap();
        let mut olga = with_role(app, "olga@example.org", &bare.id, Role::Organiser);
        let dashboard = "/organiser/events/bare";
        olga.open(dashboard);
        let missing = [
            "Complete the legal notice and data protection",
            "Add the topics that people offer and seek",
            "Say when registration closes: otherwise it stays open until the event ends",
            "Open the event for registration",
            "Show people the public page",
            "Add a meeting block to the agenda: the times at which people meet",
            "Run a first match round; it is a draft until you publish it",
        ];
        for said in missing {
            olga.open(dashboard);
            olga.follow(said);
            assert_eq!(olga.page.status, 200, "{said}");
        }
        olga.open(dashboard);
        assert!(olga.page.text.contains("Before registration opens 1 of 5 done"), "{}", olga.page.text);
        olga.open(&format!("{dashboard}/settings"));
        olga.fill_named("registration_closes", "2027-03-01T12:00").press("Save");
        olga.open(&format!("{dashboard}/topics"));
        olga.fill("New topics", "Batteries").press("Add");
        olga.open(dashboard);
        assert!(olga.page.text.contains("Before registration opens 3 of 5 done"), "{}", olga.page.text);
        assert!(!olga.page.text.contains(missing[1]) && olga.page.text.contains("Topics are there"));
    });
}

#[test]
fn what_waits_for_somebody_stands_there_only_while_it_does() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for name in ["Ada", "Grace"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let dashboard = "/organiser/events/clusters";
        olga.open(dashboard);
        olga.follow("Remind 2 people who have not said who they would like to meet");
        assert!(olga.page.text.contains("Now 2 people would get it."), "{}", olga.page.text);
        olga.open(dashboard);
        assert!(!olga.page.text.contains("Waits for you"), "{}", olga.page.text);
        meet(app, &event, "Ada", "Grace");
        let ada = rendezvous::domain::text::Email::parse("ada@example.org").unwrap();
        let now = app.app.clock.now();
        app.app.store.write(|db| store::blocked_addresses::insert(db, &ada, "550 5.1.1", now)).unwrap();
        olga.open(dashboard);
        for said in ["Waits for you", "A plan is published", "Everybody who is registered has a meeting"] {
            assert!(olga.page.text.contains(said), "{said}: {}", olga.page.text);
        }
        // Once it is over nothing is to be made ready.
        app.pass_until("2027-03-12T12:00:00Z");
        signs_in(&mut olga, "olga@example.org", PASSWORD);
        olga.open(dashboard);
        assert!(olga.page.text.contains("Waits for you"), "{}", olga.page.text);
        assert!(!olga.page.text.contains("Before the first day"), "{}", olga.page.text);
        // Who may change nothing is told of nothing to do.
        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        viewer.open(dashboard);
        assert!(!viewer.page.text.contains("What comes next"), "{}", viewer.page.text);
    });
}
