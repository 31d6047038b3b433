//! Who is in a meeting block: by the rule of whoever adds it, changed for many at once, and named where somebody is in none.

use rendezvous::domain::account::Role;
use rendezvous::store::{self, StoreError};

use super::plan_state::{OFFICE, chooses, lists, plan};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

#[test]
fn whoever_was_there_before_a_block_is_in_it_by_the_rule_that_its_organiser_chose() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for name in ["Ada", "Bob", "Cleo"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let in_block = |app: &TestApp, n: usize| {
            let id = lists(app, &event).blocks[n].id.clone();
            app.app.store.read(|db| store::attendance::count_in_block(db, &id)).unwrap()
        };
        let first = lists(app, &event).blocks[0].id.clone();
        grace.open(&format!("{OFFICE}/agenda/blocks/{first}/people"));
        assert!(grace.page.text.contains("3 of 3 people are in this meeting block"), "{}", grace.page.text);
        grace.open(&format!("{OFFICE}/agenda/blocks/new"));
        grace.fill("Name (English)", "Afternoon").fill("First slot begins at", "14:00").press("Save");
        assert_eq!(in_block(app, 1), 3, "everyone, unless told otherwise");
        grace.open(&format!("{OFFICE}/agenda/blocks/new"));
        grace.fill("Name (English)", "Evening").fill("First slot begins at", "19:00");
        chooses(&mut grace, "members", "nobody");
        grace.press("Save");
        assert_eq!(in_block(app, 2), 0);
        let evening = lists(app, &event).blocks[2].id.clone();
        grace.open(&format!("{OFFICE}/agenda/blocks/{evening}/people"));
        chooses(&mut grace, "members", &format!("block:{first}"));
        grace.press("Put them into this block");
        assert_eq!(in_block(app, 2), 3);
        assert!(grace.page.text.contains("3 of 3 people"), "{}", grace.page.text);
        meet(app, &event, "Ada", "Bob");
        grace.open(&format!("{OFFICE}/agenda/blocks/{first}/people"));
        chooses(&mut grace, "members", "everyone");
        grace.press("Take them out of this block");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        assert_eq!(in_block(app, 0), 3);
        grace.press("Save and call 1 meeting off");
        assert_eq!((in_block(app, 0), plan(app, &event).len()), (0, 0));
        assert!(grace.open(&format!("{OFFICE}/log")).text.contains("Ada"), "everybody's change is on record");
    });
}

#[test]
fn whoever_is_in_no_block_is_named_on_the_overview() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let ada = id_of(app, &event, "Ada");
        let change = |db: &mut store::Db| {
            let mut person = store::participants::get(db, &ada)?;
            person.profile.attendance.blocks.clear();
            store::participants::update(db, &person)
        };
        app.app.store.write::<_, StoreError>(change).unwrap();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        assert!(grace.open(OFFICE).text.contains("1 person is in no meeting block"), "{}", grace.page.text);
    });
}
