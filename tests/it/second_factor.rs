//! The second factor of organisers: setting it up, codes that work once, recovery codes, and who needs one.

use chrono::Duration;
use rendezvous::domain::account::Role;

use crate::support::app::{TestApp, with_settings, without_the_gate};
use crate::support::build::an_event;
use crate::support::factors::{code_of, reaches_the_code_page, sets_up, shown_codes, shown_secret};
use crate::support::organisers::{PASSWORD, account, signs_in, with_role};
use crate::support::visitor::Visitor;

const GRACE: &str = "grace@example.org";

/// Grace, with a second factor: her browser, its secret and its recovery codes.
fn grace_with_factor(app: &TestApp) -> (Visitor, String, Vec<String>) {
    account(app, GRACE, None);
    let mut grace = app.visitor();
    signs_in(&mut grace, GRACE, PASSWORD);
    let (secret, codes) = sets_up(app, &mut grace);
    app.pass(Duration::seconds(90));
    (grace, secret, codes)
}

#[test]
fn a_second_factor_counts_once_a_code_of_the_app_was_typed() {
    without_the_gate(|app| {
        account(app, GRACE, None);
        let mut grace = app.visitor();
        signs_in(&mut grace, GRACE, PASSWORD);
        grace.open("/organiser/account");
        grace.follow("Second factor");
        grace.press("Set up a second factor");
        let html = grace.page.html.clone();
        assert!(html.contains("<svg") && html.contains("role=\"img\""), "the picture is made here");
        let secret = shown_secret(&grace);
        assert_eq!(secret.len(), 32, "160 bits: {secret}");
        let link = grace.page.link("Open in an app on this phone").to_string();
        assert!(link.starts_with("otpauth://totp/Rendezvous") && link.contains(&secret), "{link}");
        assert!(link.contains("grace%40example.org"), "{link}");
        grace.fill("Code", "000000").press("Turn on the second factor");
        assert_eq!(grace.page.status, 422);
        assert!(grace.page.summary[0].0.contains("does not match"), "{:?}", grace.page.summary);
        assert_eq!(shown_secret(&grace), secret, "the same secret is shown again");

        let mut other = app.visitor();
        signs_in(&mut other, GRACE, PASSWORD);
        assert_eq!(other.page.path, "/organiser", "until a code was typed the password is enough");
        grace.open("/organiser/factor/app");
        grace.fill("Code", &code_of(&app.app, &secret)).press("Turn on the second factor");
        let codes = shown_codes(&grace);
        assert_eq!(codes.len(), 10);
        assert!(codes.iter().all(|code| code.len() == 17), "{codes:?}");
        assert!(other.open("/organiser").path.starts_with("/organiser/login"), "it showed a password alone");
        assert_eq!(grace.open("/organiser").path, "/organiser", "this browser stays");
        assert!(app.mails_to(GRACE).last().unwrap().text.contains("asks for a code from your app"));
        let page = grace.open("/organiser/factor").text.clone();
        assert!(page.contains("10 recovery codes are still unused") && !page.contains(&codes[0]), "{page}");
    });
}

#[test]
fn the_log_in_asks_for_a_code_and_takes_each_once() {
    without_the_gate(|app| {
        let (_, secret, _) = grace_with_factor(app);
        let mut phone = app.visitor();
        reaches_the_code_page(&mut phone, GRACE);
        assert!(phone.cookie("login").is_none(), "half a log-in is none");
        assert!(phone.get("/organiser").header("location").unwrap().starts_with("/organiser/login"));
        let half = phone.cookie("half-login").unwrap().to_string();
        phone.set_cookie("login", &half);
        assert!(
            phone.get("/organiser").header("location").unwrap().starts_with("/organiser/login"),
            "its token opens nothing"
        );
        phone.forget();
        reaches_the_code_page(&mut phone, GRACE);
        let code = code_of(&app.app, &secret);
        phone.fill("Code", &format!("{} {}", &code[..3], &code[3..])).press("Sign in");
        assert_eq!(phone.page.path, "/organiser", "{}", phone.page.text);

        let mut thief = app.visitor();
        reaches_the_code_page(&mut thief, GRACE);
        thief.fill("Code", &code).press("Sign in");
        assert_eq!(thief.page.status, 422, "a code that was seen over the shoulder is worth nothing");
        assert!(thief.page.summary[0].0.contains("it has been used"), "{:?}", thief.page.summary);
        app.pass(Duration::seconds(30));
        thief.fill("Code", &code).press("Sign in");
        assert_eq!(thief.page.status, 422, "in the next half minute neither");
        thief.fill("Code", &code_of(&app.app, &secret)).press("Sign in");
        assert_eq!(thief.page.path, "/organiser");
    });
}

#[test]
fn half_a_log_in_ends_soon_and_belongs_to_its_browser() {
    without_the_gate(|app| {
        let (_, secret, _) = grace_with_factor(app);
        let mut phone = app.visitor();
        reaches_the_code_page(&mut phone, GRACE);
        let mut other = app.visitor();
        assert_eq!(other.open("/organiser/login/code").path, "/organiser/login");
        app.pass(Duration::minutes(11));
        let code = code_of(&app.app, &secret);
        phone.fill("Code", &code).press("Sign in");
        assert!(phone.page.text.contains("took too long"), "{}", phone.page.text);
        reaches_the_code_page(&mut phone, GRACE);
        for _ in 0..5 {
            phone.fill("Code", "123456").press("Sign in");
        }
        phone.fill("Code", &code_of(&app.app, &secret)).press("Sign in");
        assert!(phone.page.text.contains("Begin again"), "after five wrong codes: {}", phone.page.text);
    });
}

