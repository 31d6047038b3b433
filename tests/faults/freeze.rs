//! Postgres stands still: its processes are there and answer nobody. People are told, and everything goes on by itself when it
//! moves again.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rendezvous::config::{DatabaseUrl, Secret};

use crate::depth::times;
use crate::kills::CONNECTIONS;
use crate::postgres::{self, Cluster};
use crate::site::Site;
use crate::story::{Story, wait_until};
use crate::support::database::Folder;
use crate::support::promises::Promise;

/// How long it stands still.
const STILL: Duration = Duration::from_secs(20);
const AT_ONCE: usize = 4;

#[test]
fn people_are_told_while_postgres_stands_still_and_everything_goes_on_when_it_moves() {
    let Some(bin) = postgres::programs() else { return };
    let story = Story::begin("Postgres stands still");
    let folder = Folder::new();
    let primary = Cluster::primary(&bin, &folder.0);
    primary.sql("CREATE DATABASE rendezvous");
    let address = DatabaseUrl::Postgres(Secret::new(primary.address("rendezvous")));
    let site = Site::on(address, Folder::new(), 1, None);
    site.start();
    let mut gone_on = Vec::new();
    let findings = site.visited_while(usize::MAX, AT_ONCE, |_| {
        for _ in 0..times() {
            gone_on.push(stands_still(&site, &primary, &story));
        }
    });
    assert!(findings.broken.is_empty(), "{:#?}", findings.broken);
    assert!(findings.extra_copies <= CONNECTIONS * times(), "{} mails came twice", findings.extra_copies);
    let told = site.ledger.so_far();
    assert!(told.longest < STILL, "somebody waited until it moved again: {:?}", told.longest);
    let worst = format!(
        "{:.1} s for an answer while it stood still for {} s, {:.1} s until people registered again, 0 of {} acknowledged lost, \
         {} of {} mails twice, {} told to try again",
        told.longest.as_secs_f64(),
        STILL.as_secs(),
        gone_on.iter().copied().fold(0.0, f64::max),
        findings.acknowledged,
        findings.extra_copies,
        findings.mails,
        told.refused
    );
    story.tell(&worst);
    Promise::of("R-16").on("Postgres").held(&worst);
}

/// Lets it stand still once; gives after how many seconds people register again when it moves.
fn stands_still(site: &Site, primary: &Cluster, story: &Story) -> f64 {
    let server = site.server();
    let registered = || site.ledger.so_far().confirmed.len();
    let before = registered();
    wait_until("people register", || registered() >= before + 5);
    let (refused, begun) = (site.ledger.so_far().refused, Instant::now());
    let frozen = primary.freeze();
    story.tell(&format!("{} people have registered; Postgres stands still", registered()));
    wait_until("it is not ready", || server.get("/readyz").0 == 503);
    story.tell(&format!("/readyz says “{}”", server.get("/readyz").1.trim()));
    while begun.elapsed() < STILL {
        assert_eq!((server.get("/healthz").0, server.get("/readyz").0), (200, 503));
        sleep(Duration::from_millis(500));
    }
    assert!(site.ledger.so_far().refused > refused, "nobody was told");
    let before = registered();
    drop(frozen);
    let moves = story.seconds();
    wait_until("people register again", || registered() > before);
    let gone_on = story.seconds() - moves;
    story.tell("it moves, and people register again");
    wait_until("it is ready again", || server.get("/readyz").0 == 200);
    gone_on
}
