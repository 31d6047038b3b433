//! Another e-mail address: the new one confirms, the old one is told, and nothing is lost.

use chrono::Duration;
use rendezvous::domain::account::Role;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::{confirms, participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const NEW: &str = "new@example.org";

/// Asks for another address on *My event*.
fn asks(visitor: &mut Visitor, email: &str) {
    visitor.open("/e/clusters/my/profile");
    visitor.follow("Change the address");
    visitor.fill("New email address", email).press("Send a link to the new address");
}

/// Follows the link that went to the new address.
fn agrees(app: &TestApp, email: &str) -> Visitor {
    let mut reader = app.visitor();
    reader.open(&app.mailed_path(email, "/address/"));
    reader.press("Use this address");
    reader
}

#[test]
fn a_participant_changes_the_address_and_keeps_everything() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        meet(app, &event, "Ada", "Bob");
        let id = id_of(app, &event, "Ada");
        let before = app.mails_to("ada@example.org").len();
        asks(&mut ada, NEW);
        assert!(ada.page.text.contains("A link went to new@example.org"), "{}", ada.page.text);
        assert!(ada.page.text.contains("Emails go to ada@example.org."), "{}", ada.page.text);
        assert_eq!(app.mails_to("ada@example.org").len(), before, "nothing has changed yet");
        let mut reader = agrees(app, NEW);
        assert!(reader.page.path.starts_with("/e/clusters/my"), "{}", reader.page.path);
        assert!(reader.page.text.contains("Emails go to your new address"), "{}", reader.page.text);
        assert_eq!(id_of(app, &event, "Ada"), id, "the same participant");
        reader.open("/e/clusters/my/schedule");
        assert!(reader.page.text.contains("Bob"), "{}", reader.page.text);
        let told = app.mails_to("ada@example.org").pop().unwrap();
        assert!(told.text.contains(NEW) && told.text.contains("If it was not you"), "{}", told.text);
        assert!(ada.open("/e/clusters/my").path.ends_with("/my"), "links of earlier mails still open");
        app.pass(Duration::minutes(2));
        let mut stranger = app.visitor();
        stranger.open("/e/clusters/link");
        stranger.fill("E-mail address", NEW).press("Send me the link");
        assert!(!app.mailed_path(NEW, "/my/").is_empty());
        let used = app.visitor().open(&app.mailed_path(NEW, "/address/")).clone();
        assert_eq!(used.status, 410, "once");
    });
}

#[test]
fn a_place_in_the_waiting_list_stays() {
    on_each_database(|app| {
        an_event(app).with_seats(1).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        participant(app, "clusters", "Cyn", "cyn@example.org");
        asks(&mut bob, NEW);
        let mut reader = agrees(app, NEW);
        reader.open("/e/clusters/my");
        assert!(reader.page.text.contains("You are the first on the waiting list"), "{}", reader.page.text);
    });
}

#[test]
fn an_address_is_not_taken_from_another_and_few_links_go_out() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        app.pass(Duration::minutes(2));
        asks(&mut ada, "bob@example.org");
        assert!(ada.page.text.contains("A link went to bob@example.org"), "nobody learns who is registered");
        let reader = agrees(app, "bob@example.org");
        assert_eq!(reader.page.status, 422);
        assert!(
            reader.page.text.contains("Another registration of this event has this address"),
            "{}",
            reader.page.text
        );
        asks(&mut ada, "ada@example.org");
        assert!(ada.page.text.contains("This is the address you have already"), "{}", ada.page.text);
        for n in 0..4 {
            asks(&mut ada, &format!("n{n}@example.org"));
        }
        assert!(!ada.page.text.contains("too many today"), "{}", ada.page.text);
        asks(&mut ada, "n5@example.org");
        assert!(ada.page.text.contains("too many today"), "{}", ada.page.text);
        assert!(app.mails_to("n5@example.org").is_empty());
        let replaced = app.visitor().open(&app.mailed_path("n0@example.org", "/address/")).clone();
        assert_eq!(replaced.status, 410, "a later one took its place");
        app.pass(Duration::hours(25));
        let late = app.visitor().open(&app.mailed_path("n3@example.org", "/address/")).clone();
        assert_eq!(late.status, 410, "a link works for a day");
    });
}

