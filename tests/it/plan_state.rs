//! When anything changes, the published plan is held against it: whoever makes a change is told first which meetings it breaks,
//! and until they are moved or called off everybody who must know reads that the plan no longer fits.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Programme};
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::meeting::Meeting;
use rendezvous::mail::reading::OpenedMail;
use rendezvous::services::access::ChangeAccess;
use rendezvous::services::rounds;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet, meet_at};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::page::Kind;
use crate::support::rounds::{opens_the_latest, organiser, published};
use crate::support::visitor::Visitor;

pub const OFFICE: &str = "/organiser/events/clusters";

pub fn lists(app: &TestApp, event: &Event) -> Programme {
    app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap()
}

pub fn plan(app: &TestApp, event: &Event) -> Vec<Meeting> {
    app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap()
}

/// Chooses the radio button with this value.
pub fn chooses(visitor: &mut Visitor, name: &str, value: &str) {
    for field in visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields) {
        if field.name == name {
            field.kind = Kind::Tick(field.value == value);
        }
    }
}

/// What somebody has been mailed once changes are told: they wait some minutes for further ones, and a quarter of an hour
/// since the last mail about such.
pub fn hears(app: &TestApp, to: &str) -> Vec<OpenedMail> {
    app.pass(chrono::Duration::minutes(16));
    app.mails_to(to)
}

pub fn count_mails(app: &TestApp, to: &str, beginning: &str) -> usize {
    hears(app, to).iter().filter(|mail| mail.subject.starts_with(beginning)).count()
}

/// An event in which Ada meets Bob at 10:00 at table 7; Ada takes part in the opening, which ends before.
pub fn ada_meets_bob(app: &TestApp) -> (Event, Visitor, Visitor) {
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
        assert_eq!(count_mails(app, "bob@example.org", "Cancelled: meeting with Ada"), 1);
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
        for mail in hears(app, "bob@example.org") {
            assert!(!mail.text.contains("does not want") && !mail.text.contains("exclu"), "{}", mail.text);
        }
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
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
