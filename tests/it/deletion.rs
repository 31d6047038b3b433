//! Personal data is deleted slowly: dates are asked about, the team is told, 14 days pass, and it can be put off once.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::lang::Lang;
use rendezvous::services::access;
use rendezvous::services::imports::{self, Extent, ImportMail, ImportOptions, UnknownTopics};
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, account, administrator, signs_in, with_role};
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters";
const OLGA: &str = "olga@example.org";

/// An event on 10 March 2027 with 30 people, and somebody of its team.
fn thirty_people(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    let rows: Vec<String> =
        (1..=30).map(|n| format!("Zebedea Quirkle {n};z{n}@example.org;Engines;FR")).collect();
    bring(app, "clusters", &rows.join("\n"));
    let olga = with_role(app, OLGA, &event.id, Role::Organiser);
    assert_eq!(named(app, &event), 30);
    (event, olga)
}

/// Imports people, one a line.
fn bring(app: &TestApp, slug: &str, rows: &str) {
    let list = format!("Name;E-Mail;Organisation;Country\n{rows}\n");
    let options = ImportOptions::new(UnknownTopics::Add, ImportMail::Nobody);
    let leave = access::change_as_operator(&app.app, slug).unwrap();
    imports::apply(&app.app, &leave, list.as_bytes(), &options, Extent::AllRows).unwrap();
}

/// How many people of the event have a name.
fn named(app: &TestApp, event: &Event) -> i64 {
    app.app.store.read(|db| store::announcements::count_people(db, &event.id)).unwrap()
}

fn stored(app: &TestApp, event: &Event) -> Event {
    app.app.store.read(|db| store::events::get(db, &event.id)).unwrap()
}

/// Log-ins end while days pass.
fn opens(olga: &mut Visitor, path: &str) -> String {
    if olga.open(path).path.starts_with("/organiser/login") {
        signs_in(olga, OLGA, PASSWORD);
        olga.open(path);
    }
    olga.page.text.clone()
}

fn sets_dates(olga: &mut Visitor, day: &str) {
    opens(olga, &format!("{OFFICE}/settings"));
    olga.fill("First day", day).fill("Last day", day).press("Save");
}

