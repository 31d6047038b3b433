//! The real program, started as an operator starts it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::support::visitor::Visitor;

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new one that everybody may look into: a Postgres of another user lies in it too.
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("rendezvous-faults-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A running server; it is killed when it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: String,
    data: PathBuf,
}

impl Server {
    /// Starts one on a data folder, and on this database if it is not the SQLite file in the folder.
    pub fn start(data: &Path, database: Option<&str>) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
        command.args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--mails-per-minute",
            "100000",
            "--mails-burst",
            "100000",
        ]);
        command.arg("--data").arg(data);
        for name in ["DATABASE_URL", "BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR"] {
            command.env_remove(name);
        }
        if let Some(database) = database {
            command.env("DATABASE_URL", database);
        }
        let log = fs::File::create(data.with_extension("log")).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut address = String::new();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let is_ready = lines
            .inspect(|line| {
                if let Some(site) = line.strip_prefix("site: ") {
                    address = site.to_string();
                }
            })
            .any(|line| line == "ready");
        let server = Server { child, address, data: data.to_path_buf() };
        let log = fs::read_to_string(data.with_extension("log")).unwrap();
        assert!(is_ready, "the server did not start: {log}");
        server
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.address.clone())
    }

    /// The body of a page, with its status.
    pub fn get(&self, path: &str) -> (u16, String) {
        let page = self.visitor().get(path);
        (page.status, page.html)
    }

    /// The mails in its mail folder.
    pub fn mails(&self) -> Vec<String> {
        let files = fs::read_dir(self.data.join("mail")).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
