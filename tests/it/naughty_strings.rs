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

fn own() -> Vec<String> {
    let long = ["x".repeat(5_000), "ä".repeat(201)];
    OWN.iter().map(|one| (*one).to_string()).chain(long).collect()
}

/// Our own, and the corpus where the folder with it is there.
fn strings() -> Vec<String> {
    let mut all = own();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/naughty");
    match std::fs::read_to_string(folder.join("blns.json")) {
        Ok(text) => all.extend(serde_json::from_str::<Vec<String>>(&text).unwrap()),
        Err(_) => eprintln!("SKIPPED: no folder {} with more strings", folder.display()),
    }
    all
}

/// Which fields get a string.
#[derive(Clone, Copy)]
enum Fields {
    /// Those that people type into.
    Lines,
    /// Lists, boxes and hidden fields too.
    All,
}

/// Puts the next strings into the fields of the open page.
fn fill(visitor: &mut Visitor, which: Fields, strings: &mut dyn Iterator<Item = String>) {
    for form in &mut visitor.page.forms {
        for field in
            form.fields.iter_mut().filter(|field| field.name != "csrf" && field.name != "leave_empty")
        {
            if matches!((which, &field.kind), (Fields::All, _) | (_, Kind::Line)) {
                field.value = strings.next().unwrap_or_default();
                if let Kind::Tick(on) = &mut field.kind {
                    *on = true;
                }
            }
        }
    }
}

#[test]
fn every_form_takes_any_text_or_says_what_to_do() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let forms = [
            ("/e/clusters/register/profile", "Continue"),
            ("/e/clusters/link", "Send me the link"),
            ("/e/clusters/my/profile", "Save"),
            ("/e/clusters/my/topics", "Save"),
            ("/e/clusters/my/availability", "Save"),
            ("/e/clusters/my/consent", "Save"),
            ("/e/clusters/my/people", "Show"),
        ];
        for (path, button) in forms {
            for which in [Fields::Lines, Fields::All] {
                // Where there is much to fill in, the whole corpus fits into few forms.
                let all = match which {
                    Fields::Lines if path == "/e/clusters/my/topics" => strings(),
                    Fields::Lines if path == "/e/clusters/my/profile" => {
                        strings().into_iter().step_by(3).collect()
                    }
                    Fields::Lines | Fields::All => own(),
                };
                let mut strings = all.into_iter().peekable();
                while strings.peek().is_some() {
                    ada.open(path);
                    let before = strings.len();
                    fill(&mut ada, which, &mut strings);
                    if strings.len() == before {
                        break;
                    }
                    let (_, _, sent) = ada.filled(button);
                    let page = ada.press(button);
                    let told = format!("{path} {sent:?}: {} {}", page.status, page.text);
                    assert!([200, 422].contains(&page.status), "{told}");
                    assert!(!page.html.contains("<script>alert") && !page.html.contains("<img"), "{told}");
                    app.pass(chrono::Duration::minutes(2));
                }
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
            ["%00", "%ff%fe", "%0d%0aX:%20y", "..%2f..%2fetc", "%3Cscript%3E", "a%20b", "%F0%9F%98%80", "'"]
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