#[test]
fn a_recovery_code_works_once_and_its_owner_is_told() {
    without_the_gate(|app| {
        let (mut grace, _, codes) = grace_with_factor(app);
        let mut phone = app.visitor();
        reaches_the_code_page(&mut phone, GRACE);
        phone.fill("Code", &codes[3].to_lowercase()).press("Sign in");
        assert_eq!(phone.page.path, "/organiser", "{}", phone.page.text);
        let mails = app.mails_to(GRACE);
        assert!(mails.iter().any(|mail| mail.text.contains("9 codes are still unused")), "{mails:#?}");
        phone.forget();
        reaches_the_code_page(&mut phone, GRACE);
        phone.fill("Code", &codes[3]).press("Sign in");
        assert_eq!(phone.page.status, 422);

        grace.open("/organiser/factor");
        grace.press("Make new recovery codes");
        let new = shown_codes(&grace);
        assert!(new.len() == 10 && new.iter().all(|code| !codes.contains(code)));
        phone.fill("Code", &codes[4]).press("Sign in");
        assert_eq!(phone.page.status, 422, "new codes replace the ones before");
        phone.fill("Code", &new[0]).press("Sign in");
        assert_eq!(phone.page.path, "/organiser");
    });
}

#[test]
fn what_is_stored_holds_no_code_that_somebody_could_type() {
    without_the_gate(|app| {
        let (_, _, codes) = grace_with_factor(app);
        let dump = crate::support::dump::of(app);
        assert!(codes.iter().all(|code| !dump.contains(code) && !dump.contains(&code.replace('-', ""))));
    });
}

#[test]
fn turning_it_off_asks_again_and_is_told_by_mail() {
    without_the_gate(|app| {
        let (mut grace, secret, _) = grace_with_factor(app);
        app.pass(Duration::minutes(20));
        grace.open("/organiser/factor");
        grace.press("Turn off the second factor");
        assert_eq!(grace.page.status, 403);
        grace.fill_named("code", &code_of(&app.app, &secret)).press("Continue");
        grace.press("Send it now");
        assert!(grace.page.text.contains("The second factor is turned off"), "{}", grace.page.text);
        assert!(app.mails_to(GRACE).last().unwrap().text.contains("The password alone is now enough"));
        let mut phone = app.visitor();
        signs_in(&mut phone, GRACE, PASSWORD);
        assert_eq!(phone.page.path, "/organiser");
    });
}

#[test]
fn the_password_alone_does_not_turn_it_off() {
    without_the_gate(|app| {
        let (mut grace, ..) = grace_with_factor(app);
        app.pass(Duration::minutes(20));
        grace.open("/organiser/factor");
        grace.press("Turn off the second factor");
        assert_eq!(grace.page.status, 403);
        assert!(!grace.page.html.contains("name=\"password\""), "{}", grace.page.html);
        let proof = [("to", "/organiser/factor/off"), ("way", "form"), ("password", PASSWORD)];
        assert_eq!(grace.send("/organiser/prove", &proof).status, 422);
        assert_eq!(grace.send("/organiser/factor/off", &[]).status, 403);
        assert!(grace.open("/organiser/factor").text.contains("10 recovery codes"), "{}", grace.page.text);
    });
}

#[test]
fn an_installation_can_ask_everybody_for_one() {
    let settings = |config: &mut rendezvous::config::Config| {
        config.second_factor_required = true;
        config.limits.sign_ins_per_minute = 100_000;
    };
    with_settings(settings, |app| {
        let event = an_event(app).make();
        account(app, GRACE, Some((&event.id, Role::Owner)));
        let mut grace = app.visitor();
        signs_in(&mut grace, GRACE, PASSWORD);
        assert!(grace.page.path.starts_with("/organiser/factor"), "{}", grace.page.path);
        for path in ["/organiser", "/organiser/events/clusters", "/organiser/events/clusters/team", "/outbox"]
        {
            let there = grace.get(path).header("location").unwrap_or_default().to_string();
            assert!(there.starts_with("/organiser/factor?next="), "{path}: {there}");
        }
        grace.open("/organiser/events/clusters/team");
        grace.press("Set up a second factor");
        let code = code_of(&app.app, &shown_secret(&grace));
        grace.fill("Code", &code).press("Turn on the second factor");
        grace.follow("I have kept the codes");
        assert_eq!(grace.page.path, "/organiser/events/clusters/team", "they go on where they were");
        assert_eq!(grace.page.status, 200);
    });
}

#[test]
fn an_event_can_ask_its_team_for_one() {
    without_the_gate(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let mut vera = with_role(app, "vera@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/team");
        olga.tick("Everybody on the team needs a second factor").press("Save for the team");
        assert!(olga.page.path.starts_with("/organiser/factor"), "the owner too: {}", olga.page.path);
        sets_up(app, &mut olga);
        assert!(olga.open("/organiser/events/clusters/team").text.contains("needs a second factor"));
        let there = vera.get("/organiser/events/clusters/participants");
        assert!(there.header("location").unwrap().starts_with("/organiser/factor?next="), "{}", there.status);
        assert_eq!(vera.get("/organiser").status, 200, "it is that event alone");
        sets_up(app, &mut vera);
        assert_eq!(vera.get("/organiser/events/clusters/participants").status, 200);
    });
}
