//! Many people at once: seats, the waiting list and mails come out right, on both databases.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{Duration, NaiveDate};
use mail_parser::MessageParser;
use rendezvous::app::App;
use rendezvous::domain::event::{Event, Venue};
use rendezvous::domain::ids::{EventId, ParticipantId};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::token::Token;
use rendezvous::mail::transport::Mailer;
use rendezvous::services::access;
use rendezvous::services::imports::{self, Extent, ImportMail, ImportOptions, UnknownTopics};
use rendezvous::services::links::LinkError;
use rendezvous::services::outbox;
use rendezvous::services::trusted_time;

use rendezvous::services::registrations::{self, Answers, Confirmed, Outcome, Permissions};
use rendezvous::store::registrations::Filter;
use rendezvous::store::{self, StoreError};

use super::databases::{app_on_each_database, now, on_postgres};
use super::support::build::{plain_account, plain_event};
use super::support::sign_ups::{answers, patiently, sends_form};

const SLUG: &str = "spring-meeting";
const CLIENTS: usize = 50;

/// Puts an event with so many seats into the database.
fn db_event(app: &App, seats: u32) -> EventId {
    let account = plain_account("owner", now());
    let day = NaiveDate::from_ymd_opt(2027, 3, 26).unwrap();
    let event = Event {
        slug: SLUG.into(),
        name: Localised::one(Lang::En, "Spring meeting"),
        organiser_name: "The organisers".into(),
        contact_email: "contact@example.org".into(),
        starts_on: day,
        ends_on: day,
        time_zone: "Europe/Berlin".parse().unwrap(),
        venue: Venue::Onsite { place: "Berlin".into(), tables: 10 },
        capacity: Some(seats),
        wished_minimum: 3,
        ..plain_event(EventId("event".into()))
    };
    app.store
        .write(|db| {
            store::accounts::insert(db, &account, None)?;
            store::events::insert(db, &event, &account.id, now())
        })
        .unwrap();
    event.id
}

fn signs_up(app: &App, answers: &Answers) {
    sends_form(app, SLUG, answers);
}

/// Does `work` for 0..n with many clients at once.
fn at_once(n: usize, work: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                loop {
                    let k = next.fetch_add(1, Ordering::Relaxed);
                    if k >= n {
                        return;
                    }
                    work(k);
                }
            });
        }
    });
}

/// Sends every mail that waits, and reads the confirmation links out of them.
fn confirmation_links(app: &App) -> Vec<Token> {
    while outbox::deliver_due(app).unwrap().count() > 0 {}
    let Mailer::Memory(memory) = &app.mailer else { panic!("tests send into memory") };
    let texts = memory.taken().into_iter().map(|mail| {
        let parsed = MessageParser::default().parse(mail.mime.as_bytes()).unwrap();
        parsed.body_text(0).unwrap().into_owned()
    });
    let token = |text: String| {
        let (_, rest) = text.split_once("/confirm/")?;
        Some(Token::from_outside(rest.split_whitespace().next()?))
    };
    texts.filter_map(token).collect()
}

fn confirms(app: &App, link: &Token) -> Confirmed {
    match patiently(|| registrations::confirm(app, link, &Permissions::default(), None)) {
        Outcome::Confirmed(confirmed) => *confirmed,
        Outcome::Outdated { .. } => panic!("the event asks what it asked"),
    }
}

fn states(app: &App, event: &EventId) -> Vec<(ParticipantId, RegistrationState)> {
    let rows = app.store.read(|db| {
        let people = store::registrations::names(db, event, &Filter::default())?;
        store::registrations::list_of(db, &people.iter().map(|one| &one.id).collect::<Vec<_>>())
    });
    rows.unwrap().into_iter().map(|row| (row.registration.participant, row.registration.state)).collect()
}

fn registered(app: &App, event: &EventId) -> usize {
    states(app, event).iter().filter(|(_, state)| *state == RegistrationState::Registered).count()
}

fn places(app: &App, event: &EventId) -> Vec<u32> {
    let waiting = states(app, event).into_iter().filter_map(|(_, state)| state.waiting_seq());
    let mut places: Vec<u32> = waiting
        .map(|seq| app.store.read(|db| store::registrations::waiting_place(db, event, seq)).unwrap())
        .collect();
    places.sort_unstable();
    places
}

