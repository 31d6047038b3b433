//! The body of a request as it arrives: counted in raw bytes, given up when it comes too slowly, and held only while all
//! that strangers have sent fits into one budget.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::error::PayloadError;
use actix_web::http::header::{HeaderMap, TRANSFER_ENCODING};
use actix_web::rt;
use actix_web::web::{Bytes, Payload};
use futures_util::{Stream, StreamExt, stream};
use tokio::time::{Instant, timeout_at};

/// How many of its bytes win a body another second.
const BYTES_A_SECOND: usize = 100_000;
/// So much of a stranger's body needs no budget: nearly every form is shorter.
const FREE: usize = 8_192;
/// What strangers' bodies may hold beyond that, all together.
const BUDGET: usize = 33_554_432;
/// How long a body that was not read keeps its connection, so that the sender can read why.
const FAREWELL: Duration = Duration::from_secs(2);

/// Why a body was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// More bytes than are taken.
    TooLarge,
    /// They came too slowly.
    TooSlow,
    /// Other bodies take all the room there is.
    NoRoom,
    /// The connection was lost, or what came is no HTTP.
    Lost,
}

/// The room that strangers' bodies share.
#[derive(Debug, Default)]
pub struct Room(AtomicUsize);

impl Room {
    fn take(&self, bytes: usize) -> bool {
        let fits = |held: usize| Some(held + bytes).filter(|held| *held <= BUDGET);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok()
    }

    fn give_back(&self, bytes: usize) {
        self.0.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// A body that is being read. Clones read the same one.
#[derive(Clone)]
pub struct Body(Rc<Shared>);

struct Shared {
    payload: RefCell<Option<Payload>>,
    is_chunked: bool,
    begun: Instant,
    first: Cell<Duration>,
    most: Cell<usize>,
    arrived: Cell<usize>,
    taken: Cell<usize>,
    room: RefCell<Option<Arc<Room>>>,
    broken: Cell<Option<Broken>>,
    is_whole: Cell<bool>,
}

impl Body {
    /// The body behind these headers, of which nothing is read yet, and how long it may take at first.
    pub fn new(headers: &HeaderMap, payload: Payload, patience: Duration) -> Body {
        Body(Rc::new(Shared {
            payload: RefCell::new(Some(payload)),
            is_chunked: headers.contains_key(TRANSFER_ENCODING),
            begun: Instant::now(),
            first: Cell::new(patience),
            most: Cell::new(0),
            arrived: Cell::new(0),
            taken: Cell::new(0),
            room: RefCell::new(None),
            broken: Cell::new(None),
            is_whole: Cell::new(false),
        }))
    }

    /// Takes so many bytes at most.
    pub fn at_most(&self, bytes: usize) {
        self.0.most.set(bytes);
    }

    /// Takes only what has room beside other bodies.
    pub fn within(&self, room: &Arc<Room>) {
        *self.0.room.borrow_mut() = Some(Arc::clone(room));
    }

    /// Gives up sooner when nothing comes.
    pub fn hurry(&self, first: Duration) {
        self.0.first.set(first);
    }

    /// Why it could not be read.
    pub fn broken(&self) -> Option<Broken> {
        self.0.broken.get()
    }

    /// The next bytes; none at its end.
    pub async fn next(&self) -> Option<Result<Bytes, Broken>> {
        let shared = &self.0;
        let won = u64::try_from(shared.arrived.get() / BYTES_A_SECOND).unwrap_or(u64::MAX);
        let deadline = shared.begun + shared.first.get() + Duration::from_secs(won);
        let chunk = poll_fn(|cx| match shared.payload.borrow_mut().as_mut() {
            Some(payload) => payload.poll_next_unpin(cx),
            None => std::task::Poll::Ready(None),
        });
        let chunk = match timeout_at(deadline, chunk).await {
            Ok(Some(Ok(chunk))) => self.weigh(chunk),
            Ok(Some(Err(_))) => Err(Broken::Lost),
            Ok(None) => {
                shared.is_whole.set(true);
                return None;
            }
            Err(_) => Err(Broken::TooSlow),
        };
        if let Err(broken) = &chunk {
            shared.broken.set(Some(*broken));
        }
        Some(chunk)
    }

    fn weigh(&self, chunk: Bytes) -> Result<Bytes, Broken> {
        let shared = &self.0;
        let arrived = shared.arrived.get() + chunk.len();
        shared.arrived.set(arrived);
        if arrived > shared.most.get() {
            return Err(Broken::TooLarge);
        }
        if let Some(room) = shared.room.borrow().as_ref() {
            let more = arrived.saturating_sub(FREE).saturating_sub(shared.taken.get());
            if !room.take(more) {
                return Err(Broken::NoRoom);
            }
            shared.taken.set(shared.taken.get() + more);
        }
        Ok(chunk)
    }

    /// The same as a stream, for a reader that knows its own errors alone; [`Body::broken`] says the true one.
    pub fn stream(&self) -> impl Stream<Item = Result<Bytes, PayloadError>> + use<> {
        stream::unfold(self.clone(), |body| async move {
            let chunk = body.next().await?;
            Some((chunk.map_err(|_| PayloadError::Incomplete(None)), body))
        })
        .fuse()
    }

    /// Ends with the answer. What was not read of a body without a length would be waited for as long as it comes, unless
    /// somebody still has it: then the connection is closed.
    pub fn leave(self) {
        let unread =
            self.0.payload.borrow_mut().take().filter(|_| self.0.is_chunked && !self.0.is_whole.get());
        if let Some(unread) = unread {
            rt::spawn(async move {
                tokio::time::sleep(FAREWELL).await;
                drop(unread);
            });
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(room) = self.room.borrow().as_ref() {
            room.give_back(self.taken.get());
        }
    }
}
