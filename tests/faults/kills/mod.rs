//! `kill -9` while people register and mails leave: at random moments, and at the moment of a certain call to the system.

mod checker;
mod ledger;
mod mail_server;
pub mod people;
pub mod site;

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use self::checker::Findings;
use self::people::{Person, all_at_once};
use self::site::{Kind, Site, kinds};
use crate::depth::{is_long, seeds};
use crate::support::promises::Promise;

const SEATS: u32 = 20;
const AT_ONCE: usize = 8;
/// Connections to the mail server: the program's default.
const CONNECTIONS: usize = 2;
/// How often the mail server dies.
const DEATHS: usize = 2;

/// Lets people register while the program is killed, and checks what is there when all is quiet again.
fn registers_while(
    site: &Site,
    people: usize,
    breaks: impl FnOnce(&Site, &dyn Fn() -> bool) + Send,
) -> Findings {
    let busy = std::sync::atomic::AtomicBool::new(true);
    std::thread::scope(|scope| {
        scope.spawn(|| breaks(site, &|| busy.load(std::sync::atomic::Ordering::SeqCst)));
        all_at_once(people, AT_ONCE, |n| {
            let person = Person::new(site, n);
            person.registers();
            if n % 5 == 0 {
                person.cancels();
            }
        });
        busy.store(false, std::sync::atomic::Ordering::SeqCst);
    });
    quiet(site);
    assert!(site.stop().is_some(), "the program does not stop");
    checker::check(site)
}

/// Waits until no mail waits any more.
fn quiet(site: &Site) {
    let begun = Instant::now();
    while checker::waiting_mails(site) > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(150),
            "{} mails still wait",
            checker::waiting_mails(site)
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Kills the program at random moments for as long as people are busy, at least once and at most so often.
fn kill_at_random(site: &Site, seed: u64, most: usize, is_busy: &dyn Fn() -> bool) {
    let mut chance = StdRng::seed_from_u64(seed);
    while is_busy() && site.kills() < most {
        std::thread::sleep(Duration::from_millis(chance.random_range(100..1_500)));
        site.kill();
        assert!(site.start(&[]), "the program does not come up after a kill");
    }
}

fn judge(promise: &str, site: &Site, seed: u64, findings: &Findings, dying: usize) {
    assert!(findings.broken.is_empty(), "{:?}, seed {seed}: {:#?}", site.kind, findings.broken);
    let most = site.kills() * CONNECTIONS + dying;
    assert!(
        findings.extra_copies <= most,
        "{:?}, seed {seed}: {} extra copies after {} kills",
        site.kind,
        findings.extra_copies,
        site.kills()
    );
    let worst = format!(
        "{} kills, {} mails, {} extra copies, at most {} of one",
        site.kills(),
        findings.mails,
        findings.extra_copies,
        findings.most_copies
    );
    Promise::of(promise).on(&format!("{:?}", site.kind)).seed(seed).held(&worst);
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_somebody_was_told() {
    for seed in seeds(1, 10) {
        for kind in kinds() {
            let site = Site::new(kind, SEATS);
            assert!(site.start(&[]));
            let people = if is_long() { 60 } else { 24 };
            let findings = registers_while(&site, people, |site, busy| kill_at_random(site, seed, 10, busy));
            assert!(site.kills() > 0);
            judge("R-4", &site, seed, &findings, 0);
            judge("R-6", &site, seed, &findings, 0);
        }
    }
}

#[test]
fn a_mail_server_that_dies_after_its_yes_gets_a_mail_again_and_nobody_else_waits() {
    for seed in seeds(1, 3) {
        for kind in kinds() {
            let site = Site::new(kind, SEATS);
            site.mail.dies_after_each(7, DEATHS);
            assert!(site.start(&[]));
            let findings = registers_while(&site, 12, |_, _| ());
            assert!(findings.extra_copies >= 1, "the server never died");
            judge("R-11", &site, seed, &findings, DEATHS);
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
            assert!(site.start(&[]));
            let people = if is_long() { 40 } else { 12 };
            let findings = registers_while(&site, people, |site, busy| {
                for point in points {
                    kill_at(site, kind, point, chance.random_range(1..30), busy);
                }
            });
            judge("R-4", &site, seed, &findings, 0);
        }
    }
}

/// Starts the program anew so that it dies at the n-th call of a kind, and again when it has, or when nobody needs it any more.
fn kill_at(site: &Site, kind: Kind, call: &str, n: u32, is_busy: &dyn Fn() -> bool) {
    if kind == Kind::Postgres && matches!(call, "fsync" | "pwrite64") {
        return;
    }
    site.kill();
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=KILL:when={n}"));
    let under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", trace.as_str(), "-e", inject.as_str()];
    site.start(&under);
    let begun = Instant::now();
    while is_busy() && !site.was_killed() && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    site.kill();
    assert!(site.start(&[]), "the program does not come up after it died at {call} number {n}");
}