#[test]
fn a_probable_slip_in_a_new_address_is_asked_about() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        asks(&mut ada, "ada@gmial.con");
        assert!(ada.page.text.contains("Did you mean ada@gmail.com?"), "{}", ada.page.text);
        assert!(app.mails_to("ada@gmial.con").is_empty());
        ada.press("Yes, use ada@gmail.com");
        assert_eq!(app.mails_to("ada@gmail.com").len(), 1);
    });
}

#[test]
fn an_organiser_corrects_what_nobody_has_proved_and_asks_for_the_rest() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "typo@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let old_link = app.mailed_path("typo@example.org", "/confirm/");
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let page = olga.open("/organiser/events/clusters/participants").link("Ada").to_string();
        olga.open(&page);
        olga.follow("Email address");
        olga.fill("E-mail address", "ada@example.org").press("Save and send a link");
        assert!(olga.page.text.contains("The address is corrected"), "{}", olga.page.text);
        let link = app.mailed_path("ada@example.org", "/confirm/");
        assert_eq!(app.visitor().open(&link).status, 200);
        assert_eq!(app.visitor().open(&old_link).status, 410, "the link that went astray");
        confirms(&mut ada, app, "ada@example.org");
        assert!(ada.page.path.starts_with("/e/clusters/my"), "{}", ada.page.text);
        let page = olga.open("/organiser/events/clusters/participants").link("Bob").to_string();
        olga.open(&page);
        olga.follow("Email address");
        olga.fill("E-mail address", "bob@new.example").press("Send a link to the new address");
        assert!(olga.page.text.contains("The address changes when it is confirmed"), "{}", olga.page.text);
        assert!(olga.page.text.contains("bob@example.org"), "{}", olga.page.text);
        agrees(app, "bob@new.example");
        olga.open(&page);
        assert!(olga.page.text.contains("bob@new.example"), "{}", olga.page.text);
        assert!(app.mails_to("bob@example.org").pop().unwrap().text.contains("If it was not you"));
    });
}

#[test]
fn the_page_after_sending_lets_the_address_be_corrected_without_typing_anything_else() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "typo@example.net");
        ada.open("/e/clusters/register/check");
        assert_eq!(ada.page.path, "/e/clusters/register/sent", "going back leads here");
        ada.open("/e/clusters/register/profile");
        ada.follow("Correct the address");
        ada.fill("E-mail address", "ada@gmial.con").press("Send the email to this address");
        assert!(ada.page.text.contains("Did you mean ada@gmail.com?"), "{}", ada.page.text);
        ada.press("Yes, use ada@gmail.com");
        assert!(ada.page.text.contains("The address is corrected"), "{}", ada.page.text);
        assert!(ada.page.text.contains("ada@gmail.com"), "{}", ada.page.text);
        let old = app.mailed_path("typo@example.net", "/confirm/");
        assert_eq!(app.visitor().open(&old).status, 410);
        confirms(&mut ada, app, "ada@gmail.com");
        ada.open("/e/clusters/my/profile");
        assert_eq!(ada.page.field("Organisation").value, "Analytical Engines");
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/participants");
        assert!(olga.page.text.contains("One person."), "no second row: {}", olga.page.text);
    });
}

#[test]
fn nobody_moves_away_what_somebody_else_has_begun_with_the_same_address() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let mut mallory = app.visitor();
        signs_up(&mut mallory, "clusters", "Mallory", "ada@example.org");
        mallory.open("/e/clusters/register/sent");
        mallory.fill("E-mail address", "mallory@example.org").press("Send the email to this address");
        assert_eq!(app.mails_to("mallory@example.org").len(), 1);
        confirms(&mut ada, app, "ada@example.org");
        assert!(ada.page.path.starts_with("/e/clusters/my"), "the link still opens: {}", ada.page.text);
    });
}

#[test]
fn who_registers_again_within_the_minute_gets_the_mail_at_its_end() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let asked =
            || app.mails_to("ada@example.org").iter().filter(|mail| mail.text.contains("/confirm/")).count();
        assert_eq!(asked(), 1, "one a minute");
        app.pass(Duration::seconds(61));
        assert_eq!(asked(), 2, "what the page promised");
        confirms(&mut ada, app, "ada@example.org");
        assert!(ada.page.path.starts_with("/e/clusters/my"), "{}", ada.page.text);
    });
}
