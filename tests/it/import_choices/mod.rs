//! What organisers say of a file that nobody can know: how it is read, what its columns and its states mean, which of its
//! topics they want, and whose own words give way to it. Nothing is taken silently.

mod plan;
mod topics;

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::participant::Participant;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, answered};
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::page::Page;
use crate::support::visitor::Visitor;

const IMPORT: &str = "/organiser/events/clusters/import";

/// An event and somebody who imports lists into it.
fn office(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    let owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
    (event, owner)
}

/// Sends a file and opens the page that says what it would change.
fn sends<'a>(owner: &'a mut Visitor, name: &str, content: impl AsRef<[u8]>) -> &'a Page {
    owner.open(IMPORT);
    owner.press_with_file("Show what would change", "file", name, content)
}

/// Chooses an entry of the list with this name.
fn chooses(owner: &mut Visitor, name: &str, value: &str) {
    owner.fill_named(name, value);
}

fn check(owner: &mut Visitor) -> Page {
    let page = owner.press("Check again with these settings").clone();
    assert_eq!(page.status, 200, "{}", page.text);
    page
}

fn everyone(app: &TestApp, event: &Event) -> Vec<Participant> {
    app.app
        .store
        .read(|db| store::participants::list_in_states(db, &event.id, &RegistrationState::CODES))
        .unwrap()
}

fn person(app: &TestApp, event: &Event, name: &str) -> Participant {
    everyone(app, event).into_iter().find(|one| one.profile.person.name == name).unwrap()
}

fn id_of(app: &TestApp, event: &Event, name: &str) -> ParticipantId {
    person(app, event, name).id
}

fn state(app: &TestApp, event: &Event, name: &str) -> RegistrationState {
    let id = id_of(app, event, name);
    app.app.store.read(|db| store::registrations::get(db, &id)).unwrap().state
}

fn names(app: &TestApp, event: &Event) -> Vec<String> {
    let mut names: Vec<String> =
        everyone(app, event).into_iter().map(|one| one.profile.person.name).collect();
    names.sort();
    names
}

fn topics(app: &TestApp, event: &Event) -> Vec<String> {
    let lists = app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap();
    lists.topics.iter().map(|topic| topic.label.get(Lang::En, Lang::En).to_string()).collect()
}

/// The state of a column, and the code that it is taken as, from the page.
fn column(page: &Page, title: &str) -> String {
    page.field(title).value.clone()
}

// --- Columns ---------------------------------------------------------------------------------------------------------

#[test]
fn every_column_says_what_it_is_taken_as_and_can_be_told_otherwise_and_that_is_remembered() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let list = "Vorname;Nachname;E-Mail-Adresse;Firma/Organisation;Land;Ort;Sprachen;Bietet;Sucht;Bemerkung;Bestellnummer\n\
            Ilse;Marquardt;ilse@heidmoor.example;Technologiezentrum Heidmoor;DE;Kiel;de;Robotik;Förderung;Heidmoor und Co;X7\n";
        let page = sends(&mut owner, "liste.csv", list).clone();
        for (title, code) in [
            ("Vorname", "first_name"),
            ("Nachname", "last_name"),
            ("E-Mail-Adresse", "email"),
            ("Firma/Organisation", "organisation"),
            ("Land", "country"),
            ("Ort", "city"),
            ("Sprachen", "languages"),
            ("Bietet", "offers"),
            ("Sucht", "seeks"),
            ("Bemerkung", ""),
            ("Bestellnummer", "ignore"),
        ] {
            assert_eq!(column(&page, title), code, "{title}");
        }
        assert!(page.text.contains("One column is not known and is left out: Bemerkung."), "{}", page.text);
        assert!(page.text.contains("Heidmoor und Co"), "cells are shown");
        chooses(&mut owner, "column-3", "ignore");
        chooses(&mut owner, "column-9", "organisation");
        let page = check(&mut owner);
        assert_eq!(
            (column(&page, "Firma/Organisation"), column(&page, "Bemerkung")),
            ("ignore".into(), "organisation".into())
        );
        owner.press("Import the row");
        let ilse = person(app, &event, "Ilse Marquardt");
        assert_eq!(ilse.profile.person.organisation, "Heidmoor und Co");
        assert_eq!(ilse.profile.interests.len(), 2);
        // The next list of the same kind, with its columns in another order.
        let next = "Bemerkung;Vorname;Nachname;E-Mail-Adresse;Firma/Organisation;Land;Ort;Sprachen;Bietet;Sucht;Bestellnummer\n\
            Kaleta AG;Bartosz;Kaleta;b@kaleta.example;Anders;PL;Gdynia;pl;;;X8\n";
        let page = sends(&mut owner, "neu.csv", next).clone();
        assert_eq!(
            (column(&page, "Firma/Organisation"), column(&page, "Bemerkung")),
            ("ignore".into(), "organisation".into())
        );
    });
}

