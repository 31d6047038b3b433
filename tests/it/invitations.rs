//! People of a list are asked whether they come: they accept, decline, are reminded once, or never answer. Nobody is told that
//! they are registered who never said so.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::participant::Participant;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::services::registrations::invitations;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::page::Page;
use crate::support::visitor::Visitor;

const IMPORT: &str = "/organiser/events/clusters/import";
const LIST: &str = "Name;Email;Organisation;Country;City;Offers\n\
    Ada Accepts;ada@example.org;Engines Ltd;FR;Lyon;Batteries\n\
    Dan Declines;dan@example.org;Dams GmbH;DE;Köln;\n\
    Sue Silent;sue@example.org;Silence SA;FR;Nice;\n";

fn office(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    let owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
    (event, owner)
}

/// Imports a list of people who are to be asked until a day.
fn invites(owner: &mut Visitor, list: &str, until: &str, button: &str) -> Page {
    owner.open(IMPORT);
    owner.press_with_file("Show what would change", "file", "list.csv", list);
    owner.tick("is invited by email, and accepts or declines").fill("Invited: answer by", until);
    owner.press(button).clone()
}

fn person(app: &TestApp, event: &Event, name: &str) -> Participant {
    let everyone =
        |db: &mut store::Db| store::participants::list_in_states(db, &event.id, &RegistrationState::CODES);
    let mut found = app.app.store.read(everyone).unwrap();
    found.retain(|one| one.profile.person.name == name);
    assert_eq!(found.len(), 1, "{name} is there once");
    found.remove(0)
}

fn state(app: &TestApp, event: &Event, name: &str) -> RegistrationState {
    let id = person(app, event, name).id;
    app.app.store.read(|db| store::registrations::get(db, &id)).unwrap().state
}

fn seats(app: &TestApp, event: &Event) -> u32 {
    app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken
}

/// Somebody who has opened the page of their invitation by the link of the mail.
fn opens_invitation(app: &TestApp, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open(&app.mailed_path(email, "/my/"));
    assert!(visitor.page.path.ends_with("/my/invitation"), "{}", visitor.page.path);
    visitor
}

#[test]
fn whoever_is_invited_answers_by_one_button_and_is_nowhere_before() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let done = invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        assert!(done.text.contains("3 people are invited"), "{}", done.text);
        assert_eq!((state(app, &event, "Ada Accepts"), seats(app, &event)), (RegistrationState::Invited, 0));
        let mails = app.mails_to("ada@example.org");
        assert_eq!(mails.len(), 1);
        let text = &mails[0].text;
        for told in ["Engines Ltd", "Lyon", "Batteries", "10 December 2026", "You are not registered yet"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert!(!text.contains("was registered"), "{text}");

        let mut ada = opens_invitation(app, "ada@example.org");
        assert!(ada.page.text.contains("Lyon") && ada.page.text.contains("10 December 2026"));
        let ticked = format!("{:?}", ada.page.field("Show me to other participants").kind);
        assert!(!ticked.contains("true"), "nothing is ticked in advance: {ticked}");
        assert_eq!(
            state(app, &event, "Ada Accepts"),
            RegistrationState::Invited,
            "opening it changes nothing"
        );
        assert!(ada.open("/e/clusters/my").path.ends_with("/my/invitation"), "there is no other page yet");
        ada.tick("Show me to other participants").tick("My name");
        ada.press("Accept the invitation");
        assert!(ada.page.text.contains("You have accepted."), "{}", ada.page.text);
        assert_eq!(
            (state(app, &event, "Ada Accepts"), seats(app, &event)),
            (RegistrationState::Registered, 1)
        );
        assert!(person(app, &event, "Ada Accepts").profile.listed);
        let mails = app.mails_to("ada@example.org");
        assert_eq!(mails.len(), 2);
        assert!(mails[1].subject.starts_with("You are registered"), "{}", mails[1].subject);
        let calendars: Vec<&str> = mails[1].attachments.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(calendars, ["event.ics"]);
        ada.open("/e/clusters/my/profile");
        ada.fill("City", "Paris").tick("Company").press("Save");
        assert_eq!(ada.page.status, 200, "{}", ada.page.text);

        let mut dan = opens_invitation(app, "dan@example.org");
        dan.press("Decline the invitation");
        assert!(dan.page.text.contains("If you change your mind"), "{}", dan.page.text);
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Declined);
        let list = owner.open("/organiser/events/clusters/participants?state=declined");
        assert!(list.text.contains("Dan Declines") && !list.text.contains("Ada Accepts"), "{}", list.text);
        assert!(owner.open("/organiser/events/clusters").text.contains("invited and not answered yet"));
        dan.press("Accept the invitation");
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Registered, "a change of mind");
    });
}

