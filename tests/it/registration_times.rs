//! Registration opens and closes by itself, and everybody is told where they stand.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_step, confirms, is_signed_up, participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const SETTINGS: &str = "/organiser/events/clusters/settings";

/// An organiser sets the times of registration, in the zone of the event.
fn sets(app: &TestApp, event: &Event, opens: &str, closes: &str) -> Visitor {
    let name = format!("olga{}@example.org", app.app.clock.now().timestamp());
    let mut olga = with_role(app, &name, &event.id, Role::Organiser);
    olga.open(SETTINGS);
    olga.fill("Registration opens", opens).fill("Registration closes", closes).press("Save");
    olga
}

#[test]
fn registration_opens_and_closes_at_the_times_of_the_settings() {
    on_each_database(|app| {
        let event = an_event(app).make();
        app.pass_until("2026-12-01T08:00:00Z");
        let olga = sets(app, &event, "2026-12-10T09:00", "2026-12-20T18:00");
        assert!(olga.page.text.contains("saved"), "{}", olga.page.text);
        assert_eq!(olga.page.field("Registration opens").value, "2026-12-10T09:00");
        let mut ada = app.visitor();
        ada.open("/e/clusters");
        assert!(ada.page.text.contains("Registration opens on 10 December 2026, 09:00"), "{}", ada.page.text);
        assert!(!ada.page.text.contains("Register for"), "{}", ada.page.text);
        ada.open("/e/clusters/register/profile");
        assert_eq!(ada.page.status, 409);
        assert!(ada.page.text.contains("Registration opens on 10 December 2026, 09:00"), "{}", ada.page.text);
        app.pass_until("2026-12-10T08:00:00Z");
        ada.open("/e/clusters");
        assert!(
            ada.page.text.contains("You can register until 20 December 2026, 18:00"),
            "{}",
            ada.page.text
        );
        ada.follow("Register for 10 March 2027");
        assert!(
            ada.page.text.contains("Registration closes on 20 December 2026, 18:00"),
            "{}",
            ada.page.text
        );
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        app.pass_until("2026-12-20T16:59:00Z");
        let [mut begun, mut late] = ["Bob", "Cyn"].map(|name| {
            let mut visitor = app.visitor();
            visitor.open("/e/clusters/register");
            answers_the_step(&mut visitor, name, &format!("{}@example.org", name.to_lowercase()));
            visitor
        });
        app.pass(Duration::minutes(30));
        assert!(ada.open("/e/clusters").text.contains("closed"), "{}", ada.page.text);
        assert_eq!(app.visitor().open("/e/clusters/register/profile").status, 409, "nobody begins any more");
        for _ in 0..3 {
            answers_the_step(&mut begun, "", "");
        }
        assert!(is_signed_up(&begun), "what was begun is taken: {}", begun.page.text);
        confirms(&mut begun, app, "bob@example.org");
        assert!(begun.page.path.starts_with("/e/clusters/my"), "{}", begun.page.text);
        app.pass(Duration::minutes(31));
        answers_the_step(&mut late, "", "");
        assert_eq!(late.page.status, 409, "{}", late.page.text);
    });
}

#[test]
fn who_waits_moves_up_after_registration_has_closed() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        app.pass_until("2026-12-01T08:00:00Z");
        sets(app, &event, "", "2026-12-01T10:00");
        app.pass_until("2026-12-02T08:00:00Z");
        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        bob.open("/e/clusters/my");
        assert!(bob.page.text.contains("Registered"), "{}", bob.page.text);
    });
}

