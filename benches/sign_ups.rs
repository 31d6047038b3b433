//! Sign-ups per second through the real form: draft, four steps with their pages, and the confirmation, by many people
//! at once, on SQLite and, where `TEST_DATABASE_URL` names a server, on Postgres. Beside it, the same registrations by
//! the services alone, so that the cost of pages and forms can be read as a ratio of the same run.
//!
//!   cargo bench --bench sign_ups -- [PEOPLE] [CLIENTS]
//!
//! On a machine of its own; client and server share the cores.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rendezvous::app::App;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::field;
use rendezvous::domain::profile_input::{AttendanceInput, PersonInput};
use rendezvous::services::registrations::Answers;
use rendezvous::services::{demo, events, registrations, write};
use rendezvous::startup::{self, Background, ServerLock, Workers};

use support::rate::rate;
use support::{Outcome, config, new_database, sign_up, world};

#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "support/mod.rs"]
mod support;

fn main() -> Outcome<()> {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let people = numbers.first().copied().unwrap_or(1_000);
    let clients = numbers.get(1).copied().unwrap_or(50);
    let cores = std::thread::available_parallelism()?;
    println!("{people} people, {clients} at once, {cores} cores for server and clients");
    let folder = std::env::temp_dir().join(format!("rendezvous-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut databases = vec![("SQLite", DatabaseUrl::in_folder(&folder))];
    match std::env::var("TEST_DATABASE_URL") {
        Ok(server) => databases.push(("Postgres", new_database(&server, "sign_ups")?)),
        Err(_) => println!("Postgres left out: TEST_DATABASE_URL names no server"),
    }
    for (name, database) in databases {
        // Each has a folder of its own, which remembers its database.
        let place = folder.join(name);
        std::fs::create_dir_all(&place)?;
        let (by_form, by_service) = measure(database, place, people, clients)?;
        println!(
            "{name}: {by_form:.0} sign-ups/s through the form, {by_service:.0}/s by the services alone, ratio {:.2}",
            by_form / by_service
        );
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Registrations per second: through the form, and by the services.
fn measure(
    database: DatabaseUrl,
    folder: std::path::PathBuf,
    people: usize,
    clients: usize,
) -> Outcome<(f64, f64)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base = format!("http://{}", listener.local_addr()?);
    let config = config(listener.local_addr()?, database, &folder)?;
    let app = Arc::new(startup::open(config.clone(), world())?);
    let slug = demo::fill(&app, 20, 1)?.slug;
    let lock: ServerLock = startup::lock(&config)?;
    let running = startup::start(Arc::clone(&app), listener, lock, Workers(2), Background::Elsewhere)?;
    let by_form = register(people, clients, |k| sign_up::by_form(&base, slug, k).map(drop));
    let by_service = register(people, clients, |k| sign_up_by_service(&app, slug, k));
    running.stop();
    Ok((by_form?, by_service?))
}

/// Registers so many people with many clients at once, each with a number of their own; gives how many a second.
fn register(people: usize, clients: usize, work: impl Fn(usize) -> Outcome<()> + Sync) -> Outcome<f64> {
    let next = AtomicUsize::new(0);
    Ok(rate(clients, people, |_| work(next.fetch_add(1, Ordering::Relaxed)))?.a_second())
}

fn sign_up_by_service(app: &App, slug: &str, k: usize) -> Outcome<()> {
    let answers = Answers {
        person: person(app, slug, k)?,
        attendance: AttendanceInput { max_meetings: "5".into(), ..AttendanceInput::default() },
        ..Answers::default()
    };
    let (event, lists) = events::public_view(app, slug)?;
    let profile = answers.check(&lists).map_err(|problems| problems.to_string())?;
    write(app, |tx| registrations::sign_up(tx, &event.id, profile.clone(), &answers))?;
    Ok(())
}

fn person(app: &App, slug: &str, k: usize) -> Outcome<PersonInput> {
    let typed = [
        (field::NAME, "Ada Ångström".to_string()),
        (field::EMAIL, format!("service{k}@example.org")),
        (field::ORGANISATION, "Analytical AB".to_string()),
        (field::ORGANISATION_TYPE, "sme".to_string()),
        (field::COUNTRY, "SE".to_string()),
        (field::PARTICIPANT_TYPE, first_type(app, slug)?),
        (field::LANGUAGES, "en".to_string()),
    ];
    Ok(typed.into_iter().fold(PersonInput::default(), |input, (field, text)| input.with(field, vec![text])))
}

fn first_type(app: &App, slug: &str) -> Outcome<String> {
    let lists = app.store.read(|db| {
        let event = rendezvous::store::events::get_by_slug(db, slug)?;
        rendezvous::store::programme::get(db, &event.id)
    })?;
    Ok(lists.types.first().map(|kind| kind.id.0.clone()).unwrap_or_default())
}
