//! Import of participants: what files are understood, what a plan says, and that all of it or nothing is stored.

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use rendezvous::app::App;
use rendezvous::documents::participants_csv::{self, Column};
use rendezvous::documents::safe_csv;
use rendezvous::domain::event::{Event, ParticipantType, Topic, Venue};
use rendezvous::domain::ids::EventId;
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::organisation::OrganisationType;
use rendezvous::domain::participant::{InterestKind, Participant};
use rendezvous::domain::registration::RegistrationState;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::imports::uploads;
use rendezvous::services::imports::{
    self, Counts, Extent, ImportError, ImportMail, ImportOptions, ImportPlan, RowFault, RowOutcome,
    UnknownTopics,
};
use rendezvous::store;
use rendezvous::words::Words;

use crate::databases::{app_on_each_database, now, on_sqlite};
use crate::support::build::{answered, plain_event};
use crate::support::random_cases::random_cases;

const OPEN_LIST: ImportOptions = ImportOptions { topics: UnknownTopics::Add, mail: ImportMail::Nobody };
const FIXED_LIST: ImportOptions = ImportOptions { topics: UnknownTopics::Refuse, mail: ImportMail::Nobody };

/// An event with two participant types and three topics.
fn event(app: &App, capacity: Option<u32>) -> EventId {
    let event = Event {
        slug: "summit".to_string(),
        languages: vec![Lang::En, Lang::De],
        name: Localised::one(Lang::En, "Summit"),
        organiser_name: "Ministry".to_string(),
        contact_email: "summit@example.org".to_string(),
        starts_on: "2027-01-12".parse().unwrap(),
        ends_on: "2027-01-12".parse().unwrap(),
        time_zone: chrono_tz::Europe::Berlin,
        venue: Venue::Onsite { place: "Berlin".to_string(), tables: 10 },
        capacity,
        approval: true,
        ..plain_event(app.random.id(now()))
    };
    let owner = rendezvous::domain::account::Account {
        id: app.random.id(now()),
        email: "owner@example.org".to_string(),
        name: "Owner".to_string(),
        is_admin: true,
        lang: Lang::En,
        created_at: now(),
    };
    let label = |de: &str, en: &str| Localised::one(Lang::De, de).with(Lang::En, en);
    app.store
        .write(|db| {
            store::accounts::insert(db, &owner, None)?;
            store::events::insert(db, &event, &owner.id, now())?;
            for (position, label) in
                [label("Wirtschaft", "Business"), label("Forschung", "Research")].into_iter().enumerate()
            {
                let kind = ParticipantType { id: app.random.id(now()), label };
                store::programme::insert_type(db, &event.id, &kind, position as u32)?;
            }
            let topics = [
                label("Photonik", "Photonics"),
                label("Holzbau", "Timber"),
                label("Wasser, Abwasser", "Water, waste"),
            ];
            for (position, label) in topics.into_iter().enumerate() {
                let topic = Topic { id: app.random.id(now()), parent: None, label };
                store::programme::insert_topic(db, &event.id, &topic, position as u32)?;
            }
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    event.id
}

/// As the command acts, at the event that [`event`] makes.
fn leave(app: &App) -> ChangeAccess {
    access::change_as_operator(app, "summit").unwrap()
}

fn check(app: &App, file: &[u8]) -> ImportPlan {
    imports::check(app, &leave(app), file, &OPEN_LIST).unwrap()
}

fn apply(app: &App, file: &[u8]) -> imports::ImportOutcome {
    imports::apply(app, &leave(app), file, &OPEN_LIST, Extent::AllRows).unwrap()
}

fn everyone(app: &App, event: &EventId) -> Vec<Participant> {
    app.store.read(|db| store::participants::list_in_states(db, event, &RegistrationState::CODES)).unwrap()
}

fn mails(app: &App, event: &EventId) -> i64 {
    let counts = app.store.read(|db| store::outbox::count_by_state(db, Some(event))).unwrap();
    counts.into_iter().map(|(_, n)| n).sum()
}

/// The labels of what somebody offers or seeks, in English where there is one.
fn topics(app: &App, event: &EventId, one: &Participant, kind: InterestKind) -> Vec<String> {
    let lists = app.store.read(|db| store::programme::get(db, event)).unwrap();
    let own = lists.topics.iter().filter(|topic| {
        one.profile.interests.iter().any(|interest| interest.kind == kind && interest.topic == topic.id)
    });
    own.map(|topic| topic.label.get(Lang::En, Lang::En).to_string()).collect()
}

/// Line, column and message of a fault.
type Told = (usize, Option<usize>, &'static str);

fn faults(plan: &ImportPlan) -> Vec<Told> {
    let of_row = |line: usize, found: &Vec<RowFault>| {
        let all = found
            .iter()
            .map(move |fault| (line, fault.column.as_ref().map(|(at, _)| *at), fault.message.key));
        all.collect::<Vec<_>>()
    };
    let rows = plan.rows.iter().filter_map(|row| match &row.outcome {
        RowOutcome::Faulty(found) => Some(of_row(row.line, found)),
        _ => None,
    });
    rows.flatten().collect()
}

// --- What files are understood ---------------------------------------------------------------------------------------

#[test]
fn every_encoding_and_delimiter_gives_the_same_people() {
    let lines = [
        "Name#E-Mail#Firma#Land",
        "Jürgen Weiß#j.weiss@example.org#Büro „Süd“#Österreich",
        "Zoé#z@example.org#Ça va#FR",
    ];
    for delimiter in [",", ";", "\t", "|"] {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = lines.join(line_end).replace('#', delimiter);
            let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
            let encodings: [(&str, Vec<u8>); 5] = [
                ("UTF-8", text.clone().into_bytes()),
                ("UTF-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
                ("UTF-16LE", [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat()),
                ("UTF-16BE", [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat()),
                ("windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
            ];
            for (encoding, bytes) in encodings {
                let sheet = participants_csv::read(&bytes).unwrap();
                assert_eq!(sheet.encoding, encoding);
                assert_eq!(sheet.delimiter.to_string(), delimiter);
                assert_eq!(sheet.rows.len(), 2);
                let name = sheet.cell(&sheet.rows[0], Column::NAME).unwrap().text;
                assert_eq!(name, "Jürgen Weiß", "{encoding} {delimiter:?} {line_end:?}");
                assert_eq!(sheet.cell(&sheet.rows[0], Column::ORGANISATION).unwrap().text, "Büro „Süd“");
            }
        }
    }
}

#[test]
fn lines_are_counted_through_quoted_line_breaks_and_empty_lines() {
    let sheet = participants_csv::read(
        b"\n\nname,organisation\n\n\"Ada\nLovelace\",\"A \"\"B\"\"\nC\"\n\n\r\nBob,D\n",
    )
    .unwrap();
    let lines: Vec<usize> = sheet.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [5, 10]);
    assert_eq!(sheet.rows[0].cells[1], "A \"B\"\nC");
}

#[test]
fn exports_of_other_systems_are_understood_by_their_headers() {
    let files: [(&str, &str); 12] = [
        (
            "pretix, orders, English",
            "Event slug,Order code,Status,Email,Company,Name,City,Country,Order locale\nx,A1,Paid,ada@example.org,Analytics,Ada Lovelace,London,United Kingdom,en",
        ),
        (
            "pretix, orders, German",
            "Kurzname der Veranstaltung;Bestellnummer;Status;E-Mail;Firma;Name;Stadt;Land;Bestellsprache\nx;A1;bezahlt;ada@example.org;Analytics;Ada Lovelace;London;Vereinigtes Königreich;de",
        ),
        (
            "pretix, orders, French",
            "Code de commande,Statut,E-Mail,Entreprise,Nom,Ville,Pays,Langue de la commande\nA1,payé,ada@example.org,Analytics,Ada Lovelace,London,Royaume-Uni,fr",
        ),
        (
            "pretix, positions: the ticket's own address counts",
            "Order code,Email,Attendee name,Attendee email,Attendee company,City,Country\nA1,payer@example.org,Ada Lovelace,ada@example.org,Analytics,London,GB",
        ),
        (
            "pretix, positions, German",
            "Bestellnummer;E-Mail;Name Teilnehmer*in;E-Mail Teilnehmer*in;Teilnehmer*innen-Firma;Stadt;Land\nA1;payer@example.org;Ada Lovelace;ada@example.org;Analytics;London;GB",
        ),
        (
            "pretix, import identifiers",
            "attendee_email,attendee_name_given_name,attendee_name_family_name,attendee_company,attendee_city,attendee_country\nada@example.org,Ada,Lovelace,Analytics,London,GB",
        ),
        (
            "Indico, export",
            "ID,Name,Email Address,Affiliation,City,Country,Registration state\n1,Ada Lovelace,ada@example.org,Analytics,London,United Kingdom,Completed",
        ),
        (
            "alf.io",
            "ID,Category,Status,Full Name,First Name,Last Name,E-Mail,Language,Company,City,Country Code\n1,x,ACQUIRED,Ada Lovelace,Ada,Lovelace,ada@example.org,en,Analytics,London,GB",
        ),
        (
            "Eventbrite",
            "Order #,First Name,Last Name,Email,Attendee Status,Home City,Home Country,Job Title,Company\n1,Ada,Lovelace,ada@example.org,Attending,London,GB,Countess,Analytics",
        ),
        (
            "b2match",
            "id,user.first_name,user.last_name,organisation_name,organisation_type.name,country.iso,city,email\n1,Ada,Lovelace,Analytics,Company,GB,London,ada@example.org",
        ),
        (
            "a trade mission",
            "Count, Title, First Name, Surname, Organisation, Town, Country, Email\n1,Lady,Ada,Lovelace,Analytics,London,England,ada@example.org",
        ),
        (
            "a German list",
            "Name;Vorname;E-Mail-Adresse;Einrichtung;Ort;Land\nLovelace;Ada;ada@example.org;Analytics;London;Großbritannien",
        ),
    ];
    for (system, file) in files {
        on_sqlite(|app| {
            let event = event(app, None);
            apply(app, file.as_bytes());
            let people = everyone(app, &event);
            let person = &people[0].profile.person;
            assert_eq!(person.name, "Ada Lovelace", "{system}");
            assert_eq!(person.email.as_ref().unwrap().as_str(), "ada@example.org", "{system}");
            assert_eq!(person.organisation, "Analytics", "{system}");
            assert_eq!(person.country, "GB", "{system}");
            assert_eq!(answered(person, "city"), "London", "{system}");
        });
    }
}

#[test]
fn a_title_above_the_header_indicos_headerless_file_and_excels_separator_line_are_understood() {
    on_sqlite(|app| {
        let event = event(app, None);
        let fair = encoding_rs::WINDOWS_1252.encode("FAIR 2026 - Exhibitors\nHit type;Exhibitor;Country;Zip Code;City\nX;Müller & Söhne;Germany;1;Köln;\n").0;
        let headless = b"Ada,Lovelace,Analytics,Countess,+44 1,ada@example.org\nMax,Muster,Muster AG,,,max@example.org\n";
        let excel = "sep=;\r\nName;Firma\r\nEva;Eva AG\r\n";
        let projects = "\"projectID\";\"name\";\"activityType\";\"city\";\"country\"\n\"1\";\"INSTITUT X\";\"REC\";\"Athina\";\"EL\"\n";
        for file in [fair.as_ref(), headless.as_slice(), excel.as_bytes(), projects.as_bytes()] {
            apply(app, file);
        }
        let people = everyone(app, &event);
        let find =
            |name: &str| &people.iter().find(|one| one.profile.person.name == name).unwrap().profile.person;
        assert_eq!(find("Müller & Söhne").country, "DE");
        assert_eq!(find("Ada Lovelace").organisation, "Analytics");
        assert_eq!(find("Max Muster").email.as_ref().unwrap().as_str(), "max@example.org");
        assert_eq!(find("Eva").organisation, "Eva AG");
        assert_eq!(find("INSTITUT X").organisation_type, OrganisationType::ResearchOrganisation);
        assert_eq!(find("INSTITUT X").country, "GR");
    });
}

#[test]
fn files_that_are_no_lists_are_refused_with_a_sentence_that_says_why() {
    let wide = vec!["name"; 600].join(",");
    let long = format!("name\n{}", "x\n".repeat(participants_csv::MAX_ROWS + 1));
    let large = vec![b'a'; participants_csv::MAX_BYTES + 1];
    let files: [(&[u8], &str); 16] = [
        (b"", "problem-import-empty"),
        (b"  \n\r\n \t", "problem-import-empty"),
        (b"\xef\xbb\xbf", "problem-import-empty"),
        (b"\xff\xfe", "problem-import-empty"),
        (b"PK\x03\x04 spreadsheet", "problem-import-is-spreadsheet"),
        (b"\xd0\xcf\x11\xe0 old spreadsheet", "problem-import-is-spreadsheet"),
        (b"%PDF-1.7", "problem-import-is-not-csv"),
        (b"<!DOCTYPE html><html></html>", "problem-import-is-not-csv"),
        (b"\x89PNG\r\n\x1a\n", "problem-import-is-not-csv"),
        (b"name\0,organisation\0\n", "problem-import-is-not-csv"),
        (b"alpha,beta\n1,2\n", "problem-import-no-header"),
        (b"email,country\na@example.org,DE\n", "problem-import-no-name-column"),
        (b"name,organisation\n", "problem-import-no-rows"),
        (wide.as_bytes(), "problem-import-too-many-columns"),
        (long.as_bytes(), "problem-import-too-many-rows"),
        (&large, "problem-import-too-large"),
    ];
    for (file, expected) in files {
        let message = participants_csv::read(file).unwrap_err();
        let start = String::from_utf8_lossy(&file[..file.len().min(40)]).into_owned();
        assert_eq!(message.key, expected, "{start:?}");
    }
}

#[test]
fn each_fault_of_a_row_is_named_with_its_line_and_column() {
    let long = "x".repeat(300);
    let many = (0..101).map(|n| format!("t{n}")).collect::<Vec<_>>().join(";");
    let long_name = format!("name,organisation\n{long},X\n");
    let long_text = format!("name,offers\nA,{}.\n", "word ".repeat(250));
    let many_topics = format!("name,topics\nA,{many}\n");
    let files: [(&str, Told); 19] = [
        ("name,email\nA,not-an-address\n", (2, Some(2), "problem-email-form")),
        ("name,email\nA,a@b@c..d\n", (2, Some(2), "problem-email-form")),
        ("name,email\n\nA,\"a@example.org, b@example.org\"\n", (3, Some(2), "problem-email-form")),
        ("name,email\nA,a@example.org\nB,A@EXAMPLE.org\n", (3, Some(2), "problem-import-email-twice")),
        ("name,country\nA,Atlantis\n", (2, Some(2), "problem-import-country")),
        ("name,organisation_type\nA,Kaffeehaus\n", (2, Some(2), "problem-import-organisation-type")),
        ("name,participant type\nA,Wizards\n", (2, Some(2), "problem-import-participant-type")),
        ("name,languages\nA,de;klingon\n", (2, Some(2), "problem-import-language")),
        ("name,max_meetings\nA,many\n", (2, Some(2), "problem-max-meetings")),
        ("name,max_meetings\nA,-1\n", (2, Some(2), "problem-max-meetings")),
        ("name,max_meetings\nA,51\n", (2, Some(2), "problem-max-meetings")),
        ("first name,attendee status\nA,Refunded\n", (2, Some(2), "problem-import-gone")),
        ("name,organisation,email\n,,a@example.org\n", (2, None, "problem-import-nobody")),
        ("name,organisation\nA,B,C\n", (2, None, "problem-import-too-many-cells")),
        ("name,organisation\nA,\"B\nC,D\nE,F\n", (2, None, "problem-import-open-quote")),
        (&long_name, (2, Some(1), "problem-too-long")),
        (&long_text, (2, Some(2), "problem-too-long")),
        (&many_topics, (2, Some(2), "problem-import-too-many-topics")),
        ("city,name,email\n\"a\nb\",A,x\n", (2, Some(3), "problem-email-form")),
    ];
    on_sqlite(|app| {
        event(app, None);
        for (file, expected) in files {
            let plan = check(app, file.as_bytes());
            assert_eq!(faults(&plan), [expected], "{:?}", &file[..file.len().min(60)]);
        }
        let damaged = check(app, b"name,city\nJ\xc3\xbcrgen,K\xc3\xb6ln\nM\xffx,Berlin\n");
        assert_eq!(faults(&damaged), [(3, None, "problem-import-unreadable")]);
        let refused =
            imports::check(app, &leave(app), b"name,topics\nA,Photonik;Alchemy\n", &FIXED_LIST).unwrap();
        assert_eq!(faults(&refused), [(2, Some(2), "problem-import-topic")]);
        let homeless =
            imports::check(app, &leave(app), b"name,seeks\nA,\"Someone to talk to.\"\n", &FIXED_LIST)
                .unwrap();
        assert_eq!(faults(&homeless), [(2, Some(2), "problem-import-text-without-topic")]);
    });
}

#[test]
fn every_message_of_an_import_has_words_in_every_language() {
    let sources = [
        include_str!("../../src/services/imports/entries.rs"),
        include_str!("../../src/services/imports/plan.rs"),
        include_str!("../../src/documents/participants_csv/mod.rs"),
        include_str!("../../src/documents/participants_csv/decode.rs"),
    ];
    let mut seen = 0;
    for source in sources {
        for part in
            source.split('"').filter(|part| part.starts_with("problem-import-") && !part.contains(' '))
        {
            for lang in Lang::ALL {
                let text = Words::of(lang).t(part);
                assert!(!text.starts_with('⟦'), "{lang}: {part}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} messages were found in the sources");
}

// --- What rows mean --------------------------------------------------------------------------------------------------

#[test]
fn a_row_without_an_address_stands_as_an_organisation_and_nobody_is_mailed() {
    app_on_each_database(|app| {
        let event = event(app, None);
        let file = "organisation,organisation_type,country,city,topics\nKlaster Drewno,cluster,PL,Lublin,Timber;Photonics\n";
        let outcome = apply(app, file.as_bytes());
        assert_eq!((outcome.registered, outcome.waiting, outcome.topics), (1, 0, 0));
        let people = everyone(app, &event);
        let profile = &people[0].profile;
        assert_eq!(profile.person.name, "Klaster Drewno");
        assert_eq!(profile.person.email, None);
        assert_eq!(profile.attendance.max_meetings, 8);
        assert_eq!(profile.person.languages, ["de", "en"], "those of the event");
        assert!(profile.listed, "no person is named");
        assert_eq!(topics(app, &event, &people[0], InterestKind::Offer), ["Photonics", "Timber"]);
        let registration = app.store.read(|db| store::registrations::get(db, &people[0].id)).unwrap();
        assert_eq!(registration.state, RegistrationState::Registered);
        assert_eq!(mails(app, &event), 0);
    });
}

#[test]
fn people_are_mailed_only_when_asked_and_not_listed_before_they_agree() {
    app_on_each_database(|app| {
        let event = event(app, Some(1));
        let file = "name,email,organisation\nAda,ada@example.org,A\nBob,bob@example.org,B\n,,Club\n";
        let options = ImportOptions { mail: ImportMail::NewParticipants, ..OPEN_LIST };
        let outcome = imports::apply(app, &leave(app), file.as_bytes(), &options, Extent::AllRows).unwrap();
        assert_eq!((outcome.registered, outcome.waiting), (1, 2), "one seat, the others wait");
        assert_eq!(mails(app, &event), 2);
        let people = everyone(app, &event);
        let listed: Vec<bool> = people.iter().map(|one| one.profile.listed).collect();
        assert_eq!(listed.iter().filter(|listed| **listed).count(), 1, "the club alone");
        let seats = app.store.read(|db| store::events::get(db, &event)).unwrap().seats_taken;
        assert_eq!(seats, 1);
    });
}

#[test]
fn offers_and_seeks_are_lists_of_topics_or_texts_about_the_rows_topics() {
    on_sqlite(|app| {
        let event = event(app, None);
        let file = "organisation;topics;offers;seeks\n\
            Lists;;Photonics;\"Holzbau, Photonik\"\n\
            Text;Timber;;\"A partner for a bridge of wood, by spring. Anyone?\"\n\
            Short;;Laser welding;\n\
            Lonely;;;\"Somebody who explains all of this to us.\"\n";
        // `;` is the delimiter here, so the list is divided by commas: both parts are topics.
        apply(app, file.as_bytes());
        let people = everyone(app, &event);
        let find = |name: &str| people.iter().find(|one| one.profile.person.organisation == name).unwrap();
        let of = |name: &str, kind| topics(app, &event, find(name), kind);
        assert_eq!(of("Lists", InterestKind::Offer), ["Photonics"]);
        assert_eq!(of("Lists", InterestKind::Seek), ["Photonics", "Timber"]);
        assert_eq!(of("Text", InterestKind::Offer), Vec::<String>::new());
        assert_eq!(of("Text", InterestKind::Seek), ["Timber"]);
        assert_eq!(
            find("Text").profile.interests[0].text,
            "A partner for a bridge of wood, by spring. Anyone?"
        );
        assert_eq!(of("Short", InterestKind::Offer), ["Laser welding"]);
        assert_eq!(of("Lonely", InterestKind::Seek), ["Other topics"]);
    });
}

#[test]
fn countries_languages_and_kinds_are_understood_in_three_languages() {
    on_sqlite(|app| {
        let event = event(app, None);
        let file = "organisation,country,languages,organisation_type,participant_type,language\n\
            A,EL,\"de, English; français\",Hochschule,Forschung,fr\n\
            B,République tchèque,deutsch/polski,PME,Business,de-AT\n\
            C,UK,,Start-up,,pl\n\
            D,Türkei,EN,Andere Organisation,,English\n";
        apply(app, file.as_bytes());
        let people = everyone(app, &event);
        let row =
            |name: &str| &people.iter().find(|one| one.profile.person.organisation == name).unwrap().profile;
        assert_eq!((row("A").person.country.as_str(), row("A").lang), ("GR", Lang::Fr));
        assert_eq!(row("A").person.languages, ["de", "en", "fr"]);
        assert_eq!(row("A").person.organisation_type, OrganisationType::HigherEducation);
        assert_eq!((row("B").person.country.as_str(), row("B").lang), ("CZ", Lang::De));
        assert_eq!(row("B").person.organisation_type, OrganisationType::Sme);
        assert_eq!((row("C").person.country.as_str(), row("C").lang), ("GB", Lang::En));
        assert_eq!(row("C").person.languages, ["pl"]);
        assert_eq!(row("D").person.country, "TR");
        assert_ne!(row("A").person.participant_type, row("B").person.participant_type);
    });
}

// --- Plans and what is stored ----------------------------------------------------------------------------------------

#[test]
fn a_plan_tells_new_changed_same_and_faulty_rows_apart() {
    app_on_each_database(|app| {
        let event = event(app, None);
        apply(
            app,
            b"name,email,organisation,city\nAda,ada@example.org,A,London\nBob,bob@example.org,B,Bonn\n",
        );
        let file = b"name,email,organisation,city\n\
            Ada,ADA@example.org,A,London\n\
            Bob,bob@example.org,B,Berlin\n\
            Cleo,cleo@example.org,C,Cairo\n\
            Cleo,cleo@example.org,C,\n\
            Dan,dan@@example.org,D,Delft\n";
        let plan = check(app, file);
        assert_eq!(plan.counts(), Counts { new: 1, changed: 1, same: 2, faulty: 1 });
        assert_eq!(plan.rows[0].outcome, RowOutcome::Same);
        assert_eq!(plan.rows[1].outcome, RowOutcome::Changed(vec![Column::Field("city")]));
        assert_eq!(plan.rows[2].outcome, RowOutcome::New);
        assert_eq!((plan.rows[3].outcome.clone(), plan.rows[3].repeats), (RowOutcome::Same, Some(4)));
        assert_eq!(everyone(app, &event).len(), 2, "a plan changes nothing");
    });
}

#[test]
fn one_faulty_row_keeps_everything_out_unless_good_rows_alone_are_wanted() {
    app_on_each_database(|app| {
        let event = event(app, None);
        let file = b"name,email,topics\nAda,ada@example.org,Magic\nBob,bob at example.org,Sorcery\n";
        let refused = imports::apply(app, &leave(app), file, &OPEN_LIST, Extent::AllRows);
        assert!(matches!(refused, Err(ImportError::Faulty(plan)) if plan.counts().faulty == 1));
        assert!(everyone(app, &event).is_empty());
        let outcome = imports::apply(app, &leave(app), file, &OPEN_LIST, Extent::GoodRows).unwrap();
        assert_eq!((outcome.registered, outcome.counts.faulty, outcome.topics), (1, 1, 1));
        let lists = app.store.read(|db| store::programme::get(db, &event)).unwrap();
        assert!(!lists.topics.iter().any(|topic| topic.label.exact(Lang::En) == Some("Sorcery")));
    });
}

#[test]
fn later_rows_about_the_same_organisation_add_to_the_first() {
    on_sqlite(|app| {
        let event = event(app, None);
        let file = "organisation,country,city,topics,seeks\n\
            Métropole d'Aix-Marseille,FR,,Timber,Some wood for the quay.\n\
            METROPOLE D AIX MARSEILLE,,Marseille,Timber;Photonics,\"Light, and much of it.\"\n\
            Metropole d’Aix-Marseille,,,,\n";
        let plan = check(app, file.as_bytes());
        let outcomes: Vec<_> = plan.rows.iter().map(|row| (row.outcome.clone(), row.repeats)).collect();
        let expected = [
            (RowOutcome::New, None),
            (RowOutcome::Changed(Vec::new()), Some(2)),
            (RowOutcome::Same, Some(2)),
        ];
        assert_eq!(outcomes, expected);
        apply(app, file.as_bytes());
        let people = everyone(app, &event);
        assert_eq!(people.len(), 1);
        let profile = &people[0].profile;
        assert_eq!(profile.person.organisation, "Métropole d'Aix-Marseille");
        assert_eq!(
            (profile.person.country.as_str(), answered(&profile.person, "city").as_str()),
            ("FR", "Marseille")
        );
        assert_eq!(topics(app, &event, &people[0], InterestKind::Seek), ["Photonics", "Timber"]);
        let texts: Vec<&str> = profile.interests.iter().map(|own| own.text.as_str()).collect();
        assert!(texts.iter().any(|text| text.contains("quay")), "{texts:?}");
    });
}

#[test]
fn what_participants_say_of_themselves_stays_where_the_file_says_nothing() {
    on_sqlite(|app| {
        let event = event(app, None);
        apply(
            app,
            b"name,email,organisation,city,topics,max_meetings\nAda,ada@example.org,A,London,Timber,3\n",
        );
        let outcome = apply(app, b"email,organisation,topics\nada@example.org,A Ltd,Photonics\n");
        assert_eq!((outcome.registered, outcome.changed), (0, 1));
        let people = everyone(app, &event);
        let profile = &people[0].profile;
        assert_eq!(profile.person.name, "Ada");
        assert_eq!(profile.person.organisation, "A Ltd");
        assert_eq!(
            (answered(&profile.person, "city").as_str(), profile.attendance.max_meetings),
            ("London", 3)
        );
        assert_eq!(topics(app, &event, &people[0], InterestKind::Offer), ["Photonics", "Timber"]);
    });
}

#[test]
fn a_cell_means_the_same_before_and_after_the_topics_of_the_file_are_known() {
    on_sqlite(|app| {
        let event = event(app, None);
        let file = b"name,topics,offers,seeks\nAda,Timber,A. B.,\nBob,;,,a b\nCem,Timber,Other topics,\nDan,,A sentence.,\nEve,\",\",,Laser\nEve,,\"Timber, Laser\",\n";
        apply(app, file);
        assert_eq!(check(app, file).counts(), Counts { new: 0, changed: 0, same: 6, faulty: 0 });
        let people = everyone(app, &event);
        let ada = people.iter().find(|person| person.profile.person.name == "Ada").unwrap();
        assert_eq!(topics(app, &event, ada, InterestKind::Offer), ["Timber", "A. B."]);
    });
}

/// A cell of a made-up list: often empty, often the same as another, sometimes strange.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        3 => prop::sample::select(vec!["Photonics", "Timber", "Laser", "Laser; Timber", "Timber, Photonics", "A. B."])
            .prop_map(String::from),
        1 => "[a-c ;,.!\"\n]{0,12}",
        1 => any::<String>().prop_map(|text| text.chars().filter(|c| *c != '\0').take(12).collect()),
    ]
}

fn row() -> impl Strategy<Value = [String; 6]> {
    let mailbox = prop_oneof![2 => Just(String::new()), 1 => "[a-d]@example\\.org"];
    let organisation =
        prop_oneof![4 => "[A-D]", 1 => any::<String>().prop_map(|text| text.replace('\0', ""))];
    let name = prop_oneof![1 => Just(String::new()), 1 => "[E-G]"];
    (mailbox, organisation, name, cell(), cell(), cell()).prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f])
}

proptest! {
    #![proptest_config(random_cases(40))]

    #[test]
    fn the_same_file_twice_changes_nothing_the_second_time(rows in prop::collection::vec(row(), 1..12)) {
        let mut file = "email,organisation,name,topics,offers,seeks\n".to_string();
        for row in &rows {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            writeln!(file, "{}", quoted.join(",")).unwrap();
        }
        on_sqlite(|app| {
            let event = event(app, None);
            imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
            let before = everyone(app, &event).len();
            let again = check(app, file.as_bytes());
            assert_eq!((again.counts().new, again.counts().changed, again.changes()), (0, 0, 0), "{file}");
            let outcome =
                imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
            assert_eq!((outcome.registered, outcome.waiting, outcome.changed, outcome.topics), (0, 0, 0, 0));
            assert_eq!(everyone(app, &event).len(), before);
        });
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = participants_csv::read(&bytes);
        let mut listed = b"name,organisation\n".to_vec();
        listed.extend(bytes);
        let _ = participants_csv::read(&listed);
    }
}

// --- Files that wait for their import ----------------------------------------------------------------------------------

#[test]
fn a_sent_file_belongs_to_its_event_and_is_gone_after_its_import_or_a_day() {
    app_on_each_database(|app| {
        let summit = event(app, None);
        let demo = demo::fill(app, 10, 5).unwrap();
        let leave = |slug| access::change_as(app, &demo.organiser, slug).unwrap();
        let (here, elsewhere) = (leave("summit"), leave(demo.slug));
        let send = || uploads::keep(app, &here, "list.csv", b"name,city\nAda,London\n").unwrap();
        let id = send();
        assert_eq!(uploads::check(app, &here, &id, &OPEN_LIST).unwrap().file_name, "list.csv");
        assert!(uploads::check(app, &elsewhere, &id, &OPEN_LIST).is_err());
        assert!(uploads::apply(app, &elsewhere, &id, &OPEN_LIST, Extent::AllRows).is_err());
        let outcome = uploads::apply(app, &here, &id, &OPEN_LIST, Extent::AllRows).unwrap();
        assert_eq!((outcome.registered, everyone(app, &summit).len()), (1, 1));
        assert!(uploads::check(app, &here, &id, &OPEN_LIST).is_err());
        let forgotten = send();
        app.clock.advance(chrono::Duration::hours(25));
        let latest = send();
        assert!(uploads::check(app, &here, &forgotten, &OPEN_LIST).is_err());
        assert!(uploads::check(app, &here, &latest, &OPEN_LIST).is_ok());
        let refused = uploads::keep(app, &here, "list.xlsx", b"PK\x03\x04");
        assert!(
            matches!(refused, Err(ImportError::File(message)) if message.key == "problem-import-is-spreadsheet")
        );
    });
}

#[test]
fn cells_that_spreadsheets_take_for_formulas_are_written_as_text() {
    let row = ["=1+1", "+49 30 1234", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "plain; \"x\"", "a=b"]
        .map(String::from);
    let file = safe_csv::write(';', [row.to_vec()]).unwrap();
    let text = String::from_utf8(file).unwrap();
    let expected = "\u{feff}'=1+1;'+49 30 1234;'-2;'@SUM(A1);'\tx;\"'\rx\";'＝1;\"plain; \"\"x\"\"\";a=b\n";
    assert_eq!(text, expected);
}

// --- Nasty and real input --------------------------------------------------------------------------------------------

const NASTY: [&str; 16] = [
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+49 30 1234",
    "@SUM(1+1)",
    "'; DROP TABLE participants; --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://example.org}",
    "\u{202e}drowssap",
    "a\tb\rc",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
    "👩‍👩‍👧‍👦",
    "ÅÅ",
    "مرحبا",
    "\u{feff}\u{200b}",
    "NULL",
    "\u{7f}\u{1b}[31m",
];

#[test]
fn nasty_texts_are_kept_as_text_or_refused_and_never_lost_silently() {
    app_on_each_database(|app| {
        let event = event(app, None);
        let mut file = "organisation,city,topics,seeks\n".to_string();
        for (n, text) in
            NASTY.iter().chain(blns().iter().map(|text| text as &str).collect::<Vec<_>>().iter()).enumerate()
        {
            let quoted = format!("\"{}\"", text.replace('"', "\"\"").replace('\0', ""));
            writeln!(
                file,
                "\"No {n} {}\",{quoted},{quoted},{quoted}",
                text.replace('"', "\"\"").replace('\0', "")
            )
            .unwrap();
        }
        let plan = check(app, file.as_bytes());
        let counts = plan.counts();
        let outcome =
            imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
        assert_eq!(counts.new, outcome.registered);
        assert!(
            counts.faulty * 10 <= plan.rows.len(),
            "{} of {} refused: {:?}",
            counts.faulty,
            plan.rows.len(),
            faults(&plan)
        );
        let people = everyone(app, &event);
        assert_eq!(people.len(), counts.new);
        assert!(
            people.iter().any(|one| answered(&one.profile.person, "city") == "<script>alert(1)</script>")
        );
    });
}

/// A file of the shared evidence, which a clone of the project does not have.
fn shared(path: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    let read = std::fs::read(&path).ok();
    if read.is_none() {
        eprintln!("SKIPPED: {} is not there", path.display());
    }
    read
}

fn blns() -> Vec<String> {
    let file = shared("naughty/blns.json");
    file.map(|bytes| serde_json::from_slice(&bytes).unwrap()).unwrap_or_default()
}

#[test]
fn the_real_list_imports_whole_and_a_second_time_changes_nothing() {
    let Some(file) = shared("participants_real.csv") else { return };
    app_on_each_database(|app| {
        let event = event(app, None);
        let started = std::time::Instant::now();
        let plan = check(app, &file);
        let checked = started.elapsed();
        let counts = plan.counts();
        assert_eq!((plan.rows.len(), counts.faulty), (4_882, 0), "{:?}", faults(&plan));
        let outcome = apply(app, &file);
        assert_eq!(outcome.registered, counts.new);
        eprintln!("{counts:?} {outcome:?} checked in {checked:?}, all in {:?}", started.elapsed());
        let again = apply(app, &file);
        assert_eq!((again.registered, again.changed, again.topics, again.counts.same), (0, 0, 0, 4_882));
        assert_eq!(mails(app, &event), 0);
    });
}
