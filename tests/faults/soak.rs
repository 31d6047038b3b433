//! A server that runs for long: people register and leave, an organiser looks at everything, mails go out; it must not grow.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::checker;
use crate::depth::is_long;
use crate::people::Crowd;
use crate::server::Server;
use crate::site::{Kind, Site};
use crate::story::{Story, wait_until};
use crate::support::organisers::{ADMIN, PASSWORD, signs_in};
use crate::support::promises::Promise;

const AT_ONCE: usize = 4;
/// What the memory of the second half may be, in percent of the first half's: there are more people by then, and what pages
/// show of them is longer.
const MOST_MEMORY: u64 = 150;
/// What the journal of SQLite may become; it is folded into the file at 4 MB, when nobody reads.
const MOST_WAL: u64 = 64 << 20;
/// Descriptors that stay open when many have asked at once: the pool of readers grows to eight connections of two files each.
const OF_THE_POOL: u64 = 16;

/// What a server uses.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    /// Bytes.
    memory: u64,
    descriptors: u64,
    threads: u64,
    /// Bytes of the journal.
    wal: u64,
}

impl Use {
    fn of(server: &Server, site: &Site) -> Use {
        let process = format!("/proc/{}", server.process());
        let status = fs::read_to_string(format!("{process}/status")).unwrap();
        let number = |name: &str| -> u64 {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.split_whitespace().next().unwrap().parse().unwrap()
        };
        Use {
            memory: number("VmRSS:") << 10,
            descriptors: fs::read_dir(format!("{process}/fd")).unwrap().count() as u64,
            threads: number("Threads:"),
            wal: fs::metadata(site.folder().join("rendezvous.sqlite-wal")).map_or(0, |file| file.len()),
        }
    }

    /// What it uses once that has been the same for a while.
    fn settled(server: &Server, site: &Site) -> Use {
        let mut seen = (Use::default(), Instant::now());
        while seen.1.elapsed() < Duration::from_secs(3) {
            sleep(Duration::from_millis(100));
            let now = Use::of(server, site);
            if (now.descriptors, now.threads) != (seen.0.descriptors, seen.0.threads) {
                seen = (now, Instant::now());
            }
        }
        seen.0
    }

    fn most(self, other: Use) -> Use {
        Use {
            memory: self.memory.max(other.memory),
            descriptors: self.descriptors.max(other.descriptors),
            threads: self.threads.max(other.threads),
            wal: self.wal.max(other.wal),
        }
    }
}

#[test]
fn a_server_that_runs_for_long_does_not_grow() {
    if !fs::exists("/proc/self/status").unwrap() {
        return eprintln!("SKIPPED: there is no /proc to read what a process uses");
    }
    let half = Duration::from_secs(if is_long() { 300 } else { 8 });
    let story = Story::begin("a server runs for long");
    let site = Site::new(Kind::Sqlite, None);
    site.start();
    let server = site.server();
    let idle = Use::settled(server, &site);
    story.tell(&format!("it has started, and nobody is there: {idle:?}"));
    let mut halves = [Use::default(); 2];
    Crowd::comes(&site, usize::MAX, AT_ONCE, |_| {
        // Pools fill and lists are read for the first time.
        looks_at_everything(&site);
        for most in &mut halves {
            let begun = Instant::now();
            while begun.elapsed() < half {
                looks_at_everything(&site);
                *most = most.most(Use::of(server, &site));
            }
            story.tell(&format!("{} people so far: {most:?}", site.ledger.so_far().confirmed.len()));
        }
    });
    site.is_quiet();
    let findings = checker::check(&site);
    assert!(findings.broken.is_empty() && findings.extra_copies == 0, "{findings:#?}");
    let [first, second] = halves;
    assert!(second.memory * 100 <= first.memory * MOST_MEMORY, "memory grows: {halves:?}");
    assert!(first.most(second).wal <= MOST_WAL, "the journal grows: {halves:?}");
    let now = || Use::of(server, &site);
    wait_until(&format!("it uses as little as before: {idle:?}"), || {
        let now = now();
        now.descriptors <= idle.descriptors + OF_THE_POOL && now.threads <= idle.threads
    });
    let end = now();
    story.tell(&format!("nobody is there any more: {end:?}"));
    let worst = format!(
        "{} MB of memory in the second half, {} MB in the first; journal {} kB; {} descriptors and {} threads at most; {} and {} when \
         nobody is there, {} and {} at first; {} people in {:.0} s",
        second.memory >> 20,
        first.memory >> 20,
        first.most(second).wal >> 10,
        first.most(second).descriptors,
        first.most(second).threads,
        end.descriptors,
        end.threads,
        idle.descriptors,
        idle.threads,
        site.ledger.so_far().confirmed.len(),
        2.0 * half.as_secs_f64()
    );
    story.tell(&worst);
    Promise::of("R-22").on("Sqlite").held(&worst);
}

/// An organiser signs in, looks at pages that are long, and signs out.
fn looks_at_everything(site: &Site) {
    let mut organiser = site.server().visitor();
    signs_in(&mut organiser, ADMIN, PASSWORD);
    let event = format!("/organiser/events/{}", Site::SLUG);
    for page in ["", "/participants", "/outbox", "/log"] {
        organiser.open(&format!("{event}{page}"));
        assert_eq!(organiser.page.status, 200, "{}", organiser.page.path);
    }
    organiser.press("Sign out");
    for page in ["/", "/e/clusters"] {
        assert_eq!(site.server().get(page).0, 200);
    }
}
