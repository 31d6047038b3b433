//! Somebody else holds the database for long: how soon a form is told to come again. And many forms at once while nobody holds
//! it: how long they take, and whether anybody is turned away.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use rendezvous::services::demo;

use crate::others::person;
use crate::place::{Place, Server};
use crate::support::Outcome;
use crate::support::browser::{Browser, between};

/// Forms that are sent at once.
const AT_ONCE: [usize; 3] = [1, 80, 200];

pub fn measure(place: &Place) -> Outcome<()> {
    let app = place.app()?;
    let slug = demo::fill(&app, 50, 1)?.slug;
    drop(app);
    let server = place.serve(&[])?;
    for forms in AT_ONCE {
        println!(" {forms} forms at once, nobody in their way:");
        send(&server, slug, forms, || Ok(()))?;
        println!(" {forms} forms at once, database locked by somebody else:");
        let mut blocker = None;
        send(&server, slug, forms, || {
            blocker = Some(Blocker::of(place)?);
            Ok(())
        })?;
    }
    Ok(())
}

/// A transaction that lets nobody save a form.
enum Blocker {
    Sqlite { _held: SqliteConnection },
    Postgres { _held: PgConnection },
}

impl Blocker {
    fn of(place: &Place) -> Outcome<Blocker> {
        match (place.file(), place.address()) {
            (Some(file), _) => {
                let mut held = SqliteConnection::establish(&file.to_string_lossy())?;
                held.batch_execute("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE")?;
                Ok(Blocker::Sqlite { _held: held })
            }
            (None, Some(address)) => {
                let mut held = PgConnection::establish(address)?;
                held.batch_execute("BEGIN; LOCK TABLE registration_forms IN EXCLUSIVE MODE")?;
                Ok(Blocker::Postgres { _held: held })
            }
            (None, None) => Err("a place without a database".into()),
        }
    }
}

/// Sends many forms at once, after something has happened.
fn send(server: &Server, slug: &str, forms: usize, happens: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
    let profile = format!("/e/{slug}/register");
    let mut people = Vec::new();
    for _ in 0..forms {
        let mut browser = Browser::new(&server.base);
        let page = browser.get(&profile)?;
        let kind = between(&page, "name=\"participant_type\" value=\"", "\"").unwrap_or_default().to_string();
        people.push((browser, kind));
    }
    happens()?;
    let begin = Barrier::new(forms);
    let mut waited: Vec<(Duration, bool)> = std::thread::scope(|scope| {
        let sending: Vec<_> = people
            .iter_mut()
            .enumerate()
            .map(|(k, (browser, kind))| {
                let (begin, profile) = (&begin, &profile);
                scope.spawn(move || {
                    let email = format!("many{k}@example.org");
                    let person = person(&email, kind);
                    begin.wait();
                    let from = Instant::now();
                    let done = browser.post(&format!("{profile}/profile"), &person);
                    (browser.waited.min(from.elapsed()), done.is_ok())
                })
            })
            .collect();
        sending.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    waited.sort();
    let served = waited.iter().filter(|(_, served)| *served).count();
    let ms = |at: usize| waited.get(at).map_or(0, |(time, _)| time.as_millis());
    println!(
        "  {served} of {forms} saved, p50 {} ms, longest {} ms",
        ms(waited.len() / 2),
        ms(waited.len().saturating_sub(1))
    );
    Ok(())
}
