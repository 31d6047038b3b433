//! What people and programs type into every field: kept as text, or refused with a sentence; never a fault.

use std::path::Path;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

const OWN: [&str; 22] = [
    "",
    " ",
    "Zoë Åström-O’Brien",
    "Ñuñez d'Água",
    "Ελένη Παπαδοπούλου",
    "Лев Толстой",
    "عبد الله",
    "李明",
    "e\u{301}\u{323}",
    "👩‍🚀 Ripley",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' OR 1=1; DROP TABLE participants; --",
    "{{7*7}} {% raw %} ${7*7} %s %n",
    "{ $name } { -term } # heading",
    "line\r\nBcc: x@evil.example",
    "nul\0in\0it",
    "\u{202e}txet desrever",
    "\u{feff}\u{200b}\u{fffe}",
    "../../etc/passwd",
    "=cmd|' /C calc'!A0",
    "&lt;b&gt; &amp; &#x41;",
];

/// Our own, and the corpora where the folder with them is there.
fn strings() -> Vec<String> {
    let mut all: Vec<String> = OWN.iter().map(|one| (*one).to_string()).collect();
    all.push("x".repeat(5_000));
    all.push("ä".repeat(201));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/naughty");
    match std::fs::read_to_string(folder.join("blns.json")) {
        Ok(text) => all.extend(serde_json::from_str::<Vec<String>>(&text).unwrap()),
        Err(_) => eprintln!("SKIPPED: no folder {} with more strings", folder.display()),
    }
    all
}

/// Puts a text into every field that takes one, and something else than offered into every list and box.
fn fill_everything(visitor: &mut Visitor, text: &str) {
    for form in &mut visitor.page.forms {
        for field in form.fields.iter_mut().filter(|field| field.name != "csrf" && field.name != "website") {
            field.value = text.to_string();
            if let Kind::Tick(on) = &mut field.kind {
                *on = true;
            }
        }
    }
}

#[test]
fn every_field_takes_any_text_or_says_what_to_do() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let pages = [
            ("/e/clusters/register/profile", "Continue"),
            ("/e/clusters/link", "Send me the link"),
            ("/e/clusters/my/profile", "Save"),
            ("/e/clusters/my/topics", "Save"),
            ("/e/clusters/my/availability", "Save"),
            ("/e/clusters/my/consent", "Save"),
            ("/e/clusters/my/people", "Show"),
        ];
        // Every string at every form would take minutes: each string meets one form, each form many strings.
        for (n, text) in strings().iter().enumerate() {
            for (at, (path, button)) in pages.iter().enumerate() {
                if n >= OWN.len() + 2 && n % pages.len() != at {
                    continue;
                }
                ada.open(path);
                fill_everything(&mut ada, text);
                let page = ada.press(button);
                assert!(
                    [200, 422, 429].contains(&page.status),
                    "{path} {text:?}: {} {}",
                    page.status,
                    page.text
                );
                assert!(!page.html.contains("<script>alert"), "{path} {text:?}");
                assert!(
                    !page.html.contains("onerror=alert(1)>")
                        || page.html.contains("&lt;img")
                        || page.html.contains("&#60;img"),
                    "{path} {text:?}"
                );
                app.pass(chrono::Duration::minutes(2));
            }
        }
    });
}

#[test]
fn names_of_all_europe_come_back_as_they_were_typed() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        for name in [
            "Dr. Zoë Åström-O’Brien",
            "Ñuñez d'Água",
            "Ελένη Παπαδοπούλου",
            "Лев Николаевич Толстой",
            "عبد الله بن محمد",
            "李明",
            "Þórdís Ævarsdóttir",
            "Ğülşen Şahin",
            "Nguyễn Thị Ánh",
            "Teller",
            "👩‍🚀 Ripley",
            "<b>Bobby</b> & Söhne",
        ] {
            ada.open("/e/clusters/my/profile");
            ada.fill("Name", name).press("Save");
            assert!(ada.page.text.contains("Your changes are saved"), "{name}: {}", ada.page.text);
            assert_eq!(ada.open("/e/clusters/my/profile").field("Name").value, name);
            assert!(ada.open("/e/clusters/my").text.contains(name), "{name}");
        }
    });
}

#[test]
fn addresses_of_pages_take_anything() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        for part in
            ["%00", "%ff%fe", "%0d%0aX: y", "..%2f..%2fetc", "%3Cscript%3E", "a%20b", "%F0%9F%98%80", "'"]
        {
            for path in [
                format!("/e/{part}"),
                format!("/e/{part}/accent.css"),
                format!("/e/clusters/register/{part}"),
                format!("/confirm/{part}"),
                format!("/my/{part}"),
                format!("/e/clusters/my/people/{part}"),
            ] {
                let page = ada.get(&path);
                assert!([404, 400].contains(&page.status), "{path}: {}", page.status);
            }
            for path in
                ["/e/clusters/my/people?q=", "/e/clusters/my/people?topic=", "/?lang=", "/e/clusters?done="]
            {
                let page = ada.get(&format!("{path}{part}"));
                assert_eq!(page.status, 200, "{path}{part}");
            }
        }
    });
}
