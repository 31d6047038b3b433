//! The way out for mail: a folder, a mail server, or a test's own memory.

mod folder;
mod memory;
mod progress;
mod smtp;
mod url;

use std::sync::Arc;

pub use folder::Folder;
pub use memory::Memory;
pub use progress::{GivenUp, Phase, Progress};
pub use smtp::SmtpLimits;

use crate::config::{ConfigError, TransportConfig};
use crate::domain::ids::MailId;
use crate::domain::mail::OutgoingMail;

/// Where mail goes.
pub enum Mailer {
    /// Files for people to look at; the default.
    Folder(Folder),
    /// A mail server.
    Smtp(Box<smtp::Server>),
    /// A test's memory.
    Memory(Memory),
}

impl Mailer {
    /// The way that the settings name.
    pub fn from_config(config: &TransportConfig) -> Result<Mailer, ConfigError> {
        Mailer::within(config, SmtpLimits::default())
    }

    /// The same with other limits of time.
    pub fn within(config: &TransportConfig, limits: SmtpLimits) -> Result<Mailer, ConfigError> {
        match config {
            TransportConfig::Folder(path) => Ok(Mailer::Folder(Folder::new(path.clone()))),
            TransportConfig::Smtp(url) => {
                Ok(Mailer::Smtp(Box::new(smtp::Server::from_url(url.expose(), limits)?)))
            }
        }
    }

    /// One mail at a time, over one connection that is opened when the first goes and closed when this is dropped.
    pub fn courier(&self) -> Courier<'_> {
        self.courier_watched(Arc::default())
    }

    /// The same for somebody who watches where it stands.
    pub fn courier_watched(&self, progress: Arc<Progress>) -> Courier<'_> {
        match self {
            Mailer::Folder(folder) => Courier::Folder(folder),
            Mailer::Smtp(server) => Courier::Smtp(Box::new(server.connection(progress))),
            Mailer::Memory(memory) => Courier::Memory(memory),
        }
    }

    /// The longest that a step of a conversation may last in all, however slowly its bytes drip.
    pub fn longest(&self, phase: Phase) -> Option<std::time::Duration> {
        match self {
            Mailer::Smtp(server) => server.longest(phase),
            Mailer::Folder(_) | Mailer::Memory(_) => None,
        }
    }
}

/// Carries mails one after the other.
pub enum Courier<'a> {
    Folder(&'a Folder),
    Smtp(Box<smtp::Connection<'a>>),
    Memory(&'a Memory),
}

impl Courier<'_> {
    /// Sends a mail. Its bytes are looked at once more: what is not plain CRLF lines of ASCII never leaves.
    pub fn send(&mut self, mail: &OutgoingMail, id: &MailId) -> Result<(), SendError> {
        super::mime::check(&mail.mime).map_err(|unfit| SendError::Unfit(unfit.to_string()))?;
        match self {
            Courier::Folder(folder) => folder.put(mail, id),
            Courier::Smtp(connection) => connection.send(mail),
            Courier::Memory(memory) => memory.put(mail),
        }
    }
}

/// Why a mail did not go.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// This mail may go later.
    #[error("{0}")]
    Temporary(String),
    /// The line broke, or the server closed it, after this mail was named: it may go later, and so may others to its
    /// domain.
    #[error("{0}")]
    Closed(String),
    /// This mail never goes, since there is no such mailbox: no other goes there either.
    #[error("{0}")]
    NoMailbox(String),
    /// The server refuses this mail for good, and does not name the mailbox: it may mean this mail, or us.
    #[error("{0}")]
    Permanent(String),
    /// This mail never goes, since we cannot write it down for the wire.
    #[error("{0}")]
    Unfit(String),
    /// No mail goes at the moment: no connection, or the server refuses us and not the mail.
    #[error("{0}")]
    Unavailable(String),
    /// Somebody gave the conversation up and has settled the mail.
    #[error("given up")]
    GivenUp,
}

impl From<GivenUp> for SendError {
    fn from(GivenUp: GivenUp) -> SendError {
        SendError::GivenUp
    }
}
