//! Where an organiser is logged in, and what they are told by mail.

use crate::support::app::{TestApp, without_the_gate};
use crate::support::organisers::{PASSWORD, account, signs_in};
use crate::support::visitor::Visitor;

const GRACE: &str = "grace@example.org";
const PHONE: &str = "Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

fn with_browser(app: &TestApp, told: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.extra = vec![("user-agent".to_string(), told.to_string())];
    visitor
}

#[test]
fn every_browser_is_listed_and_ended_one_by_one_or_all_others() {
    without_the_gate(|app| {
        account(app, GRACE, None);
        let mut desk = with_browser(app, "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36");
        let mut phone = with_browser(app, PHONE);
        let mut third = with_browser(app, "curl/8");
        for visitor in [&mut desk, &mut phone, &mut third] {
            signs_in(visitor, GRACE, PASSWORD);
        }
        desk.open("/organiser/account");
        desk.follow("Where you are signed in");
        let text = desk.page.text.clone();
        for expected in
            ["Chrome, Windows", "Firefox, Android", "Unknown browser", "This browser", "Last seen"]
        {
            assert!(text.contains(expected), "{expected}: {text}");
        }
        desk.press("Sign out there: Firefox, Android, 22 November 2026, 12:00");
        assert!(phone.open("/organiser").path.starts_with("/organiser/login"), "{}", desk.page.text);
        assert_eq!(third.open("/organiser").path, "/organiser");
        signs_in(&mut phone, GRACE, PASSWORD);
        desk.open("/organiser/logins");
        desk.press("Sign out everywhere else");
        for visitor in [&mut phone, &mut third] {
            assert!(visitor.open("/organiser").path.starts_with("/organiser/login"));
        }
        assert_eq!(desk.open("/organiser").path, "/organiser");
    });
}

#[test]
fn nobody_ends_somebody_elses() {
    without_the_gate(|app| {
        account(app, GRACE, None);
        account(app, "eve@example.org", None);
        let (mut grace, mut eve) = (app.visitor(), app.visitor());
        signs_in(&mut grace, GRACE, PASSWORD);
        signs_in(&mut eve, "eve@example.org", PASSWORD);
        let secret = rendezvous::domain::token::Token::from_outside(grace.cookie("login").unwrap());
        eve.send("/organiser/logins", &[("login", &secret.hash().0)]);
        eve.send("/organiser/logins", &[("login", "others")]);
        assert_eq!(grace.open("/organiser").path, "/organiser");
    });
}

#[test]
fn a_new_browser_and_a_new_password_are_told_by_mail_and_a_known_browser_is_not() {
    without_the_gate(|app| {
        account(app, GRACE, None);
        let mut desk = app.visitor();
        signs_in(&mut desk, GRACE, PASSWORD);
        assert!(app.mails_to(GRACE).is_empty(), "the first of all is no news");
        desk.press("Sign out");
        signs_in(&mut desk, GRACE, PASSWORD);
        assert!(app.mails_to(GRACE).is_empty(), "it is known");
        let mut phone = with_browser(app, PHONE);
        // What somebody else planted makes no browser known.
        phone.set_cookie("browser", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        signs_in(&mut phone, GRACE, PASSWORD);
        assert!(!phone.cookie("browser").unwrap().starts_with("AAAA"));
        let mails = app.mails_to(GRACE);
        assert!(mails.len() == 1 && mails[0].text.contains("Firefox, Android"), "{mails:#?}");
        desk.open("/organiser/account");
        desk.fill("Present password", PASSWORD).fill("New password", "seven crooked garden gates");
        desk.press("Change password");
        let mails = app.mails_to(GRACE);
        assert!(mails.len() == 2 && mails[1].subject.contains("password was changed"), "{mails:#?}");
        assert!(phone.open("/organiser").path.starts_with("/organiser/login"));
        signs_in(&mut desk, GRACE, "seven crooked garden gates");
        assert_eq!(desk.page.path, "/organiser");
        assert_eq!(app.mails_to(GRACE).len(), 2, "the browser of the change is still a known one");
    });
}

#[test]
fn a_browser_that_comes_when_every_other_is_forgotten_is_told_too() {
    without_the_gate(|app| {
        account(app, GRACE, None);
        signs_in(&mut app.visitor(), GRACE, PASSWORD);
        app.pass(chrono::Duration::days(181));
        rendezvous::services::logins::forget_ended(&app.app).unwrap();
        signs_in(&mut with_browser(app, PHONE), GRACE, PASSWORD);
        let mails = app.mails_to(GRACE);
        assert!(mails.len() == 1 && mails[0].text.contains("Firefox, Android"), "{mails:#?}");
    });
}
