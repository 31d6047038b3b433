//! People who register while things break: who is told to try again does so, who was cut off begins anew, and what they were
//! told is noted.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::server::Server;
use crate::site::Site;
use crate::support::journeys::{answers_the_step, is_signed_up};
use crate::support::visitor::Visitor;

/// How long somebody goes on trying before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long somebody waits who is told to try again; pages ask for more.
const PAUSE: Duration = Duration::from_millis(200);

/// Somebody on the way through a registration, at one of the servers.
pub struct Person<'a> {
    site: &'a Site,
    server: &'a Server,
    number: usize,
    address: String,
    name: String,
}

impl<'a> Person<'a> {
    /// Whoever comes next.
    pub fn of(site: &'a Site) -> Person<'a> {
        quiet();
        let n = site.next_person();
        Person {
            site,
            server: &site.servers[n % site.servers.len()],
            number: n,
            address: format!("person{n}@example.org"),
            name: format!("Person Number {n}"),
        }
    }

    /// Registers and confirms.
    pub fn registers(&self) {
        self.does("registers", &format!("/e/{}/register", Site::SLUG), |visitor| {
            let is_done = is_signed_up(visitor);
            if !is_done {
                answers_the_step(visitor, &self.name, &self.address);
            }
            is_done
        });
        self.site.ledger.note(|told| {
            told.mailed.insert(self.address.clone(), self.server.number);
        });
        let my = format!("/e/{}/my", Site::SLUG);
        self.does("confirms", &self.waits_for_link("/confirm/"), |visitor| {
            if visitor.page.path.starts_with(&my) {
                self.site.ledger.note(|told| {
                    told.confirmed.insert(self.address.clone());
                });
                return true;
            }
            // Pressed before, and the answer was lost with the line.
            let is_used = visitor.page.status == 410;
            if !is_used {
                visitor.press("Confirm my registration");
            }
            is_used
        });
    }

    /// Gives the seat back.
    pub fn cancels(&self) {
        const WAY: &str = "Cancel my registration";
        self.does("cancels", &self.waits_for_link("/my/"), |visitor| {
            let is_done = visitor.page.text.contains("You are no longer registered");
            if is_done {
                self.site.ledger.note(|told| {
                    told.cancelled.insert(self.address.clone());
                });
            } else if visitor.page.forms.iter().flat_map(|form| &form.buttons).any(|(text, ..)| text == WAY) {
                visitor.press(WAY);
            } else {
                visitor.follow(WAY);
            }
            is_done
        });
    }

    /// Opens a page and takes one step after the other until it is the last; begins anew when the server has gone.
    fn does(&self, what: &str, path: &str, step: impl Fn(&mut Visitor) -> bool) {
        let begun = Instant::now();
        loop {
            let starts = self.server.starts();
            let mut visitor = self.server.visitor();
            let tried = catch_unwind(AssertUnwindSafe(|| self.takes_steps(&mut visitor, path, &step, begun)));
            match tried {
                Ok(()) => return,
                // The server has gone in the middle of it, or has not come up yet.
                Err(_) if begun.elapsed() < PATIENCE && self.server.breaks_since(starts) => {
                    sleep(Duration::from_millis(50));
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

    fn takes_steps(
        &self,
        visitor: &mut Visitor,
        path: &str,
        step: &impl Fn(&mut Visitor) -> bool,
        begun: Instant,
    ) {
        self.times(|| visitor.open(path).status);
        loop {
            assert!(begun.elapsed() < PATIENCE, "it never came through");
            if visitor.page.status == 503 {
                self.is_told_to_try_again(visitor);
            } else if self.times(|| step(visitor)) {
                return;
            }
        }
    }

    fn is_told_to_try_again(&self, visitor: &mut Visitor) {
        assert!(visitor.page.header("retry-after").is_some(), "nobody says when to come again");
        self.site.ledger.note(|told| told.refused += 1);
        sleep(PAUSE);
        let mut buttons = visitor.page.forms.iter().flat_map(|form| &form.buttons);
        let shows_it_back = buttons.any(|(text, ..)| text == "Send again");
        let path = visitor.page.path.clone();
        self.times(|| if shows_it_back { visitor.press("Send again") } else { visitor.open(&path) }.status);
    }

    /// Notes how long an answer took.
    fn times<T>(&self, asks: impl FnOnce() -> T) -> T {
        let asked = Instant::now();
        let given = asks();
        self.site.ledger.note(|told| told.longest = told.longest.max(asked.elapsed()));
        given
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
            sleep(Duration::from_millis(50));
        }
    }
}

/// People who come one after the other, so many at once.
pub struct Crowd<'a> {
    site: &'a Site,
    /// How many may still come.
    left: AtomicUsize,
    at_work: AtomicUsize,
}

impl Crowd<'_> {
    /// Lets people come, so many at most, and some of them leave again, while something else goes on. When that has ended
    /// nobody else comes, and who is on the way goes on to the end.
    pub fn comes(site: &Site, most: usize, at_once: usize, meanwhile: impl FnOnce(&Crowd<'_>)) {
        let crowd = Crowd { site, left: AtomicUsize::new(most), at_work: AtomicUsize::new(at_once) };
        std::thread::scope(|scope| {
            for _ in 0..at_once {
                let person = std::thread::Builder::new().name("person".to_string());
                person.spawn_scoped(scope, || crowd.one_after_the_other()).unwrap();
            }
            let _nobody_else = Closing(&crowd);
            meanwhile(&crowd);
        });
    }

    fn one_after_the_other(&self) {
        let _leaving = Leaving(&self.at_work);
        let one_fewer = |left: usize| left.checked_sub(1);
        while self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_fewer).is_ok() {
            let person = Person::of(self.site);
            person.registers();
            if person.number.is_multiple_of(5) {
                person.cancels();
            }
        }
    }

    /// Whether somebody is still on the way.
    pub fn is_there(&self) -> bool {
        self.at_work.load(Ordering::SeqCst) > 0
    }

    /// Waits until nobody is.
    pub fn goes(&self) {
        while self.is_there() {
            sleep(Duration::from_millis(20));
        }
    }
}

/// Lets nobody else in when it is dropped, also by a test that fails.
struct Closing<'a>(&'a Crowd<'a>);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.left.store(0, Ordering::SeqCst);
    }
}

/// Counts somebody out when it is dropped.
struct Leaving<'a>(&'a AtomicUsize);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
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
