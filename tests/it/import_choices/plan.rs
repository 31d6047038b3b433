//! A list that changes people who have published meetings.

use rendezvous::domain::event::Event;
use rendezvous::store;

use super::{office, sends};
use crate::support::app::on_each_database;
use crate::support::build::meet;

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
        meet(app, &event, "Ada", "Bob");
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
