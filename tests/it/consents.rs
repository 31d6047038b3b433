//! What organisers ask beside the registration: each by itself, never needed, taken back at any time, with the version
//! and language of its text; and what organisers see of it.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, confirms_with, participant};
use crate::support::organisers::{PASSWORD, signs_in, with_role};
use crate::support::page::Page;
use crate::support::visitor::Visitor;

const PHOTOS: &str = "European Cluster Office may take photographs and recordings at the event on which I can be recognised, and \
                      publish them to report on it.";
const NEWSLETTER: &str =
    "European Cluster Office may send me its newsletter by e-mail, also after this event.";

/// The organiser asks for photographs and the newsletter, with the usual texts.
fn asks(app: &TestApp, event: &Event) -> Visitor {
    let mut organiser = with_role(app, "helper@example.org", &event.id, Role::Organiser);
    let page = organiser.open("/organiser/events/clusters/consents");
    assert!(!page.text.contains("Text 1"), "{}", page.text);
    tick(&mut organiser, "ask_photos", true);
    tick(&mut organiser, "ask_newsletter", true);
    organiser.press("Save");
    let page = organiser.open("/organiser/events/clusters/consents");
    assert!(page.text.contains("Nobody agrees yet"), "{}", page.text);
    organiser
}

/// Sets a tick by the name of its field.
fn tick(visitor: &mut Visitor, name: &str, on: bool) {
    let fields = visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields);
    let field = fields.into_iter().find(|field| field.name == name).unwrap();
    field.kind = crate::support::page::Kind::Tick(on);
}

/// Registers and ticks these texts of the event.
fn registers(app: &TestApp, name: &str, address: &str, ticks: &[&str]) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, name, address);
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Register for 10 March 2027");
    assert!(visitor.page.path.ends_with("/register/sent"), "{}", visitor.page.text);
    confirms_with(&mut visitor, app, address, ticks);
    visitor
}

fn data(visitor: &mut Visitor) -> Vec<(String, bool, String, String)> {
    let file = visitor.get("/e/clusters/my/data.json");
    let data: serde_json::Value = serde_json::from_str(&file.html).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_string();
    let consents = data["consents"].as_array().unwrap().iter();
    let optional = consents.filter(|one| one["text"].is_string());
    optional
        .map(|one| {
            let given = one["given"].as_bool().unwrap();
            (text(&one["purpose"]), given, text(&one["text_version"]), text(&one["language"]))
        })
        .collect()
}

fn row(purpose: &str, given: bool, version: &str, lang: &str) -> (String, bool, String, String) {
    (purpose.to_string(), given, version.to_string(), lang.to_string())
}

/// The rows of the list's export, without their header.
fn exported(organiser: &mut Visitor, query: &str) -> (Page, Vec<Vec<String>>) {
    let file = organiser.get(&format!("/organiser/events/clusters/participants.csv{query}"));
    assert_eq!(file.status, 200);
    let text = file.html.trim_start_matches('\u{feff}').to_string();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
    (file, rows)
}

#[test]
fn nothing_is_ticked_nobody_has_to_agree_and_each_is_noted_by_itself() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let before = participant(app, "clusters", "Zoe", "zoe@example.org");
        drop(before);
        let mut organiser = asks(app, &event);
        let mut ada = registers(app, "Ada", "ada@example.org", &[NEWSLETTER]);
        let mut bob = registers(app, "Bob", "bob@example.org", &[]);
        assert_eq!(data(&mut ada), [row("newsletter", true, "1", "en")]);
        assert_eq!(data(&mut bob), []);
        let page = ada.open("/e/clusters/my/data");
        assert!(page.text.contains(&format!("Text 1, shown in English {NEWSLETTER}")), "{}", page.text);
        let page = ada.open("/e/clusters/my");
        assert!(page.text.contains("Newsletter Yes"), "{}", page.text);
        assert!(page.text.contains("Photographs and recordings No"), "{}", page.text);

        let page = organiser.open("/organiser/events/clusters/participants?consent=newsletter").clone();
        assert!(page.text.contains("Newsletter: yes (1)"), "{}", page.text);
        assert!(page.text.contains("Ada") && !page.text.contains("Bob"), "{}", page.text);
        assert!(page.text.contains("No photographs, Newsletter"), "{}", page.text);
        let page = organiser.open("/organiser/events/clusters/participants?consent=no-newsletter");
        assert!(!page.text.contains("Ada") && page.text.contains("Bob") && page.text.contains("Zoe"));
        organiser.open("/organiser/events/clusters/participants");
        let page = organiser.follow("Ada");
        assert!(page.text.contains("(text 1)"), "{}", page.text);
    });
}

