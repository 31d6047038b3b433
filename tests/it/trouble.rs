//! The database in trouble: clashes, lost connections, locks, a server that is away, files that vanish. What was
//! acknowledged is stored once, and whoever is not served is told so in time and loses nothing that they typed.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::sql_types::BigInt;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use rendezvous::app::App;
use rendezvous::config::DatabaseUrl;
use rendezvous::services::write;
use rendezvous::startup::StartError;
use rendezvous::store::log::LogEntry;
use rendezvous::store::{self, Db, Store, StoreError, Trouble};

use super::databases::{now, on_postgres, on_sqlite};
use super::support::app::{TestApp, behind_a_wire, config, on_each_database, world};
use super::support::build::an_event;
use super::support::database::Folder;
use super::support::journeys::answers_the_profile;
use super::support::page::Page;
use super::support::wire::Cut;

/// Writes a row that tells this write from every other.
fn note(app: &App, db: &mut Db, subject: &str) -> Result<(), StoreError> {
    let entry = LogEntry {
        at: now(),
        actor: "system".into(),
        action: "test.noted".into(),
        subject: subject.into(),
        detail: String::new(),
    };
    let id: String = app.random.id(now());
    store::log::insert(db, &id, None, &entry)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn noted(app: &App) -> i64 {
    let query = sql_query("SELECT COUNT(*) AS n FROM log WHERE action = 'test.noted'");
    let found: Count = match &app.config.database {
        DatabaseUrl::Sqlite(file) => {
            query.get_result(&mut SqliteConnection::establish(&file.to_string_lossy()).unwrap()).unwrap()
        }
        DatabaseUrl::Postgres(url) => {
            query.get_result(&mut PgConnection::establish(url.expose()).unwrap()).unwrap()
        }
    };
    found.n
}

/// Waits for something that has to come, for a generous time.
fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < until, "it never came that {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_write_that_was_taken_back_for_anothers_sake_is_done_again_and_stored_once() {
    on_postgres(
        |_| {},
        |app| {
            for code in ["40001", "40P01"] {
                let tries = AtomicUsize::new(0);
                let raise =
                    format!("DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '{code}'; END $$");
                let given = app.store.write(|db| {
                    note(app, db, code)?;
                    if tries.fetch_add(1, Ordering::Relaxed) < 2 {
                        sql_query(&raise).execute(db)?;
                    }
                    Ok::<_, StoreError>(tries.load(Ordering::Relaxed))
                });
                assert_eq!(given.unwrap(), 3, "what it gives is that of the time that was stored");
            }
            assert_eq!(noted(app), 2);
        },
    );
}

#[test]
fn two_writes_that_wait_for_each_other_are_both_stored_once() {
    on_postgres(
        |_| {},
        |app| {
            let both = Barrier::new(2);
            let writes = |first: i32, second: i32| {
                let tries = AtomicUsize::new(0);
                app.store.write(|db| {
                    sql_query(format!("SELECT pg_advisory_xact_lock({first})")).execute(db)?;
                    if tries.fetch_add(1, Ordering::Relaxed) == 0 {
                        both.wait();
                    }
                    sql_query(format!("SELECT pg_advisory_xact_lock({second})")).execute(db)?;
                    note(app, db, "crossed")
                })
            };
            thread::scope(|scope| {
                let other = scope.spawn(|| writes(2, 1));
                writes(1, 2).unwrap();
                other.join().unwrap().unwrap();
            });
            assert_eq!(noted(app), 2);
        },
    );
}

#[test]
fn a_write_that_goes_on_after_its_transaction_was_ended_is_not_taken_for_stored() {
    on_postgres(
        |_| {},
        |app| {
            let refused = app.store.write(|db| {
                note(app, db, "lost")?;
                let _ =
                    sql_query("DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$")
                        .execute(db);
                Ok::<_, StoreError>(())
            });
            assert!(matches!(refused, Err(StoreError::Unavailable(Trouble::Full, _))), "{refused:?}");
            assert_eq!(noted(app), 0);
        },
    );
}

#[test]
fn a_write_whose_connection_breaks_is_done_on_another_one() {
    on_postgres(
        |_| {},
        |app| {
            let tries = AtomicUsize::new(0);
            let done = app.store.write(|db| {
                note(app, db, "broken")?;
                if tries.fetch_add(1, Ordering::Relaxed) == 0 {
                    sql_query("SELECT pg_terminate_backend(pg_backend_pid())").execute(db)?;
                }
                Ok::<_, StoreError>(())
            });
            done.unwrap();
            assert_eq!((noted(app), tries.into_inner()), (1, 2));
        },
    );
}

