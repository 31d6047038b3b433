//! Confirmations that come in a burst from one place: one network, or the mailboxes of one domain that is not everybody's.
//!
//! A company brings thirty people, and a hall full of people has one address: both are welcome while there is room. Only once
//! half of the seats are taken, what is more than a share of them within an hour from one place is looked at by an organiser.

use chrono::Duration;

use super::codes::codes;
use super::mail_slips::is_common;
use super::text::{Email, wire_part};

codes! {
    /// What the confirmations of a burst have in common.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Burst {
        Network = "network",
        Domain = "domain",
    }
}

impl Burst {
    /// What the log calls a registration that waits for approval because of it.
    pub fn action(self) -> &'static str {
        match self {
            Burst::Network => "registration.held-network",
            Burst::Domain => "registration.held-domain",
        }
    }
}

/// Within so long they count.
pub const WITHIN: Duration = Duration::hours(1);
/// So many from one place are no burst, however few seats there are.
const USUAL: u32 = 20;
/// One in so many seats is the share.
const SHARE: u32 = 5;

/// Whether one more from a place is too many after so many within the hour, at an event of which so many seats are taken.
pub fn is_burst(capacity: Option<u32>, taken: u32, before: usize) -> bool {
    let Some(capacity) = capacity else { return false };
    let usual = usize::try_from(USUAL.max(capacity / SHARE)).unwrap_or(usize::MAX);
    before >= usual && taken.saturating_mul(2) >= capacity
}

/// The domain by which an address counts; none where everybody may have a mailbox, and none for that of the event itself, whose
/// people are known.
pub fn counted_domain(email: &Email, contact: &str) -> Option<String> {
    let domain = email.wire_domain();
    let own = contact.rsplit('@').next().map(|own| owned(&wire_part(own)));
    let counted = owned(&domain);
    (!is_common(&domain) && own.as_ref() != Some(&counted)).then_some(counted)
}

/// What stands below a country's end where nobody owns the second part alone, as in `example.co.uk`.
const SECOND: [&str; 9] = ["ac", "co", "com", "edu", "gov", "gv", "net", "or", "org"];

/// The part of a domain that somebody owns, as far as its look says.
fn owned(domain: &str) -> String {
    let labels: Vec<&str> = domain.rsplit('.').collect();
    let is_below = matches!(labels.as_slice(), [end, next, _, ..] if end.len() == 2 && SECOND.contains(next));
    let mut owned: Vec<&str> = labels.into_iter().take(if is_below { 3 } else { 2 }).collect();
    owned.reverse();
    owned.join(".")
}
