//! People who register while things break: they come back when the line was cut, as people do, and note what they were told.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::time::{Duration, Instant};

use super::site::Site;
use crate::support::journeys::signs_up;
use crate::support::visitor::Visitor;

/// How long somebody goes on trying before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);

/// Somebody on the way through a registration.
pub struct Person<'a> {
    site: &'a Site,
    pub address: String,
    name: String,
}

impl<'a> Person<'a> {
    pub fn new(site: &'a Site, n: usize) -> Person<'a> {
        quiet();
        Person { site, address: format!("person{n}@example.org"), name: format!("Person Number {n}") }
    }

    /// Registers and confirms, however often the line is cut meanwhile.
    pub fn registers(&self) {
        self.until_done("registers", |visitor| {
            signs_up(visitor, Site::SLUG, &self.name, &self.address);
        });
        self.site.ledger.mailed(&self.address);
        let link = self.waits_for_link("/confirm/");
        self.until_done("confirms", |visitor| {
            let page = visitor.open(&link);
            // Pressed before, and the answer was lost with the line.
            if page.status == 410 {
                return;
            }
            visitor.press("Confirm my registration");
            assert!(visitor.page.path.starts_with(&format!("/e/{}/my", Site::SLUG)), "{}", visitor.page.text);
            self.site.ledger.confirmed(&self.address);
        });
    }

    /// Gives the seat back.
    pub fn cancels(&self) {
        let link = self.waits_for_link("/my/");
        self.until_done("cancels", |visitor| {
            visitor.open(&link);
            if visitor.page.text.contains("Your registration is cancelled") {
                return;
            }
            visitor.follow("Cancel my registration");
            visitor.press("Cancel my registration");
            self.site.ledger.cancelled(&self.address);
        });
    }

    fn until_done(&self, what: &str, steps: impl Fn(&mut Visitor)) {
        let begun = Instant::now();
        loop {
            let started = self.site.starts();
            let mut visitor = Visitor::new(self.site.address());
            let tried = catch_unwind(AssertUnwindSafe(|| steps(&mut visitor)));
            match tried {
                Ok(()) => return,
                // The server has gone in the middle of it, or has not come up yet.
                Err(_) if begun.elapsed() < PATIENCE && self.site.broke_since(started) => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(cause) => panic!(
                    "{} {what}: {} {} {:?}",
                    self.address,
                    visitor.page.status,
                    visitor.page.text,
                    cause.downcast_ref::<String>()
                ),
            }
        }
    }

    /// The path of the link in a mail that they wait for.
    fn waits_for_link(&self, beginning: &str) -> String {
        let begun = Instant::now();
        loop {
            if let Some(mail) = self.site.mail.latest_to(&self.address, beginning) {
                let (_, rest) = mail.text.split_once(beginning).unwrap();
                let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
                return format!("{beginning}{token}");
            }
            assert!(begun.elapsed() < PATIENCE, "{} never got a link {beginning}", self.address);
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Lets so many people, so many of them at once, do something.
pub fn all_at_once(people: usize, at_once: usize, does: impl Fn(usize) + Sync) {
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            let work = || {
                loop {
                    let n = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    if n >= people {
                        return;
                    }
                    does(n);
                }
            };
            std::thread::Builder::new().name("person".to_string()).spawn_scoped(scope, work).unwrap();
        }
    });
}

/// Lines that are cut are expected here: only what ends a test is printed.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let text = info.payload().downcast_ref::<String>().map(String::as_str).unwrap_or_default();
            if std::thread::current().name() != Some("person") || text.starts_with("person") {
                usual(info);
            }
        }));
    });
}
