//! Mail by SMTP (RFC 5321). lettre holds the conversation; this file decides what each refusal means, which depends on
//! the step it came at: before a mail is named it concerns every mail, after that this one alone.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::url::{self, Address, Security};
use super::{Phase, Progress, SendError};
use crate::config::ConfigError;
use crate::domain::bounce::Status;
use crate::domain::mail::{OutgoingMail, PERHAPS_SENT};
use crate::domain::text::Email;
use crate::mail::mime;

/// "Service not available, closing" (RFC 5321, 4.2.3).
const CLOSING: u16 = 421;

/// How long to wait for an answer in each step (RFC 5321, 4.5.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SmtpLimits {
    /// Connection, greeting, `EHLO` and log-in, each.
    pub greeting: Duration,
    pub sender: Duration,
    pub recipient: Duration,
    pub data: Duration,
    /// From the first byte of the mail to the answer after the final dot: a server that is cut off before it has
    /// answered delivers the mail all the same, and gets it once more.
    pub end: Duration,
    /// `QUIT` is good manners only.
    pub farewell: Duration,
}

impl Default for SmtpLimits {
    fn default() -> SmtpLimits {
        let minutes = |count: u64| Duration::from_secs(60 * count);
        SmtpLimits {
            greeting: minutes(5),
            sender: minutes(5),
            recipient: minutes(5),
            data: minutes(2),
            end: minutes(10),
            farewell: Duration::from_secs(2),
        }
    }
}

/// A mail server, and how long to wait for it.
pub struct Server {
    address: Address,
    hello: ClientId,
    limits: SmtpLimits,
}

impl Server {
    /// The server at an address such as [`url::parse`] reads.
    pub fn from_url(url: &str, limits: SmtpLimits) -> Result<Server, ConfigError> {
        Ok(Server { address: url::parse(url)?, hello: ClientId::default(), limits })
    }

    /// A connection, opened when it is first needed.
    pub fn connection(&self, progress: Arc<Progress>) -> Connection<'_> {
        Connection { server: self, open: None, progress }
    }

    /// The longest that a step may last in all. The limits above are those of one answer's next byte; a step is a few
    /// answers.
    pub fn longest(&self, phase: Phase) -> Option<Duration> {
        let limits = &self.limits;
        match phase {
            Phase::Idle => None,
            Phase::Connect => Some(limits.greeting * 4),
            Phase::Sender => Some(limits.sender * 2),
            Phase::Recipient => Some(limits.recipient * 2),
            Phase::Data => Some(limits.data * 2),
            Phase::Text => Some(limits.end * 2),
        }
    }

    fn connect(&self) -> Result<SmtpConnection, Error> {
        let Address { host, port, security, credentials } = &self.address;
        let from_start = match security {
            Security::Tls(parameters) => Some(parameters),
            Security::Plain | Security::StartTls(_) => None,
        };
        let limit = Some(self.limits.greeting);
        let mut open = SmtpConnection::connect((host.as_str(), *port), limit, &self.hello, from_start, None)?;
        if let Security::StartTls(parameters) = security {
            open.starttls(parameters, &self.hello)?;
        }
        if let Some(credentials) = credentials {
            open.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(open)
    }
}

/// A connection to the server that carries one mail after the other. It is closed by being dropped: lettre's own way
/// would wait for the answer to one more `QUIT`.
pub struct Connection<'a> {
    server: &'a Server,
    open: Option<SmtpConnection>,
    progress: Arc<Progress>,
}