fn seats_taken(app: &App, event: &EventId) -> usize {
    app.store.read(|db| store::events::get(db, event)).unwrap().seats_taken as usize
}

#[test]
fn a_thousand_sign_ups_for_a_hundred_seats_give_a_hundred_registered_and_nine_hundred_waiting_in_order() {
    app_on_each_database(|app| {
        let event = db_event(app, 100);
        at_once(1_000, |k| {
            signs_up(app, &answers(&format!("person{k}@example.org")));
        });
        let links = confirmation_links(app);
        assert_eq!(links.len(), 1_000, "one mail each");
        let in_order = parking_lot::Mutex::new(Vec::new());
        at_once(1_000, |k| {
            in_order.lock().push(confirms(app, &links[k]).state);
        });
        assert_eq!(registered(app, &event), 100);
        assert_eq!(seats_taken(app, &event), 100);
        assert_eq!(places(app, &event), (1..=900).collect::<Vec<u32>>(), "places without gap or repeat");
        let seqs: BTreeSet<i64> =
            in_order.into_inner().into_iter().filter_map(RegistrationState::waiting_seq).collect();
        assert_eq!(seqs.len(), 900, "nobody shares a number");
    });
}

#[test]
fn one_person_who_sends_the_form_twenty_times_at_once_is_registered_once_and_gets_one_mail() {
    app_on_each_database(|app| {
        let event = db_event(app, 100);
        let spellings = ["ada@example.org", "Ada@Example.org", "ada@EXAMPLE.ORG", " ada@example.org "];
        at_once(20, |k| {
            signs_up(app, &answers(spellings[k % spellings.len()]));
        });
        assert_eq!(states(app, &event).len(), 1);
        assert_eq!(confirmation_links(app).len(), 1);
    });
}

#[test]
fn a_link_that_is_pressed_by_many_at_once_confirms_once_and_says_used_to_the_others() {
    app_on_each_database(|app| {
        let event = db_event(app, 100);
        signs_up(app, &answers("ada@example.org"));
        let link = confirmation_links(app).remove(0);
        let (done, used) = (AtomicUsize::new(0), AtomicUsize::new(0));
        at_once(20, |_| match registrations::confirm(app, &link, &Permissions::default(), None) {
            Ok(_) => drop(done.fetch_add(1, Ordering::Relaxed)),
            Err(LinkError::Problem(_)) => drop(used.fetch_add(1, Ordering::Relaxed)),
            Err(LinkError::Fault(fault)) => panic!("{fault}"),
        });
        assert_eq!((done.into_inner(), used.into_inner()), (1, 19));
        assert_eq!(seats_taken(app, &event), 1);
    });
}

#[test]
fn a_freed_seat_goes_to_the_first_in_the_waiting_list_however_many_leave_at_once() {
    app_on_each_database(|app| {
        let event = db_event(app, 20);
        for k in 0..60 {
            signs_up(app, &answers(&format!("person{k}@example.org")));
        }
        for link in confirmation_links(app) {
            registrations::confirm(app, &link, &Permissions::default(), None).unwrap();
        }
        let mut waiting: Vec<(i64, ParticipantId)> = states(app, &event)
            .into_iter()
            .filter_map(|(id, state)| Some((state.waiting_seq()?, id)))
            .collect();
        waiting.sort();
        let seated: Vec<ParticipantId> = states(app, &event)
            .into_iter()
            .filter(|(_, state)| *state == RegistrationState::Registered)
            .map(|(id, _)| id)
            .collect();
        at_once(10, |k| {
            registrations::cancel(app, &access::own_as_operator(app, &seated[k]).unwrap()).unwrap();
        });
        assert_eq!(registered(app, &event), 20);
        let now_seated: BTreeSet<ParticipantId> = states(app, &event)
            .into_iter()
            .filter(|(_, state)| *state == RegistrationState::Registered)
            .map(|(id, _)| id)
            .collect();
        for (_, id) in waiting.iter().take(10) {
            assert!(now_seated.contains(id), "the ten who waited longest moved up");
        }
        assert_eq!(places(app, &event), (1..=30).collect::<Vec<u32>>());
    });
}