#[test]
fn a_commit_whose_answer_is_lost_is_stored_once_whether_it_arrived_or_not() {
    behind_a_wire(|app, wire| {
        let app = &app.app;
        for (n, cut) in [Cut::BeforeCommit, Cut::AfterCommit].into_iter().cycle().take(10).enumerate() {
            wire.cut(cut);
            app.store.write(|db| note(app, db, "cut")).unwrap();
            assert_eq!(wire.commits_cut(), n + 1, "it was cut just there");
            assert_eq!(noted(app), i64::try_from(n + 1).unwrap(), "{cut:?}: acknowledged is stored, once");
        }
    });
}

#[test]
fn a_database_that_is_away_is_told_at_once_and_everything_goes_on_when_it_is_back() {
    behind_a_wire(|app, wire| {
        an_event(app).make();
        let mut visitor = app.visitor();
        visitor.open("/e/clusters/register");
        answers_the_profile(&mut visitor, "Ada Lovelace", "ada@example.org");
        assert_eq!(app.visitor().get("/readyz").html, "ready\n");
        wire.cut(Cut::All);
        wait_until("it is not ready", || app.visitor().get("/readyz").html == "away\n");
        assert_eq!(app.visitor().get("/readyz").status, 503);
        assert_eq!(app.visitor().get("/healthz").status, 200, "the process is well");
        let page = app.visitor().get("/e/clusters");
        assert_eq!(page.status, 503, "{}", page.text);
        assert!(page.header("retry-after").is_some() && page.html.contains("http-equiv=\"refresh\""));
        assert!(page.text.contains("Whatever you have saved is safe"), "{}", page.text);
        let page = visitor.press("Continue");
        assert!(is_kept(page, "Ada Lovelace"), "{}", page.html);
        wire.cut(Cut::None);
        wait_until("it is ready again", || app.visitor().get("/readyz").status == 200);
        assert_eq!(app.visitor().get("/e/clusters").status, 200);
        visitor.press("Send again");
        assert!(visitor.page.text.contains("Batteries"), "the next step: {}", visitor.page.text);
    });
}

/// Whether a form comes back that was not saved, with this in it, to be sent again.
fn is_kept(page: &Page, typed: &str) -> bool {
    page.status == 503
        && page.header("retry-after").is_some()
        && page.html.contains(&format!("value=\"{typed}\""))
}

/// Whoever is answered later than this has been forgotten. The benchmark `long_writes` measures how soon it is.
const HANGS: Duration = Duration::from_secs(30);

/// Somebody else's transaction that lets nobody save a form until it is dropped.
enum Blocker {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Blocker {
    fn of(app: &TestApp) -> Blocker {
        match &app.app.config.database {
            DatabaseUrl::Sqlite(file) => {
                let mut other = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
                other.batch_execute("BEGIN IMMEDIATE").unwrap();
                Blocker::Sqlite(other)
            }
            DatabaseUrl::Postgres(url) => {
                let mut other = PgConnection::establish(url.expose()).unwrap();
                other.batch_execute("BEGIN; LOCK TABLE registration_forms IN EXCLUSIVE MODE").unwrap();
                Blocker::Postgres(other)
            }
        }
    }

