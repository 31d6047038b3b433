//! What somebody says counts once they have shown that the address is theirs, and nobody can speak for them before or after that.

use chrono::Duration;
use rendezvous::domain::event::Event;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::dump;
use crate::support::journeys::{answers_the_profile, confirms, confirms_with, participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const VICTIM: &str = "vera@example.org";

/// Sends the form with an address, as somebody of an organisation.
pub fn sends(app: &TestApp, name: &str, organisation: &str, email: &str) -> Visitor {
    let visitor = tries(app, name, organisation, email);
    assert!(visitor.page.path.ends_with("/register/sent"), "{}", visitor.page.text);
    visitor
}

/// The same, whatever comes of it.
pub fn tries(app: &TestApp, name: &str, organisation: &str, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, name, email);
    visitor.fill("Organisation", organisation).press("Continue");
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Register for 10 March 2027");
    visitor
}

pub fn state(app: &TestApp, event: &Event, email: &str) -> Option<RegistrationState> {
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
fn nobody_puts_off_the_deletion_of_what_was_sent_with_an_address() {
    on_each_database(|app| {
        let event = an_event(app).make();
        app.deletes_the_unconfirmed();
        sends(app, "First Quirkle", "Quirkle Works", VICTIM);
        for day in 0..3 {
            app.pass(Duration::hours(20));
            sends(app, &format!("Later {day}"), "Other Works", VICTIM);
            app.pass(Duration::hours(5));
            app.deletes_the_unconfirmed();
        }
        let stored = app.app.store.read(|db| {
            let people = store::participants::list_in_states(db, &event.id, &["unconfirmed"])?;
            Ok::<_, store::StoreError>(
                people.into_iter().map(|one| one.profile.person.name).collect::<Vec<_>>(),
            )
        });
        assert_eq!(stored.unwrap(), ["Later 2"], "the form whose link still opens");
        app.pass(Duration::hours(25));
        app.deletes_the_unconfirmed();
        assert_eq!(state(app, &event, VICTIM), None);
    });
}

#[test]
fn correcting_an_address_tells_nobody_who_is_registered_and_keeps_the_form() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Vera", VICTIM);
        app.pass(Duration::hours(2));
        let corrected = |email: &str| {
            let mut mallory = sends(app, "Mallory", "Works", &format!("throw-away-{}", &email));
            mallory.fill("E-mail address", email).press("Send the email to this address");
            (mallory.page.path.clone(), mallory.page.text.replace(email, "ADDRESS"))
        };
        assert_eq!(corrected(VICTIM), corrected("nobody@example.org"));
        assert_eq!(state(app, &event, VICTIM), Some(RegistrationState::Registered));
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
