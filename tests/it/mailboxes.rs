//! Addresses and mailboxes: one is one however it is written, gets few mails that strangers cause, and a flood waits for its turn.

use chrono::Duration;
use diesel::RunQueryDsl;
use rendezvous::config::Config;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::store;

use crate::proved_answers::{sends, state, tries};
use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, confirms, participant};
use crate::support::organisers::with_role;

#[test]
fn one_mailbox_gets_three_mails_an_hour_and_eight_a_day_by_whatever_route_and_spelling() {
    let from_many_networks = |config: &mut Config| config.limits.mails_burst = 100_000;
    with_settings(from_many_networks, |app| {
        an_event(app).make();
        an_event(app).at("other").make();
        let spellings = [
            "vera@bücher.example",
            "VERA@xn--bcher-kva.example",
            "vera+a@bücher.example",
            "Vera+b@BÜCHER.example",
        ];
        let arrived = |app: &TestApp| {
            app.sent();
            let mailbox = |mail: &str| mail.to_lowercase().contains("@xn--bcher-kva.example");
            app.delivered().iter().filter(|mail| mailbox(mail)).count()
        };
        let round = |number: usize| {
            for (at, address) in spellings.iter().enumerate() {
                let tried = tries(app, &format!("Vera {number} {at}"), "Works", address);
                let is_told = tried.page.text.contains("Very many registrations arrive");
                assert!(is_told || tried.page.path.ends_with("/register/sent"), "{}", tried.page.text);
                let mut stranger = app.visitor();
                for slug in ["clusters", "other"] {
                    stranger.open(&format!("/e/{slug}/link"));
                    stranger.fill("E-mail address", address).press("Send me the link");
                }
            }
            app.mails_to("nobody@example.org");
        };
        round(0);
        for _ in 0..58 {
            app.pass(Duration::minutes(1));
            app.sent();
        }
        assert_eq!(arrived(app), 3, "in an hour");
        for hour in 1..23 {
            round(hour);
            app.pass(Duration::hours(1));
            app.sent();
        }
        assert_eq!(arrived(app), 8, "in a day");
    });
}

#[test]
fn one_address_is_one_however_its_domain_is_written_and_tags_are_people() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Vera", "vera@xn--bcher-kva.example");
        app.pass(Duration::hours(2));
        sends(app, "Vera", "Works", "Vera@Bücher.example");
        let mails = app.mails_to("vera@xn--bcher-kva.example");
        let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
        assert!(subjects.iter().any(|one| one.starts_with("You have registered before")), "{subjects:?}");
        assert_eq!(subjects.len(), 3, "{subjects:?}");
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        for typed in [
            "vera%40b%C3%BCcher.example",
            "B%C3%9CCHER.example",
            "%40b%C3%BCcher",
            "vera%40xn--bcher-kva.example",
        ] {
            olga.open(&format!("/organiser/events/clusters/participants?search={typed}"));
            assert!(olga.page.links.iter().any(|(text, _)| text == "Vera"), "{typed}: {}", olga.page.text);
        }
        olga.open("/organiser/events/clusters/participants?search=vera%40k%C3%BCche.example");
        assert!(!olga.page.links.iter().any(|(text, _)| text == "Vera"), "{}", olga.page.text);
        for tag in ["ann", "bob"] {
            let address = format!("office+{tag}@example.org");
            sends(app, tag, "Office", &address);
            app.pass(Duration::minutes(2));
            let mut one = app.visitor();
            confirms(&mut one, app, &address);
            assert_eq!(state(app, &event, &address), Some(RegistrationState::Registered), "{tag}");
        }
    });
}

