//! Wrong passwords: from one network, for one account from everywhere, and the ways in that strangers cannot close.

use chrono::Duration;
use rendezvous::domain::account::Account;
use rendezvous::services::{logins, networks};
use rendezvous::store;

use crate::support::app::{TestApp, with_settings};
use crate::support::factors::{code_of, sets_up};
use crate::support::organisers::{PASSWORD, account, signs_in};
use crate::support::visitor::Visitor;

const GRACE: &str = "grace@example.org";

/// Behind a proxy that says where requests come from, without the limit on sign-ins a minute.
fn behind_a_proxy(test: impl Fn(&TestApp)) {
    let settings = |config: &mut rendezvous::config::Config| {
        config.proxies = rendezvous::config::Proxies::parse(["127.0.0.0/8"]).unwrap();
        config.limits.sign_ins_per_minute = 100_000;
        (config.limits.mails_per_minute, config.limits.mails_burst) = (100_000, 100_000);
    };
    with_settings(settings, test);
}

fn from(app: &TestApp, address: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.extra = vec![("x-forwarded-for".to_string(), address.to_string())];
    visitor
}

const NEW_PASSWORD: &str = "seven crooked garden gates";

/// Whoever reads Grace's mail chooses a new password.
fn sets_a_new_password(app: &TestApp, visitor: &mut Visitor) {
    visitor.open("/organiser/password");
    visitor.fill("E-mail address", GRACE).press("Send me a link");
    visitor.open(&app.mailed_path(GRACE, "/organiser/password/"));
    visitor.fill("New password", NEW_PASSWORD).press("Set password");
}

/// Twenty wrong passwords from twenty networks; gives how many were looked at.
fn strangers_guess(app: &TestApp) -> usize {
    let guess = |n: usize| {
        let mut eve = from(app, &format!("198.51.100.{n}"));
        signs_in(&mut eve, GRACE, "guess after guess");
        eve.page.status
    };
    (1..=20).map(guess).filter(|status| *status == 422).count()
}

#[test]
fn an_account_is_slowed_down_from_everywhere_and_its_owner_is_told_once() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        assert_eq!(strangers_guess(app), 10, "ten are free, then each waits twice as long");
        let mut grace = from(app, "203.0.113.9");
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.status, 429);
        assert!(grace.page.summary[0].0.contains("for this account"), "{:?}", grace.page.summary);
        app.pass(Duration::seconds(2));
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.path, "/organiser", "it was one second: {}", grace.page.text);
        strangers_guess(app);
        let mails = app.mails_to(GRACE);
        let warned = mails.iter().filter(|mail| mail.subject.contains("Many wrong passwords")).count();
        assert_eq!(warned, 1);

        let mut eve = from(app, "198.51.100.77");
        signs_in(&mut eve, "nobody@example.org", "guess after guess");
        assert_eq!(eve.page.status, 422, "another address is not slowed down");
    });
}

#[test]
fn strangers_cannot_lock_the_owner_out() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        let mut known = from(app, "203.0.113.9");
        signs_in(&mut known, GRACE, PASSWORD);
        known.press("Sign out");
        for _ in 0..4 {
            strangers_guess(app);
            app.pass(Duration::minutes(15));
        }
        strangers_guess(app);
        signs_in(&mut known, GRACE, PASSWORD);
        assert_eq!(known.page.path, "/organiser", "a browser that was there before is not slowed down");

        let mut new = from(app, "203.0.113.10");
        signs_in(&mut new, GRACE, PASSWORD);
        assert_eq!(new.page.status, 429, "{}", new.page.text);
        sets_a_new_password(app, &mut new);
        strangers_guess(app);
        signs_in(&mut new, GRACE, NEW_PASSWORD);
        assert_eq!(new.page.path, "/organiser", "whoever opened the link comes in: {}", new.page.text);
    });
}

