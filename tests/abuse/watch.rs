//! Lets an attack go on and looks what it costs: disk, memory, and how long somebody else waits meanwhile.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::place::{Place, on_each_database};
use crate::support::promises::Promise;
use crate::support::raw;

/// What an attack may cost.
const DISK: u64 = 64 << 20;
const MEMORY: u64 = 128 << 20;
/// Where the visitor sits who only wants to read.
const VISITOR: Ipv4Addr = Ipv4Addr::new(127, 0, 1, 200);
/// More robots than this do not come at once: the machine is to be shared with the program.
const ROBOTS: usize = 10;

/// One robot of an attack.
pub struct Robot<'a> {
    pub place: &'a Place,
    /// Its addresses on this machine.
    pub addresses: Vec<Ipv4Addr>,
    over: &'a AtomicBool,
    done: &'a AtomicU64,
}

impl Robot<'_> {
    /// Whether it goes on; counts that it did something.
    pub fn goes_on(&self) -> bool {
        self.done.fetch_add(1, Ordering::Relaxed);
        !self.over.load(Ordering::Relaxed)
    }
}

/// One attack at a time: what it costs is its own.
static ALONE: Mutex<()> = Mutex::new(());

/// Lets an attack go on from one address and then from fifty, on each database.
pub fn attacked(name: &str, robot: impl Fn(&Robot<'_>) + Sync) {
    let _alone = ALONE.lock();
    for sources in [1, 50] {
        on_each_database(|place| watched(name, place, sources, &robot));
    }
}

/// How long an attack goes on from so many addresses, on one database: a long one takes ten minutes in all.
fn how_long() -> Duration {
    let is_long = std::env::var("FAULTS").is_ok_and(|depth| depth == "long");
    Duration::from_secs(if is_long { 150 } else { 3 })
}

fn watched(name: &str, place: &Place, sources: u8, robot: &(impl Fn(&Robot<'_>) + Sync)) {
    // What the program holds anyway.
    for _ in 0..20 {
        raw::get(VISITOR, &place.base, "/e/clusters");
    }
    let (memory, disk) = (place.memory(), place.disk());
    let (over, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let waits = Mutex::new(Vec::new());
    let (mut most_memory, mut most_disk) = (memory, disk);
    let addresses: Vec<Ipv4Addr> = (0..sources).map(|n| Ipv4Addr::new(127, 0, 0, n + 10)).collect();
    let robots = usize::from(sources).min(ROBOTS);
    thread::scope(|scope| {
        for n in 0..robots {
            let own = addresses.iter().skip(n).step_by(robots).copied().collect();
            let (over, done) = (&over, &done);
            scope.spawn(move || robot(&Robot { place, addresses: own, over, done }));
        }
        scope.spawn(|| visits(place, &over, &waits));
        let begun = Instant::now();
        while begun.elapsed() < how_long() {
            sleep(Duration::from_millis(100));
            most_memory = most_memory.max(place.memory());
        }
        most_disk = most_disk.max(place.disk());
        over.store(true, Ordering::Relaxed);
    });
    let mut waits = waits.into_inner();
    waits.sort_unstable();
    let slowest = waits.get(waits.len() * 99 / 100).copied().unwrap_or_default();
    let (more_memory, more_disk) = (most_memory - memory, most_disk.saturating_sub(disk));
    let worst = format!(
        "{} ms for another visitor (p99 of {}), {} MB more memory, {} MB more disk, in {} s from {sources} addresses",
        slowest.as_millis(),
        waits.len(),
        more_memory >> 20,
        more_disk >> 20,
        how_long().as_secs()
    );
    println!("{name}, {}: {} steps; {worst}", place.database, done.load(Ordering::Relaxed));
    assert!(more_memory < MEMORY, "{name}: {worst}");
    assert!(more_disk < DISK, "{name}: {worst}");
    assert!(waits.len() > 3, "{name}: {worst}");
    Promise::of("A-1").on(place.database).held(&worst);
}

/// Somebody who reads, and the machine that asks whether the program is well: both always get their answer.
fn visits(place: &Place, over: &AtomicBool, waits: &Mutex<Vec<Duration>>) {
    while !over.load(Ordering::Relaxed) {
        for path in ["/e/clusters", "/healthz"] {
            let begun = Instant::now();
            let answer = raw::get(VISITOR, &place.base, path);
            waits.lock().push(begun.elapsed());
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        }
        sleep(Duration::from_millis(30));
    }
}
