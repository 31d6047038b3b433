//! What counts as one network: an IPv4 address, or the 64 bits of IPv6 in which one person can take any address.

use std::net::{IpAddr, Ipv6Addr};

/// The network of an address. Everything that counts by addresses counts by this.
pub fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => IpAddr::V6(Ipv6Addr::from(u128::from(six) & !u128::from(u64::MAX))),
        },
    }
}
