//! A copy sends nothing of a mailing by itself: what was scheduled is a draft, and what was being sent is paused.

use rendezvous::config::Config;
use rendezvous::domain::account::Role;
use rendezvous::domain::mailing::{Mailing, MailingState};
use rendezvous::services::access;
use rendezvous::services::backups::mails::{self, Decision};
use rendezvous::services::{backups::restore, mailings};
use rendezvous::store;

use super::{Place, backup_of};
use crate::mailings::{send_all, sends, writes};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::database::Folder;
use crate::support::journeys::participant;
use crate::support::organisers::{administrator, with_role};

const ADA: &str = "ada@example.org";

/// The mailing with this subject.
fn named(app: &TestApp, subject: &str) -> Mailing {
    let found = app.app.store.read(|db| {
        let event = store::events::get_by_slug(db, "clusters")?;
        store::mailings::list(db, &event.id, 9, 0)
    });
    let is_it = |mailing: &Mailing| mailing.subject.get(Default::default(), Default::default()) == subject;
    found.unwrap().into_iter().find(is_it).unwrap()
}

fn got(app: &TestApp, subject: &str) -> usize {
    app.mails_to(ADA).iter().filter(|mail| mail.subject == subject).count()
}

#[test]
fn of_a_mailing_a_copy_sends_nothing_until_an_organiser_says_so() {
    on_each_database(|app| {
        administrator(app);
        let event = an_event(app).make();
        participant(app, "clusters", "Ada", ADA);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let office = "/organiser/events/clusters/mailings/new";
        olga.open(office);
        writes(&mut olga, "To come", "Dear {name}");
        olga.tick("In 5 minutes").press("Send one email");
        olga.open(office);
        writes(&mut olga, "Going", "Dear {name}");
        sends(&mut olga, "Send one email");
        assert_eq!(mailings::send_due(&app.app).unwrap(), 1);
        let folder = Folder::new();
        let path = backup_of(app, &folder);
        send_all(&app.app);
        assert_eq!(got(app, "Going"), 1);
        for (decision, expected) in [(Decision::GiveUp, 0), (Decision::Send, 1)] {
            for place in Place::each() {
                let config = Config { database: place.url(), ..app.app.config.clone() };
                restore::restore(&config, "2026-11-22T13:00:00Z".parse().unwrap(), &path).unwrap();
                let copy = TestApp::on(place.url(), |_| {});
                copy.pass_until("2026-11-22T13:30:00Z");
                send_all(&copy.app);
                mails::decide_as_operator(&copy.app, decision).unwrap().unwrap();
                send_all(&copy.app);
                assert_eq!(named(&copy, "To come").state, MailingState::Draft);
                let going = named(&copy, "Going");
                assert_eq!(going.state, MailingState::Paused);
                assert_eq!((got(&copy, "To come"), got(&copy, "Going")), (0, 0));
                let access = access::change_as_operator(&copy.app, "clusters").unwrap();
                assert!(mailings::go_on(&copy.app, &access, &going.id).unwrap());
                send_all(&copy.app);
                assert_eq!(got(&copy, "Going"), expected, "what was given up stays");
                assert_eq!(named(&copy, "Going").state, MailingState::Sent);
            }
        }
    });
}
