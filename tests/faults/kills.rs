//! `kill -9` while people register and mails leave: at random moments, and at the moment of a certain call to the system.

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::checker::Findings;
use crate::depth::{is_long, seeds};
use crate::people::Crowd;
use crate::server::Server;
use crate::site::{Kind, Site, kinds};
use crate::support::promises::Promise;

const SEATS: Option<u32> = Some(20);
const AT_ONCE: usize = 8;
/// Connections of a server to the mail server: the program's default.
pub const CONNECTIONS: usize = 2;
/// How often the mail server dies.
const DEATHS: usize = 2;

/// Kills the program at random moments for as long as people are busy, at least once and at most so often.
fn kill_at_random(site: &Site, seed: u64, most: usize, crowd: &Crowd<'_>) {
    let mut chance = StdRng::seed_from_u64(seed);
    while crowd.is_there() && site.kills() < most {
        std::thread::sleep(Duration::from_millis(chance.random_range(100..1_500)));
        site.server().kill();
        assert!(site.server().start(&[]), "the program does not come up after a kill");
    }
    crowd.goes();
}

fn judge(promise: &str, (kind, site): (Kind, &Site), seed: u64, findings: &Findings, dying: usize) {
    assert!(findings.broken.is_empty(), "{kind:?}, seed {seed}: {:#?}", findings.broken);
    let most = site.kills() * CONNECTIONS + dying;
    assert!(
        findings.extra_copies <= most,
        "{kind:?}, seed {seed}: {} extra copies after {} kills",
        findings.extra_copies,
        site.kills()
    );
    let worst = format!(
        "{} extra copies, at most {} of one, of {} mails after {} kills",
        findings.extra_copies,
        findings.most_copies,
        findings.mails,
        site.kills()
    );
    Promise::of(promise).on(&format!("{kind:?}")).seed(seed).held(&worst);
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_somebody_was_told() {
    for seed in seeds(1, 10) {
        for kind in kinds() {
            let site = Site::new(kind, SEATS);
            site.start();
            let people = if is_long() { 60 } else { 24 };
            let findings =
                site.visited_while(people, AT_ONCE, |crowd| kill_at_random(&site, seed, 10, crowd));
            assert!(site.kills() > 0);
            judge("R-4", (kind, &site), seed, &findings, 0);
            judge("R-6", (kind, &site), seed, &findings, 0);
        }
    }
}

#[test]
fn a_mail_server_that_dies_after_its_yes_gets_a_mail_again_and_nobody_else_waits() {
    // The mail that was cut off is tried again after a minute: nobody waits for one database after the other.
    let ends = |kind| {
        let site = Site::new(kind, SEATS);
        site.mail.dies_after_each(7, DEATHS);
        site.start();
        let findings = site.visited_while(12, AT_ONCE, |crowd| crowd.goes());
        (kind, site, findings)
    };
    for seed in seeds(1, 3) {
        let ended: Vec<_> = std::thread::scope(|scope| {
            let running: Vec<_> = kinds().into_iter().map(|kind| scope.spawn(move || ends(kind))).collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        for (kind, site, findings) in ended {
            assert!(findings.extra_copies >= 1, "the server never died");
            judge("R-11", (kind, &site), seed, &findings, DEATHS);
        }
    }
}

#[test]
fn a_kill_at_the_moment_of_a_call_to_the_system_loses_nothing() {
    if std::process::Command::new("strace").arg("-V").output().is_err() {
        eprintln!("SKIPPED: there is no strace (Debian package strace)");
        return;
    }
    // Written to the disk, sent to the mail server or the database, answered to the browser.
    let points = ["fsync", "sendto", "writev", "pwrite64"];
    for seed in seeds(1, 5) {
        let mut chance = StdRng::seed_from_u64(seed);
        for kind in kinds() {
            let site = Site::new(kind, SEATS);
            site.start();
            let people = if is_long() { 40 } else { 12 };
            let findings = site.visited_while(people, AT_ONCE, |crowd| {
                for point in points {
                    kill_at((kind, site.server()), point, chance.random_range(1..30), crowd);
                }
                crowd.goes();
            });
            judge("R-4", (kind, &site), seed, &findings, 0);
        }
    }
}

/// Starts the program anew so that it dies at the n-th call of a kind, and again when it has, or when nobody needs it any more.
fn kill_at((kind, server): (Kind, &Server), call: &str, n: u32, crowd: &Crowd<'_>) {
    if kind == Kind::Postgres && matches!(call, "fsync" | "pwrite64") {
        return;
    }
    server.kill();
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=KILL:when={n}"));
    let under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", trace.as_str(), "-e", inject.as_str()];
    server.start(&under);
    let begun = Instant::now();
    while crowd.is_there() && !server.was_killed() && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    server.kill();
    assert!(server.start(&[]), "the program does not come up after it died at {call} number {n}");
}
