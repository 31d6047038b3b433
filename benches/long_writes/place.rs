//! A database and a folder to measure in, and the program that runs there.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rendezvous::app::App;
use rendezvous::config::{Config, DatabaseUrl, Secret};
use rendezvous::startup;

use crate::support::{Outcome, config, new_database, world};

/// Where something is measured. The folder goes with it.
pub struct Place {
    /// Which database it has.
    pub name: &'static str,
    pub folder: PathBuf,
    database: DatabaseUrl,
}

impl Place {
    /// One for each database there is, empty.
    pub fn of_each_database(what: &str) -> Outcome<Vec<Place>> {
        let mut places = vec![Place::on_sqlite(what)?];
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) => places.push(Place::on_postgres(&server, what)?),
            Err(_) => println!("Postgres left out: TEST_DATABASE_URL names no server"),
        }
        Ok(places)
    }

    pub fn on_sqlite(what: &str) -> Outcome<Place> {
        let folder = folder(&format!("{what}-sqlite"))?;
        Ok(Place { name: "SQLite", database: DatabaseUrl::in_folder(&folder), folder })
    }

    pub fn on_postgres(server: &str, what: &str) -> Outcome<Place> {
        let folder = folder(&format!("{what}-postgres"))?;
        Ok(Place { name: "Postgres", database: new_database(server, what)?, folder })
    }

    pub fn config(&self) -> Outcome<Config> {
        let database = match &self.database {
            DatabaseUrl::Sqlite(path) => DatabaseUrl::Sqlite(path.clone()),
            DatabaseUrl::Postgres(url) => DatabaseUrl::Postgres(Secret::new(url.expose().to_string())),
        };
        config(SocketAddr::from(([127, 0, 0, 1], 0)), database, &self.folder)
    }

    /// The app without a server, to fill the database with.
    pub fn app(&self) -> Outcome<App> {
        Ok(startup::open(self.config()?, world())?)
    }

    /// The program with these words, in this place.
    pub fn command(&self, words: &[&str]) -> Command {
        // The one that is built with the benchmark, or another build of it.
        let built = || env!("CARGO_BIN_EXE_rendezvous").into();
        let mut command = Command::new(std::env::var_os("RENDEZVOUS").unwrap_or_else(built));
        command.args(words);
        for name in ["DATABASE_URL", "BASE_URL", "SMTP_URL"] {
            command.env_remove(name);
        }
        if let DatabaseUrl::Postgres(url) = &self.database {
            command.env("DATABASE_URL", url.expose());
        }
        command.env("DATA_DIR", &self.folder).env("LISTEN", "127.0.0.1:0").env("RUST_LOG", "warn");
        command.env("MAILS_PER_MINUTE", "1000000").env("MAILS_BURST", "1000000");
        command.env("CONNECTIONS_PER_NETWORK", "60000");
        command
    }

    /// A server, with more settings.
    pub fn serve(&self, settings: &[(&str, &str)]) -> Outcome<Server> {
        let log = std::fs::File::create(self.folder.join("log"))?;
        let mut command = self.command(&["serve"]);
        let mut child = command.envs(settings.iter().copied()).stdout(Stdio::piped()).stderr(log).spawn()?;
        let told = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut base = String::new();
        for line in told.lines() {
            let line = line?;
            if let Some(site) = line.strip_prefix("site: ") {
                base = site.trim_end_matches('/').to_string();
            }
            if line == "ready" {
                return Ok(Server { child, base });
            }
        }
        Err("the server ended before it was ready".into())
    }

    /// The file of SQLite.
    pub fn file(&self) -> Option<&Path> {
        match &self.database {
            DatabaseUrl::Sqlite(path) => Some(path),
            DatabaseUrl::Postgres(_) => None,
        }
    }

    /// The address of Postgres.
    pub fn address(&self) -> Option<&str> {
        match &self.database {
            DatabaseUrl::Sqlite(_) => None,
            DatabaseUrl::Postgres(url) => Some(url.expose()),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn folder(what: &str) -> Outcome<PathBuf> {
    let folder = std::env::temp_dir().join(format!("rendezvous-bench-{}-{what}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A server that runs until this is dropped.
pub struct Server {
    child: Child,
    /// Where it is, without a slash at the end.
    pub base: String,
}

impl Server {
    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How long it has kept a core busy.
    pub fn cpu(&self) -> Outcome<Duration> {
        cpu_of(self.id())
    }

    /// How much memory it holds.
    pub fn megabytes(&self) -> Outcome<f64> {
        megabytes_of(self.id())
    }
}

/// How long a process has kept a core busy.
pub fn cpu_of(process: u32) -> Outcome<Duration> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields: Vec<&str> = told.rsplit_once(')').ok_or("no name")?.1.split_whitespace().collect();
    let ticks = |nth: usize| -> Outcome<u64> { Ok(fields.get(nth).ok_or("no figure")?.parse()?) };
    // In hundredths of a second, as Linux tells every program (proc(5), utime and stime).
    Ok(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}

/// How much memory a process holds.
pub fn megabytes_of(process: u32) -> Outcome<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no memory told")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).ok_or("no figure")?.parse()?;
    Ok(kilobytes / 1e3)
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
