//! The fields of a participant that are no more than asked: each is named in one row of the table and in its words, and
//! goes the whole way from the form to its erasure. A further row is tested by being there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rendezvous::documents::participant_list::{self, Column};
use rendezvous::domain::account::Role;
use rendezvous::domain::answer::Kind;
use rendezvous::domain::field::{FIELDS, Field, Shown, word};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::personal_data::REGISTER;
use rendezvous::domain::visibility::ShownField;
use rendezvous::domain::web_address::WebAddress;
use rendezvous::services::erasure;
use rendezvous::store;
use rendezvous::words::Words;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, answered, id_of};
use crate::support::dump;
use crate::support::journeys::{answers_the_profile, confirms_with, participant};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const ENGLISH: Words = Words { lang: Lang::En };

/// The fields that no rule goes by.
fn plain() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| !field.is_member() && !field.matched)
}

#[test]
fn each_field_has_a_purpose_in_the_register_of_personal_data() {
    for field in &FIELDS {
        let entry = REGISTER.iter().find(|entry| entry.code == field.purpose).unwrap();
        let column = match field.code {
            _ if !field.is_member() => "value",
            "participant_type" => "type_id",
            code => code,
        };
        let columns: Vec<&str> =
            entry.columns.iter().flat_map(|(_, columns)| columns.iter().copied()).collect();
        assert!(columns.contains(&column), "{} is not in {}: {columns:?}", field.code, entry.code);
    }
}

#[test]
fn the_privacy_page_says_by_which_answers_people_are_matched() {
    on_each_database(|app| {
        let page = app.visitor().open("/privacy").clone();
        for field in &FIELDS {
            let name = ENGLISH.field(field.code);
            let sentence = page.text.split("use these answers:").nth(1).unwrap().split('.').next().unwrap();
            assert_eq!(
                sentence.split(", ").any(|one| one.trim() == name),
                field.matched,
                "{name}: {sentence}"
            );
        }
    });
}

/// An answer that no other field has, as it is stored.
fn sample(field: &Field, nth: u8) -> String {
    let name = field.code.replace('_', "-");
    match field.kind {
        Kind::WebAddress => format!("https://zq{nth}-{name}.example.org/page"),
        _ => format!("Zq{nth}-{name}"),
    }
}

/// The question as the form puts it.
fn question(field: &Field) -> String {
    let own = word(field.code, "-question");
    if ENGLISH.has(&own) { ENGLISH.t(&own) } else { ENGLISH.field(field.code) }
}

fn fills(visitor: &mut Visitor, nth: u8) {
    for field in plain() {
        visitor.fill(&question(field), &sample(field, nth));
    }
}

/// Somebody who answers every plain field and shows all of it.
fn registers(app: &TestApp) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, "Ada Lovelace", "ada@example.org");
    fills(&mut visitor, 1);
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Continue");
    for field in plain() {
        let page = &visitor.page;
        assert!(page.text.contains(&sample(field, 1)), "{}: the review says it: {}", field.code, page.text);
    }
    visitor.press("Register for 10 March 2027");
    let shown = ShownField::all().map(|field| ENGLISH.t(&field.word("-shown")));
    let ticks: Vec<String> = ["Show me to other participants".to_string()].into_iter().chain(shown).collect();
    let ticks: Vec<&str> = ticks.iter().map(String::as_str).collect();
    confirms_with(&mut visitor, app, "ada@example.org", &ticks);
    visitor
}

