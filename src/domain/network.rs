//! Addresses in the network as limits count them: a person's IPv6 network of 64 bits is one, since they can take any address in it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An IPv4 address, or an IPv6 network of 64 bits. It is in memory alone: what is stored is a mark of it
/// (`services/networks.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl Network {
    /// The network that an address belongs to.
    pub fn of(address: IpAddr) -> Network {
        let IpAddr::V6(six) = address else { return Network(address) };
        Network(match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => IpAddr::V6(Ipv6Addr::from(u128::from(six) & !u128::from(u64::MAX))),
        })
    }
}

/// That of nobody: of what the program does itself.
impl Default for Network {
    fn default() -> Network {
        Network(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
