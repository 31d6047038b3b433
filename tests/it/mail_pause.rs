//! The pause of all mail: after a restore nothing goes until an administrator says so.

use rendezvous::domain::account::Role;
use rendezvous::domain::mail::MailPause;
use rendezvous::store;

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
        let event = an_event(app).make();
        let mut admin = administrator(app);
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
