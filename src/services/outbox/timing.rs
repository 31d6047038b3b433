//! The times that the sending of mail goes by.

use std::time::Duration;

/// Times that the sending of mail goes by; tests have shorter ones.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// A conversation without an answer for so long hangs: another connection is opened in its place.
    pub hangs: Duration,
    /// How many connections are opened at most in the place of those that hang.
    pub extra: usize,
    /// So many mails of one domain hang, and the others wait.
    pub hanging_per_domain: usize,
    /// How long a domain rests at first whose server hung up on a mail.
    pub rest: Duration,
    /// How often claims are renewed.
    pub renew: Duration,
    /// A claim that another server has not renewed for so long is free.
    pub lease: Duration,
    /// How long a stop waits for what is under way.
    pub grace: Duration,
}

impl Default for Timing {
    fn default() -> Timing {
        Timing {
            hangs: Duration::from_secs(1),
            extra: 8,
            hanging_per_domain: 3,
            rest: Duration::from_secs(5),
            renew: Duration::from_secs(10),
            lease: Duration::from_secs(40),
            grace: Duration::from_secs(5),
        }
    }
}