#[test]
fn a_typo_in_the_year_is_asked_about_and_deletes_nobody() {
    on_each_database(|app| {
        let (event, mut olga) = thirty_people(app);
        app.pass_until("2027-02-20T10:00:00Z");
        app.deletes_what_is_due();
        sets_dates(&mut olga, "2026-03-10");
        let asked = olga.page.text.clone();
        for told in [
            "Nothing is saved yet",
            "The last day, Tuesday, 10 March 2026, is in the past",
            "The personal data of 30 people is then deleted on Saturday, 6 March 2027",
            "as soon as possible",
        ] {
            assert!(asked.contains(told), "{told}: {asked}");
        }
        assert_eq!(stored(app, &event).ends_on, event.ends_on, "nothing is saved by asking");
        // Going back keeps what was typed.
        olga.press("Change the entries");
        assert_eq!(olga.page.field("Last day").value, "2026-03-10");
        assert_eq!(olga.page.field("Who invites").value, "European Cluster Office");
        olga.press("Save");
        olga.press("Save all the same");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
        assert_eq!(stored(app, &event).ends_on.to_string(), "2026-03-10");
        assert!(
            olga.page.text.contains("All personal data is deleted on Saturday, 6 March 2027"),
            "{}",
            olga.page.text
        );

        assert_eq!(app.deletes_what_is_due(), (0, 0));
        let told = app.mails_to(OLGA);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert_eq!(told[0].subject, "Personal data is deleted on 6 March 2027: Cluster Conference");
        for part in
            ["30 people", "10 March 2026", "90 days", "postpone", "/organiser/events/clusters/deletion"]
        {
            assert!(told[0].text.contains(part), "{part}: {}", told[0].text);
        }
        let page = opens(&mut olga, OFFICE);
        assert!(
            page.contains("On Saturday, 6 March 2027 the personal data of 30 people is deleted"),
            "{page}"
        );
        let start = opens(&mut olga, "/organiser");
        assert!(
            start.contains("Cluster Conference: all personal data is deleted on Saturday, 6 March 2027"),
            "{start}"
        );

        // Thirteen days later somebody sees it and sets the dates right.
        app.pass_until("2027-03-06T09:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert_eq!(named(app, &event), 30);
        sets_dates(&mut olga, "2027-03-10");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
        let page = opens(&mut olga, OFFICE);
        assert!(page.contains("The deletion announced for 6 March 2027 is withdrawn"), "{page}");
        assert!(page.contains("deleted on Tuesday, 8 June 2027"), "{page}");
        assert!(!opens(&mut olga, "/organiser").contains("Deletions to come"));
        app.pass_until("2027-05-24T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert_eq!(named(app, &event), 30);

        // It comes near again: everybody is told again, and then it is done.
        app.pass_until("2027-05-25T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert_eq!(app.mails_to(OLGA).len(), 2);
        app.pass_until("2027-06-08T11:59:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        app.pass_until("2027-06-08T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (1, 0));
        assert_eq!(named(app, &event), 0);
        let log = opens(&mut olga, &format!("{OFFICE}/log"));
        for entry in ["Deletion announced", "Announced deletion withdrawn", "All personal data deleted"] {
            assert!(log.contains(entry), "{entry}: {log}");
        }
    });
}

#[test]
fn an_event_of_the_past_keeps_who_is_imported_for_14_days_at_least() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/events/new");
        assert!(ada.page.text.contains("deleted 90 days after the event"), "{}", ada.page.text);
        ada.fill("Name (English)", "Long over")
            .fill("Who invites", "European Cluster Office")
            .fill("First day", "2026-08-10")
            .fill("Place", "Brussels")
            .press("Create event");
        assert!(
            ada.page.text.contains("The last day, Monday, 10 August 2026, is in the past"),
            "{}",
            ada.page.text
        );
        assert!(!ada.page.text.contains("people"), "there are none: {}", ada.page.text);
        ada.press("Change the entries");
        assert_eq!(ada.page.field("Name (English)").value, "Long over");
        assert!(ada.page.text.contains("deleted on Sunday, 8 November 2026"), "{}", ada.page.text);
        ada.press("Create event");
        ada.press("Save all the same");
        assert!(ada.page.text.contains("Your event is there"), "{}", ada.page.text);
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert!(app.mails_to("ada@example.org").is_empty(), "nobody is there to be deleted");

        bring(app, "long-over", "Grace;grace@example.org;Navy;US");
        let event = app.app.store.read(|db| store::events::get_by_slug(db, "long-over")).unwrap();
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        let told = app.mails_to("ada@example.org");
        assert_eq!(told.last().unwrap().subject, "Personal data is deleted on 6 December 2026: Long over");
        app.pass_until("2026-12-06T11:59:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((0, 0), 1));
        app.pass_until("2026-12-06T12:00:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((1, 0), 0));
    });
}

#[test]
fn each_of_the_team_is_told_once_in_their_language_and_a_viewer_is_not() {
    on_each_database(|app| {
        let (event, _) = thirty_people(app);
        account(app, "viewer@example.org", Some((&event.id, Role::Viewer)));
        let paula = account(app, "paula@example.org", None);
        let german = rendezvous::domain::account::Account {
            id: app.app.random.id(app.app.clock.now()),
            lang: Lang::De,
            email: "jutta@example.org".to_string(),
            ..paula
        };
        app.app
            .store
            .write(|db| {
                store::accounts::insert(db, &german, None)?;
                store::events::set_role(db, &event.id, &german.id, Role::Owner)
            })
            .unwrap();
        app.pass_until("2027-05-25T12:00:00Z");
        for _ in 0..3 {
            app.deletes_what_is_due();
        }
        let told = |address: &str| -> Vec<String> {
            app.mails_to(address).into_iter().map(|mail| mail.subject).collect()
        };
        assert_eq!(told(OLGA), ["Personal data is deleted on 8 June 2027: Cluster Conference"]);
        assert_eq!(told("owner-of-clusters@example.org").len(), 1);
        assert_eq!(
            told("jutta@example.org"),
            ["Personenbezogene Daten werden am 8. Juni 2027 gelöscht: Cluster-Konferenz"]
        );
        assert!(told("viewer@example.org").is_empty() && told("paula@example.org").is_empty());
    });
}

#[test]
fn a_deletion_is_postponed_once_for_a_reason_by_30_days_at_most() {
    on_each_database(|app| {
        let (event, mut olga) = thirty_people(app);
        let page = opens(&mut olga, &format!("{OFFICE}/deletion"));
        assert!(
            page.contains("deleted on Tuesday, 8 June 2027") && page.contains("No deletion is announced"),
            "{page}"
        );
        let early = olga.send(&format!("{OFFICE}/deletion"), &[("days", "5"), ("why", "x")]);
        assert!(early.status == 422 && early.text.contains("nothing to postpone"), "{}", early.text);

        app.pass_until("2027-05-25T12:00:00Z");
        app.deletes_what_is_due();
        opens(&mut olga, OFFICE);
        olga.follow("View the deletion");
        olga.fill("Number of days", "31").press("Postpone the deletion");
        let said: Vec<&str> = olga.page.summary.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(said, ["Enter a whole number from 1 to 30.", "Enter a reason."]);
        olga.fill("Number of days", "30")
            .fill("Reason", "The auditors come in June")
            .press("Postpone the deletion");
        assert!(olga.page.text.contains("The deletion is postponed."), "{}", olga.page.text);
        assert!(olga.page.text.contains("deleted on Thursday, 8 July 2027"), "{}", olga.page.text);
        let page = opens(&mut olga, OFFICE);
        assert!(page.contains("Postponed to 8 July 2027. Reason: The auditors come in June"), "{page}");
        let log = opens(&mut olga, &format!("{OFFICE}/log"));
        assert!(log.contains("Deletion postponed") && log.contains("The auditors come in June"), "{log}");
        let again = olga.send(&format!("{OFFICE}/deletion"), &[("days", "1"), ("why", "x")]);
        assert!(again.status == 422 && again.text.contains("cannot be postponed again"), "{}", again.text);

        // Changing other settings keeps it.
        opens(&mut olga, &format!("{OFFICE}/settings"));
        olga.fill("Seats", "200").press("Save");
        app.pass_until("2027-06-24T11:00:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((0, 0), 30));
        assert_eq!(app.mails_to(OLGA).len(), 2, "announced anew, 14 days before");
        app.pass_until("2027-07-07T11:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        app.pass_until("2027-07-08T11:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (1, 0));
        let page = opens(&mut olga, &format!("{OFFICE}/deletion"));
        assert!(page.contains("The personal data was deleted on 8 July 2027"), "{page}");
    });
}

#[test]
fn a_shorter_life_after_the_event_is_asked_about_and_waits() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, OLGA, &event.id, Role::Organiser);
        olga.open(&format!("{OFFICE}/questions"));
        olga.press("Ask for access needs");
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/profile");
        ada.fill("Access needs", "A place for my wheelchair").press("Save");
        app.pass_until("2027-03-15T10:00:00Z");
        app.deletes_what_is_due();
        let told = app.mails_to(OLGA).len();

        // Everything: five days after the event instead of 90. The question’s own life is over in nine days.
        opens(&mut olga, &format!("{OFFICE}/settings"));
        olga.fill("Days after the event until personal data is deleted", "3").press("Save");
        assert!(
            olga.page.text.contains("of 1 person is then deleted on Monday, 29 March 2027"),
            "{}",
            olga.page.text
        );
        assert!(!olga.page.text.contains("in the past"), "no day has changed: {}", olga.page.text);
        olga.press("Save all the same");
        // The same days again need no second question.
        olga.press("Save");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
        app.deletes_what_is_due();
        assert_eq!(app.mails_to(OLGA).len(), told + 1, "told at once");
        app.pass_until("2027-03-29T09:59:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        app.pass_until("2027-03-29T10:00:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((1, 0), 0));
    });
}

