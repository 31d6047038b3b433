//! What is many is stored ahead of its fact: nothing shows it until the fact is stored, and what somebody left who died goes.

use chrono::Duration;
use rendezvous::domain::ids::{BatchId, MailId};
use rendezvous::domain::mail::{ADDRESS_BLOCKED, MailKind, MailPriority, MailState, OutgoingMail};
use rendezvous::domain::participant::{Participant, Source};
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::text::Email;
use rendezvous::services::{batches, imports};
use rendezvous::store::outbox::{self, NewMail, OutboxFilter};
use rendezvous::store::unregistered::Mark;
use rendezvous::store::{self, Db, StoreError};

use super::support::app::{TestApp, on_each_database};
use super::support::build::an_event;
use super::support::journeys::participant;
use super::support::sign_ups::{answers, sends_form};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// A batch with a mail to each of these, as somebody has left it who is making more of them.
fn batch_to(app: &TestApp, recipients: &[&str]) -> BatchId {
    let now = app.app.clock.now();
    let batch: BatchId = app.app.random.id(now);
    let mails: Vec<(MailId, OutgoingMail)> = recipients
        .iter()
        .map(|recipient| {
            let id: MailId = app.app.random.id(now);
            let mail = OutgoingMail {
                event: None,
                participant: None,
                kind: MailKind::Schedule,
                sender: email("events@example.org"),
                bounce: None,
                recipient: email(recipient),
                subject: "Your meetings".to_string(),
                message_id: format!("{id}@example.org"),
                mime: "Subject: Your meetings\r\nContent-Type: text/plain\r\n\r\nAt ten.\r\n".to_string(),
                priority: MailPriority::Usual,
                useful_until: None,
                not_before: None,
            };
            (id, mail)
        })
        .collect();
    app.app
        .store
        .write(|db| {
            outbox::open_batch(db, &batch, now)?;
            let rows: Vec<_> =
                mails.iter().map(|(id, mail)| NewMail { id, mail, problem: None, due_at: None }).collect();
            assert!(outbox::add_to_batch(db, &batch, &rows, now)?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    batch
}

fn release(app: &TestApp, batch: &BatchId) -> bool {
    app.app.store.write(|db| outbox::release_batch(db, batch)).unwrap()
}

/// How many mails the outbox shows in a state.
fn shown(app: &TestApp, state: MailState) -> usize {
    let filter = OutboxFilter { state: Some(state), ..OutboxFilter::default() };
    app.app.store.read(|db| outbox::list(db, &filter, 100, 0)).unwrap().len()
}

#[test]
fn mails_of_a_batch_are_nowhere_until_it_is_released_and_go_then_once() {
    on_each_database(|app| {
        let batch = batch_to(app, &["ada@example.org", "bob@example.org"]);
        batches::settle_left(&app.app).unwrap();
        let counts = app.app.store.read(|db| outbox::count_by_state(db, None)).unwrap();
        assert!(counts.iter().all(|(_, n)| *n == 0), "{counts:?}");
        assert!(app.mails_to("ada@example.org").is_empty());
        assert!(release(app, &batch));
        assert!(
            app.mails_to("ada@example.org").is_empty(),
            "its sender has died before it could see to them"
        );
        assert_eq!(batches::settle_left(&app.app).unwrap(), 1);
        assert_eq!(shown(app, MailState::Waiting), 2);
        assert_eq!(batches::settle_left(&app.app).unwrap(), 0);
        for who in ["ada@example.org", "bob@example.org"] {
            assert_eq!(app.mails_to(who).len(), 1);
        }
    });
}

#[test]
fn a_batch_that_somebody_left_who_died_is_never_sent_nor_released() {
    on_each_database(|app| {
        let batch = batch_to(app, &["ada@example.org"]);
        app.pass(Duration::minutes(11));
        assert_eq!(batches::settle_left(&app.app).unwrap(), 1);
        assert!(!release(app, &batch), "whoever still works at it cannot store its fact");
        assert_eq!(batches::settle_left(&app.app).unwrap(), 0);
        assert_eq!(shown(app, MailState::Waiting), 0);
        assert!(app.mails_to("ada@example.org").is_empty());
    });
}

#[test]
fn an_address_that_is_blocked_meanwhile_gets_nothing_of_a_batch() {
    on_each_database(|app| {
        let batch = batch_to(app, &["ada@example.org", "Gone@example.org"]);
        let now = app.app.clock.now();
        let gone = email("gone@example.org");
        let block = |db: &mut Db| store::blocked_addresses::insert(db, &gone, "550 5.1.1", now);
        app.app.store.write(block).unwrap();
        assert!(release(app, &batch));
        batches::settle_left(&app.app).unwrap();
        assert_eq!((shown(app, MailState::Waiting), shown(app, MailState::Failed)), (1, 1));
        let filter = OutboxFilter { state: Some(MailState::Failed), ..OutboxFilter::default() };
        let held = app.app.store.read(|db| outbox::list(db, &filter, 1, 0)).unwrap();
        assert_eq!(held[0].problem, ADDRESS_BLOCKED);
    });
}

#[test]
fn whom_an_import_left_that_died_is_at_no_event_can_register_and_is_removed() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Bob", "bob@example.org");
        let bob = email("bob@example.org");
        let bob = app.app.store.read(|db| store::participants::find_by_email(db, &event.id, &bob)).unwrap();
        let bob = bob.unwrap();
        let now = app.app.clock.now();
        let mut profile = bob.profile.clone();
        profile.person.email = Some(email("ada@example.org"));
        let ada = Participant {
            id: app.app.random.id(now),
            profile,
            source: Source::Import,
            created_at: now,
            updated_at: now,
            ..bob.clone()
        };
        let mark = Mark(app.app.random.id(now));
        let ahead = [ada.clone()];
        app.app.store.write(|db| store::participants::insert_unregistered(db, &ahead, &mark)).unwrap();
        let people = || {
            let all = RegistrationState::CODES;
            app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &all)).unwrap().len()
        };
        assert_eq!(people(), 1);
        sends_form(&app.app, "clusters", &answers("ada@example.org"));
        assert_eq!(people(), 2, "her own form is not in the import's way");
        imports::remove_left(&app.app).unwrap();
        let there = |id| app.app.store.read(|db| store::participants::get(db, id)).is_ok();
        assert!(there(&ada.id), "the import may still be under way");
        app.pass(Duration::minutes(11));
        assert_eq!(imports::remove_left(&app.app).unwrap(), 1);
        assert!(!there(&ada.id) && there(&bob.id));
        assert_eq!(people(), 2);
    });
}
