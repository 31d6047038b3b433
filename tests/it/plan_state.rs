//! When anything changes, the published plan is held against it: whoever makes a change is told first which meetings it breaks,
//! and until they are moved or called off everybody who must know reads that the plan no longer fits.

use std::collections::BTreeSet;

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Programme};
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::meeting::Meeting;
use rendezvous::services::access::ChangeAccess;
use rendezvous::services::rounds;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet, meet_at};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::page::Kind;
use crate::support::rounds::{opens_the_latest, organiser, published};
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters";

fn lists(app: &TestApp, event: &Event) -> Programme {
    app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap()
}

fn plan(app: &TestApp, event: &Event) -> Vec<Meeting> {
    app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap()
}

/// Chooses the radio button with this value.
fn chooses(visitor: &mut Visitor, name: &str, value: &str) {
    for field in visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields) {
        if field.name == name {
            field.kind = Kind::Tick(field.value == value);
        }
    }
}

fn count_mails(app: &TestApp, to: &str, beginning: &str) -> usize {
    app.mails_to(to).iter().filter(|mail| mail.subject.starts_with(beginning)).count()
}

/// An event in which Ada meets Bob at 10:00 at table 7; Ada takes part in the opening, which ends before.
fn ada_meets_bob(app: &TestApp) -> (Event, Visitor, Visitor) {
    let event = an_event(app).make();
    let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
    participant(app, "clusters", "Bob", "bob@example.org");
    ada.open("/e/clusters/my/availability");
    ada.tick("Opening").press("Save");
    meet(app, &event, "Ada", "Bob");
    let grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
    (event, ada, grace)
}

fn opens_the_session(grace: &mut Visitor, app: &TestApp, event: &Event) -> String {
    let url = format!("{OFFICE}/agenda/sessions/{}", lists(app, event).sessions[0].id);
    grace.open(&url);
    url
}

#[test]
fn a_session_that_moves_over_meetings_is_asked_about_and_stays_on_the_list_until_it_is_seen_to() {
    on_each_database(|app| {
        let (event, mut ada, mut grace) = ada_meets_bob(app);
        opens_the_session(&mut grace, app, &event);
        grace.fill("Begins at", "10:00").fill("Ends at", "11:00").press("Save");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        assert!(grace.page.text.contains("Ada takes part in “Opening” at that time"), "{}", grace.page.text);
        let before = lists(app, &event).sessions[0].clone();
        assert_eq!(before.ends_at - before.starts_at, chrono::Duration::hours(1));
        assert!(before.ends_at <= plan(app, &event)[0].starts_at, "nothing is stored before a way is chosen");

        grace.press("Save and decide later");
        let moved = lists(app, &event).sessions[0].clone();
        assert_eq!(moved.starts_at, plan(app, &event)[0].starts_at);
        assert_eq!(plan(app, &event).len(), 1, "nobody called it off");
        let told = "1 meeting of 2 people cannot take place as planned";
        assert!(grace.page.text.contains(told), "{}", grace.page.text);
        assert!(grace.open(&format!("{OFFICE}/rounds")).text.contains(told));
        assert!(grace.open(OFFICE).text.contains("cannot take place as planned: repair the plan"));
        assert!(ada.open("/e/clusters/my/schedule").text.contains("The organiser is checking this meeting"));
        assert_eq!(count_mails(app, "ada@example.org", "“Opening” has changed"), 1);
        assert_eq!(count_mails(app, "bob@example.org", "“Opening” has changed"), 0, "he is not in it");

        grace.open(&format!("{OFFICE}/plan"));
        grace.press("Call off the chosen meetings");
        assert!(grace.page.text.contains("The published plan fits"), "{}", grace.page.text);
        assert!(plan(app, &event).is_empty());
        assert_eq!(count_mails(app, "bob@example.org", "Your meetings have changed"), 1);
        assert!(!ada.open("/e/clusters/my/schedule").text.contains("is checking"));
        assert!(!grace.open(OFFICE).text.contains("repair the plan"));
    });
}