#[test]
fn every_plain_field_goes_the_whole_way() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Organiser);
        let mut grace = participant(app, "clusters", "Grace Hopper", "grace@example.org");
        let mut ada = registers(app);
        let says = |visitor: &mut Visitor, path: &str, nth: u8| {
            let page = visitor.open(path).clone();
            for field in plain() {
                assert!(page.text.contains(&sample(field, nth)), "{} at {path}: {}", field.code, page.text);
            }
        };
        says(&mut ada, "/e/clusters/my", 1);

        // A change is in the organiser's history and on the page about the person.
        ada.open("/e/clusters/my/profile");
        fills(&mut ada, 2);
        ada.press("Save");
        let path = format!("/organiser/events/clusters/participants/{}", id_of(app, &event, "Ada Lovelace"));
        let page = helper.open(&path).clone();
        for field in plain() {
            let change =
                format!("{}: {} → {}", ENGLISH.field(field.code), sample(field, 1), sample(field, 2));
            assert!(page.text.contains(&change), "{change}: {}", page.text);
        }
        // The organiser changes them too.
        helper.open(&format!("{path}/person"));
        fills(&mut helper, 3);
        helper.press("Save");
        says(&mut helper, &path, 3);

        others_see_what_is_ticked(&mut ada, &mut grace);
        files_carry_it(app, &mut ada, &mut helper);

        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        erasure::empty_journal(&app.app).unwrap();
        let dump = dump::of(app);
        for (field, nth) in plain().flat_map(|field| [1, 2, 3].map(|nth| (field, nth))) {
            assert!(!dump.contains(&sample(field, nth)), "{} is still in the database", field.code);
        }
    });
}

fn others_see_what_is_ticked(ada: &mut Visitor, grace: &mut Visitor) {
    grace.open("/e/clusters/my/people");
    let path = grace.follow("Ada Lovelace").path.clone();
    for field in plain().filter(|field| field.shown != Shown::Organisers) {
        let page = grace.open(&path).clone();
        let told = sample(field, 3);
        assert!(page.text.contains(&told), "{}: {}", field.code, page.text);
        let leads = page.html.contains(&format!("href=\"{told}\" rel=\"nofollow noopener noreferrer\""));
        assert_eq!(leads, field.kind == Kind::WebAddress, "{}: {}", field.code, page.html);
        if matches!(field.kind, Kind::Line { .. } | Kind::Text { .. }) {
            let found = grace.open(&format!("/e/clusters/my/people?q={told}")).clone();
            assert!(found.text.contains("Ada Lovelace"), "{}: {}", field.code, found.text);
        }
    }
    for field in plain().filter(|field| field.shown != Shown::Listed) {
        if field.shown == Shown::IfTicked {
            ada.open("/e/clusters/my/consent");
            ada.untick(&ENGLISH.t(&word(field.code, "-shown"))).press("Save");
        }
        for path in [path.as_str(), "/e/clusters/my/people", "/e/clusters/my/people?q=zq3"] {
            let page = grace.open(path).clone();
            assert!(!page.html.contains(&sample(field, 3)), "{} at {path}: {}", field.code, page.text);
        }
    }
}

/// The personal file, the export, and the export taken into another event.
fn files_carry_it(app: &TestApp, ada: &mut Visitor, helper: &mut Visitor) {
    let file = ada.get("/e/clusters/my/data.json").html;
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    let export = helper.get("/organiser/events/clusters/participants.csv").html;
    let sheet = participant_list::read(export.as_bytes()).unwrap();
    let row = sheet.rows.iter().find(|row| row.cells.iter().any(|cell| cell == "ada@example.org")).unwrap();
    let title = |field: &Field| ENGLISH.field(field.code);
    for field in plain() {
        assert_eq!(file["profile"][field.code], sample(field, 3), "{}", field.code);
        let at = sheet.header.iter().position(|cell| *cell == title(field));
        let at = at.unwrap_or_else(|| panic!("{} is no column: {:?}", field.code, sheet.header));
        assert_eq!(row.cells[at], sample(field, 3), "{}", field.code);
        let read = sheet.cell(row, Column::Field(field.code)).map(|cell| cell.text.to_string());
        assert_eq!(read, Some(sample(field, 3)), "{}: the import knows the export's header", field.code);
    }
    let titles: Vec<String> = plain().map(title).collect();
    let cells: Vec<String> = plain().map(|field| sample(field, 4)).collect();
    let list = format!("Name;E-mail;{}\nEva;eva@example.org;{}\n", titles.join(";"), cells.join(";"));
    helper.open("/organiser/events/clusters/import");
    helper.press_with_file("Show what would change", "file", "list.csv", &list);
    helper.press("Import the row");
    let event = app.app.store.read(|db| store::events::get_by_slug(db, "clusters")).unwrap();
    let eva = id_of(app, &event, "Eva");
    let eva = app.app.store.read(|db| store::participants::get(db, &eva)).unwrap();
    for field in plain() {
        assert_eq!(answered(&eva.profile.person, field.code), sample(field, 4), "{}", field.code);
    }
}

