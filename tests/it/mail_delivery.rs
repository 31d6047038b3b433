//! The outbox on a real database: every mail goes once, a bad one holds up nobody, a silent server loses nothing.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::Duration;
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::{DatabaseUrl, TransportConfig};
use rendezvous::domain::account::Account;
use rendezvous::domain::ids::{AccountId, MailId};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::{MailKind, MailState, OutboxEntry, OutgoingMail};
use rendezvous::mail::transport::{Mailer, Memory, SendError};
use rendezvous::random::Random;
use rendezvous::services::access::Denied;
use rendezvous::services::mailroom;
use rendezvous::services::outbox::{self, Delivered};
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::{self, World};
use rendezvous::store;
use rendezvous::store::outbox::NewMail;

use crate::databases::{app_on_each_database_sending, now};
use crate::mail_samples::{Sample, email};
use crate::support::app::config;
use crate::support::database::Folder;

/// Runs a test on each database with a memory that answers so.
fn answering(
    answer: impl Fn(&OutgoingMail) -> Result<(), SendError> + Clone + Send + Sync + 'static,
    test: impl Fn(&App, &Memory),
) {
    let mailer = |_: &std::path::Path| Mailer::Memory(Memory::answering(answer.clone()));
    app_on_each_database_sending(mailer, |app| {
        let Mailer::Memory(memory) = &app.mailer else { panic!("another way out") };
        test(app, memory);
    });
}

/// Puts mails to these people into the outbox.
fn post(app: &App, names: &[&str]) -> Vec<MailId> {
    let at = app.clock.now();
    let mails = names.iter().map(|name| {
        let id: MailId = app.random.id(at);
        let mut mail = Sample::in_language(Lang::En).mail(MailKind::NewPassword);
        mail.recipient = email(&format!("{name}@engines.example"));
        mail.message_id = format!("{id}@rendezvous.example");
        app.store
            .write(|db| {
                store::outbox::insert_all(
                    db,
                    &[NewMail { id: &id, mail: &mail, problem: None, due_at: None }],
                    at,
                )
            })
            .unwrap();
        id
    });
    mails.collect()
}

fn deliver(app: &App) -> Delivered {
    outbox::deliver_due(app).unwrap()
}

fn entry(app: &App, id: &MailId) -> OutboxEntry {
    outbox::show(app, &admin(), id).unwrap().entry
}

fn account(is_admin: bool) -> Account {
    Account {
        id: AccountId("a1".into()),
        email: "owner@cluster.example".into(),
        name: "Owner".into(),
        is_admin,
        lang: Lang::En,
        created_at: now(),
    }
}

fn admin() -> Account {
    account(true)
}

fn recipients(memory: &Memory) -> BTreeSet<String> {
    memory.taken().iter().map(|mail| mail.recipient.as_str().split('@').next().unwrap().to_string()).collect()
}

#[test]
fn every_due_mail_goes_once_and_its_body_is_forgotten() {
    answering(
        |_| Ok(()),
        |app, memory| {
            let names: Vec<String> = (0..120).map(|n| format!("p{n}")).collect();
            let ids = post(app, &names.iter().map(String::as_str).collect::<Vec<_>>());
            while deliver(app).count() > 0 {}
            assert_eq!(memory.taken().len(), 120);
            assert_eq!(recipients(memory).len(), 120);
            let shown = outbox::show(app, &admin(), &ids[0]).unwrap();
            assert_eq!((shown.entry.state, shown.entry.attempts), (MailState::Sent, 1));
            assert!(shown.source.is_none() && shown.opened.is_none());
        },
    );
}

#[test]
fn one_that_is_refused_and_one_that_panics_hold_up_nobody() {
    let answer = |mail: &OutgoingMail| match mail.recipient.as_str() {
        address if address.starts_with("dead") => Err(SendError::Permanent("550 no such mailbox".into())),
        address if address.starts_with("poison") => panic!("a mail that makes the program fail"),
        _ => Ok(()),
    };
    answering(answer, |app, memory| {
        let ids = post(app, &["poison", "dead", "ada", "grace", "emmy"]);
        assert_eq!(deliver(app), Delivered { sent: 3, retried: 1, failed: 1, paused: None });
        assert_eq!(recipients(memory), ["ada", "emmy", "grace"].map(String::from).into());
        let dead = entry(app, &ids[1]);
        assert_eq!((dead.state, dead.problem.as_str()), (MailState::Failed, "550 no such mailbox"));
        let poison = entry(app, &ids[0]);
        let wait = (poison.due_at - now()).num_seconds();
        assert!(poison.state == MailState::Waiting && (48..=72).contains(&wait), "{wait} s");
    });
}

#[test]
fn a_mail_that_is_deferred_is_tried_less_and_less_often_and_given_up_after_two_days() {
    answering(
        |_| Err(SendError::Temporary("451 later".into())),
        |app, _| {
            let id = post(app, &["grey"]).remove(0);
            let mut waits = Vec::new();
            while entry(app, &id).state == MailState::Waiting {
                deliver(app);
                let wait = entry(app, &id).due_at - app.clock.now();
                waits.push(wait.num_seconds());
                app.clock.advance(wait);
            }
            // Each wait is varied by up to a fifth.
            for (wait, step) in waits.iter().zip([1, 5, 15, 60, 60, 60]) {
                assert!((step * 48..=step * 72).contains(wait), "{waits:?}");
            }
            let distinct: BTreeSet<i64> = waits[3..].iter().copied().collect();
            assert!(distinct.len() > 10, "no two mails are tried again in step: {waits:?}");
            let hours = (app.clock.now() - now()).num_hours();
            assert!((43..=53).contains(&hours), "given up after {hours} hours");
            assert_eq!(entry(app, &id).problem, "451 later");
            mailroom::try_again(app, &admin(), &id).unwrap();
            assert_eq!(entry(app, &id).state, MailState::Waiting);
        },
    );
}