#[test]
fn yes_to_some_meetings_is_not_yes_to_others() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        opens_the_session(&mut grace, app, &event);
        grace.fill("Begins at", "10:00").fill("Ends at", "11:00").press("Save");
        meet_at(app, &event, ["Ada", "Cleo"].map(|name| id_of(app, &event, name)), 1, 8);
        grace.press("Save and call 1 meeting off");
        assert!(
            grace.page.text.contains("This change affects 2 meetings of 3 people"),
            "{}",
            grace.page.text
        );
        assert_eq!(plan(app, &event).len(), 2, "nothing was called off");
        grace.press("Save and call 2 meetings off");
        assert!(plan(app, &event).is_empty(), "{}", grace.page.text);
    });
}

#[test]
fn a_participant_who_books_a_session_over_meetings_is_asked_and_the_partner_is_told() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        opens_the_session(&mut grace, app, &event);
        grace.fill("Begins at", "10:00").fill("Ends at", "11:00").press("Save");
        meet(app, &event, "Ada", "Bob");
        ada.open("/e/clusters/my/availability");
        ada.tick("Opening").press("Save");
        assert!(ada.page.text.contains("You have a meeting at that time"), "{}", ada.page.text);
        assert!(ada.page.text.contains("10:00–10:20"), "{}", ada.page.text);
        assert_eq!(plan(app, &event).len(), 1);
        let me = id_of(app, &event, "Ada");
        let sessions = |app: &TestApp| {
            let person = app.app.store.read(|db| store::participants::get(db, &me)).unwrap();
            person.profile.attendance.sessions.len()
        };
        assert_eq!(sessions(app), 0, "nothing is stored yet");
        ada.press("Save and call 1 meeting off");
        assert_eq!((plan(app, &event).len(), sessions(app)), (0, 1));
        assert_eq!(count_mails(app, "bob@example.org", "Your meetings have changed"), 1);
    });
}

#[test]
fn excluding_somebody_whom_one_meets_is_asked_about_and_never_told() {
    on_each_database(|app| {
        let (event, mut ada, mut grace) = ada_meets_bob(app);
        ada.open(&format!("/e/clusters/my/people/{}", id_of(app, &event, "Bob")));
        ada.press("I would rather not");
        assert!(ada.page.text.contains("You have a meeting at that time"), "{}", ada.page.text);
        ada.press("Save and call 1 meeting off");
        assert!(plan(app, &event).is_empty());
        for mail in app.mails_to("bob@example.org") {
            assert!(!mail.text.contains("does not want") && !mail.text.contains("exclu"), "{}", mail.text);
        }
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
    });
}

#[test]
fn a_block_that_moves_takes_its_meetings_along_and_one_that_shrinks_asks_about_those_it_loses() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        meet_at(app, &event, ["Bob", "Cleo"].map(|name| id_of(app, &event, name)), 3, 2);
        let block = format!("{OFFICE}/agenda/blocks/{}", lists(app, &event).blocks[0].id);
        let before = plan(app, &event);
        grace.open(&block);
        grace.fill("First slot begins at", "11:30").press("Save");
        let after = plan(app, &event);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(after.starts_at - before.starts_at, chrono::Duration::minutes(90));
            assert_eq!((&after.slot, after.table), (&before.slot, before.table), "slot and table stay");
            assert!(after.sequence > before.sequence);
        }
        let told = app.mails_to("cleo@example.org");
        assert!(told.iter().any(|mail| mail.text.contains("moved a meeting block")), "{told:?}");

        grace.open(&block);
        grace.fill("Number of slots", "3").press("Save");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        assert!(grace.page.text.contains("no longer on the agenda"), "{}", grace.page.text);
        grace.press("Save and decide later");
        assert_eq!(lists(app, &event).slots.len(), 3);
        assert_eq!(plan(app, &event).len(), 2, "the meeting that lost its slot is still there to be seen to");
        grace.open(&block);
        grace.fill("Number of slots", "4").press("Save");
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("cannot take place"), "its slot went");

        grace.open(&format!("{block}/remove"));
        grace.press("Remove");
        grace.press("Save and call 1 meeting off");
        assert!(lists(app, &event).blocks.is_empty());
        assert_eq!(plan(app, &event).len(), 1, "the one that had lost its slot before was not meant");
    });
}

