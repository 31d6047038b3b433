//! What organisers see and press when mail does not go: the pause of all mail, and mails that failed for no fault of their
//! recipients.

use rendezvous::domain::account::Role;
use rendezvous::domain::mail::{ADDRESS_BLOCKED, MailPause};
use rendezvous::store;
use rendezvous::store::outbox::{Claimant, Order};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::signs_up;
use crate::support::organisers::{administrator, with_role};

fn restore(app: &TestApp) {
    let pause = MailPause::restored(app.app.clock.now());
    app.app.store.write(|db| store::mail_pause::set(db, &pause)).unwrap();
}

#[test]
fn after_a_restore_mail_waits_until_an_administrator_lets_it_go() {
    on_each_database(|app| {
        let mut admin = administrator(app);
        let event = an_event(app).make();
        restore(app);
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada Lovelace", "lovelace@example.org");
        assert!(app.mails_to("lovelace@example.org").is_empty());
        app.pass(chrono::Duration::hours(3));
        assert!(app.mails_to("lovelace@example.org").is_empty(), "no probe is made after a restore");

        let mut owner = with_role(app, "owner@example.org", &event.id, Role::Owner);
        for path in ["/organiser/events/clusters", "/organiser/events/clusters/outbox"] {
            let page = owner.open(path);
            assert!(page.text.contains("No emails are sent at the moment"), "{}", page.text);
            assert!(page.text.contains("One email waits"), "{}", page.text);
            assert!(!page.text.contains("Start sending"), "{}", page.text);
        }
        assert_eq!(owner.send("/outbox/release", &[]).status, 403);
        assert!(app.mails_to("lovelace@example.org").is_empty());

        admin.open("/outbox");
        admin.press("Start sending: 1 email");
        assert!(!admin.page.text.contains("No emails are sent at the moment"), "{}", admin.page.text);
        assert_eq!(app.mails_to("lovelace@example.org").len(), 1);
    });
}

/// Lets the next mail fail with this problem.
fn fails(app: &TestApp, problem: &str) {
    let now = app.app.clock.now();
    let claimant = Claimant { holder: "test", until: now, resting: &[], pace: None };
    app.app
        .store
        .write(|db| {
            let claimed = store::outbox::claim_next(db, now, &claimant, Order::Urgency)?.unwrap();
            store::outbox::mark_failed(db, (&claimed.id, "test"), problem, now, None)
        })
        .unwrap();
}

#[test]
fn mails_that_failed_for_no_fault_of_their_recipients_go_once_more_by_one_button() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (name, problem) in [
            ("ada", "permanent error (550): 5.7.1 relay access denied"),
            ("bob", "permanent error (554): 5.3.0 no"),
            ("cem", "permanent error (550): 5.1.1 no such mailbox"),
            ("dan", ADDRESS_BLOCKED),
        ] {
            signs_up(&mut app.visitor(), "clusters", name, &format!("{name}@example.org"));
            fails(app, problem);
        }
        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        assert!(!viewer.open("/organiser/events/clusters/outbox").text.contains("emails again"));
        assert_eq!(viewer.send("/organiser/events/clusters/outbox/again", &[]).status, 403);
        let mut organiser = with_role(app, "organiser@example.org", &event.id, Role::Organiser);
        organiser.open("/organiser/events/clusters/outbox");
        organiser.press("Send 2 emails again");
        assert!(organiser.page.text.contains("The emails are sent again now"), "{}", organiser.page.text);
        assert!(!organiser.page.text.contains("Send 2 emails again"), "{}", organiser.page.text);
        let sent = |name: &str| app.mails_to(&format!("{name}@example.org")).len();
        assert_eq!([sent("ada"), sent("bob"), sent("cem"), sent("dan")], [1, 1, 0, 0]);
    });
}
