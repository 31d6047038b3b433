//! The mail that tells an organiser that a match round is ready.

use super::program::{Envelope, PROGRAM};
use super::{action, greeting};
use crate::domain::account::Account;
use crate::domain::event::Event;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text;
use crate::mail::letter::{Block, Letter, accent};
use crate::mail::{MailContext, MailError};
use crate::words::Words;

/// A round that is ready, with whoever started it.
#[derive(Debug, Clone, Copy)]
pub struct RoundReady<'a> {
    pub event: &'a Event,
    pub account: &'a Account,
    pub number: u32,
    /// The round's page.
    pub link: &'a str,
    /// Whether there is a draft; otherwise the page says why not.
    pub is_draft: bool,
}

/// A round is ready, or could not be calculated.
pub fn round_ready(context: &MailContext<'_>, ready: &RoundReady<'_>) -> Result<OutgoingMail, MailError> {
    let RoundReady { event, account, number, link, is_draft } = *ready;
    let words = Words::of(account.lang);
    let name = text::shown_name(event.name_in(account.lang));
    let say = |ready: &str, failed: &str| {
        words.t2(if is_draft { ready } else { failed }, "number", number.to_string(), "event", &name)
    };
    let letter = Letter {
        words,
        subject: say("mail-round-ready-subject", "mail-round-failed-subject"),
        sender: PROGRAM.to_string(),
        heading: say("mail-round-ready-heading", "mail-round-failed-heading"),
        greeting: greeting(words, &account.name),
        blocks: vec![
            Block::Paragraph(say("mail-round-ready-text", "mail-round-failed-text")),
            action(context, say("mail-round-ready-action", "mail-round-failed-action"), link)?,
        ],
        footer: vec![words.t1("mail-footer-account", "address", context.base_url.as_str())],
        stop: None,
        accent: accent(event),
    };
    Envelope::to_account(MailKind::RoundReady, Some(event), account)?.seal(context, letter)
}
