//! `kill -9` while a plan is published, before its mails are all in the outbox, and when the plan has just been stored: no mail
//! goes for a plan that is not there, and no plan is there without its mails.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::sql_types::BigInt;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use rendezvous::app::App;
use rendezvous::clock::Clock;
use rendezvous::config::DatabaseUrl;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, batches, demo, rounds};
use rendezvous::startup::{self, World};

use crate::server::Server;
use crate::site::{Kind, kinds};
use crate::support::app::{config, world};
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::promises::Promise;

/// People of the event: a mail for each of them is more than are kept until the plan is stored.
const PEOPLE: usize = 160;

/// Numbers that show how far a publication is.
const AHEAD: &str = "SELECT COUNT(*) AS n FROM outbox WHERE state = 'batched'";
const STORED: &str = "SELECT COUNT(*) AS n FROM rounds WHERE state = 'published'";

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn count(database: &DatabaseUrl, sql: &str) -> i64 {
    let counted: Count = match database {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(&path.to_string_lossy()).unwrap();
            sql_query("PRAGMA busy_timeout = 10000").execute(&mut connection).unwrap();
            sql_query(sql).get_result(&mut connection).unwrap()
        }
        DatabaseUrl::Postgres(url) => {
            sql_query(sql).get_result(&mut PgConnection::establish(url.expose()).unwrap()).unwrap()
        }
    };
    counted.n
}

/// An app beside the program, with a clock that goes before the system's.
fn app(database: &DatabaseUrl, folder: &Folder, ahead: chrono::Duration) -> App {
    let address = "127.0.0.1:8080".parse().unwrap();
    let clock = Clock::set_to(Clock::system().now() + ahead);
    startup::open(config(address, database.clone(), folder), World { clock, ..world() }).unwrap()
}

/// The demo with a draft of its first round; gives the organiser's address and password.
fn draft(app: &App) -> (String, String) {
    let demo = demo::fill(app, PEOPLE, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    rounds::run(app, &access, &quick, Some(1)).unwrap();
    (demo.organiser_email.to_string(), demo.organiser_password)
}

/// A server that runs, in a folder, on a database.
fn start(database: &DatabaseUrl, folder: &Path) -> Server {
    let address = match database {
        DatabaseUrl::Postgres(url) => vec![("DATABASE_URL", url.expose().to_string())],
        DatabaseUrl::Sqlite(_) => Vec::new(),
    };
    let server = Server::new(0, &folder.to_path_buf(), address);
    assert!(server.start(&[]));
    server
}

/// Publishes the draft through its page, and kills the program when this has counted something.
fn killed_when(counted: &str, database: &DatabaseUrl, folder: &Path, (email, password): (&str, &str)) {
    let server = start(database, folder);
    let mut organiser = server.visitor();
    organiser.open("/organiser/login");
    organiser.fill("E-mail address", email).fill("Password", password).press("Sign in");
    organiser.open(&format!("/organiser/events/{}/rounds/1/publish", demo::SLUG));
    let pressing = std::thread::spawn(move || {
        // The program is killed before it answers, or just after.
        let button = organiser.page.html.clone();
        let button = button.split_once("<button class=\"button\">").unwrap().1;
        let button = button.split_once("</button>").unwrap().0.to_string();
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| organiser.press(&button).status));
    });
    let begun = Instant::now();
    while count(database, counted) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(120), "it never came to {counted}");
        std::thread::sleep(Duration::from_millis(1));
    }
    server.kill();
    pressing.join().unwrap();
}

#[test]
fn a_kill_while_a_plan_is_published_leaves_plan_and_mails_or_neither() {
    for kind in kinds() {
        for moment in [AHEAD, STORED] {
            let folder = Folder::new();
            let postgres = (kind == Kind::Postgres)
                .then(|| PostgresDatabase::new(&std::env::var("TEST_DATABASE_URL").unwrap()));
            let database = postgres.as_ref().map_or(DatabaseUrl::in_folder(&folder.0), PostgresDatabase::url);
            let (email, password) = draft(&app(&database, &folder, chrono::Duration::zero()));
            killed_when(moment, &database, &folder.0, (&email, &password));
            let news = "SELECT COUNT(*) AS n FROM outbox WHERE kind IN ('schedule', 'invitation') AND state <> 'batched'";
            let is_stored = count(&database, STORED) == 1;
            assert!(is_stored || count(&database, news) == 0, "a mail goes for a plan that is not there");
            // Another server comes, and by and by believes that nobody is at it any more.
            let later = app(&database, &folder, chrono::Duration::hours(1));
            batches::settle_left(&later).unwrap();
            assert_eq!(count(&database, AHEAD), 0);
            assert_eq!(count(&database, "SELECT COUNT(*) AS n FROM mail_batches"), 0);
            let meetings = count(&database, "SELECT COUNT(*) AS n FROM meetings WHERE state = 'planned'");
            let people = count(&database, "SELECT COUNT(DISTINCT participant_id) AS n FROM meeting_seats");
            assert_eq!((meetings > 0, people > 0), (is_stored, is_stored));
            assert_eq!(count(&database, news), people, "one mail each");
            Promise::of("R-6").on(&format!("{kind:?}")).held("1 kill, plan and mails together or neither");
        }
    }
}
