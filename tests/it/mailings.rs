//! Mailings: from a draft to the mailbox in three languages, once to each, and stopped, paused or called off on the way.

use chrono::Duration;
use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, EventState};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::mailing::{Mailing, MailingState};
use rendezvous::domain::participant::Participant;
use rendezvous::domain::registration::{Registration, RegistrationState};
use rendezvous::domain::text::Email;
use rendezvous::mail::reading::{self, OpenedMail};
use rendezvous::services::{mailings, outbox};
use rendezvous::store;
use rendezvous::store::outbox::OutboxFilter;

use crate::support::app::{TestApp, on_each_database, on_two_servers, with_mail_server};
use crate::support::build::{an_event, meet};
use crate::support::journeys::participant;
use crate::support::lying_server::LyingServer;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters/mailings";
const ADA: &str = "ada@example.org";
const GRACE: &str = "grace@example.org";
const EMMY: &str = "emmy@example.org";

/// Sends what is due, from the mailing to the wire.
pub fn send_all(app: &App) {
    let made = || mailings::send_due(app).unwrap();
    let delivered = || outbox::deliver_due(app).unwrap().count();
    while made() > 0 || delivered() > 0 {}
}

/// The newest mailing.
pub fn newest(app: &TestApp, event: &Event) -> Mailing {
    app.app.store.read(|db| store::mailings::list(db, &event.id, 1, 0)).unwrap().remove(0)
}

/// An event with Ada, whose organiser has written to her and looks at the preview.
fn olga_has_written(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    participant(app, "clusters", "Ada", ADA);
    let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
    olga.open(&format!("{OFFICE}/new"));
    writes(&mut olga, "Hello", "Dear {name}");
    (event, olga)
}

/// Writes a mailing in English to whoever the open form means, and looks at it.
pub fn writes(visitor: &mut Visitor, subject: &str, text: &str) {
    visitor.fill_named("subject_en", subject).fill_named("text_en", text).press("Preview and send");
    assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
}

/// Sends the mailing that is open at once.
pub fn sends(visitor: &mut Visitor, button: &str) {
    visitor.tick("Now").press(button);
    assert!(visitor.page.text.contains("It is on its way"), "{}", visitor.page.text);
}

fn reads(app: &TestApp, event: &Event, email: &str, lang: Lang) {
    let email = Email::parse(email).unwrap();
    app.app
        .store
        .write(|db| {
            let mut known = store::participants::find_by_email(db, &event.id, &email)?.unwrap();
            known.profile.lang = lang;
            store::participants::update(db, &known)
        })
        .unwrap();
}

/// So many registered people, beside those who are there.
fn crowd(app: &TestApp, event: &Event, like: &str, count: usize) {
    let now = app.app.clock.now();
    let like = Email::parse(like).unwrap();
    app.app
        .store
        .write(|db| {
            let known = store::participants::find_by_email(db, &event.id, &like)?.unwrap();
            let mut people = Vec::new();
            let mut registrations = Vec::new();
            for n in 0..count {
                let mut one = Participant { id: app.app.random.id(now), ..known.clone() };
                one.profile.person.name = format!("Person {n}");
                one.profile.person.email = Some(Email::parse(&format!("person-{n}@example.org")).unwrap());
                registrations.push(Registration {
                    participant: one.id.clone(),
                    event: event.id.clone(),
                    code: app.app.random.code(),
                    state: RegistrationState::Registered,
                    created_at: now,
                    changed_at: now,
                });
                people.push(one);
            }
            store::participants::insert_many(db, &people.iter().collect::<Vec<_>>())?;
            store::registrations::insert_many(db, &registrations)
        })
        .unwrap();
}

fn arrived(mails: &LyingServer, to: &str) -> Vec<OpenedMail> {
    let own = mails.arrivals().into_iter().filter(|mail| mail.recipient == to);
    own.map(|mail| reading::open(&mail.text).unwrap()).collect()
}

