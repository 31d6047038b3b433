//! What a server writes by itself at its time, such as reminders, is not written again by a copy that is told so.

use chrono::{DateTime, Utc};
use rendezvous::config::Config;
use rendezvous::domain::mail::MailKind;
use rendezvous::services::backups::mails::{self, Decision};
use rendezvous::services::{backups::restore, reminders};
use rendezvous::store::{self, outbox::OutboxFilter};

use super::{Place, backup_of};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::database::Folder;
use crate::support::journeys::participant;
use crate::support::organisers::administrator;

fn pass_to(app: &TestApp, moment: &str) {
    let there: DateTime<Utc> = moment.parse().unwrap();
    app.pass(there - app.app.clock.now());
}

fn reminders_of(app: &TestApp) -> usize {
    let all = app.app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 1_000, 0)).unwrap();
    all.iter().filter(|mail| mail.kind == MailKind::ReminderDay).count()
}

#[test]
fn a_reminder_that_was_due_between_backup_and_restore_goes_again_only_if_told() {
    on_each_database(|app| {
        administrator(app);
        an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let folder = Folder::new();
        let path = backup_of(app, &folder);
        pass_to(app, "2027-03-09T16:00:00Z");
        assert_eq!(reminders::send_due(&app.app).unwrap(), 1);
        for (decision, expected) in [(Decision::GiveUp, 0), (Decision::Send, 1)] {
            for place in Place::each() {
                let config = Config { database: place.url(), ..app.app.config.clone() };
                restore::restore(&config, "2027-03-09T17:00:00Z".parse().unwrap(), &path).unwrap();
                let copy = TestApp::on(place.url(), |_| {});
                pass_to(&copy, "2027-03-09T17:30:00Z");
                assert_eq!(reminders::send_due(&copy.app).unwrap(), 0, "nobody has decided yet");
                mails::decide_as_operator(&copy.app, decision).unwrap().unwrap();
                assert_eq!(reminders::send_due(&copy.app).unwrap(), 1, "dealt with");
                assert_eq!(reminders_of(&copy), expected);
            }
        }
    });
}
