//! How often one address may ask for what costs us something. Reading pages is free: a whole conference may sit behind
//! one address. Limits per person are the services' own. And how many may change something at once: the others wait here,
//! where they hold no thread and no connection that a reader needs.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use actix_web::http::header::HeaderMap;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::error::PageError;
use crate::config::Limits;
use crate::domain::network::network;
use crate::services::Trouble;

/// What a route costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As often as one likes.
    Free,
    /// May send a mail.
    Mail,
    /// Hashes a password.
    SignIn,
}

/// The limits with what they have seen.
pub struct Gate {
    mail: DefaultKeyedRateLimiter<IpAddr>,
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
}

/// How many requests may change something at once. Each may hold a thread, of which a web worker has
/// [`super::blocking::THREADS`].
pub const TURNS: usize = 32;
/// How long a request waits for its turns in all: here, and then at the database. Whoever would wait longer is told to come
/// again, within two seconds: everybody would wait longer and longer.
pub const PATIENCE: Duration = Duration::from_millis(1_600);
/// How long it may wait at the database, however long it has waited here.
const LEAST: Duration = Duration::from_millis(150);

/// Waits for leave to change something; it ends with what is given first. Gives how long the request may wait at the database.
pub async fn turn(turns: &Semaphore) -> Result<(SemaphorePermit<'_>, Duration), PageError> {
    let asked = Instant::now();
    match timeout(PATIENCE, turns.acquire()).await {
        Ok(Ok(permit)) => Ok((permit, PATIENCE.saturating_sub(asked.elapsed()).max(LEAST))),
        _ => Err(PageError::Unavailable(Trouble::Busy, "too many forms at once".to_string())),
    }
}

/// More addresses than this are worth a sweep of those that have been quiet.
const MANY: usize = 20_000;

impl Gate {
    /// A gate with these limits.
    pub fn new(limits: &Limits) -> Gate {
        let mail = per_minute(limits.mails_per_minute).allow_burst(at_least_one(limits.mails_burst));
        Gate {
            mail: RateLimiter::keyed(mail),
            sign_in: RateLimiter::keyed(per_minute(limits.sign_ins_per_minute)),
        }
    }

    /// Lets a request pass, or refuses it for now.
    pub fn check(&self, pace: Pace, from: IpAddr) -> Result<(), PageError> {
        let limiter = match pace {
            Pace::Free => return Ok(()),
            Pace::Mail => &self.mail,
            Pace::SignIn => &self.sign_in,
        };
        if limiter.len() > MANY {
            limiter.retain_recent();
        }
        limiter.check_key(&network(from)).map_err(|_| PageError::TooMany)
    }
}

fn per_minute(n: u32) -> Quota {
    Quota::per_minute(at_least_one(n))
}

fn at_least_one(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}

/// Who asks: the peer, or what a trusted proxy says of its own peer (the last entry, the only one it wrote itself).
pub fn address(peer: Option<SocketAddr>, headers: &HeaderMap, trust_proxy: bool) -> IpAddr {
    let peer = peer.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
    if !trust_proxy {
        return peer;
    }
    let told = headers.get_all("x-forwarded-for").last().and_then(|value| value.to_str().ok());
    told.and_then(|value| value.rsplit(',').next()?.trim().parse().ok()).unwrap_or(peer)
}
