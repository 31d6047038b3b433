//! Organisers' accounts: the first one, signing in and out, passwords.

use chrono::Duration;
use rendezvous::domain::problems::Message;
use rendezvous::random::Random;
use rendezvous::services::accounts;
use rendezvous::services::passwords::{Password, PasswordHasher};

use crate::support::app::{on_each_database, with_settings, without_the_gate};
use crate::support::build::an_event;
use crate::support::journeys::signs_up;
use crate::support::organisers::{ADMIN, PASSWORD, account, administrator, signs_in};

#[test]
fn the_first_link_makes_one_account_and_no_other() {
    on_each_database(|app| {
        let link = accounts::ensure_setup_link(&app.app).unwrap().unwrap();
        let mut ada = app.visitor();
        ada.open(&link);
        assert!(ada.page.text.contains("Make the first account"), "{}", ada.page.text);
        ada.fill("Name", "Ada").fill("E-mail address", ADMIN).fill("New password", "short");
        ada.press("Make my account");
        assert_eq!(ada.page.status, 422);
        assert!(ada.page.summary[0].0.contains("at least 12 characters"), "{:?}", ada.page.summary);
        assert_eq!(ada.page.field("Name").value, "Ada");
        assert_eq!(ada.page.field("New password").value, "", "a password is never written into a page");
        ada.fill("New password", PASSWORD).press("Make my account");
        assert!(ada.page.text.contains("Your account is ready"), "{}", ada.page.text);

        let mut eve = app.visitor();
        eve.open(&link);
        assert_eq!(eve.page.status, 410);
        assert!(eve.page.text.contains("This link has been used"), "{}", eve.page.text);
        assert_eq!(accounts::ensure_setup_link(&app.app).unwrap(), None, "there is an account now");
    });
}

#[test]
fn a_set_up_link_ends_after_a_day_or_when_a_newer_one_is_made() {
    on_each_database(|app| {
        let first = accounts::ensure_setup_link(&app.app).unwrap().unwrap();
        let second = accounts::ensure_setup_link(&app.app).unwrap().unwrap();
        let mut ada = app.visitor();
        assert!(ada.open(&first).text.contains("This link is unknown"), "{}", ada.page.text);
        assert_eq!(ada.open(&second).status, 200);
        app.pass(Duration::hours(25));
        let late = ada.open(&second);
        assert!(late.text.contains("This link is too old") && late.text.contains("Start the program again"));
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut eve = app.visitor();
        signs_in(&mut eve, "grace@example.org", "not the right password");
        let wrong = eve.page.clone();
        signs_in(&mut eve, "nobody@example.org", "not the right password");
        let unknown = eve.page.clone();
        assert_eq!((wrong.status, unknown.status), (422, 422));
        assert_eq!(wrong.text, unknown.text);
        assert!(wrong.summary[0].0.contains("Address or password is wrong"), "{:?}", wrong.summary);
        signs_in(&mut eve, "no address at all", "x");
        assert_eq!(eve.page.text, wrong.text);
    });
}

#[test]
fn who_signs_in_goes_on_where_they_were_and_nowhere_else() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut grace = app.visitor();
        grace.open("/organiser/account");
        assert!(grace.page.path.starts_with("/organiser/login?next="), "{}", grace.page.path);
        grace.fill("E-mail address", "GRACE@example.org").fill("Password", PASSWORD).press("Sign in");
        assert_eq!(grace.page.path, "/organiser/account");
        let mut other = app.visitor();
        other.open("/organiser/login?next=https://evil.example.org/");
        other.fill("E-mail address", "grace@example.org").fill("Password", PASSWORD).press("Sign in");
        assert_eq!(other.page.path, "/organiser");
    });
}

