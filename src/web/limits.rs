//! How often one address may ask for what costs us something. Reading pages is free: a whole conference may sit behind
//! one address. Limits per person are the services' own. And how many may change or read something at once: the others wait
//! here, where they hold no thread, and not for long.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::error::PageError;
use crate::config::Limits;
use crate::domain::network::Network;
use crate::domain::token::TokenHash;
use crate::services::Trouble;

/// What a route costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As often as one likes.
    Free,
    /// May send a mail.
    Mail,
    /// Begins a registration form that is kept.
    Draft,
    /// Hashes a password, of somebody whom nobody knows yet.
    SignIn,
    /// Takes a password or a code of whoever is logged in: each log-in has a limit of its own.
    Proof,
}

/// The limits with what they have seen.
pub struct Gate {
    mail: DefaultKeyedRateLimiter<Network>,
    draft: DefaultKeyedRateLimiter<Network>,
    sign_in: DefaultKeyedRateLimiter<Network>,
    /// By the hash of a log-in's or a known browser's token.
    own: DefaultKeyedRateLimiter<String>,
}

/// How many requests may change something at once. Each may hold a thread, of which a web worker has
/// [`super::blocking::THREADS`].
pub const TURNS: usize = 32;
/// How many may be read for at once, beside those: the rest of the threads.
pub const READERS: usize = super::blocking::THREADS - TURNS;
/// How long a request waits for its turns in all: here, and then at the database. Whoever would wait longer is told to come
/// again, within two seconds: everybody would wait longer and longer.
pub const PATIENCE: Duration = Duration::from_millis(1_600);
/// How long it may wait at the database, however long it has waited here.
const LEAST: Duration = Duration::from_millis(150);

/// Waits for leave to change or to read something; it ends with what is given first. Gives how long the request may wait at the database.
pub async fn turn(turns: &Semaphore) -> Result<(SemaphorePermit<'_>, Duration), PageError> {
    let asked = Instant::now();
    match timeout(PATIENCE, turns.acquire()).await {
        Ok(Ok(permit)) => Ok((permit, PATIENCE.saturating_sub(asked.elapsed()).max(LEAST))),
        _ => Err(PageError::Unavailable(Trouble::Busy, "too many requests at once".to_string())),
    }
}

/// More addresses than this are worth a sweep of those that have been quiet.
const MANY: usize = 20_000;

impl Gate {
    /// A gate with these limits.
    pub fn new(limits: &Limits) -> Gate {
        let mail = per_minute(limits.mails_per_minute).allow_burst(at_least_one(limits.mails_burst));
        let draft = per_minute(limits.mails_per_minute.saturating_mul(2))
            .allow_burst(at_least_one(limits.mails_burst.saturating_mul(2)));
        Gate {
            mail: RateLimiter::keyed(mail),
            // Whoever sends a form has begun one, and some begin twice.
            draft: RateLimiter::keyed(draft),
            sign_in: RateLimiter::keyed(per_minute(limits.sign_ins_per_minute)),
            own: RateLimiter::keyed(per_minute(limits.sign_ins_per_minute)),
        }
    }

    /// Lets a request pass, or refuses it for now.
    pub fn check(&self, pace: Pace, from: IpAddr) -> Result<(), PageError> {
        let limiter = match pace {
            // A proof has a limit once it is known whose it is.
            Pace::Free | Pace::Proof => return Ok(()),
            Pace::Mail => &self.mail,
            Pace::Draft => &self.draft,
            Pace::SignIn => &self.sign_in,
        };
        if limiter.len() > MANY {
            limiter.retain_recent();
        }
        limiter.check_key(&Network::of(from)).map_err(|_| PageError::TooMany)
    }

    /// The same for whoever has a log-in, or a browser that is known: others in their network do not use up their turns.
    pub fn check_own(&self, token: &TokenHash) -> Result<(), PageError> {
        if self.own.len() > MANY {
            self.own.retain_recent();
        }
        self.own.check_key(&token.0).map_err(|_| PageError::TooMany)
    }
}

fn per_minute(n: u32) -> Quota {
    Quota::per_minute(at_least_one(n))
}

fn at_least_one(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}