#[test]
fn answers_of_a_shorter_life_are_asked_about_and_wait_too() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, OLGA, &event.id, Role::Organiser);
        olga.open(&format!("{OFFICE}/questions"));
        olga.press("Ask for access needs");
        let questions = app.app.store.read(|db| store::questions::list(db, &event.id)).unwrap();
        let page = format!("{OFFICE}/questions/{}", questions[0].id);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/profile");
        ada.fill("Access needs", "A place for my wheelchair").press("Save");
        assert!(
            olga.open(&page).text.contains("The answers are deleted on Wednesday, 24 March 2027"),
            "{}",
            olga.page.text
        );

        // The organiser shortens it on the day before the event.
        app.pass_until("2027-03-09T10:00:00Z");
        opens(&mut olga, &page);
        olga.fill_named("life_days", "0").press("Save");
        assert!(
            olga.page.text.contains("1 answer to “Access needs” is then deleted on Tuesday, 23 March 2027"),
            "{}",
            olga.page.text
        );
        olga.press("Change the entries");
        olga.fill_named("life_days", "0").press("Save");
        olga.press("Save all the same");
        app.deletes_what_is_due();
        assert_eq!(
            app.mails_to(OLGA).last().unwrap().subject,
            "Answers are deleted on 23 March 2027: Cluster Conference"
        );
        let board = opens(&mut olga, OFFICE);
        assert!(board.contains("1 answer to “Access needs” is deleted on Tuesday, 23 March 2027"), "{board}");
        app.pass_until("2027-03-23T09:59:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        app.pass_until("2027-03-23T10:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 1));
        // An answer that comes after that day is not kept for another 14.
        ada.open("/e/clusters/my/profile");
        ada.fill("Access needs", "A ramp").press("Save");
        assert_eq!(app.deletes_what_is_due(), (0, 1));
        assert_eq!(named(app, &event), 1, "the person stays");
    });
}

