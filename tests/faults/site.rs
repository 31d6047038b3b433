//! One installation in trouble: a database, servers on it, their mail server, and the ledger.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use rendezvous::config::DatabaseUrl;
use rendezvous::domain::account::Role;

use crate::checker;
use crate::ledger::Ledger;
use crate::mail_server::MailServer;
use crate::people::Crowd;
use crate::server::Server;
use crate::story::wait_until;
use crate::support::app::TestApp;
use crate::support::build::an_event;
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::organisers::{ADMIN, account};

/// Which database a site stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The databases there are.
pub fn kinds() -> Vec<Kind> {
    if std::env::var("TEST_DATABASE_URL").is_ok() {
        return vec![Kind::Sqlite, Kind::Postgres];
    }
    eprintln!("SKIPPED on Postgres: TEST_DATABASE_URL names no server (./test starts one)");
    vec![Kind::Sqlite]
}

/// An installation with one open event and one organiser, [`ADMIN`].
pub struct Site {
    pub mail: MailServer,
    pub ledger: Ledger,
    pub database: DatabaseUrl,
    pub servers: Vec<Server>,
    people: AtomicUsize,
    folder: Folder,
    _postgres: Option<PostgresDatabase>,
}

impl Site {
    /// The event's name in addresses.
    pub const SLUG: &str = "clusters";

    /// One server, which does not run yet, on a new database.
    pub fn new(kind: Kind, seats: Option<u32>) -> Site {
        let folder = Folder::new();
        match kind {
            Kind::Sqlite => Site::on(DatabaseUrl::in_folder(&folder.0), folder, 1, seats),
            Kind::Postgres => {
                let postgres = PostgresDatabase::new(&std::env::var("TEST_DATABASE_URL").unwrap());
                let site = Site::on(postgres.url(), folder, 1, seats);
                Site { _postgres: Some(postgres), ..site }
            }
        }
    }

    /// So many servers, which do not run yet, on a database that is there.
    pub fn on(database: DatabaseUrl, folder: Folder, servers: usize, seats: Option<u32>) -> Site {
        let app = TestApp::on(database.clone(), |_| ());
        let in_a_while = chrono::Utc::now().date_naive() + chrono::Days::new(100);
        let event = an_event(&app).on(in_a_while);
        let event = match seats {
            Some(seats) => event.with_seats(seats).make(),
            None => event.make(),
        };
        account(&app, ADMIN, Some((&event.id, Role::Owner)));
        drop(app);
        let mail = MailServer::start();
        let address = match &database {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.expose().to_string(),
        };
        let server = |number| {
            let settings = vec![("DATABASE_URL", address.clone()), ("SMTP_URL", mail.url())];
            Server::new(number, &folder.0.join(format!("server{number}")), settings)
        };
        let servers = (0..servers).map(server).collect();
        let people = AtomicUsize::new(0);
        Site { mail, ledger: Ledger::default(), database, servers, people, folder, _postgres: None }
    }

    /// The number of the next person who comes.
    pub fn next_person(&self) -> usize {
        self.people.fetch_add(1, Ordering::SeqCst)
    }

    /// A folder that goes with the site.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// The first server, which is the only one of most sites.
    pub fn server(&self) -> &Server {
        &self.servers[0]
    }

    /// Starts every server.
    pub fn start(&self) {
        assert!(self.servers.iter().all(|server| server.start(&[])), "a server does not come up");
    }

    /// How often its servers were killed.
    pub fn kills(&self) -> usize {
        self.servers.iter().map(Server::kills).sum()
    }

    /// Lets people come while something breaks, waits until all is quiet, stops the servers and checks everything.
    pub fn visited_while(
        &self,
        people: usize,
        at_once: usize,
        breaks: impl FnOnce(&Crowd<'_>),
    ) -> checker::Findings {
        Crowd::comes(self, people, at_once, breaks);
        self.is_quiet();
        for server in &self.servers {
            assert!(server.stop().is_some(), "a server does not stop");
        }
        checker::check(self)
    }

    /// Waits until every mail has left.
    pub fn is_quiet(&self) {
        wait_until("every mail has left", || {
            sleep(Duration::from_millis(100));
            checker::waiting_mails(&self.database) == 0
        });
    }
}
