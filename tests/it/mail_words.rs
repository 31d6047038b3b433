//! What organisers say of their own in the mails that an event sends by itself.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::EventState;
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::mail_words::kinds;
use rendezvous::services::outbox;
use rendezvous::store;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::{confirms, participant, signs_up};
use crate::support::organisers::with_role;

const OFFICE: &str = "/organiser/events/clusters/mail-words";
const ADA: &str = "ada@example.org";
const GRACE: &str = "grace@example.org";

#[test]
fn own_words_stand_around_what_a_mail_says_anyway_in_the_languages_that_have_some() {
    on_each_database(|app| {
        let event = an_event(app).in_three_languages().make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open(OFFICE);
        olga.follow("Registered");
        olga.fill_named("before_en", "Dear {name} of {organisation},\n\nsee https://hall.example/map.")
            .fill_named("after_en", "{reference} is your number: {my_event}\n<b>{organiser}</b>");
        olga.press("Preview");
        assert!(olga.page.text.contains("Nothing is saved yet"), "{}", olga.page.text);
        assert!(olga.page.text.contains("Dear Alex Example of Example Organisation,"), "{}", olga.page.text);
        participant(app, "clusters", "Ada", ADA);
        let plain = app
            .mails_to(ADA)
            .into_iter()
            .find(|mail| mail.subject.starts_with("You are registered: "))
            .unwrap();
        assert!(!plain.text.contains("hall.example"), "what is only looked at is in no mail: {}", plain.text);

        olga.press("Save");
        // The preview is of somebody who is registered, in the language they read.
        assert!(olga.page.text.contains("Dear Ada of Analytical Engines,"), "{}", olga.page.text);
        olga.open(OFFICE);
        assert!(olga.page.text.contains("English (none in Deutsch, Français)"), "{}", olga.page.text);
        let mut grace = app.visitor();
        signs_up(&mut grace, "clusters", "Grace", GRACE);
        confirms(&mut grace, app, GRACE);
        let mail = app.mails_to(GRACE).into_iter().find(|mail| mail.subject == plain.subject).unwrap();
        let said = ["of Analytical Engines,", "see https://hall.example/map.", "is your number: http"];
        let places: Vec<usize> = said.iter().map(|said| mail.text.find(said).expect(said)).collect();
        let code = plain.text.lines().find(|line| line.starts_with("Your reference")).unwrap();
        let code = mail.text.find(code.split(':').next().unwrap()).unwrap();
        assert!(places[0] < places[1] && places[1] < code && code < places[2], "{}", mail.text);
        assert!(mail.html.contains("href=\"https://hall.example/map\"") && mail.html.contains("&#60;b&#62;"));
        assert!(mail.text.contains("/my/"), "{}", mail.text);

        // A language without own words has the mail as it is anyway.
        olga.open(&format!("{OFFICE}/registered"));
        olga.press("Send me a test");
        outbox::deliver_due(&app.app).unwrap();
        let tests = app.mails_to("olga@example.org");
        let tests: Vec<_> = tests.iter().filter(|mail| mail.subject.starts_with("Test")).collect();
        assert_eq!(tests.len(), 3, "one in each language");
        let own = tests.iter().filter(|mail| mail.text.contains("hall.example"));
        assert_eq!(own.count(), 1);
        assert!(tests.iter().all(|mail| !mail.text.contains("/my/")), "a test opens nobody's pages");
        let actions = app.app.store.read(|db| store::log::list(db, &event.id, None, 300)).unwrap();
        for action in ["mail_words.changed", "mail_words.tested"] {
            assert!(actions.iter().any(|entry| entry.action == action), "{action}");
        }
    });
}

#[test]
fn no_mail_to_an_unproved_address_holds_what_was_typed_whatever_the_organisers_write() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        for kind in kinds().filter(|kind| kind.is_to_unproved()) {
            olga.open(&format!("{OFFICE}/{}", kind.code()));
            for fact in ["{name}", "{organisation}", "{my_event}", "{reference}", "{meetings}"] {
                olga.fill_named("after_en", &format!("Dear {fact}")).press("Save");
                assert_eq!(olga.page.status, 422, "{fact} in {}", kind.code());
                assert!(olga.page.text.contains("{event} {dates} {place} {organiser}"), "{}", olga.page.text);
            }
            olga.fill_named("after_en", "We look forward to {event}.").press("Save");
            assert!(olga.page.text.contains("We look forward to Cluster Conference."), "{}", olga.page.text);
        }
        let mut stranger = app.visitor();
        signs_up(&mut stranger, "clusters", "Cheap pills", "victim@example.org");
        let mail = app.mails_to("victim@example.org").pop().unwrap();
        assert!(mail.text.contains("We look forward to Cluster Conference."), "{}", mail.text);
        assert!(!mail.text.contains("pills") && !mail.html.contains("pills"), "{}", mail.text);
    });
}

#[test]
fn every_mail_that_an_event_sends_by_itself_keeps_its_facts_and_links_beside_own_words() {
    on_each_database(|app| {
        let event = an_event(app).in_state(EventState::Draft).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let letter = |olga: &mut crate::support::visitor::Visitor, kind: MailKind| {
            olga.get(&format!("{OFFICE}/{}/letter?in=en", kind.code())).text.clone()
        };
        for kind in kinds() {
            let before = letter(&mut olga, kind);
            olga.open(&format!("{OFFICE}/{}", kind.code()));
            assert_eq!(olga.page.status, 200, "{}", kind.code());
            olga.fill_named("before_en", "First of all.").fill_named("after_en", "Yours, {organiser}");
            olga.press("Save");
            let after = letter(&mut olga, kind);
            assert!(after.contains("First of all.") && after.contains("Yours, European Cluster Office"));
            let bare = after.replace("First of all.", "").replace("Yours, European Cluster Office", "");
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(&bare), words(&before), "{}", kind.code());
        }
        let known: Vec<MailKind> = kinds().collect();
        let others = MailKind::ALL.into_iter().filter(|kind| !known.contains(kind));
        assert!(others.into_iter().all(|kind| kind.is_for_organisers()
            || kind.is_written_by_organiser()
            || kind == MailKind::InterpreterPlan));
        assert_eq!(olga.get(&format!("{OFFICE}/mailing")).status, 404);
    });
}