#[test]
fn the_second_factor_is_a_way_in_while_an_account_is_slowed_down() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        let mut grace = from(app, "203.0.113.9");
        signs_in(&mut grace, GRACE, PASSWORD);
        let (secret, _) = sets_up(app, &mut grace);
        app.pass(Duration::seconds(90));
        strangers_guess(app);
        let mut new = from(app, "203.0.113.10");
        signs_in(&mut new, GRACE, PASSWORD);
        assert_eq!(new.page.status, 429);
        new.fill("Password", PASSWORD).fill_named("code", "000000").press("Sign in");
        assert_eq!(new.page.status, 429, "a wrong code says as little");
        new.fill("Password", PASSWORD).fill_named("code", &code_of(&app.app, &secret)).press("Sign in");
        assert_eq!(new.page.path, "/organiser", "{}", new.page.text);
    });
}

/// How many wrong passwords are counted for an account from anywhere.
fn counted(app: &TestApp, account: &Account) -> i64 {
    let since = app.app.clock.now() - Duration::days(1);
    let count =
        |db: &mut store::Db| store::log::count_since(db, "password.failed", account.id.as_str(), since);
    app.app.store.read(count).unwrap()
}

#[test]
fn whoever_is_slowed_down_learns_nothing_from_the_right_password_either() {
    behind_a_proxy(|app| {
        let grace = account(app, GRACE, None);
        let mut known = from(app, "203.0.113.9");
        signs_in(&mut known, GRACE, PASSWORD);
        sets_up(app, &mut known);
        strangers_guess(app);
        let mut eve = from(app, "198.51.100.99");
        signs_in(&mut eve, GRACE, "guess after guess");
        let mut said = Vec::new();
        let before = counted(app, &grace);
        for password in ["guess after guess", PASSWORD] {
            eve.fill("Password", password).fill_named("code", "000000").press("Sign in");
            said.push((eve.page.status, eve.page.summary[0].0.contains("for this account")));
        }
        assert_eq!(said, [(429, true), (429, true)]);
        assert_eq!(counted(app, &grace), before + 2, "a wrong code counts like a wrong password");

        let now = app.app.clock.now();
        app.app.store.write(|db| store::deactivated_accounts::insert(db, &grace.id, now)).unwrap();
        eve.fill("Password", PASSWORD).fill_named("code", "000000").press("Sign in");
        assert_eq!(eve.page.status, 429, "that it is deactivated is not told: {}", eve.page.text);
    });
}

#[test]
fn guests_in_the_same_network_do_not_keep_out_whoever_was_there_before() {
    let settings = |config: &mut rendezvous::config::Config| {
        config.limits.sign_ins_per_minute = 10;
    };
    with_settings(settings, |app| {
        account(app, GRACE, None);
        let mut grace = app.visitor();
        signs_in(&mut grace, GRACE, PASSWORD);
        let uses_up = || {
            let guess = |n: usize| {
                let mut guest = app.visitor();
                signs_in(&mut guest, &format!("guest-{n}@example.org"), "guess after guess");
                guest.page.status
            };
            assert!((0..40).any(|n| guess(n) == 429), "the network has no turns left");
        };
        uses_up();
        grace.press("Sign out");
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.path, "/organiser", "{}", grace.page.text);

        app.pass(Duration::minutes(16));
        grace.open("/organiser/factor");
        grace.press("Set up a second factor");
        uses_up();
        grace.fill("Password", PASSWORD).press("Continue");
        assert_eq!(grace.page.status, 200, "a proof is counted by the log-in: {}", grace.page.text);
        grace.press("Send it now");
        assert!(grace.page.path.starts_with("/organiser/factor/app"), "{}", grace.page.text);
    });
}

