//! Other people: they fill in forms, read pages and ask whether the server is well, all the time, and note how long each answer
//! took.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

use crate::support::Outcome;
use crate::support::browser::{Browser, between};

/// People who fill in forms, and those who read, at once.
const WRITERS: usize = 4;
const READERS: usize = 2;
/// How long each of them rests after an answer.
const REST: Duration = Duration::from_millis(40);

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// A form that is saved, and locks no event.
    Form,
    /// A registration that is sent: it locks the event.
    SignUp,
    Page,
    Health,
}

/// An answer.
struct Waited {
    what: Waiting,
    from: Instant,
    long: Duration,
    served: bool,
}

/// People who are at it.
pub struct Others {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<Vec<Waited>>>,
}

impl Others {
    /// They begin, at the page of an event.
    pub fn begin(base: &str, slug: &str) -> Others {
        let stop = Arc::new(AtomicBool::new(false));
        let next = Arc::new(AtomicUsize::new(0));
        let mut threads = Vec::new();
        for _ in 0..WRITERS {
            let (base, slug, stop, next) =
                (base.to_string(), slug.to_string(), Arc::clone(&stop), Arc::clone(&next));
            threads.push(std::thread::spawn(move || {
                let mut waited = Vec::new();
                while !stop.load(Ordering::Relaxed) {
                    let k = next.fetch_add(1, Ordering::Relaxed);
                    // Whoever is turned away begins anew.
                    let _ = sign_up(&base, &slug, k, &mut waited);
                }
                waited
            }));
        }
        for _ in 0..READERS {
            threads.push(reads(base, format!("/e/{slug}"), Waiting::Page, &stop));
        }
        threads.push(reads(base, "/healthz".to_string(), Waiting::Health, &stop));
        Others { stop, threads }
    }

    /// They end; says how long they waited for what they asked from one moment to another.
    pub fn end(self, from: Instant, until: Instant) -> Outcome<()> {
        self.stop.store(true, Ordering::Relaxed);
        let mut all = Vec::new();
        for thread in self.threads {
            all.extend(thread.join().map_err(|_| "somebody panicked")?);
        }
        report("before", &all, |waited| waited.from + waited.long < from);
        report("meanwhile", &all, |waited| waited.from < until && waited.from + waited.long >= from);
        Ok(())
    }
}

fn report(when: &str, all: &[Waited], counts: impl Fn(&&Waited) -> bool) {
    let kinds = [
        ("forms", Waiting::Form),
        ("sign-ups", Waiting::SignUp),
        ("pages", Waiting::Page),
        ("/healthz", Waiting::Health),
    ];
    for (name, what) in kinds {
        let of_kind: Vec<&Waited> = all.iter().filter(|one| one.what == what).filter(&counts).collect();
        let mut times: Vec<Duration> = of_kind.iter().map(|one| one.long).collect();
        times.sort();
        let at = |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1)));
        let shown = |time: Option<&Duration>| time.map_or(0, Duration::as_millis);
        println!(
            "  {when} {name}: {} answers, p50 {} ms, p99 {} ms, longest {} ms, not served {}",
            times.len(),
            shown(at(50)),
            shown(at(99)),
            shown(times.last()),
            of_kind.iter().filter(|one| !one.served).count()
        );
    }
}

fn reads(base: &str, path: String, what: Waiting, stop: &Arc<AtomicBool>) -> JoinHandle<Vec<Waited>> {
    let (mut browser, stop) = (Browser::new(base), Arc::clone(stop));
    std::thread::spawn(move || {
        let mut waited = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let from = Instant::now();
            let served = browser.get(&path).is_ok();
            waited.push(Waited { what, from, long: from.elapsed(), served });
            sleep(REST);
        }
        waited
    })
}

/// A step of a form: its end of the address, its fields, and what waiting for it counts as.
type Step<'a> = (&'a str, &'a [(&'a str, &'a str)], Waiting);

/// The first step of the form, filled in.
pub fn person<'a>(email: &'a str, kind: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("name", "Ada Ångström"),
        ("email", email),
        ("organisation", "Analytical AB"),
        ("organisation_type", "sme"),
        ("country", "SE"),
        ("participant_type", kind),
        ("languages", "en"),
    ]
}

fn sign_up(base: &str, slug: &str, k: usize, waited: &mut Vec<Waited>) -> Outcome<()> {
    let mut browser = Browser::new(base);
    let profile = browser.get(&format!("/e/{slug}/register"))?;
    let email = format!("other{k}@example.org");
    let kind = between(&profile, "name=\"participant_type\" value=\"", "\"").unwrap_or_default();
    let person = person(&email, kind);
    let steps: [Step<'_>; 4] = [
        ("profile", &person, Waiting::Form),
        ("topics", &[], Waiting::Form),
        ("availability", &[("max_meetings", "5")], Waiting::Form),
        ("check", &[("consent", "yes"), ("listed", "yes")], Waiting::SignUp),
    ];
    for (step, fields, what) in steps {
        let from = Instant::now();
        let done = browser.post(&format!("/e/{slug}/register/{step}"), fields);
        waited.push(Waited { what, from, long: browser.waited, served: done.is_ok() });
        done?;
        sleep(REST);
    }
    Ok(())
}