#[test]
fn a_list_in_words_that_nobody_knows_is_imported_once_somebody_says_what_they_mean() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let page =
            sends(&mut owner, "form.csv", "When,Who are you?,Where do you work?\n1,Ada Lovelace,Analytics\n");
        assert!(page.text.contains("No column of this file is known."), "{}", page.text);
        assert!(!page.text.contains("Import the row"));
        chooses(&mut owner, "column-1", "name");
        chooses(&mut owner, "column-2", "organisation");
        check(&mut owner);
        owner.press("Import the row");
        assert_eq!(person(app, &event, "Ada Lovelace").profile.person.organisation, "Analytics");
    });
}

#[test]
fn who_pays_is_never_taken_for_who_comes() {
    let lists = [
        "Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,Void Status,Order Name,Order Email\n\
         Ada Lovelace,Ada,Lovelace,ada@example.org,Analytics,,Cash Office,cash@example.org\n\
         Gone Guy,Gone,Guy,gone@example.org,Gone Ltd,void,Cash Office,cash@example.org\n",
        "Name Käufer;E-Mail Käufer;Name Teilnehmer;E-Mail Teilnehmer;Firma;Storniert\n\
         Cash Office;cash@example.org;Ada Lovelace;ada@example.org;Analytics;nein\n\
         Cash Office;cash@example.org;Gone Guy;gone@example.org;Gone Ltd;ja\n",
        "Nom de l'acheteur,E-mail de l'acheteur,Prénom de l'invité,Nom de famille de l'invité,E-mail de l'invité,Entreprise,Statut\n\
         Caisse,cash@example.org,Ada,Lovelace,ada@example.org,Analytics,payé\n\
         Caisse,cash@example.org,Gone,Guy,gone@example.org,Gone Ltd,remboursé\n",
    ];
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        for (n, list) in lists.iter().enumerate() {
            let page = sends(&mut owner, "tickets.csv", list).clone();
            assert!(page.text.contains("of the person who pays"), "{n}: {}", page.text);
            assert!(page.text.contains("Not imported."), "{n}: {}", page.text);
            if n == 0 {
                owner.press("Import the row");
            } else {
                assert!(
                    page.text.contains("Everything in this file is known already."),
                    "{n}: {}",
                    page.text
                );
            }
            assert_eq!(names(app, &event), ["Ada Lovelace"], "{n}");
        }
        let ada = person(app, &event, "Ada Lovelace").profile.person;
        assert_eq!(
            (ada.email.unwrap().as_str(), ada.organisation.as_str()),
            ("ada@example.org", "Analytics")
        );
        // Where nobody else is named, whoever orders comes.
        sends(&mut owner, "orders.csv", "Buyer Name,Buyer Email\nEve Early,eve@example.org\n");
        owner.press("Import the row");
        assert_eq!(names(app, &event), ["Ada Lovelace", "Eve Early"]);
    });
}

// --- How the file is read --------------------------------------------------------------------------------------------

#[test]
fn letters_that_were_read_wrongly_are_said_and_another_encoding_can_be_chosen() {
    let polish = "Name;Firma;Ort;Land\nŁukasz Żółć;Klaster Drewno;Łódź;PL\n";
    let french = "Name;Firma;Ort;Land\nÉloïse Thèse;Pôle Fibres;Genève;FR\n";
    let german = "Name;Firma;Ort;Land\nJörg Müßig;Köln Käse;Zürich;DE\n";
    on_each_database(|app| {
        let (_, mut owner) = office(app);
        for (list, encoding) in [(polish, "windows-1250"), (polish, "ISO-8859-2"), (german, "macintosh")] {
            let kind = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap();
            let bytes = kind.encode(list).0;
            let page = sends(&mut owner, "list.csv", &bytes).clone();
            assert!(
                page.text.contains("Perhaps the letters were read wrongly."),
                "{encoding}: {}",
                page.text
            );
            chooses(&mut owner, "encoding", encoding);
            let page = check(&mut owner);
            let name = list.lines().nth(1).unwrap().split(';').next().unwrap();
            assert!(page.text.contains(name), "{encoding}: {}", page.text);
        }
        for list in [french, german] {
            let page = sends(&mut owner, "list.csv", encoding_rs::WINDOWS_1252.encode(list).0).clone();
            assert!(!page.text.contains("letters were read wrongly"), "{}", page.text);
            let page = sends(&mut owner, "list.csv", list).clone();
            assert!(!page.text.contains("letters were read wrongly"), "{}", page.text);
        }
        // A list of Poles is doubted even where every word could be French.
        let doubtful = encoding_rs::WINDOWS_1250.encode("Name;Firma;Land\nPeč;Drewno;CZ\n").0;
        assert!(sends(&mut owner, "l.csv", doubtful).text.contains("Perhaps the letters were read wrongly."));
        // UTF-8 that a program took for something else and stored once more.
        let (twice, _, _) = encoding_rs::WINDOWS_1252.decode("Name;Firma\nJörg Müller;Köln\n".as_bytes());
        let page = sends(&mut owner, "l.csv", twice.as_bytes()).clone();
        assert!(page.text.contains("it would say: Jörg, Köln, Müller"), "{}", page.text);
        chooses(&mut owner, "encoding", "UTF-8, UTF-8");
        assert!(check(&mut owner).text.contains("Jörg Müller, Köln"));
    });
}

