//! How many connections are open, in all and from each network, and what becomes of those beyond: the next ones are told to
//! come again, at once and without waiting for what they send; beyond that they are hung up on.
//!
//! Half of what a network may have makes its connections end with their answer, so that a hall of people behind one address
//! holds few of them open. All that come by a trusted proxy are the proxy's, and count in all alone.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use parking_lot::Mutex;

use crate::config::Proxies;
use crate::domain::network::Network;

/// So many more of a network, and in all, are told why they are turned away.
const TOLD_OF_NETWORK: usize = 32;
const TOLD: usize = 128;
/// Descriptors that are kept for everything but visitors: the database, files, mail.
const KEPT_FREE: u64 = 256;
/// However many descriptors there are.
const MOST: usize = 8_192;

/// The open connections.
pub struct Connections {
    most: usize,
    of_network: usize,
    proxies: Proxies,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    of: HashMap<Network, usize>,
}

/// An open connection; it counts until it is dropped.
struct Connection {
    network: Option<Network>,
    is_beyond: bool,
    all: Arc<Connections>,
}

impl Connections {
    /// With so many at most from one network, and as many in all as there are descriptors.
    pub fn new(of_network: usize, descriptors: u64, proxies: Proxies) -> Connections {
        let most = usize::try_from(descriptors.saturating_sub(KEPT_FREE)).unwrap_or(MOST).clamp(64, MOST);
        Connections { most, of_network, proxies, open: Mutex::default() }
    }

    /// Counts a connection that begins, or hangs up on it.
    pub fn begin(self: &Arc<Connections>, stream: &dyn Any, data: &mut Extensions) {
        let Some(stream) = stream.downcast_ref::<TcpStream>() else { return };
        let Ok(peer) = stream.peer_addr() else { return };
        let peer = peer.ip().to_canonical();
        let network = (!self.proxies.trust(peer)).then(|| Network::of(peer));
        let connection = self.count(network);
        let (all, of_network) = self.so_far(network);
        if all > self.most + TOLD || of_network > self.of_network + TOLD_OF_NETWORK {
            // A connection that is gone already is as good as one that is hung up on.
            let _ = rustix::net::shutdown(stream, rustix::net::Shutdown::Both);
        }
        data.insert(connection);
    }

    fn count(self: &Arc<Connections>, network: Option<Network>) -> Connection {
        let mut open = self.open.lock();
        open.all += 1;
        let of_network = network.map_or(0, |network| {
            let count = open.of.entry(network).or_default();
            *count += 1;
            *count
        });
        let is_beyond = open.all > self.most || of_network > self.of_network;
        Connection { network, is_beyond, all: Arc::clone(self) }
    }

    fn so_far(&self, network: Option<Network>) -> (usize, usize) {
        let open = self.open.lock();
        (open.all, network.and_then(|network| open.of.get(&network).copied()).unwrap_or_default())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut open = self.all.open.lock();
        open.all = open.all.saturating_sub(1);
        let Some(network) = self.network else { return };
        if let Some(count) = open.of.get_mut(&network) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.of.remove(&network);
            }
        }
    }
}

/// Whether a request came by a connection that is one too many.
pub fn is_beyond(request: &HttpRequest) -> bool {
    request.conn_data::<Connection>().is_some_and(|own| own.is_beyond)
}

/// Whether a request's connection has to end with its answer: there are many.
pub fn ends_soon(request: &HttpRequest) -> bool {
    let Some(own) = request.conn_data::<Connection>() else { return false };
    let (all, of_network) = own.all.so_far(own.network);
    own.is_beyond || all > own.all.most / 2 || of_network > own.all.of_network / 2
}
