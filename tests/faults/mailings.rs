//! `kill -9` while a mailing goes: whoever was to get it gets it, and nobody gets two.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rendezvous::domain::mailing::MailingState;
use rendezvous::domain::registration::{Registration, RegistrationState};
use rendezvous::domain::text::Email;
use rendezvous::store;

use crate::depth::{is_long, seeds};
use crate::kills::CONNECTIONS;
use crate::server::Server;
use crate::site::{Kind, Site, kinds};
use crate::story::wait_until;
use crate::support::app::TestApp;
use crate::support::journeys::participant;
use crate::support::organisers::{ADMIN, PASSWORD, signs_in};
use crate::support::promises::Promise;

const KILLS: usize = 4;
const SUBJECT: &str = "How to reach us";

/// Registers so many people while no server runs; gives their addresses.
fn fill(site: &Site, people: usize) -> BTreeSet<String> {
    let app = TestApp::on(site.database.clone(), |_| ());
    participant(&app, Site::SLUG, "Grace", "grace@people.example");
    let now = app.app.clock.now();
    let addresses: Vec<Email> =
        (0..people).map(|n| Email::parse(&format!("person-{n}@people.example")).unwrap()).collect();
    app.app
        .store
        .write(|db| {
            let event = store::events::get_by_slug(db, Site::SLUG)?;
            let first = Email::parse("grace@people.example").unwrap();
            let first = store::participants::find_by_email(db, &event.id, &first)?.unwrap();
            for email in &addresses {
                let mut one = first.clone();
                one.id = app.app.random.id(now);
                one.profile.person.email = Some(email.clone());
                let registration = Registration {
                    participant: one.id.clone(),
                    event: event.id.clone(),
                    code: app.app.random.code(),
                    state: RegistrationState::Registered,
                    created_at: now,
                    changed_at: now,
                };
                store::participants::insert(db, &one)?;
                store::registrations::insert(db, &registration)?;
            }
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    addresses.iter().map(Email::wire).chain(["grace@people.example".to_string()]).collect()
}

/// Sends a mailing to everybody who is registered.
fn sends(server: &Server) {
    let mut organiser = server.visitor();
    signs_in(&mut organiser, ADMIN, PASSWORD);
    organiser.open(&format!("/organiser/events/{}/mailings/new", Site::SLUG));
    organiser.fill_named("subject_en", SUBJECT).fill_named("text_en", "Dear {name}, {my_event}");
    organiser.press("Preview and send");
    let named = |text: &String| text.starts_with("Send ") && text.ends_with(" emails");
    let mut buttons =
        organiser.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
    let button = buttons.find(named).unwrap_or_else(|| panic!("{}", organiser.page.text));
    organiser.tick("Now").press(&button);
    assert!(organiser.page.text.contains("It is on its way"), "{}", organiser.page.text);
}

fn state(site: &Site) -> MailingState {
    let store = store::Store::open(&site.database).unwrap();
    let found = store.read(|db| {
        let event = store::events::get_by_slug(db, Site::SLUG)?;
        store::mailings::list(db, &event.id, 1, 0)
    });
    found.unwrap()[0].state
}

fn judge((kind, site): (Kind, &Site), seed: u64, people: &BTreeSet<String>) {
    let mut of_person: BTreeMap<String, usize> = BTreeMap::new();
    let mut copies = 0;
    for mails in site.mail.arrived().values().filter(|mails| mails[0].source.contains(SUBJECT)) {
        *of_person.entry(mails[0].recipient.clone()).or_default() += 1;
        copies += mails.len() - 1;
    }
    let got: BTreeSet<String> = of_person.keys().cloned().collect();
    assert_eq!(&got, people, "{kind:?}, seed {seed}: who got it");
    let twice: Vec<_> = of_person.iter().filter(|(_, mails)| **mails > 1).collect();
    assert!(twice.is_empty(), "{kind:?}, seed {seed}: {twice:?}");
    // A mail that was on its way when the program died is sent again as it is.
    assert!(copies <= site.kills() * CONNECTIONS, "{kind:?}, seed {seed}: {copies} copies");
    let worst = format!("{copies} extra copies of {} mails after {} kills", people.len(), site.kills());
    Promise::of("R-26").on(&format!("{kind:?}")).seed(seed).held(&worst);
}

#[test]
fn a_mailing_that_is_killed_half_way_reaches_everybody_once() {
    let many = if is_long() { 3_000 } else { 600 };
    for seed in seeds(1, 5) {
        for kind in kinds() {
            let site = Site::new(kind, None);
            let people = fill(&site, many);
            site.start();
            sends(site.server());
            let mut chance = StdRng::seed_from_u64(seed);
            for _ in 0..KILLS {
                std::thread::sleep(Duration::from_millis(chance.random_range(200..1_200)));
                site.server().kill();
                assert!(site.server().start(&[]), "the program does not come up after a kill");
            }
            wait_until("the mailing is sent", || state(&site) == MailingState::Sent);
            assert!(site.server().stop().is_some(), "the server does not stop");
            judge((kind, &site), seed, &people);
        }
    }
}
