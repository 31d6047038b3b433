//! A name is found however it is typed, and lists of people stand in the order of whoever reads them.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::lang::Lang;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::visitor::{Visitor, encode};

/// Names, and what people type to find each: with its marks, without, as it is transcribed, in capitals, and the other way
/// round.
const TYPED: [(&str, &[&str]); 12] = [
    ("Łukasz Żółć", &["lukasz", "ŁUKASZ", "zolc", "Żółć", "łukasz z"]),
    ("Éric Vyncke", &["eric", "ÉRIC", "e\u{301}ric", "vyncke éric"]),
    ("Jörg Müller", &["muller", "mueller", "MÜLLER", "joerg mueller", "jorg", "Jörg Muller"]),
    ("Hanna Schroeder-Lüdenscheidt", &["Schröder-Ludenscheidt", "luedenscheidt", "schroeder ludenscheidt"]),
    ("Øyvind Ås", &["oyvind", "oeyvind", "ØYVIND", "Oyvind Aas", "öyvind"]),
    ("Bjoern Ekström", &["Bjørn", "björn", "ekstrom", "Ekstroem"]),
    ("Straße Groß", &["strasse", "STRASSE", "STRAẞE", "gross"]),
    ("Đorđe İpek Işık", &["dorde", "djordje", "ipek", "isik", "IŞIK"]),
    ("Þóra Æsa Œuvre", &["thora", "aesa", "oeuvre"]),
    ("Ελένη Παπαδοπούλου", &["ελενη", "Eleni", "παπαδοπουλου"]),
    ("Пётр Толстой", &["петр", "tolstoy", "ТОЛСТОЙ"]),
    ("Siobhán O’Brien", &["obrien", "O'Brien", "siobhan o brien"]),
];

fn everybody(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    for (n, (name, _)) in TYPED.iter().enumerate() {
        participant(app, "clusters", name, &format!("p{n}@example.org"));
    }
    let visitor = with_role(app, "organiser@example.org", &event.id, Role::Organiser);
    (event, visitor)
}

fn query(name: &str, typed: &str) -> String {
    format!("?{}", encode(&[(name.to_string(), typed.to_string())]))
}

/// The names that link below a path, in the order of the page.
fn named(visitor: &Visitor, below: &str) -> Vec<String> {
    let links = visitor.page.links.iter().filter(|(_, url)| url.starts_with(below));
    let people = links.filter(|(text, _)| TYPED.iter().any(|(name, _)| name == text));
    people.map(|(text, _)| text.clone()).collect()
}

#[test]
fn a_person_is_found_without_the_marks_of_the_name_and_by_its_transcriptions_in_every_search() {
    on_each_database(|app| {
        let (_, mut organiser) = everybody(app);
        let mut reader = participant(app, "clusters", "Zed", "zed@example.org");
        for (name, searches) in TYPED {
            for typed in searches {
                organiser.open(&format!("/organiser/events/clusters/participants{}", query("search", typed)));
                let found = named(&organiser, "/organiser/events/clusters/participants/");
                assert_eq!(found, [name], "the organiser's list: {typed}");
                reader.open(&format!("/e/clusters/my/people{}", query("q", typed)));
                assert_eq!(named(&reader, "/e/clusters/my/people/"), [name], "the directory: {typed}");
            }
        }
        for nobody in ["%25", "_", "...", "mullerin"] {
            organiser.open(&format!("/organiser/events/clusters/participants?search={nobody}"));
            let found = named(&organiser, "/organiser/events/clusters/participants/");
            assert!(found.is_empty(), "{nobody}: {found:?}");
        }
    });
}

#[test]
fn a_pair_rule_takes_a_name_as_a_keyboard_has_it() {
    on_each_database(|app| {
        let (_, mut organiser) = everybody(app);
        for (one, other, pair) in [
            ("lukasz", "joerg mueller", ["Łukasz Żółć", "Jörg Müller"]),
            ("Oyvind Aas", "STRASSE", ["Øyvind Ås", "Straße Groß"]),
        ] {
            organiser.open("/organiser/events/clusters/pairs");
            organiser.fill("One of them", one).fill("The other one", other);
            organiser.press("Keep the rule");
            for name in pair {
                assert!(organiser.page.text.contains(name), "{name}: {}", organiser.page.text);
            }
        }
    });
}