#[test]
fn the_separator_can_be_chosen() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        sends(&mut owner, "l.csv", "Name|E-Mail,Name|Ort\nAda|ada@example.org,x|London\n");
        chooses(&mut owner, "delimiter", "|");
        let page = check(&mut owner);
        assert_eq!(column(&page, "Ort"), "city", "{}", page.text);
        chooses(&mut owner, "column-1", "ignore");
        check(&mut owner);
        owner.press("Import the row");
        assert_eq!(answered(&person(app, &event, "Ada").profile.person, "city"), "London");
    });
}

#[test]
fn spreadsheets_are_read_as_the_list_in_their_cells() {
    let books: [(&str, &[u8]); 2] = [
        ("list.xlsx", include_bytes!("../imports/books/list.xlsx")),
        ("list.ods", include_bytes!("../imports/books/list.ods")),
    ];
    on_each_database(|app| {
        for (name, book) in books {
            let event = an_event(app).at(&name.replace('.', "-")).make();
            let mut owner = with_role(app, &format!("{name}@example.org"), &event.id, Role::Owner);
            let import = format!("/organiser/events/{}/import", event.slug);
            owner.open(&import);
            let page = owner.press_with_file("Show what would change", "file", name, book).clone();
            assert!(page.text.contains("2 rows of the sheet “Teilnehmer”."), "{name}: {}", page.text);
            assert!(
                page.text.contains("Line 4") && page.text.contains("“Status: storniert”"),
                "{}",
                page.text
            );
            assert!(page.text.contains("2027-01-11") && page.text.contains("TRUE"), "{name}: {}", page.text);
            owner.press("Import the row");
            assert_eq!(names(app, &event), ["Łukasz Żółć"], "{name}");
            let profile = person(app, &event, "Łukasz Żółć").profile;
            assert_eq!(
                (profile.person.country.as_str(), profile.attendance.max_meetings),
                ("PL", 4),
                "{name}"
            );
            assert_eq!(profile.interests.len(), 2, "{name}");
            // Another sheet can be chosen.
            owner.open(&import);
            owner.press_with_file("Show what would change", "file", name, book);
            owner.fill_named("sheet", "Notizen").press("Check again with these settings");
            assert!(owner.page.text.contains("a header and nothing below it"), "{name}: {}", owner.page.text);
        }
    });
}

// --- States ----------------------------------------------------------------------------------------------------------

#[test]
fn who_declined_or_waits_elsewhere_is_left_out_and_an_unknown_word_is_asked_about() {
    let luma = "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,custom_source,checked_in_at,ticket_name\n\
        1,Ann Approved,Ann,Approved,ann@example.org,,,approved,,,Standard\n\
        2,Dan Declined,Dan,Declined,dan@example.org,,,declined,,,Standard\n\
        3,Wil Waitlist,Wil,Waitlist,wil@example.org,,,waitlist,,,Standard\n\
        4,Pat Pending,Pat,Pending,pat@example.org,,,pending_approval,,,Standard\n";
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let page = sends(&mut owner, "guests.csv", luma).clone();
        for said in ["declined", "waitlist", "pending_approval"] {
            assert!(
                page.text.contains(&format!("The file says “approval_status: {said}”. Not imported.")),
                "{}",
                page.text
            );
        }
        // The office decides: who waits there waits here too.
        chooses(&mut owner, "state-approvalstatus:waitlist", "wait");
        check(&mut owner);
        owner.press("Import all 2 rows");
        assert_eq!(names(app, &event), ["Ann Approved", "Wil Waitlist"]);
        assert_eq!(state(app, &event, "Ann Approved"), RegistrationState::Registered);
        assert_ne!(state(app, &event, "Wil Waitlist"), RegistrationState::Registered);
        let list = "Name;E-Mail;Status\nUla;ula@example.org;in Klärung\nVal;val@example.org;bezahlt\n";
        let page = sends(&mut owner, "l.csv", list).clone();
        assert!(page.text.contains("One state of the file is not known."), "{}", page.text);
        assert!(page.text.contains("Nobody has said what the state “in Klärung” means."));
        owner.press("Import the good row only");
        assert_eq!(names(app, &event), ["Ann Approved", "Val", "Wil Waitlist"]);
        sends(&mut owner, "l.csv", list);
        chooses(&mut owner, "state-status:inklarung", "import");
        check(&mut owner);
        owner.press("Import the row");
        assert_eq!(names(app, &event), ["Ann Approved", "Ula", "Val", "Wil Waitlist"]);
        // What was said of a word holds for the next list of this kind.
        let page = sends(&mut owner, "l.csv", list.replace("Ula", "Una").replace("ula@", "una@")).clone();
        assert!(!page.text.contains("is not known"), "{}", page.text);
    });
}

