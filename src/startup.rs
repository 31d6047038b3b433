//! Brings everything up: database, app, worker, server; the only place that sees all rooms.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use actix_web::{App as Service, HttpServer, middleware::Compress, rt, web};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, DatabaseUrl, TransportConfig};
use crate::documents::private_files;
use crate::domain::text;
use crate::mail::dkim::Signer;
use crate::mail::transport::Mailer;
use crate::pulse::Pulse;
use crate::random::Random;
use crate::services::passwords::PasswordHasher;
use crate::services::registrations::Bursts;
use crate::services::rounds::{FactsCache, RoundWatch, Turns};
use crate::services::{KeptFigures, KeptProgrammes, calendars};
use crate::store::restore::remove_leftovers;
use crate::store::{self, Store, StoreError};
use crate::web::blocking::THREADS;
use crate::web::{Site, dispatch};
use crate::worker::Worker;

/// Why the program cannot start: one plain sentence each.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "Another program already listens at {address}: stop it, or choose another address with --listen."
    )]
    PortInUse { address: SocketAddr },
    #[error("Cannot listen at {address}: {cause}.")]
    Listen { address: SocketAddr, cause: std::io::Error },
    #[error(
        "Cannot write into the folder {folder}: {cause}. Choose a folder that this user may write with --data."
    )]
    Folder { folder: String, cause: std::io::Error },
    #[error(
        "Another server already runs on the database {file}: stop it first, or use another folder with --data."
    )]
    Locked { file: String },
    #[error("Cannot open the database: {cause}. Check DATABASE_URL and that the database runs.")]
    Database { cause: String },
    #[error(
        "The database {file} is missing or empty, and {memory} says that there was one: put it back (or a backup), or \
         delete {memory} if you want to begin with an empty one."
    )]
    Vanished { file: String, memory: String },
    #[error(
        "The database is not the one that was used with this folder before, of which {memory} knows: set DATABASE_URL \
         right or put the right file back, or delete {memory} if you mean this database."
    )]
    Another { memory: String },
    #[error(
        "A newer version of this program has changed the database (it has {tables}): start that version, or restore a \
         backup from before."
    )]
    NewerTables { tables: String },
    #[error(
        "The database does not keep what this program promises: its {name} is {is}. Postgres has to be 14 or newer, with \
         the encoding UTF8; a SQLite file has to lie on a disk of this machine."
    )]
    Unsuitable { name: &'static str, is: String },
    #[error("Cannot sign mails: {cause}.")]
    Dkim { cause: String },
    #[error("Cannot start the threads of the server: {0}.")]
    Threads(std::io::Error),
}

/// What is handed in: the things that a test sets and a server takes from the system.
pub struct World {
    pub clock: Clock,
    pub random: Random,
    pub mailer: Mailer,
    pub passwords: PasswordHasher,
}

/// Takes the address that the server will listen at.
pub fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AddrInUse => StartError::PortInUse { address },
        _ => StartError::Listen { address, cause },
    })
}

/// Opens the database and makes the app: all that a command beside the server needs.
pub fn open(config: Config, world: World) -> Result<App, StartError> {
    let signer = match &config.mail.dkim {
        Some(dkim) => Signer::open(dkim, &config.mail.from)
            .map_err(|error| StartError::Dkim { cause: error.to_string() })?,
        None => Signer::default(),
    };
    prepare_folder(&config.data)?;
    let store = open_known(&config)?;
    let World { clock, random, mailer, passwords } = world;
    let (rounds, what_if) = (RoundWatch::default(), Turns::default());
    let bursts = Bursts::default();
    let (programmes, facts) = (KeptProgrammes::default(), FactsCache::default());
    let app = App {
        config,
        store,
        clock,
        random,
        mailer,
        signer,
        passwords,
        rounds,
        what_if,
        programmes,
        figures: KeptFigures::default(),
        facts,
        bursts,
    };
    calendars::adopt(&app).map_err(|fault| StartError::Database { cause: fault.to_string() })?;
    Ok(app)
}

/// The file of the data folder that says which database belongs to it.
const MEMORY: &str = "database-id";

