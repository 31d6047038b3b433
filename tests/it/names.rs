//! Forty names of people, from the form to the database, mail headers, pages, calendars, lists and paper, and back unchanged.

use rendezvous::documents::safe_csv;
use rendezvous::domain::text;
use rendezvous::store;
use unicode_normalization::UnicodeNormalization;

use crate::calendar_lint::value;
use crate::prints::{found_on_paper, meet};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;
use rendezvous::domain::account::Role;

/// Names as people type them; what is not in normal form C becomes so, and nothing else changes.
const NAMES: [&str; 39] = [
    "Zoë Åström",
    "Jürgen Müßig-Größer",
    "Dr. Ñuñez d'Água",
    "Siobhán O’Brien",
    "Miles O'Neill",
    "Seán Ó Súilleabháin",
    "D`Angelo Russo",
    "Anne-Marie Le Goff-Kermarrec",
    "Teller",
    "X",
    "Nguyễn Thị Ánh Nguyệt",
    "Łukasz Żółć",
    "Þorbjörg Æsa Guðmundsdóttir",
    "Đorđe Šćepanović",
    "Ģirts Ķēniņš",
    "Ștefan Țuțuianu",
    "İpek Işık Çağlar",
    "Ŵyn ap Ŷstwyth",
    "Ελένη Παπαδοπούλου",
    "Ἀριστοτέλης",
    "Лев Николаевич Толстой",
    "Олександр Ґалаґан-Їжак",
    "Ђорђе Љубичић",
    "Ёлкин Пётр",
    "عبد الله الأحمد",
    "محمد بن سلمان",
    "Fatima فاطمة Al-Zahra",
    "דוד בן־גוריון",
    "Noa נועה Levi",
    "e\u{301}lodie Bernabe\u{301}",
    "A\u{30a}sa Lo\u{308}fgren",
    "T\u{335}ala q\u{307}u",
    "李明",
    "山田 太郎",
    "김민준",
    "👩‍🚀 Ellen Ripley",
    "Björn 🐻 Ek",
    "Renée \"Ren\" <Levesque> & Sons; Ltd.",
    "=SUM(A1) +49 @home",
];

/// The fortieth: as many characters as a name may have.
fn names() -> Vec<String> {
    let long = "Maximiliana Wolfeschlegelsteinhausenbergerdorffs-Überschwänglich ".repeat(2);
    let long: String = long.chars().take(79).chain(['z']).collect();
    NAMES.iter().map(|name| (*name).to_string()).chain([long]).collect()
}

fn kept(name: &str) -> String {
    name.nfc().collect()
}

struct Guest {
    name: String,
    email: String,
    visitor: Visitor,
}

/// Registers everybody, and lets each meet the next one at the same time.
fn guests(app: &TestApp) -> Vec<Guest> {
    let event = an_event(app).make();
    let guests: Vec<Guest> = names()
        .into_iter()
        .enumerate()
        .map(|(n, name)| {
            let email = format!("guest{n}@example.org");
            let visitor = participant(app, "clusters", &name, &email);
            Guest { name: kept(&name), email, visitor }
        })
        .collect();
    for (table, pair) in (1..).zip(guests.chunks_exact(2)) {
        meet(app, &event, [&pair[0].name, &pair[1].name], table);
    }
    guests
}

#[test]
fn forty_names_are_the_same_wherever_they_are_told() {
    on_each_database(|app| {
        let mut guests = guests(app);
        assert_eq!(guests.len(), 40);
        check_database_and_lists(app, &guests);
        let names: Vec<String> = guests.iter().map(|guest| guest.name.clone()).collect();
        for (n, guest) in guests.iter_mut().enumerate() {
            let partner = &names[n ^ 1];
            check_pages(guest, partner);
            let ics = guest.visitor.get("/e/clusters/my/schedule.ics").html;
            let meeting = ics.split("BEGIN:VEVENT").find(|entry| entry.contains("SUMMARY:Meeting")).unwrap();
            let summary = value(meeting, "SUMMARY").unwrap();
            assert_eq!(summary, format!("Meeting with {partner} (Analytical Engines)"));
            let mails = app.mails_to(&guest.email);
            assert!(!mails.is_empty());
            // Until the address was confirmed nobody is called by a name.
            for mail in mails.iter().filter(|mail| !mail.subject.starts_with("Please confirm")) {
                assert_eq!(mail.to, format!("{} <{}>", guest.name, guest.email));
            }
            let pdf = guest.visitor.get("/e/clusters/my/schedule.pdf").bytes;
            found_on_paper(&pdf, &[&guest.name, partner]);
        }
        for (n, guest) in guests.iter_mut().enumerate().filter(|(n, _)| n % 2 == 0) {
            guest.visitor.open("/e/clusters/my/cancel");
            guest.visitor.press("Cancel my registration");
            // Changes of a plan wait for further ones.
            app.pass(chrono::Duration::minutes(16));
            let mails = app.mails_to(&format!("guest{}@example.org", n + 1));
            let wanted = format!("meeting with {} (Analytical Engines)", guest.name);
            assert!(mails.iter().any(|mail| mail.subject.contains(&wanted)), "{wanted}: {mails:#?}");
        }
    });
}

fn check_database_and_lists(app: &TestApp, guests: &[Guest]) {
    let event = app.app.store.read(|db| store::events::get_by_slug(db, "clusters")).unwrap();
    let stored = app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &["registered"]));
    let mut stored: Vec<String> = stored.unwrap().into_iter().map(|one| one.profile.person.name).collect();
    let mut wanted: Vec<String> = guests.iter().map(|guest| guest.name.clone()).collect();
    stored.sort();
    wanted.sort();
    assert_eq!(stored, wanted);

    let csv = safe_csv::write(';', wanted.iter().map(|name| vec![name.clone()])).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&csv[3..]);
    let read: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_string()).collect();
    for (read, wanted) in read.iter().zip(&wanted) {
        assert_eq!(read.strip_prefix('\'').unwrap_or(read), wanted);
    }
    assert_eq!(read.len(), 40);

    let mut organiser = with_role(app, "olga@example.org", &event.id, Role::Organiser);
    let door = organiser.get("/organiser/events/clusters/door-list.pdf").bytes;
    found_on_paper(&door, &wanted.iter().map(String::as_str).collect::<Vec<_>>());
    let tables = organiser.get("/organiser/events/clusters/tables.pdf").bytes;
    found_on_paper(&tables, &wanted.iter().map(String::as_str).collect::<Vec<_>>());
}

fn check_pages(guest: &mut Guest, partner: &str) {
    let visitor = &mut guest.visitor;
    visitor.open("/e/clusters/my/profile");
    assert_eq!(visitor.page.field("Name").value, guest.name);
    visitor.press("Save");
    let told = text::line(&visitor.page.text);
    assert!(told.contains(&text::line(&guest.name)), "{}: {told}", guest.name);
    let page = visitor.open("/e/clusters/my/schedule");
    assert!(text::line(&page.text).contains(&text::line(partner)), "{partner}: {}", page.text);
}