#[test]
fn while_no_mail_goes_all_wait_and_none_counts_as_tried() {
    let open = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&open);
    let answer = move |_: &OutgoingMail| match told.load(Ordering::SeqCst) {
        true => Ok(()),
        false => Err(SendError::Unavailable("535 wrong password".into())),
    };
    answering(answer, |app, memory| {
        open.store(false, Ordering::SeqCst);
        let ids = post(app, &["ada", "grace", "emmy"]);
        let mut probes = 0;
        for _ in 0..60 {
            probes += u32::from(deliver(app).paused.is_some());
            assert_eq!(deliver(app), Delivered::default(), "nothing goes while the queue rests");
            app.clock.advance(Duration::minutes(1));
        }
        assert!((6..=12).contains(&probes), "{probes} mails went out to see whether that is over");
        let pause = app.store.read(store::mail_pause::get).unwrap().unwrap();
        assert_eq!(pause.words, "535 wrong password");
        for id in &ids {
            let entry = entry(app, id);
            assert_eq!((entry.state, entry.attempts), (MailState::Waiting, 0));
        }
        open.store(true, Ordering::SeqCst);
        app.clock.advance(Duration::minutes(10));
        assert_eq!(deliver(app).sent, 3);
        assert_eq!(app.store.read(store::mail_pause::get).unwrap(), None);
        assert_eq!(memory.taken().len(), 3);
    });
}

#[test]
fn the_mail_folder_keeps_each_mail_as_a_file_that_the_outbox_opens() {
    let mailer = |folder: &std::path::Path| {
        Mailer::from_config(&TransportConfig::Folder(folder.join("mail"))).unwrap()
    };
    app_on_each_database_sending(mailer, |app| {
        let ids = post(app, &["ada", "grace"]);
        assert_eq!(deliver(app).sent, 2);
        let Mailer::Folder(folder) = &app.mailer else { panic!("another way out") };
        for id in &ids {
            assert!(folder.read(id).unwrap().is_some());
        }
        let opened = outbox::show(app, &admin(), &ids[0]).unwrap().opened.unwrap();
        assert_eq!(opened.subject, "Set your password");
        assert!(opened.text.contains("Set my password") && opened.html.contains("Set my password"));
        assert!(folder.read(&MailId("../rendezvous".into())).unwrap().is_none());
    });
}

#[test]
fn a_mail_folder_that_cannot_be_written_makes_the_mails_wait_and_say_why() {
    let mailer = |folder: &std::path::Path| {
        std::fs::write(folder.join("file"), "").unwrap();
        Mailer::from_config(&TransportConfig::Folder(folder.join("file/mail"))).unwrap()
    };
    app_on_each_database_sending(mailer, |app| {
        let id = post(app, &["ada"]).remove(0);
        let paused = deliver(app).paused.unwrap();
        assert!(paused.contains("cannot write to the mail folder"), "{paused}");
        assert_eq!(entry(app, &id).state, MailState::Waiting);
    });
}

#[test]
fn a_mail_of_an_account_is_opened_by_administrators_alone() {
    answering(
        |_| Ok(()),
        |app, _| {
            let id = post(app, &["ada"]).remove(0);
            assert!(outbox::show(app, &admin(), &id).unwrap().opened.is_some());
            let stranger = account(false);
            assert!(matches!(outbox::show(app, &stranger, &id), Err(Denied::NotFound)));
            assert!(matches!(mailroom::try_again(app, &stranger, &id), Err(Denied::NotFound)));
        },
    );
}

#[test]
fn a_pace_for_each_domain_is_kept_and_holds_up_no_other() {
    let folder = Folder::new();
    let world = World {
        clock: Clock::set_to(now()),
        random: Random::seeded(1),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    };
    let mut config = config("127.0.0.1:8080".parse().unwrap(), DatabaseUrl::in_folder(&folder.0), &folder);
    config.mail.pace.per_domain = Some(10);
    let app = startup::open(config, world).unwrap();
    let Mailer::Memory(memory) = &app.mailer else { panic!("another way out") };
    let at = app.clock.now();
    for n in 0..95 {
        let id: MailId = app.random.id(at);
        let mut mail = Sample::in_language(Lang::En).mail(MailKind::NewPassword);
        let domain = if n < 90 { "large.example" } else { "small.example" };
        mail.recipient = email(&format!("p{n}@{domain}"));
        mail.message_id = format!("{id}@rendezvous.example");
        app.store
            .write(|db| {
                store::outbox::insert_all(
                    db,
                    &[NewMail { id: &id, mail: &mail, problem: None, due_at: None }],
                    at,
                )
            })
            .unwrap();
    }
    let mut sent = Vec::new();
    for _ in 0..10 {
        let before = memory.taken().len();
        for _ in 0..6 {
            while deliver(&app).count() > 0 {}
            app.clock.advance(Duration::seconds(10));
        }
        sent.push(memory.taken().len() - before);
    }
    assert_eq!(sent, [15, 10, 10, 10, 10, 10, 10, 10, 10, 0]);
}
