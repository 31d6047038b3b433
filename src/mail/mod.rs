//! Mail: what is said ([`messages`]), how it is written down, how it leaves ([`transport`]) and is read again
//! ([`reading`]).

mod letter;
pub mod messages;
mod mime;
pub mod reading;
pub mod transport;

use chrono::{DateTime, Utc};

use crate::config::BaseUrl;
use crate::domain::text::Email;

/// What every mail is made with.
#[derive(Debug, Clone)]
pub struct MailContext<'a> {
    /// Every link in a mail begins with it.
    pub base_url: &'a BaseUrl,
    /// Our own address.
    pub from: &'a Email,
    /// Date of the mail.
    pub now: DateTime<Utc>,
    /// `<uuid>@host`, without angle brackets.
    pub message_id: String,
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