#[test]
fn fewer_tables_than_are_sat_at_are_asked_about() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Tables for meetings", "6").press("Save");
        assert!(grace.page.text.contains("There are only 6 tables now"), "{}", grace.page.text);
        grace.press("Save and decide later");
        assert!(grace.page.text.contains("cannot take place as planned"), "{}", grace.page.text);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Tables for meetings", "7").press("Save");
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
        assert_eq!(plan(app, &event).len(), 1);
    });
}

#[test]
fn an_event_that_goes_online_and_comes_back_keeps_its_meetings() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        chooses(&mut grace, "venue", "online");
        grace.fill("Link to the video rooms", "https://rooms.example/{meeting}").press("Save");
        let online = plan(app, &event);
        assert_eq!((online[0].table, online[0].sequence), (None, 1));
        let told = app.mails_to("bob@example.org");
        assert!(told.iter().any(|mail| mail.text.contains("takes place elsewhere")), "{told:?}");
        assert!(told.iter().any(|mail| mail.text.contains("https://rooms.example/")), "{told:?}");
        grace.open(&format!("{OFFICE}/settings"));
        chooses(&mut grace, "venue", "onsite");
        grace.fill("Place", "Brussels").fill("Tables for meetings", "5").press("Save");
        assert_eq!(plan(app, &event)[0].table, Some(1));
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
    });
}

#[test]
fn an_event_moves_as_one_with_agenda_meetings_and_mails_and_says_how_many_first() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        let (before, agenda) = (plan(app, &event)[0].clone(), lists(app, &event));
        grace.open(&format!("{OFFICE}/move"));
        grace
            .fill("New first day", "2027-04-14")
            .fill("The agenda begins at", "10:00")
            .press("See what moves");
        assert!(grace.page.text.contains("3 people get one e-mail each"), "{}", grace.page.text);
        assert!(grace.page.text.contains("Published meetings: 1"), "{}", grace.page.text);
        assert_eq!(plan(app, &event)[0], before, "nothing moves before the second button");
        grace.press("Move the event and mail 3 people");
        let moved = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap();
        assert_eq!(moved.starts_on.to_string(), "2027-04-14");
        let after = plan(app, &event)[0].clone();
        // 35 days and an hour on the clock, less the hour that the clocks skip in between.
        assert_eq!(after.starts_at - before.starts_at, chrono::Duration::days(35));
        assert_eq!((after.slot, after.table), (before.slot, before.table));
        assert_eq!(
            lists(app, &event).sessions[0].starts_at - agenda.sessions[0].starts_at,
            chrono::Duration::days(35)
        );
        assert_eq!(count_mails(app, "cleo@example.org", "New date"), 1);
        let to_ada = app.mails_to("ada@example.org");
        assert!(
            to_ada.iter().any(|mail| mail.text.contains("has moved from 10 March 2027 to 14 April 2027"))
        );
        assert_eq!(count_mails(app, "ada@example.org", "New date"), 0, "her meetings say it");
        let public = app.visitor().open("/e/clusters").text.clone();
        assert!(public.contains("14 April 2027") && !public.contains("10 March"), "{public}");
    });
}

#[test]
fn other_days_in_the_settings_offer_to_move_the_agenda_too() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        let before = plan(app, &event)[0].clone();
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("First day", "2027-03-12").fill("Last day", "2027-03-12").press("Save");
        assert!(
            grace.page.text.contains("2 items of the agenda stay on the old days, with 1 published meetings"),
            "{}",
            grace.page.text
        );
        assert!(grace.page.text.contains("2 people get one e-mail each"), "{}", grace.page.text);
        grace.press("Save and move the agenda and the meetings too");
        let after = plan(app, &event)[0].clone();
        assert_eq!(after.starts_at - before.starts_at, chrono::Duration::days(2));
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
    });
}