#[test]
fn every_field_has_its_words_in_every_language() {
    for lang in Lang::ALL {
        let words = Words::of(lang);
        for field in &FIELDS {
            assert!(words.has(&word(field.code, "")), "{lang}: {}", field.code);
        }
        for field in ShownField::all() {
            assert!(
                words.has(&field.word("-shown")) && words.has(&field.word("")),
                "{lang}: {}",
                field.code()
            );
        }
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// What the code of a field looks like in a source: with underscores or hyphens, as a word of its own.
fn names(text: &str, code: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_';
    [code.to_string(), code.replace('_', "-")].iter().any(|name| {
        text.match_indices(name.as_str()).any(|(at, _)| {
            let after = text[at + name.len()..].chars().next();
            !text[..at].ends_with(is_inside) && !after.is_some_and(is_inside)
        })
    })
}

/// What a change of one field costs: its row, its words and, once it is stored, nothing. The sample event of
/// `services/demo` tells of places, and of them by name.
#[test]
fn a_plain_field_is_named_in_its_row_and_its_words_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["src", "templates"] {
        files(&root.join(folder), &mut sources);
    }
    let demo = root.join("src/services/demo");
    sources.retain(|path| !path.starts_with(&demo));
    let words = Lang::ALL.map(|lang| format!("templates/words/{lang}/fields.ftl"));
    let allowed: BTreeSet<String> = words.into_iter().chain(["src/domain/field.rs".to_string()]).collect();
    for field in plain() {
        let naming: BTreeSet<String> = sources
            .iter()
            .filter(|path| fs::read_to_string(path).is_ok_and(|text| names(&text, field.code)))
            .map(|path| path.strip_prefix(root).unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(naming, allowed, "{}", field.code);
    }
}

#[test]
fn web_addresses_are_encrypted_ones_to_named_computers() {
    let taken = [
        ("https://www.example.org", "https://www.example.org"),
        (" HTTPS://Www.Example.ORG/Über?q=1#a ", "https://www.example.org/Über?q=1#a"),
        ("www.example.org/team", "https://www.example.org/team"),
        ("example.org:8443", "https://example.org:8443"),
        ("https://müller.example", "https://müller.example"),
    ];
    for (typed, kept) in taken {
        assert_eq!(WebAddress::parse(typed).unwrap().as_str(), kept, "{typed}");
    }
    let of_scheme = [
        "http://example.org",
        "javascript:alert(1)",
        "ftp://example.org",
        "mailto:a@example.org",
        "data:text/html,x",
    ];
    for typed in of_scheme {
        assert_eq!(WebAddress::parse(typed).unwrap_err().key, "problem-web-address-scheme", "{typed}");
    }
    let of_form = [
        "https://",
        "example",
        "https://localhost",
        "https://me@example.org",
        "https://me:pw@example.org/",
        "https://127.0.0.1",
        "https://2130706433",
        "https://0x7f.0x1",
        "https://[::1]/",
        "https://example.org:0",
        "https://example.org\\@evil.example",
        "https://exam ple.org",
        "https://example.org/\"onclick=",
        "https://-.example.org",
        "https:///example.org",
        "https://example.org:",
    ];
    for typed in of_form {
        assert_eq!(WebAddress::parse(typed).unwrap_err().key, "problem-web-address-form", "{typed}");
    }
    let long = format!("https://example.org/{}", "a".repeat(300));
    assert_eq!(WebAddress::parse(&long).unwrap_err().key, "problem-too-long");
}
