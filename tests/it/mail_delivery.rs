//! The outbox on a real database: every mail goes once, a bad one holds up nobody, a silent server loses nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::Duration;
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::{BaseUrl, Config, DatabaseUrl, Limits, MailConfig, TransportConfig};
use rendezvous::domain::account::Account;
use rendezvous::domain::ids::{AccountId, MailId};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::{MailKind, MailState, OutboxEntry, OutgoingMail};
use rendezvous::mail::transport::{Mailer, Memory, SendError};
use rendezvous::random::Random;
use rendezvous::services::access::Denied;
use rendezvous::services::outbox::{self, Delivered, OutboxFilter};
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::startup::{World, open};
use rendezvous::store;

use crate::mail_samples::{FROM, Sample, email, now};

/// An app on a new SQLite file, with this way out for mail.
struct House {
    app: App,
    folder: PathBuf,
}

impl House {
    fn with(mailer: impl FnOnce(&PathBuf) -> Mailer) -> House {
        let id: MailId = Random::system().id(now());
        let folder = std::env::temp_dir().join(format!("rendezvous-mail-{id}"));
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: folder.clone(),
            database: DatabaseUrl::in_folder(&folder),
            base_url: BaseUrl::parse("https://rendezvous.example").unwrap(),
            mail: MailConfig { transport: TransportConfig::Folder(folder.join("mail")), from: email(FROM) },
            trust_proxy: false,
            limits: Limits::default(),
        };
        let mailer = mailer(&folder);
        let world = World {
            clock: Clock::set_to(now()),
            random: Random::seeded(1),
            mailer,
            passwords: PasswordHasher::cheap(),
        };
        House { app: open(config, world).unwrap(), folder }
    }

    fn answering(
        answer: impl Fn(&OutgoingMail) -> Result<(), SendError> + Send + Sync + 'static,
    ) -> (House, Memory) {
        let memory = Memory::answering(answer);
        (House::with(|_| Mailer::Memory(memory.clone())), memory)
    }

    /// Puts mails to these people into the outbox.
    fn post(&self, names: &[&str]) -> Vec<MailId> {
        let at = self.app.clock.now();
        let mails = names.iter().map(|name| {
            let id: MailId = self.app.random.id(at);
            let mut mail = Sample::in_language(Lang::En).mail(MailKind::NewPassword);
            mail.recipient = email(&format!("{name}@engines.example"));
            mail.message_id = format!("{id}@rendezvous.example");
            self.app.store.write(|db| store::outbox::insert(db, &mail, &id, at, at)).unwrap();
            id
        });
        mails.collect()
    }

    fn deliver(&self) -> Delivered {
        outbox::deliver_due(&self.app).unwrap()
    }

    fn entry(&self, id: &MailId) -> OutboxEntry {
        outbox::show(&self.app, &admin(), id).unwrap().entry
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
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
    let (house, memory) = House::answering(|_| Ok(()));
    let names: Vec<String> = (0..120).map(|n| format!("p{n}")).collect();
    let ids = house.post(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut sent = 0;
    while house.deliver() != Delivered::default() {
        sent = memory.taken().len();
    }
    assert_eq!(sent, 120);
    assert_eq!(recipients(&memory).len(), 120);
    let shown = outbox::show(&house.app, &admin(), &ids[0]).unwrap();
    assert_eq!((shown.entry.state, shown.entry.attempts), (MailState::Sent, 1));
    assert!(shown.source.is_none() && shown.opened.is_none());
}

#[test]
fn one_that_is_refused_and_one_that_panics_hold_up_nobody() {
    let (house, memory) = House::answering(|mail| match mail.recipient.as_str() {
        address if address.starts_with("dead") => Err(SendError::Permanent("550 no such mailbox".into())),
        address if address.starts_with("poison") => panic!("a mail that makes the program fail"),
        _ => Ok(()),
    });
    let ids = house.post(&["poison", "dead", "ada", "grace", "emmy"]);
    assert_eq!(house.deliver(), Delivered { sent: 3, retried: 1, failed: 1, paused: None });
    assert_eq!(recipients(&memory), ["ada", "emmy", "grace"].map(String::from).into());
    let dead = house.entry(&ids[1]);
    assert_eq!((dead.state, dead.problem.as_str()), (MailState::Failed, "550 no such mailbox"));
    let poison = house.entry(&ids[0]);
    assert_eq!((poison.state, poison.due_at), (MailState::Waiting, now() + Duration::minutes(1)));
}

#[test]
fn a_mail_that_is_deferred_is_tried_less_and_less_often_and_given_up_after_two_days() {
    let (house, _) = House::answering(|_| Err(SendError::Temporary("451 later".into())));
    let id = house.post(&["grey"]).remove(0);
    let mut waits = Vec::new();
    while house.entry(&id).state == MailState::Waiting {
        house.deliver();
        let entry = house.entry(&id);
        let wait = entry.due_at - house.app.clock.now();
        waits.push(wait.num_minutes());
        house.app.clock.advance(wait);
    }
    assert_eq!(waits[..6], [1, 5, 15, 60, 60, 60]);
    let hours = (house.app.clock.now() - now()).num_hours();
    assert!((47..=49).contains(&hours), "given up after {hours} hours");
    assert_eq!(house.entry(&id).problem, "451 later");
    outbox::retry(&house.app, &admin(), &id).unwrap();
    assert_eq!(house.entry(&id).state, MailState::Waiting);
}

#[test]
fn while_no_mail_goes_all_wait_and_none_counts_as_tried() {
    let open = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let (told, seen) = (open.clone(), std::sync::atomic::Ordering::SeqCst);
    let (house, memory) = House::answering(move |_| {
        if told.load(seen) { Ok(()) } else { Err(SendError::Unavailable("535 wrong password".into())) }
    });
    let ids = house.post(&["ada", "grace", "emmy"]);
    for _ in 0..100 {
        assert_eq!(house.deliver().paused.as_deref(), Some("535 wrong password"));
        assert_eq!(house.deliver(), Delivered::default(), "nothing is due while the queue rests");
        house.app.clock.advance(Duration::minutes(1));
    }
    for id in &ids {
        let entry = house.entry(id);
        assert_eq!(
            (entry.state, entry.attempts, entry.problem.as_str()),
            (MailState::Waiting, 0, "535 wrong password")
        );
    }
    open.store(true, seen);
    assert_eq!(house.deliver().sent, 3);
    assert_eq!(memory.taken().len(), 3);
}

#[test]
fn mails_of_a_process_that_died_go_out_when_its_claim_ends_and_with_the_same_bytes() {
    let (house, memory) = House::answering(|_| Ok(()));
    house.post(&["ada"]);
    let at = house.app.clock.now();
    let until = at + Duration::minutes(5);
    let claimed = house.app.store.write(|db| store::outbox::claim_due(db, at, until, 10)).unwrap();
    assert_eq!(house.deliver(), Delivered::default(), "what another has claimed is left alone");
    house.app.clock.advance(Duration::minutes(6));
    assert_eq!(house.deliver().sent, 1);
    let taken = memory.taken();
    assert_eq!((&taken[0].mime, &taken[0].message_id), (&claimed[0].1.mime, &claimed[0].1.message_id));
}

#[test]
fn the_mail_folder_keeps_each_mail_as_a_file_that_the_outbox_opens() {
    let house =
        House::with(|folder| Mailer::from_config(&TransportConfig::Folder(folder.join("mail"))).unwrap());
    let ids = house.post(&["ada", "grace"]);
    assert_eq!(house.deliver().sent, 2);
    let Mailer::Folder(folder) = &house.app.mailer else { panic!("another way out") };
    let listed: Vec<MailId> = folder.list().unwrap().into_iter().map(|mail| mail.id).collect();
    let mut wanted = ids.clone();
    wanted.sort();
    assert_eq!(listed, wanted);
    let shown = outbox::show(&house.app, &admin(), &ids[0]).unwrap();
    let opened = shown.opened.unwrap();
    assert_eq!(opened.subject, "Set your password");
    assert!(opened.text.contains("Set my password") && opened.html.contains("Set my password"));
    assert!(folder.read(&MailId("../rendezvous".into())).unwrap().is_none());
}

#[test]
fn a_mail_folder_that_cannot_be_written_makes_the_mails_wait_and_say_why() {
    let house = House::with(|folder| {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join("file"), "").unwrap();
        Mailer::from_config(&TransportConfig::Folder(folder.join("file/mail"))).unwrap()
    });
    let id = house.post(&["ada"]).remove(0);
    let paused = house.deliver().paused.unwrap();
    assert!(paused.contains("cannot write to the mail folder"), "{paused}");
    assert_eq!(house.entry(&id).state, MailState::Waiting);
}

#[test]
fn only_administrators_see_the_whole_outbox() {
    let (house, _) = House::answering(|_| Ok(()));
    let id = house.post(&["ada"]).remove(0);
    let all = outbox::list(&house.app, &admin(), &OutboxFilter::default(), 0).unwrap();
    assert_eq!((all.entries.len(), all.total), (1, 1));
    let stranger = account(false);
    assert!(matches!(
        outbox::list(&house.app, &stranger, &OutboxFilter::default(), 0),
        Err(Denied::NotAdmin)
    ));
    assert!(matches!(outbox::show(&house.app, &stranger, &id), Err(Denied::NotFound)));
    assert!(matches!(outbox::retry(&house.app, &stranger, &id), Err(Denied::NotFound)));
}