#[test]
fn the_silent_are_reminded_once_and_their_invitation_ends() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        opens_invitation(app, "dan@example.org").press("Decline the invitation");
        app.pass_until("2026-12-07T07:00:00Z");
        assert_eq!(invitations::remind_due(&app.app).unwrap(), 0, "it is not nine in Brussels yet");
        app.pass_until("2026-12-07T08:30:00Z");
        for _ in 0..3 {
            invitations::remind_due(&app.app).unwrap();
            app.pass(Duration::hours(5));
        }
        let subjects = |email: &str| {
            let mails = app.mails_to(email);
            mails.iter().map(|mail| mail.subject.clone()).collect::<Vec<_>>()
        };
        assert_eq!(subjects("sue@example.org").len(), 2, "the invitation and one reminder");
        assert!(subjects("sue@example.org")[1].starts_with("Please answer by"));
        assert_eq!(subjects("dan@example.org").len(), 1, "who has answered is left alone");
        invitations::end_unanswered(&app.app).unwrap();
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Invited);
        let mut sue = opens_invitation(app, "sue@example.org");
        let late = sue.page.clone();
        app.pass_until("2026-12-10T23:30:00Z");
        sue.page = late;
        sue.press("Accept the invitation");
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Invited, "it is too late");
        assert!(sue.page.text.contains("could be answered until"), "{}", sue.page.text);
        invitations::end_unanswered(&app.app).unwrap();
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Unanswered);
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Declined);
        let page = sue.open("/e/clusters/my/invitation");
        assert!(page.text.contains("could be answered until"), "{}", page.text);
        // The office may ask once more.
        let mut owner = with_role(app, "otto@example.org", &event.id, Role::Owner);
        let done = invites(&mut owner, LIST, "2027-01-10", "Import all 2 rows");
        assert!(done.text.contains("2 people are invited"), "{}", done.text);
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Invited);
        assert_eq!(
            state(app, &event, "Dan Declines"),
            RegistrationState::Declined,
            "who said no is not asked"
        );
    });
}

#[test]
fn an_invited_row_stays_invited_and_a_form_with_its_address_sends_the_invitation_once_more() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        owner.open(IMPORT);
        owner.press_with_file("Show what would change", "file", "list.csv", LIST.replace("Nice", "Cannes"));
        owner.press("Import the row");
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Invited, "{}", owner.page.text);
        assert_eq!(app.mails_to("sue@example.org").len(), 1);

        // Whoever types the address changes nothing of what is stored.
        app.pass(Duration::minutes(5));
        signs_up(&mut app.visitor(), "clusters", "Somebody Else", "sue@example.org");
        let sue = person(app, &event, "Sue Silent").profile;
        assert_eq!((sue.person.organisation.as_str(), sue.listed), ("Silence SA", false));
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Invited);
        let mails = app.mails_to("sue@example.org");
        assert_eq!(mails.len(), 2);
        assert!(mails[1].text.contains("Silence SA") && !mails[1].text.contains("Analytical"), "{mails:?}");
        let mut sue = opens_invitation(app, "sue@example.org");
        sue.press("Accept the invitation");
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Registered);
        app.pass_until("2026-12-08T12:00:00Z");
        invitations::remind_due(&app.app).unwrap();
        let reminders = app.mails_to("sue@example.org");
        assert!(!reminders.iter().any(|mail| mail.subject.starts_with("Please answer by")));
    });
}

#[test]
fn nobody_is_invited_without_an_address_or_until_a_day_that_is_over() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let list = format!("{LIST}Nora Noaddress;;Nothing Ltd;FR;Lyon;\n");
        let page = invites(&mut owner, &list, "2026-11-01", "Check again with these settings");
        assert!(page.text.contains("This row has no email address"), "{}", page.text);
        let page = owner.press("Import the 3 good rows only").clone();
        assert_eq!(page.status, 422);
        assert!(page.text.contains("Choose a day that is not over"), "{}", page.text);
        owner.fill("Invited: answer by", "2027-03-11");
        assert!(owner.press("Import the 3 good rows only").text.contains("before the event is over"));
        owner.fill("Invited: answer by", "2027-03-10").press("Import the 3 good rows only");
        assert_eq!(state(app, &event, "Ada Accepts"), RegistrationState::Invited, "{}", owner.page.text);
    });
}