/// Opens the database that the data folder remembers: an empty one in its place is not the start of a new life.
fn open_known(config: &Config) -> Result<Store, StartError> {
    let memory = config.data.join(MEMORY);
    if let Ok(known) = fs::read_to_string(&memory) {
        let memory = memory.display().to_string();
        match (store::id_of(&config.database).map_err(unopened)?, &config.database) {
            (Some(id), _) if id == known.trim() => return Store::open(&config.database).map_err(unopened),
            (None, DatabaseUrl::Sqlite(file)) => {
                return Err(StartError::Vanished { file: file.display().to_string(), memory });
            }
            _ => return Err(StartError::Another { memory }),
        }
    }
    if let DatabaseUrl::Sqlite(file) = &config.database {
        // The driver would make it as the rights of the process are; its journal gets the rights of the file.
        private_files::create_if_missing(file)
            .map_err(|cause| StartError::Folder { folder: file.display().to_string(), cause })?;
    }
    let store = Store::open(&config.database).map_err(unopened)?;
    remember(config, store.identity().id())?;
    Ok(store)
}

fn remember(config: &Config, id: &str) -> Result<(), StartError> {
    let refused = |cause| StartError::Folder { folder: config.data.display().to_string(), cause };
    private_files::create(&config.data.join(MEMORY))
        .and_then(|mut file| writeln!(file, "{id}"))
        .map_err(refused)
}

/// Lets the data folder remember a database that was restored, in the place of one that it knew.
pub fn remember_restored(config: &Config) -> Result<(), StartError> {
    prepare_folder(&config.data)?;
    match store::id_of(&config.database).map_err(unopened)? {
        Some(id) => remember(config, &id),
        None => Ok(()),
    }
}

/// The driver's words in one line.
fn unopened(error: StoreError) -> StartError {
    let cause = match error {
        StoreError::NewerTables(tables) => return StartError::NewerTables { tables },
        StoreError::Unsuitable { name, is } => return StartError::Unsuitable { name, is },
        StoreError::Unavailable(_, cause) => cause,
        other => other.to_string(),
    };
    StartError::Database { cause: text::line(&cause).trim_end_matches('.').to_string() }
}

fn prepare_folder(folder: &Path) -> Result<(), StartError> {
    let refused = |cause| StartError::Folder { folder: folder.display().to_string(), cause };
    private_files::create_folder(folder).map_err(refused)?;
    // Being allowed to make a file is what counts, and only making one tells.
    let probe = folder.join(".probe");
    fs::write(&probe, b"").and_then(|()| fs::remove_file(&probe)).map_err(refused)
}

/// Says once in the log what files of the server others may read, and how to end that. The server runs all the same: who
/// may read what is for the operator to say.
pub fn say_what_others_may_read(config: &Config) {
    let mut all = vec![config.data.clone()];
    if let DatabaseUrl::Sqlite(file) = &config.database {
        let beside = ["", "-wal", "-shm"].map(|ending| PathBuf::from(format!("{}{ending}", file.display())));
        all.extend(beside);
        all.push(file.with_extension("lock"));
    }
    if let TransportConfig::Folder(folder) = &config.mail.transport {
        all.push(folder.clone());
    }
    all.extend(config.backups.as_ref().map(|backups| backups.folder.clone()));
    let open = private_files::open_to_others(&all);
    if !open.is_empty() {
        let paths: Vec<String> = open.iter().map(|path| format!("'{}'", path.display())).collect();
        let command = format!("chmod -R go= {}", paths.join(" "));
        tracing::warn!(
            command,
            "other users of this machine may read files of this server: end that by the command"
        );
    }
}

/// Keeps other servers off a SQLite file until it is dropped or the process ends. Postgres serves any number.
pub struct ServerLock {
    _file: Option<File>,
}

/// Takes the lock, or says that another server has it.
pub fn lock(config: &Config) -> Result<ServerLock, StartError> {
    let DatabaseUrl::Sqlite(path) = &config.database else { return Ok(ServerLock { _file: None }) };
    prepare_folder(&config.data)?;
    let file = path.with_extension("lock");
    let refused = |cause| StartError::Folder { folder: file.display().to_string(), cause };
    let handle =
        File::options().create(true).truncate(false).write(true).mode(0o600).open(&file).map_err(refused)?;
    match handle.try_lock() {
        Ok(()) => {
            // Nobody restores into this database while we have the lock.
            remove_leftovers(path).map_err(refused)?;
            Ok(ServerLock { _file: Some(handle) })
        }
        Err(TryLockError::WouldBlock) => Err(StartError::Locked { file: path.display().to_string() }),
        Err(TryLockError::Error(cause)) => Err(refused(cause)),
    }
}