#[test]
fn after_ten_wrong_passwords_one_waits_a_quarter_of_an_hour() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut eve = app.visitor();
        for _ in 0..10 {
            signs_in(&mut eve, "grace@example.org", "guess after guess");
            assert_eq!(eve.page.status, 422);
        }
        signs_in(&mut eve, "grace@example.org", PASSWORD);
        assert_eq!(eve.page.status, 429, "even the right one, or guessing would tell");
        assert!(eve.page.summary[0].0.contains("Wait 15 minutes"), "{:?}", eve.page.summary);
        app.pass(Duration::minutes(16));
        signs_in(&mut eve, "grace@example.org", PASSWORD);
        assert_eq!(eve.page.path, "/organiser");
    });
}

#[test]
fn a_log_in_ends_when_idle_or_old_or_signed_out() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut grace = app.visitor();
        signs_in(&mut grace, "grace@example.org", PASSWORD);
        app.pass(Duration::hours(7));
        assert_eq!(grace.open("/organiser").path, "/organiser");
        app.pass(Duration::hours(7));
        assert_eq!(grace.open("/organiser").path, "/organiser", "each visit begins the eight hours anew");
        app.pass(Duration::hours(9));
        assert!(grace.open("/organiser").path.starts_with("/organiser/login"), "idle for nine hours");

        signs_in(&mut grace, "grace@example.org", PASSWORD);
        for _ in 0..24 {
            app.pass(Duration::hours(7));
            assert_eq!(grace.open("/organiser").path, "/organiser");
        }
        app.pass(Duration::hours(1));
        assert!(grace.open("/organiser").path.starts_with("/organiser/login"), "older than seven days");

        signs_in(&mut grace, "grace@example.org", PASSWORD);
        let kept = grace.cookie("login").unwrap().to_string();
        grace.press("Sign out");
        assert!(grace.page.text.contains("You are signed out"), "{}", grace.page.text);
        grace.set_cookie("login", &kept);
        assert!(
            grace.open("/organiser").path.starts_with("/organiser/login"),
            "the token is worth nothing now"
        );
    });
}

#[test]
fn each_log_in_has_a_token_of_its_own() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut grace = app.visitor();
        grace.set_cookie("login", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        signs_in(&mut grace, "grace@example.org", PASSWORD);
        let first = grace.cookie("login").unwrap().to_string();
        signs_in(&mut grace, "grace@example.org", PASSWORD);
        let second = grace.cookie("login").unwrap().to_string();
        assert!(first.len() == 43 && first != second && !first.starts_with("AAAA"));
    });
}

#[test]
fn a_forgotten_password_is_set_anew_by_a_link_that_works_once_and_ends_every_log_in() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut grace = app.visitor();
        signs_in(&mut grace, "grace@example.org", PASSWORD);
        let mut phone = app.visitor();
        phone.open("/organiser/password");
        phone.fill("E-mail address", "grace@example.org").press("Send me a link");
        let answer = phone.page.text.clone();
        let link = app.mailed_path("grace@example.org", "/organiser/password/");
        phone.open(&link);
        phone.fill("New password", "password1234").press("Set password");
        assert!(phone.page.summary[0].0.contains("guessed"), "{:?}", phone.page.summary);
        phone.fill("New password", "seven crooked garden gates").press("Set password");
        assert!(phone.page.text.contains("Your password is set"), "{}", phone.page.text);
        assert!(grace.open("/organiser").path.starts_with("/organiser/login"), "signed out everywhere");
        assert!(phone.open(&link).text.contains("This link has been used"), "{}", phone.page.text);
        signs_in(&mut grace, "grace@example.org", PASSWORD);
        assert_eq!(grace.page.status, 422, "the old password is gone");
        signs_in(&mut grace, "grace@example.org", "seven crooked garden gates");
        assert_eq!(grace.page.path, "/organiser");

        phone.open("/organiser/password");
        phone.fill("E-mail address", "nobody@example.org").press("Send me a link");
        assert_eq!(phone.page.text.replace("nobody@", "grace@"), answer, "nobody learns who has an account");
        assert!(app.mails_to("nobody@example.org").is_empty());
    });
}