#[test]
fn an_invitation_is_withdrawn_without_a_mail_and_a_wrong_address_is_corrected() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        let dan = person(app, &event, "Dan Declines").id;
        let mut invited = opens_invitation(app, "dan@example.org");
        owner.open(&format!("/organiser/events/clusters/participants/decide?decision=cancel&id={dan}"));
        owner.press("Cancel the registration");
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Cancelled, "{}", owner.page.text);
        assert_eq!(app.mails_to("dan@example.org").len(), 1, "there is no registration to tell of");
        let page = invited.open("/e/clusters/my");
        assert!(page.text.contains("has withdrawn this invitation"), "{}", page.text);
        // Nobody opens it again by sending a form with that address.
        signs_up(&mut app.visitor(), "clusters", "Dan Declines", "dan@example.org");
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Cancelled);
        let page = invited.open("/e/clusters/my/invitation");
        assert!(!page.text.contains("Accept the invitation"), "{}", page.text);
        app.pass_until("2026-12-07T08:30:00Z");
        app.deletes_the_unconfirmed();
        invitations::remind_due(&app.app).unwrap();
        assert_ne!(state(app, &event, "Dan Declines"), RegistrationState::Invited);
        let mails = app.mails_to("dan@example.org");
        assert!(!mails.iter().any(|mail| mail.subject.starts_with("Please answer by")), "{mails:?}");
        let mut owner = with_role(app, "otto@example.org", &event.id, Role::Owner);

        let sue = person(app, &event, "Sue Silent").id;
        let mut wrong = opens_invitation(app, "sue@example.org");
        owner.open(&format!("/organiser/events/clusters/participants/{sue}/address"));
        owner.fill("E-mail address", "susan@example.org");
        owner.press("Save and send a link");
        assert_ne!(wrong.open("/e/clusters/my/invitation").status, 200, "a link of the wrong address");
        let mut right = opens_invitation(app, "susan@example.org");
        right.press("Accept the invitation");
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Registered);
    });
}

#[test]
fn whoever_is_registered_from_a_list_is_told_who_did_it_with_the_event_for_their_calendar() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        participant(app, "clusters", "Paula Present", "paula@example.org");
        owner.open(IMPORT);
        owner.press_with_file("Show what would change", "file", "list.csv", LIST);
        owner.tick("Mail new participants that they are registered").press("Import all 3 rows");
        assert_eq!(state(app, &event, "Ada Accepts"), RegistrationState::Registered);
        let mails = app.mails_to("ada@example.org");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("has registered you for"), "{}", mails[0].text);
        assert_eq!(mails[0].attachments.len(), 1);
    });
}

#[test]
fn whoever_said_no_has_said_so_whoever_types_their_address() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        let mut dan = opens_invitation(app, "dan@example.org");
        dan.press("Decline the invitation");
        app.pass(Duration::minutes(5));
        signs_up(&mut app.visitor(), "clusters", "Somebody Else", "dan@example.org");
        assert_eq!(
            state(app, &event, "Dan Declines"),
            RegistrationState::Declined,
            "it can still be accepted"
        );
        assert_eq!(app.mails_to("dan@example.org").len(), 2, "the invitation once more");
        app.pass_until("2026-12-11T12:00:00Z");
        signs_up(&mut app.visitor(), "clusters", "Dan Declines", "dan@example.org");
        assert_eq!(
            state(app, &event, "Dan Declines"),
            RegistrationState::Declined,
            "nobody has proved anything"
        );
        app.pass(Duration::hours(25));
        app.deletes_the_unconfirmed();
        assert_eq!(state(app, &event, "Dan Declines"), RegistrationState::Declined);
    });
}

#[test]
fn an_invitation_is_answered_by_a_merger_with_an_entry_that_comes() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        invites(&mut owner, LIST, "2026-12-10", "Import all 3 rows");
        participant(app, "clusters", "S. Silent", "s.silent@example.org");
        let (sue, other) = (person(app, &event, "Sue Silent").id, person(app, &event, "S. Silent").id);
        owner.open(&format!("/organiser/events/clusters/participants/{sue}/merge?with={other}"));
        owner.tick("Name: Sue Silent").press("Merge both");
        assert_eq!(state(app, &event, "Sue Silent"), RegistrationState::Registered, "{}", owner.page.text);
        let kept = app.app.store.read(|db| store::invitations::find(db, &sue)).unwrap().unwrap();
        assert!(kept.answered_at.is_some() && kept.remind_at.is_none(), "{kept:?}");
    });
}

#[test]
fn a_list_takes_no_seat_that_somebody_who_waits_is_about_to_get() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        let mut owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
        participant(app, "clusters", "Paula Present", "paula@example.org");
        participant(app, "clusters", "Will Waits", "will@example.org");
        assert!(matches!(state(app, &event, "Will Waits"), RegistrationState::WaitingList(_)));
        // A seat more, which nobody has given to Will yet.
        let grown = |db: &mut store::Db| {
            let event = store::events::get(db, &event.id)?;
            let now = app.app.clock.now();
            store::events::update(db, &Event { capacity: Some(2), ..event }, now)
        };
        app.app.store.write(grown).unwrap();
        owner.open(IMPORT);
        owner.press_with_file("Show what would change", "file", "list.csv", LIST);
        owner.press("Import all 3 rows");
        for name in ["Ada Accepts", "Dan Declines", "Sue Silent"] {
            assert!(matches!(state(app, &event, name), RegistrationState::WaitingList(_)), "{name}");
        }
        app.app
            .store
            .read(|db| store::events::get(db, &event.id))
            .map(|one| assert_eq!(one.seats_taken, 1))
            .unwrap();
    });
}
