//! What somebody says counts once they have shown that the address is theirs, and nobody can speak for them before or after that.

use chrono::Duration;
use diesel::RunQueryDsl;
use rendezvous::config::Config;
use rendezvous::domain::event::Event;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::dump;
use crate::support::journeys::{answers_the_profile, confirms, confirms_with, participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const VICTIM: &str = "vera@example.org";

/// Sends the form with an address, as somebody of an organisation.
fn sends(app: &TestApp, name: &str, organisation: &str, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, name, email);
    visitor.fill("Organisation", organisation).press("Continue");
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Register for 10 March 2027");
    assert!(visitor.page.path.ends_with("/register/sent"), "{}", visitor.page.text);
    visitor
}

fn state(app: &TestApp, event: &Event, email: &str) -> Option<RegistrationState> {
    let email = rendezvous::domain::text::Email::parse(email).unwrap();
    app.app
        .store
        .read(|db| {
            let known = store::participants::find_by_email(db, &event.id, &email)?;
            known
                .map(|one| Ok::<_, store::StoreError>(store::registrations::get(db, &one.id)?.state))
                .transpose()
        })
        .unwrap()
}

#[test]
fn each_link_confirms_its_own_answers_whoever_sends_another_form_before_or_after() {
    on_each_database(|app| {
        an_event(app).make();
        for (number, stranger_is_first) in [true, false].into_iter().enumerate() {
            let email = format!("vera{number}@example.org");
            let send = |is_stranger: bool| {
                let (name, of) =
                    if is_stranger { ("Mallory", "Evil Corp") } else { ("Vera", "Vera's Works") };
                sends(app, name, of, &email);
                let link = app.mailed_path(&email, "/confirm/");
                app.pass(Duration::minutes(2));
                link
            };
            let (first, second) = (send(stranger_is_first), send(!stranger_is_first));
            assert_ne!(first, second);
            let own = if stranger_is_first { second.clone() } else { first.clone() };
            let mut vera = app.visitor();
            vera.open(&own);
            assert!(vera.page.text.contains("Vera's Works"), "all answers are shown: {}", vera.page.text);
            assert!(!vera.page.text.contains("Evil Corp"), "{}", vera.page.text);
            let other = if stranger_is_first { &first } else { &second };
            assert!(app.visitor().open(other).text.contains("Evil Corp"), "whose form it is can be seen");
            vera.press("Confirm my registration");
            let mine = vera.open("/e/clusters/my").text.clone();
            assert!(mine.contains("Vera's Works") && !mine.contains("Evil Corp"), "{mine}");
            assert_eq!(app.visitor().open(other).status, 410, "the other form is nothing any more");
        }
    });
}

#[test]
fn consents_and_visibility_are_asked_unticked_of_who_has_proved_the_address() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        olga.open("/organiser/events/clusters/consents");
        let fields = olga.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        let field = fields.into_iter().find(|field| field.name == "ask_photos").unwrap();
        field.kind = crate::support::page::Kind::Tick(true);
        olga.press("Save");
        // A stranger ticks what they like: the form does not ask it, and what is posted beside it counts for nothing.
        let mut mallory = app.visitor();
        mallory.open("/e/clusters/register");
        answers_the_profile(&mut mallory, "Vera", VICTIM);
        mallory.press("Continue");
        mallory.press("Continue");
        mallory.press("Continue");
        let form = mallory.page.forms.iter().flat_map(|form| &form.fields);
        let token = form.clone().find(|field| field.name == "csrf").unwrap().value.clone();
        let sent = [
            ("csrf", token.as_str()),
            ("consent", "yes"),
            ("listed", "yes"),
            ("show", "name"),
            ("agree", "photos-1"),
        ];
        let sent: Vec<_> = sent.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        assert_eq!(mallory.post("/e/clusters/register/check", &sent).status, 303);
        let mut vera = app.visitor();
        vera.open(&app.mailed_path(VICTIM, "/confirm/"));
        for label in ["Show me to other participants", "My name"] {
            let kind = vera.page.field(label).kind.clone();
            assert_eq!(kind, crate::support::page::Kind::Tick(false), "{label}");
        }
        vera.press("Confirm my registration");
        let data: serde_json::Value =
            serde_json::from_str(&vera.get("/e/clusters/my/data.json").html).unwrap();
        let given = data["consents"].as_array().unwrap().iter().filter(|one| one["given"] == true);
        let purposes: Vec<&str> = given.filter_map(|one| one["purpose"].as_str()).collect();
        assert!(!purposes.contains(&"listed") && !purposes.contains(&"photos"), "{purposes:?}");
    });
}