#[test]
fn an_event_that_leaves_its_agenda_behind_says_so_until_it_is_mended() {
    on_each_database(|app| {
        let (_, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("First day", "2027-06-09").fill("Last day", "2027-06-09").press("Save");
        grace.press("Save all the same");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        grace.press("Save and decide later");
        assert!(grace.page.text.contains("far from the days of the event"), "{}", grace.page.text);
    });
}

/// Everyone of the plan.
fn sitting(app: &TestApp, event: &Event) -> Vec<ParticipantId> {
    let mut people: Vec<ParticipantId> =
        plan(app, event).into_iter().flat_map(|meeting| [meeting.a, meeting.b]).collect();
    people.sort();
    people.dedup();
    people
}

#[test]
fn a_repair_mends_whatever_was_broken_and_a_plan_can_be_taken_back() {
    on_each_database(|app| {
        let access: ChangeAccess = published(&app.app);
        let event = access.event().clone();
        let office = format!("/organiser/events/{}", event.slug);
        let mut olga = organiser(app, &access);
        let before = plan(app, &event);
        // Somebody's attendance falls away behind everybody's back, as by an import.
        let leaver = before[0].a.clone();
        app.app
            .store
            .write(|db| {
                let mut person = store::participants::get(db, &leaver)?;
                person.profile.attendance.blocks.clear();
                store::participants::update(db, &person)
            })
            .unwrap();
        assert!(olga.open(&format!("{office}/plan")).text.contains("is not there in this meeting block"));
        olga.press("Prepare a repair");
        opens_the_latest(&mut olga, &app.app, &access);
        let number = rounds::list(&app.app, &access).unwrap()[0].0.number;
        rounds::publish(&app.app, &access, number).unwrap();
        assert!(olga.open(&format!("{office}/plan")).text.contains("The published plan fits"));

        let people = sitting(app, &event).len();
        let meetings = plan(app, &event).len();
        olga.open(&format!("{office}/plan/withdraw"));
        assert!(
            olga.page.text.contains(&format!("calls off {meetings} published meetings of {people} people"))
        );
        olga.press("Take the plan back");
        assert_eq!(olga.page.status, 422, "one has to say so");
        olga.tick("Yes, call the meetings off").press("Take the plan back");
        assert!(plan(app, &event).is_empty(), "{}", olga.page.text);
        assert!(olga.page.text.contains("Taken back"), "{}", olga.page.text);
        assert!(!olga.page.text.contains("Fill the holes"), "a plan that was taken back is none to repair");
    });
}

#[test]
fn a_matrix_that_keeps_people_apart_asks_about_their_meetings() {
    on_each_database(|app| {
        let access = published(&app.app);
        let event = access.event().clone();
        let office = format!("/organiser/events/{}", event.slug);
        let mut olga = organiser(app, &access);
        olga.open(&format!("{office}/types"));
        for field in olga.page.forms.iter_mut().flat_map(|form| &mut form.fields) {
            if field.name.starts_with("rule:") {
                field.value = "never".to_string();
            }
        }
        olga.press("Save who may meet whom");
        assert!(olga.page.text.contains("Their participant types never meet"), "{}", olga.page.text);
        olga.press("Save and decide later");
        assert!(olga.page.text.contains("cannot take place as planned"), "{}", olga.page.text);
        olga.press("Prepare a repair");
        opens_the_latest(&mut olga, &app.app, &access);
        let number = rounds::list(&app.app, &access).unwrap()[0].0.number;
        rounds::publish(&app.app, &access, number).unwrap();
        assert!(
            olga.open(&format!("{office}/plan")).text.contains("The published plan fits"),
            "{}",
            olga.page.text
        );
    });
}

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
            app.app.store.read(|db| store::participants::count_in_block(db, &id)).unwrap()
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

#[test]
fn fewer_seats_than_are_taken_lock_nothing_and_nobody_moves_up_before_there_is_room() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(2).make();
        for name in ["Ada", "Bob", "Cleo"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Seats", "1").press("Save");
        assert!(grace.page.text.contains("Your changes are saved"), "{}", grace.page.text);
        let registered = |app: &TestApp| {
            let people =
                app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &["registered"]));
            let names = people.unwrap().into_iter().map(|one| one.profile.person.name);
            names.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        assert_eq!(registered(app), ["Ada", "Bob"], "nobody loses a seat");
        let leave = |app: &TestApp, name: &str| {
            let own =
                rendezvous::services::access::own_as_operator(&app.app, &id_of(app, &event, name)).unwrap();
            rendezvous::services::registrations::cancel(&app.app, &own).unwrap();
        };
        leave(app, "Ada");
        assert_eq!(registered(app), ["Bob"], "there is no seat to give");
        leave(app, "Bob");
        assert_eq!(registered(app), ["Cleo"]);
    });
}

