//! A long list of participants is imported by the command beside the server, and through the page with mails to everybody, while
//! others go on.

use std::fmt::Write;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rendezvous::services::demo;

use crate::others::Others;
use crate::place::Place;
use crate::publishing::log_in;
use crate::support::Outcome;

/// People who are there before.
const THERE: usize = 50;
/// How long others are watched before.
const BEFORE: Duration = Duration::from_secs(5);

pub fn measure(place: &Place, rows: usize) -> Outcome<()> {
    let app = place.app()?;
    let demo = demo::fill(&app, THERE, 1)?;
    drop(app);
    let server = place.serve(&[])?;
    let file = place.folder.join("people.csv");
    std::fs::write(&file, list("command", rows))?;
    let others = Others::begin(&server.base, demo.slug);
    sleep(BEFORE);
    let from = Instant::now();
    let done = place.command(&["import", demo.slug]).arg(&file).output()?;
    let until = Instant::now();
    println!(" {rows} rows by the command in {:.1?}", until - from);
    others.end(from, until)?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into());
    }
    let mut organiser = log_in(&server, &demo)?;
    let page = format!("/organiser/events/{}/import", demo.slug);
    organiser.get(&page)?;
    let others = Others::begin(&server.base, demo.slug);
    sleep(BEFORE);
    let from = Instant::now();
    organiser.post_file(&page, &[("topics", "yes"), ("mail", "yes")], &list("page", rows))?;
    println!(" {rows} rows looked at by the page in {:.1?}", from.elapsed());
    let plan = organiser.path.split('?').next().unwrap_or_default().to_string();
    let pressed = Instant::now();
    let done = organiser.post(&plan, &[("topics", "yes"), ("mail", "yes"), ("extent", "all")]);
    let until = Instant::now();
    println!(" {rows} rows and mails imported by the page in {:.1?}", until - pressed);
    others.end(from, until)?;
    done?;
    Ok(())
}

/// A file of people whom nobody knows.
fn list(what: &str, rows: usize) -> String {
    let mut text = "name,email,organisation,country,city,topics,max_meetings\n".to_string();
    for k in 0..rows {
        let topic = k % 20;
        // Writing into a text cannot fail.
        let _ = writeln!(
            text,
            "Person {what} {k},{what}{k}@example.org,Organisation {},SE,Uppsala,Imported topic {topic},5",
            k / 3
        );
    }
    text
}
