//! The way out for mail: a folder, a mail server, or a test's own memory.

mod folder;
mod memory;
mod smtp;

pub use folder::Folder;
pub use memory::Memory;

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
        match config {
            TransportConfig::Folder(path) => Ok(Mailer::Folder(Folder::new(path.clone()))),
            TransportConfig::Smtp(url) => Ok(Mailer::Smtp(Box::new(smtp::Server::from_url(url.expose())?))),
        }
    }

    /// One mail at a time, over one connection that is opened when the first goes and closed when this is dropped.
    pub fn courier(&self) -> Courier<'_> {
        match self {
            Mailer::Folder(folder) => Courier::Folder(folder),
            Mailer::Smtp(server) => Courier::Smtp(Box::new(server.connection())),
            Mailer::Memory(memory) => Courier::Memory(memory),
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
        super::mime::check(&mail.mime).map_err(|unfit| SendError::Permanent(unfit.to_string()))?;
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
    /// This mail never goes, since there is no such mailbox: no other goes there either.
    #[error("{0}")]
    NoMailbox(String),
    /// This mail never goes.
    #[error("{0}")]
    Permanent(String),
    /// No mail goes at the moment: no connection, or the server refuses us and not the mail.
    #[error("{0}")]
    Unavailable(String),
}