/// Everybody of these names, registered or waiting.
fn sign_up_all(app: &TestApp, names: &[&str]) {
    for name in names {
        participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
    }
}

fn leaves(app: &TestApp, event: &Event, name: &str) {
    let own = rendezvous::services::access::own_as_operator(&app.app, &id_of(app, event, name)).unwrap();
    rendezvous::services::registrations::cancel(&app.app, &own).unwrap();
}

fn lapses(app: &TestApp) -> usize {
    rendezvous::services::registrations::waiting_list::lapse_unanswered(&app.app).unwrap()
}

fn seats_taken(app: &TestApp, event: &Event) -> u32 {
    app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken
}

#[test]
fn shortly_before_the_event_a_free_seat_is_a_question_and_once_it_has_begun_it_stays_free() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        sign_up_all(app, &["Ada", "Bob", "Cleo", "Dora"]);
        app.pass_until("2027-03-08T12:00:00Z");
        leaves(app, &event, "Ada");
        let asked = "A place is free, can you still come?";
        assert_eq!(count_mails(app, "bob@example.org", asked), 1);
        assert_eq!(count_mails(app, "bob@example.org", "A seat is free"), 0, "nobody says it is settled");
        assert_eq!(seats_taken(app, &event), 1, "it is held for him");
        // Bob does not answer; Cleo does.
        app.pass(chrono::Duration::hours(25));
        assert_eq!(lapses(app), 1);
        assert_eq!(count_mails(app, "cleo@example.org", asked), 1);
        let mut cleo = app.visitor();
        cleo.open(&app.mailed_path("cleo@example.org", "/my/"));
        assert!(cleo.page.text.contains("A place has become free for you"), "{}", cleo.page.text);
        cleo.press("Yes, I am coming");
        assert!(cleo.page.text.contains("You have the place"), "{}", cleo.page.text);
        assert_eq!((seats_taken(app, &event), lapses(app)), (1, 0));
        let mut bob = app.visitor();
        bob.open(&app.mailed_path("bob@example.org", "/my/"));
        assert!(!bob.page.text.contains("has become free"), "his time is up: {}", bob.page.text);
        // On the day nobody moves up.
        app.pass_until("2027-03-10T08:00:00Z");
        leaves(app, &event, "Cleo");
        assert_eq!(seats_taken(app, &event), 0);
        assert_eq!(count_mails(app, "dora@example.org", asked), 0);
        assert_eq!(count_mails(app, "bob@example.org", asked), 1, "who was asked once is not asked again");
    });
}

#[test]
fn an_organiser_sets_until_when_people_move_up() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        sign_up_all(app, &["Ada", "Bob"]);
        app.pass_until("2027-03-08T12:00:00Z");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open(&format!("{OFFICE}/waiting-list"));
        grace.fill("Nobody moves up any more: hours before the event", "48").press("Save");
        leaves(app, &event, "Ada");
        assert_eq!(
            (seats_taken(app, &event), count_mails(app, "bob@example.org", "A place is free")),
            (0, 0)
        );
        grace.open(&format!("{OFFICE}/waiting-list"));
        grace.fill("Nobody moves up any more: hours before the event", "2");
        grace.fill("Ask instead of telling: days before the event", "0").press("Save");
        assert_eq!(count_mails(app, "bob@example.org", "A seat is free"), 1, "the new rule counts at once");
    });
}