/// How long a stop waits until the leases of running rounds are given up.
const LEASES: std::time::Duration = std::time::Duration::from_secs(2);

/// A running server.
pub struct Running {
    pub app: Arc<App>,
    /// Where it listens.
    pub address: SocketAddr,
    server: ServerHandle,
    thread: JoinHandle<()>,
    worker: Option<Worker>,
    pulse: Pulse,
    _lock: ServerLock,
}

/// How many threads answer requests: they never wait, so few are enough.
#[derive(Debug, Clone, Copy)]
pub struct Workers(pub usize);

/// Who does the work nobody waits for: mail, expiry, rounds that a stop interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// The server, beside answering requests.
    Here,
    /// Somebody else, such as a test that decides when.
    Elsewhere,
}

/// Raises the number of files and connections that may be open as far as the system lets us, and gives it: many systems
/// begin with 1,024, for programs of another time.
fn raised_descriptors() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    if setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).is_err() {
        // Not every system takes its own hard limit; what there was goes on.
        return limit.current.unwrap_or(u64::MAX);
    }
    limit.maximum.unwrap_or(u64::MAX)
}

/// Starts the server on a listener; it answers when this returns.
pub fn start(
    app: Arc<App>,
    listener: TcpListener,
    lock: ServerLock,
    workers: Workers,
    background: Background,
) -> Result<Running, StartError> {
    let address = listener.local_addr().map_err(StartError::Threads)?;
    let pulse = Pulse::start(Arc::clone(&app)).map_err(StartError::Threads)?;
    let (sender, receiver) = std::sync::mpsc::channel();
    let site = web::Data::from(Arc::new(Site::new(Arc::clone(&app), raised_descriptors())));
    let thread = std::thread::Builder::new()
        .name("web".to_string())
        .spawn(move || rt::System::new().block_on(serve(site, listener, workers, sender)))
        .map_err(StartError::Threads)?;
    let server =
        receiver.recv().map_err(|_| StartError::Threads(std::io::Error::other("the web thread ended")))?;
    let server = server.map_err(StartError::Threads)?;
    let worker = match background {
        Background::Here => Some(Worker::start(Arc::clone(&app)).map_err(StartError::Threads)?),
        Background::Elsewhere => None,
    };
    Ok(Running { app, address, server, thread, worker, pulse, _lock: lock })
}

async fn serve(
    site: web::Data<Site>,
    listener: TcpListener,
    workers: Workers,
    started: std::sync::mpsc::Sender<std::io::Result<ServerHandle>>,
) {
    let connections = Arc::clone(&site.connections);
    let server = HttpServer::new(move || {
        Service::new()
            .app_data(web::Data::clone(&site))
            .wrap(Compress::default())
            .configure(dispatch::configure)
    })
    .workers(workers.0.max(1))
    .worker_max_blocking_threads(THREADS)
    // Head and body of a packed page are two writes: the second would wait for the reader's delayed acknowledgement (RFC 1122
    // 4.2.3.2 and 4.2.3.4), some 40 ms.
    .tcp_nodelay(true)
    .on_connect(move |stream, data| connections.begin(stream, data))
    .shutdown_timeout(10)
    .disable_signals()
    .listen(listener);
    match server {
        Ok(server) => {
            let server = server.run();
            let _ = started.send(Ok(server.handle()));
            if let Err(error) = server.await {
                tracing::error!(%error, "the server ended");
            }
        }
        Err(error) => {
            let _ = started.send(Err(error));
        }
    }
}

impl Running {
    /// Whether the database is no longer the one that was opened: then the server has to stop.
    pub fn database_is_gone(&self) -> bool {
        self.pulse.database_is_gone()
    }

    /// Lets running requests end, refuses new ones, and waits until all is quiet.
    pub fn stop(self) {
        let Running { app, server, thread, worker, pulse, .. } = self;
        pulse.stop();
        // Rounds that are being solved are left to whoever starts next; their threads are not waited for.
        app.rounds.close(LEASES);
        if let Some(worker) = &worker {
            worker.begin_stop();
        }
        // The message is on its way as soon as the future is made; nobody has to poll it.
        drop(server.stop(true));
        if thread.join().is_err() {
            tracing::error!("the web thread panicked");
        }
        // The mail that is on its way is finished before the program ends, or given up.
        if let Some(worker) = worker {
            worker.stop();
        }
    }
}
