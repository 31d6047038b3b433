//! The two moments of an event's registration beside pretix and beside the floor, in one run on one machine: the event's
//! page, and a person who signs up.
//!
//!   TEST_DATABASE_URL=postgres://... cargo bench --profile dist --bench beside_pretix -- [PEOPLE]
//!
//! pretix orders a place by one request of its API, without a mail; we take the whole form in eleven requests, and its mail
//! goes to a mail server. Clients share the cores with the servers. pretix is installed from PyPI the first time.

use std::os::unix::fs::FileExt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use place::{Place, Server};
use pretix::Pretix;
use rendezvous::services::demo;
use support::connection::Connection;
use support::rate::{Figures, rate};
use support::sink::{self, Sink};
use support::{Outcome, at, sign_up};

#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "../long_writes/place.rs"]
mod place;
mod pretix;
#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

/// Clients at once: as many as both can serve, and as many as come in the first minute.
const CLIENTS: [usize; 2] = [10, 50];
/// How often the cheapest things are done.
const OFTEN: usize = 2_000;

fn main() -> Outcome<()> {
    let people = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(300);
    let server = std::env::var("TEST_DATABASE_URL").map_err(|_| "TEST_DATABASE_URL names no Postgres")?;
    println!("{} cores for servers and clients, {people} people", std::thread::available_parallelism()?);
    println!(
        "| what | clients | a second | p50 ms | p99 ms | ms of processor each |\n|---|---|---|---|---|---|"
    );
    for place in Place::of_each_database("beside")? {
        floor(&place)?;
        ours(&place, people)?;
    }
    let folder = Place::on_sqlite("pretix")?;
    theirs(&Pretix::begin(&server, &folder.folder)?, people)
}

/// What nobody can be faster than.
fn floor(place: &Place) -> Outcome<()> {
    let Some(_) = place.file() else { return Ok(()) };
    let file = std::fs::File::create(place.folder.join("floor"))?;
    let written = rate(1, 300, |_| Ok(file.write_all_at(&[0; 4096], 0).and_then(|()| file.sync_data())?))?;
    print("4 kB written and synced", &written, None);
    let sink = Sink::begin()?;
    let talk = Mutex::new(sink::Client::begin(&sink.url)?);
    let handed = rate(1, OFTEN, |_| talk.lock().map_err(|_| "a client failed")?.send())?;
    print("a mail handed over", &handed, None);
    Ok(())
}

fn ours(place: &Place, people: usize) -> Outcome<()> {
    let slug = demo::fill(&place.app()?, 200, 1)?.slug;
    let sink = Sink::begin()?;
    let server = place.serve(&[("SMTP_URL", &sink.url)])?;
    let name = place.name;
    for (what, path) in
        [("a static file", "/static/style.css".to_string()), ("event page", format!("/e/{slug}"))]
    {
        let connections: Vec<_> = (0..CLIENTS[0])
            .map(|_| Ok(Mutex::new(Connection::open(&server.base, String::new())?)))
            .collect::<Outcome<_>>()?;
        let cpu = server.cpu()?;
        let get =
            |client: usize| connections[client].lock().map_err(|_| "a client failed")?.get(&path).map(drop);
        let figures = rate(CLIENTS[0], OFTEN, get)?;
        print(&format!("{what}, {name}"), &figures, Some(server.cpu()? - cpu));
    }
    for (nth, clients) in CLIENTS.into_iter().enumerate() {
        registrations(&server, (slug, name), (clients, people), nth * people)?;
    }
    println!("{name}: {:.0} MB of memory, {} mails taken", server.megabytes()?, sink.taken());
    Ok(())
}

fn registrations(
    server: &Server,
    (slug, name): (&str, &str),
    (clients, people): (usize, usize),
    first: usize,
) -> Outcome<()> {
    let next = AtomicUsize::new(first);
    let answers = Mutex::new(Vec::new());
    let cpu = server.cpu()?;
    let figures = rate(clients, people, |_| {
        let waited = sign_up::by_form(&server.base, slug, next.fetch_add(1, Ordering::Relaxed))?;
        answers.lock().map_err(|_| "a client failed")?.extend(waited);
        Ok(())
    })?;
    print(&format!("registration, {name}"), &figures, Some(server.cpu()? - cpu));
    let answers = answers.into_inner().map_err(|_| "a client failed")?;
    let each: Vec<f64> = answers.iter().map(|one: &Duration| one.as_secs_f64() * 1e3).collect();
    println!("{name}: a form that was sent waited p50 {:.1}, p99 {:.1} ms", at(&each, 50), at(&each, 99));
    Ok(())
}

fn theirs(pretix: &Pretix, people: usize) -> Outcome<()> {
    for _ in 0..10 {
        pretix.event_page()?;
    }
    let cpu = pretix.cpu()?;
    let opened = rate(CLIENTS[0], people, |_| pretix.event_page())?;
    print("event page, pretix", &opened, Some(pretix.cpu()? - cpu));
    let next = AtomicUsize::new(0);
    for clients in CLIENTS {
        let cpu = pretix.cpu()?;
        let figures = rate(clients, people, |_| pretix.order(next.fetch_add(1, Ordering::Relaxed)))?;
        print("order, pretix", &figures, Some(pretix.cpu()? - cpu));
    }
    println!("pretix: {:.0} MB of memory, what its processes share more than once", pretix.megabytes()?);
    Ok(())
}

/// A row of the table.
fn print(what: &str, figures: &Figures, cpu: Option<Duration>) {
    let each = figures.times as f64;
    let cpu = cpu.map_or("-".to_string(), |cpu| format!("{:.2}", cpu.as_secs_f64() * 1e3 / each));
    let (p50, p99) = (at(&figures.each, 50), at(&figures.each, 99));
    let (clients, a_second) = (figures.clients, figures.a_second());
    println!("| {what} | {clients} | {a_second:.0} | {p50:.2} | {p99:.2} | {cpu} |");
}