#[test]
fn a_form_of_another_site_uses_up_nobodys_turns() {
    with_settings(
        |config| config.limits.sign_ins_per_minute = 10,
        |app| {
            account(app, GRACE, None);
            let mut lured = app.visitor();
            lured.extra = vec![("sec-fetch-site".to_string(), "cross-site".to_string())];
            for _ in 0..20 {
                assert_eq!(lured.post("/organiser/login", &[]).status, 403);
            }
            let mut grace = app.visitor();
            signs_in(&mut grace, GRACE, PASSWORD);
            assert_eq!(grace.page.path, "/organiser", "{}", grace.page.text);
        },
    );
}

#[test]
fn a_new_password_by_mail_ends_the_wait_in_every_browser() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        let mut phone = from(app, "203.0.113.9");
        for _ in 0..10 {
            signs_in(&mut phone, GRACE, "was it this one");
            assert_eq!(phone.page.status, 422);
        }
        strangers_guess(app);
        signs_in(&mut phone, GRACE, PASSWORD);
        assert_eq!(phone.page.status, 429);
        let mut desk = from(app, "203.0.113.10");
        sets_a_new_password(app, &mut desk);
        signs_in(&mut phone, GRACE, NEW_PASSWORD);
        assert_eq!(phone.page.path, "/organiser", "{}", phone.page.text);
    });
}

#[test]
fn what_an_account_has_seen_lasts_over_a_monday_and_floods_of_other_marks() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        assert_eq!(strangers_guess(app), 10);
        // It is Sunday noon.
        app.pass(Duration::hours(12) + Duration::minutes(1));
        networks::forget_old(&app.app).unwrap();
        logins::forget_ended(&app.app).unwrap();
        assert_eq!(strangers_guess(app), 1, "one after the wait, and each further one waits");
        app.pass(Duration::hours(25));
        logins::forget_ended(&app.app).unwrap();
        assert_eq!(strangers_guess(app), 10, "after a day nothing is left");
    });
}

#[test]
fn an_ipv6_network_counts_as_one() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        let other = "other@example.org";
        let guess = |n: usize, email: &str| {
            let mut eve = from(app, &format!("2001:db8:1:2::{n:x}"));
            signs_in(&mut eve, email, "guess after guess");
            eve.page.status
        };
        let looked_at = (1..=30).filter(|n| guess(*n, other) == 422).count();
        assert_eq!(looked_at, 10, "each time from another address of one network");
        assert_eq!(guess(99, other), 429);
        let mut elsewhere = from(app, "2001:db8:1:3::1");
        signs_in(&mut elsewhere, GRACE, PASSWORD);
        assert_eq!(elsewhere.page.path, "/organiser", "the next network is another one");
    });
}

#[test]
fn wrong_codes_are_counted_too() {
    behind_a_proxy(|app| {
        account(app, GRACE, None);
        let mut grace = from(app, "203.0.113.9");
        signs_in(&mut grace, GRACE, PASSWORD);
        let (secret, _) = sets_up(app, &mut grace);
        app.pass(Duration::seconds(90));
        let mut thief = from(app, "198.51.100.1");
        for _ in 0..3 {
            signs_in(&mut thief, GRACE, PASSWORD);
            for _ in 0..5 {
                thief.fill("Code", "123456").press("Sign in");
                if thief.page.status != 422 {
                    break;
                }
            }
        }
        assert_eq!(thief.page.status, 429, "{}", thief.page.text);
        assert!(thief.page.summary[0].0.contains("Too many wrong codes"), "{:?}", thief.page.summary);
        signs_in(&mut grace, GRACE, PASSWORD);
        grace.fill("Code", &code_of(&app.app, &secret)).press("Sign in");
        assert_eq!(grace.page.path, "/organiser", "a browser that was there before is not slowed down");
        assert!(app.mails_to(GRACE).iter().any(|mail| mail.subject.contains("Many wrong passwords")));
        app.pass(Duration::minutes(16));
        signs_in(&mut thief, GRACE, PASSWORD);
        thief.fill("Code", &code_of(&app.app, &secret)).press("Sign in");
        assert_eq!(thief.page.path, "/organiser", "it was slowed down, not locked");
    });
}
