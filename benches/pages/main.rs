//! What a page costs: processor time and waiting, by the size of the event, beside the floor of a static file of the same
//! server. A server process with a published plan, on SQLite and, where `TEST_DATABASE_URL` names a server, on Postgres.
//!
//!   cargo bench --bench pages -- [PEOPLE] ...
//!
//! One connection that stays open, answers compressed, as a browser asks. The figures of docs/speed.md are from here.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use place::{Place, Server};
use rendezvous::app::App;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, demo, links, rounds};
use support::Outcome;
use support::at;
use support::browser::Browser;
use support::connection::Connection;

#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "../long_writes/place.rs"]
mod place;
#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

/// How often a page is asked for.
const TIMES: usize = 40;
/// Personal links that are opened.
const READERS: usize = 40;
/// Within this time everybody opens the schedule.
const RUSH: Duration = Duration::from_secs(60);

fn main() -> Outcome<()> {
    let given: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![250, 1_000, 3_000, 5_000] } else { given };
    for people in sizes {
        for place in Place::of_each_database("pages")? {
            println!("\n{} people, {}", people, place.name);
            measure(&place, people)?;
        }
    }
    Ok(())
}

fn measure(place: &Place, people: usize) -> Outcome<()> {
    let known = fill(&place.app()?, people)?;
    let server = place.serve(&[])?;
    let size = place.file().map(|file| std::fs::metadata(file).map(|file| file.len())).transpose()?;
    if let Some(bytes) = size {
        println!("  {:.1} KB of the file a person", bytes as f64 / 1e3 / people as f64);
    }
    println!("  {:.1} s until the mails of the plan are written", settle(&server)?);
    println!("  {:.0} MB of memory when it begins", server.megabytes()?);
    let event = format!("/e/{}", known.slug);
    let organiser = format!("/organiser/events/{}", known.slug);
    let mut pages = vec![("a static file", "/static/style.css".to_string()), ("event page", event.clone())];
    let reader = sign_in(&server, &known.links[0])?;
    let cookies = reader.cookies();
    for (what, end) in [("directory", "people"), ("My schedule", "schedule"), ("My event", "")] {
        pages.push((what, format!("{event}/my/{end}").trim_end_matches('/').to_string()));
    }
    let mut office = Browser::new(&server.base);
    office.get("/organiser/login")?;
    office.post("/organiser/login", &[("email", known.email), ("password", &known.password)])?;
    let office = office.cookies();
    pages.push(("round", format!("{organiser}/rounds/1")));
    pages.push(("dashboard", organiser.clone()));
    pages.push(("participants", format!("{organiser}/participants")));
    for (what, path) in pages {
        let cookies = if path.starts_with("/organiser") { &office } else { &cookies };
        let mut connection = Connection::open(&server.base, cookies.clone())?;
        let first = Instant::now();
        let bytes = connection.get(&path)?;
        let first = first.elapsed();
        let (cpu, took) = (server.cpu()?, repeat(&mut connection, &path)?);
        let cpu = (server.cpu()? - cpu).as_secs_f64() * 1e3 / TIMES as f64;
        println!(
            "  {what}: {cpu:.2} ms CPU, p50 {:.2} ms, p99 {:.2} ms, first {:.0} ms, {bytes} bytes",
            at(&took, 50),
            at(&took, 99),
            first.as_secs_f64() * 1e3
        );
    }
    rush(&server, &known, people)?;
    println!("  {:.0} MB of memory after all that", server.megabytes()?);
    Ok(())
}

/// Waits until the server has nothing to do; gives for how many seconds it worked.
fn settle(server: &Server) -> Outcome<f64> {
    loop {
        let before = server.cpu()?;
        std::thread::sleep(Duration::from_secs(2));
        if server.cpu()? - before < Duration::from_millis(60) {
            return Ok(before.as_secs_f64());
        }
    }
}

/// Everybody opens their schedule within a minute, each for the first time.
fn rush(server: &Server, known: &Known, people: usize) -> Outcome<()> {
    let path = format!("/e/{}/my/schedule", known.slug);
    let cookies: Vec<String> =
        known.links.iter().map(|link| Ok(sign_in(server, link)?.cookies())).collect::<Outcome<_>>()?;
    let next = AtomicUsize::new(0);
    let (cpu, began) = (server.cpu()?, Instant::now());
    let took: Vec<f64> = std::thread::scope(|scope| {
        let work = || -> Outcome<Vec<f64>> {
            let mut took = Vec::new();
            loop {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                if nth >= people {
                    return Ok(took);
                }
                // Whoever is late waits from when they wanted to ask.
                let due = began + RUSH.mul_f64(nth as f64 / people as f64);
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                Connection::open(&server.base, cookies[nth % cookies.len()].clone())?.get(&path)?;
                took.push(due.elapsed().as_secs_f64() * 1e3);
            }
        };
        let all: Vec<_> = (0..16).map(|_| scope.spawn(work)).collect();
        let joined = all.into_iter().map(|one| one.join().map_err(|_| "a client failed")?);
        joined.collect::<Outcome<Vec<Vec<f64>>>>().map(|all| all.concat())
    })?;
    let busy = (server.cpu()? - cpu).as_secs_f64() / began.elapsed().as_secs_f64();
    println!(
        "  {people} open their schedule within {:.0} s: {busy:.2} cores, p50 {:.1} ms, p99 {:.1} ms",
        began.elapsed().as_secs_f64(),
        at(&took, 50),
        at(&took, 99)
    );
    Ok(())
}

fn repeat(connection: &mut Connection, path: &str) -> Outcome<Vec<f64>> {
    let once = |_| -> Outcome<f64> {
        let asked = Instant::now();
        connection.get(path)?;
        Ok(asked.elapsed().as_secs_f64() * 1e3)
    };
    (0..TIMES).map(once).collect()
}

/// Whom the demo made, and what opens their pages.
struct Known {
    slug: &'static str,
    email: &'static str,
    password: String,
    links: Vec<String>,
}

fn fill(app: &App, people: usize) -> Outcome<Known> {
    let demo = demo::fill(app, people, 1)?;
    let access = access::change_as(app, &demo.organiser, demo.slug)?;
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1))?;
    rounds::publish(app, &access, round.number)?;
    let readers = demo.registered.iter().step_by((people / READERS).max(1)).take(READERS);
    let links =
        readers.map(|who| Ok(links::issue_personal_link(app, who)?)).collect::<Outcome<Vec<String>>>()?;
    Ok(Known { slug: demo.slug, email: demo.organiser_email, password: demo.organiser_password, links })
}

/// Somebody who has opened their personal link.
fn sign_in(server: &Server, link: &str) -> Outcome<Browser> {
    let path = link.splitn(4, '/').nth(3).ok_or("a link without a path")?;
    let mut browser = Browser::new(&server.base);
    browser.get(&format!("/{path}"))?;
    Ok(browser)
}