impl Connection<'_> {
    /// Sends one mail. A connection that was kept and has died meanwhile is replaced once.
    pub fn send(&mut self, mail: &OutgoingMail) -> Result<(), SendError> {
        let sent = self.converse(mail);
        if sent != Err(SendError::GivenUp) {
            self.progress.enter(Phase::Idle)?;
        }
        sent
    }

    fn converse(&mut self, mail: &OutgoingMail) -> Result<(), SendError> {
        let limits = self.server.limits;
        let recipient = wire(&mail.recipient)?;
        let mut open = self.with_sender(mail)?;
        self.begin(&mut open, Phase::Recipient, limits.recipient)?;
        if let Err(error) = open.command(Rcpt::new(recipient, vec![])) {
            return Err(about_mailbox(self.refused_here(open, &error)));
        }
        self.begin(&mut open, Phase::Data, limits.data)?;
        if let Err(error) = open.command(Data) {
            return Err(self.refused_here(open, &error));
        }
        self.begin(&mut open, Phase::Text, limits.end)?;
        match open.command(Text(&mail.mime)) {
            Ok(_) => {
                self.open = Some(open);
                Ok(())
            }
            Err(_) if self.progress.is_given_up() => Err(SendError::GivenUp),
            // No answer: the server may have it or not. It is sent again, with the same Message-ID.
            Err(error) if error.status().is_none() => {
                Err(SendError::Closed(format!("{PERHAPS_SENT}: {error}")))
            }
            Err(error) => Err(self.refused_here(open, &error)),
        }
    }

    /// A connection on which the server has taken our sender's address for the next mail.
    fn with_sender(&mut self, mail: &OutgoingMail) -> Result<SmtpConnection, SendError> {
        let sender = wire(&mail.sender)?;
        let from = || Mail::new(Some(sender.clone()), vec![]);
        let limit = self.server.limits.sender;
        if let Some(mut kept) = self.open.take() {
            self.begin(&mut kept, Phase::Sender, limit)?;
            if kept.command(from()).is_ok() {
                return Ok(kept);
            }
        }
        self.progress.enter(Phase::Connect)?;
        let mut open = self.server.connect().map_err(|error| self.unavailable(&error))?;
        self.begin(&mut open, Phase::Sender, limit)?;
        match open.command(from()) {
            Ok(_) => Ok(open),
            Err(error) => Err(self.unavailable(&error)),
        }
    }

    fn begin(&self, open: &mut SmtpConnection, phase: Phase, limit: Duration) -> Result<(), SendError> {
        self.progress.enter(phase)?;
        open.set_timeout(Some(limit)).map_err(|error| SendError::Closed(error.to_string()))
    }

    /// What a refusal means once the mail was named. The connection is kept if the server only refused.
    fn refused_here(&mut self, mut open: SmtpConnection, error: &Error) -> SendError {
        if matches!(error.status().map(u16::from), None | Some(CLOSING)) {
            return SendError::Closed(error.to_string());
        }
        if open.set_timeout(Some(self.server.limits.farewell)).is_ok() && open.command(Rset).is_ok() {
            self.open = Some(open);
        }
        if error.is_permanent() {
            SendError::Permanent(error.to_string())
        } else {
            SendError::Temporary(error.to_string())
        }
    }

    fn unavailable(&self, error: &Error) -> SendError {
        let Address { host, port, .. } = &self.server.address;
        SendError::Unavailable(format!("mail server {host}:{port}: {error}"))
    }
}

impl Drop for Connection<'_> {
    fn drop(&mut self) {
        if let Some(mut open) = self.open.take()
            && open.set_timeout(Some(self.server.limits.farewell)).is_ok()
        {
            // Good manners only: every mail has had its answer.
            let _ = open.command(Quit);
        }
    }
}

/// The mail with the final dot, in one piece: a dot that is sent by itself waits until the server's machine has confirmed the
/// text (RFC 896), which takes it 40 ms.
struct Text<'a>(&'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A line that begins with a dot gets another one (RFC 5321, 4.5.2).
        if self.0.starts_with('.') {
            f.write_str(".")?;
        }
        f.write_str(&self.0.replace("\r\n.", "\r\n.."))?;
        f.write_str("\r\n.\r\n")
    }
}

/// A refusal of the recipient may say that there is no such mailbox. Without an enhanced code it may as well be about us.
fn about_mailbox(refusal: SendError) -> SendError {
    match refusal {
        SendError::Permanent(told) if Status::find(&told).is_some_and(Status::names_the_mailbox) => {
            SendError::NoMailbox(told)
        }
        other => other,
    }
}

fn wire(email: &Email) -> Result<lettre::Address, SendError> {
    mime::address(email).map_err(|error| SendError::Unfit(error.to_string()))
}
