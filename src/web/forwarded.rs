//! Who asks: the peer, or what trusted proxies say of theirs in `X-Forwarded-For` or `Forwarded` (RFC 7239).
//!
//! The last entry that no trusted proxy's own address fills is the visitor's: what stands before it they may have written
//! themselves. A proxy that writes one of the two headers hands on what a visitor wrote into the other: `Forwarded` counts only
//! where there is no `X-Forwarded-For`, which nearly every proxy writes.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName};
use parking_lot::Mutex;

use crate::config::Proxies;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    pub address: IpAddr,
    /// Whether somebody else is named whom we do not believe: there may be a proxy of which the settings know nothing.
    pub is_doubted: bool,
}

/// Reads who asks.
pub fn asker(peer: Option<SocketAddr>, headers: &HeaderMap, proxies: &Proxies) -> Asker {
    let peer = peer.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip()).to_canonical();
    let old = listed(headers, &HeaderName::from_static("x-forwarded-for"), address);
    let new = listed(headers, &FORWARDED, forwarded_for);
    if !proxies.trust(peer) {
        return Asker { address: peer, is_doubted: old.is_some() || new.is_some() };
    }
    let told = |hops: Option<Vec<Option<IpAddr>>>| hops.map(|hops| visitor(peer, &hops, proxies));
    Asker { address: told(old.or(new)).unwrap_or(peer), is_doubted: false }
}

/// The last hop that is no proxy of ours; the one before it if it cannot be read.
fn visitor(peer: IpAddr, hops: &[Option<IpAddr>], proxies: &Proxies) -> IpAddr {
    let mut known = peer;
    for hop in hops.iter().rev() {
        match hop {
            Some(hop) if proxies.trust(*hop) => known = *hop,
            Some(hop) => return *hop,
            None => return known,
        }
    }
    known
}

/// The entries of a header, which may come more than once; nothing if it did not come.
fn listed(
    headers: &HeaderMap,
    name: &HeaderName,
    read: impl Fn(&str) -> Option<IpAddr>,
) -> Option<Vec<Option<IpAddr>>> {
    let mut values = headers.get_all(name).peekable();
    values.peek()?;
    let texts = values.map(|value| value.to_str().unwrap_or_default());
    Some(texts.flat_map(|text| text.split(',')).map(read).collect())
}

/// The `for=` of an entry such as `for="[2001:db8::1]:4711";proto=https`.
fn forwarded_for(entry: &str) -> Option<IpAddr> {
    let pairs = entry.split(';').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    address(value.trim().trim_matches('"'))
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let plain = text.parse().ok();
    let in_brackets = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok().map(IpAddr::V6);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    plain.or_else(in_brackets).or_else(with_port).map(|address: IpAddr| address.to_canonical())
}

/// That a header came from a peer that is no trusted proxy: said once in the log, and on the administrators' page until the
/// server starts anew.
#[derive(Debug, Default)]
pub struct Doubted(Mutex<Option<String>>);

impl Doubted {
    /// Takes note of it. The address of a proxy is that of a machine of one's own; another one may be a person's, and is
    /// not kept.
    pub fn note(&self, peer: Option<SocketAddr>) {
        let own = peer.map(|peer| peer.ip().to_canonical()).filter(|address| is_of_ones_own(*address));
        let mut noted = self.0.lock();
        let is_news = match &*noted {
            None => true,
            Some(known) => known.is_empty() && own.is_some(),
        };
        if is_news {
            let peer = own.map(|own| own.to_string()).unwrap_or_default();
            tracing::warn!(
                peer,
                "X-Forwarded-For or Forwarded came from a peer that is not in TRUSTED_PROXIES, and is not believed: if it \
                 is your proxy, set TRUSTED_PROXIES to its address, or all visitors count as one"
            );
            *noted = Some(peer);
        }
    }

    /// The address of the peer, or an empty text if it is not one's own; nothing if there was none.
    pub fn peer(&self) -> Option<String> {
        self.0.lock().clone()
    }
}

/// Whether an address is of a network of one's own, and not of the internet.
pub fn is_of_ones_own(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => four.is_private() || four.is_loopback() || four.is_link_local(),
        IpAddr::V6(six) => six.is_loopback() || six.is_unique_local() || six.is_unicast_link_local(),
    }
}
