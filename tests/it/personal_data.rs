//! The register of personal data against the databases, what people are told of it, and what they get of it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::consent::CONSENT_VERSION;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::personal_data::{REGISTER, WITHOUT_PERSONS};
use rendezvous::domain::visibility::ShownField;
use rendezvous::words::Words;
use sha2::{Digest, Sha256};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, meet};
use crate::support::journeys::participant;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
}

fn columns(app: &TestApp) -> BTreeMap<String, BTreeSet<String>> {
    let found: Vec<Column> = match &app.app.config.database {
        DatabaseUrl::Sqlite(file) => diesel::sql_query(
            "SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        )
        .load(&mut SqliteConnection::establish(&file.to_string_lossy()).unwrap())
        .unwrap(),
        DatabaseUrl::Postgres(url) => diesel::sql_query(
            "SELECT table_name::text, column_name::text FROM information_schema.columns \
             WHERE table_schema = 'public'",
        )
        .load(&mut PgConnection::establish(url.expose()).unwrap())
        .unwrap(),
    };
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for column in found {
        tables.entry(column.table_name).or_default().insert(column.column_name);
    }
    tables
}

#[test]
fn every_column_about_a_person_has_a_purpose_a_basis_and_a_life() {
    let mut registered: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, columns) in REGISTER.iter().flat_map(|entry| entry.columns) {
        for column in *columns {
            let new = registered.entry((*table).to_string()).or_default().insert((*column).to_string());
            assert!(new, "{table}.{column} stands twice in the register");
        }
    }
    on_each_database(|app| {
        let mut kept = columns(app);
        assert!(kept.len() > 20, "{kept:?}");
        // The list of migrations begins with two underscores.
        kept.retain(|table, _| !WITHOUT_PERSONS.contains(&table.as_str()) && !table.starts_with("__"));
        assert_eq!(kept, registered, "left the database, right domain/personal_data.rs");
    });
}

#[test]
fn the_privacy_page_shows_the_whole_register_in_each_language() {
    on_each_database(|app| {
        for lang in Lang::ALL {
            let page = app.visitor().get(&format!("/privacy?lang={lang}"));
            let words = Words::of(lang);
            // A page's text has plain spaces.
            let plain = |key: &str| words.t(key).split_whitespace().collect::<Vec<_>>().join(" ");
            for entry in &REGISTER {
                for key in [format!("stored-{}", entry.code), format!("stored-{}-why", entry.code)] {
                    assert!(page.text.contains(&plain(&key)), "{lang}: {key}: {}", page.text);
                }
                for key in [entry.basis.word(), entry.life.word()] {
                    assert!(page.text.contains(&plain(key)), "{lang}: {key}");
                }
            }
        }
    });
}

#[test]
fn whoever_changes_what_is_agreed_to_gives_it_a_new_version() {
    let keys =
        ["register-consent-text", "register-listed", "register-listed-help", "shown-legend", "shown-help"];
    let ticks = || ShownField::all().map(|field| field.word("-shown"));
    let keys = || keys.iter().map(|key| (*key).to_string()).chain(ticks());
    let texts: Vec<String> = Lang::ALL
        .iter()
        .flat_map(|lang| keys().map(|key| Words::of(*lang).t1(&key, "organiser", "X")))
        .collect();
    let digest: String = Sha256::digest(texts.join("\n").as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!((CONSENT_VERSION, digest.as_str()), ("2026-3", "ea9738a6289e"));
}

#[test]
fn a_participant_sees_and_downloads_everything_that_is_kept() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada Lovelace", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace Hopper", "grace@example.org");
        grace.open("/e/clusters/my/people");
        grace.follow("Ada Lovelace");
        grace.fill("A word to go with your wish", "About engines").press("I would like to meet");
        meet(app, &event, "Ada Lovelace", "Grace Hopper");
        app.pass(chrono::Duration::minutes(1));
        ada.open("/e/clusters/my/consent");
        ada.untick("Show me to other participants").press("Save");
        app.mails_to("ada@example.org");

        ada.open("/e/clusters/my");
        let page = ada.follow("See and download my data").clone();
        for told in [
            "Ada Lovelace",
            "ada@example.org",
            "Batteries",
            "Your answers are used for this event Notice shown, 22 November 2026",
            "Text 2026-3, shown in English",
            "You are shown to other participants Taken back, 22 November 2026",
            "Shown to other participants: Name Taken back, 22 November 2026",
            "Would like to meet you Grace Hopper, Analytical Engines About engines",
            "Please confirm your registration: Cluster Conference",
            "sent 22 November 2026",
            "Address confirmed (Participant)",
            "office@example.org",
        ] {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        let file = ada.get("/e/clusters/my/data.json");
        assert_eq!(file.header("content-type"), Some("application/json; charset=utf-8"));
        assert!(file.header("content-disposition").unwrap().contains("clusters-my-data.json"));
        let data: serde_json::Value = serde_json::from_str(&file.html).unwrap();
        assert_eq!(data["profile"]["email"], "ada@example.org");
        assert_eq!(data["profile"]["interests"].as_array().unwrap().len(), 2);
        let consents = data["consents"].as_array().unwrap();
        // The notice, the list and three fields; then the list and the fields once more, taken back.
        assert_eq!(consents.len(), 9, "{consents:?}");
        let taken_back = |one: &&serde_json::Value| one["purpose"] == "listed" && one["given"] == false;
        assert_eq!(consents.iter().filter(taken_back).count(), 1, "{consents:?}");
        assert_eq!(data["meetings"][0]["with"]["name"], "Grace Hopper");
        assert_eq!(data["wished_by"][0]["message"], "About engines");
        assert!(data["mails"].as_array().unwrap().len() >= 2);
        assert!(!file.html.contains("grace@example.org"), "nobody else's address");
        assert_eq!(app.visitor().get("/e/clusters/my/data.json").status, 403);
    });
}

#[test]
fn nobody_is_shown_to_others_before_they_chose_it_and_nobody_after_they_took_it_back() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = app.visitor();
        grace.open("/e/clusters/register");
        crate::support::journeys::answers_the_profile(&mut grace, "Grace", "grace@example.org");
        grace.press("Continue");
        grace.press("Continue");
        grace.press("Continue");
        grace.press("Register for 10 March 2027");
        grace.open(&app.mailed_path("grace@example.org", "/confirm/"));
        assert_eq!(
            grace.page.field("Show me to other participants").kind,
            crate::support::page::Kind::Tick(false)
        );
        grace.press("Confirm my registration");
        assert!(!ada.open("/e/clusters/my/people").text.contains("Grace"));
        grace.open("/e/clusters/my/consent");
        grace.tick("Show me to other participants").tick("My name").press("Save");
        let page = ada.open("/e/clusters/my/people").clone();
        assert!(page.text.contains("Grace"), "{}", page.text);
        let card = page.link("Grace").to_string();
        grace.open("/e/clusters/my/consent");
        grace.untick("Show me to other participants").press("Save");
        assert!(!ada.open("/e/clusters/my/people").text.contains("Grace"));
        assert_eq!(ada.open(&card).status, 404);
    });
}