#[test]
fn a_registration_that_nobody_confirms_in_time_expires_and_can_be_made_again() {
    app_on_each_database(|app| {
        let event = db_event(app, 20);
        signs_up(app, &answers("ada@example.org"));
        let old = confirmation_links(app).remove(0);
        app.clock.advance(Duration::hours(25));
        trusted_time::watch(app).unwrap();
        assert_eq!(registrations::lapse_due(app).unwrap(), 1);
        assert!(matches!(
            registrations::confirm(app, &old, &Permissions::default(), None),
            Err(LinkError::Problem(_))
        ));
        signs_up(app, &answers("ada@example.org"));
        let new = confirmation_links(app).pop().unwrap();
        registrations::confirm(app, &new, &Permissions::default(), None).unwrap();
        assert_eq!(registered(app, &event), 1);
    });
}

#[test]
fn a_double_booking_is_refused_by_the_database_itself() {
    app_on_each_database(|app| {
        let demo = rendezvous::services::demo::fill(app, 30, 3).unwrap();
        let slots = app.store.read(|db| store::agenda::list_slots(db, &demo.event)).unwrap();
        let mut ids = demo.registered.clone();
        ids.sort();
        let meeting = |n: usize, a: usize, b: usize, table: u32| rendezvous::domain::meeting::Meeting {
            id: rendezvous::domain::ids::MeetingId(format!("meeting-{n}")),
            event: demo.event.clone(),
            round: None,
            a: ids[a].clone(),
            b: ids[b].clone(),
            slot: slots[0].id.clone(),
            starts_at: slots[0].starts_at,
            ends_at: slots[0].ends_at,
            table: Some(table),
            interpreter: None,
            state: rendezvous::domain::meeting::MeetingState::Planned,
            terms: Vec::new(),
            sequence: 0,
            updated_at: now(),
        };
        let put = |meeting| app.store.write(|db| store::meetings::insert(db, &meeting));
        put(meeting(1, 0, 1, 1)).unwrap();
        let person_twice = put(meeting(2, 1, 2, 2));
        assert!(matches!(person_twice, Err(StoreError::Conflict(store::Constraint::MeetingSeat))));
        let table_twice = put(meeting(3, 3, 4, 1));
        assert!(matches!(table_twice, Err(StoreError::Conflict(store::Constraint::MeetingTable))));
        put(meeting(4, 3, 4, 2)).unwrap();
    });
}

#[test]
fn a_server_that_asks_for_serializable_transactions_fails_nobody() {
    let strict = "ALTER DATABASE {name} SET default_transaction_isolation TO serializable";
    on_postgres(
        |database| database.run(strict),
        |app| {
            let event = db_event(app, 100);
            at_once(30, |k| signs_up(app, &answers(&format!("person{k}@example.org"))));
            let links = confirmation_links(app);
            let ids: Vec<ParticipantId> = states(app, &event).into_iter().map(|(id, _)| id).collect();
            at_once(30, |k| drop(confirms(app, &links[k])));
            assert_eq!(registered(app, &event), 30);
            at_once(30, |k| {
                let own = access::own_as_operator(app, &ids[k]).unwrap();
                patiently(|| registrations::cancel(app, &own));
            });
            assert_eq!((registered(app, &event), seats_taken(app, &event)), (0, 0));
        },
    );
}

#[test]
fn a_file_that_eight_import_at_once_is_there_once() {
    app_on_each_database(|app| {
        let event = db_event(app, 20);
        let rows = (0..40).map(|k| format!("Person {k};person{k}@example.org;An organisation;sme;DE\n"));
        let file: String = std::iter::once("Name;Email;Organisation;Organisation type;Country\n".to_string())
            .chain(rows)
            .collect();
        let options = ImportOptions::new(UnknownTopics::Add, ImportMail::NewParticipants);
        let new = AtomicUsize::new(0);
        at_once(8, |_| {
            let access = access::change_as_operator(app, SLUG).unwrap();
            let outcome = imports::apply(app, &access, file.as_bytes(), &options, Extent::AllRows).unwrap();
            new.fetch_add(outcome.counts.new, Ordering::Relaxed);
        });
        assert_eq!((new.into_inner(), states(app, &event).len()), (40, 40));
        assert_eq!((registered(app, &event), seats_taken(app, &event)), (20, 20));
        assert_eq!(places(app, &event), (1..=20).collect::<Vec<u32>>());
        while outbox::deliver_due(app).unwrap().count() > 0 {}
        let Mailer::Memory(memory) = &app.mailer else { panic!("tests send into memory") };
        assert_eq!(memory.taken().len(), 40, "one mail each");
    });
}