#[test]
fn a_stranger_can_make_us_send_three_password_mails_an_hour() {
    with_settings(
        |config| (config.limits.mails_per_minute, config.limits.mails_burst) = (100_000, 100_000),
        |app| {
            account(app, "grace@example.org", None);
            let mut eve = app.visitor();
            for _ in 0..6 {
                eve.open("/organiser/password");
                eve.fill("E-mail address", "grace@example.org").press("Send me a link");
                assert!(eve.page.text.contains("Look into your mailbox"), "{}", eve.page.text);
                app.pass(Duration::minutes(1));
            }
            assert_eq!(app.mails_to("grace@example.org").len(), 3);
        },
    );
}

#[test]
fn a_password_mail_counts_for_the_mailbox_with_those_of_every_other_route() {
    on_each_database(|app| {
        an_event(app).make();
        account(app, "grace@example.org", None);
        signs_up(&mut app.visitor(), "clusters", "Grace", "grace@example.org");
        let asked = || {
            accounts::ask_for_password(&app.app, "grace@example.org", Default::default()).unwrap();
            let mails = app.mails_to("grace@example.org");
            mails.iter().filter(|mail| mail.text.contains("/organiser/password/")).count()
        };
        assert_eq!(asked(), 0, "the mail of the registration went within this minute");
        app.pass(Duration::minutes(1));
        assert_eq!(asked(), 1);
    });
}

#[test]
fn a_password_is_changed_by_who_knows_the_present_one() {
    without_the_gate(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/account");
        ada.fill("Present password", "something else").fill("New password", "seven crooked garden gates");
        ada.press("Change password");
        assert!(ada.page.summary[0].0.contains("not your present password"), "{:?}", ada.page.summary);
        ada.fill("Present password", PASSWORD).fill("New password", "seven crooked garden gates");
        ada.press("Change password");
        assert!(ada.page.text.contains("Sign in with it"), "{}", ada.page.text);
        signs_in(&mut ada, ADMIN, "seven crooked garden gates");
        assert_eq!(ada.page.path, "/organiser");
    });
}

fn refusal(password: &str, own_words: &[&str]) -> &'static str {
    match Password::check(password, own_words) {
        Ok(_) => "",
        Err(Message { key, .. }) => key,
    }
}

#[test]
fn passwords_are_long_and_hard_to_guess_and_nothing_else() {
    assert_eq!(refusal("elevenchars", &[]), "problem-password-short");
    assert_eq!(refusal(&"long winded ".repeat(20), &[]), "problem-password-long");
    assert_eq!(refusal("passwordpassword", &[]), "problem-password-common");
    assert_ne!(refusal("aaaaaaaaaaaaaaaa", &[]), "");
    assert_eq!(refusal("adalovelace1815", &["Ada Lovelace", "ada@example.org"]), "problem-password-weak");
    assert_eq!(refusal("turnip lantern quiet harbour", &["Ada Lovelace"]), "");
    assert_eq!(refusal("пароль из четырёх разных слов", &[]), "");
}

#[test]
fn hashes_have_the_cost_that_is_asked_for_and_a_salt_of_their_own() {
    let (hasher, random) = (PasswordHasher::production(), Random::seeded(7));
    let password = Password::check(PASSWORD, &[]).unwrap();
    let (first, second) =
        (hasher.hash(&password, &random).unwrap(), hasher.hash(&password, &random).unwrap());
    assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
    assert_ne!(first, second);
    assert!(hasher.verify(PASSWORD, Some(&first)) && hasher.verify(PASSWORD, Some(&second)));
    assert!(!hasher.verify("another one", Some(&first)));
    assert!(!hasher.verify(PASSWORD, None), "nobody has no password");
}

#[test]
fn the_same_letters_typed_on_another_keyboard_are_the_same_password() {
    let (hasher, random) = (PasswordHasher::cheap(), Random::seeded(7));
    let composed = Password::check("grünes müdes Känguru am Fluss", &[]).unwrap();
    let hash = hasher.hash(&composed, &random).unwrap();
    assert!(hasher.verify("gru\u{308}nes mu\u{308}des Ka\u{308}nguru am Fluss", Some(&hash)));
}
