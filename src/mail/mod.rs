//! Mail: what is said ([`messages`]), how it is written down and signed ([`dkim`]), how it leaves ([`transport`]), how
//! it is read again ([`reading`]), and what comes back ([`dropbox`], [`returned`]).

pub mod dkim;
pub mod dropbox;
mod letter;
pub mod masking;

pub mod messages;
mod mime;
pub mod reading;
pub mod returned;
pub mod transport;

use chrono::{DateTime, Utc};

use crate::config::BaseUrl;
use crate::domain::text::Email;
use crate::domain::token::TokenHash;
use crate::mail::dkim::Signer;

/// What every mail is made with.
#[derive(Debug, Clone)]
pub struct MailContext<'a> {
    /// Every link in a mail begins with it.
    pub base_url: &'a BaseUrl,
    /// Our own address.
    pub from: &'a Email,
    /// Where it comes back to.
    pub return_path: ReturnPath,
    pub signer: &'a Signer,
    /// Date of the mail.
    pub now: DateTime<Utc>,
    /// `<uuid>@host`, without angle brackets.
    pub message_id: String,
    /// Which organiser gets it in its reader's place, to see it.
    pub test_for: Option<Email>,
}

/// Where a mail comes back to if it cannot be delivered.
#[derive(Debug, Clone)]
pub struct ReturnPath {
    pub address: Email,
    /// Hash of the token in the address, if it has one.
    pub token: Option<TokenHash>,
}

/// How a reader stops mails of a kind.
#[derive(Debug, Clone)]
pub struct StopLink {
    /// The page; a POST to it is enough (RFC 8058).
    pub link: String,
    /// A mail to this address does the same.
    pub mailbox: Option<Email>,
}

/// Why a mail could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the participant has no e-mail address")]
    NoAddress,
    #[error("the address {0} is none that mail goes to")]
    Address(String),
    #[error("the link of a mail does not lead to this server")]
    ForeignLink,
    #[error("a mail of kind {0} is not made this way")]
    Kind(&'static str),
    #[error("the mail's template: {0}")]
    Template(#[from] askama::Error),
    #[error("the mail's form: {0}")]
    Form(#[from] lettre::error::Error),
    #[error("the mail's signature: {0}")]
    Signature(&'static str),
    #[error("the mail's bytes: {0}")]
    Bytes(#[from] UnsafeBytes),
}

/// What makes bytes unfit for the wire: a server that ends lines elsewhere would read commands out of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnsafeBytes {
    #[error("a line end that is not CR LF")]
    BareLineEnd,
    #[error("a character beyond ASCII, or a NUL")]
    NotAscii,
    #[error("a line of more than 998 octets")]
    LongLine,
}