#[test]
fn a_list_registers_who_had_only_to_confirm_and_leaves_who_cancelled_alone() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        signs_up(&mut app.visitor(), "clusters", "Uta Unconfirmed", "uta@example.org");
        participant(app, "clusters", "Cem Cancelled", "cem@example.org");
        let id = id_of(app, &event, "Cem Cancelled");
        app.app
            .store
            .write(|db| {
                let event = store::events::lock(db, &event.id)?;
                store::events::add_seats_taken(db, &event.id, -1)?;
                store::registrations::update_state(db, &id, RegistrationState::Cancelled, app.app.clock.now())
            })
            .unwrap();
        let list = "email,name,organisation,country\nuta@example.org,Uta Unconfirmed,Org X,DE\ncem@example.org,Cem Cancelled,Org Y,DE\n";
        let page = sends(&mut owner, "l.csv", list).clone();
        assert!(page.text.contains("Not confirmed here yet; is registered now."), "{}", page.text);
        assert!(page.text.contains("Has cancelled here, and stays cancelled."), "{}", page.text);
        owner.tick("Mail new participants that they are registered");
        let done = owner.press("Import the row").clone();
        assert!(done.text.contains("One participant registered."), "{}", done.text);
        assert_eq!(state(app, &event, "Uta Unconfirmed"), RegistrationState::Registered);
        assert_eq!(state(app, &event, "Cem Cancelled"), RegistrationState::Cancelled);
        let seats = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken;
        assert_eq!(seats, 1);
        // The office knows better.
        sends(&mut owner, "l.csv", list);
        chooses(&mut owner, "state-here:cancelled", "import");
        check(&mut owner);
        owner.press("Import the row");
        assert_eq!(state(app, &event, "Cem Cancelled"), RegistrationState::Registered);
    });
}

// --- Whose word ------------------------------------------------------------------------------------------------------

#[test]
fn what_people_said_themselves_stays_unless_it_is_ticked() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let list = "name,email,organisation,country,city,participant type,organisation type\n\
            Ada,ada@example.org,Analytics,GB,London,Company,sme\n\
            Bob,bob@example.org,Builders,DE,Bonn,Company,sme\n";
        sends(&mut owner, "l.csv", list);
        owner.tick("Mail new participants that they are registered");
        owner.press("Import all 2 rows");
        let mut ada = app.visitor();
        ada.open(&app.mailed_path("ada@example.org", "/my/"));
        ada.open("/e/clusters/my/profile");
        ada.fill_named("city", "Turin").press("Save");
        assert_eq!(ada.page.status, 200, "{}", ada.page.text);
        assert_eq!(answered(&person(app, &event, "Ada").profile.person, "city"), "Turin");
        let newer = list.replace("Bonn", "Berlin").replace("Analytics", "Analytics Ltd");
        let page = sends(&mut owner, "l.csv", &newer).clone();
        assert!(
            page.text.contains("Turin") && page.text.contains("the person, "),
            "old, new and who: {}",
            page.text
        );
        owner.press("Import all 2 rows");
        let of = |name: &str| person(app, &event, name).profile.person;
        assert_eq!(
            (answered(&of("Ada"), "city").as_str(), of("Ada").organisation.as_str()),
            ("Turin", "Analytics Ltd")
        );
        assert_eq!(answered(&of("Bob"), "city"), "Berlin");
        // Ticked, the list has the last word.
        sends(&mut owner, "l.csv", &newer);
        let id = id_of(app, &event, "Ada");
        let fields = owner.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        for field in fields.filter(|field| field.name == "taken" && field.value == format!("{id} city")) {
            field.kind = crate::support::page::Kind::Tick(true);
        }
        check(&mut owner);
        owner.press("Import the row");
        assert_eq!(answered(&of("Ada"), "city"), "London");
    });
}
