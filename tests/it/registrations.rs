//! The way from the event's page to a place at the event.

use rendezvous::domain::event::EventState;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, confirms, participant, signs_up};

#[test]
fn a_visitor_registers_in_steps_and_confirms_by_mail() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters");
        assert!(ada.page.text.contains("Cluster Conference"), "{}", ada.page.text);
        ada.follow("Register for 10 March 2027");
        assert_eq!(ada.page.path, "/e/clusters/register/profile");
        assert!(ada.page.text.contains("Step 1 of 4"), "{}", ada.page.text);
        answers_the_profile(&mut ada, "Ada Lovelace", "ada@example.org");
        ada.press("Continue");
        assert_eq!(ada.page.path, "/e/clusters/register/topics");
        ada.tick_in("Batteries", "I offer");
        ada.press("Continue");
        assert_eq!(ada.page.path, "/e/clusters/register/availability");
        assert_eq!(ada.page.field("Most meetings you want").value, "4", "as many as there are slots");
        ada.tick("Opening").press("Continue");
        assert_eq!(ada.page.path, "/e/clusters/register/check");
        for told in
            ["Ada Lovelace", "ada@example.org", "Analytical Engines", "Lyon, France", "Batteries", "Opening"]
        {
            assert!(ada.page.text.contains(told), "{told} is missing: {}", ada.page.text);
        }
        ada.press("Register for 10 March 2027");
        assert_eq!(ada.page.path, "/e/clusters/register/sent");
        assert!(ada.page.text.contains("ada@example.org"), "{}", ada.page.text);

        confirms(&mut ada, app, "ada@example.org");
        assert!(ada.page.path.starts_with("/e/clusters/my"), "{}", ada.page.path);
        assert!(ada.page.text.contains("Registered We look forward"), "{}", ada.page.text);
        let mails = app.mails_to("ada@example.org");
        assert_eq!(mails.len(), 2, "one to confirm, one that says registered: {mails:#?}");
    });
}

#[test]
fn a_wrong_answer_shows_the_page_again_with_a_summary_and_every_value() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        ada.fill("Name", "Ada Lovelace")
            .fill("E-mail address", "ada at example")
            .fill("City", "Lyon")
            .tick("German");
        ada.press("Continue");
        let page = &ada.page;
        assert_eq!(page.status, 422);
        assert!(page.title.starts_with("Error: Who you are"), "{}", page.title);
        assert_eq!(page.field("Name").value, "Ada Lovelace");
        assert_eq!(page.field("E-mail address").value, "ada at example");
        assert_eq!(page.field("City").value, "Lyon");
        assert_eq!(page.field("German").kind, crate::support::page::Kind::Tick(true));
        assert_eq!(page.field("Name").autocomplete, "name");
        assert_eq!(page.field("E-mail address").autocomplete, "email");
        let told: Vec<&str> = page.summary.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(
            told,
            [
                "Enter an e-mail address like name@example.org.",
                "Enter the name of your organisation.",
                "Choose the kind of your organisation.",
                "Choose your country.",
                "Choose as what you take part.",
            ]
        );
        for (text, href) in &page.summary {
            let id = href.strip_prefix('#').unwrap();
            assert!(page.ids.iter().any(|known| known == id), "{href} leads nowhere");
            let at = format!("{}-error", id.strip_prefix("field-").unwrap());
            let message = page.messages.iter().find(|(known, _)| *known == at).unwrap();
            assert_eq!(&message.1, text);
        }
        let email = page.field("E-mail address");
        assert!(email.invalid && email.described_by.contains("email-error"), "{email:?}");
    });
}

#[test]
fn what_was_typed_is_there_again_after_back_reload_and_a_change_of_language() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada Lovelace", "ada@example.org");
        ada.press("Continue");
        ada.tick_in("Hydrogen", "I seek").press("Continue");
        ada.open("/e/clusters/register/profile");
        assert_eq!(ada.page.field("Name").value, "Ada Lovelace");
        ada.open("/e/clusters/register/topics");
        ada.switch_language("Deutsch");
        assert_eq!(ada.page.lang, "de");
        let seek = ada
            .page
            .forms
            .iter()
            .flat_map(|form| &form.fields)
            .find(|field| field.group == "Hydrogen" && field.label == "Ich suche");
        assert_eq!(seek.unwrap().kind, crate::support::page::Kind::Tick(true));
        ada.open("/e/clusters/register");
        assert_eq!(ada.page.path, "/e/clusters/register/availability", "where she left off");
        assert_eq!(ada.page.lang, "de", "the choice is kept");
    });
}

#[test]
fn a_step_cannot_be_skipped() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        assert_eq!(ada.open("/e/clusters/register/check").path, "/e/clusters/register/profile");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        ada.press("Continue");
        assert_eq!(ada.open("/e/clusters/register/check").path, "/e/clusters/register/topics");
        assert_eq!(ada.open("/e/clusters/register/nothing").status, 404);
    });
}

#[test]
fn nobody_has_to_agree_to_what_rests_on_their_registration() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        ada.press("Continue");
        ada.press("Continue");
        ada.press("Continue");
        assert!(ada.page.text.contains("How your answers are used"), "{}", ada.page.text);
        assert!(!ada.page.text.contains("I agree"), "{}", ada.page.text);
        assert_eq!(ada.page.link("Data protection"), "/e/clusters/privacy");
        ada.press("Register for 10 March 2027");
        assert_eq!(ada.page.path, "/e/clusters/register/sent");
    });
}

