//! Documents on paper, read back by other people's programs: pdfinfo and pdftotext of Poppler, and qpdf.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{TimeZone, Utc};
use proptest::prelude::*;
use rendezvous::documents::print::schedule::{self, Day, Entry, Kind, Schedule};
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::lang::Lang;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet_at};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::random_cases::random_cases;

/// Lets two people meet in the first slot.
pub fn meet(app: &TestApp, event: &Event, names: [&str; 2], table: u32) {
    meet_at(app, event, names.map(|name| id_of(app, event, name)), 0, table);
}

/// What a program says of a file, errors included; nothing, and said so, where it is not installed.
fn told_by(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<(bool, String)> {
    let folder = std::env::temp_dir();
    let name = format!("rendezvous-{}-{:x}.pdf", std::process::id(), pdf.as_ptr() as usize);
    let path = folder.join(name);
    std::fs::File::create(&path).unwrap().write_all(pdf).unwrap();
    let mut command = Command::new(program);
    for argument in arguments {
        command.arg(if *argument == "FILE" { path.to_str().unwrap() } else { argument });
    }
    let output = command.stdin(Stdio::null()).output();
    std::fs::remove_file(&path).unwrap();
    match output {
        Ok(output) => Some((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())),
        Err(_) => {
            eprintln!("SKIPPED: no {program} (Debian packages poppler-utils and qpdf)");
            None
        }
    }
}

/// Text as it is found by a search: without spaces, line ends and marks of direction.
fn searched(text: &str) -> String {
    let is_mark =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !is_mark(*c)).collect();
    // Poppler turns the two letters of the ligature of lam and alef round.
    text.replace("لأ", "أل").replace("لا", "ال")
}

/// The text of a document; nothing, and said so, without Poppler.
pub fn text_of_pdf(pdf: &[u8]) -> String {
    told_by("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], pdf)
        .map(|(_, told)| told)
        .unwrap_or_default()
}

/// Every text is found in the document, with `pdftotext`.
pub fn found_on_paper(pdf: &[u8], texts: &[&str]) {
    assert!(pdf.starts_with(b"%PDF-"), "{}", String::from_utf8_lossy(pdf));
    let Some((_, told)) = told_by("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], pdf) else { return };
    let found = searched(&told);
    for text in texts {
        assert!(found.contains(&searched(text)), "{text}: {told}");
    }
}

/// Tagged, A4, with a title and language, every font embedded, and no fault that qpdf finds.
fn sound(pdf: &[u8], title: &str) {
    let raw = String::from_utf8_lossy(pdf);
    assert!(raw.contains("/Lang"), "no language");
    if let Some((_, info)) = told_by("pdfinfo", &["FILE"], pdf) {
        for wanted in [title, "Tagged:          yes", "(A4)"] {
            assert!(info.contains(wanted), "{wanted}: {info}");
        }
    }
    if let Some((_, fonts)) = told_by("pdffonts", &["FILE"], pdf) {
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!rows.is_empty() && rows.iter().all(|row| row.contains("yes yes yes")), "{fonts}");
    }
    if let Some((fine, told)) = told_by("qpdf", &["--check", "FILE"], pdf) {
        assert!(fine && told.contains("No syntax or stream encoding errors"), "{told}");
    }
}

#[test]
fn the_schedule_on_paper_has_whom_when_where_why_and_the_reference() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada Lovelace", "ada@example.org");
        participant(app, "clusters", "Grace Hopper", "grace@example.org");
        ada.open("/e/clusters/my/availability");
        ada.tick("Opening").press("Save");
        meet(app, &event, ["Ada Lovelace", "Grace Hopper"], 7);
        let overview = ada.open("/e/clusters/my");
        let way = overview.link("Save this registration as PDF").to_string();
        let code =
            overview.text.split("Your reference: ").nth(1).unwrap().split(' ').next().unwrap().to_string();
        let answer = ada.get(&way);
        assert_eq!(answer.header("content-type"), Some("application/pdf"));
        assert!(answer.header("content-disposition").unwrap().contains("clusters-schedule.pdf"));
        sound(&answer.bytes, "Ada Lovelace · Cluster Conference");
        let told = [
            "Cluster Conference",
            &code,
            "Registered",
            "Wednesday, 10 March 2027",
            "09:00–10:00 Opening",
            "10:00–10:20",
            "Grace Hopper",
            "Analytical Engines, Lyon, France",
            "Table 7",
            "Why you meet: Offer matches need",
            "CET, UTC+1",
            "Page 1 of 1",
        ];
        found_on_paper(&answer.bytes, &told);
        let german = ada.get("/e/clusters/my/schedule.pdf?lang=de");
        sound(&german.bytes, "Ada Lovelace · Cluster-Konferenz");
        found_on_paper(&german.bytes, &["Mittwoch, 10. März 2027", "Tisch 7", "Seite 1 von 1"]);
        let mut stranger = app.visitor();
        assert_eq!(stranger.get("/e/clusters/my/schedule.pdf").status, 403);
    });
}