#[test]
fn a_mailing_reaches_everybody_in_their_language_with_their_own_facts() {
    with_mail_server(|app, mails| {
        let event = an_event(app).in_three_languages().make();
        for (name, email) in [("Ada", ADA), ("Grace", GRACE), ("Emmy", EMMY)] {
            let mut visitor = app.visitor();
            crate::support::journeys::signs_up(&mut visitor, "clusters", name, email);
            send_all(&app.app);
            let text = arrived(mails, email).pop().unwrap().text;
            let (_, link) = text.split_once("/confirm/").unwrap();
            visitor.open(&format!("/confirm/{}", link.split_whitespace().next().unwrap()));
            visitor.press("Confirm my registration");
        }
        reads(app, &event, GRACE, Lang::De);
        reads(app, &event, EMMY, Lang::Fr);
        meet(app, &event, "Ada", "Grace");
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open(OFFICE);
        olga.follow("Write a mailing");
        assert!(olga.page.text.contains("3 people get it, of 3 people who fit."), "{}", olga.page.text);
        olga.fill_named("subject_en", "How to reach us, {name}")
            .fill_named(
                "text_en",
                "Dear {name} of {organisation},\n\nmeetings: {meetings}; {event}, {dates}, {place}.\nPlan: https://plan.example/map.\n\n<b>{organiser}</b> & {reference}",
            )
            .fill_named("subject_de", "So kommen Sie zu uns")
            .fill_named("text_de", "Guten Tag {name},\n\nIhr Link: {my_event}");
        olga.press("Preview and send");
        // Who reads French gets the text in the event's first language.
        for said in [
            "It goes to 3 people in 2 languages.",
            "English: 2 people",
            "Deutsch: one person",
            "So kommen Sie zu uns",
            " of Analytical Engines,",
        ] {
            assert!(olga.page.text.contains(said), "{said}: {}", olga.page.text);
        }
        let frame = olga.page.html.split("class=\"mail letter\" src=\"").nth(1).unwrap();
        let frame = frame.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let letter = olga.get(&frame);
        assert_eq!(letter.status, 200, "{frame}");
        assert!(
            letter.html.contains("&#60;b&#62;European Cluster Office&#60;/b&#62; &#38;"),
            "{}",
            letter.html
        );
        olga.press("Send me a test");
        assert!(olga.page.text.contains("The test is on its way to you"), "{}", olga.page.text);
        send_all(&app.app);
        let tests = arrived(mails, "olga@example.org");
        let mut subjects: Vec<&str> = tests.iter().map(|mail| mail.subject.as_str()).collect();
        subjects.sort_unstable();
        assert!(subjects[0].starts_with("Test: How to reach us, "), "{subjects:?}");
        assert_eq!(subjects[1..], ["Test: So kommen Sie zu uns"]);
        assert!(tests.iter().all(|mail| !mail.html.contains("/my/")), "a test opens nobody's pages");

        sends(&mut olga, "Send 3 emails");
        send_all(&app.app);
        let ada = arrived(mails, ADA).pop().unwrap();
        assert_eq!(ada.subject, "How to reach us, Ada");
        for said in [
            "Dear Ada of Analytical Engines,",
            "meetings: 1; Cluster Conference, 10 March 2027, Brussels.",
            "No more mailings of this event",
        ] {
            assert!(ada.text.contains(said), "{said}: {}", ada.text);
        }
        assert!(ada.html.contains("href=\"https://plan.example/map\""), "{}", ada.html);
        assert!(ada.text.contains(&format!("{}/my/", app.app.config.base_url.as_str())), "{}", ada.text);
        let grace = arrived(mails, GRACE).pop().unwrap();
        assert_eq!(grace.subject, "So kommen Sie zu uns");
        assert!(
            grace.text.contains("Guten Tag Grace,") && grace.html.contains("lang=\"de\""),
            "{}",
            grace.text
        );
        let emmy = arrived(mails, EMMY).pop().unwrap();
        assert_eq!(emmy.subject, "How to reach us, Emmy");
        let link = grace.text.split("/my/").nth(1).unwrap().split_whitespace().next().unwrap().to_string();
        let mut reader = app.visitor();
        reader.open(&format!("/my/{link}"));
        assert_eq!(reader.page.status, 200);

        send_all(&app.app);
        for to in [ADA, GRACE, EMMY] {
            let own = mails.arrivals().into_iter().filter(|mail| mail.recipient == to);
            let of_mailing = own.filter(|mail| mail.text.contains("mailings."));
            assert_eq!(of_mailing.count(), 1, "{to} gets it once");
        }
        olga.open(&format!("{OFFICE}/{}", newest(app, &event).id));
        assert!(olga.page.text.contains("Sent") && olga.page.text.contains("3 sent."), "{}", olga.page.text);
        assert_eq!(newest(app, &event).state, MailingState::Sent);
        // The person's page says so, and the log does without an address.
        let id = crate::support::build::id_of(app, &event, "Ada");
        olga.open(&format!("/organiser/events/clusters/participants/{id}"));
        assert!(olga.page.text.contains("How to reach us, Ada"), "{}", olga.page.text);
        let log = app.app.store.read(|db| store::log::list(db, &event.id, None, 300)).unwrap();
        let actions = log.iter().map(|entry| entry.action.as_str());
        let mut told: Vec<&str> = actions.filter(|action| action.starts_with("mailing.")).collect();
        told.sort_unstable();
        let done = ["begun", "scheduled", "sent", "tested", "written"].map(|one| format!("mailing.{one}"));
        assert_eq!(told, done);
        let details = log.iter().filter(|entry| entry.action.starts_with("mailing."));
        assert!(details.into_iter().all(|entry| !entry.detail.contains('@')));
    });
}