#[test]
fn a_registration_that_has_ended_changes_by_the_link_alone_that_its_address_gets() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut vera = participant(app, "clusters", "Vera", VICTIM);
        vera.open("/e/clusters/my/cancel");
        vera.press("Cancel my registration");
        assert_eq!(state(app, &event, VICTIM), Some(RegistrationState::Cancelled));
        app.pass(Duration::hours(2));
        sends(app, "Mallory", "Evil Corp", VICTIM);
        assert_eq!(state(app, &event, VICTIM), Some(RegistrationState::Cancelled), "nothing is changed");
        assert!(!vera.open("/e/clusters/my").text.contains("Evil Corp"), "{}", vera.page.text);
        assert!(!vera.get("/e/clusters/my/data.json").html.contains("Evil Corp"));
        app.pass(Duration::minutes(2));
        sends(app, "Vera", "Vera's New Works", VICTIM);
        let mut again = app.visitor();
        confirms(&mut again, app, VICTIM);
        assert_eq!(state(app, &event, VICTIM), Some(RegistrationState::Registered));
        assert!(again.open("/e/clusters/my").text.contains("Vera's New Works"), "{}", again.page.text);
    });
}

#[test]
fn what_nobody_confirms_is_deleted_and_only_counted() {
    on_each_database(|app| {
        let event = an_event(app).make();
        app.deletes_the_unconfirmed();
        sends(app, "Nobody Quirkle", "Quirkle Works", "quirkle@example.net");
        app.mails_to("quirkle@example.net");
        app.pass(Duration::hours(25));
        app.deletes_the_unconfirmed();
        assert_eq!(state(app, &event, "quirkle@example.net"), None);
        app.deletes_what_is_due();
        app.app.store.scrub().unwrap();
        let left = dump::of(app);
        assert!(!left.contains("Quirkle") && !left.contains("quirkle@example.net"), "nothing is left");
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        olga.open("/organiser/events/clusters");
        assert!(olga.page.text.contains("One more registration was never confirmed"), "{}", olga.page.text);
    });
}

#[test]
fn a_form_whose_questions_have_changed_meanwhile_is_looked_through_once_more() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut vera = participant(app, "clusters", "Vera", VICTIM);
        vera.open("/e/clusters/my/cancel");
        vera.press("Cancel my registration");
        app.pass(Duration::hours(2));
        let mut again = app.visitor();
        signs_up(&mut again, "clusters", "Vera", VICTIM);
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        olga.open("/organiser/events/clusters/questions/new");
        olga.fill("Question (English)", "Which tram?").tick("One line of text").tick("An answer is required");
        olga.press("Save");
        confirms(&mut again, app, VICTIM);
        assert!(again.page.path.starts_with("/e/clusters/register"), "{}", again.page.path);
        assert!(again.page.text.contains("now asks something else"), "{}", again.page.text);
        assert_eq!(state(app, &event, VICTIM), Some(RegistrationState::Cancelled));
        assert_eq!(again.page.field("Name").value, "Vera", "nothing is typed twice");
    });
}

#[test]
fn no_word_of_a_stranger_stands_in_a_mail_and_no_name_is_an_address_of_a_page() {
    on_each_database(|app| {
        an_event(app).make();
        sends(app, "You Won A Prize", "Prize Corp", VICTIM);
        let mail = app.mails_to(VICTIM).pop().unwrap();
        for part in [&mail.text, &mail.html, &mail.subject, &mail.to] {
            assert!(!part.contains("Prize"), "{part}");
        }
        for name in
            ["log in at https://evil.example/reset", "www.evil.example", "evil.com", "x.evil.example/now"]
        {
            let mut visitor = app.visitor();
            visitor.open("/e/clusters/register");
            answers_the_profile(&mut visitor, name, "other@example.org");
            visitor.press("Continue");
            assert_eq!(visitor.page.status, 422, "{name}");
            assert!(visitor.page.text.contains("looks like the address of a page"), "{}", visitor.page.text);
        }
        let mut visitor = app.visitor();
        visitor.open("/e/clusters/register");
        answers_the_profile(&mut visitor, "Dr.med. J.P. O'Neill-St.James", "other@example.org");
        visitor.press("Continue");
        assert_eq!(visitor.page.status, 200, "{:?}", visitor.page.summary);
        visitor.open("/e/clusters/register/profile");
        answers_the_profile(&mut visitor, &"A".repeat(81), "other@example.org");
        visitor.press("Continue");
        assert_eq!(visitor.page.status, 422);
    });
}

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
                sends(app, &format!("Vera {number} {at}"), "Works", address);
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
        let mail = mails.last().unwrap();
        assert!(mail.subject.starts_with("You have registered before"), "{subjects:?}");
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
        // As a database of before holds it.
        let before = "UPDATE participants SET email_key = 'vera@bücher.example' WHERE name = 'Vera Two'";
        let changed =
            app.app.store.write(|db| Ok::<_, store::StoreError>(diesel::sql_query(before).execute(db)?));
        assert_eq!(changed.unwrap(), 1);
        app.app.store.write(|db| store::address_keys::fill(db)).unwrap();
        let mut olga =
            with_role(app, "olga@example.org", &event.id, rendezvous::domain::account::Role::Owner);
        olga.open("/organiser/events/clusters");
        olga.follow("One person has the same address as another: merge them");
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
    });
}

#[test]
fn a_participant_who_shows_themselves_says_so_when_they_confirm() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = app.visitor();
        signs_up(&mut bob, "clusters", "Bob Shown", "bob@example.org");
        confirms_with(&mut bob, app, "bob@example.org", &["Show me to other participants", "My name"]);
        assert!(ada.open("/e/clusters/my/people").text.contains("Bob Shown"), "{}", ada.page.text);
    });
}
