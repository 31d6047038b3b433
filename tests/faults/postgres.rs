//! Postgres clusters of a test's own: a primary, and standbys that follow it.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

use crate::story::wait_until;

/// The programs of Postgres; nothing if it is not installed, which is said aloud.
pub fn programs() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
        .collect();
    found.sort();
    if found.is_empty() {
        eprintln!("SKIPPED: no Postgres in /usr/lib/postgresql (Debian package postgresql)");
    }
    found.pop()
}

/// A cluster that runs until it is stopped or dropped.
pub struct Cluster {
    bin: PathBuf,
    data: PathBuf,
    pub port: u16,
}

impl Cluster {
    /// A new, empty primary in a folder.
    pub fn primary(bin: &Path, folder: &Path) -> Cluster {
        let cluster = Cluster::in_folder(bin, folder);
        let data = cluster.data.display().to_string();
        cluster.run(
            "initdb",
            &["-D", &data, "-U", "rendezvous", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        );
        cluster.start();
        cluster
    }

    /// A standby of a primary. Once it follows, the primary reports no commit that the standby does not have.
    pub fn synchronous_standby_of(primary: &Cluster, folder: &Path) -> Cluster {
        let standby = Cluster::in_folder(&primary.bin, folder);
        let (data, port) = (standby.data.display().to_string(), primary.port.to_string());
        let from = ["-h", "127.0.0.1", "-p", &port, "-U", "rendezvous"];
        let how = ["-D", &data, "-R", "-X", "stream", "-c", "fast"];
        standby.run("pg_basebackup", &[&from[..], &how[..]].concat());
        standby.start();
        primary.sql("ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.sql("SELECT pg_reload_conf()");
        let in_step = "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')) \
                       THEN RAISE EXCEPTION 'not in step'; END IF; END $$";
        wait_until("the standby is in step", || {
            sql_query(in_step).execute(&mut primary.connect("postgres")).is_ok()
        });
        standby
    }

    fn in_folder(bin: &Path, folder: &Path) -> Cluster {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let data = folder.join(format!("postgres-{port}"));
        fs::create_dir_all(&data).unwrap();
        let cluster = Cluster { bin: bin.to_path_buf(), data, port };
        // Postgres refuses to run as root: then it runs as the user that its package made.
        if is_root() {
            let data = cluster.data.display().to_string();
            assert!(Command::new("chown").args(["postgres:postgres", &data]).status().unwrap().success());
            assert!(Command::new("chmod").args(["700", &data]).status().unwrap().success());
        }
        cluster
    }

    fn start(&self) {
        let (data, log) = (self.data.display().to_string(), self.data.join("log").display().to_string());
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories={data} -c max_connections=100",
            self.port
        );
        self.run("pg_ctl", &["-D", &data, "-w", "-t", "60", "-l", &log, "-o", &options, "start"]);
    }

    /// Ends it as a crash would: at once, without a last word to anybody.
    pub fn crash(&self) {
        let data = self.data.display().to_string();
        self.run("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]);
    }

    /// Lets all of its processes stand still until what this gives is dropped.
    pub fn freeze(&self) -> Frozen {
        let first = fs::read_to_string(self.data.join("postmaster.pid")).unwrap();
        let postmaster = first.lines().next().unwrap().trim().to_string();
        let mut frozen = Frozen(vec![postmaster.clone()]);
        // It first: then it starts no others.
        frozen.signal("-STOP");
        let children = Command::new("pgrep").args(["-P", &postmaster]).output().unwrap().stdout;
        frozen.0.extend(String::from_utf8(children).unwrap().lines().map(String::from));
        assert!(frozen.0.len() > 1, "Postgres has processes of its own");
        frozen.signal("-STOP");
        frozen
    }

    /// Makes a standby the primary.
    pub fn promote(&self) {
        let data = self.data.display().to_string();
        self.run("pg_ctl", &["-D", &data, "-w", "promote"]);
    }

    /// Runs a statement in the database `postgres`.
    pub fn sql(&self, statement: &str) {
        sql_query(statement).execute(&mut self.connect("postgres")).unwrap();
    }

    /// A connection to one of its databases.
    pub fn connect(&self, database: &str) -> PgConnection {
        PgConnection::establish(&self.address(database)).unwrap()
    }

    /// The address of one of its databases.
    pub fn address(&self, database: &str) -> String {
        format!("postgres://rendezvous@127.0.0.1:{}/{database}", self.port)
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        assert!(self.runs(program, arguments), "{program} {arguments:?}");
    }

    fn runs(&self, program: &str, arguments: &[&str]) -> bool {
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]);
            command.arg(self.bin.join(program));
            command
        } else {
            Command::new(self.bin.join(program))
        };
        // What the server itself prints goes nowhere: a pipe would stay open for as long as it runs.
        command.args(arguments).current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

/// Processes that stand still.
pub struct Frozen(Vec<String>);

impl Frozen {
    fn signal(&self, signal: &str) {
        Command::new("kill").arg(signal).args(&self.0).stderr(Stdio::null()).status().unwrap();
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        self.signal("-CONT");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data.display().to_string();
        self.runs("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]);
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}
