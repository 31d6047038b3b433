//! A calendar that once took an entry of ours in knows it again, whatever the operator sets anew: UIDs and the organiser's address
//! are those with which the event began.

use chrono::Duration;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection};
use rendezvous::config::{BounceAddress, DatabaseUrl};
use rendezvous::domain::account::Role;
use rendezvous::domain::calendar_origin::CalendarOrigin;
use rendezvous::domain::event::Event;
use rendezvous::domain::text::Email;
use rendezvous::mail::reading::OpenedMail;
use rendezvous::services::calendars;
use rendezvous::store::{self, calendar_origins};

use crate::calendar_lint::{line, value};
use crate::mail_samples::email;
use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::{an_event, meet};
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::journeys::participant;
use crate::support::organisers::{administrator, with_role};

/// A test with the address of a database that outlives a server, on each that there is.
fn on_each_lasting_database(test: impl Fn(DatabaseUrl)) {
    let folder = Folder::new();
    test(DatabaseUrl::in_folder(&folder.0));
    if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
        let database = PostgresDatabase::new(&server);
        test(database.url());
    }
}

fn calendars(mails: &[OpenedMail]) -> Vec<String> {
    mails.iter().flat_map(|mail| &mail.attachments).map(|file| file.content.clone()).collect()
}

#[test]
fn another_sender_and_another_address_of_the_server_leave_no_ghosts_in_calendars() {
    on_each_lasting_database(|database| {
        let uid = {
            let app = TestApp::on(database.clone(), |_| {});
            let event = an_event(&app).make();
            participant(&app, "clusters", "Ada", "ada@example.org");
            participant(&app, "clusters", "Grace", "grace@example.org");
            meet(&app, &event, "Ada", "Grace");
            let mut olga = with_role(&app, "olga@example.org", &event.id, Role::Owner);
            olga.open("/organiser/events/clusters/settings");
            olga.fill("Place", "Hall 3").press("Save");
            app.pass(Duration::minutes(10));
            let sent = calendars(&app.mails_to("grace@example.org"));
            let invited = sent.iter().rfind(|ics| value(ics, "METHOD").unwrap() == "REQUEST");
            value(invited.unwrap(), "UID").unwrap()
        };
        assert!(uid.ends_with("@example.org"), "{uid}");
        let app = TestApp::on(database, |config| {
            config.mail.from = Email::parse("news@moved.example").unwrap();
            config.mail.bounce_address = Some(BounceAddress::parse("back@moved.example").unwrap());
        });
        app.pass(Duration::hours(1));
        let mut ada = app.visitor();
        ada.open("/e/clusters/link");
        ada.fill("E-mail address", "ada@example.org").press("Send me the link");
        let link = app.mailed_path("ada@example.org", "/my/");
        ada.open(&link);
        let file = ada.get("/e/clusters/my/schedule.ics").html;
        assert!(file.contains(&uid.replace("-a@", "@").replace("-b@", "@")[..36]), "{file}");
        assert!(file.contains("@example.org") && !file.contains("@moved.example"), "{file}");
        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        app.pass(Duration::minutes(10));
        let cancelled = calendars(&app.mails_to("grace@example.org")).pop().unwrap();
        assert_eq!(value(&cancelled, "METHOD").unwrap(), "CANCEL");
        assert_eq!(value(&cancelled, "UID").unwrap(), uid);
        assert!(line(&cancelled, "ORGANIZER").unwrap().ends_with("mailto:events@example.org"), "{cancelled}");
    });
}

#[test]
fn a_new_event_is_answered_where_returned_mail_is_read() {
    let with_mailbox = |config: &mut rendezvous::config::Config| {
        config.mail.bounce_address = Some(BounceAddress::parse("back@example.org").unwrap());
    };
    with_settings(with_mailbox, |app| {
        let mut ada = administrator(app);
        ada.open("/organiser/events/new");
        ada.fill("Name (English)", "Water")
            .fill("Who invites", "European Cluster Office")
            .fill("First day", "2027-03-10")
            .fill("Place", "Lyon")
            .press("Create event");
        let event = app.app.store.read(|db| store::events::get_by_slug(db, "water")).unwrap();
        let origin = app.app.store.read(|db| calendar_origins::find(db, &event.id)).unwrap().unwrap();
        assert_eq!(origin.organiser.as_str(), "back+calendar@example.org");
        assert_eq!(origin.host, "example.org");
    });
}

#[test]
fn events_from_before_keep_what_their_calendars_have_said() {
    on_each_database(|app| {
        let old = an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Grace", "grace@example.org");
        meet(app, &old, "Ada", "Grace");
        let new = an_event(app).at("new").make();
        forget_origins(app);
        assert_eq!(calendars::adopt(&app.app).unwrap(), 2);
        assert_eq!(calendars::adopt(&app.app).unwrap(), 0, "once");
        let origin =
            |event: &Event| app.app.store.read(|db| calendar_origins::find(db, &event.id)).unwrap().unwrap();
        assert_eq!(
            origin(&old),
            CalendarOrigin {
                host: "example.org".into(),
                organiser: email("events@example.org"),
                revision: 0
            }
        );
        assert_eq!(origin(&new), calendars::present(&app.app));
    });
}

/// As the database was before the origin of calendars was stored.
fn forget_origins(app: &TestApp) {
    let sql = "DELETE FROM calendar_origins";
    match &app.app.config.database {
        DatabaseUrl::Sqlite(file) => {
            diesel::sql_query(sql).execute(&mut SqliteConnection::establish(&file.to_string_lossy()).unwrap())
        }
        DatabaseUrl::Postgres(url) => {
            diesel::sql_query(sql).execute(&mut PgConnection::establish(url.expose()).unwrap())
        }
    }
    .unwrap();
}