#[test]
fn what_cannot_be_filled_in_is_named_with_what_can() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open(&format!("{OFFICE}/new"));
        for (field, typed, told) in [
            ("text_en", "Dear {first name}", "“{first name}” is no fact that can be filled in"),
            ("text_en", "Dear {name", "“{name” is no fact"),
            ("text_en", "Dear name}", "“}” is no fact"),
            ("subject_en", "Your link {my_event}", "“{my_event}” cannot stand in a subject"),
        ] {
            olga.fill_named("subject_en", "Hello").fill_named("text_en", "Hello").fill_named(field, typed);
            olga.press("Save and count");
            assert_eq!(olga.page.status, 422);
            assert!(olga.page.text.contains(told), "{told}: {}", olga.page.text);
        }
        olga.fill_named("subject_en", "Hello").fill_named("text_en", "Dear {nom}").press("Save and count");
        assert!(olga.page.text.contains("{name} {organisation} {reference}"), "{}", olga.page.text);
        // Nothing half is sent.
        olga.fill_named("text_en", "").press("Preview and send");
        assert!(olga.page.text.contains("Enter the text in English"), "{}", olga.page.text);
        olga.fill_named("subject_en", "").press("Preview and send");
        assert!(olga.page.text.contains("Enter a subject and a text in at least one language"));
        assert_eq!(app.app.store.read(|db| store::mailings::count(db, &event.id)).unwrap(), 0);
    });
}

#[test]
fn if_others_fit_than_the_page_counted_nothing_goes_until_it_is_asked_again() {
    on_each_database(|app| {
        let (event, mut olga) = olga_has_written(app);
        participant(app, "clusters", "Grace", GRACE);
        olga.tick("Now").press("Send one email");
        assert!(olga.page.text.contains("Other people fit now than this page showed"), "{}", olga.page.text);
        assert_eq!(newest(app, &event).state, MailingState::Draft);
        send_all(&app.app);
        assert!(app.mails_to(ADA).iter().all(|mail| mail.subject != "Hello"));
        sends(&mut olga, "Send 2 emails");
        send_all(&app.app);
        for to in [ADA, GRACE] {
            assert_eq!(app.mails_to(to).iter().filter(|mail| mail.subject == "Hello").count(), 1, "{to}");
        }
    });
}

/// A mailing to Ada and 250 others that has begun: 150 of its mails are in the outbox.
fn begun(app: &TestApp) -> (Event, Visitor, String) {
    let event = an_event(app).make();
    participant(app, "clusters", "Ada", ADA);
    crowd(app, &event, ADA, 250);
    app.sent();
    let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
    olga.open(&format!("{OFFICE}/new"));
    writes(&mut olga, "Hello", "Dear {name}");
    sends(&mut olga, "Send 251 emails");
    assert_eq!(mailings::send_due(&app.app).unwrap(), 150);
    let page = format!("{OFFICE}/{}", newest(app, &event).id);
    (event, olga, page)
}

/// Who got it, by the To of the mails that left.
fn got(app: &TestApp) -> Vec<String> {
    let mails = app.sent().into_iter().map(|mime| reading::open(&mime).unwrap());
    let mut got: Vec<String> = mails.filter(|mail| mail.subject == "Hello").map(|mail| mail.to).collect();
    got.sort();
    got
}

#[test]
fn a_mailing_is_paused_goes_on_and_is_stopped_half_way() {
    on_each_database(|app| {
        let (event, mut olga, page) = begun(app);
        olga.open(&page);
        assert!(olga.page.text.contains("0 sent, 251 wait."), "{}", olga.page.text);
        olga.press("Pause");
        assert!(olga.page.text.contains("Paused: 0 sent, 251 wait until you continue"), "{}", olga.page.text);
        assert_eq!(got(app).len(), 0, "what is paused does not go");
        assert_eq!(mailings::send_due(&app.app).unwrap(), 0);
        olga.press("Continue");
        assert_eq!(got(app).len(), 150);
        assert_eq!(mailings::send_due(&app.app).unwrap(), 101);
        olga.open(&page);
        assert!(olga.page.text.contains("150 sent, 101 wait."), "{}", olga.page.text);
        olga.press("Stop: 101 emails are never sent");
        assert!(olga.page.text.contains("Stopped: 150 sent. The others get nothing."), "{}", olga.page.text);
        send_all(&app.app);
        assert_eq!(got(app).len(), 150, "what is stopped never goes");
        assert_eq!(newest(app, &event).state, MailingState::Stopped);
        olga.open(&page);
        let told: String = olga.page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Sent150") && told.contains("Stopped before they were sent101"), "{told}");
        // A page that is open still has its buttons: they come too late.
        olga.send(&format!("{page}/go-on"), &[]);
        assert_eq!(newest(app, &event).state, MailingState::Stopped);
    });
}

