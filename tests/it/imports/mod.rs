//! Import of participants: what files are understood, what a plan says, and that all of it or nothing is stored.

mod books;
mod files;
mod strange;

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use rendezvous::app::App;
use rendezvous::documents::participant_list::{self, Column, Source};
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

const OPEN_LIST: ImportOptions = ImportOptions::new(UnknownTopics::Add, ImportMail::Nobody);
const FIXED_LIST: ImportOptions = ImportOptions::new(UnknownTopics::Refuse, ImportMail::Nobody);

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
        time_zone: "Europe/Berlin".parse().unwrap(),
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
        let options = ImportOptions::new(UnknownTopics::Add, ImportMail::NewParticipants);
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
        assert_eq!(plan.counts(), Counts { new: 1, changed: 1, same: 2, faulty: 1, ..Counts::default() });
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
        assert_eq!(check(app, file).counts(), Counts { same: 6, ..Counts::default() });
        let people = everyone(app, &event);
        let ada = people.iter().find(|person| person.profile.person.name == "Ada").unwrap();
        assert_eq!(topics(app, &event, ada, InterestKind::Offer), ["Timber", "A. B."]);
    });
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
        uploads::forget_old(app).unwrap();
        assert!(uploads::check(app, &here, &forgotten, &OPEN_LIST).is_err());
        assert!(uploads::check(app, &here, &latest, &OPEN_LIST).is_ok());
        let refused = uploads::keep(app, &here, "list.xlsx", b"PK\x03\x04");
        assert!(
            matches!(refused, Err(ImportError::File(message)) if message.key == "problem-import-is-spreadsheet")
        );
    });
}
