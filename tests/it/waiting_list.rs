//! The waiting list: a room that shrinks, and the last days before the event.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::services::{access, registrations};
use rendezvous::store;
use std::collections::BTreeSet;

use super::plan_state::{OFFICE, count_mails};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

/// Everybody of these names, registered or waiting.
fn sign_up_all(app: &TestApp, names: &[&str]) {
    for name in names {
        participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
    }
}

fn leaves(app: &TestApp, event: &Event, name: &str) {
    let own = access::own_as_operator(&app.app, &id_of(app, event, name)).unwrap();
    registrations::cancel(&app.app, &own).unwrap();
}

fn lapses(app: &TestApp) -> usize {
    registrations::waiting_list::lapse_unanswered(&app.app).unwrap()
}

fn seats_taken(app: &TestApp, event: &Event) -> u32 {
    app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken
}

#[test]
fn fewer_seats_than_are_taken_lock_nothing_and_nobody_moves_up_before_there_is_room() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(2).make();
        for name in ["Ada", "Bob", "Cleo"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Seats", "1").press("Save");
        assert!(grace.page.text.contains("Your changes are saved"), "{}", grace.page.text);
        let registered = |app: &TestApp| {
            let people =
                app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &["registered"]));
            let names = people.unwrap().into_iter().map(|one| one.profile.person.name);
            names.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        assert_eq!(registered(app), ["Ada", "Bob"], "nobody loses a seat");
        let leave = |app: &TestApp, name: &str| {
            let own = access::own_as_operator(&app.app, &id_of(app, &event, name)).unwrap();
            registrations::cancel(&app.app, &own).unwrap();
        };
        leave(app, "Ada");
        assert_eq!(registered(app), ["Bob"], "there is no seat to give");
        leave(app, "Bob");
        assert_eq!(registered(app), ["Cleo"]);
    });
}

#[test]
fn shortly_before_the_event_a_free_seat_is_a_question_and_once_it_has_begun_it_stays_free() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        sign_up_all(app, &["Ada", "Bob", "Cleo", "Dora"]);
        app.pass_until("2027-03-08T12:00:00Z");
        leaves(app, &event, "Ada");
        let asked = "A place is free, can you still come?";
        assert_eq!(count_mails(app, "bob@example.org", asked), 1);
        assert_eq!(count_mails(app, "bob@example.org", "A seat is free"), 0, "nobody says it is settled");
        assert_eq!(seats_taken(app, &event), 1, "it is held for him");
        // Bob does not answer; Cleo does.
        app.pass(chrono::Duration::hours(25));
        assert_eq!(lapses(app), 1);
        assert_eq!(count_mails(app, "cleo@example.org", asked), 1);
        let mut cleo = app.visitor();
        cleo.open(&app.mailed_path("cleo@example.org", "/my/"));
        assert!(cleo.page.text.contains("A place has become free for you"), "{}", cleo.page.text);
        cleo.press("Yes, I am coming");
        assert!(cleo.page.text.contains("You have the place"), "{}", cleo.page.text);
        assert_eq!((seats_taken(app, &event), lapses(app)), (1, 0));
        let mut bob = app.visitor();
        bob.open(&app.mailed_path("bob@example.org", "/my/"));
        assert!(!bob.page.text.contains("has become free"), "his time is up: {}", bob.page.text);
        // On the day nobody moves up.
        app.pass_until("2027-03-10T08:00:00Z");
        leaves(app, &event, "Cleo");
        assert_eq!(seats_taken(app, &event), 0);
        assert_eq!(count_mails(app, "dora@example.org", asked), 0);
        assert_eq!(count_mails(app, "bob@example.org", asked), 1, "who was asked once is not asked again");
    });
}

#[test]
fn an_organiser_sets_until_when_people_move_up() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        sign_up_all(app, &["Ada", "Bob"]);
        app.pass_until("2027-03-08T12:00:00Z");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{OFFICE}/waiting-list"));
        grace.fill("Nobody moves up any more: hours before the event", "48").press("Save");
        leaves(app, &event, "Ada");
        assert_eq!(
            (seats_taken(app, &event), count_mails(app, "bob@example.org", "A place is free")),
            (0, 0)
        );
        grace.open(&format!("{OFFICE}/waiting-list"));
        grace.fill("Nobody moves up any more: hours before the event", "2");
        grace.fill("Ask instead of telling: days before the event", "0").press("Save");
        assert_eq!(count_mails(app, "bob@example.org", "A seat is free"), 1, "the new rule counts at once");
    });
}

#[test]
fn many_move_up_some_at_a_time_and_nobody_overtakes_them_meanwhile() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        let waiting: Vec<String> = (1..=23).map(|n| format!("W{n:02}")).collect();
        sign_up_all(app, &["Ada"]);
        sign_up_all(app, &waiting.iter().map(String::as_str).collect::<Vec<_>>());
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Seats", "24").press("Save");
        assert!(grace.page.text.contains("Your changes are saved"), "{}", grace.page.text);
        // Somebody who comes before all of them have their seats waits too.
        let late = participant(app, "clusters", "Late", "late@example.org");
        assert!(late.page.text.contains("waiting list"), "{}", late.page.text);
        registrations::waiting_list::go_on_filling(&app.app).unwrap();
        assert_eq!(seats_taken(app, &event), 24);
        for name in &waiting {
            assert_eq!(
                count_mails(app, &format!("{}@example.org", name.to_lowercase()), "A seat is free"),
                1
            );
        }
        assert_eq!(count_mails(app, "late@example.org", "A seat is free"), 0);
        leaves(app, &event, "Ada");
        assert_eq!(count_mails(app, "late@example.org", "A seat is free"), 1);
    });
}
