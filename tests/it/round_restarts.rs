//! The program itself, stopped and started again while a round is solved.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::round::{Round, RoundState};
use rendezvous::mail::transport::{Mailer, Memory};
use rendezvous::random::Random;
use rendezvous::services::passwords::PasswordHasher;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, StartedBy};
use rendezvous::services::{access, demo};
use rendezvous::startup::{self, World};
use rendezvous::store::{self, round_leases};

use super::starting::{lines_until_ready, program, rendezvous};
use super::support::app::config;
use super::support::database::Folder;

/// The data of a program that was killed while it solved a round of an event with so many people.
fn killed_while_solving(people: usize, effort: Effort) -> (Folder, Round) {
    let folder = Folder::new();
    let app = app(&folder);
    let demo = demo::fill(&app, people, 2020).unwrap();
    let access = access::change_as(&app, &demo.organiser, demo.slug).unwrap();
    let settings = RoundSettings { effort, ..RoundSettings::default() };
    let round = rounds::start(&app, &access, &settings, Some(1), StartedBy::Command).unwrap();
    assert!(app.store.write(|db| round_leases::take(db, &round.id, None, "of the killed one")).unwrap());
    (folder, round)
}

fn app(folder: &Folder) -> App {
    let data: PathBuf = folder.0.join("data");
    std::fs::create_dir_all(&data).unwrap();
    let world = World {
        clock: Clock::system(),
        random: Random::system(),
        mailer: Mailer::Memory(Memory::default()),
        passwords: PasswordHasher::cheap(),
    };
    let mut config = config("127.0.0.1:8080".parse().unwrap(), DatabaseUrl::in_folder(&data), folder);
    config.data = data;
    startup::open(config, world).unwrap()
}

fn solver(app: &App) -> Option<String> {
    app.store.read(round_leases::list_running).unwrap().first()?.solver.clone()
}

fn terminate(child: &Child) {
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
}

/// Waits until a program has ended by itself.
fn ends(child: &mut Child) {
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("it does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_program_that_is_told_to_stop_while_it_solves_a_round_that_was_left_ends_and_leaves_it_to_the_next() {
    let (folder, round) = killed_while_solving(400, Effort::Thorough);
    let mut server = rendezvous(&folder, "127.0.0.1:0").spawn().unwrap();
    lines_until_ready(&mut server);
    let app = app(&folder);
    let begun = Instant::now();
    while solver(&app).as_deref() == Some("of the killed one") {
        assert!(begun.elapsed() < Duration::from_secs(120), "nobody takes the round up");
        std::thread::sleep(Duration::from_millis(20));
    }
    terminate(&server);
    ends(&mut server);
    let state = app.store.read(|db| store::rounds::get(db, &round.id)).unwrap().state;
    assert!(
        state == RoundState::Running && solver(&app).is_none() || state == RoundState::Draft,
        "{state:?}"
    );
}

#[test]
fn a_demo_that_was_killed_in_its_first_round_starts_again_and_has_it_published() {
    let (folder, round) = killed_while_solving(40, Effort::Quick);
    let mut command = program("demo", &folder, "127.0.0.1:0");
    let mut demo = command.args(["--participants", "40"]).spawn().unwrap();
    let lines = lines_until_ready(&mut demo);
    assert!(lines.iter().any(|line| line.ends_with("/rounds/1")), "{lines:?}");
    terminate(&demo);
    ends(&mut demo);
    let left = app(&folder).store.read(|db| store::rounds::get(db, &round.id)).unwrap();
    assert_eq!(left.state, RoundState::Published, "the round that was begun, not another");
}
