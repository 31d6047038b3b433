//! Organisers look at participants and decide about them.

use rendezvous::domain::account::Role;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::services::{self, registrations};
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

fn id_of(app: &TestApp, name: &str) -> ParticipantId {
    app.app
        .store
        .read(|db| {
            let event = store::events::get_by_slug(db, "clusters")?;
            let filter = store::registrations::Filter { search: name.to_string(), ..Default::default() };
            let found = store::registrations::names(db, &event.id, &filter)?;
            Ok::<_, StoreError>(found[0].id.clone())
        })
        .unwrap()
}

fn state_of(app: &TestApp, name: &str) -> String {
    let id = id_of(app, name);
    let found = app.app.store.read(|db| store::registrations::get(db, &id)).unwrap();
    found.state.code().to_string()
}

const LIST: &str = "/organiser/events/clusters/participants";

#[test]
fn several_registrations_are_approved_at_once_after_a_page_that_says_how_many() {
    on_each_database(|app| {
        let event = an_event(app).with_approval().with_seats(2).make();
        for (name, email) in
            [("Ada", "ada@example.org"), ("Bob", "bob@example.org"), ("Cyn", "cyn@example.org")]
        {
            participant(app, "clusters", name, email);
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters");
        grace.follow("Approve or reject 3 registrations");
        assert!(grace.page.text.contains("3 people"), "{}", grace.page.text);
        grace.tick("All 3 people found").press("Approve");
        assert!(grace.page.text.contains("Approve 3 registrations"), "{}", grace.page.text);
        assert_eq!(state_of(app, "Ada"), "awaiting_approval", "looking changes nothing");
        grace.press("Approve 3 registrations");
        assert!(grace.page.text.contains("Approved. A mail says so."), "{}", grace.page.text);
        let states = ["Ada", "Bob", "Cyn"].map(|name| state_of(app, name));
        assert_eq!(states.iter().filter(|state| *state == "registered").count(), 2, "{states:?}");
        assert_eq!(states.iter().filter(|state| *state == "waiting_list").count(), 1, "{states:?}");
    });
}

#[test]
fn a_decision_about_everybody_found_is_about_nobody_whom_its_page_did_not_count() {
    on_each_database(|app| {
        let event = an_event(app).with_approval().make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{LIST}?state=awaiting_approval"));
        grace.tick("The one person found").press("Approve");
        participant(app, "clusters", "Bob", "bob@example.org");
        grace.press("Approve the registration");
        assert!(grace.page.text.contains("Approve 2 registrations"), "{}", grace.page.text);
        assert_eq!(state_of(app, "Ada"), "awaiting_approval");
        grace.press("Approve 2 registrations");
        assert_eq!(["Ada", "Bob"].map(|name| state_of(app, name)), ["registered", "registered"]);
    });
}

#[test]
fn a_decision_leaves_out_whom_it_does_not_fit_and_says_so() {
    on_each_database(|app| {
        let event = an_event(app).with_approval().make();
        participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let (ada, bob) = (id_of(app, "Ada"), id_of(app, "Bob"));
        grace.open(&format!("{LIST}/decide?decision=approve&id={ada}"));
        grace.press("Approve the registration");
        assert_eq!(grace.page.path.split('?').next(), Some(format!("{LIST}/{ada}").as_str()));
        assert!(grace.page.text.contains("Registered"), "{}", grace.page.text);

        grace.open(&format!("{LIST}/decide?decision=reject&id={ada}&id={bob}"));
        assert!(
            grace.page.text.contains("Left out")
                && grace.page.text.contains("Ada, Analytical Engines: Registered")
        );
        grace.fill("Reason", "No clusters <b>there</b>").press("Reject the registration");
        assert_eq!(
            (state_of(app, "Ada").as_str(), state_of(app, "Bob").as_str()),
            ("registered", "rejected")
        );
        assert!(app.mails_to("bob@example.org").last().unwrap().subject.contains("Cluster Conference"));
        grace.open(&format!("{LIST}/{bob}"));
        assert!(grace.page.text.contains("No clusters <b>there</b>"), "{}", grace.page.text);
        assert!(
            grace.page.text.contains("Organiser grace@example.org") || grace.page.text.contains("Organiser")
        );

        grace.open(&format!("{LIST}/decide?decision=approve&id={bob}"));
        assert!(grace.page.text.contains("None of these waits for approval"), "{}", grace.page.text);
        assert!(
            grace
                .page
                .forms
                .iter()
                .all(|form| form.buttons.iter().all(|(text, ..)| !text.contains("Approve")))
        );
    });
}

#[test]
fn an_organiser_gives_a_seat_out_of_turn_and_cancels_another() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        for (name, email) in
            [("Ada", "ada@example.org"), ("Bob", "bob@example.org"), ("Cyn", "cyn@example.org")]
        {
            participant(app, "clusters", name, email);
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let (ada, cyn) = (id_of(app, "Ada"), id_of(app, "Cyn"));
        grace.open(&format!("{LIST}/{cyn}"));
        assert!(grace.page.text.contains("Number 2 on the waiting list"), "{}", grace.page.text);
        grace.follow("Give a seat");
        grace.press("Give the seat");
        assert_eq!(state_of(app, "Cyn"), "registered");
        grace.open(&format!("{LIST}/{ada}"));
        grace.follow("Cancel registration");
        grace.press("Cancel the registration");
        assert_eq!(state_of(app, "Ada"), "cancelled");
        assert_eq!(state_of(app, "Bob"), "waiting_list", "Cyn has the one seat there is");
        grace.open(&format!("{LIST}/decide?decision=cancel&id={cyn}"));
        grace.press("Cancel the registration");
        assert_eq!(state_of(app, "Bob"), "registered", "the seat went to who waits");
    });
}

