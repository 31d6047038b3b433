//! Mail by SMTP (RFC 5321). lettre holds the conversation; this file decides what each refusal means, which depends on
//! the step it came at: before a mail is named it concerns every mail, after that this one alone.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::SendError;
use crate::config::ConfigError;
use crate::domain::bounce::Status;
use crate::domain::mail::OutgoingMail;
use crate::domain::text::Email;
use crate::mail::mime;

/// How long to wait for a connection and for each answer.
const TIMEOUT: Duration = Duration::from_secs(30);
/// "Service not available, closing" (RFC 5321, 4.2.3): meant for everybody, at whichever step it comes.
const CLOSING: u16 = 421;

/// A mail server and how to talk to it.
pub struct Server {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    hello: ClientId,
}

enum Security {
    /// No TLS: for a relay on the same machine or network.
    Plain,
    /// STARTTLS, and nothing is said without it.
    StartTls(TlsParameters),
    /// TLS from the first byte.
    Tls(TlsParameters),
}

impl Server {
    /// Reads `smtp://HOST`, `smtp+starttls://USER:PASSWORD@HOST` or `smtps://USER:PASSWORD@HOST`, each with `:PORT` if it
    /// is not the usual one (25, 587, 465). Special characters in a password are written as in every URL: `%40` for `@`.
    pub fn from_url(url: &str) -> Result<Server, ConfigError> {
        let (scheme, rest) = url.split_once("://").ok_or_else(|| refused("it has no “://”"))?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (login, address) = match authority.rsplit_once('@') {
            Some((login, address)) => (Some(login), address),
            None => (None, authority),
        };
        let usual = match scheme {
            "smtp" => 25,
            "smtp+starttls" => 587,
            "smtps" => 465,
            _ => return Err(refused("it begins with none of smtp://, smtp+starttls:// and smtps://")),
        };
        let (host, port) = host_and_port(address, usual)?;
        let credentials = login.map(credentials).transpose()?;
        if scheme == "smtp" && credentials.is_some() && !is_loopback(&host) {
            return Err(refused(
                "a password would travel without encryption: use smtp+starttls:// or smtps://",
            ));
        }
        let tls = || TlsParameters::new(host.clone()).map_err(|error| refused(&error.to_string()));
        let security = match scheme {
            "smtps" => Security::Tls(tls()?),
            "smtp+starttls" => Security::StartTls(tls()?),
            _ => Security::Plain,
        };
        Ok(Server { host, port, security, credentials, hello: ClientId::default() })
    }

    /// A connection, opened when it is first needed.
    pub fn connection(&self) -> Connection<'_> {
        Connection { server: self, open: None }
    }

    fn connect(&self) -> Result<SmtpConnection, Error> {
        let from_start = match &self.security {
            Security::Tls(parameters) => Some(parameters),
            Security::Plain | Security::StartTls(_) => None,
        };
        let address = (self.host.as_str(), self.port);
        let mut open = SmtpConnection::connect(address, Some(TIMEOUT), &self.hello, from_start, None)?;
        if let Security::StartTls(parameters) = &self.security {
            open.starttls(parameters, &self.hello)?;
        }
        if let Some(credentials) = &self.credentials {
            open.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(open)
    }
}

/// A connection to the server that carries one mail after the other.
pub struct Connection<'a> {
    server: &'a Server,
    open: Option<SmtpConnection>,
}

impl Connection<'_> {
    /// Sends one mail. A connection that was kept and has died meanwhile is replaced once.
    pub fn send(&mut self, mail: &OutgoingMail) -> Result<(), SendError> {
        let mut open = self.with_sender(mail)?;
        let recipient = wire(&mail.recipient)?;
        if let Err(error) = open.command(Rcpt::new(recipient, vec![])) {
            return Err(about_mailbox(self.refused_here(open, &error)));
        }
        if let Err(error) = open.command(Data) {
            return Err(self.refused_here(open, &error));
        }
        match open.message(mail.mime.as_bytes()) {
            Ok(_) => {
                self.open = Some(open);
                Ok(())
            }
            // No answer after the end: the server may have it or not. It is sent again, with the same Message-ID.
            Err(error) if error.status().is_none() => {
                open.abort();
                Err(SendError::Temporary(format!("perhaps sent, no answer: {error}")))
            }
            Err(error) => Err(self.refused_here(open, &error)),
        }
    }

    /// A connection on which the server has taken our sender's address for the next mail.
    fn with_sender(&mut self, mail: &OutgoingMail) -> Result<SmtpConnection, SendError> {
        let sender = wire(&mail.sender)?;
        let from = || Mail::new(Some(sender.clone()), vec![]);
        if let Some(mut kept) = self.open.take() {
            if kept.command(from()).is_ok() {
                return Ok(kept);
            }
            kept.abort();
        }
        let mut open = self.server.connect().map_err(|error| self.unavailable(&error))?;
        match open.command(from()) {
            Ok(_) => Ok(open),
            Err(error) => {
                open.abort();
                Err(self.unavailable(&error))
            }
        }
    }

    /// What a refusal means once the mail was named. The connection is kept if the server only refused.
    fn refused_here(&mut self, mut open: SmtpConnection, error: &Error) -> SendError {
        let status = error.status().map(u16::from);
        if status.is_none() || status == Some(CLOSING) || open.command(Rset).is_err() {
            open.abort();
        } else {
            self.open = Some(open);
        }
        match status {
            Some(CLOSING) => self.unavailable(error),
            _ if error.is_permanent() => SendError::Permanent(error.to_string()),
            _ => SendError::Temporary(error.to_string()),
        }
    }

    fn unavailable(&self, error: &Error) -> SendError {
        SendError::Unavailable(format!("mail server {}:{}: {error}", self.server.host, self.server.port))
    }
}

impl Drop for Connection<'_> {
    fn drop(&mut self) {
        if let Some(mut open) = self.open.take() {
            // Good manners only: every mail has had its answer.
            let _ = open.command(Quit);
            open.abort();
        }
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
    mime::address(email).map_err(|error| SendError::Permanent(error.to_string()))
}

fn refused(reason: &str) -> ConfigError {
    ConfigError::Smtp { reason: reason.to_string() }
}

fn host_and_port(address: &str, usual: u16) -> Result<(String, u16), ConfigError> {
    // An IPv6 address stands in brackets, which are not part of it.
    let (host, port) = match address.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':')),
        None => address.split_once(':').map_or((address, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(refused("it names no host"));
    }
    let port =
        port.map_or(Ok(usual), str::parse).map_err(|_| refused("its port is no number up to 65535"))?;
    Ok((host.to_string(), port))
}

fn credentials(login: &str) -> Result<Credentials, ConfigError> {
    let (user, password) = login.split_once(':').ok_or_else(|| refused("it has a user but no password"))?;
    Ok(Credentials::new(percent_decoded(user)?, percent_decoded(password)?))
}

/// Percent-encoding (RFC 3986, 2.1).
fn percent_decoded(text: &str) -> Result<String, ConfigError> {
    let wrong = || refused("a “%” in it is not followed by the two hexadecimal digits of a character");
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| wrong())?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
