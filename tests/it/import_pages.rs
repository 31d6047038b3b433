//! Import in the back office: choose a file, see what it would change, take the faulty rows home, import the good ones.

use rendezvous::domain::registration::RegistrationState;
use rendezvous::services::demo;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::visitor::Visitor;

const IMPORT: &str = "/organiser/events/european-cluster-conference/import";

fn organiser(app: &TestApp) -> Visitor {
    let demo = demo::fill(&app.app, 12, 99).unwrap();
    let mut organiser = app.visitor();
    organiser.open("/organiser/login");
    organiser.fill("E-mail address", demo.organiser_email).fill("Password", &demo.organiser_password);
    organiser.press("Sign in");
    organiser
}

fn people(app: &TestApp) -> Vec<String> {
    let people = app.app.store.read(|db| {
        let event = store::events::get_by_slug(db, demo::SLUG)?;
        store::participants::list_in_states(db, &event.id, &RegistrationState::CODES)
    });
    people.unwrap().into_iter().map(|one| one.profile.person.name).collect()
}

#[test]
fn an_organiser_imports_the_good_rows_of_a_list_and_takes_the_others_home() {
    on_each_database(|app| {
        let mut organiser = organiser(app);
        organiser.open(IMPORT);
        let list = "Name;E-Mail;Firma;Land;Themen\n\
            Ada <b>Lovelace</b>;ada@analytics.example.org;Analytics;UK;Photonik\n\
            =1+1;no address;Evil;DE;Photonik\n\
            Bob;bob@analytics.example.org;Analytics;Atlantis;Alchemie\n";
        let plan = organiser.press_with_file("Show what would change", "file", "Liste.csv", list);
        assert_eq!(plan.status, 200);
        assert!(plan.text.contains("Liste.csv") && plan.text.contains("Nothing is stored yet."));
        assert!(plan.text.contains("Line 4, column 4 “Land”"), "{}", plan.text);
        assert!(plan.text.contains("Topics that the event does not have"));
        assert!(plan.html.contains(r#"value="Alchemie""#), "{}", plan.text);
        assert!(plan.text.contains("Ada <b>Lovelace</b>, Analytics"), "markup is shown as it was typed");
        let path = plan.path.clone();
        let before = organiser.page.clone();
        let file = organiser.press("Download the faulty rows").clone();
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert!(file.html.contains("'=1+1;no address;Evil;DE;Photonik;3;"), "{}", file.html);
        assert!(!file.html.contains("Ada"));
        assert_eq!(people(app).len(), 12);
        organiser.page = before;
        let done = organiser.press("Import the good row only");
        assert_eq!(done.status, 200);
        assert!(
            done.text.contains("One participant registered.") || done.text.contains("waiting list"),
            "{}",
            done.text
        );
        assert_eq!(people(app).len(), 13);
        assert!(people(app).contains(&"Ada <b>Lovelace</b>".to_string()));
        assert!(app.mails_to("ada@analytics.example.org").is_empty(), "nobody asked for a mail");
        assert_eq!(organiser.get(&path).status, 404, "the file is gone once it is imported");
    });
}

#[test]
fn a_file_that_is_no_list_is_refused_at_its_field_with_what_to_do() {
    on_each_database(|app| {
        let mut organiser = organiser(app);
        for (content, told) in [
            ("PK\u{3}\u{4}", "This file is no list that can be read."),
            ("", "This file is empty."),
            ("name,organisation\n", "This file has a header and nothing below it."),
        ] {
            organiser.open(IMPORT);
            let page = organiser.press_with_file("Show what would change", "file", "list.csv", content);
            assert_eq!(page.status, 422);
            assert!(page.text.contains(told), "{}", page.text);
        }
        organiser.open(IMPORT);
        let page = organiser.press("Show what would change");
        assert_eq!(page.status, 422);
        assert!(page.text.contains("Choose the file that holds your list."));
    });
}

#[test]
fn nobody_without_a_role_at_the_event_reaches_an_import() {
    on_each_database(|app| {
        let mut organiser = organiser(app);
        organiser.open(IMPORT);
        let plan =
            organiser.press_with_file("Show what would change", "file", "l.csv", "name\nAda\n").path.clone();
        let mut stranger = app.visitor();
        for path in [IMPORT.to_string(), plan.clone()] {
            let answer = stranger.get(&path);
            assert_eq!(answer.status, 303, "{path}");
            assert!(answer.header("location").unwrap().starts_with("/organiser/login"), "{path}");
        }
    });
}
