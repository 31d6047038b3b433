//! How long others wait while somebody does something long, and how long what is long takes: beside a real server process,
//! on SQLite and, where `TEST_DATABASE_URL` names a server, on Postgres.
//!
//!   cargo bench --bench long_writes -- [publish PEOPLE | import ROWS | locked | mails COUNT | backup PEOPLE] ...
//!
//! Without words, all of it in the sizes of docs/waiting.md. Clients and server share the cores of the machine.

mod backing_up;
mod importing;
mod locking;
mod mailing;
mod others;
#[allow(dead_code, reason = "another benchmark uses the rest")]
mod place;
mod publishing;

use place::Place;
use support::Outcome;

#[allow(dead_code, reason = "each benchmark uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

const EVERYTHING: [&str; 11] =
    ["publish", "250", "publish", "3000", "import", "10000", "locked", "mails", "700", "backup", "20000"];

fn main() -> Outcome<()> {
    let given: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> =
        if given.is_empty() { EVERYTHING.to_vec() } else { given.iter().map(String::as_str).collect() };
    println!("{} cores for server and clients", std::thread::available_parallelism()?);
    let mut words = words.into_iter();
    while let Some(what) = words.next() {
        let mut number = || -> Outcome<usize> { Ok(words.next().ok_or("how many?")?.parse()?) };
        match what {
            "publish" => {
                let people = number()?;
                on_each_database("publish", |place| publishing::measure(place, people))?;
            }
            "import" => {
                let rows = number()?;
                on_each_database("import", |place| importing::measure(place, rows))?;
            }
            "locked" => on_each_database("locked", locking::measure)?,
            "mails" => {
                let count = number()?;
                on_each_database("mails", |place| mailing::measure(place, count))?;
            }
            "backup" => backing_up::measure(number()?)?,
            other => return Err(format!("nobody knows what “{other}” is").into()),
        }
    }
    Ok(())
}

fn on_each_database(what: &str, measure: impl Fn(&Place) -> Outcome<()>) -> Outcome<()> {
    for place in Place::of_each_database(what)? {
        println!("\n{}, load {}", place.name, load());
        measure(&place)?;
    }
    Ok(())
}

/// How busy the machine was within the last minute.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().unwrap_or_default().to_string()
}