#[test]
fn an_event_that_is_held_again_deletes_who_comes_then_in_their_turn() {
    on_each_database(|app| {
        let (event, mut olga) = thirty_people(app);
        app.pass_until("2027-05-25T12:00:00Z");
        app.deletes_what_is_due();
        assert_eq!(app.mails_to(OLGA).len(), 1);
        app.pass_until("2027-06-08T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (1, 0));
        sets_dates(&mut olga, "2028-03-10");
        olga.press("Save all the same");
        assert!(olga.page.text.contains("deleted on Thursday, 8 June 2028"), "{}", olga.page.text);
        assert!(!opens(&mut olga, OFFICE).contains("withdrawn"), "{}", olga.page.text);
        bring(app, "clusters", "Ada;ada@example.org;Engines;FR");
        app.pass_until("2028-05-25T12:00:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((0, 0), 1));
        assert_eq!(app.mails_to(OLGA).len(), 2);
        app.pass_until("2028-06-08T12:00:00Z");
        assert_eq!((app.deletes_what_is_due(), named(app, &event)), ((1, 0), 0));
    });
}

#[test]
fn whoever_deletes_their_own_data_waits_for_nobody() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        // Not even for a clock that nobody believes.
        app.deletes_what_is_due();
        app.app.clock.leap(chrono::Duration::days(60));
        app.deletes_what_is_due();
        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        assert!(ada.page.text.contains("Everything about you is deleted"), "{}", ada.page.text);
        assert_eq!(named(app, &event), 0);
    });
}

#[test]
fn the_question_is_put_in_three_languages_and_no_yes_to_one_date_is_a_yes_to_another() {
    on_each_database(|app| {
        let (event, mut olga) = thirty_people(app);
        sets_dates(&mut olga, "2026-03-10");
        let (_, action, fields) = olga.filled("Save all the same");
        let other: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| {
                let is_day = name == "ends_on" || name == "starts_on";
                (name.clone(), if is_day { "2026-04-10".to_string() } else { value.clone() })
            })
            .collect();
        assert!(olga.post(&action, &other).text.contains("10 April 2026, is in the past"));
        assert_eq!(stored(app, &event).ends_on, event.ends_on);
        for (lang, told) in [
            ("de", "Die personenbezogenen Daten von 30 Personen werden dann am"),
            ("fr", "Les données personnelles de 30 personnes sont alors effacées le"),
        ] {
            let page = olga.post(&format!("{action}?lang={lang}"), &fields[..fields.len() - 1]);
            assert!(page.text.contains(told), "{}", page.text);
        }
    });
}
