//! The links that mails carry: how many of them open, how they are ended, and whose place they take.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::text::Email;
use rendezvous::store;
use rendezvous::store::links::{LinkPurpose, NewLink};
use rendezvous::store::outbox::{self, OutboxFilter};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, participant, signs_up};
use crate::support::organisers::with_role;

const VICTIM: &str = "vera@example.org";

/// So many links in mails for which nobody can ask.
fn not_asked(app: &TestApp, count: usize) {
    app.pass(Duration::minutes(1));
    let email = Email::parse(VICTIM).unwrap();
    let made = app.app.store.write(|db| {
        let event = store::events::get_by_slug(db, "clusters")?;
        let vera = store::participants::find_by_email(db, &event.id, &email)?.unwrap();
        let now = app.app.clock.now();
        let link = |_| NewLink {
            hash: app.app.random.token().hash(),
            participant: vera.id.clone(),
            purpose: LinkPurpose::Personal,
            created_at: now,
            expires_at: now + Duration::days(30),
            mailed: true,
            asked: false,
        };
        store::links::insert_all(db, &(0..count).map(link).collect::<Vec<_>>())
    });
    made.unwrap();
}

#[test]
fn the_twelve_newest_links_open_and_all_of_them_can_be_ended() {
    on_each_database(|app| {
        an_event(app).make();
        let mut vera = participant(app, "clusters", "Vera", VICTIM);
        let registered = app.mailed_path(VICTIM, "/my/");
        let asks = || {
            app.pass(Duration::hours(4));
            let mut asks = app.visitor();
            asks.open("/e/clusters/link");
            asks.fill("E-mail address", VICTIM).press("Send me the link");
            app.mailed_path(VICTIM, "/my/")
        };
        let asked = asks();
        let mut elsewhere = app.visitor();
        for _ in 0..12 {
            assert_eq!(elsewhere.open(&asked).status, 200, "not yet");
            asks();
        }
        let old = app.visitor().open(&asked).clone();
        assert_eq!(old.status, 410);
        assert_eq!(old.link("Send me a new link"), "/e/clusters/link");
        assert_eq!(elsewhere.open("/e/clusters/my").status, 410, "nor where it was used");
        assert_eq!(
            app.visitor().open(&registered).status,
            200,
            "anybody can ask: it makes no other mail old"
        );
        not_asked(app, 11);
        assert_eq!(app.visitor().open(&registered).status, 200, "not yet");
        not_asked(app, 1);
        assert_eq!(app.visitor().open(&registered).status, 410);
        assert_eq!(vera.open("/e/clusters/my").status, 200, "where a button was pressed it goes on");
        let newest = asks();
        let mut phone = app.visitor();
        assert_eq!(phone.open(&newest).status, 200);
        phone.open("/e/clusters/my");
        phone.follow("Log out and links");
        phone.press("Log out");
        assert!(phone.page.text.contains("You are logged out in this browser"), "{}", phone.page.text);
        assert_eq!(phone.open("/e/clusters/my").status, 403);
        assert_eq!(phone.open(&newest).status, 200, "the mail's link goes on working");
        phone.open("/e/clusters/my/links");
        phone.press("End all my links and log out everywhere");
        assert!(phone.page.text.contains("All your links are ended"), "{}", phone.page.text);
        for visitor in [&mut phone, &mut vera] {
            assert_ne!(visitor.open("/e/clusters/my").status, 200);
        }
        assert_eq!(app.visitor().open(&newest).status, 410);
        app.pass(Duration::hours(4));
        phone.open("/e/clusters/link");
        phone.fill("E-mail address", VICTIM).press("Send me the link");
        assert_eq!(phone.open(&app.mailed_path(VICTIM, "/my/")).status, 200, "a new one is a mail away");
    });
}

#[test]
fn a_link_of_somebody_else_asks_before_it_takes_the_readers_place() {
    on_each_database(|app| {
        an_event(app).make();
        let mut vera = participant(app, "clusters", "Vera", VICTIM);
        participant(app, "clusters", "Bob", "bob@example.org");
        let foreign = app.mailed_path("bob@example.org", "/my/");
        vera.open(&foreign);
        assert!(vera.page.text.contains("belongs to somebody else"), "{}", vera.page.text);
        assert!(vera.get("/e/clusters/my").text.contains(VICTIM), "still hers");
        vera.press("Go on as Bob");
        assert!(vera.get("/e/clusters/my").text.contains("bob@example.org"));
    });
}

#[test]
fn a_form_that_is_continued_elsewhere_is_nobody_elses_any_more() {
    on_each_database(|app| {
        an_event(app).make();
        // A trap: somebody begins an empty form and sends its link to a victim.
        let mut mallory = app.visitor();
        mallory.open("/e/clusters/register");
        mallory.fill("Name", "M").press("Save and go on later");
        mallory.fill("E-mail address", VICTIM).press("Send me the link");
        let link = app.mailed_path(VICTIM, "/draft/");
        let mut vera = app.visitor();
        vera.open(&link);
        assert!(vera.page.path.starts_with("/draft/"), "a page, not the form: {}", vera.page.path);
        vera.press("Go on with this form");
        answers_the_profile(&mut vera, "Vera", VICTIM);
        vera.press("Continue");
        assert_eq!(app.visitor().open(&link).status, 404);
        assert!(!mallory.open("/e/clusters/register/profile").html.contains("Vera"));
    });
}

#[test]
fn an_organiser_who_looks_into_the_outbox_gets_no_link_with_which_to_be_the_reader() {
    on_each_database(|app| {
        let event = an_event(app).make();
        participant(app, "clusters", "Vera", VICTIM);
        let secrets: Vec<String> = ["/my/", "/confirm/"]
            .iter()
            .map(|kind| app.mailed_path(VICTIM, kind).rsplit('/').next().unwrap().to_string())
            .collect();
        signs_up(&mut app.visitor(), "clusters", "Other", "other@example.org");
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let mails = app.app.store.read(|db| outbox::list(db, &OutboxFilter::default(), 100, 0)).unwrap();
        assert!(mails.len() > 2);
        for mail in mails {
            for end in ["", "/html", "/source"] {
                let shown = olga.get(&format!("/outbox/{}{end}", mail.id)).html;
                let plain = shown.replace("=\r\n", "");
                assert!(secrets.iter().all(|secret| !plain.contains(secret.as_str())), "{end}");
                let is_token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                for (_, rest) in ["/confirm/", "/my/"].iter().filter_map(|kind| plain.split_once(kind)) {
                    let run = rest.chars().take_while(|c| is_token(*c)).count();
                    assert!(run < 40, "{end}: {run}");
                }
            }
        }
    });
}
