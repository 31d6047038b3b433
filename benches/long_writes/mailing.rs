//! How many mails a second go to a mail server that answers at once.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rendezvous::services::{access, demo, rounds};

use crate::place::Place;
use crate::publishing::draft;
use crate::support::Outcome;
use crate::support::sink::Sink;

/// Mails that are let go before the clock runs, so that every connection is open.
const FIRST: usize = 20;
/// How long the first ones may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long no mail has come when all have.
const QUIET: Duration = Duration::from_secs(3);

pub fn measure(place: &Place, people: usize) -> Outcome<()> {
    let app = place.app()?;
    let demo = demo::fill(&app, people, 1)?;
    draft(&app, &demo)?;
    rounds::publish(&app, &access::change_as(&app, &demo.organiser, demo.slug)?, 1)?;
    drop(app);
    for connections in ["2", "8"] {
        let sink = Sink::begin()?;
        let server = place.serve(&[("SMTP_URL", &sink.url), ("SMTP_CONNECTIONS", connections)])?;
        let begun = Instant::now();
        while sink.taken() < FIRST && begun.elapsed() < PATIENCE {
            sleep(Duration::from_millis(1));
        }
        let (from, first) = (Instant::now(), sink.taken());
        if first < FIRST {
            println!(" {connections} connections: no mails were left, take more people");
            continue;
        }
        // Half of them over few connections, the other half over more.
        let (mut last, mut at) = (first, Instant::now());
        while at.elapsed() < QUIET && (connections != "2" || from.elapsed() < Duration::from_secs(8)) {
            sleep(Duration::from_millis(5));
            let now = sink.taken();
            if now != last {
                (last, at) = (now, Instant::now());
            }
        }
        let rate = (last - first) as f64 / (at - from).as_secs_f64();
        println!(" {connections} connections: {} mails, {rate:.0} a second", last - first);
        drop(server);
    }
    Ok(())
}