    fn end(self) {
        match self {
            Blocker::Sqlite(mut other) => other.batch_execute("ROLLBACK").unwrap(),
            Blocker::Postgres(mut other) => other.batch_execute("ROLLBACK").unwrap(),
        }
    }
}

#[test]
fn reading_goes_on_while_more_forms_wait_than_there_are_threads_and_each_comes_back_with_what_was_typed() {
    on_each_database(|app| {
        an_event(app).make();
        let mut people: Vec<_> = (0..80)
            .map(|n| {
                let mut visitor = app.visitor();
                // A connection that waits for its turn in this test would be closed by the server meanwhile.
                visitor.extra.push(("connection".to_string(), "close".to_string()));
                visitor.open("/e/clusters/register");
                answers_the_profile(&mut visitor, &format!("Person {n}"), &format!("person{n}@example.org"));
                visitor
            })
            .collect();
        let blocker = Blocker::of(app);
        let sending = Barrier::new(people.len() + 1);
        thread::scope(|scope| {
            let waiting: Vec<_> = people
                .iter_mut()
                .enumerate()
                .map(|(n, visitor)| {
                    let sending = &sending;
                    scope.spawn(move || {
                        sending.wait();
                        let begun = Instant::now();
                        let page = visitor.press("Continue");
                        assert!(begun.elapsed() < HANGS, "{n}: answered after {:?}", begun.elapsed());
                        assert!(is_kept(page, &format!("Person {n}")), "{n}: {} {}", page.status, page.text);
                    })
                })
                .collect();
            sending.wait();
            // None of them can have been saved: whatever is read now is read beside forms that wait, or have waited.
            for path in ["/e/clusters", "/healthz", "/readyz", "/privacy"] {
                assert_eq!(app.visitor().get(path).status, 200, "{path}");
            }
            waiting.into_iter().for_each(|one| one.join().unwrap());
        });
        blocker.end();
        for visitor in people.iter_mut().take(3) {
            visitor.press("Send again");
            assert!(visitor.page.text.contains("Batteries"), "the next step: {}", visitor.page.text);
        }
    });
}

#[test]
fn nobody_is_told_that_something_is_stored_in_a_file_that_has_gone() {
    on_sqlite(|app| {
        let DatabaseUrl::Sqlite(file) = &app.config.database else { unreachable!("it is SQLite") };
        write(app, |tx| note(app, tx.db, "here")).unwrap();
        app.store.look().unwrap();
        std::fs::rename(file, file.with_extension("moved")).unwrap();
        let refused = write(app, |tx| note(app, tx.db, "nowhere"));
        assert!(matches!(refused, Err(StoreError::Unavailable(Trouble::Gone, _))), "{refused:?}");
        std::fs::copy(file.with_extension("moved"), file).unwrap();
        let refused = write(app, |tx| note(app, tx.db, "elsewhere"));
        assert!(matches!(refused, Err(StoreError::Unavailable(Trouble::Gone, _))), "{refused:?}");
        assert!(matches!(app.store.look(), Err(StoreError::Unavailable(Trouble::Gone, _))));
        assert_eq!(app.store.health().ready(), Err("gone"));
    });
}

#[test]
fn a_program_refuses_tables_that_a_newer_one_has_changed_and_says_so_while_it_runs() {
    on_each_database(|app| {
        let newer = "INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20991231000001', CURRENT_TIMESTAMP)";
        app.app.store.write(|db| Ok::<_, StoreError>(sql_query(newer).execute(db).map(drop)?)).unwrap();
        let refused = Store::open(&app.app.config.database).err();
        assert!(
            matches!(&refused, Some(StoreError::NewerTables(tables)) if tables == "20991231000001"),
            "{refused:?}"
        );
        let started = rendezvous::startup::open(app.app.config.clone(), world()).err();
        assert!(matches!(started, Some(StartError::NewerTables { .. })), "{started:?}");
        wait_until("it is not ready", || app.visitor().get("/readyz").html == "tables\n");
    });
}

#[test]
fn a_folder_that_knows_one_database_refuses_another() {
    on_each_database(|app| {
        let other = Folder::new();
        let database = DatabaseUrl::Sqlite(other.0.join("other.sqlite"));
        drop(Store::open(&database).unwrap());
        let settings = rendezvous::config::Config { database, ..app.app.config.clone() };
        let refused = rendezvous::startup::open(settings.clone(), world()).err();
        assert!(matches!(refused, Some(StartError::Another { .. })), "{refused:?}");
        // A folder of its own takes it.
        let address = "127.0.0.1:8080".parse().unwrap();
        rendezvous::startup::open(config(address, settings.database, &other), world()).unwrap();
    });
}

#[test]
fn a_file_on_another_machines_disk_is_known_by_the_list_of_mounts() {
    let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                  40 22 0:40 / /srv/with\\040space rw - nfs4 files:/srv rw\n\
                  41 40 0:41 / /srv/with\\040space/local rw - xfs /dev/sdb rw\n";
    let on = |folder: &str| store::disk::file_system(mounts, std::path::Path::new(folder));
    assert_eq!(on("/var/lib/rendezvous"), Some("ext4"));
    assert_eq!(on("/srv/with space/data"), Some("nfs4"));
    assert_eq!(on("/srv/with space/local/data"), Some("xfs"));
    assert_eq!(on("/srv/with spaces"), Some("ext4"));
}
