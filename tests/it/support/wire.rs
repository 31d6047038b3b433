//! A wire between the program and a Postgres server, which a test cuts: at once, or just when a commit is on its way.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use parking_lot::Mutex;

/// Where a wire is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Nowhere.
    None,
    /// Nobody gets through, and those who are connected are cut off.
    All,
    /// The next commit does not reach the server.
    BeforeCommit,
    /// The next commit reaches the server, and its answer does not come back.
    AfterCommit,
    /// So many messages reach the server, and not the next one.
    After(usize),
}

/// The wire.
pub struct Wire {
    /// Where its near end listens.
    pub port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    server: String,
    cut: Mutex<Cut>,
    live: Mutex<Vec<TcpStream>>,
    commits_cut: AtomicUsize,
}

impl Wire {
    /// A wire to the server at `host:port`.
    pub fn to(server: &str) -> Wire {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            server: server.to_string(),
            cut: Mutex::new(Cut::None),
            live: Mutex::default(),
            commits_cut: AtomicUsize::new(0),
        });
        let own = Arc::clone(&shared);
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                if *own.cut.lock() != Cut::All {
                    own.join(near);
                }
            }
        });
        Wire { port, shared }
    }

    /// Cuts it, or mends it.
    pub fn cut(&self, cut: Cut) {
        *self.shared.cut.lock() = cut;
        if cut == Cut::All {
            for end in self.shared.live.lock().drain(..) {
                let _ = end.shutdown(Shutdown::Both);
            }
        }
    }

    /// Whether it is still to be cut.
    pub fn is_to_be_cut(&self) -> bool {
        *self.shared.cut.lock() != Cut::None
    }

    /// How many commits were cut so far.
    pub fn commits_cut(&self) -> usize {
        self.shared.commits_cut.load(Ordering::Relaxed)
    }
}

impl Shared {
    fn join(self: &Arc<Shared>, near: TcpStream) {
        let Ok(far) = TcpStream::connect(&self.server) else { return };
        self.live.lock().extend([near.try_clone().unwrap(), far.try_clone().unwrap()]);
        let swallow = Arc::new(AtomicBool::new(false));
        let ends = (near.try_clone().unwrap(), far.try_clone().unwrap());
        let (own, noted) = (Arc::clone(self), Arc::clone(&swallow));
        thread::spawn(move || {
            pump(ends.0, ends.1, |bytes| {
                if own.is_the_one() {
                    return false;
                }
                if !bytes.windows(7).any(|part| part == b"COMMIT\0") {
                    return true;
                }
                let mut cut = own.cut.lock();
                if !matches!(*cut, Cut::BeforeCommit | Cut::AfterCommit) {
                    return true;
                }
                let cut = std::mem::replace(&mut *cut, Cut::None);
                own.commits_cut.fetch_add(1, Ordering::Relaxed);
                noted.store(cut == Cut::AfterCommit, Ordering::Relaxed);
                cut != Cut::BeforeCommit
            });
        });
        thread::spawn(move || pump(far, near, |_| !swallow.load(Ordering::Relaxed)));
    }

    /// Counts a message; says whether it is the one before which the wire is cut.
    fn is_the_one(&self) -> bool {
        let mut cut = self.cut.lock();
        let Cut::After(left) = *cut else { return false };
        *cut = if left == 0 { Cut::None } else { Cut::After(left - 1) };
        left == 0
    }
}

/// Hands on what comes as long as it may pass, then closes both ends.
fn pump(mut from: TcpStream, mut to: TcpStream, may_pass: impl Fn(&[u8]) -> bool) {
    let mut buffer = [0; 16_384];
    while let Ok(n @ 1..) = from.read(&mut buffer) {
        if !may_pass(&buffer[..n]) || to.write_all(&buffer[..n]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