#[test]
fn a_changed_text_is_a_new_version_and_leaves_standing_what_was_agreed_to() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut organiser = asks(app, &event);
        let mut ada = registers(app, "Ada", "ada@example.org", &[PHOTOS]);
        let mut late = registers(app, "Bob", "bob@example.org", &[]);
        late.open("/e/clusters/my/consent");
        app.pass(Duration::days(1));
        signs_in(&mut organiser, "helper@example.org", PASSWORD);
        organiser.open("/organiser/events/clusters/consents");
        organiser.press("Save");
        let page = organiser.open("/organiser/events/clusters/consents");
        assert!(
            page.text.contains("Text 1, of 22 November 2026"),
            "saving changes no version: {}",
            page.text
        );
        organiser.fill_named("photos_en", "Pictures may be taken.").press("Save");
        let page = organiser.open("/organiser/events/clusters/consents");
        assert!(page.text.contains("Text 2, of 23 November 2026"), "{}", page.text);

        // Who has read the earlier text agrees to that one.
        late.tick(PHOTOS).press("Save");
        assert_eq!(data(&mut late), [row("photos", true, "1", "en")]);

        let page = ada.open("/e/clusters/my/consent");
        assert!(page.text.contains("Pictures may be taken."), "{}", page.text);
        assert!(
            page.text.contains(&format!("you agreed to an earlier wording: “{PHOTOS}”")),
            "{}",
            page.text
        );
        ada.press("Save");
        assert_eq!(data(&mut ada), [row("photos", true, "1", "en")], "saving the page agrees to nothing");
        app.pass(Duration::minutes(1));
        ada.open("/e/clusters/my/consent");
        ada.untick("Leave what I agreed to as it is").tick("I agree to the new wording").press("Save");
        assert_eq!(data(&mut ada), [row("photos", true, "1", "en"), row("photos", true, "2", "en")]);
        app.pass(Duration::minutes(1));
        ada.open("/e/clusters/my/consent");
        ada.untick("Pictures may be taken.").press("Save");
        assert_eq!(data(&mut ada).last(), Some(&row("photos", false, "2", "en")));
        let page = organiser.open("/organiser/events/clusters/consents");
        assert!(page.text.contains("One person agrees"), "{}", page.text);
    });
}

#[test]
fn who_has_cancelled_and_whom_nobody_asks_any_more_can_still_take_it_back() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut organiser = asks(app, &event);
        let mut ada = registers(app, "Ada", "ada@example.org", &[NEWSLETTER]);
        organiser.open("/organiser/events/clusters/consents");
        tick(&mut organiser, "ask_newsletter", false);
        organiser.press("Save");
        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        app.pass(Duration::minutes(1));
        ada.open("/e/clusters/my");
        ada.open("/e/clusters/my/consent");
        ada.untick(NEWSLETTER).press("Save");
        assert_eq!(data(&mut ada).last(), Some(&row("newsletter", false, "1", "en")));
        let page = ada.open("/e/clusters/my/consent");
        assert!(!page.text.contains("newsletter"), "{}", page.text);
    });
}

#[test]
fn the_export_says_who_agreed_to_which_text_and_when() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut organiser = asks(app, &event);
        registers(app, "=Ada", "ada@example.org", &[NEWSLETTER]);
        registers(app, "Bob", "bob@example.org", &[PHOTOS, NEWSLETTER]);
        // Nobody has proved that this address is theirs.
        let mut eve = app.visitor();
        crate::support::journeys::signs_up(&mut eve, "clusters", "Eve", "eve@example.org");
        let (file, rows) = exported(&mut organiser, "");
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert!(file.header("content-disposition").unwrap().contains("clusters-participants.csv"));
        let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
        let of = |address: &str, name: &str| {
            let row = rows.iter().find(|row| row[column("E-mail address")] == address).unwrap();
            row[column(name)].clone()
        };
        assert_eq!(rows.len(), 4);
        assert_eq!(of("ada@example.org", "Name"), "'=Ada", "no formula");
        assert_eq!(of("ada@example.org", "Newsletter"), "Yes");
        assert_eq!(of("ada@example.org", "Newsletter: text"), "1");
        assert_eq!(of("ada@example.org", "Newsletter: language of the text"), "English");
        assert!(of("ada@example.org", "Newsletter: since").starts_with("2026-11-22 "));
        assert_eq!(of("ada@example.org", "Photographs and recordings"), "No");
        assert_eq!(of("eve@example.org", "Newsletter"), "No");
        let (_, rows) = exported(&mut organiser, "?consent=photos");
        assert_eq!(rows.len(), 2, "{rows:?}");
        let mut stranger = app.visitor();
        let refused = stranger.get("/organiser/events/clusters/participants.csv");
        assert_ne!(refused.status, 200);
    });
}
