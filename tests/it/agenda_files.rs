//! The agenda as a file and from a file: what goes out comes in as the same, and nothing is stored before it is shown.

use chrono::NaiveDate;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Programme};
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, meet};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const AGENDA: &str = "/organiser/events/clusters/agenda";

fn lists(app: &TestApp, event: &Event) -> Programme {
    app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap()
}

/// Sends a file and is shown what it would do.
fn sends(visitor: &mut Visitor, name: &str, content: &str) {
    visitor.open(&format!("{AGENDA}/import"));
    visitor.press_with_file("Show what would change", "file", name, content);
}

/// A table with a session that has everything, one of nearly nothing, and a meeting block.
const TABLE: &str = "Beginn;Ende;Titel (en);Titel (de);Text;Referierende;Sprache;Raum;Link;Plätze;Teilnehmertypen;\
    Minuten pro Gespräch;Minuten zwischen Gesprächen;Anzahl Gespräche;Farbe\n\
    2027-03-10 14:00;2027-03-10 15:30;=Workshop;Werkstatt;What we build;Ada Lovelace;Englisch;Room 1;https://example.org/a;30;Company;;;;red\n\
    10.03.2027 14.00;15.00;Panel;;;;;Room 2;;;;;;;\n\
    2027-03-10 16:00;;Late meetings;;;;;;;;;15;5;6;\n\
    tomorrow;;Party;;;;;;;;;;;;\n\
    2027-03-10 17:00;2027-03-10 18:00;Closing;;;;;;;;Nobody;;;;\n";

#[test]
fn a_table_is_shown_row_by_row_and_what_goes_out_comes_in_as_the_same() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let before = lists(app, &event);
        sends(&mut grace, "agenda.csv", TABLE);
        for told in [
            "3 entries are new.",
            "2 entries are not understood and left out.",
            "These columns are not used: Farbe",
            "2027-03-10 14:00=WorkshopNew",
            "PartyNot understood",
            "There is no participant type “Nobody”.",
        ] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        assert_eq!(lists(app, &event), before, "looking changes nothing");
        grace.tick("Nobody yet").press("Import 3 entries");
        assert!(grace.page.text.contains("The agenda is imported."), "{}", grace.page.text);
        let after = lists(app, &event);
        let workshop = after.sessions.iter().find(|one| one.places == Some(30)).unwrap();
        assert_eq!((workshop.speakers.as_str(), workshop.place.as_str()), ("Ada Lovelace", "Room 1"));
        assert_eq!((workshop.language.as_deref(), workshop.types.len()), (Some("en"), 1));
        assert_eq!((after.sessions.len(), after.blocks.len()), (3, 2));
        assert_eq!(after.blocks[1].slot_count, 6);

        // Our own files change nothing, in each language of the page.
        for lang in ["en", "de", "fr"] {
            let csv = grace.get(&format!("{AGENDA}.csv?lang={lang}"));
            assert!(csv.html.contains("'=Workshop"), "no formula: {}", csv.html);
            grace.open(&format!("{AGENDA}?lang=en"));
            sends(&mut grace, "agenda.csv", &csv.html);
            assert!(grace.page.text.contains("5 entries are the same."), "{lang}: {}", grace.page.text);
            assert!(!grace.page.text.contains("not used"), "{lang}: {}", grace.page.text);
        }
        let ics = grace.get(&format!("{AGENDA}.ics")).html;
        sends(&mut grace, "agenda.ics", &ics);
        assert!(grace.page.text.contains("5 entries are the same."), "{}", grace.page.text);
        assert_eq!(lists(app, &event), after);

        // Visitors have it too, without the links of those who take part.
        let mut visitor = app.visitor();
        visitor.open("/e/clusters");
        let there = visitor.page.link("Add the agenda to your calendar").to_string();
        let public = visitor.get(&there);
        assert_eq!(public.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert!(public.html.contains("SUMMARY:=Workshop") && public.html.contains("Ada Lovelace"));
        assert!(!public.html.contains("example.org/a"), "{}", public.html);
    });
}

#[test]
fn a_calendar_of_elsewhere_is_known_again_by_its_uids_and_breaks_no_meeting_unasked() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (name, email) in [("Ada", "ada@example.org"), ("Bob", "bob@example.org")] {
            participant(app, "clusters", name, email);
        }
        meet(app, &event, "Ada", "Bob");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let file = |hours: &str, more: &str| {
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:talk-7@elsewhere\r\nSUMMARY:A talk\\, a long\r\n  one\r\n\
                 DTSTART;TZID=Europe/Brussels:20270310T{hours}00\r\nDURATION:PT1H\r\nLOCATION:Hall B\r\n\
                 BEGIN:VALARM\r\nSUMMARY:Wake up\r\nEND:VALARM\r\nEND:VEVENT\r\n{more}END:VCALENDAR\r\n"
            )
        };
        let again = "BEGIN:VEVENT\r\nUID:each-day\r\nSUMMARY:Breakfast\r\nDTSTART:20270310T070000Z\r\nDTEND:20270310T080000Z\r\n\
            RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";
        sends(&mut grace, "talks.ics", &file("1500", again));
        for told in ["2027-03-10 15:00A talk, a long oneNew", "BreakfastNot understoodIt repeats."] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        grace.press("Import one entry");
        let talk = lists(app, &event).sessions.into_iter().find(|one| one.place == "Hall B").unwrap();
        let noon = NaiveDate::from_ymd_opt(2027, 3, 10).unwrap().and_hms_opt(14, 0, 0).unwrap();
        assert_eq!(talk.starts_at.naive_utc(), noon);
        // Whoever takes part in it is busy with it from then on, wherever it goes.
        app.app
            .store
            .write(|db| {
                let ada = crate::support::build::id_of(app, &event, "Ada");
                let mut ada = store::participants::get(db, &ada)?;
                ada.profile.attendance.sessions.push(talk.id.clone());
                store::participants::update(db, &ada)
            })
            .unwrap();
        sends(&mut grace, "talks.ics", &file("1000", ""));
        assert!(grace.page.text.contains("One entry changes."), "{}", grace.page.text);
        assert!(grace.page.text.contains("ChangedStart, End"), "{}", grace.page.text);
        grace.press("Import one entry");
        assert!(
            grace.page.text.contains("1 meeting") || grace.page.text.contains("One meeting"),
            "{}",
            grace.page.text
        );
        let still = lists(app, &event).sessions.into_iter().find(|one| one.id == talk.id).unwrap();
        assert_eq!(still.starts_at, talk.starts_at, "nothing is stored before the organiser says so");
        let button = grace.page.forms.iter().flat_map(|form| &form.buttons);
        let later =
            button.clone().find(|(_, name, value)| name == "way" && value == "later").unwrap().0.clone();
        grace.press(&later);
        let moved = lists(app, &event).sessions.into_iter().filter(|one| one.place == "Hall B");
        let moved: Vec<_> = moved.collect();
        assert_eq!(moved.len(), 1, "the same entry, at another time");
        assert_ne!(moved[0].starts_at, talk.starts_at);

        for (name, content, told) in [
            ("x.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "The file has no entries."),
            ("x.csv", "Name of the ship,Speed\nVictory,8\n", "No row of titles is recognised."),
        ] {
            sends(&mut grace, name, content);
            assert_eq!(grace.page.status, 422);
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
    });
}