#[test]
fn the_list_is_found_by_state_country_and_words() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Zoë Brontë", "zoe@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Viewer);
        grace.open(LIST);
        assert!(grace.page.text.contains("2 people."), "{}", grace.page.text);
        assert!(!grace.page.text.contains("Decide about"), "a viewer decides nothing");
        grace.fill("Name, organisation or address", "zoë").press("Show");
        assert!(grace.page.text.contains("One person.") && grace.page.text.contains("Zoë Brontë"));
        assert_eq!(grace.page.field("Name, organisation or address").value, "zoë");
        grace.fill("Name, organisation or address", "100%_").press("Show");
        assert!(grace.page.text.contains("Nobody fits"), "{}", grace.page.text);
        grace.open(&format!("{LIST}?state=waiting_list"));
        assert!(grace.page.text.contains("Nobody fits"), "{}", grace.page.text);
        grace.open(&format!("{LIST}?country=FR&state=registered"));
        assert!(grace.page.text.contains("2 people."), "{}", grace.page.text);
        assert_eq!(grace.open(&format!("{LIST}?state=nonsense&country=??&page=-1")).status, 200);
    });
}

#[test]
fn a_long_list_has_pages_that_keep_the_filter() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let world = &app.app;
        participant(app, "clusters", "Model", "model@example.org");
        let model = world.store.read(|db| store::participants::get(db, &id_of(app, "Model"))).unwrap();
        let copies = (0..60).map(|n| {
            let mut copy = model.clone();
            copy.id = world.random.id(world.clock.now());
            copy.profile.person.name = format!("Copy {n}");
            copy.profile.person.email = None;
            copy
        });
        let copies = copies.collect::<Vec<_>>();
        services::write(world, |tx| {
            copies.iter().try_for_each(|copy| registrations::insert_registered(tx, copy).map(|_| ()))
        })
        .unwrap();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{LIST}?search=Copy"));
        assert!(grace.page.text.contains("60 people.") && grace.page.text.contains("1 to 50 of 60"));
        grace.follow("Next page");
        assert!(grace.page.text.contains("51 to 60 of 60"), "{}", grace.page.text);
        grace.tick("All 60 people found").press("Cancel registration");
        assert!(
            grace.page.text.contains("Cancel 60 registrations") && grace.page.text.contains("and 52 more")
        );
        grace.press("Cancel 60 registrations");
        let taken = world.store.read(|db| store::events::get_by_slug(db, "clusters")).unwrap().seats_taken;
        assert_eq!(taken, 1, "only the model is left");
    });
}

#[test]
fn an_organiser_sees_and_mends_a_profile_and_sends_a_new_link() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let own = format!("{LIST}/{}", id_of(app, "Ada"));
        grace.open(&own);
        for told in
            ["ada@example.org", "Analytical Engines", "France", "Batteries", "Morning meetings", "Signed up"]
        {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        grace.open(&format!("{own}/person"));
        grace.fill("Name", "").press("Save");
        assert_eq!(grace.page.status, 422);
        grace.fill("Name", "Ada Lovelace").press("Save");
        assert!(grace.page.text.contains("Ada Lovelace"), "{}", grace.page.text);
        grace.open(&format!("{own}/interests"));
        grace.tick_in("Circular economy", "I seek").press("Save");
        assert!(grace.page.text.contains("Circular economy"), "{}", grace.page.text);
        grace.open(&format!("{own}/attendance"));
        grace.fill("Most meetings you want", "2").press("Save");
        assert!(grace.page.text.contains("Most meetings wanted 2"), "{}", grace.page.text);
        assert!(grace.page.text.contains("Profile changed") && grace.page.text.contains("Times changed"));

        app.pass(chrono::Duration::minutes(2));
        let before = app.mails_to("ada@example.org").len();
        grace.press("Mail a new personal link");
        assert_eq!(app.mails_to("ada@example.org").len(), before + 1);
        assert!(grace.page.text.contains("A mail with a new link is on its way"), "{}", grace.page.text);
    });
}
