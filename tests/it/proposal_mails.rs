//! When people hear of proposals, and in which mails: several in one, none about what is over, and not one after the other.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::services::proposals;
use rendezvous::store;

use crate::people::person;
use crate::plan_mails::calls_off;
use crate::proposals::{mails, proposes, tells};
use crate::support::app::on_each_database;
use crate::support::build::{an_event, id_of, meet_at};
use crate::support::organisers::with_role;

#[test]
fn proposals_of_a_quarter_of_an_hour_are_one_mail_and_what_was_taken_back_is_none() {
    on_each_database(|app| {
        an_event(app).make();
        let mut people = ["Ada", "Bob", "Eve"].map(|name| person(app, name));
        person(app, "Zoe");
        for one in &mut people {
            proposes(one, "Zoe");
            app.pass(Duration::minutes(4));
        }
        people[2].open("/e/clusters/my/schedule");
        people[2].press("Take back");
        assert_eq!(proposals::tell_due(&app.app).unwrap(), 0, "the quarter is not over");
        tells(app);
        assert_eq!(proposals::tell_due(&app.app).unwrap(), 0, "each is told once");
        let told = mails(app, "zoe@example.org", "2 people would like to meet you").pop().unwrap();
        assert!(told.text.contains("House of Ada") && told.text.contains("House of Bob"), "{}", told.text);
        assert!(!told.text.contains("House of Eve"), "{}", told.text);
        assert_eq!(mails(app, "ada@example.org", "Your proposal to Zoe").len(), 1);
        assert!(mails(app, "eve@example.org", "Your proposal to Zoe").is_empty());
    });
}

#[test]
fn what_came_and_what_came_to_nothing_is_one_mail_to_a_person_who_asked_and_is_asked() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut asked = ["Zoe", "Eve"].map(|name| person(app, name));
        let mut bob = person(app, "Bob");
        person(app, "Max");
        for name in ["Zoe", "Eve", "Max"] {
            proposes(&mut ada, name);
        }
        for one in &mut asked {
            one.open("/e/clusters/my/schedule");
            one.press("Decline");
        }
        proposes(&mut bob, "Ada");
        let before = app.mails_to("ada@example.org").len();
        tells(app);
        let told = app.mails_to("ada@example.org").split_off(before);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(
            told[0].subject.starts_with("Bob (House of Bob) would like to meet you"),
            "{}",
            told[0].subject
        );
        let places = ["House of Bob", "House of Zoe", "House of Eve", "House of Max"]
            .map(|name| told[0].text.find(name).unwrap_or_else(|| panic!("{name}: {}", told[0].text)));
        assert!(places.is_sorted_by(|one, next| one < next || one > &places[0]), "{places:?}");
        assert!(places[3] > places[1] && places[3] > places[2], "what is on its way comes last");
        assert_eq!(told[0].text.matches("It does not work out at this time").count(), 2, "{}", told[0].text);
    });
}

#[test]
fn proposals_wait_until_a_quarter_of_an_hour_after_a_mail_about_the_plan_and_the_other_way_round() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut people = ["Ada", "Bob", "Eve", "Max"].map(|name| person(app, name));
        person(app, "Zoe");
        for (slot, name) in [(2, "Max"), (3, "Bob")] {
            meet_at(app, &event, [name, "Zoe"].map(|name| id_of(app, &event, name)), slot, 7);
        }
        let before = app.mails_to("zoe@example.org").len();
        let mut heard = Vec::new();
        for minute in 0..60 {
            match minute {
                0 => proposes(&mut people[0], "Zoe"),
                // Told at 16; the proposal that was due before waits another quarter of an hour, and is joined.
                13 => calls_off(&mut people[1]),
                20 => proposes(&mut people[2], "Zoe"),
                // Would be told at 36 otherwise.
                33 => calls_off(&mut people[3]),
                _ => {}
            }
            app.pass(Duration::minutes(1));
            proposals::tell_due(&app.app).unwrap();
            let told = app.mails_to("zoe@example.org").len() - before;
            while heard.len() < told {
                heard.push(minute + 1);
            }
        }
        assert_eq!(heard, [16, 31, 46]);
        let asked = mails(app, "zoe@example.org", "2 people would like to meet you");
        assert!(asked[0].text.contains("House of Ada") && asked[0].text.contains("House of Eve"));
    });
}

#[test]
fn what_is_proposed_for_a_time_that_is_near_is_told_at_once_whatever_was_told_before() {
    on_each_database(|app| {
        an_event(app).make();
        let mut people = ["Ada", "Bob"].map(|name| person(app, name));
        let mut zoe = person(app, "Zoe");
        app.pass_until("2027-03-10T08:30:00Z");
        for (one, name) in people.iter_mut().zip(["Ada", "Bob"]) {
            proposes(one, "Zoe");
            assert_eq!(mails(app, "zoe@example.org", &format!("{name} (House")).len(), 1, "{name}");
        }
        zoe.open("/e/clusters/my/schedule");
        zoe.press("Decline");
        let closed = ["ada", "bob"]
            .map(|name| mails(app, &format!("{name}@example.org"), "No meeting with Zoe").len());
        assert_eq!(closed.iter().sum::<usize>(), 1);
    });
}

#[test]
fn whose_slot_goes_hears_of_it_once_and_at_once() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        for name in ["Zoe", "Eve"] {
            person(app, name);
            proposes(&mut ada, name);
        }
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let before = app.mails_to("ada@example.org").len();
        let blocks = app.app.store.read(|db| store::agenda::list_blocks(db, &event.id)).unwrap();
        olga.open(&format!("/organiser/events/clusters/agenda/blocks/{}", blocks[0].id));
        olga.fill("First slot begins at", "11:30").press("Save");
        let told = app.mails_to("ada@example.org").split_off(before);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].subject.starts_with("No meeting for 2 of your proposals"), "{}", told[0].subject);
        assert!(told[0].text.contains("10:00–10:20"), "for the time that she proposed: {}", told[0].text);
        tells(app);
        assert_eq!(app.mails_to("ada@example.org").len(), before + 1);
    });
}
