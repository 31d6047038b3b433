//! One random sequence of what people and organisers do: no step breaks a rule, and both databases end with the same.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use mail_parser::MessageParser;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rendezvous::app::App;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::token::Token;
use rendezvous::mail::transport::Mailer;
use rendezvous::services::registrations::Permissions;
use rendezvous::services::{access, events, outbox, registrations};
use rendezvous::store;
use rendezvous::store::registrations::Filter;

use crate::depth::{is_long, seeds};
use crate::site::{Kind, kinds};
use crate::support::app::TestApp;
use crate::support::build::an_event;
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::promises::Promise;
use crate::support::sign_ups::{answers, sends_form};

/// An event while a sequence is played.
struct Play<'a> {
    app: &'a App,
    event: Event,
    chance: StdRng,
    people: usize,
    links: Vec<Token>,
    mails: Vec<String>,
    /// How many were registered after the last step.
    registered: Cell<usize>,
}

impl Play<'_> {
    fn step(&mut self) {
        match self.chance.random_range(0..10) {
            0..4 => {
                sends_form(
                    self.app,
                    &self.event.slug,
                    &answers(&format!("person{}@example.org", self.people)),
                );
                self.people += 1;
                self.take_mails();
            }
            4..7 => {
                if let Some(link) = self.links.pop() {
                    registrations::confirm(self.app, &link, &Permissions::default(), None).unwrap();
                }
            }
            7..9 => self.somebody_leaves(),
            _ => self.change_seats(),
        }
    }

    fn states(&self) -> Vec<(ParticipantId, RegistrationState)> {
        let all = Filter::default();
        let rows = self.app.store.read(|db| {
            let people = store::registrations::names(db, &self.event.id, &all)?;
            store::registrations::list_of(db, &people.iter().map(|one| &one.id).collect::<Vec<_>>())
        });
        rows.unwrap().into_iter().map(|row| (row.registration.participant, row.registration.state)).collect()
    }

    fn somebody_leaves(&mut self) {
        let has_place = |state: &RegistrationState| {
            matches!(state, RegistrationState::Registered | RegistrationState::WaitingList(_))
        };
        let mut there: Vec<ParticipantId> =
            self.states().into_iter().filter(|(_, state)| has_place(state)).map(|(id, _)| id).collect();
        there.sort();
        if !there.is_empty() {
            let who = &there[self.chance.random_range(0..there.len())];
            registrations::cancel(self.app, &access::own_as_operator(self.app, who).unwrap()).unwrap();
        }
    }

    /// More seats or fewer; with fewer than are taken nobody moves up.
    fn change_seats(&mut self) {
        let event = self.stored_event();
        let seats = self.chance.random_range(1..40_u32);
        let input = rendezvous::domain::event_input::EventInput {
            capacity: seats.to_string(),
            ..events::input_of(&event)
        };
        let access = access::change_as_operator(self.app, &event.slug).unwrap();
        let fate = events::AgendaFate::Stays;
        events::update(self.app, &access, &input.into(), fate, &Accepted::default()).unwrap();
    }

    fn stored_event(&self) -> Event {
        self.app.store.read(|db| store::events::get(db, &self.event.id)).unwrap()
    }

    fn take_mails(&mut self) {
        while outbox::deliver_due(self.app).unwrap().count() > 0 {}
        let Mailer::Memory(memory) = &self.app.mailer else { panic!("tests send into memory") };
        for mail in memory.taken().into_iter().skip(self.mails.len()) {
            let parsed = MessageParser::default().parse(mail.mime.as_bytes()).unwrap();
            let text = parsed.body_text(0).unwrap().into_owned();
            if let Some((_, rest)) = text.split_once("/confirm/") {
                self.links.push(Token::from_outside(rest.split_whitespace().next().unwrap()));
            }
            self.mails.push(format!("{} {} {}", mail.recipient.as_str(), mail.kind.code(), mail.subject));
        }
    }

    /// The rules that hold after every step.
    fn check(&self, seed: u64, step: usize) {
        let (event, states) = (self.stored_event(), self.states());
        let registered = states.iter().filter(|(_, state)| *state == RegistrationState::Registered).count();
        let waiting: Vec<i64> = states.iter().filter_map(|(_, state)| state.waiting_seq()).collect();
        let at = format!("seed {seed}, step {step}");
        assert_eq!(event.seats_taken as usize, registered, "{at}: seats taken");
        let seats = event.capacity.unwrap() as usize;
        // A room that shrank holds more than it should until enough have cancelled; nobody comes in meanwhile.
        assert!(registered <= seats || registered <= self.registered.get(), "{at}: over-booked");
        self.registered.set(registered);
        assert!(waiting.is_empty() || registered >= seats, "{at}: a seat is free, and somebody waits");
        assert_eq!(
            waiting.iter().collect::<BTreeSet<_>>().len(),
            waiting.len(),
            "{at}: a number is given twice"
        );
    }

    /// All that is there at the end, as text.
    fn outcome(&self) -> String {
        let people = self
            .app
            .store
            .read(|db| store::participants::list_in_states(db, &self.event.id, &RegistrationState::CODES));
        let names: BTreeMap<ParticipantId, String> =
            people.unwrap().into_iter().map(|one| (one.id, one.profile.person.name)).collect();
        let mut states: Vec<String> = self
            .states()
            .iter()
            .map(|(id, state)| format!("{} {} {state:?}", names[id], id.as_str()))
            .collect();
        states.sort();
        // Of the mails of one moment any may go first.
        let mut mails = self.mails.clone();
        mails.sort();
        format!("{}\n{}", states.join("\n"), mails.join("\n"))
    }
}

/// Plays a sequence on one database; what is there afterwards.
fn play(kind: Kind, seed: u64, steps: usize) -> String {
    let folder = Folder::new();
    let postgres =
        (kind == Kind::Postgres).then(|| PostgresDatabase::new(&std::env::var("TEST_DATABASE_URL").unwrap()));
    let database = postgres
        .as_ref()
        .map_or_else(|| rendezvous::config::DatabaseUrl::in_folder(&folder.0), PostgresDatabase::url);
    let app = TestApp::on(database, |_| ());
    let event = an_event(&app).with_seats(15).make();
    let chance = StdRng::seed_from_u64(seed);
    let mut play = Play {
        app: &app.app,
        event,
        chance,
        people: 0,
        links: Vec::new(),
        mails: Vec::new(),
        registered: Cell::new(0),
    };
    for step in 0..steps {
        app.pass(chrono::Duration::seconds(1));
        play.step();
        play.check(seed, step);
    }
    play.take_mails();
    play.outcome()
}

#[test]
fn seats_and_waiting_list_add_up_after_every_step_and_both_databases_end_with_the_same() {
    let steps = if is_long() { 1_000 } else { 200 };
    for seed in seeds(2, 5) {
        let outcomes: Vec<String> = kinds().into_iter().map(|kind| play(kind, seed, steps)).collect();
        for (kind, outcome) in kinds().iter().zip(&outcomes) {
            Promise::of("R-2")
                .on(&format!("{kind:?}"))
                .seed(seed)
                .held(&format!("{steps} steps, no rule broken"));
            let differs = outcomes[0].lines().zip(outcome.lines()).find(|(one, other)| one != other);
            assert!(differs.is_none() && outcomes[0].len() == outcome.len(), "seed {seed}: {differs:?}");
        }
        if outcomes.len() > 1 {
            Promise::of("R-24")
                .on("both")
                .seed(seed)
                .held(&format!("{steps} steps, the same people, states and mails"));
        }
    }
}