#[test]
fn times_that_cannot_be_are_refused_at_their_fields_and_stay_typed() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (opens, closes, field) in [
            ("soon", "", "registration_opens-error"),
            ("2026-12-10T09:00", "2026-12-10T08:00", "registration_closes-error"),
            // The hour that the clocks leave out.
            ("2027-03-28T02:30", "", "registration_opens-error"),
        ] {
            app.pass(Duration::seconds(1));
            let olga = sets(app, &event, opens, closes);
            assert_eq!(olga.page.status, 422, "{opens} {closes}");
            assert!(olga.page.messages.iter().any(|(id, _)| id == field), "{:?}", olga.page.messages);
            assert_eq!(olga.page.field("Registration opens").value, opens);
        }
    });
}

#[test]
fn approval_is_told_in_the_form_before_it_is_sent() {
    on_each_database(|app| {
        an_event(app).with_approval().make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        for _ in 0..4 {
            if ada.page.path.ends_with("/profile") || ada.page.path.ends_with("/check") {
                let told = "The organiser decides about each registration.";
                assert!(ada.page.text.contains(told), "{}: {}", ada.page.path, ada.page.text);
            }
            answers_the_step(&mut ada, "Ada", "ada@example.org");
        }
        confirms(&mut ada, app, "ada@example.org");
        assert!(
            !ada.page.links.iter().any(|(text, _)| text == "Say whom you would like to meet"),
            "no closed door"
        );
    });
}

#[test]
fn the_button_names_all_days_of_an_event() {
    on_each_database(|app| {
        let event = an_event(app).make();
        app.app
            .store
            .write(|db| {
                let two = Event { ends_on: event.ends_on + Duration::days(1), ..event.clone() };
                rendezvous::store::events::update(db, &two, app.app.clock.now())
            })
            .unwrap();
        let mut ada = app.visitor();
        ada.open("/e/clusters");
        let button = ada.page.links.iter().find(|(text, _)| text.starts_with("Register for")).unwrap();
        assert!(button.0.contains("10") && button.0.contains("11 March 2027"), "{button:?}");
    });
}

#[test]
fn pages_know_what_day_it_is_and_who_is_signed_in() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters");
        assert!(!ada.page.text.contains("Register for"), "{}", ada.page.text);
        ada.follow("Open my registration");
        assert_eq!(ada.page.path, "/e/clusters/my");
        assert!(ada.page.text.contains("We look forward to seeing you on Wednesday, 10 March 2027"));
        app.pass_until("2027-03-10T07:00:00Z");
        ada.open("/e/clusters/my");
        assert!(ada.page.text.contains("The event begins today."), "{}", ada.page.text);
        let public = app.visitor().open("/e/clusters").text.clone();
        assert!(
            public.contains("Today · 10 March 2027") && public.contains("10 March 2027 · Today"),
            "{public}"
        );
        app.pass_until("2027-03-12T07:00:00Z");
        ada.open("/e/clusters/my");
        assert!(ada.page.text.contains("Cluster Conference is over."), "{}", ada.page.text);
        assert!(!ada.page.text.contains("look forward"), "{}", ada.page.text);
    });
}

#[test]
fn a_confirmation_link_speaks_the_language_of_the_registration_and_leads_on_when_it_is_used() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/confirm/");
        let mut german = app.visitor().reading("de");
        german.open(&link);
        assert_eq!(german.page.lang, "en", "as the mail: {}", german.page.text);
        confirms(&mut ada, app, "ada@example.org");
        german.open(&link);
        assert_eq!((german.page.status, german.page.lang.as_str()), (410, "en"));
        ada.open(&link);
        assert_eq!(ada.page.path, "/e/clusters/my", "used here before");
    });
}

#[test]
fn my_event_says_that_nobody_sees_me_and_what_that_means() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        assert!(!ada.page.text.contains("You are not shown to other participants"), "{}", ada.page.text);
        ada.open("/e/clusters/my/consent");
        ada.untick("Show me to other participants").press("Save");
        ada.open("/e/clusters/my");
        assert!(ada.page.text.contains("You are not shown to other participants."), "{}", ada.page.text);
        ada.follow("Change what others see");
        assert_eq!(ada.page.path, "/e/clusters/my/consent");
    });
}
