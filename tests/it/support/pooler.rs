//! pgbouncer between the program and a Postgres server: it hands out connections to the server, each for as long as somebody
//! keeps theirs (session mode).

use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::database::Folder;

/// A user who may do nothing: pgbouncer does not run as root.
const NOBODY: u32 = 65_534;

/// A running pgbouncer.
pub struct Pooler {
    pub port: u16,
    folder: Folder,
    program: Child,
}

impl Pooler {
    /// One before the server at `host:port`; none where it is not installed.
    pub fn before(server: &str) -> Option<Pooler> {
        let folder = Folder::new();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let (host, server_port) = server.split_once(':').unwrap();
        let settings = format!(
            "[databases]\n* = host={host} port={server_port} user=rendezvous\n[pgbouncer]\nlisten_addr = 127.0.0.1\n\
             listen_port = {port}\nunix_socket_dir =\nauth_type = any\npool_mode = session\ndefault_pool_size = 60\n"
        );
        std::fs::write(folder.0.join("pgbouncer.ini"), settings).unwrap();
        let program = start(&folder)?;
        let pooler = Pooler { port, folder, program };
        pooler.wait();
        Some(pooler)
    }

    /// Kills it, and with it every connection, and starts it anew.
    pub fn restart(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
        self.program = start(&self.folder).unwrap();
        self.wait();
    }

    fn wait(&self) {
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("pgbouncer does not listen");
    }
}

fn start(folder: &Folder) -> Option<Child> {
    let mut command = Command::new("pgbouncer");
    command.arg("-q").arg(folder.0.join("pgbouncer.ini")).stdout(Stdio::null()).stderr(Stdio::null());
    if std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        command.uid(NOBODY);
    }
    match command.spawn() {
        Ok(program) => Some(program),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => panic!("pgbouncer: {error}"),
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
