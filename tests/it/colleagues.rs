//! Registering a colleague: one begins, the other decides.

use chrono::Duration;
use rendezvous::domain::account::Role;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::dump;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

fn invites(visitor: &mut Visitor, name: &str, email: &str) {
    visitor.open("/e/clusters/my");
    visitor.follow("Register a colleague");
    visitor.fill("Your colleague’s name", name).fill("Your colleague’s e-mail address", email);
    visitor.press("Write to my colleague");
}

fn listed(app: &TestApp, visitor: &mut Visitor) -> String {
    let _ = app;
    visitor.open("/organiser/events/clusters/participants").text.clone()
}

#[test]
fn a_colleague_looks_changes_agrees_and_is_registered_without_a_second_mail() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        invites(&mut ada, "Grace Hopper", "grace@example.org");
        assert!(ada.page.text.contains("is on its way"), "{}", ada.page.text);
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Organiser);
        assert!(!listed(app, &mut helper).contains("Grace"), "nothing is registered yet");
        assert!(!ada.open("/e/clusters/my/people").text.contains("Grace"));

        let mails = app.mails_to("grace@example.org");
        assert!(mails[0].text.contains("Ada (Analytical Engines)"), "{}", mails[0].text);
        let mut grace = app.visitor();
        grace.open(&app.mailed_path("grace@example.org", "/draft/"));
        assert!(grace.page.text.contains("Ada (Analytical Engines) has begun"), "{}", grace.page.text);
        assert!(grace.page.text.contains("Nothing is decided"), "{}", grace.page.text);
        grace.press("Look at it and register");
        assert_eq!(grace.page.path, "/e/clusters/register/profile");
        assert_eq!(grace.page.field("Organisation").value, "Analytical Engines");
        assert_eq!(grace.page.field("Country").value, "FR");
        grace.fill("Name", "Rear Admiral Grace Hopper").tick("English").press("Continue");
        grace.press("Continue");
        grace.press("Continue");
        grace.press("Register for 10 March 2027");
        assert!(grace.page.path.starts_with("/confirm/"), "no mail: she came by one: {}", grace.page.path);
        assert_eq!(grace.page.field("Show me to other participants").kind, Kind::Tick(false));
        grace.press("Confirm my registration");
        assert!(grace.page.path.starts_with("/e/clusters/my"), "{}: {}", grace.page.path, grace.page.text);
        assert!(grace.page.text.contains("We look forward"), "{}", grace.page.text);
        let subjects: Vec<String> =
            app.mails_to("grace@example.org").into_iter().map(|mail| mail.subject).collect();
        assert_eq!(subjects.len(), 2, "{subjects:?}");
        assert!(subjects[1].starts_with("You are registered"), "{subjects:?}");
        assert!(listed(app, &mut helper).contains("Rear Admiral Grace Hopper"));
    });
}

#[test]
fn whoever_takes_the_draft_to_another_address_confirms_that_one() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        invites(&mut ada, "Grace", "grace@example.org");
        let mut grace = app.visitor();
        grace.open(&app.mailed_path("grace@example.org", "/draft/"));
        grace.press("Look at it and register");
        grace.fill("E-mail address", "somebody@example.org").tick("English").press("Continue");
        grace.press("Continue");
        grace.press("Continue");
        grace.press("Register for 10 March 2027");
        assert!(grace.page.path.ends_with("/register/sent"), "{}", grace.page.path);
        assert!(app.mails_to("somebody@example.org")[0].subject.starts_with("Please confirm"));
    });
}

#[test]
fn a_colleague_who_refuses_is_forgotten_and_the_one_who_asked_soon_asks_no_more() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        for (name, email) in [("Zebedea Quirkle", "zq@example.org"), ("Zacharias Quirkle", "zz@example.org")]
        {
            invites(&mut ada, name, email);
            let link = app.mailed_path(email, "/draft/");
            let mut colleague = app.visitor();
            colleague.open(&link);
            colleague.press("I do not want this");
            assert!(colleague.page.text.contains("is deleted"), "{}", colleague.page.text);
            assert_eq!(colleague.open(&link).status, 404);
            app.pass(Duration::hours(2));
        }
        let dump = dump::of(app);
        assert!(!dump.contains("Quirkle") && !dump.contains("zq@example.org"), "nothing is left");
        invites(&mut ada, "Third", "third@example.org");
        assert_eq!(ada.page.status, 422);
        assert!(ada.page.text.contains("You cannot begin more registrations"), "{}", ada.page.text);
        assert!(app.mails_to("third@example.org").is_empty());
    });
}

#[test]
fn nobody_learns_by_inviting_who_is_registered_and_ten_are_enough() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Grace", "grace@example.org");
        let before = app.mails_to("grace@example.org").len();
        invites(&mut ada, "Grace", "grace@example.org");
        let told = ada.page.text.clone();
        invites(&mut ada, "New", "new@example.org");
        assert_eq!(told.replace("one registration", "2 registrations"), ada.page.text);
        assert_eq!(app.mails_to("grace@example.org").len(), before);
        for n in 2..10 {
            invites(&mut ada, "Somebody", &format!("somebody{n}@example.org"));
            assert_eq!(ada.page.status, 200, "{n}");
        }
        invites(&mut ada, "Eleventh", "eleventh@example.org");
        assert_eq!(ada.page.status, 422);
        invites(&mut ada, "", "no address");
        assert_eq!(ada.page.summary.len(), 2, "{:?}", ada.page.summary);
    });
}