#[test]
fn organisers_print_the_tables_and_the_list_for_the_door() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (name, email) in [("Grace Hopper", "g@example.org"), ("Ada Lovelace", "a@example.org")] {
            participant(app, "clusters", name, email);
        }
        meet(app, &event, ["Ada Lovelace", "Grace Hopper"], 7);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let way = olga.open("/organiser/events/clusters/rounds").link("Print the table plan").to_string();
        let tables = olga.get(&way).bytes;
        sound(&tables, "Table plan · Cluster Conference");
        found_on_paper(&tables, &["One meeting.", "Wednesday, 10 March 2027, 10:00–10:20", "7"]);
        let way = olga.open("/organiser/events/clusters/participants").link("Print the list for").to_string();
        let door = olga.get(&way).bytes;
        sound(&door, "List for the door · Cluster Conference");
        found_on_paper(&door, &["2 people are registered", "Signature", "Ada Lovelace", "Grace Hopper"]);
        let mut visitor = app.visitor();
        for path in ["tables.pdf", "door-list.pdf"] {
            let answer = visitor.get(&format!("/organiser/events/clusters/{path}"));
            assert!(!answer.bytes.starts_with(b"%PDF"), "{path} is for organisers");
        }
    });
}

fn sample(name: &str, entries: usize) -> Schedule {
    let entry = |n: usize| Entry {
        time: "10:20–10:40".to_string(),
        kind: [Kind::Meeting, Kind::Session, Kind::Free][n % 3],
        title: format!("{name} {n}"),
        below: vec![name.to_string(), name.repeat(5)],
        place: "Table 7".to_string(),
    };
    Schedule {
        lang: Lang::En,
        accent: "#0b5563".to_string(),
        event: name.to_string(),
        when_and_where: "11 November 2020 · Brussels".to_string(),
        name: name.to_string(),
        below: name.to_string(),
        facts: vec![("Reference".to_string(), "ABCD2345".to_string())],
        summary: "You meet 6 people.".to_string(),
        zone: String::new(),
        days: vec![Day { title: "Wednesday".to_string(), entries: (0..entries).map(entry).collect() }],
        logo: None,
        floor_plan: None,
        footer: name.to_string(),
        now: Utc.with_ymd_and_hms(2020, 11, 1, 12, 0, 0).unwrap(),
    }
}

proptest! {
    #![proptest_config(random_cases(24))]

    #[test]
    fn any_text_at_all_can_be_printed(name in any::<String>()) {
        let pdf = schedule::pdf(&sample(&name, 3));
        prop_assert!(pdf.is_ok(), "{:?}: {:?}", name, pdf.err());
    }
}

#[test]
fn a_long_schedule_goes_on_on_further_pages_and_loses_nothing() {
    let pdf = schedule::pdf(&sample("Zoë", 60)).unwrap();
    sound(&pdf, "Zoë · Zoë");
    let all: Vec<String> = (0..60).map(|n| format!("Zoë {n}")).collect();
    found_on_paper(&pdf, &all.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_character_that_no_font_has_is_a_box_that_can_be_searched_and_is_explained() {
    let pdf = schedule::pdf(&sample("李明 👩‍🚀", 1)).unwrap();
    found_on_paper(&pdf, &["李明", "👩‍🚀", "a character that the fonts of this document do not have"]);
    let plain = schedule::pdf(&sample("Zoë", 1)).unwrap();
    if let Some((_, told)) = told_by("pdftotext", &["FILE", "-"], &plain) {
        assert!(!told.contains("a character that the fonts"), "{told}");
    }
}

#[test]
fn the_same_schedule_gives_the_same_bytes() {
    assert_eq!(schedule::pdf(&sample("Ada", 5)).unwrap(), schedule::pdf(&sample("Ada", 5)).unwrap());
}