#[test]
fn lists_of_people_stand_in_the_order_of_the_readers_language_whatever_the_database() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let names =
            ["Zoe", "Öykü", "Olga", "ole", "Łada", "Lea", "Émile", "eva", "Äneas", "Anton", "Đani", "Dora"];
        for (n, name) in names.iter().enumerate() {
            participant(app, "clusters", name, &format!("p{n}@example.org"));
            app.pass(chrono::Duration::seconds(1));
        }
        let ordered =
            ["Äneas", "Anton", "Đani", "Dora", "Émile", "eva", "Łada", "Lea", "ole", "Olga", "Öykü", "Zoe"];
        let is_named = |text: &String| names.contains(&text.as_str());
        let mut organiser = with_role(app, "organiser@example.org", &event.id, Role::Organiser);
        let shown = |visitor: &Visitor| -> Vec<String> {
            visitor.page.links.iter().map(|(text, _)| text.clone()).filter(is_named).collect()
        };
        organiser.open("/organiser/events/clusters/participants");
        assert_eq!(shown(&organiser), ordered);
        organiser.choose("Order", "Newest first").press("Show");
        assert_eq!(shown(&organiser), names.iter().rev().copied().collect::<Vec<_>>());
        let file = organiser.get("/organiser/events/clusters/participants.csv").html;
        let rows: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(rows, ordered, "{file}");
        let mut reader = participant(app, "clusters", "Zz", "zz@example.org");
        reader.open("/e/clusters/my/people?order=name");
        assert_eq!(shown(&reader), ordered);
        let access = rendezvous::services::access::change_as;
        let owner =
            crate::support::organisers::account(app, "door@example.org", Some((&event.id, Role::Owner)));
        let access = access(&app.app, &owner.id, "clusters").unwrap();
        let door = rendezvous::services::printouts::door_list(&app.app, &access, Lang::De).unwrap();
        let door: Vec<&str> = door.iter().map(|one| one.name.as_str()).filter(|name| *name != "Zz").collect();
        assert_eq!(door, ordered);
    });
}

#[test]
fn pages_of_a_long_list_follow_each_other_without_a_gap_or_a_repetition() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for n in 0..60 {
            crate::support::sign_ups::sends_form(
                &app.app,
                "clusters",
                &crate::support::sign_ups::answers(&format!("same{n}@example.org")),
            );
        }
        let mut organiser = with_role(app, "organiser@example.org", &event.id, Role::Organiser);
        let mut seen = std::collections::BTreeSet::new();
        for (page, rows) in [(1, 50), (2, 10)] {
            organiser.open(&format!("/organiser/events/clusters/participants?page={page}"));
            let path = "/organiser/events/clusters/participants/";
            let links: std::collections::BTreeSet<String> = organiser
                .page
                .links
                .iter()
                .filter(|(_, url)| url.starts_with(path) && !url.contains('#') && !url.ends_with("/new"))
                .map(|(_, url)| url.clone())
                .collect();
            assert_eq!(links.len(), rows, "page {page}");
            seen.extend(links);
        }
        assert_eq!(seen.len(), 60);
    });
}

#[test]
fn people_of_an_earlier_version_are_found_after_the_start() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Łukasz Żółć", "l@example.org");
        app.app
            .store
            .write(|db| {
                use diesel::connection::SimpleConnection;
                Ok::<_, store::StoreError>(db.batch_execute("UPDATE participants SET search_key = ''")?)
            })
            .unwrap();
        let mut organiser = with_role(app, "organiser@example.org", &event.id, Role::Organiser);
        organiser.open("/organiser/events/clusters/participants?search=lukasz");
        assert!(named(&organiser, "/organiser").is_empty(), "nothing to find it by");
        drop(store::Store::open(&app.app.config.database).unwrap());
        organiser.open("/organiser/events/clusters/participants?search=lukasz");
        assert_eq!(named(&organiser, "/organiser"), ["Łukasz Żółć"]);
    });
}