#[test]
fn nobody_gets_a_mailing_twice_whoever_sends_it_and_however_often() {
    let once_each = |app: &TestApp, servers: &[&App]| {
        let (event, _, _) = begun(app);
        std::thread::scope(|scope| {
            for server in servers.iter().chain(servers) {
                scope.spawn(|| {
                    for _ in 0..6 {
                        mailings::send_due(server).unwrap();
                        while outbox::deliver_due(server).unwrap().count() > 0 {}
                    }
                });
            }
        });
        servers.iter().for_each(|server| send_all(server));
        assert_eq!(newest(app, &event).state, MailingState::Sent);
        let of_mailing = app.app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 5_000, 0));
        let mut to: Vec<String> = of_mailing
            .unwrap()
            .into_iter()
            .filter(|mail| mail.kind == MailKind::Mailing)
            .map(|mail| mail.recipient)
            .collect();
        assert_eq!(to.len(), 251);
        to.sort();
        to.dedup();
        assert_eq!(to.len(), 251, "somebody got two");
    };
    on_each_database(|app| once_each(app, &[&app.app]));
    on_two_servers(|one, other| once_each(one, &[&one.app, &other.app]));
}

#[test]
fn a_mailing_goes_at_its_time_to_whoever_fits_then_and_can_be_called_off_before() {
    on_each_database(|app| {
        let (event, mut olga) = olga_has_written(app);
        olga.tick("At another time").fill_named("at", "2026-11-22T12:30").press("Send one email");
        assert!(
            olga.page.text.contains("Choose a time in the future"),
            "half past twelve in Brussels is over"
        );
        olga.tick("At another time").fill_named("at", "2026-11-23T09:00").press("Send one email");
        assert!(olga.page.text.contains("It goes on 23 November 2026"), "{}", olga.page.text);
        participant(app, "clusters", "Grace", GRACE);
        app.pass_until("2026-11-23T07:59:00Z");
        send_all(&app.app);
        assert_eq!(newest(app, &event).state, MailingState::Scheduled);
        app.pass_until("2026-11-23T08:00:00Z");
        send_all(&app.app);
        assert_eq!(got(app).len(), 2, "Grace fits by now");

        let mut olga = with_role(app, "paul@example.org", &event.id, Role::Organiser);
        olga.open(&format!("{OFFICE}/new"));
        writes(&mut olga, "Another", "Dear {name}");
        olga.tick("In 5 minutes").press("Send 2 emails");
        app.pass(Duration::minutes(4));
        send_all(&app.app);
        olga.press("Do not send it");
        assert!(olga.page.text.contains("It is a draft again. Nobody got it."), "{}", olga.page.text);
        app.pass(Duration::minutes(4));
        send_all(&app.app);
        assert!(app.mails_to(ADA).iter().all(|mail| mail.subject != "Another"));
        olga.press("Delete this draft");
        assert_eq!(app.app.store.read(|db| store::mailings::count(db, &event.id)).unwrap(), 1);
    });
}

#[test]
fn in_a_trial_run_only_the_team_gets_it_and_it_is_a_draft_again_when_the_event_opens() {
    on_each_database(|app| {
        let event = an_event(app).in_state(EventState::Draft).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/state");
        olga.press("Try it out");
        olga.fill("Made-up people", "20").press("Make up people");
        olga.open(&format!("{OFFICE}/new"));
        olga.choose("State", "Show all");
        writes(&mut olga, "Hello", "Dear {name}");
        assert!(olga.page.text.contains("only your team gets email"), "{}", olga.page.text);
        let button = olga.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
        let button = button.into_iter().find(|text| text.starts_with("Send ") && text.ends_with("emails"));
        sends(&mut olga, &button.unwrap());
        send_all(&app.app);
        assert_eq!(got(app).len(), 0);
        let mailing = newest(app, &event);
        olga.open(&format!("{OFFICE}/{}", mailing.id));
        assert!(olga.page.text.contains("Kept back: the event is not public"), "{}", olga.page.text);
        olga.open(&format!("/organiser/events/clusters/outbox?mailing={}&state=held", mailing.id));
        assert!(olga.page.text.contains("Hello"), "{}", olga.page.text);
        olga.open("/organiser/events/clusters/state");
        olga.press("Open for registration");
        olga.press("Delete it and open the event");
        assert_eq!(newest(app, &event).state, MailingState::Draft);
    });
}