#[test]
fn a_flood_of_forms_waits_for_its_turn_and_is_told_to_the_organiser() {
    with_settings(
        |config| (config.limits.unproved_of_event, config.limits.unproved_of_domain) = (6, 4),
        |app| {
            let event = an_event(app).make();
            for number in 0..5 {
                sends(app, "Somebody", "Works", &format!("a{number}@flooded.example"));
            }
            let sent =
                |app: &TestApp| app.sent().iter().filter(|mail| mail.contains("@flooded.example")).count();
            assert_eq!(sent(app), 4, "to one domain in an hour");
            let mut olga =
                with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
            olga.open("/organiser/events/clusters");
            assert!(olga.page.text.contains("5 forms with unconfirmed addresses"), "{}", olga.page.text);
            assert!(olga.page.text.contains("5 of them to flooded.example"), "{}", olga.page.text);
            app.pass(Duration::minutes(61));
            assert_eq!(sent(app), 5, "the others wait for their turn");
            for number in 0..45 {
                let mut visitor = app.visitor();
                visitor.open("/e/clusters/register");
                answers_the_profile(&mut visitor, "Somebody", &format!("b{number}@domain{number}.example"));
                for _ in 0..3 {
                    visitor.press("Continue");
                }
                visitor.press("Register for 10 March 2027");
                if visitor.page.status == 422 {
                    assert!(
                        visitor.page.text.contains("Very many registrations arrive"),
                        "{}",
                        visitor.page.text
                    );
                    assert!(number > 30, "six hours of them wait: {number}");
                    return;
                }
            }
            panic!("nobody was told to come later");
        },
    );
}

#[test]
fn a_domain_of_everybody_has_no_share_that_a_stranger_could_use_up() {
    with_settings(
        |config| (config.limits.unproved_of_event, config.limits.unproved_of_domain) = (100, 2),
        |app| {
            let event = an_event(app).make();
            for number in 0..4 {
                sends(app, "Somebody", "Works", &format!("somebody{number}@gmail.com"));
            }
            let sent = app.sent().iter().filter(|mail| mail.contains("@gmail.com")).count();
            assert_eq!(sent, 4, "none of them waits");
            let mut olga =
                with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
            olga.open("/organiser/events/clusters");
            assert!(!olga.page.text.contains("unconfirmed addresses"), "{}", olga.page.text);
        },
    );
}

#[test]
fn two_people_whose_addresses_turn_out_to_be_one_are_shown_to_be_merged() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Vera One", "vera@xn--bcher-kva.example");
        participant(app, "clusters", "Vera Two", "vera@example.org");
        participant(app, "clusters", "Vera Three", "vera@example.net");
        // As a database of before holds it.
        for (name, key) in
            [("Vera Two", "vera@bücher.example"), ("Vera Three", "vera@b\u{fc}cher\u{3002}example")]
        {
            let before = format!("UPDATE participants SET email_key = '{key}' WHERE name = '{name}'");
            let changed =
                app.app.store.write(|db| Ok::<_, store::StoreError>(diesel::sql_query(&before).execute(db)?));
            assert_eq!(changed.unwrap(), 1);
        }
        app.app.store.write(store::address_keys::fill).unwrap();
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        olga.open("/organiser/events/clusters");
        olga.follow("2 people have the same address as another: merge them");
        assert!(
            olga.page.text.contains("Vera One") && olga.page.text.contains("Vera Two"),
            "{}",
            olga.page.text
        );
        // Until then both go on as they were.
        let page = olga.open("/organiser/events/clusters/participants").link("Vera Two").to_string();
        olga.open(&format!("{page}/person"));
        olga.fill("City", "Metz").press("Save");
        assert_eq!(olga.page.status, 200, "{}", olga.page.text);
        // Once the first is gone, the address finds the next again.
        let mut first = app.visitor();
        first.open(&app.mailed_path("vera@xn--bcher-kva.example", "/my/"));
        first.open("/e/clusters/my/delete");
        first.press("Delete everything");
        olga.open("/organiser/events/clusters");
        assert!(olga.page.text.contains("One person has the same address"), "{}", olga.page.text);
    });
}
