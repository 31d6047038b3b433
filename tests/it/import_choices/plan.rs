//! A list that changes people who have published meetings.

use rendezvous::domain::event::Event;
use rendezvous::domain::meeting::{Meeting, MeetingState};
use rendezvous::domain::round::{Round, RoundState};
use rendezvous::store;

use super::{office, sends};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::id_of;

/// A meeting of the two that a round made: what two people agree on themselves is not held to the event's rules.
fn a_round_pairs(app: &TestApp, event: &Event, one: &str, other: &str) {
    let now = app.app.clock.now();
    let round = Round {
        id: app.app.random.id(now),
        event: event.id.clone(),
        number: 1,
        state: RoundState::Published,
        settings: "{}".to_string(),
        seed: 1,
        report: "{}".to_string(),
        created_at: now,
        published_at: Some(now),
        withdrawn_at: None,
        discarded_at: None,
    };
    let mut pair = [one, other].map(|name| id_of(app, event, name));
    pair.sort();
    let [a, b] = pair;
    let store_it = |db: &mut store::Db| {
        store::rounds::insert(db, &round)?;
        let slot = store::agenda::list_slots(db, &event.id)?.remove(0);
        let meeting = Meeting {
            id: app.app.random.id(now),
            event: event.id.clone(),
            round: Some(round.id.clone()),
            a: a.clone(),
            b: b.clone(),
            slot: slot.id,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            table: Some(1),
            interpreter: None,
            state: MeetingState::Planned,
            terms: Vec::new(),
            sequence: 0,
            updated_at: now,
        };
        store::meetings::insert(db, &meeting)
    };
    app.app.store.write(store_it).unwrap();
}

#[test]
fn meetings_that_a_list_would_break_are_named_before_it_is_imported() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let event = Event { same_country: false, ..event };
        app.app.store.write(|db| store::events::update(db, &event, app.app.clock.now())).unwrap();
        let list = "name,email,organisation,country\n\
            Ada,ada@example.org,Analytics,FR\n\
            Bob,bob@example.org,Builders,DE\n";
        sends(&mut owner, "l.csv", list);
        owner.press("Import all 2 rows");
        a_round_pairs(app, &event, "Ada", "Bob");
        // Another organisation touches no meeting, another country does.
        let page = sends(&mut owner, "l.csv", list.replace("Builders", "Masons")).clone();
        assert!(!page.text.contains("can no longer take place"), "{}", page.text);
        let newer = list.replace("Builders,DE", "Masons,FR");
        let page = sends(&mut owner, "l.csv", &newer).clone();
        let told = "This import affects 1 published meeting of 2 people";
        assert!(page.text.contains(told), "{}", page.text);
        assert!(
            page.text.contains("from one country") || page.text.contains("same country"),
            "{}",
            page.text
        );
        owner.press("Import the row");
        let plan = owner.open("/organiser/events/clusters/plan").text.clone();
        assert!(plan.contains("Ada") && plan.contains("Bob"), "{plan}");
        // What does not fit already is not this list's doing.
        let page = sends(&mut owner, "l.csv", newer.replace("Analytics", "Engines")).clone();
        assert!(!page.text.contains("This import affects"), "{}", page.text);
    });
}