#[test]
fn a_form_that_is_sent_twice_makes_one_registration_and_one_mail() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let again = ada.open("/e/clusters/register/check");
        assert_eq!(again.path, "/e/clusters/register/sent");
        assert_eq!(app.mails_to("ada@example.org").len(), 1);
        let mut other = app.visitor();
        signs_up(&mut other, "clusters", "Ada", "ada@example.org");
        assert!(other.page.text.contains("ada@example.org"), "the same answer whoever asks");
        assert_eq!(app.mails_to("ada@example.org").len(), 1, "not again within a minute");
        let stored = app
            .app
            .store
            .read(|db| {
                let codes = rendezvous::domain::registration::RegistrationState::CODES;
                rendezvous::store::participants::list_in_states(db, &event.id, &codes)
            })
            .unwrap();
        assert_eq!(stored.len(), 1);
    });
}

#[test]
fn another_person_registers_in_the_same_browser() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        ada.follow("Register another person");
        assert_eq!(ada.page.field("Name").value, "");
        signs_up(&mut ada, "clusters", "Grace", "grace@example.org");
        assert_eq!(app.mails_to("grace@example.org").len(), 1);
    });
}

#[test]
fn whoever_fills_in_the_hidden_field_is_asked_and_loses_nothing() {
    on_each_database(|app| {
        an_event(app).make();
        let mut robot = app.visitor();
        robot.open("/e/clusters/register");
        answers_the_profile(&mut robot, "Robot", "robot@example.org");
        robot.press("Continue");
        robot.press("Continue");
        robot.press("Continue");
        robot.fill_named("leave_empty", "https://spam.example");
        robot.press("Register for 10 March 2027");
        assert_eq!(robot.page.status, 422, "{}", robot.page.text);
        assert!(robot.page.text.contains("A field that nobody sees was filled in"), "{}", robot.page.text);
        assert!(app.mails_to("robot@example.org").is_empty());
        robot.tick("I am a person").press("Register for 10 March 2027");
        assert_eq!(robot.page.path, "/e/clusters/register/sent");
        assert_eq!(app.mails_to("robot@example.org").len(), 1, "it was a browser after all");
    });
}

#[test]
fn a_full_event_says_so_first_and_puts_people_on_the_waiting_list_in_order() {
    on_each_database(|app| {
        an_event(app).with_seats(1).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = app.visitor();
        assert!(grace.open("/e/clusters").text.contains("All seats are taken"));
        grace.follow("Join the waiting list");
        assert!(grace.page.text.contains("All seats are taken"), "before anything is typed");
        signs_up(&mut grace, "clusters", "Grace", "grace@example.org");
        confirms(&mut grace, app, "grace@example.org");
        assert!(grace.page.text.contains("You are the first on the waiting list"), "{}", grace.page.text);
        let hedy = participant(app, "clusters", "Hedy", "hedy@example.org");
        assert!(hedy.page.text.contains("You are number 2 on the waiting list"), "{}", hedy.page.text);
    });
}

#[test]
fn who_cancels_frees_the_seat_for_the_first_who_waits() {
    on_each_database(|app| {
        an_event(app).with_seats(1).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        ada.open("/e/clusters/my/cancel");
        assert!(ada.page.text.contains("Your seat goes to the next person"), "{}", ada.page.text);
        ada.press("Cancel my registration");
        assert!(ada.page.text.contains("You are no longer registered"), "{}", ada.page.text);
        assert!(grace.open("/e/clusters/my").text.contains("We look forward"), "{}", grace.page.text);
        let mails = app.mails_to("grace@example.org");
        assert!(mails.iter().any(|mail| mail.subject.contains("A seat is free")), "{mails:#?}");
    });
}

#[test]
fn with_approval_nobody_is_registered_before_an_organiser_says_so() {
    on_each_database(|app| {
        an_event(app).with_approval().make();
        let ada = participant(app, "clusters", "Ada", "ada@example.org");
        assert!(ada.page.text.contains("Waiting for approval"), "{}", ada.page.text);
        assert!(ada.page.text.contains("European Cluster Office looks at your registration"));
    });
}

#[test]
fn a_draft_is_seen_by_nobody_and_a_closed_event_takes_nobody() {
    on_each_database(|app| {
        an_event(app).at("secret").in_state(EventState::Draft).make();
        an_event(app).at("closed").in_state(EventState::Closed).make();
        let mut ada = app.visitor();
        for path in ["/e/secret", "/e/secret/register/profile", "/e/secret/link", "/e/secret/accent.css"] {
            assert_eq!(ada.open(path).status, 404, "{path}");
        }
        assert!(!ada.open("/").html.contains("/e/secret"));
        assert!(ada.open("/e/closed").text.contains("Registration for this event is closed"));
        let page = ada.open("/e/closed/register/profile");
        assert_eq!(page.status, 409);
        assert!(page.forms.is_empty());
    });
}

#[test]
fn an_event_that_is_over_takes_nobody() {
    on_each_database(|app| {
        an_event(app).make();
        app.pass(chrono::Duration::days(200));
        let mut ada = app.visitor();
        assert!(ada.open("/e/clusters").text.contains("This event is over"));
        assert_eq!(ada.open("/e/clusters/register/profile").status, 409);
    });
}
