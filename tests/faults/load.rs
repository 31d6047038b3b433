//! People who sign up, again and again, and the ledger of what was acknowledged to them.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use chrono::{Days, Utc};
use parking_lot::Mutex;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::EventId;
use rendezvous::store::{self, Store};

use crate::server::Server;
use crate::support::build::{plain_account, plain_event};
use crate::support::visitor::Visitor;

/// The name of the event in addresses.
const SLUG: &str = "faults";

/// Puts an open event into the database.
pub fn prepare(database: &str) {
    let store = Store::open(&DatabaseUrl::parse(database).unwrap()).unwrap();
    let (account, day) = (plain_account("owner", Utc::now()), Utc::now().date_naive() + Days::new(60));
    let event = Event {
        slug: SLUG.to_string(),
        starts_on: day,
        ends_on: day,
        ..plain_event(EventId("event".to_string()))
    };
    let done = store.write(|db| {
        store::accounts::insert(db, &account, None)?;
        store::events::insert(db, &event, &account.id, Utc::now())
    });
    done.unwrap();
}

/// Who was told that their form has arrived, and at which server.
#[derive(Default)]
pub struct Ledger {
    acknowledged: Mutex<Vec<(usize, String)>>,
    tried: AtomicUsize,
    /// How often somebody was told to try again.
    pub refused: AtomicUsize,
    ended: AtomicBool,
}

/// Ends the signing up when it is dropped, also by a test that fails.
pub struct Ending<'a>(&'a Ledger);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.ended.store(true, Ordering::Relaxed);
    }
}

impl Ledger {
    /// The addresses of everybody who was told so.
    pub fn acknowledged(&self) -> Vec<String> {
        self.acknowledged.lock().iter().map(|(_, email)| email.clone()).collect()
    }

    /// How many were told so at a server.
    pub fn count_at(&self, server: usize) -> usize {
        self.acknowledged.lock().iter().filter(|(at, _)| *at == server).count()
    }

    /// What ends the signing up.
    pub fn ended_with_this(&self) -> Ending<'_> {
        Ending(self)
    }

    /// Lets people sign up at a server, one after the other, until it is ended.
    pub fn sign_up_at(&self, number: usize, server: &Server) {
        while !self.ended.load(Ordering::Relaxed) {
            let n = self.tried.fetch_add(1, Ordering::Relaxed);
            let email = format!("person{n}@example.org");
            if self.signs_up(&mut server.visitor(), &email) {
                self.acknowledged.lock().push((number, email));
            }
        }
    }

    /// Goes through the form as a person does: who is told to try again does. Gives whether it came to an end.
    fn signs_up(&self, visitor: &mut Visitor, email: &str) -> bool {
        visitor.open(&format!("/e/{SLUG}/register"));
        for _ in 0..400 {
            if self.ended.load(Ordering::Relaxed) {
                return false;
            }
            match visitor.page.status {
                503 => self.try_again(visitor),
                200 if visitor.page.path.ends_with("/register/sent") => return true,
                200 => go_on(visitor, email),
                other => panic!("{other} at {}: {}", visitor.page.path, visitor.page.text),
            }
        }
        panic!("{email} never came through: {}", visitor.page.text)
    }

    fn try_again(&self, visitor: &mut Visitor) {
        self.refused.fetch_add(1, Ordering::Relaxed);
        sleep(Duration::from_millis(200));
        let mut buttons = visitor.page.forms.iter().flat_map(|form| &form.buttons);
        if buttons.any(|(text, ..)| text == "Send again") {
            visitor.press("Send again");
        } else {
            let path = visitor.page.path.clone();
            visitor.open(&path);
        }
    }
}

/// One step of the form.
fn go_on(visitor: &mut Visitor, email: &str) {
    const AGREE: &str = "I agree that my answers are used for this event in this way";
    let has = |visitor: &Visitor, label: &str| {
        visitor.page.forms.iter().flat_map(|form| &form.fields).any(|field| field.label == label)
    };
    if has(visitor, "E-mail address") {
        visitor
            .fill("Name", &format!("Person of {email}"))
            .fill("E-mail address", email)
            .fill("Organisation", "An organisation")
            .choose("Kind of organisation", "Start-up")
            .choose("Country", "France")
            .tick("English");
        visitor.press("Continue");
    } else if has(visitor, AGREE) {
        visitor.tick(AGREE);
        let buttons = visitor.page.forms.iter().flat_map(|form| &form.buttons);
        let button = buttons.map(|(text, ..)| text.clone()).find(|text| text.starts_with("Register for"));
        visitor.press(&button.unwrap());
    } else {
        visitor.press("Continue");
    }
}
