//! What becomes of a mail after a try: decided once, then written down as often as it takes.

use std::time::Instant;

use chrono::{DateTime, Duration, Utc};

use super::refusals::{Meant, Named, Refusals, Refused};
use crate::domain::ids::MailId;
use crate::domain::mail::{self, MailPause, PauseCause, probe_interval};
use crate::domain::text::Email;
use crate::mail::transport::SendError;
use crate::services::bounces;
use crate::store::{Db, StoreError, mail_pause, outbox};

/// Minutes until the next try of a mail that failed for a while; after these, every hour.
const STEPS: [i64; 4] = [1, 5, 15, 60];
/// Tries until a mail is given up: two days after the first one.
const MOST_TRIES: u32 = 51;
/// Longest reason kept, in characters.
const REASON_MAX: usize = 500;

/// A mail that a connection has tried to send.
#[derive(Debug, Clone)]
pub(super) struct Tried {
    pub id: MailId,
    pub recipient: Email,
    /// How often it was tried before.
    pub tries: u32,
    /// Whether it went out to see whether the server takes mail again.
    pub is_probe: bool,
}

impl Tried {
    fn named(&self) -> Named {
        Named { id: self.id.clone(), recipient: self.recipient.key(), domain: self.recipient.wire_domain() }
    }
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    Sent,
    /// Tried again later.
    Again,
    GivenUp,
    NoMailbox,
    /// No mail goes: it waits.
    Paused,
    /// It could not go over this connection, but others go.
    Elsewhere,
    /// Somebody else has settled it.
    Settled,
}

/// The outcome of a try.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    pub tried: Tried,
    pub fate: Fate,
    /// Mails that were given up before and wait again.
    pub also: Vec<MailId>,
    /// What the server said.
    pub reason: String,
    /// Whether mail stops: the server means us.
    pub pauses: bool,
}

/// What follows from an answer. `others_go` says whether another connection has just sent a mail.
pub(super) fn judge(
    tried: Tried,
    sent: Result<(), SendError>,
    refusals: &mut Refusals,
    others_go: bool,
    now: Instant,
) -> Outcome {
    let named = tried.named();
    let given_up = if tried.tries + 1 < MOST_TRIES { Fate::Again } else { Fate::GivenUp };
    let mut pauses = false;
    let mut also = Vec::new();
    let (fate, reason) = match sent {
        Ok(()) => {
            refusals.taken(&named, now);
            (Fate::Sent, String::new())
        }
        Err(SendError::Temporary(reason)) => (given_up, reason),
        Err(SendError::Closed(reason)) => {
            pauses = refusals.hung_up(&named, now) && !others_go;
            (given_up, reason)
        }
        Err(SendError::NoMailbox(reason)) => (Fate::NoMailbox, reason),
        Err(SendError::Unfit(reason)) => (Fate::GivenUp, reason),
        Err(SendError::Permanent(reason)) if mail::is_about_recipient(&reason) => (Fate::GivenUp, reason),
        Err(SendError::Permanent(reason)) => {
            let by_rights = mail::is_about_us(&reason);
            let with = Refused { to_probe: tried.is_probe, by_rights };
            let fate = match refusals.refused(named, with, now) {
                Meant::Mail => Fate::GivenUp,
                Meant::MailAgain if by_rights => given_up,
                Meant::MailAgain => Fate::GivenUp,
                Meant::Rights { also: mails } => {
                    also = mails;
                    given_up
                }
                Meant::Us { also: mails } => {
                    also = mails;
                    Fate::Paused
                }
            };
            (fate, reason)
        }
        Err(SendError::Unavailable(reason)) if others_go && !tried.is_probe => (Fate::Elsewhere, reason),
        Err(SendError::Unavailable(reason)) => (Fate::Paused, reason),
        Err(SendError::GivenUp) => (Fate::Settled, String::new()),
    };
    pauses |= fate == Fate::Paused;
    Outcome { tried, fate, also, reason: short(&reason), pauses }
}

/// When a mail is tried next and what the server said are written down by whoever claimed it.
pub(super) struct Written<'a> {
    pub holder: &'a str,
    pub now: DateTime<Utc>,
    /// When a mail that failed for now is tried again.
    pub next: DateTime<Utc>,
}

/// What an outcome changed for all mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    Nothing,
    /// No mail goes any more.
    Paused,
    /// Mail goes again.
    Flows,
}

/// Writes an outcome down; doing so twice does no harm.
pub(super) fn write(db: &mut Db, outcome: &Outcome, written: &Written<'_>) -> Result<News, StoreError> {
    let Outcome { tried, fate, also, reason, pauses } = outcome;
    let now = written.now;
    let ours = (&tried.id, written.holder);
    match fate {
        Fate::Sent => {
            outbox::mark_sent(db, &tried.id, now)?;
            if mail_pause::clear(db, PauseCause::Server)? {
                return Ok(News::Flows);
            }
        }
        Fate::Again => outbox::mark_failed(db, ours, reason, now, Some(written.next))?,
        Fate::GivenUp => outbox::mark_failed(db, ours, reason, now, None)?,
        Fate::NoMailbox => {
            outbox::mark_failed(db, ours, reason, now, None)?;
            bounces::block(db, &tried.recipient, reason, now)?;
        }
        Fate::Paused => outbox::postpone(db, ours, reason, now)?,
        Fate::Elsewhere => outbox::give_back(db, ours)?,
        Fate::Settled => {}
    }
    outbox::put_back(db, also, now)?;
    if *pauses {
        return pause(db, &mail::without_addresses(reason), now);
    }
    if tried.is_probe && *fate != Fate::Sent {
        // The answer was about this mail alone: another one tells more.
        mail_pause::probe_at(db, now)?;
    }
    Ok(News::Nothing)
}

/// Begins a pause, or notes that it goes on.
fn pause(db: &mut Db, words: &str, now: DateTime<Utc>) -> Result<News, StoreError> {
    if mail_pause::get(db)?.is_some() {
        mail_pause::note_words(db, words)?;
        return Ok(News::Nothing);
    }
    mail_pause::set(db, &MailPause::by_server(words.to_string(), now))?;
    Ok(News::Paused)
}

/// How long to wait after so many earlier tries.
pub(super) fn backoff(tries: u32) -> Duration {
    let step = usize::try_from(tries).ok().and_then(|tries| STEPS.get(tries));
    Duration::minutes(step.copied().unwrap_or(60))
}

/// When the next probe goes after this one.
pub(super) fn next_probe(pause: &MailPause, now: DateTime<Utc>) -> DateTime<Utc> {
    now + probe_interval(pause.probes.saturating_add(1))
}

fn short(reason: &str) -> String {
    reason.chars().take(REASON_MAX).collect()
}
