//! What somebody does is broken off in turn at its first message to the database, at its second, and so on: what a page says is
//! so, whoever sends again what was not saved gets what they asked for, and nothing is there twice.

use std::collections::BTreeMap;

use rendezvous::domain::event::Event;
use rendezvous::store;

use crate::support::app::{TestApp, behind_a_wire};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_step, is_signed_up, participant, signs_up};
use crate::support::visitor::Visitor;
use crate::support::wire::{Cut, Wire};

/// Every so many messages are tried; `TEST_DEPTH` tries each.
const STRIDE: usize = 5;

/// Does something with the wire cut after the first message, then after more, until it needs no more.
fn broken_off_in_turn(wire: &Wire, what: impl Fn(&str, &dyn Fn(&mut Visitor, &str))) {
    let stride = if std::env::var("TEST_DEPTH").is_ok() { 1 } else { STRIDE };
    for (tried, after) in (0..).step_by(stride).enumerate() {
        let slug = format!("event-{after}");
        let breaks_off = |visitor: &mut Visitor, button: &str| {
            wire.cut(Cut::After(after));
            visitor.press(button);
            tells_the_truth(visitor);
        };
        what(&slug, &breaks_off);
        if wire.is_to_be_cut() {
            wire.cut(Cut::None);
            assert!(tried > 3, "it was broken off {tried} times");
            return;
        }
    }
}

/// A page that does not say that all is well has the form to be sent again.
fn tells_the_truth(visitor: &mut Visitor) {
    for _ in 0..5 {
        if visitor.page.status != 503 {
            break;
        }
        assert!(visitor.page.text.contains("Send again"), "{}", visitor.page.text);
        visitor.press("Send again");
    }
    assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
}

/// How many registrations an event has in each state, and how many seats it counts as taken.
fn states(app: &TestApp, event: &Event) -> (BTreeMap<String, usize>, u32) {
    let found = app.app.store.read(|db| {
        let mut states = BTreeMap::new();
        for state in ["unconfirmed", "registered", "waiting_list", "cancelled"] {
            let there = store::participants::list_in_states(db, &event.id, &[state])?.len();
            states.insert(state.to_string(), there);
        }
        Ok::<_, store::StoreError>((states, store::events::get(db, &event.id)?.seats_taken))
    });
    let (mut states, seats) = found.unwrap();
    states.retain(|_, count| *count > 0);
    (states, seats)
}

fn is(states: &[(&str, usize)], seats: u32) -> (BTreeMap<String, usize>, u32) {
    (states.iter().map(|(state, count)| ((*state).to_string(), *count)).collect(), seats)
}

#[test]
fn a_registration_that_is_broken_off_anywhere_is_there_once_and_has_one_mail() {
    behind_a_wire(|app, wire| {
        broken_off_in_turn(wire, |slug, press| {
            let event = an_event(app).at(slug).make();
            let address = format!("ada@{slug}.example.org");
            let mut ada = app.visitor();
            ada.open(&format!("/e/{slug}/register"));
            for _ in 0..3 {
                answers_the_step(&mut ada, "Ada", &address);
            }
            let mut buttons = ada.page.forms.iter().flat_map(|form| &form.buttons);
            let last = buttons.find(|(text, ..)| text.starts_with("Register for")).unwrap().0.clone();
            press(&mut ada, &last);
            assert!(is_signed_up(&ada), "{slug}: {}", ada.page.text);
            assert_eq!(states(app, &event), is(&[("unconfirmed", 1)], 0), "{slug}");
            assert_eq!(app.mails_to(&address).len(), 1, "{slug}");
        });
    });
}

#[test]
fn a_confirmation_that_is_broken_off_anywhere_takes_one_seat() {
    behind_a_wire(|app, wire| {
        broken_off_in_turn(wire, |slug, press| {
            let event = an_event(app).at(slug).with_seats(5).make();
            let address = format!("ada@{slug}.example.org");
            let mut ada = app.visitor();
            signs_up(&mut ada, slug, "Ada", &address);
            ada.open(&app.mailed_path(&address, "/confirm/"));
            press(&mut ada, "Confirm my registration");
            assert_eq!(states(app, &event), is(&[("registered", 1)], 1), "{slug}: {}", ada.page.text);
            assert_eq!(app.mails_to(&address).len(), 2, "{slug}: to confirm, and that she is registered");
        });
    });
}

#[test]
fn a_seat_that_is_given_up_and_broken_off_anywhere_goes_to_the_next_one_once() {
    behind_a_wire(|app, wire| {
        broken_off_in_turn(wire, |slug, press| {
            let event = an_event(app).at(slug).with_seats(1).make();
            let mut ada = participant(app, slug, "Ada", &format!("ada@{slug}.example.org"));
            let bob = format!("bob@{slug}.example.org");
            participant(app, slug, "Bob", &bob);
            assert_eq!(states(app, &event), is(&[("registered", 1), ("waiting_list", 1)], 1), "{slug}");
            let before = app.mails_to(&bob).len();
            ada.open(&format!("/e/{slug}/my/cancel"));
            press(&mut ada, "Cancel my registration");
            assert_eq!(states(app, &event), is(&[("cancelled", 1), ("registered", 1)], 1), "{slug}");
            assert_eq!(app.mails_to(&bob).len(), before + 1, "{slug}");
        });
    });
}
